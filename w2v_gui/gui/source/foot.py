"""The edge of the Source card: what has changed, what was refused, how the reading goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from w2v_gui.gui.source.reading_line import ReadingLine
from w2v_gui.gui.source.words import changes_text
from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.widgets.notice_line import NoticeLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.corpus.ingest import IngestProgress
    from w2v_gui.gui.file_watch import FileChanges
    from w2v_gui.gui.theme import Palette

_NATIVE = QKeySequence.SequenceFormat.NativeText


class Foot(QFrame):
    """Is there while any of its lines has something to say.

    Attributes
    ----------
    changes, said : NoticeLine
    reading : ReadingLine
    read_again_asked, cancel_asked : Signal()
    """

    read_again_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cardFooter")
        self._undo: Callable[[], None] | None = None
        self.changes = NoticeLine()
        self.said = NoticeLine()
        self.reading = ReadingLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for line in (self.changes, self.said, self.reading):
            column.addWidget(line)
        self.changes.pressed.connect(self.read_again_asked)
        self.changes.closed.connect(self._fit)
        set_tooltip(self.said.action, QKeySequence(QKeySequence.StandardKey.Undo).toString(_NATIVE))
        self.said.pressed.connect(self.take_back)
        self.said.closed.connect(self._fit)
        self.reading.cancel_asked.connect(self.cancel_asked)
        self.hide()

    def show_changes(self, changes: FileChanges) -> None:
        """Say which files are no longer as they were read; nothing where all of them are."""
        if changes:
            self.changes.say(lambda: changes_text(changes), "notice")
        else:
            self.changes.hide()
        self._fit()

    def say_undoable(self, write: Callable[[], tuple[str, str]], undo: Callable[[], None]) -> None:
        """Say what has been asked for, with the words for taking it back."""
        self._undo = undo
        self.said.say(write)
        self._fit()

    def say_refused(self, write: Callable[[], str]) -> None:
        """Say why something was not done."""
        self._undo = None
        self.said.say(lambda: (write(), ""), "error")
        self._fit()

    def take_back(self) -> None:
        """Do what undoes the change that is told of, if there is one."""
        if self._undo is None:
            return
        undo, self._undo = self._undo, None
        self.said.hide()
        self._fit()
        undo()

    def show_progress(self, progress: IngestProgress | None) -> None:
        """Show that the text is being read."""
        self.reading.show_progress(progress)
        self.reading.show()
        self._fit()

    def end(self, *, read: bool) -> None:
        """Show that nothing is being read any more; what was said stays only where it has come true."""
        self.reading.hide()
        if not read or self._undo is None:
            self._undo = None
            self.said.hide()
        self._fit()

    def forget(self) -> None:
        """Say nothing any more of a text that has been closed."""
        self._undo = None
        self.said.hide()
        self._fit()

    def apply_palette(self, palette: Palette) -> None:
        self.reading.apply_palette(palette)

    def _fit(self) -> None:
        self.setVisible(any(not line.isHidden() for line in (self.changes, self.said, self.reading)))
