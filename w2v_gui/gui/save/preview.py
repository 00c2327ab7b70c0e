"""How a file would begin, beside the formats in which it can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.language import sentence
from w2v_gui.gui.text import one_line, plain_label
from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.sheet_area import SheetArea

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.save.files import Preview

_MARGIN = 12


class SavePreview(QWidget):
    """Names a format, and shows the first lines of its file, or of both of a pair, each cut where the room ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._preview: Preview | None = None
        self.heading = plain_label(kind="section")
        self.text = plain_label()
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = SheetArea()
        self._area.column.setContentsMargins(0, 0, 0, 0)
        self._area.column.addWidget(self.text)
        self._area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 10, _MARGIN, 8)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self._area, 1)

    def show_preview(self, name: str, preview: Preview | None) -> None:
        """Show how a file in this format would begin; nothing as long as that is not known."""
        self._name, self._preview = name, preview
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        preview = self._preview
        self.heading.setText(self.tr("IN THE FILE: {name}").format(name=self._name) if self._name else "")
        self.text.setWordWrap(preview is not None and preview.error is not None)
        if preview is None:
            self.text.setText("")
        elif preview.error is not None:
            self.text.setText(sentence(preview.error))
        else:
            self.text.setFont(tabular(self.font()))
            self.text.setText("\n".join(self._lines(preview)))
        self._area.fit()

    def _lines(self, preview: Preview) -> list[str]:
        metrics, room = QFontMetrics(self.text.font()), max(self.width() - 3 * _MARGIN, 40)
        lines: list[str] = []
        for ending, shown in preview.parts:
            if len(preview.parts) > 1:
                lines += [*[""] * bool(lines), ending]
            lines += [metrics.elidedText(one_line(line, 400), Qt.TextElideMode.ElideRight, room) for line in shown]
        return lines

    def retranslate(self) -> None:
        self._write()
