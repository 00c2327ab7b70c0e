"""What comes out of the reading, in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from w2v_gui.gui.text import number, plain_label, set_tooltip
from w2v_gui.gui.theme import tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.corpus.coverage import Coverage
    from w2v_gui.gui.opening import Opened

_KEYS = ("characters", "undecodable", "sentences", "tokens", "stop_words", "words", "kept", "rare")


class Figures(QWidget):
    """Names at the left, numbers at the right; what does not apply to a text is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, str] = {}
        self._labels: dict[str, tuple[QLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for row, key in enumerate(_KEYS):
            name, value = plain_label(kind="muted"), plain_label()
            value.setFont(tabular(value.font()))
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
            self._labels[key] = name, value
        self.retranslate()

    def show_text(self, opened: Opened, coverage: Coverage, min_count: int | None) -> None:
        """Show what was read, and what the minimum count leaves of it."""
        report = opened.report
        values = {"sentences": number(opened.corpus.sentences), "tokens": number(coverage.all_tokens)}
        if report is not None:
            values["characters"] = number(report.characters)
            values["undecodable"] = number(report.replaced)
        stopped = len(opened.corpus) - coverage.all_tokens
        if stopped:
            values["stop_words"] = f"{number(stopped)} · {_percent(stopped, len(opened.corpus))}"
        values["words"] = number(coverage.all_words)
        if min_count is not None:
            kept = coverage.words(min_count)
            values["kept"] = number(kept)
            rare_tokens = coverage.all_tokens - coverage.tokens(min_count)
            values["rare"] = f"{number(coverage.all_words - kept)} · {_percent(rare_tokens, coverage.all_tokens)}"
        self._values = values
        self._write()

    def rows(self) -> list[Sequence[object]]:
        """Return what is shown, for a table."""
        return [(key, self._values[key]) for key in _KEYS if key in self._values]

    def _write(self) -> None:
        for key, (name, value) in self._labels.items():
            value.setText(self._values.get(key, ""))
            if key == "undecodable":
                value.setProperty("kind", "" if value.text() in ("", number(0)) else "notice")
                value.style().unpolish(value)
                value.style().polish(value)
            for label in (name, value):
                label.setVisible(key in self._values)

    def retranslate(self) -> None:
        texts = {
            "characters": (self.tr("Characters"), self.tr("All that were read, spaces and punctuation included.")),
            "undecodable": (
                self.tr("Undecodable bytes"),
                self.tr("Bytes that are no characters in the encoding of their file, and were replaced."),
            ),
            "sentences": (
                self.tr("Sentences"),
                self.tr("Lines, or paragraphs where lines are wrapped: no window reaches beyond one."),
            ),
            "tokens": (self.tr("Tokens"), self.tr("Words in a row, each as often as it occurs.")),
            "stop_words": (
                self.tr("Stop words"),
                self.tr("Tokens that are passed over because they are in your list, and their share of all."),
            ),
            "words": (self.tr("Different words"), self.tr("Each counted once, however rare.")),
            "kept": (self.tr("Words kept"), self.tr("Those that occur often enough: V, the rows of W and W′.")),
            "rare": (
                self.tr("Below min. count"),
                self.tr("Words that are too rare to be learned, and the share of tokens that are such words."),
            ),
        }
        for key, (name, meaning) in texts.items():
            self._labels[key][0].setText(name)
            for label in self._labels[key]:
                set_tooltip(label, meaning)
            self._labels[key][1].setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} %"
