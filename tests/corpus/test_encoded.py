import numpy as np
import pytest

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.sources import PastedText
from w2v_gui.corpus.tokenizers import TokenizerOptions


def test_sentences_are_encoded_by_frequency():
    corpus = EncodedCorpus.from_sentences([["b", "a"], [], ["a", "c", "a"]], "small")
    assert corpus.vocabulary.words == ("a", "b", "c")
    assert corpus.ids.tolist() == [1, 0, 0, 2, 0]
    assert corpus.offsets.tolist() == [0, 2, 5]
    assert (len(corpus), corpus.sentences, corpus.name) == (5, 2, "small")


def test_arrays_are_read_only():
    corpus = EncodedCorpus.from_sentences([["a", "b"]])
    for array in (corpus.ids, corpus.offsets):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_no_sentences():
    corpus = EncodedCorpus.from_sentences([[], []])
    assert (len(corpus), corpus.sentences, len(corpus.vocabulary)) == (0, 0, 0)


def test_every_id_has_its_word():
    text = "the cat sat on the mat"
    corpus = encode([PastedText(text, "")], TokenizerOptions(language="spaced")).corpus
    assert [corpus.word(i) for i in corpus.ids.tolist()] == text.split()
    assert corpus.stopped == 0
    stopped = EncodedCorpus("", corpus.ids, corpus.offsets, corpus.vocabulary.kept(2), corpus.vocabulary.words[1:])
    assert [stopped.word(i) for i in stopped.ids.tolist()] == text.split()
    assert (stopped.stopped, len(stopped)) == (4, 6)


def test_it_is_what_reading_the_text_gives():
    lines = ["the cat sat on the mat", "a cat is a cat", "", "the end"]
    small = EncodedCorpus.from_sentences([line.split() for line in lines])
    read = encode([PastedText("\n".join(lines), "")], TokenizerOptions(language="spaced")).corpus
    assert read.vocabulary.words == small.vocabulary.words
    np.testing.assert_array_equal(read.vocabulary.counts, small.vocabulary.counts)
    np.testing.assert_array_equal(read.ids, small.ids)
    np.testing.assert_array_equal(read.offsets, small.offsets)
    assert (read.ids.dtype, read.offsets.dtype) == (small.ids.dtype, small.offsets.dtype)


def test_letting_go_changes_nothing():
    text = "\n".join(" ".join("ab"[: 1 + i * j % 2] * (1 + i * j % 9) for i in range(50)) for j in range(1, 400))
    for limit in (0, 1 << 30):
        corpus = encode([PastedText(text, "")], memory_limit=limit).corpus
        before = corpus.ids.copy()
        for begin, end in ((0, len(corpus)), (5, 7), (3000, len(corpus)), (len(corpus), len(corpus))):
            corpus.let_go(begin, end)
        np.testing.assert_array_equal(corpus.ids, before)
