"""What the colours of a map can say: how frequent words are, which belong together, how similar they are to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QColor

from w2v_gui.gui.widgets.atlas_painting import Look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.gui.theme import Palette

_STEPS = 64
_OTHERS = 255
"""The tint of words that a colour says nothing about."""


@dataclass(frozen=True, eq=False)
class ScaleKey:
    """What the colours of a scale stand for.

    Attributes
    ----------
    title, low, high : str
        What is shown, and the values at both ends.
    table : ndarray of uint8, shape (k, 3)
    """

    title: str
    low: str
    high: str
    table: NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class GroupKey:
    """What the colours of groups stand for: a colour and a few words for each."""

    title: str
    groups: tuple[tuple[QColor, str], ...]


def frequency_look(ranks: NDArray[np.floating], palette: Palette) -> tuple[Look, NDArray[np.uint8]]:
    """Return colours from pale to strong for numbers from 0, rare, to 1, frequent; and those of the scale."""
    strong = _between(palette.context, palette.text, 0.35)
    table = _steps([QColor(palette.context_pale), QColor(palette.context), strong])
    return _look(ranks, table, palette), table


def similarity_look(cosines: NDArray[np.floating], palette: Palette) -> tuple[Look, NDArray[np.uint8], float]:
    """Return colours for cosines: violet below zero, grey at it, green above; those of the scale; and where it ends.

    It ends at the largest value but those of the very nearest: of the word itself, which is always 1, for one.
    """
    known = np.abs(cosines[np.isfinite(cosines)])
    end = max(float(np.percentile(known, 99.5)) if len(known) else 1.0, 1e-6)
    grey = _between(palette.card, palette.muted, 0.3)
    table = _steps([QColor(palette.negative), grey, QColor(palette.positive)])
    return _look((cosines / end + 1) / 2, table, palette), table, end


def cluster_look(labels: NDArray[np.integer], palette: Palette) -> tuple[Look, list[QColor]]:
    """Return colours for groups, numbered from 0, and -1 for words in none."""
    colours = [QColor(colour) for colour in palette.groups]
    table = _table([*colours, *[QColor(palette.disabled)] * (256 - len(colours))])
    tints = np.where(labels < 0, _OTHERS, labels % len(colours)).astype(np.uint8)
    return Look(tints, table), colours


def _look(parts: NDArray[np.floating], table: NDArray[np.uint8], palette: Palette) -> Look:
    """Return the colours of a scale for numbers from 0 to 1; what is no number is grey."""
    whole = np.tile(_table([QColor(palette.disabled)]), (256, 1))
    whole[: len(table)] = table
    known = np.isfinite(parts)
    steps = np.where(known, np.clip(np.nan_to_num(parts) * len(table), 0, len(table) - 1), _OTHERS)
    return Look(steps.astype(np.uint8), whole)


def _steps(colours: list[QColor]) -> NDArray[np.uint8]:
    """Return a scale through some colours, shape (`_STEPS`, 3)."""
    along = np.linspace(0, len(colours) - 1, _STEPS)
    fixed = _table(colours).astype(np.float64)
    channels = [np.interp(along, np.arange(len(colours)), fixed[:, channel]) for channel in range(3)]
    return np.stack(channels, axis=1).round().astype(np.uint8)


def _table(colours: list[QColor]) -> NDArray[np.uint8]:
    return np.array([(c.red(), c.green(), c.blue()) for c in colours], np.uint8)


def _between(first: str, second: str, part: float) -> QColor:
    a, b = QColor(first), QColor(second)
    mixed = [round(x + (y - x) * part) for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)]  # type: ignore[index]
    return QColor(*mixed)
