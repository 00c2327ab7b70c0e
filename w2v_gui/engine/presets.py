"""Settings that belong together, declared once for the form and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from w2v_gui.engine.config import SETTINGS
from w2v_gui.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from w2v_gui.engine.config import TrainingConfig


@dataclass(frozen=True)
class Preset:
    """Some settings, and why they are as they are; ``title`` and ``help`` are marked for translation.

    Attributes
    ----------
    name : str
        What it is called on the command line.
    settings : callable
        The values by name, for a model. What is not named stays as it is, and so does the model.
    """

    name: str
    title: str
    help: str
    settings: Callable[[str], Mapping[str, Any]]

    def values(self, model: str) -> dict[str, Any]:
        """Return what it sets for a model: only what matters there."""
        values = self.settings(model)
        objective = values["objective"]
        return {name: value for name, value in values.items() if SETTINGS[name].applies(model, objective)}

    def describes(self, config: TrainingConfig) -> bool:
        """Whether a config differs from it in nothing that it sets."""
        return all(getattr(config, name) == value for name, value in self.values(config.model).items())


def _derivation(model: str) -> dict[str, Any]:
    # Measured on the derivation's sentence and on the planted texts. CBOW falls without a wobble up to 0.5; skip-gram
    # adds up the errors of both its outputs, its steps are twice as large, and at 0.2 it begins to swing.
    alpha = 0.1 if model == "cbow" else 0.05
    return {
        "objective": "softmax",
        "window": 1,
        "full_windows_only": True,
        "min_count": 1,
        "sample": 0.0,
        "alpha": alpha,
        "min_alpha": alpha,
        "batch_size": 1,
        "threads": 1,
        "cbow_gradient": "derived",
    }


def _word2vec(model: str) -> dict[str, Any]:
    # word2vec.c lets the rate fall to a ten-thousandth of what it was.
    alpha, min_alpha = (0.05, 5e-6) if model == "cbow" else (0.025, 2.5e-6)
    return {
        "objective": "negative_sampling",
        "vector_size": 100,
        "window": 5,
        "full_windows_only": False,
        "min_count": 5,
        "sample": 1e-3,
        "negative": 5,
        "ns_exponent": 0.75,
        "alpha": alpha,
        "min_alpha": min_alpha,
        "epochs": 5,
        "threads": SETTINGS["threads"].default_for(model, "negative_sampling"),
        "cbow_gradient": "word2vec",
    }


PRESETS: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset(
            "derivation",
            QT_TRANSLATE_NOOP("presets", "As the derivation"),
            QT_TRANSLATE_NOOP(
                "presets",
                "Step by step as it is derived: the exact softmax over all words, one window after the other and none "
                "left out, on one thread, at a rate that stays the same. The rate is 0.1 for CBOW and half of that for "
                "skip-gram, where the errors of both outputs add up, so that small texts are learned calmly. "
                "Dimensions, epochs and seed stay as they are.",
            ),
            _derivation,
        ),
        Preset(
            "word2vec",
            QT_TRANSLATE_NOOP("presets", "As word2vec"),
            QT_TRANSLATE_NOOP(
                "presets",
                "What word2vec.c 0.1c by Mikolov does unless told otherwise: negative sampling with 5 noise words, "
                "window 5, 100 dimensions, 5 epochs, at a rate of 0.05 for CBOW and 0.025 for skip-gram. It takes 12 "
                "threads, here it is one for each core; the seed stays as it is.",
            ),
            _word2vec,
        ),
    )
}
"""Every preset by name, in the order in which they are offered."""
