"""The dialog that says that something went wrong which should not: what, where the report lies, and what now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from w2v_gui.gui.text import number, one_line, plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class Shown(Protocol):
    """What the dialog shows of a crash."""

    @property
    def place(self) -> str: ...
    @property
    def error(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def report(self) -> Path | None: ...


class CrashDialog(QDialog):
    """Shows one error, and counts those that come while it is open.

    Attributes
    ----------
    quit : Signal()
        The user wants to leave.
    """

    quit = Signal()

    def __init__(self, crash: Shown, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._places = {crash.place}
        self._total = 1
        what = plain_label(
            self.tr("Something unexpected happened: {error}").format(error=one_line(crash.error, 300)), kind="title"
        )
        then = plain_label(
            self.tr("The window stays open: go on, or save what you have and quit. Nothing has been sent to anyone.")
        )
        where = plain_label(
            self.tr("Report: {path}").format(path=crash.report)
            if crash.report is not None
            else self.tr("No report could be written to {path}.").format(path=folder)
        )
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.count = plain_label(kind="muted")
        self.count.hide()
        self.trace = QPlainTextEdit(crash.text)
        self.trace.setReadOnly(True)
        self.trace.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.trace.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.trace.setAccessibleName(self.tr("Traceback"))
        self.trace.setTabChangesFocus(True)
        self.copy = QPushButton(self.tr("&Copy"))
        self.copy.clicked.connect(self._copy)
        self.folder = QPushButton(self.tr("Open &folder"))
        self.folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.leave = QPushButton(self.tr("&Quit"))
        self.leave.clicked.connect(self._leave)
        self.go_on = QPushButton(self.tr("&Go on"))
        self.go_on.setProperty("kind", "primary")
        self.go_on.clicked.connect(self.accept)
        self.go_on.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        for label in (what, then, where, self.count):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.trace, 1)
        buttons = QHBoxLayout()
        for button in (self.copy, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.leave, self.go_on):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.resize(720, 460)
        self.go_on.setFocus()

    def add(self, place: str, text: str, count: int) -> None:
        """Take an error that came while this one is being read: a new kind is shown below, all are counted."""
        self._total += 1
        if place not in self._places:
            self._places.add(place)
            self.trace.appendPlainText(f"\n{text}")
        self.count.setText(
            self.tr("Errors since then: {count}, of {kinds} kinds in all.").format(
                count=number(self._total - 1), kinds=number(len(self._places))
            )
        )
        self.count.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.trace.toPlainText())

    def _leave(self) -> None:
        self.accept()
        self.quit.emit()
