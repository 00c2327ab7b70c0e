"""The formats on the card of ways out: a button each, and where there is room, who reads it and how large it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from w2v_gui.gui.dialogs import format_label, map_label
from w2v_gui.gui.save.wish import MAP
from w2v_gui.gui.text import plain_label, set_tooltip, size
from w2v_gui.gui.widgets.flow import FlowLayout
from w2v_gui.vectors.formats.writers import WRITERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from w2v_gui.gui.save.files import Preview


class SaveFormats(QWidget):
    """Buttons one after the other, or a line for each.

    Attributes
    ----------
    chosen : Signal(str)
        With the key of the format that should be written.
    pointed : Signal(str)
        With the key of the format whose button is under the mouse or has the focus.
    buttons : dict of str to QPushButton
    """

    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keys = (*(writer.key for writer in WRITERS), MAP)
        self.buttons = {key: QPushButton(self) for key in keys}
        self._meanings = {key: plain_label(parent=self) for key in keys}
        self._sizes = {key: plain_label(kind="muted", parent=self) for key in keys}
        self._flow, self._lines = FlowLayout(), QGridLayout()
        self._lines.setColumnStretch(1, 1)
        self._lines.setHorizontalSpacing(14)
        self._lines.setVerticalSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._flow)
        column.addLayout(self._lines)
        for place, (key, button) in enumerate(self.buttons.items()):
            button.setProperty("kind", "way_out")
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            button.installEventFilter(self)
            self._meanings[key].setWordWrap(True)
            self._sizes[key].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._lines.addWidget(self._meanings[key], place, 1)
            self._lines.addWidget(self._sizes[key], place, 2)
        self._wide = True
        self.set_wide(wide=False)

    def set_wide(self, *, wide: bool) -> None:
        """Give each format a line of its own, or only as much room as its button needs."""
        if wide == self._wide:
            return
        self._wide = wide
        for place, (key, button) in enumerate(self.buttons.items()):
            if wide:
                self._flow.removeWidget(button)
                self._lines.addWidget(button, place, 0)
            else:
                self._lines.removeWidget(button)
                self._flow.addWidget(button)
            self._meanings[key].setVisible(wide)
            self._sizes[key].setVisible(wide)
        self._measure()

    def show_previews(self, previews: Mapping[str, Preview]) -> None:
        """Say how large each file would be."""
        for key, label in self._sizes.items():
            preview = previews.get(key)
            label.setText("≈ " + size(preview.size) if preview is not None and preview.error is None else "")
        self._measure()

    def _measure(self) -> None:
        """Find out how much room is needed now: the layouts within and around would learn of it only later."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.pointed.emit(next(key for key, button in self.buttons.items() if button is watched))
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        meanings = {
            "word2vec-binary": self.tr("For gensim, and most other programs: small and exact."),
            "word2vec-text": self.tr("For gensim, and most other programs; it can be read and is exact."),
            "glove": self.tr("Lines of a word and its numbers, without the first line that word2vec has."),
            "safetensors": self.tr("The matrix, and the words with it: for PyTorch, JAX and others."),
            "npz": self.tr("numpy's own; this program opens it with the counts and W′."),
            "projector": self.tr("Two files, vectors and words: to be loaded at projector.tensorflow.org."),
            "csv": self.tr("For spreadsheets: a word, its count and its numbers on each line."),
            MAP: self.tr("A CSV table: where each word of the map stands, as it is now."),
        }
        for writer in WRITERS:
            self.buttons[writer.key].setText(format_label(writer))
        self.buttons[MAP].setText(map_label())
        for key, button in self.buttons.items():
            self._meanings[key].setText(meanings.get(key, ""))
            set_tooltip(button, meanings.get(key, ""))
        self._measure()
