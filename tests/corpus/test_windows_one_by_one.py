"""The windows one can look at are those that are trained: against the derivation's table and all windows at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.pairs import ELLIPSIS, Excerpt, Windows
from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.corpus.window_rules import WindowRules
from w2v_gui.corpus.windows import UNIT, Window, make_stream, windows


def windows_of(corpus: EncodedCorpus, *, window: int = 1, sample: float = 0.0, full: bool = False, least: int = 1):
    return Windows(corpus, WindowRules(window, full, least, sample, seed=1))


def trained(corpus: EncodedCorpus, *, window: int, sample: float, full: bool, least: int) -> list[Window]:
    stream = make_stream(
        corpus, corpus.vocabulary.kept(least), window=window, sample=sample, full_windows_only=full, seed=1
    )
    return list(windows(stream, 0, 0, len(corpus)))


def walked(pairs: Windows) -> list[Window]:
    found, window = [], pairs.first()
    while window is not None:
        found.append(window)
        window = pairs.following(window.position)
    return found


def words_of(excerpt: Excerpt) -> tuple[str, list[str]]:
    return excerpt.tokens[excerpt.centre], [excerpt.tokens[i] for i in excerpt.context]


def test_the_table_of_the_derivation() -> None:
    pairs = windows_of(derivation_sentence(), full=True)
    assert [words_of(pairs.sentence(window)) for window in walked(pairs)] == [
        ("爱", ["我", "学习"]),
        ("学习", ["爱", "没有"]),
        ("没有", ["学习", "什么"]),
        ("什么", ["没有", "能够"]),
        ("能够", ["什么", "阻挡"]),
        ("阻挡", ["能够", "我"]),
        ("我", ["阻挡", "的"]),
        ("的", ["我", "脚步"]),
    ]
    assert pairs.counted() == 8
    assert [pairs.number(position) for position in range(10)] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8]


sentences = st.lists(st.lists(st.sampled_from("aaaabcdefgh"), min_size=1, max_size=90), min_size=1, max_size=40)


@settings(deadline=None)
@given(sentences, st.integers(1, 4), st.sampled_from([0.0, 0.02]), st.booleans(), st.integers(1, 3))
def test_forwards_and_backwards_they_are_those_that_are_trained(
    text: list[list[str]], window: int, sample: float, full: bool, least: int
) -> None:
    corpus = EncodedCorpus.from_sentences(text)
    least = min(least, int(corpus.vocabulary.counts[0]))
    rules = {"window": window, "sample": sample, "full": full, "least": least}
    pairs, expected = windows_of(corpus, **rules), trained(corpus, **rules)
    assert walked(pairs) == expected
    back, before = [], pairs.preceding(len(corpus))
    while before is not None:
        back.append(before)
        before = pairs.preceding(before.position)
    assert back == expected[::-1]
    assert pairs.counted() == len(expected)
    there = {each.position: each for each in expected}
    assert [pairs.at(position) for position in range(-1, len(corpus) + 1)] == [
        there.get(position) for position in range(-1, len(corpus) + 1)
    ]


@settings(deadline=None)
@given(sentences, st.sampled_from([0.0, 0.02]), st.integers(0, 7), st.data())
def test_the_next_window_of_a_word_goes_around_the_end(
    text: list[list[str]], sample: float, word: int, data: st.DataObject
) -> None:
    corpus = EncodedCorpus.from_sentences(text)
    rules = {"window": 2, "sample": sample, "full": False, "least": 1}
    after = data.draw(st.integers(-1, len(corpus)))
    fitting = [each for each in trained(corpus, **rules) if each.centre == word]
    expected = [each for each in fitting if each.position > after] + fitting
    assert windows_of(corpus, **rules).with_centre(word, after) == (expected[0] if expected else None)


def test_a_rare_word_far_away_and_one_that_is_always_left_out() -> None:
    corpus = EncodedCorpus.from_sentences([["the", "of"] * 400_000 + ["rare", "the"], ["alone"]])
    pairs = windows_of(corpus)
    rare, alone = (corpus.vocabulary.index(word) for word in ("rare", "alone"))
    found = pairs.with_centre(rare)
    assert found is not None
    assert found.position == 800_000
    assert pairs.with_centre(rare, after=found.position) == found
    assert pairs.with_centre(alone) is None
    assert pairs.counted() is None
    assert pairs.following(found.position + 1) is None


def test_stop_words_are_seen_in_the_sentence_of_a_window() -> None:
    corpus = EncodedCorpus.from_sentences([["a", "the", "b", "a", "b"]])
    stopped = EncodedCorpus("", corpus.ids, corpus.offsets, corpus.vocabulary.kept(2), ("the",))
    pairs = windows_of(stopped, least=2)
    assert pairs.sentence(pairs.first()) == Excerpt(("a", "the", "b", "a", "b"), 0, (2,))


def test_across_a_long_stretch_without_windows() -> None:
    lone = [["alone"]] * (3 * UNIT)
    corpus = EncodedCorpus.from_sentences([["a", "b"], *lone, ["a", "b"]])
    pairs = windows_of(corpus)
    assert pairs.following(1).position == 3 * UNIT + 2
    assert pairs.preceding(3 * UNIT + 2).position == 1


def test_random_windows_reach_everywhere() -> None:
    corpus = EncodedCorpus.from_sentences([["a", "b", "c"], ["d"], ["e", "f"]])
    pairs = windows_of(corpus)
    generator = np.random.default_rng(0)
    assert {pairs.random(generator).position for _ in range(200)} == {0, 1, 2, 4, 5}


@pytest.mark.parametrize("text", [[["alone"]], [["a"], ["b"], ["a"]]])
def test_a_text_without_any_window(text: list[list[str]]) -> None:
    pairs = windows_of(EncodedCorpus.from_sentences(text))
    assert pairs.first() is None
    assert pairs.preceding(len(text)) is None
    assert pairs.random(np.random.default_rng(0)) is None
    assert pairs.with_centre(0) is None
    assert pairs.counted() == 0


def test_a_long_sentence_is_cut_around_the_window() -> None:
    text = [str(i) for i in range(100)]
    pairs = windows_of(EncodedCorpus.from_sentences([["before"], text, ["after"]]), full=True)
    middle = pairs.sentence(pairs.at(51), reach=2)
    assert middle.tokens == (ELLIPSIS, "47", "48", "49", "50", "51", "52", "53", ELLIPSIS)
    assert words_of(middle) == ("50", ["49", "51"])
    beginning = pairs.sentence(pairs.at(2), reach=2)
    assert beginning.tokens == ("0", "1", "2", "3", "4", ELLIPSIS)
    assert words_of(beginning) == ("1", ["0", "2"])


def test_words_that_are_passed_over_stand_in_the_sentence() -> None:
    text = ["x", *(f"once{i}" for i in range(20)), "x", "y", "y"]
    pairs = windows_of(EncodedCorpus.from_sentences([text]), full=True, least=2)
    whole = pairs.sentence(pairs.first())
    assert whole.tokens == tuple(text)
    assert words_of(whole) == ("x", ["x", "y"])
    assert whole.context == (0, 22)
    cut = pairs.sentence(pairs.first(), reach=1)
    assert cut.tokens == ("x", "once0", ELLIPSIS, "once19", "x", "y", "y")
    assert words_of(cut) == ("x", ["x", "y"])


@settings(deadline=None)
@given(sentences, st.integers(1, 4), st.sampled_from([0.0, 0.02]), st.integers(1, 3), st.data())
def test_what_is_kept_of_a_stretch_is_what_windows_are_made_of(
    text: list[list[str]], window: int, sample: float, least: int, data: st.DataObject
) -> None:
    corpus = EncodedCorpus.from_sentences(text)
    least = min(least, int(corpus.vocabulary.counts[0]))
    pairs = windows_of(corpus, window=window, sample=sample, least=least)
    begin = data.draw(st.integers(0, len(corpus)))
    end = data.draw(st.integers(begin, len(corpus)))
    kept = {int(position) for position in begin + np.flatnonzero(pairs.kept(begin, end))}
    shown = trained(corpus, window=window, sample=sample, full=False, least=least)
    seen = {position for each in shown for position in (each.position, *each.context_positions)}
    # A word that is kept and has no neighbour stands in no window.
    assert seen & set(range(begin, end)) <= kept
    lonely = kept - seen
    assert all(pairs.at(position) is None for position in lonely)
    with_all = windows_of(corpus, window=90, sample=sample, least=least)
    for position in lonely:
        assert with_all.at(position) is None


def test_a_stretch_longer_than_a_unit_is_gone_through_in_parts() -> None:
    corpus = EncodedCorpus.from_sentences([["a", "b"] * UNIT, ["rare", "a"]])
    kept = windows_of(corpus, least=2).kept(5, len(corpus))
    assert kept.tolist() == [True] * (2 * UNIT - 5) + [False, True]


def test_the_chance_of_a_word_is_that_of_its_occurrences() -> None:
    corpus = EncodedCorpus.from_sentences([["often"] * 20_000 + ["seldom"] * 2 + ["never"]])
    pairs = windows_of(corpus, sample=1e-3, least=2)
    share = float(pairs.kept(0, 20_000).mean())
    assert pairs.chance(0) == pytest.approx(corpus.vocabulary.kept(2).keep_probability(1e-3)[0])
    assert share == pytest.approx(pairs.chance(0), rel=0.1)
    assert (pairs.chance(1), pairs.chance(2)) == (1.0, 0.0)
