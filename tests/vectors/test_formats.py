"""Every format of the registry: what goes in comes out, and nothing damaged does worse than a sentence."""

from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import struct
import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from w2v_gui.errors import FormatError, SaveError
from w2v_gui.vectors.formats import READERS, WRITERS, npz, open_vectors, read_vectors, write_vectors
from w2v_gui.vectors.formats.npz import ModelFile, read_model, write_model
from w2v_gui.vectors.word_vectors import WordVectors

ENDINGS = [ending for writer in WRITERS for ending in writer.endings]
WORDS = ["the", "爱", "t-shirt", "<img/src=x>", "naïve", "😀", "1.5", "-2", "x" * 3000, "%s{0}"]

word = st.text(st.characters(exclude_categories=("Z", "C")), min_size=1)
finite = st.floats(width=32, allow_nan=False, allow_infinity=False)
any_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def vectors_of(words, dimensions: int = 3, seed: int = 1) -> WordVectors:
    matrix = np.random.default_rng(seed).standard_normal((len(words), dimensions)).astype(np.float32)
    return WordVectors(words, matrix)


def small_file(path) -> bytes:
    """Bytes of a small file of the format that ``path`` ends in."""
    write_vectors(path, vectors_of(["the", "爱", "a", "naïve"]))
    return path.read_bytes()


@st.composite
def any_vectors(draw):
    words = draw(st.lists(word, min_size=1, max_size=6, unique=True))
    shape = (len(words), draw(st.integers(1, 5)))
    return WordVectors(words, draw(arrays.arrays(np.float32, shape, elements=finite)))


def assert_equal(left: WordVectors, right: WordVectors) -> None:
    assert left.words == right.words
    assert left.matrix.dtype == right.matrix.dtype == np.float32
    assert left.matrix.tobytes() == right.matrix.tobytes()


def test_what_is_written_can_be_read():
    assert {writer.name for writer in WRITERS} <= {reader.name for reader in READERS}


