"""The words of a question that are not in the vocabulary, with words to press in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.gui.text import number, one_line, plain_label
from w2v_gui.gui.widgets.word_hint import WordHint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.vectors.questions import Unknown

_MOST = 5


class UnknownView(QScrollArea):
    """A sentence for each word that is not there.

    Attributes
    ----------
    chosen : Signal(object, object)
        With a word that is not there, and the one that should stand in its place.
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._unknown: tuple[Unknown, ...] = ()
        self._vocabulary = 0
        inside = QWidget()
        self.hints = tuple(WordHint(inside) for _ in range(_MOST))
        self.others = plain_label(kind="empty", parent=inside)
        self.others.setWordWrap(True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 4, 2, 4)
        column.setSpacing(10)
        for place, hint in enumerate(self.hints):
            column.addWidget(hint)
            hint.chosen.connect(lambda word, place=place: self.chosen.emit(self._unknown[place].word, word))
        column.addWidget(self.others)
        column.addStretch(1)
        self.setWidget(inside)

    @property
    def text(self) -> str:
        """All that is said."""
        labels = [*(hint.text() for hint in self.hints if not hint.isHidden()), self.others.text()]
        return "\n".join(text for text in labels if text)

    def show_unknown(self, unknown: Sequence[Unknown], vocabulary: int) -> None:
        """Say which words are not among so many."""
        self._unknown, self._vocabulary = tuple(unknown), vocabulary
        self._tell()

    def _tell(self) -> None:
        for place, hint in enumerate(self.hints):
            if place < len(self._unknown):
                unknown = self._unknown[place]
                hint.say(self._sentence(unknown), unknown.spellings)
            else:
                hint.say("")
        rest = self._unknown[_MOST:]
        words = self.tr(", ", "between words in a list").join(one_line(each.word, 40) for each in rest)
        self.others.setText(self.tr("Nor are these: {words}.").format(words=words) if rest else "")
        self.others.setVisible(bool(rest))

    def _sentence(self, unknown: Unknown) -> str:
        if unknown.spellings and self._vocabulary == 1:
            text = self.tr("“{word}” is not here: there is one word only. Did you mean:")
        elif self._vocabulary == 1:
            text = self.tr("“{word}” is not here, nor is any similar spelling: there is one word only.")
        elif unknown.spellings:
            text = self.tr("“{word}” is not among the {count} words. Did you mean:")
        else:
            text = self.tr("“{word}” is not among the {count} words, nor is any similar spelling.")
        return text.format(word=one_line(unknown.word, 60), count=number(self._vocabulary))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)
