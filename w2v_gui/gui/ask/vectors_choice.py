"""W, W′ or their mean: which vectors of the words are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROWS = ("W", "W_out", "mean")


class VectorsChoice(Segmented):
    """Three buttons; without output vectors only the first can be pressed, and the others say why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROWS, parent)
        self.setObjectName("quiet")
        self._has_output = True
        self.retranslate()

    def show_rows(self, rows: str, *, has_output: bool) -> None:
        """Show which are asked, and whether there are others."""
        self._has_output = has_output
        self.set_value(rows)
        for each in ROWS[1:]:
            self.button(each).setEnabled(has_output)
        self.retranslate()

    def retranslate(self) -> None:
        without = self.tr(
            "There are no output vectors W′ for each word: most files of vectors do not hold them, and hierarchical "
            "softmax has none."
        )
        texts = (
            ("W", "W", self.tr("Ask the input vectors: the rows of W.")),
            ("W_out", "W′", self.tr("Ask the output vectors: the rows of W′.")),
            ("mean", self.tr("mean", "of two vectors"), self.tr("Ask the means of both vectors of a word.")),
        )
        for rows, label, meaning in texts:
            self.set_label(rows, label)
            set_tooltip(self.button(rows), meaning if self._has_output or rows == "W" else without)
            self.button(rows).setAccessibleName(meaning)
        self.setAccessibleName(self.tr("Which vectors are asked"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
