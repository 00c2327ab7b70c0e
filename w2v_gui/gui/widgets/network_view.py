"""The network, that answers to the mouse and to keys: a node says what its number is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from w2v_gui.gui.network.figures import WIDEST
from w2v_gui.gui.theme import Palette, tabular
from w2v_gui.gui.widgets.network_layout import Measures, lay_out, room, zoom
from w2v_gui.gui.widgets.network_painting import paint_network
from w2v_gui.gui.widgets.pointing_view import PointingView
from w2v_gui.gui.widgets.sum_view import SumView, lines_within

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.network.diagram import Diagram, Key
    from w2v_gui.gui.network.picture import Picture
    from w2v_gui.gui.widgets.network_layout import Layout

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NetworkView(PointingView):
    """Shows a step as far as the walk has come.

    The mouse, or the arrow keys up and down, point at a node, whose sum is then shown; a click or Return pins it, so
    that it stays while the pair changes. A second click, or Esc, takes it away.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._diagram: Diagram | None = None
        self._layout: Layout | None = None
        self._pointed: Key | None = None
        self._pinned: Key | None = None
        self.sum = SumView(self)
        self.setMinimumSize(600, 160)

    # -- what is shown ----------------------------------------------------------------------------------------

    @property
    def diagram(self) -> Diagram | None:
        """What is drawn, or None while there is nothing."""
        if self._diagram is None and self._picture is not None:
            self._diagram = self._picture.diagram(room(self._drawing), self._pinned)
        return self._diagram

    @property
    def layout_of_nodes(self) -> Layout | None:
        """Where it is drawn."""
        if self._layout is None and self.diagram is not None:
            self._layout = lay_out(self.diagram, self._drawing, self._measures())
        return self._layout

    def place_of(self, key: Key) -> QRectF:
        """Return where a node is drawn, in pixels of the widget."""
        layout = self.layout_of_nodes
        return QRectF() if layout is None else _enlarged(layout.nodes[key], zoom(self.size()))

    @property
    def pointed(self) -> Key | None:
        """The node that is pointed at."""
        return self._pointed

    @property
    def pinned(self) -> Key | None:
        """The node whose sum stays."""
        return self._pinned

    def node_texts(self) -> dict[Key, tuple[str, ...]]:
        """Return what is written in and beside every node that is drawn."""
        nodes = self.diagram.nodes if self.diagram is not None else ()
        return {node.key: (node.text, node.label, node.note, node.aside, node.error_text) for node in nodes}

    def show_picture(self, picture: Picture) -> None:
        """Show a step as far as the walk has come."""
        self._picture = picture
        self._renew()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.sum.apply_palette(palette)
        self.update()

    def _renew(self) -> None:
        """Describe and lay out anew, once somebody looks."""
        self._diagram = self._layout = None
        if self._picture is not None and self.isVisible():
            self._point_again()
        self.update()

    @property
    def _drawing(self) -> QSize:
        """How large the drawing is before it is enlarged."""
        return self.size() * (1 / zoom(self.size()))

    def _node_at(self, position: QPointF) -> Key | None:
        layout = self.layout_of_nodes
        return layout.node_at(position * (1 / zoom(self.size()))) if layout is not None else None

    def _measures(self) -> Measures:
        figures = tabular(self.font())
        figures.setPixelSize(11)
        return Measures(QFontMetricsF(figures).horizontalAdvance(WIDEST), QFontMetricsF(self.font()).horizontalAdvance)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._palette.card))
        layout = self.layout_of_nodes
        if self.diagram is None or layout is None:
            return
        colours = ((self._pointed, self._palette.text), (self._pinned, self._palette.accent))
        framed = {key: colour for key, colour in colours if key is not None}
        painter.save()
        painter.scale(zoom(self.size()), zoom(self.size()))
        paint_network(painter, self.diagram, layout, self._palette, self.font(), framed)
        painter.restore()
        if self._shows_focus:
            painter.setPen(QColor(self._palette.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # -- pointing and pinning ---------------------------------------------------------------------------------

    def _point_at(self, key: Key | None) -> None:
        self._pointed = key
        self.setCursor(Qt.CursorShape.ArrowCursor if key is None else Qt.CursorShape.PointingHandCursor)
        self._show_sum()
        self.update()

    def _point_again(self) -> None:
        """Point at what is under the mouse now, or at the node that was pointed at if it is still there."""
        layout = self.layout_of_nodes
        if self._mouse is not None:
            self._point_at(self._node_at(self._mouse))
        else:
            self._point_at(self._pointed if layout is not None and self._pointed in layout.nodes else None)

    def _show_sum(self) -> None:
        layout = self.layout_of_nodes
        key = self._pointed if self._pointed is not None else self._pinned
        if key is None or layout is None or key not in layout.nodes or self._picture is None:
            self.sum.hide()
            self.setAccessibleDescription(self._in_words())
            return
        within = self.rect().adjusted(2, 2, -2, -2)
        lines = self._picture.sums(key, lines_within(within.height()))
        self.sum.show_lines(lines, self._uncovered(key, layout), within, pinned=key == self._pinned)
        self.setAccessibleDescription(self.sum.text)

    def _in_words(self) -> str:
        """Return what is drawn, for who cannot see it."""
        if self.diagram is None:
            return ""
        columns = (self.diagram.inputs, self.diagram.hidden, self.diagram.outputs)
        return ". ".join(
            f"{column.title} {column.symbol}: "
            + ", ".join(f"{node.label} {node.text}".strip() for node in column.nodes)
            for column in columns
        )

    def _uncovered(self, key: Key, layout: Layout) -> list[QRect]:
        """Return what a sum should not cover: the node with its word, or at least the node."""
        place, factor = layout.nodes[key], zoom(self.size())
        both = place.united(layout.labels.get(key, place))
        return [_enlarged(both, factor).toRect(), _enlarged(place, factor).toRect()]

    def _pin(self, key: Key) -> None:
        self._pinned = None if key == self._pinned else key
        self._show_sum()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        key = self._node_at(self._mouse)
        if key != self._pointed:
            self._point_at(key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self._node_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and key is not None:
            self._pin(key)

    def _point_at_nothing(self) -> None:
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS and self.diagram is not None:
            self._step(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self._pin(self._pointed)
        elif key == Qt.Key.Key_Escape and (self._pointed is not None or self._pinned is not None):
            self._pinned = None
            self._point_at(None)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Point at the next node, from top to bottom and from left to right."""
        assert self.diagram is not None
        keys = [node.key for node in self.diagram.nodes]
        self._mouse = None
        if self._pointed in keys:
            place = min(max(keys.index(self._pointed) + by, 0), len(keys) - 1)
        else:
            place = 0 if by > 0 else len(keys) - 1
        self._point_at(keys[place])

    # -- what changes the layout ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mouse = None
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._renew()
        super().changeEvent(event)


def _enlarged(place: QRectF, factor: float) -> QRectF:
    return QRectF(place.topLeft() * factor, place.size() * factor)
