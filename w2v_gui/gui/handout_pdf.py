"""A handout on pages, for printing: text as text, formulas as drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from w2v_gui.gui.theme import LIGHT
from w2v_gui.gui.widgets.number_lines import arranged, height_of, paint_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.gui.formulas import Formula
    from w2v_gui.gui.handout_parts import Handout, Station, Table

_DPI, _UNIT = 1200, 96
"""Everything is laid out in units of the screen, and written much finer."""

_WIDTH, _HEIGHT = 794, 1123
_MARGIN = 60
_TEXT = _WIDTH - 2 * _MARGIN
_BOTTOM = _HEIGHT - _MARGIN
_GAP = 14
_ROW = 18
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def written(handout: Handout, font: QFont) -> bytes:
    """Return the document; takes a while, on any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(handout.title)
    writer.setCreator("w2v-gui")
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    pages = _Pages(writer, font)
    pages.heading(handout)
    for station in handout.stations:
        pages.station(station, handout.formula(station.latex))
    for table in handout.tables:
        pages.table(table)
    pages.end()
    return bytes(buffer.data().data())


class _Pages:
    """Writes one thing below the other, and begins a new page where a thing has no room as a whole."""

    def __init__(self, writer: QPdfWriter, font: QFont) -> None:
        self._writer = writer
        # On paper glyphs stand where they should, and not on the pixels of a screen.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Chinese fonts have figures for each region, and Qt's file says of the usual ones alone which they are: others
        # could be read, but neither searched nor copied.
        font.setFeature(QFont.Tag("locl"), 0)
        self._font = font
        self._painter = QPainter(writer)
        self._painter.scale(_DPI / _UNIT, _DPI / _UNIT)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._y = float(_MARGIN)

    def end(self) -> None:
        self._painter.end()

    def heading(self, handout: Handout) -> None:
        self._paragraph(handout.title, self._sized(20, bold=True), LIGHT.text)
        self._words(handout.sentence)
        self._paragraph(handout.figures, self._sized(12), LIGHT.muted)
        for note in handout.notes:
            self._paragraph(note, self._sized(13), LIGHT.text)

    def station(self, station: Station, formula: Formula) -> None:
        numbers = arranged(station.numbers, self._sized(13), _TEXT)
        heights = [self._height(text, self._sized(13)) + 6 for text in station.explanation]
        self._need(_GAP + 30 + formula.height + 12 + height_of(numbers) + 6 + sum(heights))
        self._title(station.heading, station.source)
        scale = min(1.0, _TEXT / formula.width)
        width, height = formula.width * scale, formula.height * scale
        place = QRectF(_MARGIN + (_TEXT - width) / 2, self._y, width, height)
        QSvgRenderer(QByteArray(formula.coloured(LIGHT))).render(self._painter, place)
        self._y += height + 12
        self._painter.save()
        self._painter.translate(_MARGIN, self._y)
        paint_lines(self._painter, numbers, self._sized(13), LIGHT, station.accent)
        self._painter.restore()
        self._y += height_of(numbers) + 6
        for text in station.explanation:
            self._paragraph(text, self._sized(13), LIGHT.muted)

    def table(self, table: Table) -> None:
        self._need(_GAP + 30 + _ROW * (len(table.rows) + 1) + 30)
        self._title(table.heading, "")
        font = self._sized(12)
        metrics = QFontMetricsF(font)
        grid = [table.columns, *table.rows]
        widths = [max(metrics.horizontalAdvance(cells[i]) for cells in grid) + 18 for i in range(len(table.columns))]
        scale = min(1.0, _TEXT / sum(widths))
        self._painter.save()
        self._painter.translate(_MARGIN, self._y)
        self._painter.scale(scale, scale)
        self._painter.setFont(font)
        for line, cells in enumerate(grid):
            self._painter.setPen(QColor(LIGHT.text if line else LIGHT.muted))
            for i, cell in enumerate(cells):
                self._painter.drawText(QPointF(sum(widths[:i]), line * _ROW + 13), cell)
        self._painter.restore()
        self._y += _ROW * len(grid) * scale + 6
        if table.remark:
            self._paragraph(table.remark, self._sized(12), LIGHT.muted)

    # -- pieces ------------------------------------------------------------------------------------------------

    def _need(self, height: float) -> None:
        if self._y + height > _BOTTOM and self._y > _MARGIN:
            self._writer.newPage()
            self._y = float(_MARGIN)

    def _title(self, text: str, source: str) -> None:
        if self._y > _MARGIN:
            self._y += _GAP
            self._painter.setPen(QColor(LIGHT.border))
            self._painter.drawLine(QPointF(_MARGIN, self._y), QPointF(_MARGIN + _TEXT, self._y))
            self._y += 8
        row = QRectF(_MARGIN, self._y, _TEXT, 20)
        for part, font, colour, side in (
            (text, self._sized(14, bold=True), LIGHT.text, Qt.AlignmentFlag.AlignLeft),
            (source, self._sized(12), LIGHT.muted, Qt.AlignmentFlag.AlignRight),
        ):
            self._painter.setFont(font)
            self._painter.setPen(QColor(colour))
            self._painter.drawText(row, side | Qt.AlignmentFlag.AlignVCenter, part)
        self._y += 26

    def _paragraph(self, text: str, font: QFont, colour: str) -> None:
        height = self._height(text, font)
        self._need(height)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(QRectF(_MARGIN, self._y, _TEXT, height + 2), int(_WRAP), text)
        self._y += height + 6

    def _words(self, words: Sequence[tuple[str, str]]) -> None:
        """Write the words of a sentence, those of the window in their colours."""
        colours = {"context": LIGHT.context, "centre": LIGHT.centre, "": LIGHT.text}
        x = 0.0
        for word, role in words:
            font = self._sized(15, bold=bool(role))
            width = QFontMetricsF(font).horizontalAdvance(word)
            if x and x + width > _TEXT:
                x, self._y = 0.0, self._y + 24
                self._need(24)
            self._painter.setFont(font)
            self._painter.setPen(QColor(colours[role]))
            self._painter.drawText(QPointF(_MARGIN + x, self._y + 17), word)
            x += width + 6
        self._y += 28

    def _height(self, text: str, font: QFont) -> float:
        self._painter.setFont(font)
        return self._painter.boundingRect(QRectF(0, 0, _TEXT, 1e6), int(_WRAP), text).height()

    def _sized(self, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(pixels)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font
