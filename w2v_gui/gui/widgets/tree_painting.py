"""Painting the branches of a tree that lies on its side, and of one way through a large one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from w2v_gui.gui.network.diagram import Layer

if TYPE_CHECKING:
    from w2v_gui.gui.network.diagram import Branch, Column, Tree, Way
    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.network_layout import Layout

_BIT = 12
_CORNER = 5


def paint_tree(painter: QPainter, tree: Tree, layout: Layout, palette: Palette, font: QFont, *, lit: bool) -> None:
    """Paint the branches with their code bits, those on the way to a target last and strong."""
    for branch in sorted(tree.branches, key=lambda branch: branch.taken):
        _paint_branch(painter, branch, layout, palette, lit)
    painter.setFont(font)
    for branch in tree.branches:
        _paint_bit(painter, branch, layout, palette)


def paint_way(painter: QPainter, way: Way, column: Column, layout: Layout, palette: Palette) -> None:
    """Paint the way from the root down to a word, dotted where inner nodes are left out."""
    pen = QPen(QColor(palette.centre), 2.2)
    painter.setPen(pen)
    for above, below in pairwise(column.nodes):
        start, end = layout.nodes[above.key], layout.nodes[below.key]
        if below.key[0] is not Layer.LEAF:
            painter.drawLine(QPointF(start.center().x(), start.bottom()), QPointF(end.center().x(), end.top()))
            continue
        pen.setStyle(Qt.PenStyle.SolidLine if way.complete else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        path = QPainterPath(QPointF(start.center().x(), start.bottom()))
        path.lineTo(start.center().x(), end.center().y() - _CORNER)
        corner = QPointF(start.center().x(), end.center().y())
        path.quadTo(corner, corner + QPointF(_CORNER, 0))
        path.lineTo(layout.labels[below.key].left() - 5, end.center().y())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _turn(branch: Branch, layout: Layout) -> tuple[QPointF, QPointF, float]:
    """Return where a branch begins and ends, and how far along it turns."""
    parent, child = layout.nodes[branch.parent], layout.nodes[branch.child]
    start = QPointF(parent.right(), parent.center().y())
    end = QPointF(child.left(), child.center().y())
    return start, end, start.x() + 5


def _paint_branch(painter: QPainter, branch: Branch, layout: Layout, palette: Palette, lit: bool) -> None:
    start, end, turn = _turn(branch, layout)
    down = 1 if end.y() > start.y() else -1
    radius = min(_CORNER, abs(end.y() - start.y()) / 2)
    path = QPainterPath(start)
    path.lineTo(turn - radius, start.y())
    path.quadTo(turn, start.y(), turn, start.y() + down * radius)
    path.lineTo(turn, end.y() - down * radius)
    path.quadTo(turn, end.y(), turn + radius, end.y())
    path.lineTo(end)
    if branch.taken:
        pen = QPen(QColor(palette.centre), 2.6 if lit else 1.8)
    else:
        pen = QPen(QColor(palette.border_strong), 1.2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _paint_bit(painter: QPainter, branch: Branch, layout: Layout, palette: Palette) -> None:
    _, end, turn = _turn(branch, layout)
    chip = QRectF(turn + 1, end.y() - _BIT / 2, _BIT, _BIT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.card))
    painter.drawEllipse(chip)
    painter.setPen(QColor(palette.centre if branch.taken else palette.muted))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(branch.bit))
