"""Small flat buttons with an icon and no frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.text import set_tooltip


class IconButton(QPushButton):
    """Shows one of our icons in the muted colour of the theme, whichever is in use."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "tool")
        self.setIconSize(QSize(14, 14))
        self._name = name
        self._draw()

    def set_icon(self, name: str) -> None:
        self._name = name
        self._draw()

    def set_meaning(self, text: str) -> None:
        """Say what the button does, to those who see it and to those who do not."""
        set_tooltip(self, text)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        # The theme reaches every widget through its palette: nobody has to pass it on.
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        palette = self.palette()
        muted = palette.color(QPalette.ColorRole.PlaceholderText).name()
        # The style sheet gives a button's own palette the colour of its text whether or not it can be pressed.
        application = QGuiApplication.palette()
        disabled = application.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
        self.setIcon(icon(self._name, muted, disabled, on=palette.color(QPalette.ColorRole.Highlight).name()))


class CrossButton(IconButton):
    """Takes something away; for the mouse only: by keyboard the thing itself is removed with Delete."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("close", parent)
        self.setIconSize(QSize(12, 12))
        self.setFixedSize(20, 20)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
