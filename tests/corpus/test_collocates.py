from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.corpus import collocates as module
from w2v_gui.corpus.collocates import collocates
from w2v_gui.corpus.concordance import find, read_phrase
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.errors import Cancelled

TEXT = st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=9), min_size=1, max_size=12)


@settings(max_examples=80, deadline=None)
@given(TEXT, st.integers(1, 4), st.integers(1, 3))
def test_counts_are_those_of_reading(sentences, window, block):
    corpus = EncodedCorpus.from_sentences(sentences)
    word = sentences[0][0]
    expected = Counter()
    for sentence in sentences:
        for i in (i for i, each in enumerate(sentence) if each == word):
            expected.update(sentence[max(i - window, 0) : i] + sentence[i + 1 : i + 1 + window])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BLOCK", block)
        found = collocates(corpus, find(corpus, read_phrase(corpus, word)), 1, window)
    words = [corpus.vocabulary.words[i] for i in found.ids]
    assert dict(zip(words, found.counts.tolist(), strict=True)) == expected
    assert found.counts.tolist() == sorted(found.counts.tolist(), reverse=True)


def test_pmi_is_how_much_likelier_a_word_is_there():
    # Near x stand y four times and z four times; in the text y stands four times, z twelve times of 20.
    corpus = EncodedCorpus.from_sentences([["y", "x", "z"]] * 4 + [["z"]] * 8)
    found = collocates(corpus, find(corpus, read_phrase(corpus, "x")), 1, 2)
    pmi = {corpus.vocabulary.words[i]: value for i, value in zip(found.ids, found.pmi, strict=True)}
    assert pmi["y"] == pytest.approx(np.log2((4 / 8) / (4 / 20)))
    assert pmi["z"] == pytest.approx(np.log2((4 / 8) / (12 / 20)))


def test_what_is_rare_there_is_not_listed_by_pmi():
    corpus = EncodedCorpus.from_sentences([["often", "x"]] * 5 + [["once", "x"]] + [["often"]] * 50)
    found = collocates(corpus, find(corpus, read_phrase(corpus, "x")))

    def listed(least):
        return [corpus.vocabulary.words[found.ids[i]] for i in found.by_pmi(10, least)]

    assert listed(1) == ["once", "often"]
    assert listed(2) == ["often"]
    assert found.by_count(1).tolist() == [0]


def test_words_behind_a_phrase_are_near_it():
    corpus = EncodedCorpus.from_sentences([["a", "x", "y", "b", "c"]])
    found = collocates(corpus, find(corpus, read_phrase(corpus, "x y")), 2, 1)
    assert sorted(corpus.vocabulary.words[i] for i in found.ids) == ["a", "b"]


def test_nothing_is_near_what_stands_nowhere_and_counting_can_be_given_up():
    corpus = EncodedCorpus.from_sentences([["a", "b"]])
    assert len(collocates(corpus, np.zeros(0, np.int32)).ids) == 0
    with pytest.raises(Cancelled):
        collocates(corpus, np.zeros(1, np.int32), cancelled=lambda: True)
