import numpy as np
import pytest

from w2v_gui.corpus.statistics import Frequencies, SentenceLengths, occurrences, rank_points
from w2v_gui.corpus.vocabulary import Vocabulary

COUNTS = [90, 40, 40, 7, 3, 3, 3, 1, 1]


def frequencies(counts=COUNTS):
    return Frequencies(Vocabulary([f"w{i}" for i in range(len(counts))], counts))


def lengths(*sizes):
    return SentenceLengths.of(np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64))


def test_words_that_occur_equally_often_are_a_group():
    groups = frequencies()
    assert groups.counts.tolist() == [90, 40, 7, 3, 1]
    assert groups.sizes.tolist() == [1, 2, 1, 3, 2]
    assert groups.group_of(np.arange(9)).tolist() == [0, 1, 1, 2, 3, 3, 3, 4, 4]
    assert groups.tokens[-1] == sum(COUNTS)
    assert frequencies([]).kept(1) == 0


@pytest.mark.parametrize("min_count", [1, 3, 8, 90])
def test_groups_are_kept_with_the_probability_of_their_words(min_count):
    vocabulary = Vocabulary([f"w{i}" for i in range(len(COUNTS))], COUNTS).kept(min_count)
    groups = frequencies()
    assert groups.kept(min_count) == len(vocabulary)
    by_word = groups.keep_probability(min_count, 0.01)[groups.group_of(np.arange(len(vocabulary)))]
    np.testing.assert_allclose(by_word, vocabulary.keep_probability(0.01))


def test_no_word_reaches_a_count_that_is_too_high():
    assert frequencies().kept(91) == 0
    assert len(frequencies().keep_probability(91, 0.01)) == 0


def test_thinned_ranks_have_the_head_and_the_last():
    ranks = rank_points(1_000_000, 2000)
    assert len(ranks) <= 2000
    assert ranks[:100].tolist() == list(range(1, 101))
    assert ranks[-1] == 1_000_000
    assert rank_points(7, 2000).tolist() == list(range(1, 8))
    assert len(rank_points(0, 2000)) == 0


def test_ids_beyond_the_vocabulary_are_counted(monkeypatch):
    monkeypatch.setattr("w2v_gui.corpus.statistics._AT_ONCE", 4)
    ids = np.array([0, 5, 2, 5, 7, 1, 5, 0, 6], np.int32)
    assert occurrences(ids, 5, 4).tolist() == [3, 1, 1, 0]
    assert occurrences(ids, 9, 0).tolist() == []


def test_lengths_of_sentences():
    found = lengths(3, 9, 3, 20_000, 5, 5000)
    assert found.lengths.tolist() == [3, 5, 9, 5000, 20_000]
    assert found.counts.tolist() == [2, 1, 1, 1, 1]
    assert found.sentences == 6
    assert found.mean == pytest.approx(25_020 / 6)
    assert found.median == 7
    assert found.longest == 20_000
    assert found.shorter_than(9) == 3
    assert lengths(2, 8, 4).median == 4


def test_more_sentences_than_are_measured_at_once(monkeypatch):
    monkeypatch.setattr("w2v_gui.corpus.statistics._AT_ONCE", 4)
    sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 9]
    found = lengths(*sizes)
    assert found.lengths.tolist() == list(range(1, 10))
    assert found.counts.tolist() == [1] * 8 + [2]


def test_the_longest_hundredth_does_not_stretch_the_histogram():
    sizes = np.random.default_rng(0).integers(1, 60, 1000).tolist()
    histogram = lengths(*sizes, 100_000).histogram()
    assert histogram.width == 2
    assert len(histogram.counts) <= 40
    assert histogram.counts.sum() + histogram.longer == 1001
    assert histogram.longer >= 1
    assert histogram.counts[5] == sum(10 <= size < 12 for size in sizes)


@pytest.mark.parametrize("size", [1, 9, 40, 20_000])
def test_a_single_sentence_is_in_the_last_bin(size):
    histogram = lengths(size).histogram()
    assert histogram.longer == 0
    assert histogram.counts.tolist() == [0] * (size // histogram.width) + [1]
