"""Which word is missing: what a trained model says about a gap in a context."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Predictor:
    """Says which words fit into a gap."""

    def predict(self, context: Sequence[int], top: int) -> object:
        """Return the words that fit best between the given ones."""
        raise NotImplementedError
