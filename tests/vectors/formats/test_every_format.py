"""Every format of the registry: what goes in comes out, and nothing damaged does worse than a sentence."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from vector_files import ENDINGS, WORDS, any_file, any_vectors, assert_equal, small_file, vectors_of

from w2v_gui.errors import FormatError, SaveError
from w2v_gui.vectors.formats import READERS, WRITERS, open_vectors, read_vectors, write_vectors
from w2v_gui.vectors.formats.text_rows import is_number

UNCOUNTED = (".csv", ".glove", ".glove.txt")
"""Formats that do not say how many rows they have: where they end at the end of a row, nobody can tell."""

PAIRS = (".tsv",)
VISIBLE = {ord(sign): chr(0x2400 + ord(sign)) for sign in "\t\n "}


def test_what_is_written_can_be_read():
    assert {writer.label for writer in WRITERS} <= {reader.name for reader in READERS}


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

    @given(data=st.data())
    @any_file
    def test_any_words_and_numbers_come_back_equal(self, tmp_path, ending, data):
        vectors = data.draw(any_vectors(2 if ending in PAIRS else 1))
        # Of a table of nothing but numbers, nobody knows which are the words.
        assume(not (ending.startswith(".glove") and all(is_number(word.encode()) for word in vectors.words)))
        write_vectors(tmp_path / f"v{ending}", vectors)
        assert_equal(read_vectors(tmp_path / f"v{ending}"), vectors)

    def test_rows_longer_than_the_beginning_a_format_is_told_from(self, tmp_path, ending):
        vectors = vectors_of(["the", "爱"], 12_000)
        write_vectors(tmp_path / f"v{ending}", vectors)
        assert_equal(read_vectors(tmp_path / f"v{ending}"), vectors)

    def test_is_told_by_its_content_not_its_name(self, tmp_path, ending):
        small_file(tmp_path / f"v{ending}")
        expected = read_vectors(tmp_path / f"v{ending}")
        for other in () if ending in PAIRS else (".bin", ".txt", ".npz", ""):
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
            rows = len(opened.vectors)
            assert opened.vectors.words == whole.words[:rows]
            assert rows == len(whole) or ending in UNCOUNTED
            assert opened.vectors.matrix[:-1].tobytes() == whole.matrix[: rows - 1].tobytes()
            assert opened.report.unfinished or opened.vectors.matrix.tobytes() == whole.matrix[:rows].tobytes()

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

    def test_gzipped_is_read(self, tmp_path, ending):
        content = small_file(tmp_path / f"v{ending}")
        packed = tmp_path / f"v{ending}.gz"
        packed.write_bytes(gzip.compress(content))
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
        for word, written in zip(back.words, vectors.words, strict=True):
            assert word in (written, written.translate(VISIBLE), written.translate(VISIBLE).replace("␠", " "))
        assert back.matrix.tobytes() == vectors.matrix.tobytes()

    def test_the_same_vectors_are_the_same_bytes(self, tmp_path, ending):
        assert small_file(tmp_path / f"v{ending}") == small_file(tmp_path / f"w{ending}")

    def test_a_memory_error_is_a_sentence(self, tmp_path, ending, monkeypatch):
        small_file(tmp_path / f"v{ending}")

        def empty(*_, **__):
            raise MemoryError

        monkeypatch.setattr("numpy.empty", empty)
        monkeypatch.setattr("numpy.lib.format.read_array", empty)
        monkeypatch.setattr("numpy.frombuffer", empty)
        monkeypatch.setattr("numpy.concatenate", empty)
        with pytest.raises(FormatError, match="memory"):
            read_vectors(tmp_path / f"v{ending}")


def test_an_ending_without_a_format_is_refused_with_those_there_are(tmp_path):
    with pytest.raises(SaveError, match=r"Use one of \.bin, \.txt, \.vec, .*\.npz"):
        write_vectors(tmp_path / "v.docx", vectors_of(["a"]))
    assert list(tmp_path.iterdir()) == []