@pytest.mark.parametrize("ending", ENDINGS)
class TestEveryFormat:
    def test_comes_back_equal(self, tmp_path, ending):
        vectors = vectors_of(WORDS, 50)
        write_vectors(tmp_path / f"v{ending}", vectors)
        opened = open_vectors(tmp_path / f"v{ending}")
        assert_equal(opened.vectors, vectors)
        assert (opened.report.rows, opened.report.dimensions) == (len(WORDS), 50)
        assert not any((opened.report.repaired, opened.report.duplicates, opened.report.unread))
        assert not opened.report.unfinished

    @given(vectors=any_vectors())
    @any_file
    def test_any_words_and_numbers_come_back_equal(self, tmp_path, ending, vectors):
        write_vectors(tmp_path / f"v{ending}", vectors)
        assert_equal(read_vectors(tmp_path / f"v{ending}"), vectors)

    def test_is_told_by_its_content_not_its_name(self, tmp_path, ending):
        small_file(tmp_path / f"v{ending}")
        expected = read_vectors(tmp_path / f"v{ending}")
        for other in (".bin", ".txt", ".npz", ""):
            assert_equal(read_vectors((tmp_path / f"v{ending}").rename(tmp_path / f"v{other}")), expected)
            (tmp_path / f"v{other}").rename(tmp_path / f"v{ending}")

    def test_truncated_anywhere_is_refused_or_whole(self, tmp_path, ending):
        content = small_file(tmp_path / f"v{ending}")
        whole = read_vectors(tmp_path / f"v{ending}")
        cut = tmp_path / "cut"
        for length in range(len(content)):
            cut.write_bytes(content[:length])
            try:
                opened = open_vectors(cut)
            except FormatError:
                continue
            # Only the end of the last line may be missing, or, in a text, digits of the last number: that is reported.
            assert opened.vectors.words == whole.words
            assert opened.vectors.matrix[:-1].tobytes() == whole.matrix[:-1].tobytes()
            assert opened.report.unfinished or opened.vectors.matrix.tobytes() == whole.matrix.tobytes()

    @given(data=st.data())
    @any_file
    def test_damaged_anywhere_is_vectors_or_a_sentence(self, tmp_path, ending, data):
        content = bytearray(small_file(tmp_path / f"v{ending}"))
        for _ in range(data.draw(st.integers(1, 3))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        (tmp_path / "damaged").write_bytes(content)
        try:
            assert len(read_vectors(tmp_path / "damaged")) <= 9999
        except FormatError as error:
            assert "damaged" in str(error)  # noqa: PT017

    def test_gzipped_is_read_or_refused_with_the_remedy(self, tmp_path, ending):
        content = small_file(tmp_path / f"v{ending}")
        packed = tmp_path / f"v{ending}.gz"
        packed.write_bytes(gzip.compress(content))
        if ending == ".npz":
            with pytest.raises(FormatError, match="gunzip"):
                read_vectors(packed)
            return
        assert_equal(read_vectors(packed), read_vectors(tmp_path / f"v{ending}"))
        whole = packed.read_bytes()
        for length in range(len(whole)):
            packed.write_bytes(whole[:length])
            with pytest.raises(FormatError):
                read_vectors(packed)

    def test_lone_surrogates_do_not_stop_a_save(self, tmp_path, ending):
        vectors = vectors_of(["a\ud800b", "a\udc80b", "ok"])
        write_vectors(tmp_path / f"v{ending}", vectors)
        back = read_vectors(tmp_path / f"v{ending}")
        assert len(back) == 3
        assert back.words[0] in ("a\ud800b", "a\\ud800b")
        assert back.matrix.tobytes() == vectors.matrix.tobytes()

    def test_white_space_in_words_loses_nothing(self, tmp_path, ending):
        vectors = vectors_of(["New York", "a\nb", "tab\there", "York"])
        write_vectors(tmp_path / f"v{ending}", vectors)
        back = read_vectors(tmp_path / f"v{ending}")
        assert back.words in (vectors.words, ("New␠York", "a␊b", "tab␉here", "York"))
        assert back.matrix.tobytes() == vectors.matrix.tobytes()

    def test_the_same_vectors_are_the_same_bytes(self, tmp_path, ending):
        assert small_file(tmp_path / f"v{ending}") == small_file(tmp_path / f"w{ending}")

    def test_a_memory_error_is_a_sentence(self, tmp_path, ending, monkeypatch):
        small_file(tmp_path / f"v{ending}")

        def empty(*_, **__):
            raise MemoryError

        monkeypatch.setattr("numpy.empty", empty)
        monkeypatch.setattr("numpy.lib.format.read_array", empty)
        with pytest.raises(FormatError, match="memory"):
            read_vectors(tmp_path / f"v{ending}")


def test_an_ending_without_a_format_is_refused_with_those_there_are(tmp_path):
    with pytest.raises(SaveError, match=r"\.bin, \.txt, \.vec, \.npz"):
        write_vectors(tmp_path / "v.docx", vectors_of(["a"]))
    assert list(tmp_path.iterdir()) == []


class TestBinary:
    def test_bytes_are_those_of_word2vec(self, tmp_path):
        vectors = WordVectors(["the", "爱"], [[1, -0.5], [0, 2]])
        write_vectors(tmp_path / "v.bin", vectors)
        expected = (
            b"2 2\nthe " + struct.pack("<2f", 1, -0.5) + b"\n" + "爱 ".encode() + struct.pack("<2f", 0, 2) + b"\n"
        )
        assert (tmp_path / "v.bin").read_bytes() == expected

    @pytest.mark.parametrize("between", [b"", b"\n"])
    def test_rows_with_and_without_newline(self, tmp_path, between):
        vectors = vectors_of(["a", "b", "c"])
        rows = (w.encode() + b" " + row.tobytes() for w, row in zip(vectors.words, vectors.matrix, strict=True))
        (tmp_path / "v").write_bytes(b"3 3\n" + between.join(rows))
        assert_equal(read_vectors(tmp_path / "v"), vectors)

    def test_rows_across_the_chunks_that_are_read(self, tmp_path, monkeypatch):
        monkeypatch.setattr("w2v_gui.vectors.formats.word2vec_binary._CHUNK", 1)
        vectors = vectors_of(["a", "b" * 100, "c"], 7)
        write_vectors(tmp_path / "v.bin", vectors)
        assert_equal(read_vectors(tmp_path / "v.bin"), vectors)

    def test_words_that_are_not_utf8_are_repaired_and_counted(self, tmp_path):
        row = struct.pack("<2f", 1, 0.3)
        (tmp_path / "v").write_bytes(b"3 2\n" + b"caf\xe9 " + row + "爱".encode()[:2] + b" " + row + b"ok " + row)
        opened = open_vectors(tmp_path / "v")
        assert opened.vectors.words == ("caf�", "�", "ok")
        assert opened.report.repaired == 2

    def test_a_word_that_comes_twice_keeps_its_first_row(self, tmp_path):
        (tmp_path / "v").write_bytes(
            b"3 1\n" + b"".join(b"%c " % w + struct.pack("<f", i) for i, w in enumerate(b"aba"))
        )
        opened = open_vectors(tmp_path / "v")
        assert opened.vectors.words == ("a", "b")
        assert opened.vectors.matrix.tolist() == [[0], [1]]
        assert opened.report.duplicates == 1

    def test_more_rows_than_promised_are_reported(self, tmp_path):
        content = small_file(tmp_path / "v.bin")
        (tmp_path / "v.bin").write_bytes(content.replace(b"4 3\n", b"2 3\n", 1))
        opened = open_vectors(tmp_path / "v.bin")
        assert opened.vectors.words == ("the", "爱")
        assert opened.report.unread == len(b"a ") + 12 + 1 + len("naïve ".encode()) + 12 + 1

    def test_a_cut_file_names_the_row(self, tmp_path):
        content = small_file(tmp_path / "v.bin")
        (tmp_path / "v.bin").write_bytes(content[:-15])
        with pytest.raises(FormatError, match="ends inside row 4 of 4"):
            read_vectors(tmp_path / "v.bin")


class TestText:
    @pytest.mark.parametrize(
        "content",
        [
            "2 2\na 1 2\nb 3 4.5\n",
            "2 2\r\na 1 2\r\nb 3 4.5\r\n",
            "2 2\na 1 2 \nb 3 4.5 \n",
            "2\t2\na\t1\t2\nb\t3\t4.5",
            " 2  2 \na  1  2\nb  3  4.5\n",
            "2 2\na 1e0 +2.0\nb 3 45e-1\n\n",
        ],
    )
    def test_ways_to_write_it(self, tmp_path, content):
        (tmp_path / "v").write_bytes(content.encode())
        vectors = read_vectors(tmp_path / "v")
        assert vectors.words == ("a", "b")
        assert vectors.matrix.tolist() == [[1, 2], [3, 4.5]]

    def test_words_with_spaces_of_fasttext(self, tmp_path):
        (tmp_path / "v").write_text("3 2\n</s> 1 2\n. . . 3 4\nNew York 5 6\n", encoding="utf-8")
        assert read_vectors(tmp_path / "v").words == ("</s>", ". . .", "New York")

    def test_numbers_that_are_not_finite_are_kept(self, tmp_path):
        (tmp_path / "v").write_text("2 2\na nan inf\nb 1e300 -1e300\n", encoding="utf-8")
        matrix = read_vectors(tmp_path / "v").matrix
        assert np.isnan(matrix[0, 0])
        assert matrix[1].tolist() == [np.inf, -np.inf]

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            ("2 2\na 1 2\nb 3\n", "Row 2 .* a word and 2 numbers"),
            ("2 2\na 1 2\nb 3 x\n", "Row 2 .* a word and 2 numbers"),
            ("2 2\na 1 2 3\nb 4 5 6\n", "Row 1 .* a word and 2 numbers"),
            ("3 2\na 1 2\nbcdef 3.25 4.25\n", "ends inside row 3 of 3"),
            ("3 2\na 1.12345 2.2345\nb 3", "ends inside row 2 of 3"),
            ("2 2\n\n\nhello, dear and wide world\n", "Row 1"),
        ],
    )
    def test_rows_that_do_not_fit_are_named(self, tmp_path, content, sentence):
        (tmp_path / "v").write_text(content, encoding="utf-8")
        with pytest.raises(FormatError, match=sentence):
            read_vectors(tmp_path / "v")

    def test_a_text_without_a_last_newline_is_reported(self, tmp_path):
        (tmp_path / "v").write_text("1 2\na 1 2.34", encoding="utf-8")
        assert open_vectors(tmp_path / "v").report.unfinished


