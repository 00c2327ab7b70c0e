import gzip
import io
import os
import socket
import zipfile

import pytest
from texts import ENGLISH, FRENCH, SIMPLIFIED, TRADITIONAL

from w2v_gui.corpus import sources as sources_module
from w2v_gui.corpus.sources import FileText, PastedText, StreamText, open_texts
from w2v_gui.errors import CorpusError


def read(source, encoding=None):
    return "".join(block.text for block in source.blocks(encoding))


def only(paths):
    (source,) = open_texts(paths)
    return source


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(sources_module, "BLOCK", 7)
    monkeypatch.setattr(sources_module, "HEAD", 64)


def test_a_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(SIMPLIFIED.encode())
    source = only([path])
    assert source.name == "a.txt"
    assert source.size == path.stat().st_size
    assert read(source) == SIMPLIFIED
    assert source.decoding.method == "utf-8"
    assert read(source) == SIMPLIFIED, "a file can be read again"


def test_blocks_are_whole_characters_and_positions_reach_the_size(tmp_path, small_blocks):
    path = tmp_path / "a.txt"
    path.write_bytes(SIMPLIFIED.encode())
    blocks = list(only([path]).blocks())
    assert len(blocks) > 10
    assert "".join(block.text for block in blocks) == SIMPLIFIED
    positions = [block.position for block in blocks]
    assert positions == sorted(positions)
    assert positions[-1] == path.stat().st_size


def test_a_gz_file_is_known_by_its_content(tmp_path, small_blocks):
    for name in ("a.txt.gz", "a.txt"):
        path = tmp_path / name
        path.write_bytes(gzip.compress(SIMPLIFIED.encode()) + gzip.compress(FRENCH.encode()))
        source = only([path])
        blocks = list(source.blocks())
        assert "".join(block.text for block in blocks) == SIMPLIFIED + FRENCH
        assert blocks[-1].position == source.size == path.stat().st_size


def test_a_folder_gives_every_txt_below_it_in_order(tmp_path):
    (tmp_path / "b" / "deep").mkdir(parents=True)
    for name in ("z.txt", "b/deep/y.TXT", "b/x.txt", "b/picture.png", "a.md"):
        (tmp_path / name).write_text("text")
    names = [source.name for source in open_texts([tmp_path])]
    assert names == [f"{tmp_path.name}/{name}" for name in ("b/deep/y.TXT", "b/x.txt", "z.txt")]


def test_a_folder_gives_packed_texts_too_but_none_twice(tmp_path):
    for name in ("a.txt.gz", "b.TXT.GZ", "c.txt.gz", "table.gz", "texts.zip"):
        (tmp_path / name).write_bytes(gzip.compress(SIMPLIFIED.encode()))
    (tmp_path / "c.txt").write_text(ENGLISH)
    sources = open_texts([tmp_path])
    assert [source.name for source in sources] == [
        f"{tmp_path.name}/{name}" for name in ("a.txt.gz", "b.TXT.GZ", "c.txt")
    ]
    assert [read(source) for source in sources] == [SIMPLIFIED, SIMPLIFIED, ENGLISH]


def test_a_zip_gives_its_texts(tmp_path, small_blocks):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.txt", SIMPLIFIED)
        archive.writestr("sub/a.txt", TRADITIONAL.encode("big5"))
        archive.writestr("picture.png", b"\x89PNG" + bytes(100))
        archive.writestr("__MACOSX/b.txt", b"\x00\x05\x16\x07" + bytes(100))
    first, second = open_texts([path])
    assert (first.name, second.name) == ("a.zip/b.txt", "a.zip/sub/a.txt")
    assert read(first) == SIMPLIFIED
    assert read(second) == TRADITIONAL
    assert second.decoding.encoding == "big5hkscs"
    assert list(first.blocks())[-1].position == first.size


