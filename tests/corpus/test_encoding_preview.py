import codecs

import pytest
from texts import ENGLISH, FRENCH, JAPANESE, RUSSIAN, SIMPLIFIED, TRADITIONAL

from w2v_gui.corpus import decoding
from w2v_gui.corpus.encoding_preview import CANDIDATES, LABELS, LINE, LINES, previews
from w2v_gui.corpus.sources import FileText, PastedText, open_texts
from w2v_gui.errors import CorpusError


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (SIMPLIFIED, "gb18030", "simplified"),
        (TRADITIONAL, "big5", "traditional"),
        (JAPANESE, "cp932", "Japanese"),
        (RUSSIAN, "cp1251", "Cyrillic"),
        (FRENCH, "cp1252", "Western"),
        (SIMPLIFIED, "utf-8-sig", "UTF-8"),
        (SIMPLIFIED, "utf-16", "UTF-16"),
        (SIMPLIFIED, "hz", "HZ"),
        (ENGLISH, "utf-8", "UTF-8"),
    ],
)
def test_what_would_be_found_comes_first(tmp_path, text, encoding, label):
    path = tmp_path / "a.txt"
    path.write_bytes(("\n \n" + text * 20).encode(encoding))
    first, *others = previews(FileText(path))
    assert label in first.label
    assert first.undecodable == 0
    lines = (text * 20).splitlines()
    telling = [line for line in lines if not line.isascii()] or lines
    assert list(first.lines) == [line[:LINE] for line in telling[:LINES]]
    assert len(others) >= len(CANDIDATES) - 1
    assert [look.plausibility for look in others] == sorted((look.plausibility for look in others), reverse=True)
    assert first.plausibility >= others[0].plausibility
    detected = decoding.detect(path.read_bytes())
    assert first.encoding == codecs.lookup(detected.encoding).name


def test_bytes_that_are_no_characters_are_counted(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("été ".encode("latin-1") * 100)
    looks = {look.encoding: look for look in previews(FileText(path), ("utf-8", "cp1252"))}
    assert looks["utf-8"].undecodable == pytest.approx(2 / 4)
    assert looks["cp1252"].undecodable == 0


def test_lines_that_tell_nothing_are_left_out(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"plain words\n" * 10_000 + ("x" * 500 + " déjà vu " + "y" * 500 + "\n").encode("latin-1"))
    look = previews(FileText(path))[0]
    assert len(look.lines) == 1
    assert len(look.lines[0]) == LINE
    assert " déjà vu " in look.lines[0]


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 5000, bytes(range(256)) * 50, b"\xff\xfe", b"%PDF-1.7\n\xff\xfe\xfd"]
)
def test_whatever_it_is_it_can_be_looked_at(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert {"utf-8", "gb18030", "cp1252"} <= {look.encoding for look in previews(FileText(path))}


def test_only_files_have_encodings(tmp_path):
    assert previews(PastedText("words", "pasted")) == ()
    path = tmp_path / "a.txt"
    path.write_text("words")
    [source] = open_texts([path])
    path.unlink()
    with pytest.raises(CorpusError, match=r"There is no file “a\.txt”"):
        previews(source)


def test_every_candidate_has_a_label():
    names = {codecs.lookup(encoding).name for encoding in (*CANDIDATES, *decoding.CANDIDATES)}
    assert names <= set(LABELS)
    assert all(codecs.lookup(encoding).name == encoding for encoding in LABELS)
