"""Finding words in a text by their numbers."""

from __future__ import annotations

import pytest

from w2v_gui.corpus import next_place
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.next_place import search
from w2v_gui.errors import Cancelled

CORPUS = EncodedCorpus.from_sentences([["the", "cat"], ["the", "dog"], ["a", "cat"], ["the", "dog", "the", "cat"]])
CHINESE = EncodedCorpus.from_sentences([["宝玉", "笑道"], ["宝", "玉"], ["宝玉", "笑", "道"]])


def places(corpus, typed, backwards=False):
    """Return where something is found, one place after the other, until it goes round."""
    found, start = [], len(corpus) if backwards else -1
    while True:
        place = search(corpus, typed, start, backwards=backwards).places
        if not place or place in found:
            return found
        found.append(place)
        start = place[0]


@pytest.mark.parametrize("block", [1, 2, 3, 1000])
def test_all_places_one_after_the_other_however_the_text_is_divided(monkeypatch, block):
    monkeypatch.setattr(next_place, "_BLOCK", block)
    there = [range(2), range(8, 10)]
    assert places(CORPUS, "the cat") == there
    assert places(CORPUS, "The Cat", backwards=True) == there[::-1]
    assert places(CORPUS, "dog the cat a") == []


def test_the_only_place_is_found_again():
    assert search(CORPUS, "a", 4).places == range(4, 5)
    assert search(CORPUS, "a", 4, backwards=True).places == range(4, 5)


def test_a_word_that_is_not_there_is_named():
    assert search(CORPUS, "the horse cat", 0).unknown == "horse"
    assert search(CORPUS, "cat horse", 0).places == range(0)


def test_chinese_is_found_however_it_is_divided():
    assert places(CHINESE, "宝玉笑道") == [range(2), range(4, 7)]
    assert places(CHINESE, "宝玉") == [range(1), range(2, 4), range(4, 5)]
    assert search(CHINESE, "宝玉哭道", 0).unknown == "宝玉哭道"


def test_stop_words_are_found_too():
    ids = CORPUS.ids.copy()
    ids[ids == CORPUS.vocabulary.index("a")] = len(CORPUS.vocabulary)
    corpus = EncodedCorpus("", ids, CORPUS.offsets, CORPUS.vocabulary, ("stop",))
    assert places(corpus, "stop cat") == [range(4, 6)]
    assert places(corpus, "Stop Cat") == [range(4, 6)]


def test_something_endless_is_no_burden():
    assert search(CHINESE, "宝玉" * 5000, 0).places == range(0)


def test_a_search_can_be_given_up():
    with pytest.raises(Cancelled):
        search(CORPUS, "cat", 0, cancelled=lambda: True)
