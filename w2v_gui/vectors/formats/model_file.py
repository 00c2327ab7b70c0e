"""A model with all that is needed to go on with its training, as it is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.vectors.word_vectors import WordVectors


@dataclass(frozen=True, eq=False)
class ModelFile:
    """A model as it is saved.

    Attributes
    ----------
    vectors : WordVectors
        Words, counts and W.
    W_out : ndarray of float32, shape (rows, N), or None
        One row per output unit: V of them, V - 1 for hierarchical softmax.
    config : dict
        The training settings by name; empty for vectors that were not trained here.
    state : dict
        Where training stands; empty likewise.
    """

    vectors: WordVectors
    W_out: NDArray[np.float32] | None = None
    config: dict[str, Any] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)