@pytest.mark.parametrize(
    "header",
    [
        b"1000000000 300\n",
        b"99999999999999999999999 1\n",
        b"1 99999999999999999999999\n",
        b"3 1000000\n",
        b"5 3\n",
    ],
)
@pytest.mark.parametrize("body", [b"a 1 2 3\nb 1 2 3\n", b"a " + struct.pack("<3f", 0, 1, 2)])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_header_that_promises_too_much_is_refused_before_anything_is_allocated(
    tmp_path, monkeypatch, header, body, pack
):
    (tmp_path / "v").write_bytes(pack(header + body))
    sizes = []
    empty = np.empty
    monkeypatch.setattr("numpy.empty", lambda shape, *a, **k: sizes.append(np.prod(shape)) or empty(shape, *a, **k))
    with pytest.raises(FormatError, match=r"too short|ends inside"):
        read_vectors(tmp_path / "v")
    assert sum(sizes) * 4 <= 1032 * (tmp_path / "v").stat().st_size


@pytest.mark.parametrize("header", [b"0 0\n", b"0 100\n", b"3 0\n"])
def test_a_header_that_promises_nothing_is_refused(tmp_path, header):
    (tmp_path / "v").write_bytes(header + b"a b c\n")
    with pytest.raises(FormatError, match="holds no vectors"):
        read_vectors(tmp_path / "v")


