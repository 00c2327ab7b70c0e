"""What stands over a map while something is going on: how far it is made, and what one has gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from w2v_gui.gui.text import plain_label
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.progress_line import ProgressLine
from w2v_gui.gui.word_counts import words_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.theme import Palette

_LINE = 64


class Floating(QFrame):
    """A small bar over a map.

    Attributes
    ----------
    resized : Signal()
        It needs another place.
    """

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 2, 3, 2)
        self.row.setSpacing(4)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fit(self) -> None:
        self.adjustSize()
        self.resized.emit()


class ProblemBar(Floating):
    """Says why nothing is looked for: over the map, so that it does not move while one types."""

    def __init__(self, parent: QWidget) -> None:
        self._write: Callable[[], str] = str
        self._text = plain_label()
        self._text.setWordWrap(True)
        super().__init__(parent)
        self.row.setContentsMargins(8, 5, 8, 5)
        self.row.addWidget(self._text)

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def say(self, write: Callable[[], str]) -> None:
        """Say a sentence in the language of the moment; an empty one: be gone."""
        self._write = write
        self.setVisible(bool(write()))
        self.retranslate()

    def fit(self, width: int) -> None:
        """Take no more room than so many pixels across."""
        metrics = self._text.fontMetrics()
        across = min(metrics.horizontalAdvance(self._text.text()) + 2, width - 16)
        self.resize(across + 16, self._text.heightForWidth(across) + 10)

    def retranslate(self) -> None:
        self._text.setText(self._write())
        self.resized.emit()


class RunBar(Floating):
    """How far the map is made; pauses, goes on, and stops.

    Attributes
    ----------
    pause, stop : IconButton
    paused, resumed, stopped : Signal()
    """

    paused = Signal()
    resumed = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._text = plain_label(kind="muted")
        self._line = ProgressLine()
        self._line.setFixedWidth(_LINE)
        self.pause = IconButton("pause")
        self.stop = IconButton("stop")
        self._state = "idle"
        super().__init__(parent)
        for widget in (self._text, self._line, self.pause, self.stop):
            self.row.addWidget(widget)
        self.pause.clicked.connect(self.toggle)
        self.stop.clicked.connect(self.stopped)

    @property
    def state(self) -> str:
        """What is going on: idle, preparing, running, paused or done."""
        return self._state

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def toggle(self) -> None:
        """Pause what is going on, or let it go on."""
        if self._state == "running":
            self.paused.emit()
        elif self._state == "paused":
            self.resumed.emit()

    def show_state(self, state: str) -> None:
        self._state = state
        self.pause.set_icon("train" if state == "paused" else "pause")
        self.pause.setEnabled(state in ("running", "paused"))
        self.setVisible(state in ("preparing", "running", "paused"))
        self.retranslate()
        self._fit()

    def show_progress(self, text: str, part: float | None) -> None:
        """Say what is done, and how much of it is; None: that is not known."""
        if text != self._text.text():
            self._text.setText(text)
            self._fit()
        self._line.setRange(0, 0 if part is None else 1000)
        if part is not None:
            self._line.setValue(round(1000 * min(max(part, 0.0), 1.0)))

    def apply_palette(self, palette: Palette) -> None:
        self._line.apply_palette(palette)

    def retranslate(self) -> None:
        self.pause.set_meaning(self.tr("Go on (Space)") if self._state == "paused" else self.tr("Pause (Space)"))
        self.stop.set_meaning(self.tr("Stop here: the map stays as it is"))


class GatheredBar(Floating):
    """How many words are gathered, and what can be done with them; and the way back to all words.

    Attributes
    ----------
    back, isolate, let_go : QPushButton
    isolated, returned, dropped : Signal()
    """

    isolated = Signal()
    returned = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._count, self._isolated = 0, 0
        self.back = QPushButton()
        self._text = plain_label()
        self.isolate = QPushButton()
        self.let_go = IconButton("close")
        super().__init__(parent)
        for button in (self.back, self.isolate):
            button.setProperty("kind", "flat")
        for widget in (self.back, self._text, self.isolate, self.let_go):
            self.row.addWidget(widget)
        self.back.clicked.connect(self.returned)
        self.isolate.clicked.connect(self.isolated)
        self.let_go.clicked.connect(self.dropped)

    def show_words(self, gathered: int, isolated: int) -> None:
        """Say how many words are gathered, and how many the map is of, if not of all; 0: none, and of all."""
        self._count, self._isolated = gathered, isolated
        self.retranslate()

    def retranslate(self) -> None:
        self.back.setText(self.tr("‹ Back to all words"))
        self.isolate.setText(self.tr("Isolate"))
        self.isolate.setToolTip(self.tr("Make a map of these words alone"))
        self.let_go.set_meaning(self.tr("Let go of these words (Esc)"))
        self._text.setText(words_text(self._count))
        self.back.setVisible(self._isolated > 0)
        for widget in (self._text, self.let_go):
            widget.setVisible(self._count > 0)
        self.isolate.setVisible(self._count > 1)
        self.setVisible(self._count > 0 or self._isolated > 0)
        self._fit()
