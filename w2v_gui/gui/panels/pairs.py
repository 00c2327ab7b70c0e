"""How similar some pairs of words are over the course of the run."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFontMetrics, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.panels.plots import PointerPlot, label_font
from w2v_gui.gui.scales import EpochScale, decimal, multiples
from w2v_gui.gui.spellings import missing_sentence
from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.pair_row import PairRow
from w2v_gui.gui.widgets.word_entry import WordEntry
from w2v_gui.gui.widgets.word_hint import WordHint
from w2v_gui.session.history import SimilarityCurve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from w2v_gui.corpus.suggestions import Suggestions
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.session.snapshot import Snapshot

Pair = tuple[int, int]

# The role colours first, then two that mean nothing, told apart by their dashes as well.
_LINES = (("context", None), ("centre", None), ("text", (4, 2.5)), ("muted", (1, 2)))
MOST_PAIRS = len(_LINES)
# The scale has its whole positive half from the start. Downwards it grows by steps, and never shrinks.
_LOW, _STEP, _HIGH = -0.2, 0.2, 1.08
_POINTS = 300
_MARK = 0.5
_COMMAS = re.compile("[,，、;；]")
# A little beyond the ends, so that neither a line at the end of the axis nor the axis itself is cut.
_BEYOND = 0.008


class _Followed:
    """One pair: its curve, its entry in the legend, and which of the lines it has."""

    def __init__(self, pair: Pair, row: PairRow, line: int) -> None:
        self.row, self.line = row, line
        self.curve = SimilarityCurve.empty(pair)


class PairsPanel(Card):
    """Cosine similarity of a few pairs of words: words that are used alike draw together, others do not.

    Attributes
    ----------
    wanted_changed : Signal()
        `wanted` is another.
    unknown : Signal(str)
        A word that was asked for and is not there; `show_spellings` takes the answer.
    """

    wanted_changed = Signal()
    unknown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen_changed.connect(self.wanted_changed)
        self._palette = LIGHT
        self._vocabulary: Vocabulary | None = None
        self._followed: dict[Pair, _Followed] = {}
        self._suggested: tuple[Pair, ...] = ()
        self._message: Callable[[], str] | None = None
        self._asked = self._typed = ""
        self._likely: tuple[str, ...] = ()
        self._scale = EpochScale(1, 1)
        self._has_run = False
        self._low = _LOW
        self.plot = PointerPlot(self)
        self.plot.setMinimumHeight(84)
        self.zero = pg.InfiniteLine(0, angle=0, movable=False)
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.cross.hide()
        for item in (self.zero, self.cross):
            self.plot.addItem(item)
        self.lines = [self.plot.plot() for _ in _LINES]
        self.plot.show_grid()
        self.plot.plotItem.layout.setContentsMargins(0, 6, 12, 0)
        self.plot.resized.connect(self._label_axes)
        self.plot.pointed.connect(self._point)
        self._legend = QVBoxLayout()
        self._legend.setSpacing(0)
        self.hint = WordHint()
        self.entry = WordEntry(words=2)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(10, 4, 10, 10)
        column.setSpacing(5)
        column.addWidget(self.plot, 1)
        column.addLayout(self._legend)
        column.addWidget(self.hint)
        column.addWidget(self.entry)
        self.entry.entered.connect(self.add_words)
        self.hint.chosen.connect(self._add_instead)
        self._fit()
        self.show_body(False)
        self.retranslate()

    # -- what others ask of it ----------------------------------------------------------------------------------

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The ids of the words of every pair."""
        return tuple(self._followed)

    @property
    def rows(self) -> tuple[PairRow, ...]:
        """The legend."""
        return tuple(followed.row for followed in self._followed.values())

    @property
    def wanted(self) -> dict[str, Any]:
        """What the next snapshot should hold for this panel: the run keeps the curves while it is not seen."""
        return {"pairs": self.pairs} if self._followed and self.isVisible() else {}

    def open_text(self, vocabulary: Vocabulary) -> None:
        """Take the words of a new text; pairs that the user chose stay if it has them."""
        chosen = [followed.row.words for pair, followed in self._followed.items() if pair not in self._suggested]
        self._suggested = ()
        self._scale, self._has_run = EpochScale(1, 1), False
        self._take(vocabulary, chosen)

    def begin(self, trainer: Trainer) -> None:
        """Empty the plot for a new run; pairs whose words it keeps stay."""
        before = [row.words for row in self.rows]
        self._scale, self._has_run = EpochScale(len(trainer.corpus), trainer.config.epochs), True
        self._take(trainer.vocabulary, before)
        if before and not self._followed:
            self._suggest()

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Follow pairs that are worth it, unless some are followed already."""
        self._suggested = suggestions.pairs
        if not self._followed:
            self._suggest()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._scale.count = snapshot.epochs
        for curve in snapshot.pairs:
            followed = self._followed.get(curve.pair)
            if followed is not None and len(curve):
                followed.curve = curve
                self._make_room(float(curve.similarity.min()))
                self._draw(followed)
        self._fit()
        self._point(self.plot.pointer)

    def add(self, a: int, b: int) -> None:
        """Follow two words; a pair that is followed already is shown where it is."""
        if self._vocabulary is None or not (0 <= a < len(self._vocabulary) and 0 <= b < len(self._vocabulary)):
            return
        known = self._followed.get((a, b)) or self._followed.get((b, a))
        if known is not None:
            self._say(None)
            known.row.flash()
        elif a == b:
            self._say(lambda: self.tr("A word is always as similar to itself as can be: type two words."))
        elif len(self._followed) == MOST_PAIRS:
            self._say(
                lambda: self.tr("{count} pairs can be plotted at a time: remove one first.").format(count=MOST_PAIRS)
            )
        else:
            self._say(None)
            self._follow([(a, b)])

    def add_words(self, typed: str) -> None:
        """Follow the two words that were typed, or say what is wrong with them."""
        if self._vocabulary is None:
            return
        words = self._words_of(typed)
        if len(words) != 2:
            self._say(lambda: self.tr("Type two words with a space between them."))
            return
        ids = [self._find(word) for word in words]
        if None in ids:
            self._asked, self._typed = words[ids.index(None)], typed
            self.entry.selectAll()
            self.show_spellings(self._asked, ())
            self.unknown.emit(self._asked)
            return
        self.entry.clear()
        self.add(*(i for i in ids if i is not None))

    def _add_instead(self, word: str) -> None:
        """Take ``word`` for the one that is not there; what was typed beside it stays."""
        self.add_words(" ".join(word if each == self._asked else each for each in self._words_of(self._typed)))

    def _words_of(self, typed: str) -> list[str]:
        """Return the words that were typed; a comma separates too, unless a word of the text has it."""
        words = typed.split()
        return words if all(self._find(word) is not None for word in words) else _COMMAS.sub(" ", typed).split()

    def remove(self, row: PairRow) -> None:
        """Follow a pair no longer; whoever had come to it by keyboard goes on to the next."""
        rows = self.rows
        if row.hasFocus():
            place = rows.index(row)
            next_ = [*rows[place + 1 :], *reversed(rows[:place])][:1]
            (next_[0] if next_ else self.entry).setFocus()
        self._say(None)
        for pair, followed in list(self._followed.items()):
            if followed.row is row:
                self._drop(pair)
        self._legend_changed()

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say that ``word`` is not there, and which words are spelled like it."""
        vocabulary = self._vocabulary
        if vocabulary is not None and word == self._asked:
            self._say(lambda: missing_sentence(word, len(vocabulary)), word, spellings)

    @property
    def pointed_words(self) -> Sequence[str]:
        pointed = next((row for row in self.rows if row.underMouse() or row.hasFocus()), None)
        return tuple(dict.fromkeys(pointed.words)) if pointed is not None else ()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield the curves: a row a moment, a column a pair, empty where a pair was not followed."""
        curves = [followed.curve for followed in self._followed.values()]
        yield ("words", "seconds", *(row.text for row in self.rows))
        moments = {
            words: seconds
            for curve in curves
            for words, seconds in zip(curve.words.tolist(), curve.seconds.tolist(), strict=True)
        }
        columns = [dict(zip(curve.words.tolist(), curve.similarity.tolist(), strict=True)) for curve in curves]
        for words in sorted(moments):
            yield (words, moments[words], *(column.get(words) for column in columns))

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.plot.apply_palette(palette)
        self.zero.setPen(pg.mkPen(QColor(palette.border_strong), width=1))
        self.cross.setPen(pg.mkPen(QColor(palette.border_strong), width=1))
        for line, curve in enumerate(self.lines):
            curve.setPen(self._pen(line))
        for followed in self._followed.values():
            followed.row.set_line(self._pen(followed.line), palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Pair similarity"))
        self.set_caption(self.tr("cosine · by epoch"))
        self.set_empty(self.tr("Open a text: how words that are used alike draw together will be plotted here."))
        self.entry.setPlaceholderText(self.tr("Add a pair: two words"))
        self.entry.setAccessibleName(self.tr("Pair of words to plot"))
        self.plot.setAccessibleName(self.tr("Similarity of pairs over the run"))
        set_tooltip(
            self.plot,
            self.tr(
                "Cosine of the angle between the rows of W of two words. Words that are met in the same contexts are "
                "moved the same way and draw together; others stay apart. Under the pointer: the values there."
            ),
        )
        self._show_message()

    # -- the pairs ----------------------------------------------------------------------------------------------

    def _find(self, word: str) -> int | None:
        assert self._vocabulary is not None
        found = self._vocabulary.index(word)
        return self._vocabulary.index(word.lower()) if found is None else found

    def _take(self, vocabulary: Vocabulary, pairs: Iterable[tuple[str, str]]) -> None:
        self._vocabulary = vocabulary
        self.entry.set_words(vocabulary.words)
        self._low = _LOW
        self._fit()
        self._label_axes()
        self._say(None)
        ids = [(vocabulary.index(a), vocabulary.index(b)) for a, b in pairs]
        for pair in self.pairs:
            self._drop(pair)
        self._follow([(a, b) for a, b in ids if a is not None and b is not None])
        self.show_body(True)

    def _suggest(self) -> None:
        if self._vocabulary is not None:
            size = len(self._vocabulary)
            self._follow([pair for pair in self._suggested if max(pair) < size])

    def _follow(self, pairs: Iterable[Pair]) -> None:
        assert self._vocabulary is not None
        words = self._vocabulary.words
        for pair in pairs:
            taken = {followed.line for followed in self._followed.values()}
            line = next(line for line in range(MOST_PAIRS) if line not in taken)
            row = PairRow((words[pair[0]], words[pair[1]]))
            row.set_line(self._pen(line), self._palette)
            row.removed.connect(self.remove)
            self._legend.addWidget(row)
            self._followed[pair] = _Followed(pair, row, line)
        self._legend_changed()

    def _drop(self, pair: Pair) -> None:
        followed = self._followed.pop(pair)
        self.lines[followed.line].setData([], [])
        self._legend.removeWidget(followed.row)
        followed.row.hide()
        followed.row.deleteLater()

    def _legend_changed(self) -> None:
        chain = [*self.rows, self.entry]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self._show_message()
        self.wanted_changed.emit()

    # -- the plot -----------------------------------------------------------------------------------------------

    def _draw(self, followed: _Followed) -> None:
        curve = followed.curve
        # Wide lines are dear, and nobody sees more points than this.
        some = np.unique(np.linspace(0, len(curve) - 1, _POINTS).astype(np.intp))
        self.lines[followed.line].setData(self._scale.along(curve)[some], curve.similarity[some])

    def _pen(self, line: int) -> QPen:
        colour, dashes = _LINES[line]
        pen: QPen = pg.mkPen(QColor(getattr(self._palette, colour)), width=2, dash=dashes)
        return pen

    def _make_room(self, lowest: float) -> None:
        while lowest < self._low:
            self._low -= _STEP
        self._low = max(self._low, -_HIGH)

    def _fit(self) -> None:
        """Show the whole run and the whole scale; the axes are written anew only if that is another than before."""
        end = self._scale.count
        if self.plot.set_home((-_BEYOND * end, end * (1 + _BEYOND)), (self._low, _HIGH)):
            self._label_axes()

    def _label_axes(self) -> None:
        left, bottom = (self.plot.plotItem.getAxis(name) for name in ("left", "bottom"))
        # How many epochs there will be is known only with a run.
        along = self._scale.ticks(0.0, float(self._scale.count), self.plot.area.width()) if self._has_run else []
        bottom.setTicks([along])
        left.setTicks([[(y, decimal(y, _MARK)) for y in multiples(_MARK, self._low, 1.0)]])
        # As wide as its widest label can become: the plot should not move when the scale grows.
        left.setWidth(8 + QFontMetrics(label_font(self.font())).horizontalAdvance(decimal(-_MARK, _MARK)))

    def _point(self, x: float | None) -> None:
        """Show the similarities at ``x`` beside the pairs, or the latest."""
        self.cross.setVisible(x is not None and any(len(followed.curve) for followed in self._followed.values()))
        if x is not None:
            self.cross.setValue(x)
        for followed in self._followed.values():
            if len(followed.curve):
                along = self._scale.along(followed.curve)
                # Before the first point its value, after the last one the latest.
                i = len(along) - 1 if x is None else max(0, int(np.searchsorted(along, x, side="right")) - 1)
                followed.row.set_value(float(followed.curve.similarity[i]))

    # -- what is said -------------------------------------------------------------------------------------------

    def _say(self, message: Callable[[], str] | None, asked: str = "", words: Sequence[str] = ()) -> None:
        """Show a sentence, now and in whatever language comes to be chosen, and words to choose from."""
        self._message, self._asked, self._likely = message, asked, tuple(words)
        self._show_message()

    def _show_message(self) -> None:
        self.hint.say(self._message() if self._message is not None else "", self._likely)
