"""A line with a gap in it, and the words that the model expects there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from w2v_gui.engine.prediction import USED
from w2v_gui.gui.predict.explaining import explanation, rank_sentence, unknown_sentence, used_sentence
from w2v_gui.gui.predict.table import PredictionTable, fit_columns
from w2v_gui.gui.text import paragraph, plain_label
from w2v_gui.gui.widgets.bar_cells import BarCells
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.instead import Instead
from w2v_gui.gui.widgets.parts_label import SEPARATOR, PartsLabel
from w2v_gui.gui.widgets.row_table import RowTable
from w2v_gui.gui.widgets.sentence_view import SentenceView
from w2v_gui.gui.widgets.word_entry import WordEntry
from w2v_gui.gui.widgets.word_hint import WordHint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.corpus.gap import Example
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.predict.predicted import Predicted
    from w2v_gui.gui.theme import Palette

GAP = "___"

_ROOM_FOR_NOTE = 520
_ROOM_FOR_USED = 320
"""In a lower card only the colours of the words say which are used."""

_WORDS = 60
_SEEN_AFTER = 11


class PredictPanel(Card):
    """Takes a line with ``___`` in it, and shows the model's own probabilities, or its scores.

    Attributes
    ----------
    asked : Signal(object)
        With a line; `show_predicted` and `show_spellings` take what comes of it.
    example_asked : Signal(int)
        With the number of an example from the text; `show_example` takes it.
    word_chosen : Signal(str)
        Ask on about this word.
    """

    asked = Signal(object)
    example_asked = Signal(int)
    word_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._predicted: Predicted | None = None
        self._line = ""
        self._example: Example | None = None
        self._examples = 0
        self._revealed = False
        self._spellings: dict[str, Sequence[str]] = {}
        self._pointed: tuple[str, ...] = ()
        self.entry = WordEntry(words=_WORDS)
        self.another = IconButton("random")
        self.sentence = SentenceView()
        self.used = PartsLabel(kind="muted")
        self.hint = WordHint()
        self.rows = PredictionTable()
        self.table = RowTable(self.rows, cells=BarCells)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.reveal = QPushButton()
        self.reveal.setProperty("kind", "pill")
        self.hidden = ElidedLabel()
        self.note = plain_label(kind="muted")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(10, 0, 10, 2)
        self._lay_out()
        self._connect()
        self.show_body(False)
        self.retranslate()

    def _lay_out(self) -> None:
        self._asking, self._context, self._foot = QWidget(), QWidget(), QWidget()
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(10, 0, 8, 0)
        asking.setSpacing(4)
        asking.addWidget(self.entry, 1)
        asking.addWidget(self.another)
        around = QVBoxLayout(self._context)
        around.setContentsMargins(10, 0, 10, 0)
        around.setSpacing(2)
        for widget in (self.sentence, self.used, self.hint):
            around.addWidget(widget)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(10, 0, 10, 2)
        foot.addWidget(self.reveal)
        foot.addWidget(self.hidden, 1)
        answer = QWidget()
        below = QVBoxLayout(answer)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self.table, 1)
        below.addWidget(self.note)
        below.addWidget(self._foot)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 8, 0, 6)
        column.setSpacing(4)
        column.addWidget(self._asking)
        column.addWidget(self._context)
        self._below = Instead(answer)
        self.nothing = self._below.sentence
        column.addWidget(self._below, 1)

    def _connect(self) -> None:
        self.entry.entered.connect(self._enter)
        self.another.clicked.connect(self.ask_for_example)
        self.reveal.clicked.connect(self._reveal)
        self.hint.chosen.connect(self._ask_instead)
        self.sentence.concordance_asked.connect(self.concordance_asked)
        self.table.chosen.connect(lambda row: self.word_chosen.emit(self.rows.word(row)))
        self.table.menu_asked.connect(self._open_row_menu)
        self.table.copy_asked.connect(self.copy)
        self.table.left_upwards.connect(self.entry.setFocus)
        self.table.resized.connect(self._fit)

    # -- what it is given ---------------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Take another model, or a newer moment of the same: then the line stays, and what is shown until it comes."""
        before, self._explored = self._explored, explored
        predictor = explored.predictor if explored is not None else None
        self.show_body(explored is not None)
        self._asking.setVisible(predictor is not None)
        self.another.setVisible(explored is not None and explored.opened is not None)
        if before is not None and explored is not None and before.lineage is explored.lineage:
            had = before.predictor is not None
            if had == (predictor is not None):
                self._begin()
                return
        self._line, self._example, self._examples = "", None, 0
        self.entry.clear()
        self.entry.set_words(predictor.vocabulary.words if predictor is not None else ())
        self._say(self._no_line if predictor is not None else self._no_predictor)
        self._begin()

    def _begin(self) -> None:
        """Begin with a line of the text, as soon as there is one and nothing has been asked."""
        explored = self._explored
        ready = explored is not None and explored.predictor is not None and explored.opened is not None
        if ready and not self._line and not self._examples:
            self.ask_for_example()

    def ask(self, line: str) -> None:
        """Type a line and ask which word is missing in it."""
        self.entry.setText(line)
        after = line.find(GAP) + len(GAP) if GAP in line else 0
        # The gap should be seen, and some of what follows.
        for place in (0, after + _SEEN_AFTER, after):
            self.entry.setCursorPosition(min(place, len(line)))
        self._enter(line)

    def ask_for_example(self) -> None:
        """Ask for another line of the text with a word hidden in it."""
        self._examples += 1
        self.example_asked.emit(self._examples)

    def show_example(self, example: Example | None) -> None:
        """Ask about a line of the text, in which a word is hidden."""
        if example is None:
            return
        self.ask(" ".join((*example.left, GAP, *example.right)))
        self._example = example
        self._show_foot()

    def show_predicted(self, predicted: Predicted) -> None:
        """Show what the model says; a newer moment of it is written over the one before."""
        if predicted.line != self._line:
            return
        if predicted.prediction is None:
            self._say(self._no_gap)
            return
        self._predicted = predicted
        self._show_context(predicted)
        if predicted.prediction.used:
            self._show_rows(predicted)
            self._below.show_content()
        else:
            self._below.say(self._no_context)
        self._show_foot()
        self._tell()

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Offer words that are spelled like one that is not known."""
        self._spellings[word] = spellings
        self._hint()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Return the words that are listed."""
        return self.rows.table()

    @property
    def pointed_words(self) -> Sequence[str]:
        return self._pointed

    # -- what is done with it -----------------------------------------------------------------------------------

    def _enter(self, line: str) -> None:
        # An offer that was taken has left the field.
        if self.entry.text().strip() != line:
            self.entry.setText(line)
        self._line, self._example, self._revealed = line, None, False
        self._spellings = {}
        self.rows.reveal("")
        self._show_foot()
        self.asked.emit(line)

    def _ask_instead(self, word: str) -> None:
        if self._absent is not None:
            # The text may have been read in small letters.
            self.ask(re.sub(re.escape(self._absent), lambda _: word, self._line, count=1, flags=re.IGNORECASE))

    def _reveal(self) -> None:
        """Show the word that was hidden, and where it stands."""
        self._revealed = True
        if self._example is not None:
            self.rows.reveal(self._example.word)
            row = self.rows.row_of(self._example.word)
            if row >= 0:
                self.table.select(row)
        if self.reveal.hasFocus():
            self.another.setFocus()
        self._show_foot()

    def _open_row_menu(self, row: int, place: QPoint) -> None:
        self._pointed = (self.rows.word(row),)
        self.context_menu().popup(place)
        self._pointed = ()

    # -- what is shown ------------------------------------------------------------------------------------------

    def _show_rows(self, predicted: Predicted) -> None:
        """Show the words; the one that is selected stays so, wherever it has moved."""
        current = self.table.currentIndex().row()
        chosen = self.rows.word(current) if 0 <= current < self.rows.count else ""
        self.rows.show_predicted(predicted)
        if self._revealed and self._example is not None:
            self.rows.reveal(self._example.word)
        row = self.rows.row_of(chosen) if chosen else -1
        if row != self.table.currentIndex().row():
            self.table.setAutoScroll(False)
            self.table.setCurrentIndex(self.rows.index(row, 0) if row >= 0 else QModelIndex())
            self.table.setAutoScroll(True)
        if chosen == "":
            self.table.scrollToTop()
        self._fit()

    def _show_context(self, predicted: Predicted) -> None:
        """Show which words of the line are used, and say why others are not."""
        prediction = predicted.prediction
        assert prediction is not None
        tokens = (*predicted.left, GAP, *predicted.right)
        states = (*prediction.left, None, *prediction.right)
        used = [place for place, state in enumerate(states) if state == USED]
        self.sentence.show_sentence(tokens, len(predicted.left), used)
        self.used.setText(used_sentence(prediction))
        self._context.show()
        self._hint()

    @property
    def _absent(self) -> str | None:
        """The first word of the line that is neither known nor in the text."""
        unknown = self._predicted.unknown if self._predicted is not None else ()
        return next((each.word for each in unknown if each.absent), None)

    def _hint(self) -> None:
        predicted, absent = self._predicted, self._absent
        sentences = []
        if predicted is not None and predicted.unknown:
            sentences.append(unknown_sentence(predicted.unknown, predicted.predictor.config.min_count))
        if predicted is not None and predicted.more:
            sentences.append(self.tr("There is more than one gap: only the first is asked about."))
        spellings = self._spellings.get(absent, ()) if absent is not None else ()
        self.hint.say(paragraph(sentences), spellings)

    def _say(self, message: Callable[[], str]) -> None:
        """Show a sentence, and nothing else."""
        self._predicted = None
        self._context.hide()
        self.rows.show_predicted(None)
        self._below.say(message)
        self._show_foot()
        self._tell()

    def _show_foot(self) -> None:
        """Offer to show the word that was hidden, or say where it stands."""
        self._foot.setVisible(self._example is not None)
        self.reveal.setVisible(not self._revealed)
        predicted = self._predicted
        if self._example is None or not self._revealed or predicted is None or predicted.prediction is None:
            self.hidden.setText("")
            return
        self.hidden.setText(rank_sentence(predicted.prediction, predicted.predictor, self._example.word))

    # -- what is said -------------------------------------------------------------------------------------------

    def _no_line(self) -> str:
        return self.tr("Type a line with ___ where a word is missing, and press Return.")

    def _no_gap(self) -> str:
        return self.tr("There is no gap in the line: type ___ where a word is missing.")

    def _no_context(self) -> str:
        return self.tr("The model knows none of the words around the gap, so it has nothing to predict from.")

    def _no_predictor(self) -> str:
        return self.tr(
            "These vectors come without the output layer W′ and the settings of their training, and W alone does not "
            "say which word is missing. Train a model here, or open one that was saved as .npz."
        )

    def _tell(self) -> None:
        predicted = self._predicted
        predictor = self._explored.predictor if self._explored is not None else None
        text = "" if predictor is None else explanation(predictor, predicted.prediction if predicted else None)
        self.set_explanation(text)
        self.note.setText(text)
        if predictor is None:
            self.set_caption("")
            return
        model = self.tr("CBOW") if predictor.config.model == "cbow" else self.tr("skip-gram")
        kind = self.tr("scores") if predictor.kind == "score" else self.tr("probabilities")
        self.set_caption(SEPARATOR.join((kind, model)))

    def apply_palette(self, palette: Palette) -> None:
        self.sentence.apply_palette(palette)
        self.rows.apply_palette(palette)
        self.table.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Missing word"))
        self.set_empty(self.tr("Train a model, and which word it expects in a gap can be seen here."))
        self.entry.setPlaceholderText(self.tr("Words around a gap: ___"))
        self.entry.setAccessibleName(self.tr("Line with a gap ___"))
        self.another.set_meaning(self.tr("Another line of the text"))
        self.reveal.setText(self.tr("Show the hidden word"))
        self.table.setAccessibleName(self.tr("Words that fit into the gap"))
        self._below.retranslate()
        if self._predicted is not None:
            self._show_context(self._predicted)
        self.rows.retranslate()
        self._show_foot()
        self._tell()
        self._fit()

    # -- how the room is shared ---------------------------------------------------------------------------------

    def _fit(self) -> None:
        fit_columns(self.table, self.rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.note.setVisible(self.room >= _ROOM_FOR_NOTE)
        self.used.setVisible(self.height() >= _ROOM_FOR_USED)
