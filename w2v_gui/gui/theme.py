"""Every colour and every font of the window, light and dark.

Role colours and sign colours mean the same everywhere: blue is context and input vectors (W), orange is centre
and output vectors (W′); violet is negative, green positive, and zero is the card's own ground.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from w2v_gui.gui.in_parts import InParts
from w2v_gui.gui.stylesheet import stylesheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QApplication

MODES = ("system", "light", "dark")

# Widgets that are styled between two looks at what the user does.
_AT_A_TIME = 100

# Families with Chinese glyphs, the plainest first; Qt takes the first that is installed.
_CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)
_EMOJI = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as ``#rrggbb``."""

    name: str
    window: str
    card: str
    field: str
    border: str
    border_strong: str
    grid: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    accent_ring: str
    chip: str
    hover: str
    context: str
    context_pale: str
    centre: str
    negative: str
    positive: str
    error: str
    error_soft: str
    notice: str
    notice_soft: str
    groups: tuple[str, ...]
    """Colours of groups: told apart by those who see no red or no green, and none of them the colour of a role."""

    def sign_map(self, steps: int = 256) -> NDArray[np.uint8]:
        """Return the diverging map, negative to positive, as rows of red, green, blue from 0 to 255."""
        colours = [QColor(colour) for colour in (self.negative, self.card, self.positive)]
        ends = np.array([(c.red(), c.green(), c.blue()) for c in colours], dtype=np.float64)
        at = np.linspace(-1, 1, steps)
        # A little stretched in the middle, so that small values can be told from zero.
        strength = np.abs(at) ** 0.8
        side = np.where(at[:, None] < 0, ends[0], ends[2])
        table: NDArray[np.uint8] = np.round(ends[1] + (side - ends[1]) * strength[:, None]).astype(np.uint8)
        return table


LIGHT = Palette(
    name="light",
    window="#f3f5f8",
    card="#ffffff",
    field="#ffffff",
    border="#e1e5eb",
    border_strong="#c9d0da",
    grid="#edf0f4",
    text="#1a2330",
    muted="#5f6b7a",
    disabled="#98a2b0",
    accent="#2a6bdc",
    accent_hover="#215bc2",
    accent_text="#ffffff",
    accent_soft="#e6eefc",
    accent_ring="#a9c6f8",
    chip="#eceff6",
    hover="#f0f3f8",
    context="#2a6bdc",
    context_pale="#b5cbf3",
    centre="#d9600f",
    negative="#762a83",
    positive="#1b7837",
    error="#b3261e",
    error_soft="#fdecea",
    notice="#7a4f00",
    notice_soft="#fff4dc",
    groups=("#44aa99", "#cc6677", "#999933", "#882255", "#5bb5e0", "#c9b02f", "#332288", "#aa4499"),
)

DARK = Palette(
    name="dark",
    window="#13161b",
    card="#1b1f26",
    field="#15181e",
    border="#2b313b",
    border_strong="#434b58",
    grid="#262b34",
    text="#e4e8ee",
    muted="#98a3b3",
    disabled="#667182",
    accent="#6aa1f9",
    accent_hover="#86b3fb",
    accent_text="#0c1524",
    accent_soft="#22324d",
    accent_ring="#dbe8fe",
    chip="#272d38",
    hover="#242a34",
    context="#6aa1f9",
    context_pale="#3a5585",
    centre="#f59a55",
    negative="#b57fd0",
    positive="#5cc27a",
    error="#ff9b92",
    error_soft="#3a2023",
    notice="#f2c46d",
    notice_soft="#352c1b",
    groups=("#3fb8a4", "#e08493", "#a8a83e", "#c05c92", "#88ccee", "#e3d07a", "#8a80e0", "#d98bd0"),
)


