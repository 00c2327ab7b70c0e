"""How the reading of the text goes on, at the edge of the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from w2v_gui.gui.text import plain_label, short_number
from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from w2v_gui.corpus.ingest import IngestProgress
    from w2v_gui.gui.theme import Palette

_STEPS = 1000


class ReadingLine(QWidget):
    """Is there while the text is read again.

    Attributes
    ----------
    cancel_asked : Signal()
    """

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: IngestProgress | None = None
        self.label = plain_label(kind="muted")
        self.label.setFont(tabular(self.label.font()))
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.line = ProgressLine()
        self.cancel = QPushButton(self)
        self.cancel.setProperty("kind", "pill")
        self.cancel.clicked.connect(self.cancel_asked)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.cancel, 0, 1)
        grid.addWidget(self.line, 1, 0, 1, 2)
        self.hide()
        self.retranslate()

    def show_progress(self, progress: IngestProgress | None) -> None:
        """Show how far it is; None while nothing is known."""
        self._progress = progress
        known = progress is not None and bool(progress.bytes_total)
        self.line.setRange(0, _STEPS if known else 0)
        if progress is not None and progress.bytes_total:
            self.line.setValue(min(round(_STEPS * progress.bytes_done / progress.bytes_total), _STEPS))
        self._write()

    def _write(self) -> None:
        tokens = self._progress.tokens if self._progress is not None else 0
        parts = [self.tr("Reading again; until then everything stays as it is.")]
        if tokens:
            parts.append(self.tr("{count} tokens").format(count=short_number(tokens)))
        self.label.setText(" · ".join(parts))

    def apply_palette(self, palette: Palette) -> None:
        self.line.apply_palette(palette)

    def retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