def sidecar() -> bytes:
    file = io.BytesIO()
    np.save(file, np.eye(3))
    return file.getvalue()


def foreign_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("vectors.txt", "1 1\na 1\n")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (gzip.compress(b""), "is empty"),
        *[(pickle.dumps({"a": [1]}, protocol), "save_word2vec_format") for protocol in (2, 3, 4, 5)],
        (sidecar(), "save_word2vec_format"),
        (foreign_zip(), "Unpack it"),
        (b"FiFu\0\0\0\0", "finalfusion convert"),
        (b"\xba\x16\x4f\x2f\x0c\0\0\0", r"\.vec"),
        (b"the 0.1 0.2\nof 0.3 0.4\n", "first line"),
        (b"Once upon a time there was a text.\n", "first line"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "first line"),
        (b"2 2", "first line"),
        (b"-2 2\na 1 2\n", "first line"),
        ("２ ２\na 1 2\n".encode(), "first line"),
    ],
)
def test_what_is_no_word2vec_file_is_refused_with_the_remedy(tmp_path, content, sentence):
    (tmp_path / "v.bin").write_bytes(content)
    with pytest.raises(FormatError, match=sentence):
        read_vectors(tmp_path / "v.bin")


def test_pickles_are_never_opened(tmp_path):
    class Trap:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "sprung"),)

    (tmp_path / "v.bin").write_bytes(pickle.dumps(Trap()))
    with pytest.raises(FormatError):
        read_vectors(tmp_path / "v.bin")
    np.savez(tmp_path / "v.npz", format_version=np.array(1), W=np.array([Trap()], dtype=object))
    with pytest.raises(FormatError):
        read_vectors(tmp_path / "v.npz")
    assert not (tmp_path / "sprung").exists()


def test_paths_that_hold_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("missing", "", "pipe", "nul\0"):
        with pytest.raises(FormatError, match="cannot be read"):
            read_vectors(tmp_path / name)


@given(content=st.binary(max_size=400))
@any_file
def test_random_bytes_are_refused(tmp_path, content):
    (tmp_path / "v").write_bytes(content)
    with pytest.raises(FormatError):
        read_vectors(tmp_path / "v")


@given(body=st.binary(max_size=200), count=st.integers(0, 10), dimensions=st.integers(0, 10))
@any_file
def test_random_bytes_after_a_header_are_vectors_or_a_sentence(tmp_path, body, count, dimensions):
    (tmp_path / "v").write_bytes(b"%d %d\n" % (count, dimensions) + body)
    try:
        assert len(read_vectors(tmp_path / "v")) <= count
    except FormatError as error:
        assert str(error)  # noqa: PT017


