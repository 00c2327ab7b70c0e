"""A formula as a file of its own."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from w2v_gui.gui.exporting import Export, file_name

if TYPE_CHECKING:
    from w2v_gui.gui.formulas import Formula
    from w2v_gui.gui.theme import Palette

_SHARPNESS = 6
"""A formula is small, and is printed large."""


def export_formula(kind: str, title: str, formula: Formula, palette: Palette) -> Export:
    """Return a formula as a drawing, or as a picture without a ground, in the colours of a theme."""
    drawing = formula.coloured(palette)
    if kind == "svg":
        return Export(file_name(title), kind, lambda: b'<?xml version="1.0" encoding="UTF-8"?>\n' + drawing)
    return Export(file_name(title), kind, lambda: _packed(_picture(drawing, formula)))


def _picture(drawing: bytes, formula: Formula) -> QImage:
    width, height = (math.ceil(side * _SHARPNESS) for side in (formula.width, formula.height))
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def _packed(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