class Theme(QObject):
    """The theme in use; ``changed`` carries the new `Palette`.

    Parameters
    ----------
    app : QApplication
    mode : str
        One of `MODES`; "system" follows the desktop as it changes.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, mode: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode if mode in MODES else "system"
        self._following: InParts | None = None
        app.setStyle("Fusion")
        app.setFont(interface_font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def mode(self) -> str:
        """What the user chose: one of `MODES`."""
        return self._mode

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return self._palette

    def set_mode(self, mode: str) -> None:
        if mode in MODES and mode != self._mode:
            self._mode = mode
            self._apply()

    def _system_changed(self) -> None:
        if self._mode == "system":
            self._apply()

    def _apply(self) -> None:
        # Where the system draws the frame of the window and its own dialogs, they should match.
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(self._mode, Qt.ColorScheme.Unknown)
        QGuiApplication.styleHints().setColorScheme(scheme)
        dark = self._mode == "dark" or (self._mode == "system" and system_is_dark())
        self._palette = DARK if dark else LIGHT
        self._app.setPalette(_qt_palette(self._palette))
        self.put_on()
        self.changed.emit(self._palette)

    def take_off(self) -> None:
        """Leave widgets plain until the theme is put on again, for a time in which many are made.

        Else Qt would style a part anew whenever it becomes part of a larger one, all that is in it included.
        """
        self._app.setStyleSheet("")

    def put_on(self) -> None:
        """Style every widget there is, and those to come; what is not seen follows a moment later."""
        if self._following is not None:
            self._following.give_up()
        hidden = _put_on(self._app, stylesheet(self._palette))
        self._following = InParts(_styled_in_parts(hidden), self)

    @property
    def settled(self) -> bool:
        """Whether everything is styled."""
        return self._following is None or self._following.whole


def _put_on(app: QApplication, sheet: str) -> list[QWidget]:
    """Put a style sheet on the application and on every widget that has been styled already; returns those left out.

    Qt alone would do it for each widget as many times as it has parents, which stops a window for a fifth of a second.
    A style that has left the application knows no widgets: they are given to it here, parents first. The sheets of
    the themes differ in colours alone, so nothing has to be laid out anew. Pages that are not seen are most of it.
    """
    windows = [widget for widget in app.topLevelWidgets() if widget.isVisible()]
    for window in windows:
        # Painted in a turn of its own, and not with half of what follows.
        window.setUpdatesEnabled(False)
        QTimer.singleShot(0, window, functools.partial(window.setUpdatesEnabled, True))
    app.style().unpolish(app)
    app.setStyleSheet(sheet)
    app.style().polish(app)
    left = []
    for root in [widget for widget in app.allWidgets() if widget.parent() is None]:
        for widget in (root, *root.findChildren(QWidget)):
            if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                if windows and not widget.isVisible():
                    left.append(widget)
                else:
                    widget.style().polish(widget)
    return left


def _styled_in_parts(widgets: Sequence[QWidget]) -> Iterator[None]:
    """Style widgets, as far as they still exist, some at a time."""
    for first in range(0, len(widgets), _AT_A_TIME):
        for widget in widgets[first : first + _AT_A_TIME]:
            if isValid(widget):
                widget.style().polish(widget)
        yield


def system_is_dark() -> bool:
    """Whether the desktop is set to dark."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def interface_font() -> QFont:
    """Return the desktop's font, with families after it that have Chinese glyphs and emoji."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    installed = set(QFontDatabase.families())
    families = [font.family()]
    # Without a desktop Qt falls back to DejaVu, which is wide and pale: the Latin of Noto Sans CJK reads better.
    if families[0] not in installed or families[0].startswith(("DejaVu", "Sans")):
        families = [name for name in ("Inter", "Noto Sans", *_CHINESE) if name in installed][:1] + families
    families += [name for name in (*_CHINESE, *_EMOJI) if name in installed and name not in families]
    font.setFamilies(families)
    if families[0] in _CHINESE:
        # Chinese fonts draw · and curly quotes as wide as a character; between Latin words they should be narrow.
        font.setFeature(QFont.Tag("palt"), 1)
    font.setPixelSize(13)
    return font


def tabular(font: QFont) -> QFont:
    """Return ``font`` with figures of equal width, so that changing numbers do not dance."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def has_chinese_glyphs() -> bool:
    """Whether some installed font can draw Chinese."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def _qt_palette(p: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: p.window,
        QPalette.ColorRole.WindowText: p.text,
        QPalette.ColorRole.Base: p.field,
        QPalette.ColorRole.AlternateBase: p.hover,
        QPalette.ColorRole.Text: p.text,
        QPalette.ColorRole.Button: p.card,
        QPalette.ColorRole.ButtonText: p.text,
        QPalette.ColorRole.BrightText: p.error,
        QPalette.ColorRole.Highlight: p.accent,
        QPalette.ColorRole.HighlightedText: p.accent_text,
        QPalette.ColorRole.ToolTipBase: p.card,
        QPalette.ColorRole.ToolTipText: p.text,
        QPalette.ColorRole.PlaceholderText: p.muted,
        QPalette.ColorRole.Link: p.accent,
        QPalette.ColorRole.Light: p.card,
        QPalette.ColorRole.Mid: p.border,
        QPalette.ColorRole.Dark: p.border_strong,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(p.disabled))
    return palette
