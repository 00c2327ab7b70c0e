"""The dialog of keys: what can be done, and with which keys, as the menus have it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.gui.text import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

_MARK = re.compile(r"^&\d\s+|\s*\(&\w\)|&(?!&)")


def without_mark(text: str) -> str:
    """Return a menu's text without the mark of its key: “&Open text…”, “打开文本(&O)…” and “&1  Train” alike."""
    return _MARK.sub("", text.replace("&&", "\0")).replace("\0", "&")


def keys_of(action: QAction) -> str:
    """Return the keys of an action as this system writes them; empty if it has none."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts() if not keys.isEmpty())


def by_pointer() -> list[tuple[str, str]]:
    """Return what the pointer can do that no menu tells."""
    translate = QCoreApplication.translate
    return [
        (translate("Help", "Drop files, a folder, a piece of text"), translate("Help", "opens them")),
        (translate("Help", "Rest on a setting or a figure"), translate("Help", "says what it is")),
        (translate("Help", "Click a word in a picture"), translate("Help", "watches it")),
        (translate("Help", "Double click the header of a card"), translate("Help", "enlarges it; Esc takes it back")),
    ]


def on_the_text_page() -> list[tuple[str, str]]:
    """Return what keys do on the Text page that no menu tells."""
    translate = QCoreApplication.translate
    return [
        (translate("Help", "The window of the next or the previous word"), "← →"),
        (translate("Help", "Choose words, and make one Chinese word of them"), _named("Shift+← →", Qt.Key.Key_Return)),
        (translate("Help", "Divide a Chinese word"), _named("F2, ← →", Qt.Key.Key_Return)),
        (translate("Help", "Take the last correction back"), _named("", QKeySequence.StandardKey.Undo)),
        (translate("Help", "Find words in the text, or on the map"), _named("", QKeySequence.StandardKey.Find)),
        (translate("Help", "Go to a training pair by its number"), _named("", "Ctrl+G")),
        (translate("Help", "The menu of the word that is marked"), _named("", Qt.Key.Key_Menu)),
    ]


def _named(before: str, keys: Qt.Key | QKeySequence.StandardKey | str) -> str:
    name = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{before}, {name}" if before else name


class KeysDialog(QDialog):
    """Lists the actions of every menu with their keys.

    Parameters
    ----------
    sections : iterable of (str, sequence of QAction)
        A title, and what stands under it.
    """

    def __init__(self, sections: Iterable[tuple[str, Sequence[QAction]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and pointer"))
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(18, 14, 18, 14)
        self._grid.setHorizontalSpacing(40)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for title, actions in sections:
            self._add(title, [(without_mark(action.text()), keys_of(action)) for action in actions])
        self._add(self.tr("Text page"), on_the_text_page())
        self._add(self.tr("Pointer"), by_pointer())
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.windowTitle())
        close = QPushButton(self.tr("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 0, 18, 14)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.resize(520, 640)
        close.setFocus()

    def _add(self, title: str, lines: Iterable[tuple[str, str]]) -> None:
        heading = plain_label(title, kind="title")
        row = self._grid.rowCount()
        heading.setContentsMargins(0, 8 if row > 1 else 0, 0, 0)
        self._grid.addWidget(heading, row, 0, 1, 2)
        for place, (what, keys) in enumerate(lines, start=row + 1):
            self._grid.addWidget(plain_label(what), place, 0)
            self._grid.addWidget(plain_label(keys, kind="muted"), place, 1)
