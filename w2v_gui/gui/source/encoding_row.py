"""The encoding of a file, and the way to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.source.encoding_menu import EncodingMenu
from w2v_gui.gui.source.option_editor import WIDTH
from w2v_gui.gui.source.words import certainty, encoding_name
from w2v_gui.gui.summary import SURE
from w2v_gui.gui.text import one_line, set_tooltip
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.popover import Popover

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from w2v_gui.corpus.ingest import FileReport
    from w2v_gui.gui.theme import Palette

_BETWEEN, _NARROWEST = 6, 110


class EncodingRow(QWidget):
    """Says how sure it is; the button opens the candidates.

    Attributes
    ----------
    menu : EncodingMenu
    preview_asked : Signal(object)
        With the `FileReport` whose candidates are to be shown.
    chosen : Signal(object, str, bool)
        With the `FileReport`, an encoding or `AUTOMATIC`, and whether for all files.
    """

    preview_asked = Signal(object)
    chosen = Signal(object, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: FileReport | None = None
        self._several = False
        self.label = ElidedLabel(kind="muted")
        self.button = QPushButton(self)
        self.button.setProperty("kind", "drop_down")
        self.button.setIconSize(QSize(9, 9))
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.button.clicked.connect(self.open)
        self.menu = EncodingMenu()
        self.menu.chosen.connect(self._choose)
        self.window_ = Popover(self.button, self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.retranslate()

    def show_file(self, file: FileReport, *, several: bool) -> None:
        if file is not self._file:
            # What is offered there is about another file.
            self.window_.close()
        self._file, self._several = file, several
        self._write()

    def open(self) -> None:
        if self._file is not None:
            self.menu.begin(self._file.name, several=self._several)
            self.window_.open()
            self.preview_asked.emit(self._file)

    def apply_palette(self, palette: Palette) -> None:
        self.button.setIcon(icon("unfolded", palette.muted, palette.border_strong))
        self.menu.apply_palette(palette)

    def retranslate(self) -> None:
        set_tooltip(
            self.button, self.tr("Another encoding: the first lines are shown in each. Then the text is read again.")
        )
        self._write()
        self.menu.retranslate()

    def _write(self) -> None:
        file = self._file
        if file is None:
            return
        self.button.setText(encoding_name(file.decoding.encoding))
        self.label.setText(certainty(file.decoding))
        self.label.setProperty("kind", "notice" if file.decoding.confidence < SURE else "muted")
        self.label.style().unpolish(self.label)
        self.label.style().polish(self.label)
        name = self.tr("Encoding of {name}").format(name=one_line(file.name, 60))
        self.button.setAccessibleName(f"{name}: {self.button.text()}, {self.label.text()}")

        self._share_width()

    def _share_width(self) -> None:
        """Give way to the sentence where there is no room for both: a number cut in two is a wrong one."""
        said = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 2 * _BETWEEN
        self.button.setFixedWidth(max(min(WIDTH, self.width() - said), _NARROWEST))

    def _choose(self, encoding: str, everywhere: bool) -> None:
        self.window_.close()
        self.button.setFocus()
        self.chosen.emit(self._file, encoding, everywhere)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
