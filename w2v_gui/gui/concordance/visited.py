"""Where one has been, to go back there and forward again."""

from __future__ import annotations

_MOST = 100


class Visited:
    """Texts in the order in which they were visited, and at which of them one is."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._at = -1

    @property
    def here(self) -> str:
        """Where one is; empty at first."""
        return self._texts[self._at] if self._texts else ""

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._texts) - 1

    def visit(self, text: str) -> None:
        """Go somewhere; what lay ahead is forgotten."""
        if text != self.here:
            self._texts = [*self._texts[: self._at + 1], text][-_MOST:]
            self._at = len(self._texts) - 1

    def go(self, by: int) -> str:
        """Go back or forward, as far as one can, and return where one is then."""
        self._at = min(max(self._at + by, 0), len(self._texts) - 1)
        return self.here
