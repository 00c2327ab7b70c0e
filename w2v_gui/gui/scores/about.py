"""What stands on the card of test sets while there are none: which there are, and where to drop them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from w2v_gui.gui.text import plain_label
from w2v_gui.gui.widgets.drop_zone import DropZone
from w2v_gui.gui.widgets.sheet_area import SheetArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_KINDS = ("", "section", "muted", "section", "muted", "section", "muted")


class ScoreAbout(SheetArea):
    """Names test sets of both languages; `zone` is pressed by those who would rather choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = [plain_label(kind=kind) for kind in _KINDS]
        self.zone = DropZone()
        for label in self._labels:
            label.setWordWrap(True)
            self.column.addWidget(label)
        self.column.insertWidget(1, self.zone)
        self.column.addStretch(1)
        self.column.setContentsMargins(12, 10, 12, 8)
        self.column.setSpacing(5)
        self.retranslate()

    def retranslate(self) -> None:
        texts = (
            self.tr("Drop test sets here and see how much of what people know is in these vectors."),
            self.tr("PAIRS JUDGED BY PEOPLE"),
            self.tr("WordSim-353, SimLex-999, MEN, RG-65; in Chinese COS960, wordsim-240, wordsim-297"),
            self.tr("ANALOGIES"),
            self.tr("questions-words by word2vec's authors; in Chinese CA8"),
            self.tr("YOUR OWN"),
            self.tr("two words and a number on each line, or four words"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.zone.set_text(self.tr("Drop files, or press to choose"))
        self.fit()
