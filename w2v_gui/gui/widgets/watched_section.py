"""One watched word: its head, and its neighbours below."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from w2v_gui.gui.text import number, one_line, plain_label, set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.flash import Flash
from w2v_gui.gui.widgets.icon_button import CrossButton
from w2v_gui.gui.widgets.neighbour_list import NeighbourList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent, QPaintEvent

    from w2v_gui.gui.widgets.neighbour_list import Row

HEAD_HEIGHT = 27


class WatchedSection(QWidget):
    """The word in the colour of the centre word, its count, a cross to remove it, and the list of its neighbours.

    Parameters
    ----------
    id_ : int
    word : str
    count : int
    clock : callable
        Seconds, monotonic.

    Attributes
    ----------
    chosen : Signal(int)
        The id of a neighbour.
    removed, copy_wanted : Signal(int)
        With the id of the word itself, as below.
    menu_wanted : Signal(int, object, object)
        With a row of its list or None, and the place on the screen.
    reached : Signal(int, object)
        With the rectangle of the row that has been reached by keyboard.
    """

    chosen = Signal(int)
    removed = Signal(int)
    copy_wanted = Signal(int)
    menu_wanted = Signal(int, object, object)
    reached = Signal(int, object)

    def __init__(
        self,
        id_: int,
        word: str,
        count: int,
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.id = id_
        self.word, self.count = word, count
        self._palette = LIGHT
        self.word_label = ElidedLabel(kind="centre")
        self.word_label.setText(one_line(self.word))
        self.count_label = plain_label(kind="muted")
        self.cross = CrossButton()
        self.list = NeighbourList(clock=clock)
        self._head = QWidget()
        self._head.setFixedHeight(HEAD_HEIGHT)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.word_label)
        row.addWidget(self.count_label)
        row.addStretch(1)
        row.addWidget(self.cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._flash = Flash(self)
        self.cross.clicked.connect(self._remove)
        self.list.chosen.connect(self.chosen)
        self.list.removed.connect(self._remove)
        self.list.copy_wanted.connect(self._copy)
        self.list.menu_wanted.connect(self._ask_for_menu)
        self.list.reached.connect(self._reach)
        self.retranslate()

    @property
    def flashing(self) -> bool:
        """Whether it draws the eye at this moment."""
        return self._flash.running

    def flash(self) -> None:
        """Draw the eye: this is what was asked for, and it was here already."""
        self._flash.begin(QRect(0, 0, self.width(), HEAD_HEIGHT))

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.list.apply_palette(palette)
        self.update()

    def retranslate(self) -> None:
        self.count_label.setText(self.tr("count {count}").format(count=number(self.count)))
        set_tooltip(self.count_label, self.tr("How often the word occurs in the text."))
        word = one_line(self.word, 60)
        set_tooltip(self.cross, self.tr("Stop watching this word (Delete)"))
        self.cross.setAccessibleName(self.tr("Stop watching {word}").format(word=word))
        self.list.setAccessibleName(self.tr("Words nearest to {word}").format(word=word))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._flash.paint(painter, self._palette)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.id, None, event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        self._flash.stop()

    def _remove(self) -> None:
        self.removed.emit(self.id)

    def _copy(self) -> None:
        self.copy_wanted.emit(self.id)

    def _ask_for_menu(self, neighbour: Row | None, place: QPoint) -> None:
        self.menu_wanted.emit(self.id, neighbour, place)

    def _reach(self, row: QRect) -> None:
        self.reached.emit(self.id, row)