class TestModel:
    def model(self) -> ModelFile:
        vectors = vectors_of(["a", "b\udc80", "爱"])
        vectors = WordVectors(vectors.words, vectors.matrix, [5, 2, 2])
        return ModelFile(vectors, np.ones((2, 3), dtype=np.float32), {"alpha": 0.05, "model": "cbow"}, {"epoch": 3})

    def test_comes_back_whole(self, tmp_path):
        model = self.model()
        write_model(tmp_path / "m.npz", model)
        back = read_model(tmp_path / "m.npz")
        assert_equal(back.vectors, model.vectors)
        assert back.vectors.counts.tolist() == [5, 2, 2]
        assert np.array_equal(back.W_out, model.W_out)
        assert back.vectors.output is None  # a row less than words: inner nodes of a tree
        assert (back.config, back.state) == (model.config, model.state)

    def test_output_vectors_of_words_can_be_asked(self, tmp_path):
        model = self.model()
        write_model(tmp_path / "m.npz", ModelFile(model.vectors, -model.vectors.matrix))
        assert np.array_equal(read_vectors(tmp_path / "m.npz").using("W_out").matrix, -model.vectors.matrix)

    def test_numpy_opens_it_without_pickle(self, tmp_path):
        write_model(tmp_path / "m.npz", self.model())
        with np.load(tmp_path / "m.npz", allow_pickle=False) as archive:
            assert archive["format_version"] == npz.VERSION
            assert json.loads(archive["config"].tobytes()) == {"alpha": 0.05, "model": "cbow"}
            assert archive["words"].tobytes()[: archive["word_offsets"][1]] == b"a"
        with zipfile.ZipFile(tmp_path / "m.npz") as archive:
            assert all(info.compress_type == zipfile.ZIP_STORED for info in archive.infolist())

    def arrays(self, tmp_path) -> dict[str, np.ndarray]:
        write_model(tmp_path / "m.npz", self.model())
        with np.load(tmp_path / "m.npz") as archive:
            return dict(archive)

    @pytest.mark.parametrize(
        "change",
        [
            {"W": None},
            {"words": None},
            {"state": None},
            {"W": np.zeros((2, 3), np.float32)},
            {"W": np.zeros((3, 0), np.float32), "W_out": None},
            {"W": np.zeros((3, 3), np.float64)},
            {"W": np.zeros(3, np.float32)},
            {"W_out": np.zeros((2, 4), np.float32)},
            {"counts": np.array([1, 2])},
            {"word_offsets": np.array([0, 3, 2, 9])},
            {"word_offsets": np.array([0, 1, 2, 10**12])},
            {"word_offsets": np.array([-4, 1, 2, 7])},
            {"word_offsets": np.array([], np.int64)},
            {"words": np.array([255] * 7, np.uint8)},
            {"config": np.frombuffer(b"{", np.uint8)},
            {"config": np.frombuffer(b"[1]", np.uint8)},
            {"config": np.frombuffer(b"[" * 100_000, np.uint8)},
            {"format_version": np.array(2**40)},
            {"format_version": np.array("1")},
        ],
    )
    @pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
    def test_parts_that_do_not_fit_are_refused(self, tmp_path, change, save):
        contents = self.arrays(tmp_path) | change
        save(tmp_path / "m.npz", **{name: array for name, array in contents.items() if array is not None})
        with pytest.raises(FormatError, match=r"damaged|newer"):
            read_model(tmp_path / "m.npz")

    def test_a_compressed_copy_is_read(self, tmp_path):
        np.savez_compressed(tmp_path / "c.npz", **self.arrays(tmp_path))
        assert_equal(read_vectors(tmp_path / "c.npz"), self.model().vectors)

    def test_a_declared_shape_is_checked_before_allocation(self, tmp_path, monkeypatch):
        contents = self.arrays(tmp_path)
        with zipfile.ZipFile(tmp_path / "m.npz", "w") as archive:
            for name, array in contents.items():
                file = io.BytesIO()
                np.save(file, array)
                lie = file.getvalue().replace(b"(3, 3), } ", b"(3, 3000),")
                archive.writestr(f"{name}.npy", lie)

        def never(*_, **__):
            raise AssertionError("allocated")

        read_array = np.lib.format.read_array
        monkeypatch.setattr(
            "numpy.lib.format.read_array",
            lambda file, **options: never() if "W.npy" in str(file) else read_array(file, **options),
        )
        with pytest.raises(FormatError, match="damaged"):
            read_model(tmp_path / "m.npz")


@pytest.mark.filterwarnings("ignore")
class TestGensim:
    @pytest.fixture
    def keyed_vectors(self):
        return pytest.importorskip("gensim.models").KeyedVectors

    @pytest.mark.parametrize("ending", [".bin", ".txt"])
    def test_reads_ours_back_equal(self, tmp_path, keyed_vectors, ending):
        vectors = vectors_of(WORDS, 50)
        write_vectors(tmp_path / f"v{ending}", vectors)
        theirs = keyed_vectors.load_word2vec_format(str(tmp_path / f"v{ending}"), binary=ending == ".bin")
        assert tuple(theirs.index_to_key) == vectors.words
        assert theirs.vectors.tobytes() == vectors.matrix.tobytes()

    @pytest.mark.parametrize("binary", [True, False])
    def test_is_read_back_equal(self, tmp_path, keyed_vectors, binary):
        vectors = vectors_of(WORDS, 50)
        theirs = keyed_vectors(50)
        theirs.add_vectors(list(vectors.words), vectors.matrix)
        theirs.save_word2vec_format(str(tmp_path / "v"), binary=binary)
        assert_equal(read_vectors(tmp_path / "v"), vectors)

    def test_own_format_is_refused_with_the_remedy(self, tmp_path, keyed_vectors):
        theirs = keyed_vectors(50)
        theirs.add_vectors(WORDS, vectors_of(WORDS, 50).matrix)
        theirs.save(str(tmp_path / "v.kv"))
        with pytest.raises(FormatError, match="save_word2vec_format"):
            read_vectors(tmp_path / "v.kv")
