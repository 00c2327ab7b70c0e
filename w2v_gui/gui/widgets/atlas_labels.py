"""Which words of a large map are named: as many as there is room for, and more the nearer one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from w2v_gui.gui.labels import Candidate, LabelPlacer
from w2v_gui.gui.telling import telling_first
from w2v_gui.gui.widgets.map_painting import LABELLED, MARKED, LabelTexts

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFont

    from w2v_gui.gui.labels import Label

    Named = tuple[int, float, float]
    """The row of a word, and where it is in pixels."""

_PIXELS_A_LABEL = 5000
_MOST, _FEWEST = 140, 4
"""A picture with more labels, or with more than one for so many pixels, is a text."""

_TRIED = 5
"""For each label there may be, so many words are tried; those further down the list would hardly find room."""

_NEW = 40
"""So many words are laid out in a frame; the others in the next ones."""

_TURNS = 4
"""After so many frames every word has had its turn to find room, see `LabelPlacer`."""


class AtlasLabels:
    """Lays out labels frame after frame; a label that is there stays while there is room for it.

    Parameters
    ----------
    words : sequence of str
        By their rows.
    font : QFont
    """

    def __init__(self, words: Sequence[str], font: QFont) -> None:
        self._words = words
        self.texts = LabelTexts(words, font)
        self._placer = LabelPlacer()
        self._shown: set[int] = set()
        self._still = 0
        self._late = False

    @property
    def settled(self) -> bool:
        """Whether the same once more would find the same labels."""
        return self._still >= _TURNS and not self._late

    def stir(self) -> None:
        """Say that something has changed, so that words deserve another turn."""
        self._still = 0

    def place(
        self,
        must: Sequence[Named],
        others: Sequence[Named],
        strong: Container[int],
        width: int,
        height: int,
        taken: Sequence[tuple[int, int, int, int]] = (),
    ) -> dict[int, Label]:
        """Return the labels there is room for, by their rows.

        Parameters
        ----------
        must : sequence of (row, x, y)
            Words that are named in any case.
        others : sequence of (row, x, y)
            Those that are frequent first, no more than `tried` of them are looked at.
        strong : container of int
            Rows that are written in bold.
        width, height : int
            Of the picture.
        taken : sequence of (left, top, width, height)
            Where no label should be.
        """
        most = max(_FEWEST, min(_MOST, width * height // _PIXELS_A_LABEL))
        tried = list(others[: tried_of(width, height)])
        order = telling_first([self._words[row] for row, _, _ in tried])
        wanted = [self._candidate(named, strong) for named in must]
        self._late = False
        labels = self._placer.place(wanted, self._ready([tried[i] for i in order], strong), width, height, most, taken)
        self._still = self._still + 1 if labels.keys() == self._shown else 0
        self._shown = set(labels)
        return labels

    def _ready(self, named: Iterable[Named], strong: Container[int]) -> list[Candidate]:
        """Return those whose labels are laid out, and of the others as many as there is time for."""
        new, ready = 0, []
        for each in named:
            if not self.texts.ready(each[0], each[0] in strong):
                new += 1
                if new > _NEW:
                    self._late = True
                    continue
            ready.append(self._candidate(each, strong))
        return ready

    def _candidate(self, named: Named, strong: Container[int]) -> Candidate:
        row, x, y = named
        text = self.texts.of(row, row in strong)
        return Candidate(row, x, y, text.width, text.height, round((MARKED if row in strong else LABELLED) / 2))


def tried_of(width: int, height: int) -> int:
    """Return how many words are worth being tried in a picture of this size."""
    return _TRIED * max(_FEWEST, min(_MOST, width * height // _PIXELS_A_LABEL))


def free_side(area: QRect, taken: Sequence[tuple[int, int, int, int]], right: bool) -> QRect:
    """Return the part of a picture that is below what takes its upper corner at one side."""
    middle = area.center()
    corners = (y + height for x, y, _, height in taken if y < middle.y() and (x > middle.x()) == right)
    return area.adjusted(0, max(corners, default=0), 0, 0)
