"""Watched words and their neighbours, live."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.gui.spellings import spelling_sentence
from w2v_gui.gui.text import as_tsv, menu_text, one_line, plain_label
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.neighbour_list import Row
from w2v_gui.gui.widgets.neighbour_painter import ROW_HEIGHT, Widest
from w2v_gui.gui.widgets.watched_section import HEAD_HEIGHT, WatchedSection
from w2v_gui.gui.widgets.word_entry import WordEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from w2v_gui.corpus.suggestions import Suggestions
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.session.snapshot import Snapshot

MOST_WORDS = 8
_ROWS = (4, 30)
_GAP = 6
_BRIEFLY_MS = 6000


class WatchedPanel(Card):
    """The words nearest to some that are typed, clicked or suggested; the newest stands on top.

    Parameters
    ----------
    parent : QWidget, optional
    clock : callable
        Seconds, monotonic.

    Attributes
    ----------
    wanted_changed : Signal()
        `wanted` is another.
    watched_changed : Signal(object)
        With the ids of the watched words, the newest first.
    pair_chosen : Signal(int, int)
        Two words whose similarity is to be plotted.
    unknown : Signal(str)
        A word that was asked for and is not there; `show_spellings` takes the answer.
    """

    wanted_changed = Signal()
    watched_changed = Signal(object)
    pair_chosen = Signal(int, int)
    unknown = Signal(str)

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._palette = LIGHT
        self._vocabulary: Vocabulary | None = None
        self._suggestions: tuple[int, ...] = ()
        self._sections: dict[int, WatchedSection] = {}
        self._room = _ROWS[0]
        self._widest = Widest()
        self._message: Callable[[], str] | None = None
        self._asked = ""
        self.entry = WordEntry()
        self.hint = plain_label(kind="empty")
        self.hint.setWordWrap(True)
        self._brief = QTimer(self)
        self._brief.setSingleShot(True)
        self._brief.setInterval(_BRIEFLY_MS)
        self._brief.timeout.connect(self._say_nothing)
        self._words = QWidget()
        self._column = QVBoxLayout(self._words)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._words)
        self.area.viewport().installEventFilter(self)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(10, 10, 4, 6)
        column.setSpacing(6)
        column.addWidget(self.entry)
        column.addWidget(self.hint)
        column.addWidget(self.area, 1)
        self.entry.entered.connect(self.watch)
        self.hint.hide()
        self.show_body(False)
        self.retranslate()

    # -- what others ask of it ----------------------------------------------------------------------------------

    @property
    def watched(self) -> tuple[int, ...]:
        """The ids of the watched words, the newest first."""
        return tuple(self._sections)

    def rows_of(self, id_: int) -> tuple[Row, ...]:
        """Return the neighbours that are shown of a watched word."""
        return self._sections[id_].list.rows

    @property
    def wanted(self) -> dict[str, Any]:
        """What the next snapshot should hold for this panel."""
        return {"watched": self.watched, "top": self._room} if self.isVisible() and self._sections else {}

    def open_text(self, vocabulary: Vocabulary) -> None:
        """Take the words of a new text; those that the user chose stay if it has them."""
        chosen = [word for id_, word in self._watched_words() if id_ not in self._suggestions]
        self._suggestions = ()
        self._take(vocabulary, chosen)

    def begin(self, trainer: Trainer) -> None:
        """Take the vocabulary of a new run; what it does not keep is no longer watched."""
        before = [word for _, word in self._watched_words()]
        self._take(trainer.vocabulary, before)
        if before and not self._sections:
            self._suggest()

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Watch what is worth watching, unless something is watched already."""
        self._suggestions = suggestions.words
        if not self._sections:
            self._suggest()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self._vocabulary is None:
            return
        words, counts = self._vocabulary.words, self._vocabulary.counts
        for neighbours in snapshot.neighbours:
            section = self._sections.get(neighbours.word)
            if section is not None:
                pairs = zip(neighbours.ids.tolist(), neighbours.similarities.tolist(), strict=True)
                rows = [Row(i, words[i], similarity, int(counts[i])) for i, similarity in pairs][: self._room]
                self._make_room_for(rows)
                section.list.show_rows(rows)
        self._show_message()

    def watch(self, word: str) -> None:
        """Watch ``word``, or say that the text does not have it."""
        if self._vocabulary is None or not word:
            return
        found = self._vocabulary.index(word)
        if found is None:
            found = self._vocabulary.index(word.lower())
        if found is not None:
            self.watch_id(found)
            self.entry.clear()
            return
        self._asked = word
        self.entry.selectAll()
        self.show_spellings(word, ())
        self.unknown.emit(word)

    def watch_id(self, id_: int) -> None:
        """Watch a word; one that is watched already is shown where it is."""
        if self._vocabulary is None or not 0 <= id_ < len(self._vocabulary):
            return
        self._say_nothing()
        if id_ in self._sections:
            self.area.ensureWidgetVisible(self._sections[id_], 0, 0)
            self._sections[id_].flash()
            return
        self._set((id_, *self.watched))
        self.area.verticalScrollBar().setValue(0)

    def remove(self, id_: int) -> None:
        """Stop watching a word; whoever had come to it by keyboard goes on to the next."""
        section = self._sections.get(id_)
        if section is None:
            return
        ids = self.watched
        if section.list.hasFocus():
            place = ids.index(id_)
            neighbour = [*ids[place + 1 :], *reversed(ids[:place])][:1]
            (self._sections[neighbour[0]].list if neighbour else self.entry).setFocus()
        self._say_nothing()
        self._set([other for other in ids if other != id_])

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say that ``word`` is not there, and which words are spelled like it."""
        vocabulary = self._vocabulary
        if vocabulary is not None and word == self._asked:
            self._say(lambda: spelling_sentence(word, spellings, len(vocabulary)))

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield the table of every watched word, one below the other."""
        return self._table(self._sections.values())

    def menu_for(self, id_: int, neighbour: Row | None) -> QMenu:
        """Return the menu of a watched word, or of one of its neighbours."""
        section = self._sections[id_]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if neighbour is not None:
            other = neighbour.id
            watch = menu.addAction(self.tr("Watch “{word}”").format(word=menu_text(neighbour.word)))
            watch.triggered.connect(lambda: self.watch_id(other))
            plot = menu.addAction(self.tr("Plot similarity with “{word}”").format(word=menu_text(section.word)))
            plot.triggered.connect(lambda: self.pair_chosen.emit(id_, other))
            menu.addSeparator()
        copy = menu.addAction(self.tr("Copy table"))
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(bool(section.list.rows))
        copy.triggered.connect(lambda: self._copy(id_))
        remove = menu.addAction(self.tr("Stop watching “{word}”").format(word=menu_text(section.word)))
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        remove.triggered.connect(lambda: self.remove(id_))
        return menu

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        for section in self._sections.values():
            section.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Watched words"))
        self.set_caption(self.tr("nearest by cosine · live"))
        self.set_empty(
            self.tr("Open a text, and the neighbours of some words will appear here while the model learns.")
        )
        self.entry.setPlaceholderText(self.tr("Type a word to watch"))
        self.entry.setAccessibleName(self.tr("Word to watch"))
        if self._vocabulary is not None:
            self._show_message()

    # -- the words ----------------------------------------------------------------------------------------------

    def _watched_words(self) -> list[tuple[int, str]]:
        return [(section.id, section.word) for section in self._sections.values()]

    def _take(self, vocabulary: Vocabulary, words: Iterable[str]) -> None:
        self._vocabulary = vocabulary
        self._widest = Widest()
        self.entry.set_words(vocabulary.words)
        self._message, self._asked = None, ""
        ids = [i for i in map(vocabulary.index, words) if i is not None]
        for id_, section in list(self._sections.items()):
            if id_ in ids and section.count == vocabulary.counts[id_] and section.word == vocabulary.words[id_]:
                section.list.show_rows(())  # figures of another run
            else:
                self._drop(id_)
        self._set(ids)
        self.show_body(True)

    def _suggest(self) -> None:
        if self._vocabulary is not None:
            size = len(self._vocabulary)
            self._set([i for i in self._suggestions if i < size] or list(range(min(size, 1))))

    def _set(self, ids: Sequence[int]) -> None:
        """Watch these words in this order; the oldest make room if they are too many."""
        if ids[MOST_WORDS:]:
            self._say_who_made_room(self._sections[ids[-1]].word)
        ids = ids[:MOST_WORDS]
        for id_ in [id_ for id_ in self._sections if id_ not in ids]:
            self._drop(id_)
        self._sections = {id_: self._sections.get(id_) or self._new_section(id_) for id_ in ids}
        for place, section in enumerate(self._sections.values()):
            if self._column.indexOf(section) != place:
                self._column.insertWidget(place, section)
        self._chain_focus()
        self._share_room()
        self._show_message()
        self.watched_changed.emit(self.watched)
        self.wanted_changed.emit()

    def _drop(self, id_: int) -> None:
        section = self._sections.pop(id_)
        self._column.removeWidget(section)
        section.hide()
        section.deleteLater()

    def _new_section(self, id_: int) -> WatchedSection:
        assert self._vocabulary is not None
        word, count = self._vocabulary.words[id_], int(self._vocabulary.counts[id_])
        section = WatchedSection(id_, word, count, self._words, self._clock)
        section.apply_palette(self._palette)
        section.list.set_widest(self._widest)
        section.list.set_room(self._room)
        section.chosen.connect(self.watch_id)
        section.removed.connect(self.remove)
        section.copy_wanted.connect(self._copy)
        section.menu_wanted.connect(self._open_menu)
        section.reached.connect(self._show_row)
        return section

    def _chain_focus(self) -> None:
        chain = [self.entry, *(section.list for section in self._sections.values())]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    # -- the room -----------------------------------------------------------------------------------------------

    def _share_room(self) -> None:
        """Give every word as many rows as there is room for, and never so few that nothing can be seen."""
        sections = self._sections.values()
        if not sections or self._vocabulary is None:
            return
        height = (self.area.viewport().height() + _GAP) / len(sections) - _GAP - HEAD_HEIGHT
        least, most = _ROWS
        room = min(max(int(height // ROW_HEIGHT), least), most, max(len(self._vocabulary) - 1, 1))
        for section in sections:
            section.list.set_room(room)
        if room != self._room:
            self._room = room
            self.wanted_changed.emit()

    def _make_room_for(self, rows: Iterable[Row]) -> None:
        # It only ever grows, so that bars do not change their lengths with every new order.
        widest = self._widest.also(((row.word, row.count) for row in rows), self.font())
        if widest != self._widest:
            self._widest = widest
            for section in self._sections.values():
                section.list.set_widest(widest)

    def _show_row(self, id_: int, row: QRect) -> None:
        section = self._sections[id_]
        place = section.list.mapTo(self._words, row.center())
        # Of the first row the head is shown too: one wants to know whose neighbours these are.
        margin = ROW_HEIGHT + (HEAD_HEIGHT if row.top() <= 0 else 0)
        self.area.ensureVisible(0, place.y(), 0, margin)

    # -- what is said -------------------------------------------------------------------------------------------

    def _say(self, message: Callable[[], str] | None) -> None:
        """Show a sentence, now and in whatever language comes to be chosen."""
        self._brief.stop()
        self._message = message
        self._show_message()

    def _say_who_made_room(self, word: str) -> None:
        def sentence() -> str:
            return self.tr("“{word}” made room: {count} words can be watched at a time.").format(
                word=one_line(word, 40), count=MOST_WORDS
            )

        self._say(sentence)
        self._brief.start()

    def _say_nothing(self) -> None:
        self._asked = ""
        self._say(None)

    def _show_message(self) -> None:
        text = (self._message or self._usual_message)()
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _usual_message(self) -> str:
        if not self._sections:
            return self.tr("Type a word above, or click one in another card.")
        if not any(section.list.rows for section in self._sections.values()):
            return self.tr("Neighbours appear as soon as the model begins to learn.")
        return ""

    # -- tables -------------------------------------------------------------------------------------------------

    def _table(self, sections: Iterable[WatchedSection]) -> Iterator[Sequence[object]]:
        yield ("word", "neighbour", "cosine", "count")
        for section in sections:
            for row in section.list.rows:
                yield (section.word, row.word, f"{row.similarity:.6f}", row.count)

    def _open_menu(self, id_: int, neighbour: Row | None, place: QPoint) -> None:
        self.menu_for(id_, neighbour).popup(place)

    def _copy(self, id_: int) -> None:
        QGuiApplication.clipboard().setText(as_tsv(self._table([self._sections[id_]])))

    # -- what Qt tells ------------------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._share_room()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        self.wanted_changed.emit()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.wanted_changed.emit()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
