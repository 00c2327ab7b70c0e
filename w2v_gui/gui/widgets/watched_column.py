"""Watched words, one below the other."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.neighbour_painter import ROW_HEIGHT, Widest
from w2v_gui.gui.widgets.watched_section import HEAD_HEIGHT, WatchedSection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.widgets.neighbour_list import Row

_LEAST_ROWS, _MOST_ROWS = 3, 30
_GAP = 6


class Watched(NamedTuple):
    """A word to watch."""

    id: int
    word: str
    occurs: int


class WatchedColumn(QScrollArea):
    """The sections of the watched words, which share the height among them.

    Parameters
    ----------
    parent : QWidget, optional
    clock : callable
        Seconds, monotonic.

    Attributes
    ----------
    chosen, removed, copy_wanted : Signal(int)
    menu_wanted : Signal(int, object, object)
        As of a `WatchedSection`.
    room_changed : Signal()
        `room` is another.
    """

    chosen = Signal(int)
    removed = Signal(int)
    copy_wanted = Signal(int)
    menu_wanted = Signal(int, object, object)
    room_changed = Signal()

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._palette = LIGHT
        self._sections: dict[int, WatchedSection] = {}
        self._rows: dict[int, Sequence[Row]] = {}
        self._room = _LEAST_ROWS
        self._others = 1
        self._widest = Widest()
        self._inside = QWidget()
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self._layout.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)

    @property
    def sections(self) -> tuple[WatchedSection, ...]:
        """The sections, from top to bottom."""
        return tuple(self._sections.values())

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the words, from top to bottom."""
        return tuple(self._sections)

    @property
    def room(self) -> int:
        """For how many neighbours there is room, of the words that have most of it."""
        return self._room

    def section(self, id_: int) -> WatchedSection:
        return self._sections[id_]

    def set_others(self, others: int) -> None:
        """Say how many neighbours a word can have at all."""
        self._others = max(others, 1)
        self._widest = Widest()

    def arrange(self, words: Sequence[Watched]) -> None:
        """Watch these words in this order; what is shown of those that are watched already stays."""
        for section in self.sections:
            if (section.id, section.word, section.count) not in words:
                self._drop(section)
        self._sections = {word.id: self._sections.get(word.id) or self._new_section(word) for word in words}
        for place, section in enumerate(self.sections):
            if self._layout.indexOf(section) != place:
                self._layout.insertWidget(place, section)
        self._share_room()

    def chain_focus(self, before: QWidget) -> None:
        """Let Tab go from ``before`` through the lists, from top to bottom."""
        for one, next_ in pairwise([before, *(section.list for section in self.sections)]):
            QWidget.setTabOrder(one, next_)

    def show_rows(self, id_: int, rows: Sequence[Row]) -> None:
        """Show the neighbours of a word, as far as there is room."""
        self._rows[id_] = rows
        list_ = self._sections[id_].list
        rows = rows[: list_.room]
        # It only ever grows, so that bars do not change their lengths with every new order.
        widest = self._widest.also(((row.word, row.count) for row in rows), self.font())
        if widest != self._widest:
            self._widest = widest
            for section in self.sections:
                section.list.set_widest(widest)
        list_.show_rows(rows)

    def show_nothing(self) -> None:
        """Take away the neighbours of all words: they belong to another run."""
        self._rows = {}
        for section in self.sections:
            section.list.show_rows(())

    def draw_eye(self, id_: int) -> None:
        """Scroll to a word and flash it."""
        self.ensureWidgetVisible(self._sections[id_], 0, 0)
        self._sections[id_].flash()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        for section in self.sections:
            section.apply_palette(palette)

    def _new_section(self, word: Watched) -> WatchedSection:
        section = WatchedSection(*word, self._inside, self._clock)
        section.apply_palette(self._palette)
        section.list.set_widest(self._widest)
        section.list.set_room(self._room)
        section.chosen.connect(self.chosen)
        section.removed.connect(self.removed)
        section.copy_wanted.connect(self.copy_wanted)
        section.menu_wanted.connect(self.menu_wanted)
        section.reached.connect(self._show_row)
        return section

    def _drop(self, section: WatchedSection) -> None:
        del self._sections[section.id]
        self._rows.pop(section.id, None)
        # Until Qt deletes it, it may still be clicked, or get the focus back from a menu that closes.
        section.blockSignals(True)
        self._layout.removeWidget(section)
        section.hide()
        section.deleteLater()

    def _share_room(self) -> None:
        """Give the words as many rows as there is room for, and never so few that nothing can be seen."""
        if not self._sections:
            return
        height = self.contentsRect().height()
        rooms = shared_rows(height, len(self._sections), min(_MOST_ROWS, self._others))
        self._fill(height, rooms)
        for section, room in zip(self.sections, rooms, strict=True):
            if room != section.list.room:
                section.list.set_room(room)
                self.show_rows(section.id, self._rows.get(section.id, ()))
        if max(rooms) != self._room:
            self._room = max(rooms)
            self.room_changed.emit()

    def _fill(self, height: int, rooms: Sequence[int]) -> None:
        """Let the last row that is seen be a whole one, at the lower edge if that is near."""
        rest = height - _last_end(height, rooms)
        scrolled = _ends(rooms)[-1] > height
        gaps = len(rooms) - 1
        self._layout.setSpacing(_GAP + (rest // gaps if gaps and not scrolled and rest < ROW_HEIGHT else 0))
        margin = rest if scrolled else 0
        if margin != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, margin)

    def _keep_width(self) -> None:
        # The bar stands in a margin of its own, whether it is there or not: columns should not move for it.
        bar = self.verticalScrollBar()
        self._layout.setContentsMargins(0, 0, 0 if bar.isVisible() else bar.sizeHint().width(), 0)

    def _show_row(self, id_: int, row: QRect) -> None:
        place = self._sections[id_].list.mapTo(self._inside, row.center())
        # Of the first row the head is shown too: one wants to know whose neighbours these are.
        self.ensureVisible(0, place.y(), 0, ROW_HEIGHT + (HEAD_HEIGHT if row.top() <= 0 else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_width()
        self._share_room()


def shared_rows(height: int, words: int, most: int) -> list[int]:
    """Return how many rows each word gets of a height in pixels: the first ones get what cannot be divided.

    Parameters
    ----------
    height, words : int
    most : int
        As many rows as a word has at most.
    """
    free = height - words * (HEAD_HEIGHT + _GAP) + _GAP
    each, over = divmod(max(free, 0) // ROW_HEIGHT, words)
    if each >= _LEAST_ROWS:
        return [min(each + (i < over), most) for i in range(words)]
    rooms = [min(_LEAST_ROWS, most)] * words
    # What is left below the last word that is seen is not enough for another.
    rooms[0] = min(rooms[0] + (height - _last_end(height, rooms)) // ROW_HEIGHT, most)
    return rooms


def _ends(rooms: Sequence[int]) -> list[int]:
    """Return where each row ends, in pixels from the top, of words that have so many."""
    ends, top = [], 0
    for room in rooms:
        ends += [top + HEAD_HEIGHT + row * ROW_HEIGHT for row in range(1, room + 1)]
        top = ends[-1] + _GAP
    return ends


def _last_end(height: int, rooms: Sequence[int]) -> int:
    """Return where the last row ends that is seen as a whole in ``height`` pixels."""
    return max((end for end in _ends(rooms) if end <= height), default=height)


def rows_of_tables(sections: Iterable[WatchedSection]) -> Iterable[Sequence[object]]:
    """Yield the tables of some sections, one below the other, the names of the columns first."""
    yield ("word", "neighbour", "cosine", "count")
    for section in sections:
        for row in section.list.rows:
            yield (section.word, row.word, round(row.similarity, 6), row.count)
