import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.corpus import concordance
from w2v_gui.corpus.collocates import collocates
from w2v_gui.corpus.concordance import (
    LEFT,
    PLACE,
    RIGHT,
    Lines,
    NotInText,
    alphabetical,
    arranged,
    find,
    read_phrase,
    sample,
)
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.errors import Cancelled

WORD = st.sampled_from(["a", "b", "c", "Dd", "é", "玉", "\ud800"])
TEXT = st.lists(st.lists(WORD, min_size=1, max_size=9), min_size=1, max_size=12)
KINGS = EncodedCorpus.from_sentences(
    [["the", "king", "of", "Spain"], ["the", "queen", "of", "the", "king"], ["king"], ["the", "king", "of", "France"]]
)


def places_by_reading(sentences, phrase):
    """Return where a phrase stands, found the slow way."""
    found, begin = [], 0
    for sentence in sentences:
        for i in range(len(sentence) - len(phrase) + 1):
            if sentence[i : i + len(phrase)] == phrase:
                found.append(begin + i)
        begin += len(sentence)
    return found


def words(corpus, tokens):
    return [corpus.vocabulary.words[token.id] if token.id >= 0 else "|" for token in tokens]


def texts_of(corpus, positions, length=1, **kwargs):
    lines = Lines(corpus, np.asarray(positions), length, **kwargs)
    return [
        [words(corpus, part) for part in (line.before, line.match, line.after)]
        for line in map(lines.line, range(len(lines)))
    ]


def test_words_that_are_in_no_vocabulary_are_found_and_sorted_by():
    vocabulary = Vocabulary(["king", "Spain", "France"], [2, 1, 1])
    ids, offsets = np.array([4, 0, 3, 1, 4, 0, 3, 2], np.int32), np.array([0, 4, 8])
    corpus = EncodedCorpus("", ids, offsets, vocabulary, ("of", "the"))
    phrase = read_phrase(corpus, "King of")
    assert phrase.words == ("king", "of")
    assert find(corpus, phrase).tolist() == [1, 5]
    assert find(corpus, read_phrase(corpus, "the")).tolist() == [0, 4]
    ranks = alphabetical(corpus.words)
    assert arranged(corpus, np.array([1, 5]), 1, RIGHT, ranks).tolist() == [5, 1]
    near = collocates(corpus, np.array([1, 5]))
    assert sorted(near.ids.tolist()) == [1, 2]


@settings(max_examples=150, deadline=None)
@given(TEXT, st.lists(WORD, min_size=1, max_size=3), st.integers(1, 20))
def test_every_place_is_found_and_no_other(sentences, phrase, block):
    corpus = EncodedCorpus.from_sentences(sentences)
    if not all(word in corpus.vocabulary for word in phrase):
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(concordance, "_BLOCK", block)
        partial = []
        found = find(
            corpus, read_phrase(corpus, " ".join(phrase)), lambda positions: partial.append(positions.tolist())
        )
    assert found.tolist() == places_by_reading(sentences, phrase)
    assert all(found[: len(some)].tolist() == some for some in partial)


def test_what_was_found_so_far_stays_as_it_is(monkeypatch):
    monkeypatch.setattr(concordance, "_BLOCK", 500)
    corpus = EncodedCorpus.from_sentences([["a", "b"]] * 4000)
    seen = []
    find(corpus, read_phrase(corpus, "a"), seen.append)
    assert len(seen) == 16
    for before, after in pairwise(seen):
        assert after[: len(before)].tolist() == before.tolist()
    assert seen[-1].tolist() == list(range(0, 8000, 2))


def test_a_search_can_be_given_up(monkeypatch):
    monkeypatch.setattr(concordance, "_BLOCK", 2)
    seen = []
    with pytest.raises(Cancelled):
        find(KINGS, read_phrase(KINGS, "king"), seen.append, lambda: len(seen) == 2)
    assert len(seen) == 2


def test_a_word_is_looked_for_as_it_stands_then_in_small_letters():
    assert read_phrase(KINGS, " KING  of Spain ").words == ("king", "of", "Spain")
    with pytest.raises(NotInText) as absent:
        read_phrase(KINGS, "king spain")
    assert absent.value.word == "spain"
    with pytest.raises(NotInText):
        read_phrase(KINGS, "  ")


