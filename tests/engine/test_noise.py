from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from w2v_gui.engine.kernels.negative_sampling import SHARED_POSITIONS, noise_words
from w2v_gui.engine.noise import alias_table, noise_probabilities


def test_probabilities_are_counts_to_the_power() -> None:
    p = noise_probabilities(np.array([16, 1]), 0.75)
    np.testing.assert_allclose(p, [8 / 9, 1 / 9])


@pytest.mark.parametrize(("exponent", "expected"), [(0.0, [0.5, 0.5]), (1.0, [0.9, 0.1]), (-1.0, [0.1, 0.9])])
def test_exponents(exponent: float, expected: list[float]) -> None:
    np.testing.assert_allclose(noise_probabilities(np.array([9, 1]), exponent), expected)


@given(st.lists(st.floats(1e-6, 1e6), min_size=1, max_size=200))
def test_alias_table_holds_the_distribution(weights: list[float]) -> None:
    p = np.array(weights) / np.sum(weights)
    noise = alias_table(p)
    accept = (noise.accept.astype(np.float64) + 1) / 2**32
    held = accept / len(p)
    np.add.at(held, noise.alias, (1 - accept) / len(p))
    np.testing.assert_allclose(held, p, atol=1e-8)


def test_draws_follow_the_distribution_by_chi_square() -> None:
    counts = np.array([1000, 500, 200, 100, 50, 20, 10, 5, 2, 1])
    p = noise_probabilities(counts, 0.75)
    noise, k, draws = alias_table(p), 5, 40_000
    seen = np.zeros(len(p))
    for block in range(draws):
        seen += np.bincount(noise_words(noise, 7, 0, block * SHARED_POSITIONS, k), minlength=len(p))
    expected = p * draws * k
    chi_square = ((seen - expected) ** 2 / expected).sum()
    assert 1.0 < chi_square < 27.88  # 9 degrees of freedom: above 27.88 once in a thousand, below 1.15 likewise


def test_neighbouring_positions_share_their_noise_words() -> None:
    noise = alias_table(np.full(1000, 1e-3))

    def drawn(position: int) -> list[int]:
        return noise_words(noise, 1, 0, position, 5).tolist()

    assert drawn(10) == drawn(11)
    assert drawn(11) != drawn(12)
