"""A line that says what to try next with a built-in sample; it can be closed, and then stays away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from w2v_gui.gui.text import plain_label, set_tooltip
from w2v_gui.session.run import RunState

if TYPE_CHECKING:
    from w2v_gui.gui.actions import Actions
    from w2v_gui.gui.settings import WindowSettings

_KEY = "window/hints"
_TRAIN, _TEXT = "train", "text"


class Guidance(QFrame):
    """Says what to try next, by what is open and how its run stands.

    Parameters
    ----------
    settings : WindowSettings
        Remembers whether hints are wanted.
    actions : Actions
        Its ``hints`` says so in the menu, and brings them back.
    """

    def __init__(self, settings: WindowSettings, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guidance")
        self._settings = settings
        self._action = actions.hints
        self._sample = ""
        self._state: RunState | None = None
        self._page = _TRAIN
        self._label = plain_label()
        self._label.setWordWrap(True)
        self._close = QPushButton("×", self)
        self._close.setProperty("kind", "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 6, 2)
        row.addWidget(self._label, 1)
        row.addWidget(self._close)
        self._action.setChecked(settings.value(_KEY, "shown") == "shown")
        self._action.toggled.connect(self._want)
        self._close.clicked.connect(lambda: self._action.setChecked(False))
        self.retranslate()

    @property
    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return "" if self.isHidden() else self._label.text()

    def show_sample(self, key: str) -> None:
        """Take what is open: the key of a built-in sample, or nothing for a text of the user's, who needs no hints."""
        self._sample = key
        self._write()

    def show_state(self, state: RunState | None) -> None:
        self._state = state
        self._write()

    def show_page(self, key: str) -> None:
        """Take which page is seen: what is said is about one of them."""
        self._page = key
        self._write()

    def _want(self, wanted: bool) -> None:
        self._settings.set(_KEY, "shown" if wanted else "closed")
        self._write()

    def _write(self) -> None:
        wanted = self._sample and self._action.isChecked()
        pages = {_TRAIN: self._next, _TEXT: self._on_text}
        text = pages[self._page]() if wanted and self._page in pages else ""
        self._label.setText(text)
        self.setVisible(bool(text))

    def _on_text(self) -> str:
        return self.tr(
            "Move the pointer over the text, or press the arrow keys: the window goes with it, centre orange, context "
            "blue. Below stands what training makes of it, pair by pair."
        )

    def _next(self) -> str:
        state = self._state
        if state is None and self._sample == "derivation":
            return self.tr(
                "The sentence of the derivation. Press Step (F10) to train a single window, and look what moves."
            )
        texts = {
            None: self.tr("A small language with planted relations. Press Train (Ctrl+R) and watch it being learned."),
            RunState.PREPARING: self.tr(
                "Getting ready. Soon the loss falls, the colours take shape, and words that belong together meet."
            ),
            RunState.TRAINING: self.tr(
                "It is learning. Click a word in the map to watch its neighbours, or press Pause (Ctrl+R), then Step."
            ),
            RunState.PAUSED: self.tr(
                "Paused. Step (F10) trains exactly one window; Reset brings back the very same start; Ctrl+R goes on."
            ),
            RunState.FINISHED: self.tr(
                "Learned. Type a word at the right to see its neighbours, or open a text of your own with Ctrl+O."
            ),
            RunState.STOPPED: self.tr(
                "Stopped; what it has learned is kept. Train again with other settings, or open your own text (Ctrl+O)."
            ),
        }
        return texts.get(state, "")

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Hints"))
        self._close.setAccessibleName(self.tr("Close the hints"))
        set_tooltip(self._close, self.tr("Close; the Help menu brings the hints back."))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
