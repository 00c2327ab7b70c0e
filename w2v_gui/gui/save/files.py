"""A file as it would begin, and one that is on disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from w2v_gui.errors import SaveError


@dataclass(frozen=True)
class Preview:
    """A file as it would begin.

    Attributes
    ----------
    size : float
        How many bytes it would have, or both of a pair.
    parts : tuple of (str, tuple of str)
        For each file how its name ends, and its first lines or what it consists of.
    error : SaveError or None
        Why it cannot be saved in this format.
    """

    size: float = 0.0
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    error: SaveError | None = None


@dataclass(frozen=True)
class SavedFile:
    """What is on disk now.

    Attributes
    ----------
    path : str
    rows : int
    marked : int
        Words in which something had to be made visible because the format cannot hold it.
    left_out : int
        Words that the format cannot hold.
    """

    path: str
    rows: int
    marked: int = 0
    left_out: int = 0
