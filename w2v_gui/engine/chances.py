"""What a training makes of the words of a text, from their counts alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from w2v_gui.engine.noise import noise_probabilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.corpus.statistics import Frequencies
    from w2v_gui.engine.config import TrainingConfig


@dataclass(frozen=True, eq=False)
class Chances:
    """Which words are trained, and how likely each is to be met.

    Attributes
    ----------
    min_count : int
        How often a word must occur.
    words : int
        How many words do: those with ids below.
    keep : ndarray of float64
        Probability with which subsampling keeps an occurrence, for each of the groups of `Frequencies` that are kept.
    noise : ndarray of float64, or None
        Probability with which one draw of a noise word is this word, likewise; None where no noise is drawn.
    """

    min_count: int
    words: int
    keep: NDArray[np.float64]
    noise: NDArray[np.float64] | None

    @classmethod
    def of(cls, frequencies: Frequencies, config: TrainingConfig) -> Chances:
        """Return what a training with ``config`` would make of words."""
        groups = frequencies.groups(config.min_count)
        keep = frequencies.keep_probability(config.min_count, config.sample)
        noise = None
        if config.objective == "negative_sampling":
            noise = keep
            if groups:
                noise = noise_probabilities(frequencies.counts[:groups], config.ns_exponent)
                # So far every group counts as one word.
                noise = noise / (noise @ frequencies.sizes[:groups])
        return cls(config.min_count, frequencies.kept(config.min_count), keep, noise)
