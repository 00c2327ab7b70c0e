"""Two arrows that lead to what was seen before, and forward again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from w2v_gui.gui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = ("Ctrl+[", "Ctrl+]") if sys.platform == "darwin" else ("Alt+Left", "Alt+Right")
_BUTTONS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class WayBack(QWidget):
    """Heeds its buttons, the keys that mean the same in the owner, and the buttons at the side of a mouse.

    Parameters
    ----------
    owner : QWidget
        Within it the keys are heard.

    Attributes
    ----------
    moved : Signal(int)
        -1 for back, 1 for forward.
    """

    moved = Signal(int)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.back, self.forward = IconButton("left", self), IconButton("folded", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, button, by in zip(_KEYS, (self.back, self.forward), (-1, 1), strict=True):
            button.setFixedWidth(22)
            button.clicked.connect(lambda _=False, by=by: self.moved.emit(by))
            QShortcut(
                QKeySequence(key),
                owner,
                lambda by=by: self.moved.emit(by),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )
            row.addWidget(button)
            button.setEnabled(False)
        self.listen((owner,))
        self.retranslate()

    def listen(self, widgets: Iterable[QObject]) -> None:
        """Heed the buttons of the mouse over these, too."""
        for widget in widgets:
            widget.installEventFilter(self)

    def show_way(self, *, back: bool, forward: bool, instead: QWidget) -> None:
        """Show whether there is something before and after; ``instead`` takes the focus of a button that goes."""
        for button, there in ((self.back, back), (self.forward, forward)):
            if button.hasFocus() and not there:
                # Qt would move the focus on to whatever comes next.
                instead.setFocus()
            button.setEnabled(there)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() in _BUTTONS:
            if event.type() == QEvent.Type.MouseButtonPress:
                self.moved.emit(_BUTTONS[event.button()])
            return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in _KEYS]
        self.back.set_meaning(self.tr("Back ({keys})").format(keys=keys[0]))
        self.forward.set_meaning(self.tr("Forward ({keys})").format(keys=keys[1]))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
