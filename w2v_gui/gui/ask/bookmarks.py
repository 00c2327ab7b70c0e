"""Questions that the user keeps, from one start to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from w2v_gui.gui.settings import WindowSettings

MOST = 100
LONGEST = 300
"""Characters of a question that can be kept."""


class Bookmarks:
    """Kept questions, the latest first; of too many the oldest are forgotten.

    Parameters
    ----------
    settings : WindowSettings
        Where they are kept.
    """

    def __init__(self, settings: WindowSettings) -> None:
        self._settings = settings

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(text for text in self._settings.bookmarks if keepable(text))[:MOST]

    def __contains__(self, text: str) -> bool:
        return text in self.texts

    def toggle(self, text: str) -> None:
        """Keep a question, or forget it if it is kept."""
        others = tuple(kept for kept in self.texts if kept != text)
        self._settings.bookmarks = others if text in self else (text, *others)[:MOST]


def keepable(text: str) -> bool:
    """Whether a question can be kept."""
    return bool(text.strip()) and len(text) <= LONGEST
