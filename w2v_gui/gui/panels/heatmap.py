"""The rows of W and W′ as colours: what moves while the model learns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from w2v_gui.gui.cells import Scales
from w2v_gui.gui.frame_change import FrameChange, difference
from w2v_gui.gui.row_choice import FREQUENT, SEARCHED, WATCHED, RowChoice
from w2v_gui.gui.text import one_line, plain_label, set_tooltip
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.choice_menu import add_choice
from w2v_gui.gui.widgets.heatmap_painting import Matrix
from w2v_gui.gui.widgets.heatmap_view import HeatmapView
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.word_search import WordSearch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.theme import Palette
    from w2v_gui.session.snapshot import Snapshot

W, W_OUT, CHANGE = "W", "W_out", "change"
FRAME, START = "frame", "start"
IN_ORDER, BY_VARIANCE = "in_order", "by_variance"

_SHORT = {W: "W", W_OUT: "W′", CHANGE: "ΔW"}

_BESIDE = 84
"""Pixels of the header that neither a word nor the choice of the matrix is on."""


class HeatmapPanel(Card):
    """W, W′ or what has changed of W: a row a word, a column a dimension, violet below zero, green above.

    Attributes
    ----------
    word_chosen : Signal(int)
        The id of a word whose row was clicked.
    wanted_changed : Signal()
        `wanted` is another.
    unknown : Signal(str)
        A word that was searched for and is not there; `show_spellings` takes the answer.
    """

    word_chosen = Signal(int)
    wanted_changed = Signal()
    unknown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen_changed.connect(self.wanted_changed)
        self._vocabulary: Vocabulary | None = None
        self._nodes = 0
        self._choice = RowChoice()
        self._since = FRAME
        self._columns = IN_ORDER
        self._order: NDArray[np.intp] | None = None
        self._scales = Scales()
        self._change = FrameChange()
        self._snapshot: Snapshot | None = None
        self._ids: tuple[int, ...] = ()
        self.kind = Segmented((W, W_OUT, CHANGE))
        self.search = WordSearch()
        self.view = HeatmapView()
        self.message = plain_label(kind="empty")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(24, 0, 24, 0)
        self._shown = QStackedLayout()
        self._shown.addWidget(self.view)
        self._shown.addWidget(self.message)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, 8, 6, 4)
        column.addWidget(self.search)
        column.addLayout(self._shown, 1)
        self.add_tool(self.kind)
        self.kind.chosen.connect(self._redraw)
        self.search.found.connect(self._take_searched)
        self.search.unknown.connect(self.unknown)
        self.view.row_chosen.connect(self._choose_row)
        self.view.laid_out.connect(self._tell)
        self.search.hide()
        self.show_body(False)
        self.retranslate()

    # -- data -------------------------------------------------------------------------------------------------

    @property
    def wanted(self) -> dict[str, Any]:
        """What a snapshot should hold for this panel."""
        if self._vocabulary is None or not self.isVisible():
            return {}
        # Both matrices, whichever is shown: going from one to the other then shows it at once.
        return {
            "rows": self._choice.rows,
            "out_rows": self._choice.output_rows,
            "since_start": self.kind.value == CHANGE and self._since == START,
        }

    @property
    def level(self) -> float:
        """The value at both ends of the scale."""
        scene = self.view.scene
        return scene.matrix.level if scene is not None else 0.0

    def open_text(self, vocabulary: Vocabulary) -> None:
        """Say that the picture will come with the training."""
        self._vocabulary = None
        self._snapshot = None
        self.show_body(False)
        self._redraw()

    def begin(self, trainer: Trainer) -> None:
        """Empty the picture for a run."""
        self._vocabulary = trainer.vocabulary
        output_rows = trainer.parameters.W_out.shape[0]
        self._nodes = output_rows if trainer.config.objective == "hierarchical_softmax" else 0
        self._choice.begin(len(trainer.vocabulary), output_rows, nodes=bool(self._nodes))
        self._scales.begin()
        self._change = FrameChange()
        self._order = None
        self._snapshot = None
        self.search.begin(trainer.vocabulary)
        self.show_body(False)  # until there is something to show: axes without words mean nothing
        self._redraw()

    def set_watched(self, ids: tuple[int, ...]) -> None:
        """Say which words are watched: their labels are orange, and their rows can be chosen."""
        self._choice.watched = ids
        self._redraw()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        # One that was taken while the panel was hidden holds no rows; the next one does.
        taken_hidden = self._choice.rows and not snapshot.view.rows
        if self._vocabulary is None or taken_hidden:
            return
        self._snapshot = snapshot
        self._change.take(snapshot.view.rows, snapshot.W, snapshot.words_done)
        self.show_body(True)
        before = self._measures
        self._paint()
        if self._measures != before:
            self._tell()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield a table of what is shown, the first row its header."""
        scene = self.view.scene
        if scene is None or self._vocabulary is None:
            return
        matrix = scene.matrix
        yield "node" if self._shows_nodes else "word", *matrix.columns.tolist()
        for row in range(scene.rows):
            name = matrix.labels[row] if self._shows_nodes else self._vocabulary.words[self._ids[row]]
            yield name, *matrix.values[row]

    # -- what is shown of it ----------------------------------------------------------------------------------

    @property
    def _shows_nodes(self) -> bool:
        return bool(self._nodes) and self.kind.value == W_OUT

    def _redraw(self) -> None:
        self._draw()
        self.wanted_changed.emit()

    def _draw(self) -> None:
        self._paint()
        self._tell()

    @property
    def _measures(self) -> tuple[int, ...]:
        """What is said of a picture besides what was chosen: how many rows, columns, and pixels for them."""
        scene = self.view.scene
        return () if scene is None else (scene.rows, *scene.matrix.values.shape, *scene.cells.shape)

    def _paint(self) -> None:
        self._ids, values = self._values()
        if values is None or not values.size:
            self.view.show_matrix(None)
        else:
            self.view.show_matrix(self._matrix(self._ids, values))
        self._shown.setCurrentWidget(self.message if self.view.scene is None else self.view)

    def _values(self) -> tuple[tuple[int, ...], NDArray[np.float32] | None]:
        """Return the numbers to be shown, if there are any yet, and of which rows they are."""
        snapshot, kind = self._snapshot, self.kind.value
        if snapshot is None:
            return (), None
        if kind == W_OUT:
            return snapshot.view.out_rows, snapshot.W_out
        if kind == W:
            return snapshot.view.rows, snapshot.W
        if self._since == FRAME:
            return snapshot.view.rows, self._change.values
        started = len(snapshot.W_start) == len(snapshot.W)
        return snapshot.view.rows, difference(snapshot.W, snapshot.W_start) if started else None

    def _matrix(self, ids: tuple[int, ...], values: NDArray[np.float32]) -> Matrix:
        scale = self.kind.value + self._since * (self.kind.value == CHANGE)
        level = self._scales.fit(scale, values)
        if self._columns == BY_VARIANCE:
            # The order stays until it is chosen again: columns that changed places could not be followed.
            if self._order is None or len(self._order) != values.shape[1]:
                finite = np.where(np.isfinite(values), values, 0).astype(np.float64)
                self._order = np.argsort(-finite.var(axis=0), kind="stable")
            order = self._order
        else:
            order = np.arange(values.shape[1])
        marked = frozenset() if self._shows_nodes else frozenset(self._choice.watched)
        rows = frozenset(place for place, word in enumerate(ids) if word in marked)
        return Matrix(tuple(map(self._label, ids)), rows, order + 1, values[:, order], level)

    def _label(self, row: int) -> str:
        assert self._vocabulary is not None
        if not self._shows_nodes:
            return one_line(self._vocabulary.words[row], 40)
        number = self._nodes - row
        return self.tr("node 1 (root)") if number == 1 else self.tr("node {number}").format(number=number)

    # -- what the user chooses --------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Return the card's menu, with what can be chosen here above the rest."""
        menu = super().menu()
        first = menu.actions()[0]
        rows = {FREQUENT: self.tr("Most frequent words"), WATCHED: self.tr("Watched words")}
        rows[SEARCHED] = self.tr("Words I type")
        columns = {IN_ORDER: self.tr("In order"), BY_VARIANCE: self.tr("By variance, largest first")}
        since = {FRAME: self.tr("Since the last frame"), START: self.tr("Since the start")}
        add_choice(menu, first, self.tr("Rows"), rows, self._choice.kind, self.choose_rows)
        submenu = add_choice(menu, first, self.tr("Columns"), columns, self._columns, self.choose_columns)
        again = submenu.addAction(self.tr("Sort again"), lambda: self.choose_columns(BY_VARIANCE))
        again.setEnabled(self._columns == BY_VARIANCE)
        add_choice(menu, first, self.tr("Change ΔW"), since, self._since, self.choose_since)
        lock = QAction(self.tr("Lock the colour scales"), menu)
        lock.setCheckable(True)
        lock.setChecked(self._scales.locked)
        lock.triggered.connect(self.lock_scales)
        menu.insertAction(first, lock)
        menu.insertSeparator(first)
        return menu

    @property
    def pointed_words(self) -> Sequence[str]:
        pointed = self.view.pointed
        if pointed is None or self._shows_nodes or self._vocabulary is None:
            return ()
        return (self._vocabulary.words[self._ids[pointed[0]]],)

    def choose_rows(self, kind: str) -> None:
        """Show the rows of frequent, of watched, or of searched words."""
        self._choice.kind = kind
        self.search.setVisible(kind == SEARCHED)
        if kind == SEARCHED:
            self.search.setFocus()
        self._redraw()

    def choose_columns(self, columns: str) -> None:
        """Show the columns in order, or sorted by their variance over the rows that are shown now."""
        self._columns = columns
        self._order = None
        self._redraw()

    def choose_since(self, since: str) -> None:
        """Show the change since the last frame or since the start."""
        self._since = since
        self.kind.set_value(CHANGE)
        self._redraw()

    def lock_scales(self, locked: bool) -> None:
        """Keep the colour scales as they are; unlocked, they fit again."""
        self._scales.lock(locked)
        self._redraw()

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say which words are spelled like one that was searched for in vain."""
        self.search.show_spellings(word, spellings)

    def _take_searched(self, ids: tuple[int, ...]) -> None:
        self._choice.searched = ids
        self._redraw()

    def _choose_row(self, row: int) -> None:
        if not self._shows_nodes:
            self.word_chosen.emit(self._ids[row])

    # -- words ------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Say in the header what is shown, and in its place why nothing is."""
        kind = self.kind.value
        titles = {
            W: self.tr("W · input vectors"),
            W_OUT: self.tr("W′ · inner nodes") if self._nodes else self.tr("W′ · output vectors"),
            CHANGE: self.tr("ΔW since the last frame") if self._since == FRAME else self.tr("ΔW since the start"),
        }
        title, caption = self._fitting((titles[kind], _SHORT[kind]), self._captions())
        self.set_title(title)
        self.set_caption(caption)
        self.set_explanation(self._explanation())
        self.message.setText(self._reason())

    def _fitting(self, titles: tuple[str, str], captions: Sequence[str]) -> tuple[str, str]:
        """Return the longest title that the header has room for, and the longest caption beside it."""
        room = self.width() - self.kind.sizeHint().width() - _BESIDE
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for title in titles:
            left = room - QFontMetrics(bold).horizontalAdvance(title)
            for caption in captions:
                if self.fontMetrics().horizontalAdvance(caption) <= left:
                    return title, caption
        return titles[-1], captions[-1]

    def _captions(self) -> tuple[str, ...]:
        """Return what is shown, at length and ever shorter."""
        scene = self.view.scene
        if scene is None:
            return ("",)
        size = {"rows": scene.rows, "columns": scene.matrix.values.shape[1]}
        if self._shows_nodes:
            texts = [self.tr("top {rows} nodes × {columns}")]
        elif self._choice.kind == FREQUENT:
            texts = [
                self.tr("{rows} most frequent words × {columns}"),
                self.tr("{rows} most frequent × {columns}"),
                self.tr("top {rows} × {columns}"),
            ]
        else:
            texts = [self.tr("{rows} words × {columns}")]
        more = [self.tr("sorted")] * (self._columns == BY_VARIANCE)
        more += [self.tr("scale locked")] * self._scales.locked
        long = " · ".join([texts[0].format(**size), *more])
        return long, *(text.format(**size) for text in (*texts[1:], "{rows} × {columns}"))

    def _explanation(self) -> str:
        text = self.tr(
            "A row is the vector of a word, a column one of its dimensions. Violet is below zero, green above; both "
            "ends of the scale only grow, so that colours can be compared over time."
        )
        if self._choice.kind == FREQUENT and not self._shows_nodes:
            text += " " + self.tr(
                "The most frequent words are those that hold sentences together, in most texts; the menu of the card "
                "has other rows."
            )
        scene = self.view.scene
        if scene is not None and scene.cells.shape[1] < scene.matrix.values.shape[1]:
            text += " " + self.tr("There are more columns than pixels: each pixel shows the mean of its columns.")
        return text

    def _reason(self) -> str:
        if not self._choice.rows and not self._shows_nodes:
            if self._choice.kind == SEARCHED:
                return self.tr("Type the words whose rows you want to see.")
            return self.tr("No word is watched yet: watch one, or choose other rows in the menu of this card.")
        return self.tr("What has changed will be seen with the next frame.")

    def apply_palette(self, palette: Palette) -> None:
        self.view.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_empty(self.tr("Every row of W, the vector of a word, will be a row of colours here."))
        self.kind.setAccessibleName(self.tr("Matrix to show"))
        self.view.setAccessibleName(self.tr("Heatmap"))
        meanings = {
            W: self.tr("Input vectors: the rows of W, one for each word."),
            W_OUT: self.tr("Output vectors: the rows of W′, with which h is multiplied in every prediction."),
            CHANGE: self.tr("Change: by how much the rows of W have changed."),
        }
        for kind, meaning in meanings.items():
            self.kind.set_label(kind, _SHORT[kind])
            set_tooltip(self.kind.button(kind), meaning)
            self.kind.button(kind).setAccessibleName(meaning)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()
