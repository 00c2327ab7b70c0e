"""Icons, drawn by ourselves as SVG in the theme's colours."""

from __future__ import annotations

import importlib.resources
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SHAPES = {
    "train": '<path d="M5 3.2v9.6L13 8z" fill="{c}"/>',
    "back": '<path d="M11 3.2v9.6L3 8z" fill="{c}"/>',
    "pause": '<path d="M4.2 3h2.6v10H4.2zM9.2 3h2.6v10H9.2z" fill="{c}"/>',
    "step": '<path d="M3 3.2v9.6L9.6 8z" fill="{c}"/><path d="M11 3h2v10h-2z" fill="{c}"/>',
    "stop": '<rect x="3.6" y="3.6" width="8.8" height="8.8" rx="1.2" fill="{c}"/>',
    "open": '<path d="M2 4.2c0-.6.4-1 1-1h3.2l1.4 1.6H13c.6 0 1 .4 1 1v6c0 .6-.4 1-1 1H3c-.6 0-1-.4-1-1z" '
    'fill="none" stroke="{c}" stroke-width="1.4"/>',
    "dark": '<path d="M12.8 9.9A5.6 5.6 0 0 1 6.1 3.2a5.4 5.4 0 1 0 6.7 6.7z" fill="none" stroke="{c}" '
    'stroke-width="1.4" stroke-linejoin="round"/>',
    "light": '<circle cx="8" cy="8" r="2.8" fill="none" stroke="{c}" stroke-width="1.4"/>'
    '<path d="M8 1.4v1.8M8 12.8v1.8M1.4 8h1.8M12.8 8h1.8M3.3 3.3l1.3 1.3M11.4 11.4l1.3 1.3M3.3 12.7l1.3-1.3'
    'M11.4 4.6l1.3-1.3" stroke="{c}" stroke-width="1.4" stroke-linecap="round"/>',
    "undo": '<path d="M5.6 3 2.6 6l3 3M2.8 6h6.4a3.6 3.6 0 0 1 0 7.2H6.4" fill="none" stroke="{c}" stroke-width="1.4" '
    'stroke-linecap="round" stroke-linejoin="round"/>',
    "redo": '<path d="M10.4 3l3 3-3 3M13.2 6H6.8a3.6 3.6 0 0 0 0 7.2h2.8" fill="none" stroke="{c}" stroke-width="1.4" '
    'stroke-linecap="round" stroke-linejoin="round"/>',
    "left": '<path d="M10 3.8 5.6 8l4.4 4.2" fill="none" stroke="{c}" stroke-width="1.6"/>',
    "folded": '<path d="M6 3.8 10.4 8 6 12.2" fill="none" stroke="{c}" stroke-width="1.6"/>',
    "unfolded": '<path d="M3.8 6 8 10.4 12.2 6" fill="none" stroke="{c}" stroke-width="1.6"/>',
    "earlier": '<path d="M10 3.8 5.6 8 10 12.2" fill="none" stroke="{c}" stroke-width="1.6"/>',
    "random": '<rect x="2.6" y="2.6" width="10.8" height="10.8" rx="2.4" fill="none" stroke="{c}" stroke-width="1.3"/>'
    '<path d="M5.6 5.6h.01M10.4 5.6h.01M8 8h.01M5.6 10.4h.01M10.4 10.4h.01" stroke="{c}" stroke-width="1.9" '
    'stroke-linecap="round"/>',
    "close": '<path d="M4 4l8 8M12 4l-8 8" stroke="{c}" stroke-width="1.4" stroke-linecap="round"/>',
    "more": '<path d="M3.4 8h.01M8 8h.01M12.6 8h.01" stroke="{c}" stroke-width="2.2" stroke-linecap="round"/>',
    "shrink": '<path d="M2.4 6.4h4v-4M13.6 9.6h-4v4M6.2 6.2 2.6 2.6M9.8 9.8l3.6 3.6" fill="none" stroke="{c}" '
    'stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>',
    "whole": '<path d="M1.8 3v10M14.2 3v10M4.2 8h7.6M6.2 5.8 4 8l2.2 2.2M9.8 5.8 12 8l-2.2 2.2" fill="none" '
    'stroke="{c}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>',
    "warning": '<path d="M8 2.2 14.4 13.4H1.6z" fill="none" stroke="{c}" stroke-width="1.4" stroke-linejoin="round"/>'
    '<path d="M8 6.4v3.2" stroke="{c}" stroke-width="1.4" stroke-linecap="round"/><circle cx="8" cy="11.5" r=".9" '
    'fill="{c}"/>',
    "again": '<path d="M12.6 6.4A5 5 0 1 0 13 8.6M12.9 3.2v3.4H9.5" fill="none" stroke="{c}" stroke-width="1.4" '
    'stroke-linecap="round" stroke-linejoin="round"/>',
    "star": '<path d="M8 1.9 9.9 6l4.4.5-3.3 3 .9 4.4L8 11.7l-3.9 2.2.9-4.4-3.3-3L6.1 6z" fill="none" stroke="{c}" '
    'stroke-width="1.3" stroke-linejoin="round"/>',
    "starred": '<path d="M8 1.9 9.9 6l4.4.5-3.3 3 .9 4.4L8 11.7l-3.9 2.2.9-4.4-3.3-3L6.1 6z" fill="{c}" stroke="{c}" '
    'stroke-width="1.3" stroke-linejoin="round"/>',
    "find": '<circle cx="7" cy="7" r="4.2" fill="none" stroke="{c}" stroke-width="1.4"/>'
    '<path d="M10.2 10.2 13.6 13.6" stroke="{c}" stroke-width="1.6" stroke-linecap="round"/>',
    "box": '<rect x="2.6" y="3.6" width="10.8" height="8.8" rx="1" fill="none" stroke="{c}" stroke-width="1.4" '
    'stroke-dasharray="2.4 1.8"/>',
    "lasso": '<path d="M5.4 10.6C3.4 9.8 2.2 8.4 2.2 6.8c0-2.4 2.6-4.2 5.8-4.2s5.8 1.8 5.8 4.2S11.2 11 8 11c-.6 0'
    '-1.2-.1-1.8-.2M5.6 9.2c1.3.2 1.9 1 1.6 2-.3.9-1.4 1.9-2.9 2.2" fill="none" stroke="{c}" stroke-width="1.3" '
    'stroke-linecap="round"/>',
    "tune": '<path d="M2.4 5h6.2M12.4 5h1.2M2.4 11h1.2M7.4 11h6.2" stroke="{c}" stroke-width="1.4" '
    'stroke-linecap="round"/><circle cx="10.5" cy="5" r="1.8" fill="none" stroke="{c}" stroke-width="1.3"/>'
    '<circle cx="5.5" cy="11" r="1.8" fill="none" stroke="{c}" stroke-width="1.3"/>',
    "page_text": '<path d="M2.5 3.6h11M2.5 6.5h11M2.5 9.4h11M2.5 12.3h6.5" stroke="{c}" stroke-width="1.3" '
    'stroke-linecap="round"/>',
    "page_train": '<path d="M2.6 2.4v11h11" fill="none" stroke="{c}" stroke-width="1.3" stroke-linecap="round" '
    'stroke-linejoin="round"/><path d="M5 3.4c.8 4.6 2.6 6.9 8.2 7.2" fill="none" stroke="{c}" stroke-width="1.6" '
    'stroke-linecap="round"/>',
    "page_inside": '<path d="M12.2 4.6V2.8H3.8L8.4 8l-4.6 5.2h8.4v-1.8" fill="none" stroke="{c}" stroke-width="1.3" '
    'stroke-linecap="round" stroke-linejoin="round"/>',
    "page_explore": '<circle cx="7" cy="7" r="4.4" fill="none" stroke="{c}" stroke-width="1.3"/>'
    '<path d="M10.3 10.3 13.6 13.6" stroke="{c}" stroke-width="1.6" stroke-linecap="round"/>'
    '<circle cx="7" cy="7" r="1.4" fill="{c}"/>',
    "page_compare": '<path d="M2.8 5.2h10M10.2 2.6l2.7 2.6-2.7 2.6M13.2 10.8h-10M5.8 8.2l-2.7 2.6 2.7 2.6" '
    'fill="none" stroke="{c}" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"/>',
}
_FRAME = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{shape}</svg>'


