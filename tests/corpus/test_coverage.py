"""How many words and tokens a minimum count keeps."""

import numpy as np
import pytest

from w2v_gui.corpus.coverage import Coverage
from w2v_gui.corpus.vocabulary import Vocabulary


@pytest.mark.parametrize("min_count", [0, 1, 2, 3, 7, 8, 10_000])
def test_it_counts_what_occurs_often_enough(min_count):
    counts = np.array([900, 7, 7, 3, 2, 2, 2, 1, 1])
    coverage = Coverage(Vocabulary([str(i) for i in range(len(counts))], counts))
    assert coverage.words(min_count) == np.count_nonzero(counts >= min_count)
    assert coverage.tokens(min_count) == counts[counts >= min_count].sum()
    assert (coverage.all_words, coverage.all_tokens) == (9, 925)
