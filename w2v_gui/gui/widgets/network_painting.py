"""Painting a network: nodes with their numbers, weights as lines, errors as bars."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from w2v_gui.gui.network.diagram import Fill, Layer
from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.tree_painting import paint_tree, paint_way

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from w2v_gui.gui.network.diagram import Column, Diagram, Edges, Key, Node
    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.network_layout import Layout

_STRENGTHS = 8
"""Weights are drawn in so many steps of colour and width for each sign."""

_BESIDE_NAMES = 8
_ARROW = 22
"""The shortest that both parts of an arrow beside a name can be."""

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
# Right-to-left words stand where all others do.
_LEFT = _MIDDLE | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_CENTRED = _MIDDLE | Qt.AlignmentFlag.AlignHCenter


def paint_network(
    painter: QPainter, diagram: Diagram, layout: Layout, palette: Palette, font: QFont, framed: Mapping[Key, str]
) -> None:
    """Paint everything.

    Parameters
    ----------
    painter : QPainter
    diagram : Diagram
    layout : Layout
        Of the diagram.
    palette : Palette
    font : QFont
        Of the interface.
    framed : mapping
        Nodes that are chosen, and the colours of their frames.
    """
    NetworkPainter(painter, diagram, layout, palette, font).paint(framed)


class NetworkPainter:
    """Paints one network, once."""

    def __init__(self, painter: QPainter, diagram: Diagram, layout: Layout, palette: Palette, font: QFont) -> None:
        self._painter, self._diagram, self._layout, self._palette = painter, diagram, layout, palette
        self._label_font = _sized(font, layout.label_px)
        self._small_font = _sized(font, 11)
        self._value_font = _sized(tabular(font), layout.value_px)
        self._caption_font = _sized(font, 12)

    def paint(self, framed: Mapping[Key, str]) -> None:
        painter, diagram = self._painter, self._diagram
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands()
        self._paint_edges(diagram.W, diagram.inputs, framed, left=True)
        self._paint_edges(diagram.W_out, diagram.outputs, framed, left=False)
        if diagram.tree is not None:
            paint_tree(painter, diagram.tree, self._layout, self._palette, self._small_font, lit=diagram.outputs.lit)
        if diagram.way is not None:
            paint_way(painter, diagram.way, diagram.outputs, self._layout, self._palette)
        for node in diagram.nodes:
            self._paint_node(node, framed.get(node.key))
        self._paint_errors()
        self._paint_rests()
        self._paint_captions()

    # -- what is lit ------------------------------------------------------------------------------------------

    def _columns(self) -> tuple[tuple[Layer, Column], ...]:
        diagram = self._diagram
        return (Layer.INPUT, diagram.inputs), (Layer.HIDDEN, diagram.hidden), (Layer.OUTPUT, diagram.outputs)

    def _paint_bands(self) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._palette.accent_soft))
        for layer, column in self._columns():
            if column.lit and not (layer is Layer.OUTPUT and self._diagram.tree is not None):
                self._painter.drawRoundedRect(self._layout.bands[layer], 10, 10)

    # -- weights ----------------------------------------------------------------------------------------------

    def _paint_edges(self, edges: Edges, column: Column, chosen: Mapping[Key, str], *, left: bool) -> None:
        """Draw the lines between the hidden layer and the one at its left or right, the strongest last."""
        hidden = [self._layout.nodes[node.key] for node in self._diagram.hidden.nodes]
        others = [self._layout.nodes[node.key] for node in column.nodes]
        if left:
            starts = [(place.right(), place.center().y()) for place in others]
            ends = [(place.left(), place.center().y()) for place in hidden]
        else:
            starts = [(place.left(), place.center().y()) for place in others]
            ends = [(place.right(), place.center().y()) for place in hidden]
        steps = np.nan_to_num(np.clip(edges.weights, -1, 1) * _STRENGTHS)
        steps = (np.sign(steps) * np.ceil(np.abs(steps))).astype(int)
        strengths = _strengths(edges, [node.key in chosen for node in column.nodes], self._hidden_among(chosen))
        for strength in range(3):
            self._draw_lines(np.where(strengths == strength, steps, 0), starts, ends, strength)

    def _hidden_among(self, chosen: Mapping[Key, str]) -> list[bool]:
        return [node.key in chosen for node in self._diagram.hidden.nodes]

    def _draw_lines(
        self,
        steps: NDArray[np.int_],
        starts: list[tuple[float, float]],
        ends: list[tuple[float, float]],
        strength: int,
    ) -> None:
        batches: dict[int, list[QLineF]] = {}
        for row, place in np.argwhere(steps).tolist():
            batches.setdefault(int(steps[row, place]), []).append(QLineF(*starts[row], *ends[place]))
        for step in sorted(batches, key=abs):
            colour = self._palette.positive if step > 0 else self._palette.negative
            self._painter.setPen(_edge_pen(self._palette.card, colour, abs(step), strength))
            self._painter.drawLines(batches[step])

    # -- nodes ------------------------------------------------------------------------------------------------

    def _paint_node(self, node: Node, frame: str | None) -> None:
        painter, palette = self._painter, self._palette
        place = self._layout.nodes[node.key]
        if node.key[0] is not Layer.LEAF:
            fill = self._fill(node)
            radius = place.height() / 2
            if node.target:
                painter.setPen(QPen(QColor(palette.centre), 2.2))
                painter.setBrush(QColor(palette.card))
                ring = self._ring(node, place)
                painter.drawRoundedRect(place.adjusted(-ring, -ring, ring, ring), radius + ring, radius + ring)
            border = frame or (palette.border_strong if node.active else palette.border)
            painter.setPen(QPen(QColor(border), 2.0 if frame else 1.0))
            painter.setBrush(fill)
            painter.drawRoundedRect(place, radius, radius)
            painter.setFont(self._value_font)
            painter.setPen(_readable(fill, palette) if node.text and node.active else QColor(palette.muted))
            painter.drawText(place, _CENTRED, node.text or self._name(node))
        self._paint_label(node)
        if self._diagram.tree is not None and node.key[0] is Layer.OUTPUT:
            self._paint_around_inner(node, place)

    def _ring(self, node: Node, place: QRectF) -> float:
        """Return how far the ring of a target stands off: where lines are close together it stays in its own."""
        return min(2.5, (self._layout.labels.get(node.key, place).height() - place.height()) / 2)

    def _fill(self, node: Node) -> QColor:
        palette = self._palette
        if node.fill is Fill.SIGN:
            return QColor(*_sign_table(palette)[round((min(max(node.tone, -1), 1) + 1) * 100)])
        role = {Fill.CONTEXT: palette.context, Fill.CENTRE: palette.centre}.get(node.fill)
        return _mixed(palette.card, role, node.tone) if role else QColor(palette.card)

    def _name(self, node: Node) -> str:
        """Return what stands in a node without a number: its name, unless that stands beside it."""
        return node.label if node.key not in self._layout.labels else ""

    def _paint_label(self, node: Node) -> None:
        place = self._layout.labels.get(node.key)
        if place is None:
            return
        palette = self._palette
        metrics = QFontMetricsF(self._label_font)
        if node.key[0] is Layer.INPUT:
            shown = metrics.elidedText(node.label, Qt.TextElideMode.ElideRight, place.width())
            self._write(shown, place, _RIGHT, palette.context if node.active else palette.muted, self._label_font)
            return
        small = QFontMetricsF(self._small_font)
        notes = [(text, small.horizontalAdvance(text) + 6) for text in (node.note, node.aside) if text]
        # The word itself goes before what is said of it.
        room = max(place.width() - sum(width for _, width in notes), min(60, place.width()))
        shown = metrics.elidedText(node.label, Qt.TextElideMode.ElideRight, room)
        colour = palette.centre if node.target else palette.text if node.active else palette.muted
        self._write(shown, place, _LEFT, colour, self._label_font)
        left = place.left() + metrics.horizontalAdvance(shown) + 6
        for text, width in notes:
            area = QRectF(left, place.top(), max(place.right() - left, 0), place.height())
            cut = small.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            self._write(cut, area, _LEFT, palette.centre if text is node.note else palette.muted, self._small_font)
            left += width

    def _write(self, text: str, place: QRectF, flags: int, colour: str, font: QFont) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(place, flags, text)

    # -- errors -----------------------------------------------------------------------------------------------

    def _paint_errors(self) -> None:
        area, nodes = self._layout.errors, self._diagram.outputs.nodes
        if area is None or not self._diagram.error:
            return
        painter, palette = self._painter, self._palette
        band = self._layout.bands[Layer.OUTPUT]
        painter.setPen(QPen(QColor(palette.border_strong), 1))
        painter.drawLine(QPointF(area.zero, band.top()), QPointF(area.zero, band.bottom()))
        scale = max(1.0, *(abs(node.error or 0.0) for node in nodes))
        for node in nodes:
            if node.error is None:
                continue
            place = self._layout.nodes[node.key]
            bar = self._bar(node.error / scale * area.half, area.zero, place)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.centre))
            painter.drawRoundedRect(bar, 2, 2)
            left = max(bar.right(), area.zero) + 6
            number = QRectF(left, place.top(), area.right - left, place.height())
            colour = palette.centre if node.target else palette.text
            self._write(node.error_text, number, _LEFT, colour, self._value_font)

    @staticmethod
    def _bar(length: float, zero: float, place: QRectF) -> QRectF:
        height = min(12.0, place.height() - 4)
        size = max(abs(length), 1.5)
        return QRectF(zero if length > 0 else zero - size, place.center().y() - height / 2, size, height)

    def _paint_around_inner(self, node: Node, place: QRectF) -> None:
        """Write the name of an inner node above it, and draw its error below: there is no column for either."""
        if node.text:
            above = QRectF(place.left(), place.top() - 14, place.width(), 13)
            self._clear(node.label, above)
            self._write(node.label, above, _CENTRED, self._palette.muted, self._value_font)
        if node.error is not None:
            self._paint_error_below(node, node.error, place)

    def _paint_error_below(self, node: Node, error: float, place: QRectF) -> None:
        painter, palette = self._painter, self._palette
        middle, top = place.center().x(), place.bottom() + 3
        half = place.width() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.centre))
        length = max(abs(error) / max(1.0, abs(error)) * half, 1.5)
        painter.drawRect(QRectF(middle if error > 0 else middle - length, top, length, 4))
        painter.setPen(QPen(QColor(palette.border_strong), 1))
        painter.drawLine(QPointF(middle, top - 1), QPointF(middle, top + 5))
        text = f"{self._diagram.error} {node.error_text}"
        below = QRectF(middle - 50, top + 5, 100, 13)
        self._clear(text, below)
        self._write(text, below, _CENTRED, palette.centre, self._value_font)

    def _clear(self, text: str, place: QRectF) -> None:
        """Take the lines away that would cross a text in the middle of a place."""
        width = QFontMetricsF(self._value_font).horizontalAdvance(text) + 4
        self._painter.fillRect(
            QRectF(place.center().x() - width / 2, place.top() + 1, width, place.height() - 2),
            QColor(self._palette.card),
        )

    # -- what is said -----------------------------------------------------------------------------------------

    def _paint_rests(self) -> None:
        metrics = QFontMetricsF(self._small_font)
        for layer, column in self._columns():
            place = self._layout.rests.get(layer)
            if place is None:
                continue
            flags = {Layer.INPUT: _RIGHT, Layer.HIDDEN: _CENTRED, Layer.OUTPUT: _LEFT}[layer]
            shown = metrics.elidedText(column.rest, Qt.TextElideMode.ElideRight, place.width())
            self._write(shown, place, flags, self._palette.muted, self._small_font)
            if layer is Layer.OUTPUT:
                self._write("⋮", self._beside(layer, place), _CENTRED, self._palette.muted, self._small_font)

    def _beside(self, layer: Layer, place: QRectF) -> QRectF:
        band = self._layout.bands[layer]
        return QRectF(band.left(), place.top(), band.width(), place.height())

    def _paint_captions(self) -> None:
        palette, diagram = self._palette, self._diagram
        for layer, column in self._columns():
            self._caption(
                _named(column), self._layout.captions[layer], self._role(layer) if column.lit else palette.muted
            )
        if self._layout.errors is not None and diagram.error:
            at = QPointF(self._layout.errors.zero, self._layout.captions[Layer.OUTPUT].y())
            self._caption(diagram.error, at, palette.centre if diagram.error_lit else palette.muted)
        if diagram.loss:
            end = self._layout.loss
            colour = palette.centre if diagram.loss_lit else palette.muted
            self._write(diagram.loss, QRectF(end.x() - 120, end.y() - 10, 120, 20), _RIGHT, colour, self._caption_font)
        self._paint_span(diagram.W, (Layer.INPUT, Layer.HIDDEN), palette.context)
        self._paint_span(diagram.W_out, (Layer.HIDDEN, Layer.OUTPUT), palette.centre)

    def _role(self, layer: Layer) -> str:
        """Return the colour of what belongs to a layer: h is neither of the input nor of the output."""
        palette = self._palette
        return {Layer.INPUT: palette.context, Layer.OUTPUT: palette.centre}.get(layer, palette.text)

    def _caption(self, text: str, at: QPointF, colour: str) -> None:
        place = QRectF(at.x() - 100, at.y() - 10, 200, 20)
        self._write(text, place, _CENTRED, colour, self._caption_font)

    def _paint_span(self, edges: Edges, between: tuple[Layer, Layer], colour: str) -> None:
        """Write what the lines are, with an arrow in the direction in which they are followed."""
        left, right = self._free(*between)
        y = self._layout.captions[Layer.HIDDEN].y()
        metrics = QFontMetricsF(self._caption_font)
        whole = f"{edges.title}  {edges.shape}"
        width = metrics.horizontalAdvance(whole) + 14
        middle = (left + right) / 2
        if edges.lit and width + 2 * _ARROW <= right - left:
            texts = [whole]
            self._paint_arrow(((left, middle - width / 2), (middle + width / 2, right)), y, colour)
        elif edges.lit:
            names = (edges.title, edges.name)
            texts = [f"← {name}" if self._diagram.backward else f"{name} →" for name in names]
        else:
            texts = [whole, edges.title, edges.name]
        text = next((text for text in texts if metrics.horizontalAdvance(text) <= right - left), texts[-1])
        self._write(text, QRectF(middle - 150, y - 10, 300, 20), _CENTRED, colour, self._caption_font)

    def _free(self, first: Layer, second: Layer) -> tuple[float, float]:
        """Return from where to where there is room beside the names of two layers."""
        metrics, captions = QFontMetricsF(self._caption_font), self._layout.captions
        half = {layer: metrics.horizontalAdvance(_named(column)) / 2 for layer, column in self._columns()}
        start, end = self._layout.spans[first is Layer.HIDDEN]
        left = max(captions[first].x() + half[first] + _BESIDE_NAMES, start)
        # Over a tree its name stands far from its root.
        return left, min(captions[second].x() - half[second] - _BESIDE_NAMES, end)

    def _paint_arrow(self, parts: tuple[tuple[float, float], tuple[float, float]], y: float, colour: str) -> None:
        painter = self._painter
        painter.setPen(QPen(QColor(colour), 1.4))
        for start, end in parts:
            painter.drawLine(QPointF(start, y), QPointF(end, y))
        tip, back = (parts[0][0] - 4, 8) if self._diagram.backward else (parts[1][1] + 4, -8)
        painter.setBrush(QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([QPointF(tip, y), QPointF(tip + back, y - 4), QPointF(tip + back, y + 4)]))


def _named(column: Column) -> str:
    return f"{column.title} {column.symbol}"


def _strengths(edges: Edges, rows: list[bool], columns: list[bool]) -> NDArray[np.int_]:
    """Return how strong each line is drawn: 0 where it takes no part, 2 where it is lit or leads to a chosen node."""
    active = np.broadcast_to(edges.active[:, None], edges.weights.shape)
    chosen = np.array(rows, bool)[:, None] | np.array(columns, bool)
    strengths = active * (2 if edges.lit and not chosen.any() else 1)
    return np.where(chosen & active, 2, strengths)


def _sized(font: QFont, pixels: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    return sized


@lru_cache(maxsize=128)
def _edge_pen(ground: str, colour: str, step: int, strength: int) -> QPen:
    """Return the pen of a weight: ``strength`` is 0 for one that takes no part, 2 for one that is lit.

    Its colour is mixed with the ground: to draw transparent lines takes three times as long.
    """
    # Small weights stand back, so that large ones can be followed.
    part = (step / _STRENGTHS) ** 1.4
    lowest, highest = ((0.06, 0.2), (0.14, 0.55), (0.25, 1.0))[strength]
    thinnest, thickest = ((0.6, 0.8), (0.8, 1.6), (1.0, 3.0))[strength]
    return QPen(_mixed(ground, colour, lowest + (highest - lowest) * part), thinnest + (thickest - thinnest) * part)


@lru_cache(maxsize=4)
def _sign_table(palette: Palette) -> list[list[int]]:
    table: list[list[int]] = palette.sign_map(201).tolist()
    return table


def _mixed(ground: str, colour: str, part: float) -> QColor:
    a, b = QColor(ground), QColor(colour)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * part,
        a.greenF() + (b.greenF() - a.greenF()) * part,
        a.blueF() + (b.blueF() - a.blueF()) * part,
    )


def _readable(ground: QColor, palette: Palette) -> QColor:
    """Return the colour of text that stands out more from a ground."""
    colours = QColor(palette.text), QColor(palette.card)
    return max(colours, key=lambda colour: abs(_lightness(colour) - _lightness(ground)))


def _lightness(colour: QColor) -> float:
    return float(0.3 * colour.redF() + 0.59 * colour.greenF() + 0.11 * colour.blueF())
