"""Windows against the derivation's tables, against their formulas, and against a plain oracle."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.corpus.windows import UNIT, Stream, make_stream, windows

SENTENCE = ["我", "爱", "学习", "没有", "什么", "能够", "阻挡", "我", "的", "脚步"]


def stream_of(corpus: EncodedCorpus, *, window: int = 5, sample: float = 0.0, full: bool = False) -> Stream:
    return make_stream(corpus, corpus.vocabulary, window=window, sample=sample, full_windows_only=full, seed=1)


def with_stop_words(text: list[list[str]], stop_words: set[str]) -> EncodedCorpus:
    """Return the corpus of a text some of whose words are stop words, as reading it gives it."""
    plain = EncodedCorpus.from_sentences(text)
    words = plain.vocabulary.words
    order = sorted(range(len(words)), key=lambda i: words[i] in stop_words)
    kept = [i for i in order if words[i] not in stop_words]
    vocabulary = Vocabulary([words[i] for i in kept], plain.vocabulary.counts[kept])
    ids = np.argsort(order).astype(np.int32)[plain.ids]
    return EncodedCorpus("", ids, plain.offsets, vocabulary, tuple(words[i] for i in order[len(kept) :]))


def test_cbow_table_of_the_derivation_row_by_row() -> None:
    corpus = EncodedCorpus.from_sentences([SENTENCE])
    words = corpus.vocabulary.words
    assert len(words) == 9
    rows = [
        ([words[i] for i in window.context], words[window.centre])
        for window in windows(stream_of(corpus, window=1, full=True), 0, 0, len(corpus))
    ]
    assert rows[:6] == [
        (["我", "学习"], "爱"),
        (["爱", "没有"], "学习"),
        (["学习", "什么"], "没有"),
        (["没有", "能够"], "什么"),
        (["什么", "阻挡"], "能够"),
        (["能够", "我"], "阻挡"),
    ]
    assert rows[6:] == [(["阻挡", "的"], "我"), (["我", "脚步"], "的")]


def test_skipgram_table_of_the_derivation_row_by_row() -> None:
    corpus = EncodedCorpus.from_sentences([SENTENCE])
    words = corpus.vocabulary.words
    rows = [
        (words[window.centre], words[target])
        for window in windows(stream_of(corpus, window=1, full=True), 0, 0, len(corpus))
        for target in window.context
    ]
    assert rows[:4] == [("爱", "我"), ("爱", "学习"), ("学习", "爱"), ("学习", "没有")]
    # The text prints every other row of some centres.
    for row in [("爱", "我"), ("学习", "爱"), ("学习", "没有"), ("什么", "能够"), ("能够", "阻挡"), ("阻挡", "能够")]:
        assert row in rows


def test_windows_end_with_the_sentence() -> None:
    corpus = EncodedCorpus.from_sentences([["a", "b"], ["c", "d"]])
    seen = {window.position: window.context_positions for window in windows(stream_of(corpus), 0, 0, 4)}
    assert seen == {0: (1,), 1: (0,), 2: (3,), 3: (2,)}


def test_a_word_that_stands_twice_is_there_twice() -> None:
    corpus = EncodedCorpus.from_sentences([["x", "y", "x"]])
    middle = [w for w in windows(stream_of(corpus, window=1), 0, 0, 3) if w.position == 1]
    assert middle[0].context == (corpus.vocabulary.index("x"),) * 2


def test_reach_is_uniform_over_one_to_window() -> None:
    corpus = EncodedCorpus.from_sentences([["w", "v"] * 20_000])
    reaches = [w.position - w.context_positions[0] for w in windows(stream_of(corpus, window=4), 0, 4, 39_996)]
    seen = np.bincount(reaches, minlength=5)[1:]
    expected = len(reaches) / 4
    assert ((seen - expected) ** 2 / expected).sum() < 16.27  # chi-square, 3 degrees of freedom, one in a thousand


def test_subsampling_keeps_words_with_the_probability_of_the_formula() -> None:
    rng = np.random.default_rng(0)
    shares = np.array([0.6, 0.3, 0.08, 0.02])
    text = [str(i) for i in rng.choice(4, size=60_000, p=shares)]
    corpus = EncodedCorpus.from_sentences([text])
    sample = 0.05
    kept = np.bincount([w.centre for w in windows(stream_of(corpus, sample=sample), 0, 0, len(corpus))], minlength=4)
    counts = corpus.vocabulary.counts
    ratio = sample * len(corpus) / counts
    expected = np.minimum(np.sqrt(ratio) + ratio, 1.0)
    spread = 4 * np.sqrt(expected * (1 - expected) / counts)
    assert (np.abs(kept / counts - expected) <= spread + 1e-9).all()
    assert expected.min() < 0.5 < expected.max()


def test_windows_are_cut_after_removal() -> None:
    # Frequent words between the rare ones are mostly removed: rare words must become neighbours.
    text = (["the"] * 9 + ["rare"]) * 2000
    corpus = EncodedCorpus.from_sentences([text])
    rare = corpus.vocabulary.index("rare")
    found = [w for w in windows(stream_of(corpus, window=2, sample=1e-3), 0, 0, len(corpus)) if w.centre == rare]
    assert any(rare in w.context for w in found)


def test_every_epoch_draws_anew_and_the_same_epoch_the_same() -> None:
    corpus = EncodedCorpus.from_sentences([[str(i % 50) for i in range(500)]])
    stream = stream_of(corpus)
    assert list(windows(stream, 0, 0, 500)) == list(windows(stream, 0, 0, 500))
    assert list(windows(stream, 0, 0, 500)) != list(windows(stream, 1, 0, 500))


def test_words_below_the_vocabulary_are_passed_over() -> None:
    corpus = EncodedCorpus.from_sentences([["a", "b", "once", "a", "b"]])
    stream = make_stream(corpus, corpus.vocabulary.kept(2), window=1, sample=0.0, full_windows_only=True, seed=1)
    found = {w.position: w.context_positions for w in windows(stream, 0, 0, 5)}
    assert found == {1: (0, 3), 3: (1, 4)}


sentences = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=40), min_size=1, max_size=12)


@settings(deadline=None)
@given(sentences, st.integers(1, 6), st.booleans(), st.sampled_from([0.0, 0.05]), st.data())
def test_where_a_stretch_begins_changes_nothing(
    text: list[list[str]], window: int, full: bool, sample: float, data: st.DataObject
) -> None:
    corpus = EncodedCorpus.from_sentences(text)
    stream = stream_of(corpus, window=window, sample=sample, full=full)
    whole = list(windows(stream, 0, 0, len(corpus)))
    cut = data.draw(st.integers(0, len(corpus)))
    assert list(windows(stream, 0, 0, cut)) + list(windows(stream, 0, cut, len(corpus))) == whole


@settings(deadline=None)
@given(sentences, st.integers(1, 4), st.sets(st.sampled_from("abcdefgh"), max_size=3))
def test_windows_reach_over_stop_words_as_if_these_were_deleted(
    text: list[list[str]], window: int, stop_words: set[str]
) -> None:
    rest = [[word for word in sentence if word not in stop_words] for sentence in text]
    deleted = EncodedCorpus.from_sentences(rest)
    whole = with_stop_words(text, stop_words)
    assert whole.vocabulary.words == deleted.vocabulary.words
    found, expected = (
        [(w.centre, w.context) for w in windows(stream_of(corpus, window=window, full=True), 0, 0, len(corpus))]
        for corpus in (whole, deleted)
    )
    assert found == expected


@settings(deadline=None)
@given(sentences, st.integers(1, 6))
def test_full_windows_against_a_plain_oracle(text: list[list[str]], window: int) -> None:
    corpus = EncodedCorpus.from_sentences(text)
    expected = []
    start = 0
    for sentence in text:
        for i in range(window, len(sentence) - window):
            around = [*range(i - window, i), *range(i + 1, i + window + 1)]
            expected.append((start + i, tuple(start + j for j in around)))
        start += len(sentence)
    found = windows(stream_of(corpus, window=window, full=True), 0, 0, len(corpus))
    assert [(w.position, w.context_positions) for w in found] == expected


@pytest.mark.parametrize("length", [UNIT - 1, UNIT, UNIT + 1, 3 * UNIT + 7])
def test_a_long_line_is_never_cut(length: int) -> None:
    corpus = EncodedCorpus.from_sentences([[str(i) for i in range(length)]])
    found = list(windows(stream_of(corpus, window=3, full=True), 0, 0, length))
    assert [w.position for w in found] == list(range(3, length - 3))
