"""The line at the bottom: where the run stands, in figures."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from w2v_gui.gui.text import duration, number, plain_label, set_tooltip, short_number, size
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.session.run import RunState

if TYPE_CHECKING:
    from w2v_gui.corpus.ingest import IngestProgress
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.session.snapshot import Snapshot

# Seconds of training after which a rate says something about the rest.
_ENOUGH = 1.0


class StatusBar(QFrame):
    """State, epoch, words per second, alpha, loss, threads, remaining time, seed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self._state: RunState | None = None
        self._palette = LIGHT
        self._reading = ""
        self._ready = False
        self._config: TrainingConfig | None = None
        self._snapshot: Snapshot | None = None
        self.dot = plain_label("●")
        self.state = plain_label(kind="muted")
        self._figures = {
            name: plain_label(kind="muted")
            for name in ("epoch", "speed", "alpha", "loss", "remaining", "threads", "seed")
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(22)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.dot)
        head.addWidget(self.state)
        row.addLayout(head)
        for name, label in self._figures.items():
            label.setFont(tabular(label.font()))
            if name == "threads":
                row.addStretch(1)
            row.addWidget(label)
        self.retranslate()

    def begin(self, config: TrainingConfig) -> None:
        self._config, self._snapshot = config, None
        self._write()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._write()

    def show_state(self, state: RunState | None) -> None:
        self._state = state
        if state is None:
            self._config = self._snapshot = None
        self._write()

    def show_ready(self, ready: bool) -> None:
        """Say whether there is a text to train on."""
        self._ready = ready
        self._write()

    def show_reading(self, progress: IngestProgress | None) -> None:
        """Show that a text is being read and, once that is known, how far."""
        if progress is None:
            self._reading = self.tr("reading…")
        elif progress.bytes_total:
            self._reading = self.tr("reading: {done} of {total}, {tokens} tokens").format(
                done=size(progress.bytes_done), total=size(progress.bytes_total), tokens=number(progress.tokens)
            )
        else:
            self._reading = self.tr("reading: {done}, {tokens} tokens").format(
                done=size(progress.bytes_done), tokens=number(progress.tokens)
            )
        self._write()

    def show_reading_ended(self) -> None:
        self._reading = ""
        self._write()

    def figure(self, name: str) -> str:
        return self._figures[name].text()

    def _write(self) -> None:
        state = self._reading or self._state_text()
        self.state.setText(state)
        palette = self._palette
        colours: dict[RunState | None, str] = {
            RunState.TRAINING: palette.positive,
            RunState.PREPARING: palette.centre,
            RunState.PAUSED: palette.centre,
            RunState.FAILED: palette.error,
            RunState.FINISHED: palette.accent,
        }
        colour = colours.get(self._state, palette.muted)
        dot = f"color: {palette.centre if self._reading else colour};"
        if self.dot.styleSheet() != dot:
            self.dot.setStyleSheet(dot)
        config, now = self._config, self._snapshot
        texts = dict.fromkeys(self._figures, "")
        if config is not None:
            texts["threads"] = self.tr("threads {threads}").format(threads=config.threads)
            texts["seed"] = self.tr("seed {seed}").format(seed=config.seed)
        if now is not None:
            texts["epoch"] = self.tr("epoch {epoch} / {epochs}").format(
                epoch=min(now.epoch + 1, now.epochs), epochs=now.epochs
            )
            texts["alpha"] = f"α {_rate(now.alpha)}"
            if not math.isnan(now.words_per_s):
                texts["speed"] = self.tr("{speed} words/s").format(speed=short_number(now.words_per_s))
            if not math.isnan(now.loss):
                texts["loss"] = self.tr("loss {loss}").format(loss=f"{now.loss:.3f}")
            if self._state is RunState.TRAINING and now.seconds >= _ENOUGH:
                texts["remaining"] = self.tr("{time} left").format(time=duration(now.remaining_s))
        for name, label in self._figures.items():
            if label.text() != texts[name]:
                label.setText(texts[name])
            label.setVisible(bool(texts[name]))

    def _state_text(self) -> str:
        return {
            None: self.tr("ready") if self._ready else self.tr("no text open"),
            RunState.PREPARING: self.tr("preparing: compiling for this machine…"),
            RunState.TRAINING: self.tr("training"),
            RunState.PAUSED: self.tr("paused"),
            RunState.FINISHED: self.tr("finished"),
            RunState.STOPPED: self.tr("stopped"),
            RunState.FAILED: self.tr("failed"),
        }[self._state]

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._write()

    def retranslate(self) -> None:
        explanations = {
            "epoch": self.tr("How often the whole text has been read, of how often it will be."),
            "speed": self.tr("Words of the text trained per second, over about the last second."),
            "alpha": self.tr("The learning rate now."),
            "loss": self.tr("Mean loss per prediction of the latest chunk, in nats."),
            "remaining": self.tr("Time to the end at this speed."),
            "threads": self.tr("With one thread the same seed gives the same vectors, byte for byte."),
            "seed": self.tr("Where the random numbers start."),
        }
        for name, text in explanations.items():
            set_tooltip(self._figures[name], text)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _rate(alpha: float) -> str:
    """Return a learning rate in at least four decimals, and in as many as its first figures need."""
    decimals = 4 if alpha >= 1e-3 or alpha <= 0 else min(2 - math.floor(math.log10(alpha)), 9)
    return f"{alpha:.{decimals}f}"