# Of the size that is asked for: on screens whose pixels are scaled a drawing is sharp only in its own size.
_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0, 3.0)


@lru_cache(maxsize=256)
def icon(name: str, colour: str, disabled: str = "", on: str = "", size: int = 16) -> QIcon:
    """Return the icon ``name``, drawn for ``size`` pixels.

    Parameters
    ----------
    name : str
    colour, disabled, on : str
        The colours it has as a rule, when it cannot be pressed, and when its button is down.
    size : int
        Before the screen's scaling.
    """
    result = QIcon()
    states = (
        (colour, QIcon.Mode.Normal, QIcon.State.Off),
        (disabled, QIcon.Mode.Disabled, QIcon.State.Off),
        (on, QIcon.Mode.Normal, QIcon.State.On),
    )
    for ink, mode, state in states:
        if ink:
            for scale in _SCALES:
                result.addPixmap(_pixmap(_svg(name, ink), round(scale * size)), mode, state)
    return result


def application_icon() -> QIcon:
    """Return the icon of the program: a window of words, the centre between its context."""
    svg = (importlib.resources.files("w2v_gui.gui") / "art" / "w2v-gui.svg").read_bytes()
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_pixmap(svg, size))
    return result


def _svg(name: str, colour: str) -> bytes:
    return _FRAME.format(shape=_SHAPES[name].replace("{c}", colour)).encode()


def _pixmap(svg: bytes, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
