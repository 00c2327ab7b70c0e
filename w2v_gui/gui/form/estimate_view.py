"""What a training will take: how many updates, how long, how much memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from w2v_gui.gui.language import sentence
from w2v_gui.gui.text import duration, number, plain_label, set_tooltip, short_number, size
from w2v_gui.session.rate import Rate

if TYPE_CHECKING:
    from w2v_gui.engine.config import TrainingConfig

_FLOAT = 4
_ID = 4


class EstimateView(QWidget):
    """Counts at once, and time as soon as the speed is known.

    Attributes
    ----------
    updates, time, memory : QLabel
        The three figures, each with a tooltip that says how it comes about.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config: TrainingConfig | None = None
        self._tokens = self._words = 0
        self._rate: Rate | BaseException | None = None
        self._measuring = False
        self._heading = plain_label(kind="section")
        self.updates = plain_label(kind="muted")
        self.time = plain_label(kind="muted")
        self.memory = plain_label(kind="muted")
        self._dot = plain_label("·", kind="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addLayout(_row(self.updates, self._dot, self.time))
        column.addLayout(_row(self.memory))
        self.hide()

    def show_size(self, config: TrainingConfig, tokens: int, words: int) -> None:
        """Take the settings, and the size of the text and of the vocabulary that they leave of it."""
        self._config, self._tokens, self._words = config, tokens, words
        self.setVisible(tokens > 0)
        self._show()

    def show_rate(self, rate: Rate | BaseException | None, *, measuring: bool) -> None:
        """Take the speed; an error says why it is not known, and None that it is not known yet."""
        self._rate, self._measuring = rate, measuring
        self._show()

    def retranslate(self) -> None:
        self._heading.setText(self.tr("ESTIMATE"))
        self._show()

    def _show(self) -> None:
        config = self._config
        if config is None:
            return
        reading = self._tokens * config.epochs
        self._show_memory(config)
        if isinstance(self._rate, Rate):
            self._show_known(reading, self._rate)
        else:
            self._show_unknown(reading)

    def _show_known(self, reading: int, rate: Rate) -> None:
        updates = reading * rate.predictions_per_word
        seconds = reading / rate.words_per_s
        self.updates.setText(self.tr("{count} updates").format(count=short_number(updates)))
        set_tooltip(
            self.updates,
            self.tr(
                "Predictions, each of which moves the weights: {words} words to read, {each} predictions for each of "
                "them, counted while the speed was measured."
            ).format(words=number(reading), each=f"{rate.predictions_per_word:.3g}"),
        )
        self.time.setText(duration(seconds) if seconds >= 1 else self.tr("under 0:01"))
        set_tooltip(
            self.time,
            self.tr(
                "At {speed} words/s: measured on this machine, with this text and these settings. Other programs that "
                "are at work make it longer."
            ).format(speed=short_number(rate.words_per_s)),
        )

    def _show_unknown(self, reading: int) -> None:
        self.updates.setText(self.tr("{count} words").format(count=short_number(reading)))
        set_tooltip(
            self.updates,
            self.tr("Words to read: {tokens} in the text, read {epochs} times.").format(
                tokens=number(self._tokens), epochs=number(reading / self._tokens if self._tokens else 0)
            ),
        )
        if isinstance(self._rate, BaseException):
            self.time.setText(self.tr("not measured"))
            set_tooltip(self.time, sentence(self._rate))
        elif self._measuring:
            self.time.setText(self.tr("measuring…"))
            set_tooltip(
                self.time,
                self.tr("A little is trained on the side, to see how fast this machine is; it is thrown away."),
            )
        else:
            self.time.setText("–")
            set_tooltip(self.time, self.tr("The speed is not known yet."))

    def _show_memory(self, config: TrainingConfig) -> None:
        output_rows = self._words - (config.objective == "hierarchical_softmax")
        weights = _FLOAT * config.vector_size * (self._words + output_rows)
        self.memory.setText(self.tr("{memory} of weights").format(memory=size(weights)))
        set_tooltip(
            self.memory,
            self.tr(
                "W and W′: {rows} rows of {dimensions} numbers of {bytes} bytes. The numbers of the words of the text "
                "take {ids} more."
            ).format(
                rows=number(self._words + output_rows),
                dimensions=number(config.vector_size),
                bytes=_FLOAT,
                ids=size(_ID * self._tokens),
            ),
        )


def _row(*labels: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(5)
    for label in labels:
        row.addWidget(label)
    row.addStretch(1)
    return row
