"""The picture of what a card shows, under its title, in the theme of the moment."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageWriter, QPainter, QPalette, QPen, QRegion
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QWidget

from w2v_gui.gui.svg import Layer, combined, drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SHARPNESS = 2
_MARGIN = 12
_HEADING = 34


def png(title: str, caption: str, widget: QWidget) -> Callable[[], bytes]:
    """Catch the picture of a widget under its title; what is returned packs it, on any thread."""
    image = QImage(_size(widget) * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    painter = QPainter(image)
    with _as_a_picture(widget, _SHARPNESS):
        _paint(painter, title, caption, widget)
    painter.end()

    def pack() -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(buffer.data().data())

    return pack


def svg(title: str, caption: str, widget: QWidget) -> Callable[[], bytes]:
    """Catch the same as a drawing."""
    size = _size(widget)
    views = _views(widget)
    boxes = [(view, item) for view in views for item in view.scene().items() if isinstance(item, pg.ViewBox)]
    with _as_a_picture(widget, 1):
        with _transparent([box.childGroup for _, box in boxes]):
            ground = drawn(size, title, caption, lambda painter: _paint(painter, title, caption, widget))
        layers = []
        for view, box in boxes:
            corner = view.mapTo(widget, QPoint()) + QPoint(0, _HEADING)
            with _transparent(_beside(box.childGroup)):
                content = drawn(size, "", "", partial(_paint_view, view=view, at=corner))
            area = QRectF(view.mapFromScene(box.sceneBoundingRect()).boundingRect())
            layers.append(Layer(area.translated(corner), content))
    return lambda: combined(ground, layers)


def _size(widget: QWidget) -> QSize:
    return QSize(widget.width(), widget.height() + _HEADING)


def _paint(painter: QPainter, title: str, caption: str, widget: QWidget) -> None:
    palette = QGuiApplication.palette()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(QPoint(0, 0), _size(widget)), palette.color(QPalette.ColorRole.Light))
    _paint_heading(painter, title, caption, widget, palette)
    painter.translate(0, _HEADING)
    _paint_widget(painter, widget)


def _paint_widget(painter: QPainter, widget: QWidget) -> None:
    """Paint a widget and all in it."""
    if isinstance(widget, QGraphicsView):
        _paint_view(painter, widget, QPoint())
        return
    # Not its background: that of the window would be drawn where the card is transparent.
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            painter.save()
            painter.translate(child.pos())
            _paint_widget(painter, child)
            painter.restore()


def _paint_view(painter: QPainter, view: QGraphicsView, at: QPoint) -> None:
    view.render(painter, QRectF(QRect(at, view.size())), view.viewport().rect())


def _paint_heading(painter: QPainter, title: str, caption: str, widget: QWidget, palette: QPalette) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    row = QRect(_MARGIN, 0, widget.width() - 2 * _MARGIN, _HEADING)
    plain = QFont(widget.font())
    # An SVG knows nothing of narrow dots and the like: text would be wider than was measured.
    plain.setFeature(QFont.Tag("palt"), 0)
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(QColor(palette.color(QPalette.ColorRole.Text)))
    painter.drawText(row, middle | Qt.AlignmentFlag.AlignLeft, title)
    row.setLeft(row.left() + painter.fontMetrics().horizontalAdvance(title) + _MARGIN)
    painter.setFont(plain)
    painter.setPen(QColor(palette.color(QPalette.ColorRole.PlaceholderText)))
    shown = painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideRight, row.width())
    painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, shown)


@contextlib.contextmanager
def _as_a_picture(widget: QWidget, sharpness: int) -> Iterator[None]:
    """Draw plots for paper instead of the screen, and then put everything back.

    Pictures kept of items have the resolution of the screen; markers are stamped, thin lines drawn with steps; and
    lines are so many dots wide, however small the dots are.
    """
    with contextlib.ExitStack() as later:
        for view in _views(widget):
            later.callback(view.setCacheMode, view.cacheMode())
            view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
            for item in view.scene().items():
                if item.cacheMode() != QGraphicsItem.CacheMode.NoCache:
                    later.callback(item.setCacheMode, item.cacheMode())
                    item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
                if isinstance(item, pg.GraphicsItem):
                    later.callback(item.setExportMode, False)
                    item.setExportMode(True, {})
                if sharpness > 1:
                    _widen(item, sharpness, later)
        yield


@contextlib.contextmanager
def _transparent(items: Iterable[QGraphicsItem]) -> Iterator[None]:
    """Leave items out of a picture, without those that stay being laid out anew."""
    with contextlib.ExitStack() as later:
        for item in items:
            later.callback(item.setOpacity, item.opacity())
            item.setOpacity(0.0)
        yield


def _beside(item: QGraphicsItem) -> list[QGraphicsItem]:
    """Return all that is in the scene besides ``item``, what is in it, and what it is in."""
    around: list[QGraphicsItem] = []
    parent = item.parentItem()
    while parent is not None:
        around += [child for child in parent.childItems() if child is not item]
        item, parent = parent, parent.parentItem()
    return [*around, *(other for other in item.scene().items() if other.parentItem() is None and other is not item)]


def _views(widget: QWidget) -> list[QGraphicsView]:
    own = [widget] if isinstance(widget, QGraphicsView) else []
    return [view for view in [*own, *widget.findChildren(QGraphicsView)] if view.isVisible()]


def _widen(item: QGraphicsItem, factor: int, later: contextlib.ExitStack) -> None:
    for pen, set_pen in _pens(item):
        later.callback(set_pen, pen)
        wide = QPen(pen)
        wide.setWidthF(max(pen.widthF(), 1.0) * factor)
        set_pen(wide)
    if isinstance(item, pg.PlotCurveItem):
        # A wide line of thousands of corners in one piece would take ten times as long.
        later.callback(item.setSegmentedLineMode, item.opts["segmentedLineMode"])
        item.setSegmentedLineMode("on")


def _pens(item: QGraphicsItem) -> list[tuple[QPen, Callable[[QPen], None]]]:
    if isinstance(item, pg.PlotCurveItem):
        return [(item.opts["pen"], item.setPen)]
    if isinstance(item, pg.InfiniteLine):
        return [(item.pen, item.setPen)]
    if isinstance(item, pg.AxisItem):
        return [(item.pen(), item.setPen), (item.tickPen(), item.setTickPen)]
    return []