def test_a_zip_without_txt_gives_what_looks_like_text(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("README", ENGLISH)
        archive.writestr("picture", b"\x89PNG\x00" + bytes(range(256)) * 4)
    assert [source.name for source in open_texts([path])] == ["a.zip/README"]


def test_names_in_a_zip_made_on_chinese_windows_are_readable(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ABCD.txt", ENGLISH)
    path.write_bytes(path.read_bytes().replace(b"ABCD.txt", "红楼.txt".encode("gb18030")))
    assert [source.name for source in open_texts([path])] == ["a.zip/红楼.txt"]


def test_a_stream_is_looked_at_and_then_read_once(small_blocks):
    source = StreamText(io.BytesIO(SIMPLIFIED.encode()), "standard input")
    assert source.size is None
    head = next(source.blocks()).text
    assert SIMPLIFIED.startswith(head)
    assert read(source) == SIMPLIFIED
    with pytest.raises(CorpusError, match="only once"):
        read(source)


def test_pasted_text(monkeypatch):
    monkeypatch.setattr(sources_module, "BLOCK", 10)
    source = PastedText(SIMPLIFIED + "\ud800", "pasted")
    blocks = list(source.blocks())
    assert "".join(block.text for block in blocks) == SIMPLIFIED + "\ud800"
    assert blocks[-1].position == source.size


def test_the_chosen_encoding_wins(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(FRENCH.encode("latin-1"))
    source = only([path])
    assert read(source, "latin-1") == FRENCH
    assert (source.decoding.encoding, source.decoding.method) == ("iso8859-1", "chosen")
    path.write_bytes(SIMPLIFIED.encode())
    assert read(source, "latin-1") != SIMPLIFIED


def test_a_wrong_choice_counts_what_it_replaces(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(FRENCH.encode("latin-1"))
    source = only([path])
    assert "\ufffd" in read(source, "utf-8")
    assert source.decoding.replaced == sum(byte > 127 for byte in FRENCH.encode("latin-1"))


def test_a_choice_that_is_all_wrong_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(SIMPLIFIED.encode("gb18030"))
    refuse([path], r"“a\.txt” is not in the encoding “utf-8”: \d\d % of its bytes", "utf-8")


def test_a_wrong_byte_late_in_a_utf_8_file_is_replaced_and_counted(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"plain text\n" * 60_000 + b"caf\xe9\n" + "café\n".encode())
    source = only([path])
    assert read(source).endswith("caf\ufffd\ncafé\n")
    assert source.decoding.encoding == "utf-8"
    assert source.decoding.replaced == 1


def test_an_incomplete_last_character_is_replaced_and_counted(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "中文".encode()[:-1])
    source = only([path])
    assert read(source) == "中\ufffd"
    assert (source.decoding.encoding, source.decoding.method, source.decoding.replaced) == ("utf-8-sig", "bom", 2)


def refuse(paths, message, encoding=None):
    with pytest.raises(CorpusError, match=message) as caught:
        "".join(read(source, encoding) for source in open_texts(paths))
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_a_missing_file(tmp_path):
    assert "nothing.txt" in refuse([tmp_path / "nothing.txt"], "There is no file")


def test_a_file_that_vanishes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("text")
    source = only([path])
    path.unlink()
    with pytest.raises(CorpusError, match=r"There is no file “a\.txt”"):
        read(source)


def test_a_folder_without_text(tmp_path):
    for name in ("picture.png", "numbers.gz", "texts.zip"):
        (tmp_path / name).write_bytes(b"x")
    assert tmp_path.name in refuse([tmp_path], r"holds no \.txt or \.txt\.gz file")


def test_a_binary_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8)
    refuse([path], r"“a\.txt” is not a text")
    assert read(only([path]), "latin-1"), "the user's choice wins"


@pytest.mark.parametrize("head", [b"PK\x03\x04", b"%PDF-1.7\n", b"{\\rtf1\\ansi "])
def test_documents_that_are_no_plain_text(tmp_path, head):
    path = tmp_path / "letter.docx"
    path.write_bytes(head + b"some text inside " * 20)
    refuse([path], r"“letter\.docx” is a document")


@pytest.mark.parametrize("cut", [20, 200, -9])
def test_a_truncated_gz(tmp_path, cut):
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(os.urandom(300).hex().encode())[:cut])
    refuse([path], r"“a\.gz” is damaged or incomplete")


def test_a_corrupt_gz(tmp_path):
    data = bytearray(gzip.compress(os.urandom(300).hex().encode()))
    data[60:64] = b"\xff\xff\xff\xff"
    path = tmp_path / "a.gz"
    path.write_bytes(data)
    refuse([path], r"“a\.gz” is damaged or incomplete")


def test_a_zip_that_is_none(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(b"no zip at all")
    refuse([path], r"“a\.zip” is damaged or incomplete")


def test_a_zip_with_a_damaged_member(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.txt", ENGLISH)
    path.write_bytes(path.read_bytes().replace(ENGLISH[:10].encode(), b"XXXXXXXXXX"))
    refuse([path], r"“a\.zip/b\.txt” is damaged or incomplete")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_damaged_anywhere_is_read_or_refused(tmp_path, method):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("é.txt", ENGLISH)
    content = path.read_bytes()
    refused = 0
    for position in range(len(content)):
        path.write_bytes(content[:position] + bytes([content[position] ^ 0xFF]) + content[position + 1 :])
        try:
            assert read(only([path])) == ENGLISH
        except CorpusError as error:
            assert "“a.zip" in str(error)  # noqa: PT017
            refused += 1
    assert refused > len(content) / 2


def test_a_zip_with_a_password(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.txt", ENGLISH)
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # before the member, and in the directory
        content[content.index(mark) + place] |= 1
    path.write_bytes(content)
    refuse([path], r"“a\.zip/b\.txt” is locked with a password.*unpack it by hand")


def test_a_zip_without_text(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("picture", b"\x89PNG\x00" + bytes(range(256)) * 4)
    refuse([path], r"“a\.zip” holds no text")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_pipes_sockets_and_devices(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the name of a socket is limited to a hundred bytes or so
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        for name in ("pipe", "socket", os.devnull):
            assert name in refuse([name], "a device or a connection")


def test_an_unknown_encoding(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("text")
    refuse([path], "no text encoding called “klingon”", "klingon")


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_not_utf_8_can_be_shown(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write(b"one two")
    assert [source.name for source in open_texts([os.fsdecode(path)])] == ["caf\ufffd.txt"]


def test_a_name_that_no_file_can_have():
    refuse(["a\x00b"], "There is no file")


def test_a_file_source_can_be_made_by_hand(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("text")
    assert FileText(path, "another name").name == "another name"
