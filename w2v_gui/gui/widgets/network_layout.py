"""Where the parts of a network are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize

from w2v_gui.gui.network.diagram import Layer, Room

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.gui.network.diagram import Column, Diagram, Key

_MARGIN = 14
_CAPTIONS = 26
_BELOW = 8
_COMFORTABLE = QSize(1200, 440)
_LARGEST = 1.7
_LOWEST_ROW = 15
_HIGHEST_ROW = 52
_HIGHEST_HIDDEN_ROW = 70
_HIGHEST_NODE = 30
_GAP = 8
_WIDEST = 1600
"""On a wider place the network stands in the middle: nobody follows a line over half a metre."""

_STEP = 24
"""Room for labels grows by so much at a time, so that nodes stand still from pair to pair."""

_WITHOUT_LABELS = 380
_ERROR_NUMBER = 48
_BEFORE_ROOT = 160
_NODE = 60
_LEVEL = 67
"""The least room for one level of a tree."""

_INPUTS, _OUTPUTS = (0.17, 0.3), (0.25, 0.46)
_TREE_INPUTS, _TREE_LEAVES = (0.12, 0.2), (0.14, 0.26)
"""How much of the width labels may take at most, and how much of what nodes and bars leave."""

_TO_HIDDEN, _TO_ROOT = 0.25, 0.2
"""Where the hidden layer stands between inputs and leaves, and the root of a tree between hidden layer and leaves."""


@dataclass(frozen=True)
class ErrorArea:
    """Where errors are drawn: where zero is, how long the longest bar is, and where numbers end."""

    zero: float
    half: float
    right: float


@dataclass(frozen=True)
class Layout:
    """All places, in pixels.

    Attributes
    ----------
    nodes, labels : dict of QRectF
        By node. An input's label ends at the right of its place, all others begin at the left.
    bands, rests : dict of QRectF
        By layer: what surrounds its nodes, and where it is said what is not drawn.
    captions : dict of QPointF
        Where the name of a layer stands, by layer.
    spans : tuple of (float, float)
        From where to where the lines of W and W′ run.
    label_px, value_px : int
        Sizes of fonts.
    errors : ErrorArea or None
    loss : QPointF
        Where the right end of the loss is.
    """

    nodes: dict[Key, QRectF]
    labels: dict[Key, QRectF]
    bands: dict[Layer, QRectF]
    rests: dict[Layer, QRectF]
    captions: dict[Layer, QPointF]
    spans: tuple[tuple[float, float], tuple[float, float]]
    label_px: int
    value_px: int
    errors: ErrorArea | None
    loss: QPointF

    def node_at(self, position: QPointF) -> Key | None:
        """Return the node at a position, or the one whose label is there."""
        for places in (self.nodes, self.labels):
            for key, place in places.items():
                if place.adjusted(-2, -1, 2, 1).contains(position):
                    return key
        return None


@dataclass(frozen=True)
class Measures:
    """How wide texts are.

    Attributes
    ----------
    value : float
        The widest number in a node, in the smallest of its fonts.
    label : callable
        The width of a text in the usual font.
    """

    value: float
    label: Callable[[str], float]


def zoom(size: QSize) -> float:
    """Return how much larger everything is drawn where there is plenty of room."""
    return max(1.0, min(size.width() / _COMFORTABLE.width(), size.height() / _COMFORTABLE.height(), _LARGEST))


def room(size: QSize) -> Room:
    """Return what fits into so many pixels."""
    rows = max(3, int(_height(size) // _LOWEST_ROW))
    labels = sum(_most(size.width(), parts) for parts in (_TREE_INPUTS, _TREE_LEAVES))
    tree = (min(size.width(), _WIDEST) - labels - 2 * _MARGIN - _NODE) * (1 - _TO_HIDDEN) * (1 - _TO_ROOT)
    return Room(rows, max(1, int(tree / _LEVEL + 0.2)))


def lay_out(diagram: Diagram, size: QSize, measures: Measures) -> Layout:
    """Find the places of all parts."""
    return _Places(diagram, size, measures).layout()


def _height(size: QSize) -> float:
    return max(size.height() - _CAPTIONS - _BELOW, _LOWEST_ROW)


@dataclass
class _Places:
    """Fills a `Layout` from the outside inwards."""

    diagram: Diagram
    size: QSize
    measures: Measures
    nodes: dict[Key, QRectF] = field(default_factory=dict)
    labels: dict[Key, QRectF] = field(default_factory=dict)
    bands: dict[Layer, QRectF] = field(default_factory=dict)
    rests: dict[Layer, QRectF] = field(default_factory=dict)
    captions: dict[Layer, QPointF] = field(default_factory=dict)

    def layout(self) -> Layout:
        diagram = self.diagram
        width = min(self.size.width(), _WIDEST)
        left = (self.size.width() - width) / 2 + _MARGIN
        right = left + width - 2 * _MARGIN
        parts = _INPUTS if diagram.tree is None else _TREE_INPUTS
        inputs_width = self._label_room([node.label for node in diagram.inputs.nodes], parts)
        node_width = self._node_width()
        x_input = left + inputs_width + _GAP + node_width / 2
        errors, labels_end = self._errors(right)
        if diagram.tree is not None:
            x_hidden, x_output = self._tree(x_input, right, node_width)
        else:
            words = [_label_text(node.label, node.note, node.aside) for node in diagram.outputs.nodes]
            outputs_width = self._label_room(words, _OUTPUTS)
            x_output = labels_end - outputs_width - _GAP - node_width / 2
            x_hidden = (x_input + x_output) / 2
            self._column(Layer.OUTPUT, diagram.outputs, x_output, (x_output + node_width / 2 + _GAP, labels_end))
        self._column(Layer.INPUT, diagram.inputs, x_input, (left, x_input - node_width / 2 - _GAP))
        self._column(Layer.HIDDEN, diagram.hidden, x_hidden, (x_hidden - 110, x_hidden + 110))
        half = node_width / 2
        return Layout(
            self.nodes,
            self.labels,
            self.bands,
            self.rests,
            self.captions,
            ((x_input + half, x_hidden - half), (x_hidden + half, x_output - half)),
            13 if self._pitch >= 20 else 11,
            11 if self._node_height >= 16 else 10,
            errors,
            QPointF(right, _CAPTIONS / 2),
        )

    # -- measures ---------------------------------------------------------------------------------------------

    @property
    def _rows(self) -> int:
        """The number of rows that inputs and outputs share, so that a word stands on the same line on both sides."""
        leaves = len(self.diagram.tree.leaves) if self.diagram.tree is not None else 0
        return max(leaves, *(_rows(column) for column in (self.diagram.inputs, self.diagram.outputs)))

    @property
    def _pitch(self) -> float:
        return min(_height(self.size) / max(self._rows, 1), _HIGHEST_ROW)

    @property
    def _node_height(self) -> float:
        return min(self._pitch - max(2, self._pitch * 0.16), _HIGHEST_NODE)

    def _node_width(self) -> float:
        return max(self._node_height, self.measures.value + 10)

    def _label_room(self, texts: list[str], parts: tuple[float, float]) -> float:
        """Return how much room labels take: no more than so much of all, and of what is left beside nodes and bars."""
        widest = max((self.measures.label(text) for text in texts), default=0)
        width = self.size.width()
        return min(math.ceil((widest + 4) / _STEP) * _STEP, _most(width, parts))

    def _errors(self, right: float) -> tuple[ErrorArea | None, float]:
        """Return where errors are drawn, and where the labels at their left end."""
        if self.diagram.tree is not None:
            return None, right
        half = min(max(self.size.width() * 0.05, 30), 84)
        return ErrorArea(right - _ERROR_NUMBER - half, half, right), right - _ERROR_NUMBER - 2 * half - 2 * _GAP

    # -- columns ----------------------------------------------------------------------------------------------

    def _column(self, layer: Layer, column: Column, x: float, labels: tuple[float, float]) -> None:
        rows = _rows(column)
        pitch = self._pitch
        if layer is Layer.HIDDEN:
            pitch = min(_height(self.size) / max(rows, 1), _HIGHEST_HIDDEN_ROW)
        height = min(pitch - max(2, pitch * 0.16), _HIGHEST_NODE if layer is not Layer.HIDDEN else _HIGHEST_NODE + 4)
        width = self._node_width()
        top = _CAPTIONS + (_height(self.size) - rows * pitch) / 2
        for row, node in enumerate(column.nodes):
            y = top + (row + 0.5) * pitch
            width_here = 0.0 if node.key[0] is Layer.LEAF else width
            self.nodes[node.key] = QRectF(x - width_here / 2, y - height / 2, width_here, height)
            if layer is not Layer.HIDDEN:
                shift = width / 2 - 2 if node.key[0] is Layer.LEAF else 0
                self.labels[node.key] = QRectF(labels[0] - shift, y - pitch / 2, labels[1] - labels[0] + shift, pitch)
        if column.rest:
            # Neither nodes nor bars stand on this line.
            left, right = {
                Layer.INPUT: (labels[0], x + width / 2),
                Layer.HIDDEN: labels,
                Layer.OUTPUT: (labels[0], (self.size.width() + min(self.size.width(), _WIDEST)) / 2 - _MARGIN),
            }[layer]
            self.rests[layer] = QRectF(left, top + (rows - 1) * pitch, right - left, pitch)
        last = top + len(column.nodes) * pitch
        self._frame(layer, QRectF(x - width / 2 - 6, top - 2, width + 12, last - top + 4))

    def _frame(self, layer: Layer, band: QRectF) -> None:
        self.bands[layer] = band
        self.captions[layer] = QPointF(band.center().x(), _CAPTIONS / 2)

    # -- tree -------------------------------------------------------------------------------------------------

    def _tree(self, x_input: float, right: float, node_width: float) -> tuple[float, float]:
        """Place the tree, and return where the hidden layer and the root are."""
        tree = self.diagram.tree
        assert tree is not None
        texts = [_label_text(leaf.label, leaf.note, "") for leaf in tree.leaves]
        leaves_left = right - self._label_room(texts, _TREE_LEAVES)
        x_hidden = x_input + (leaves_left - x_input) * _TO_HIDDEN
        gap = leaves_left - x_hidden
        # The name of W′ stands between the two.
        x_root = x_hidden + max(gap * _TO_ROOT, min(_BEFORE_ROOT, gap - tree.levels * _LEVEL))
        step = (leaves_left - _GAP - x_root) / (tree.levels - 1 + 0.8)
        pitch = self._pitch
        top = _CAPTIONS + (_height(self.size) - len(tree.leaves) * pitch) / 2
        height = min(self._node_height, 24)
        for key, (row, level) in tree.places.items():
            y = top + (row + 0.5) * pitch
            if key[0] is Layer.LEAF:
                self.nodes[key] = QRectF(leaves_left, y - pitch / 2, 0, pitch)
                self.labels[key] = QRectF(leaves_left + 4, y - pitch / 2, right - leaves_left - 4, pitch)
            else:
                x = x_root + level * step
                self.nodes[key] = QRectF(x - node_width / 2, y - height / 2, node_width, height)
        area = QRectF(x_root - node_width / 2 - 6, top, leaves_left - x_root + node_width / 2, len(tree.leaves) * pitch)
        self._frame(Layer.OUTPUT, area)
        return x_hidden, x_root


def _most(width: int, parts: tuple[float, float]) -> int:
    return int(min(width * parts[0], max(width - _WITHOUT_LABELS, 100) * parts[1]))


def _rows(column: Column) -> int:
    return len(column.nodes) + bool(column.rest)


def _label_text(*parts: str) -> str:
    return "  ".join(part for part in parts if part)