def test_a_line_ends_with_its_sentence():
    assert texts_of(KINGS, find(KINGS, read_phrase(KINGS, "king"))) == [
        [["the"], ["king"], ["of", "Spain"]],
        [["the", "queen", "of", "the"], ["king"], []],
        [[], ["king"], []],
        [["the"], ["king"], ["of", "France"]],
    ]


def test_a_line_can_go_on_beyond_borders_which_are_marked():
    found = find(KINGS, read_phrase(KINGS, "king"))
    lines = Lines(KINGS, found, across=True)
    assert words(KINGS, lines.line(2, most=3).before) == ["of", "the", "king", "|"]
    assert words(KINGS, lines.line(2, most=3).after) == ["|", "the", "king", "of"]
    assert words(KINGS, lines.line(1, most=6).before) == ["of", "Spain", "|", "the", "queen", "of", "the"]
    assert not lines.line(2, most=3).opens
    assert lines.line(0).opens
    assert lines.line(3).closes


def test_a_line_says_whether_there_is_more():
    lines = Lines(KINGS, find(KINGS, read_phrase(KINGS, "king")))
    assert (lines.line(0, most=1).opens, lines.line(0, most=1).closes) == (True, False)
    assert words(KINGS, lines.line(0, most=1).after) == ["of"]


def test_lines_are_sorted_by_the_words_after_or_before():
    phrase = read_phrase(KINGS, "king")
    found, ranks = find(KINGS, phrase), alphabetical(KINGS.vocabulary.words)
    after = arranged(KINGS, found, 1, RIGHT, ranks)
    # "of France" before "of Spain"; where nothing follows, at the end, in the order of the text.
    assert after.tolist() == [found[3], found[0], found[1], found[2]]
    assert arranged(KINGS, found, 1, RIGHT, ranks, descending=True).tolist() == [found[0], found[3], found[1], found[2]]
    # "the" at the beginning of a sentence behind "of the": nothing stands before it.
    assert arranged(KINGS, found, 1, LEFT, ranks).tolist() == [found[1], found[0], found[3], found[2]]
    assert arranged(KINGS, found, 1, PLACE, descending=True).tolist() == found[::-1].tolist()


@settings(max_examples=80, deadline=None)
@given(TEXT, st.sampled_from([LEFT, RIGHT]), st.booleans())
def test_the_order_is_that_of_sorting_lines_by_reading_them(sentences, by, descending):
    corpus = EncodedCorpus.from_sentences(sentences)
    ranks = alphabetical(corpus.vocabulary.words)
    found = find(corpus, read_phrase(corpus, corpus.vocabulary.words[0]))
    lines = Lines(corpus, found)

    def key(i):
        line = lines.line(i)
        side = line.after if by == RIGHT else line.before[::-1]
        some = [ranks[token.id] * (-1 if descending else 1) for token in side[:3]]
        return [*some, *[math.inf] * (3 - len(some))]

    expected = found[sorted(range(len(found)), key=key)]
    assert arranged(corpus, found, 1, by, ranks, descending=descending).tolist() == expected.tolist()


def test_the_alphabet_does_not_regard_case_and_takes_any_word():
    order = ["B", "a", "\ud800", "", "b" * 5000, "Apple", "apple"]
    ranks = alphabetical(order)
    ranked = [order[i] for i in np.argsort(ranks)]
    assert ranked == ["", "a", "Apple", "apple", "B", "b" * 5000, "\ud800"]
    with pytest.raises(Cancelled):
        alphabetical(order, lambda: True)


def test_a_sample_is_the_same_for_the_same_seed_and_in_the_order_of_the_text():
    positions = np.arange(0, 3000, 3)
    some = sample(positions, 50)
    assert len(set(some.tolist())) == 50
    assert some.tolist() == sorted(some.tolist()) == sample(positions, 50).tolist()
    assert some.tolist() != sample(positions, 50, seed=2).tolist()
    assert sample(positions, 1000) is positions
