"""Drawings as SVG, so that not only Qt reads them.

Qt's own writer leaves three things to be mended. It draws a curve in the units of its plot and asks for a line that
does not grow with them: browsers know how, LibreOffice, resvg and cairo draw blots. It knows no clipping in the one
dialect, and clips at the wrong place in the other. And each drawing has a head of its own.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRectF, QSize

_CSS_DPI = 96
_NAMESPACE = "http://www.w3.org/2000/svg"
_NUMBER = r"-?\d*\.?\d+(?:e[-+]?\d+)?"
_POINT = re.compile(rf"({_NUMBER}),({_NUMBER})", re.IGNORECASE)


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


# Where a shape keeps its points.
_POINTS = {_tag("polyline"): "points", _tag("path"): "d"}

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Layer:
    """A part of a drawing that must not be seen outside an area of it."""

    area: QRectF
    svg: bytes


def drawn(size: QSize, title: str, description: str, paint: Callable[[QPainter], None]) -> bytes:
    """Return what ``paint`` paints, as Qt writes it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_CSS_DPI)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(0, 0), size))
    generator.setTitle(title)
    generator.setDescription(description)
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def combined(ground: bytes, layers: Sequence[Layer]) -> bytes:
    """Return one drawing of a ground and what lies on it, with all lines in pixels."""
    ET.register_namespace("", _NAMESPACE)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ET.fromstring(ground)
    # The dialect that Qt names, SVG Tiny, does not have clipping.
    root.set("version", "1.1")
    root.attrib.pop("baseProfile", None)
    definitions = root.find(_tag("defs"))
    for number, layer in enumerate(layers):
        if definitions is not None:
            definitions.append(_clip(f"area{number}", layer.area))
        group = ET.SubElement(root, _tag("g"), {"clip-path": f"url(#area{number})"})
        group.extend(ET.fromstring(layer.svg).iterfind(_tag("g")))
    for group in root.iter(_tag("g")):
        _flatten(group)
    drawing: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return drawing


def _clip(name: str, area: QRectF) -> ET.Element:
    clip = ET.Element(_tag("clipPath"), {"id": name})
    measures = {"x": area.x(), "y": area.y(), "width": area.width(), "height": area.height()}
    ET.SubElement(clip, _tag("rect"), {key: f"{value:g}" for key, value in measures.items()})
    return clip


def _flatten(group: ET.Element) -> None:
    """Move the points of the shapes in ``group`` to where its transformation puts them."""
    shapes = list(group)
    if "transform" not in group.attrib or not all(shape.tag in _POINTS for shape in shapes):
        return
    if not any(shape.get("vector-effect") == "non-scaling-stroke" for shape in shapes):
        return
    matrix = _matrix(group.attrib.pop("transform"))
    for shape in shapes:
        shape.attrib.pop("vector-effect", None)
        name = _POINTS[shape.tag]
        shape.set(name, _POINT.sub(lambda found: _moved(matrix, *found.groups()), shape.get(name, "")))


def _matrix(transform: str) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in re.findall(_NUMBER, transform, re.IGNORECASE))
    return a, b, c, d, e, f


def _moved(matrix: Matrix, x: str, y: str) -> str:
    a, b, c, d, e, f = matrix
    return f"{a * float(x) + c * float(y) + e:.2f},{b * float(x) + d * float(y) + f:.2f}"
