import numpy as np
import pytest

from w2v_gui.corpus.statistics import Frequencies
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.engine.chances import Chances
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.noise import noise_probabilities

COUNTS = [900, 40, 40, 7, 3, 3, 3, 1, 1]
VOCABULARY = Vocabulary([f"w{i}" for i in range(len(COUNTS))], COUNTS)


@pytest.mark.parametrize("exponent", [0.75, 0, -1])
def test_they_are_those_that_the_training_uses(exponent):
    config = TrainingConfig(min_count=3, sample=1e-3, ns_exponent=exponent)
    kept = VOCABULARY.kept(3)
    frequencies = Frequencies(VOCABULARY)
    chances = Chances.of(frequencies, config)
    groups = frequencies.group_of(np.arange(len(kept)))
    assert chances.words == len(kept) == 7
    np.testing.assert_allclose(chances.keep[groups], kept.keep_probability(1e-3))
    np.testing.assert_allclose(chances.noise[groups], noise_probabilities(kept.counts, exponent))


def test_without_noise_words_there_is_no_such_chance():
    assert Chances.of(Frequencies(VOCABULARY), TrainingConfig(objective="softmax")).noise is None


def test_nothing_is_kept_where_no_word_is_frequent_enough():
    chances = Chances.of(Frequencies(VOCABULARY), TrainingConfig(min_count=1000))
    assert chances.words == len(chances.keep) == len(chances.noise) == 0
