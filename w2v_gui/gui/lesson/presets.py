"""What the page shows at the stations: the derivation's sentence, by each model and output layer."""

from __future__ import annotations

from w2v_gui.gui.lesson.station import Setup

# Of this seed the target is not the likeliest word from the start, and the noise words are five different ones.
_START = Setup(preset="derivation", vector_size=5, seed=46, alpha=0.5, pair=1)


def at(stage: str, model: str = "cbow", objective: str = "softmax") -> Setup:
    """Return the sentence's first pair, with a network that has learned nothing yet, at a stage of the walk."""
    return Setup(
        preset=_START.preset,
        model=model,
        objective=objective,
        vector_size=_START.vector_size,
        seed=_START.seed,
        alpha=_START.alpha,
        pair=_START.pair,
        stage=stage,
    )
