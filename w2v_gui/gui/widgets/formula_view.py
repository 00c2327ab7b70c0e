"""Shows a typeset formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.formula_text import reading
from w2v_gui.gui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from w2v_gui.gui.formulas import Formula, Formulas

HEIGHT = 64
"""As high as the highest formula, with a little room: what stands below does not move from formula to formula."""


class FormulaView(QWidget):
    """Draws a formula as large as it is, or smaller where there is no room; the height stays the same.

    Parameters
    ----------
    formulas : Formulas
        Where they come from. Until one is there, its room is empty; one that cannot be drawn is written as a line.
    """

    def __init__(self, formulas: Formulas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formulas = formulas
        self._latex = ""
        self._formula: Formula | None = None
        self._renderer: QSvgRenderer | None = None
        self._palette = LIGHT
        formulas.typeset.connect(self._arrived)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def latex(self) -> str:
        """What is shown."""
        return self._latex

    @property
    def formula(self) -> Formula | None:
        """What is drawn, if it is there."""
        return self._formula

    def show_formula(self, latex: str) -> None:
        if latex == self._latex and self._formula is not None:
            return
        self._latex = latex
        self.setAccessibleName(reading(latex))
        self._take(self._formulas.get(latex) if latex else None)

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._take(self._formula)

    def sizeHint(self) -> QSize:
        return QSize(round(self._formula.width) if self._formula else 200, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._renderer is not None and self._formula is not None:
            self._renderer.render(painter, self.place(self._formula))
        elif self._formulas.failed(self._latex):
            painter.setPen(QColor(self._palette.text))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, reading(self._latex))

    def place(self, formula: Formula) -> QRectF:
        """Return where a formula is drawn: in the middle, whole."""
        scale = min(1.0, self.width() / formula.width, self.height() / formula.height)
        width, height = formula.width * scale, formula.height * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _arrived(self, latex: str) -> None:
        if latex == self._latex:
            self._take(self._formulas.get(latex) if not self._formulas.failed(latex) else None)

    def _take(self, formula: Formula | None) -> None:
        self._formula = formula
        self._renderer = QSvgRenderer(QByteArray(formula.coloured(self._palette)), self) if formula else None
        self.updateGeometry()
        self.update()
