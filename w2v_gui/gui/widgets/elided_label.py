"""A label that shortens its text to the room there is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from w2v_gui.gui.text import set_tooltip


class ElidedLabel(QLabel):
    """Shows one line of plain text, with an ellipsis where it does not fit; the tooltip has all of it.

    Parameters
    ----------
    kind : str
        Selects its style in the theme.
    align : Qt.AlignmentFlag
    floor : int
        The width in pixels down to which a long text can be pressed.
    """

    def __init__(
        self,
        kind: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        floor: int = 24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._explained = ""
        self._floor = floor
        if kind:
            self.setProperty("kind", kind)

    def explain(self, text: str) -> None:
        """Set a tooltip that stays whatever the text is."""
        self._explained = text
        set_tooltip(self, text)

    def fitted(self, width: int) -> str:
        """Return what is shown of the text in so many pixels."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._floor), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        margins = 10 if self.property("kind") == "chip" else 0
        area = self.contentsRect().adjusted(margins and 1, 0, -(margins and 1), 0)
        text = self.text()
        shown = self.fitted(area.width())
        if margins:
            # No longer than what stands in it.
            needed = self.fontMetrics().horizontalAdvance(shown) + 2 * margins + 2
            option.rect = QRect(0, 0, min(self.width(), needed), self.height())
        # The background of a chip is drawn by the style sheet, as for any label.
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        if not self._explained:
            set_tooltip(self, text if shown != text else "")
        painter.drawText(area, int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), shown)
