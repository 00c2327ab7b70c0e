"""The words as a map, while the model learns: live principal components."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.telling import telling_first
from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.word_map import WordMap
from w2v_gui.vectors.projection import LivePca

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.theme import Palette
    from w2v_gui.session.snapshot import Snapshot
    from w2v_gui.vectors.projection import Projection

_WORDS = 450
_NUMBERS = 600_000
"""More numbers than these are not projected, so that no frame takes long: long vectors make fewer words."""

_FEWEST = 100

_WIDE = 330
"""Below this width the caption is short, so that it is not cut."""


class MapPanel(Card):
    """The most frequent words and the watched ones, where the first two principal components of their vectors put them.

    Attributes
    ----------
    word_chosen : Signal(int)
        The id of a word that was clicked.
    wanted_changed : Signal()
        `wanted` is another.
    """

    word_chosen = Signal(int)
    wanted_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen_changed.connect(self.wanted_changed)
        self._vocabulary: Vocabulary | None = None
        self._watched: tuple[int, ...] = ()
        self._ids: tuple[int, ...] = ()
        self._most = _WORDS
        self._pca = LivePca()
        self._projection: Projection | None = None
        self._shown: tuple[int, ...] = ()
        self._words_done = -1
        self.map = WordMap()
        self.map.chosen.connect(self.word_chosen)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(3, 3, 3, 3)
        column.addWidget(self.map)
        self.show_body(False)
        self.retranslate()

    @property
    def wanted(self) -> dict[str, Any]:
        """What a snapshot should hold for this panel."""
        return {"mapped": self._ids} if self._ids and self.isVisible() else {}

    def open_text(self, vocabulary: Vocabulary) -> None:
        """Say that the map will come with the training."""
        self._vocabulary = None
        self._projection = None
        self._ids = ()
        self.show_body(False)
        self._tell()
        self.wanted_changed.emit()

    def begin(self, trainer: Trainer) -> None:
        """Empty the map for a run."""
        self._vocabulary = trainer.vocabulary
        self._most = min(_WORDS, max(_FEWEST, _NUMBERS // trainer.config.vector_size))
        self._pca = LivePca()
        self._projection = None
        self._shown = ()
        self._words_done = -1
        self.map.begin(trainer.vocabulary.words, self._describe)
        self.show_body(False)
        self._choose()
        self._tell()

    def set_watched(self, ids: tuple[int, ...]) -> None:
        """Mark words, and show them however rare they are."""
        self._watched = ids
        self.map.set_marked(ids)
        self._choose()

    def _choose(self) -> None:
        if self._vocabulary is None:
            return
        size = len(self._vocabulary)
        watched = [word for word in self._watched if word < size]
        ids = tuple(dict.fromkeys((*watched, *telling_first(self._vocabulary.words[: self._most]))))
        if ids != self._ids:
            self._ids = ids
            self.wanted_changed.emit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        ids = snapshot.view.mapped
        if self._vocabulary is None or not len(ids):
            return
        # A step of the way is only what was learned since; the same words again, or others, are none.
        moved = snapshot.words_done != self._words_done
        self._words_done = snapshot.words_done
        self._projection = self._pca.project(snapshot.mapped, ids)
        self._shown = ids
        self.map.show_points(ids, self._projection.coordinates, moved=moved)
        self.show_body(True)
        self._tell()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield a table of what is shown, the first row its header."""
        yield "word", "count", "x", "y"
        if self._vocabulary is None or self._projection is None:
            return
        for word, (x, y) in zip(self._shown, self._projection.coordinates.tolist(), strict=True):
            yield self._vocabulary.words[word], int(self._vocabulary.counts[word]), x, y

    @property
    def pointed_words(self) -> Sequence[str]:
        word = self.map.current
        return (self._vocabulary.words[word],) if self._vocabulary is not None and word >= 0 else ()

    def _describe(self, word: int) -> tuple[str, str]:
        assert self._vocabulary is not None
        count = number(int(self._vocabulary.counts[word]))
        return one_line(self._vocabulary.words[word], 40), self.tr("count {count}").format(count=count)

    def _tell(self) -> None:
        caption = ""
        if self._projection is not None:
            text = (
                self.tr("PCA · {share} % of variance · {words} words") if self.width() >= _WIDE else "PCA · {share} %"
            )
            share = round(100 * float(self._projection.share.sum()))
            caption = text.format(share=share, words=number(len(self._shown)))
        self.set_caption(caption)

    def apply_palette(self, palette: Palette) -> None:
        self.map.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Map"))
        self.set_empty(self.tr("Words will be points here, and those with similar vectors will lie near each other."))
        self.set_explanation(
            self.tr(
                "The rows of W along their first two principal components, the directions in which they differ most: "
                "the figure says which part of all differences that is. The picture is turned so that what moves in "
                "it has moved. Watched words are orange; of the most frequent words the little ones get their labels "
                "last. The wheel zooms, dragging moves, a double click shows everything again."
            )
        )
        self.map.setAccessibleName(self.tr("Map of words"))
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()
