"""The bar above the pages: what is open, what can be done with it, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.situation import Situation
from w2v_gui.gui.text import plain_label, set_tooltip
from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.parts_label import PartsLabel
from w2v_gui.gui.widgets.progress_line import ProgressLine
from w2v_gui.session.run import RunState

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.theme import Palette

_WHOLE = 1000


class TopBar(QFrame):
    """Buttons and progress; every button only says that it was pressed.

    Attributes
    ----------
    language_pressed, theme_pressed : Signal()
        The user wants the other language, the other theme.
    warning_pressed : Signal()
        The user wants to read the warning about the text again.
    """

    language_pressed = Signal()
    warning_pressed = Signal()
    theme_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._state: RunState | None = None
        self._palette: Palette | None = None
        self._steps_on = False
        self._reading = False
        self._situation = Situation()
        self.open = QPushButton()
        self.name = ElidedLabel(kind="title", floor=200)
        self.summary = PartsLabel(kind="chip")
        self.warning = QPushButton()
        self.warning.setProperty("kind", "flat")
        self.train = QPushButton()
        self.train.setObjectName("trainButton")
        self.step = QPushButton()
        self.stop = QPushButton()
        self.cancel = QPushButton()
        self.progress = ProgressLine()
        self.progress.setRange(0, _WHOLE)
        self.percent = plain_label(kind="muted")
        self.percent.setFont(tabular(self.percent.font()))
        self.language = QPushButton()
        self.theme = QPushButton()
        for button in (self.language, self.theme):
            button.setProperty("kind", "pill")
        for button in (self.open, self.train, self.step, self.stop, self.theme, self.warning):
            button.setIconSize(QSize(16, 16))
        self.name.setMaximumWidth(260)
        self.summary.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.progress.setMinimumWidth(60)
        self.progress.setMaximumWidth(200)
        self.percent.setMinimumWidth(40)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        left: list[QWidget] = [self.open, self.name, self.summary, self.warning]
        right: list[QWidget] = [self.train, self.step, self.stop, self.cancel, self.progress, self.percent]
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (*right, self.language, self.theme):
            row.addWidget(widget)
        self.cancel.hide()
        self.warning.hide()
        self.warning.clicked.connect(self.warning_pressed)
        self.language.clicked.connect(self.language_pressed)
        self.theme.clicked.connect(self.theme_pressed)
        self.retranslate()
        self.show_progress(None)

    def show_text(self, name: str, summary: str, explanation: str, warning: str) -> None:
        """Say what is open; summary and explanation are the summary's tooltip, the warning stays as a sign."""
        self.name.setText(name)
        self.name.setVisible(bool(name))
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary))
        self.summary.explain("\n".join(filter(None, (summary, explanation))))
        self.warning.setVisible(bool(warning))
        self.warning.setAccessibleName(warning)
        set_tooltip(self.warning, warning)
        self._fit()

    def show_state(self, state: RunState | None) -> None:
        self._state = state
        self._label_train()
        self._fit()
        self.progress.setRange(0, 0 if state is RunState.PREPARING or self._reading else _WHOLE)

    def show_reading(self, reading: bool) -> None:
        """Show that a text is being read, with Cancel in place of the run's buttons."""
        self._reading = reading
        for button in (self.train, self.step, self.stop):
            button.setVisible(not reading)
        self.cancel.setVisible(reading)
        if reading:
            self._show_unknown_progress()
        else:
            self.show_state(self._state)

    def show_progress(self, part: float | None) -> None:
        """Show how much is done, from 0 to 1; None for nothing to do."""
        if part is not None or not self._reading:
            self.progress.setRange(0, _WHOLE)
        self.progress.setValue(round(_WHOLE * (part or 0.0)))
        self.percent.setText("" if part is None else f"{100 * part:.0f} %")

    def _show_unknown_progress(self) -> None:
        self.progress.setRange(0, 0)
        self.percent.setText("")

    def show_situation(self, situation: Situation) -> None:
        """Enable what can be done, and say in the Train button's tooltip what it does or why it cannot be pressed."""
        self._situation = situation
        # From a button that cannot be pressed Qt would move the focus on to whatever comes next.
        if self.stop.hasFocus() and not situation.active:
            self.train.setFocus()
        elif self.step.hasFocus() and not situation.can_step:
            self._steps_on = True
            self.train.setFocus()
        self.open.setEnabled(situation.can_open)
        self.train.setEnabled(situation.can_train)
        self.step.setEnabled(situation.can_step)
        self.stop.setEnabled(situation.can_stop)
        if self._steps_on and situation.can_step:
            self._steps_on = False
            if self.train.hasFocus():
                self.step.setFocus()
        self._explain_train()

    def _explain_train(self) -> None:
        situation = self._situation
        if situation.reading:
            why = self.tr("The text is being read.")
        elif not situation.has_text:
            why = self.tr("There is no text to train on yet: open one first.")
        elif situation.running:
            why = self.tr("Pause after the chunk at work. Ctrl+R")
        else:
            why = self.tr("Train on this text with the settings of the Train page. Ctrl+R")
        set_tooltip(self.train, why)

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        disabled = palette.disabled
        self.open.setIcon(icon("open", palette.text, disabled))
        self.step.setIcon(icon("step", palette.text, disabled))
        self.stop.setIcon(icon("stop", palette.text, disabled))
        self.warning.setIcon(icon("warning", palette.notice))
        self.progress.apply_palette(palette)
        self.theme.setIcon(icon("light" if palette.name == "dark" else "dark", palette.muted))
        self._label_train()

    def _label_train(self) -> None:
        running = self._state in (RunState.TRAINING, RunState.PREPARING)
        self.train.setText(
            self.tr("Pause")
            if running
            else self.tr("Go on")
            if self._state is RunState.PAUSED
            else self.tr("Train again")
            if self._state is not None
            else self.tr("Train")
        )
        _set_kind(self.train, "" if running else "primary")
        if self._palette is not None:
            colour = self._palette.text if running else self._palette.accent_text
            self.train.setIcon(icon("pause" if running else "train", colour, self._palette.muted))

    def _fit(self) -> None:
        """Where the text's name and summary do not fit, let buttons give way that are known by their icon."""
        texts = {self.open: self.tr("Open…"), self.step: self.tr("Step"), self.stop: self.tr("Stop")}
        for button, text in texts.items():
            button.setText(text)
            button.setAccessibleName(text)
        for giving_way in ((), (self.step, self.stop), (self.open,)):
            for button in giving_way:
                button.setText("")
            row = self._row
            row.invalidate()
            if row.sizeHint().width() <= self.width():
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        # The name of the other language, in that language, so that whoever needs it can read it.
        self.language.setText(self.tr("中文", "the language to switch to, in that language"))
        self.language.setAccessibleName(self.tr("Switch the language"))
        self.theme.setAccessibleName(self.tr("Switch between light and dark"))
        self.progress.setAccessibleName(self.tr("Progress"))
        set_tooltip(self.open, self.tr("Open a text: .txt, .gz or .zip. Files and folders can be dropped here too."))
        set_tooltip(self.step, self.tr("Train exactly one window: one centre word and its context."))
        set_tooltip(self.stop, self.tr("End this run. What it has learned stays and can be saved."))
        set_tooltip(self.language, self.tr("Switch the language"))
        set_tooltip(self.theme, self.tr("Switch between light and dark"))
        self._label_train()
        self._explain_train()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _set_kind(button: QPushButton, kind: str) -> None:
    """Give a button another look of the theme."""
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)
