"""Two fields for a pair of one's own: some context words, and the word between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from w2v_gui.gui.row_choice import MOST, split_words
from w2v_gui.gui.spellings import missing_sentence
from w2v_gui.gui.text import plain_label
from w2v_gui.gui.widgets.word_entry import WordEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.corpus.vocabulary import Vocabulary

_WIDTH = 380


class PairEntry(QWidget):
    """Takes a centre word and its context; what is not in the vocabulary is named, and stays to be changed.

    Attributes
    ----------
    entered : Signal(str, object)
        The centre word, and a tuple of context words.
    """

    entered = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Vocabulary | None = None
        self._problem: Callable[[], str] | None = None
        self.centre = WordEntry()
        self.context = WordEntry(words=MOST)
        self._centre_label = plain_label(kind="of_centre")
        self._context_label = plain_label(kind="of_context")
        self.check = plain_label(kind="error")
        self.check.setWordWrap(True)
        self.check.hide()
        self.show_pair = QPushButton(self)
        self.show_pair.setProperty("kind", "primary")
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for line, (label, entry) in enumerate(((self._context_label, self.context), (self._centre_label, self.centre))):
            label.setBuddy(entry)
            grid.addWidget(label, line, 0)
            grid.addWidget(entry, line, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.check, 1)
        foot.addStretch(0)
        foot.addWidget(self.show_pair)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addLayout(foot)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.context)
        self.context.entered.connect(self._context_entered)
        self.centre.entered.connect(self._centre_entered)
        self.show_pair.clicked.connect(self.enter)
        for entry in (self.context, self.centre):
            entry.textEdited.connect(self._forget_problem)
            entry.returnPressed.connect(partial(self._nothing_entered, entry))
        self.retranslate()

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        """Take the words that there are; what has been typed stays."""
        self._vocabulary = vocabulary
        for entry in (self.context, self.centre):
            entry.set_words(vocabulary.words)
        self._tell(None)

    def suggest(self, centre: str, context: Sequence[str]) -> None:
        """Begin with a pair that is known."""
        self.centre.setText(centre)
        self.context.setText(" ".join(context))
        self.context.selectAll()
        self._tell(None)

    def show_roles(self, *, cbow: bool) -> None:
        """Write the names of the fields in the colours of input and output: skip-gram predicts the context."""
        roles = ("of_context", "of_centre") if cbow else ("of_centre", "of_context")
        for label, kind in zip((self._context_label, self._centre_label), roles, strict=True):
            if label.property("kind") != kind:
                label.setProperty("kind", kind)
                label.style().unpolish(label)
                label.style().polish(label)

    def enter(self) -> None:
        """Give the pair away, or say what is wrong with it."""
        if self._vocabulary is None:
            return
        centre, context = split_words(self.centre.text()), split_words(self.context.text())
        if len(centre) != 1 or not context:
            self._tell(lambda: self.tr("Type one centre word and at least one context word."))
            (self.context if not context else self.centre).setFocus()
            return
        for entry, words in ((self.context, context), (self.centre, centre)):
            for word in words:
                if self._vocabulary.find(word) is None:
                    self._miss(word)
                    entry.setFocus()
                    return
        self._tell(None)
        known = [self._spelled(word) for word in (*centre, *context)]
        self.entered.emit(known[0], tuple(known[1:]))

    def retranslate(self) -> None:
        self._context_label.setText(self.tr("Context"))
        self._centre_label.setText(self.tr("Centre"))
        self.context.setAccessibleName(self.tr("Context words"))
        self.centre.setAccessibleName(self.tr("Centre word"))
        self.context.setPlaceholderText(self.tr("Words, separated by spaces"))
        self.centre.setPlaceholderText(self.tr("One word"))
        self.show_pair.setText(self.tr("Show this pair"))
        self._tell(self._problem)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _spelled(self, word: str) -> str:
        assert self._vocabulary is not None
        known = self._vocabulary.find(word)
        return word if known is None else self._vocabulary.words[known]

    def _context_entered(self) -> None:
        if self.centre.text().strip():
            self.enter()
        else:
            self.centre.setFocus()

    def _nothing_entered(self, entry: WordEntry) -> None:
        if not entry.text().strip():
            self.enter()

    def _centre_entered(self, word: str) -> None:
        # An offer that was taken has left the field.
        self.centre.setText(word)
        self.enter()

    def _forget_problem(self) -> None:
        self._tell(None)

    def _miss(self, word: str) -> None:
        assert self._vocabulary is not None
        size = len(self._vocabulary)
        self._tell(lambda: missing_sentence(word, size))

    def _tell(self, problem: Callable[[], str] | None) -> None:
        self._problem = problem
        self.check.setText(problem() if problem is not None else "")
        self.check.setVisible(problem is not None)
        window = self.window()
        if window is not self and window.isVisible():
            window.adjustSize()
