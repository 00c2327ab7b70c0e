"""Watched words and their neighbours, live."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from w2v_gui.gui.spellings import missing_sentence
from w2v_gui.gui.tables import as_tsv
from w2v_gui.gui.text import menu_text, one_line
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.neighbour_list import Row
from w2v_gui.gui.widgets.watched_column import Watched, WatchedColumn, rows_of_tables
from w2v_gui.gui.widgets.word_entry import WordEntry
from w2v_gui.gui.widgets.word_hint import WordHint
from w2v_gui.gui.word_menu import add_concordance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from w2v_gui.corpus.suggestions import Suggestions
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.theme import Palette
    from w2v_gui.session.neighbours import Neighbours
    from w2v_gui.session.snapshot import Snapshot

MOST_WORDS = 8
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
        self.seen_changed.connect(self.wanted_changed)
        self._vocabulary: Vocabulary | None = None
        self._suggestions: tuple[int, ...] = ()
        self._shown: dict[int, Neighbours] = {}
        self._message: Callable[[], str] | None = None
        self._asked = ""
        self._likely: tuple[str, ...] = ()
        self.entry = WordEntry()
        self.hint = WordHint()
        self._brief = QTimer(self)
        self._brief.setSingleShot(True)
        self._brief.setInterval(_BRIEFLY_MS)
        self._brief.timeout.connect(self._say_nothing)
        self.words = WatchedColumn(clock=clock)
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, 10, 0)
        above.setSpacing(6)
        above.addWidget(self.entry)
        above.addWidget(self.hint)
        column = QVBoxLayout(self.body)
        # The bar that scrolls the words stands in the margin.
        column.setContentsMargins(10, 10, 0, 8)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.words, 1)
        self.entry.entered.connect(self.watch)
        self.hint.chosen.connect(self.watch)
        self.words.chosen.connect(self.watch_id)
        self.words.removed.connect(self.remove)
        self.words.copy_wanted.connect(self._copy)
        self.words.menu_wanted.connect(self._open_row_menu)
        self.words.room_changed.connect(self.wanted_changed)
        self.show_body(False)
        self.retranslate()

    # -- what others ask of it ----------------------------------------------------------------------------------

    @property
    def watched(self) -> tuple[int, ...]:
        """The ids of the watched words, the newest first."""
        return self.words.ids

    @property
    def wanted(self) -> dict[str, Any]:
        """What the next snapshot should hold for this panel."""
        return {"watched": self.watched, "top": self.words.room} if self.isVisible() and self.watched else {}

    def open_text(self, vocabulary: Vocabulary) -> None:
        """Take the words of a new text; those that the user chose stay if it has them."""
        chosen = [section.word for section in self.words.sections if section.id not in self._suggestions]
        self._suggestions = ()
        self._take(vocabulary, chosen)

    def begin(self, trainer: Trainer) -> None:
        """Take the vocabulary of a new run; what it does not keep is no longer watched."""
        before = [section.word for section in self.words.sections]
        self._take(trainer.vocabulary, before)
        if before and not self.watched:
            self._suggest()

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Watch what is worth watching, unless something is watched already."""
        self._suggestions = suggestions.words
        if not self.watched:
            self._suggest()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self._vocabulary is None:
            return
        words, counts = self._vocabulary.words, self._vocabulary.counts
        for neighbours in snapshot.neighbours:
            # They are looked for less often than snapshots are taken: mostly they are those that are shown.
            if neighbours.word in self.watched and self._shown.get(neighbours.word) is not neighbours:
                self._shown[neighbours.word] = neighbours
                pairs = zip(neighbours.ids.tolist(), neighbours.similarities.tolist(), strict=True)
                self.words.show_rows(neighbours.word, [Row(i, words[i], s, int(counts[i])) for i, s in pairs])
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
        if id_ in self.watched:
            self.words.draw_eye(id_)
        else:
            self._set((id_, *self.watched))
            self.words.verticalScrollBar().setValue(0)

    def remove(self, id_: int) -> None:
        """Stop watching a word; whoever had come to it by keyboard goes on to the next."""
        ids = self.watched
        if id_ not in ids:
            return
        if self.words.section(id_).list.hasFocus():
            place = ids.index(id_)
            beside = [*ids[place + 1 :], *reversed(ids[:place])]
            (self.words.section(beside[0]).list if beside else self.entry).setFocus()
        self._say_nothing()
        self._set([other for other in ids if other != id_])

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say that ``word`` is not there, and which words are spelled like it."""
        vocabulary = self._vocabulary
        if vocabulary is not None and word == self._asked:
            self._say(lambda: missing_sentence(word, len(vocabulary)), spellings)

    def csv_rows(self) -> Iterable[Sequence[object]]:
        """Return the tables of all watched words, one below the other."""
        return rows_of_tables(self.words.sections)

    def menu_for(self, id_: int, neighbour: Row | None) -> QMenu:
        """Return the menu of a watched word, or of one of its neighbours."""
        section = self.words.section(id_)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if neighbour is not None:
            other = neighbour.id
            watch = menu.addAction(self.tr("Watch “{word}”").format(word=menu_text(neighbour.word)))
            watch.triggered.connect(lambda: self.watch_id(other))
            plot = menu.addAction(self.tr("Plot similarity with “{word}”").format(word=menu_text(section.word)))
            plot.triggered.connect(lambda: self.pair_chosen.emit(id_, other))
        add_concordance(menu, section.word if neighbour is None else neighbour.word, self.concordance_asked.emit)
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
        self.words.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Watched words"))
        self.set_caption(self.tr("by cosine · live"))
        self.set_empty(
            self.tr("Open a text, and the neighbours of some words will appear here while the model learns.")
        )
        self.entry.setPlaceholderText(self.tr("Type a word to watch"))
        self.entry.setAccessibleName(self.tr("Word to watch"))
        if self._vocabulary is not None:
            self._show_message()

    # -- the words ----------------------------------------------------------------------------------------------

    def _take(self, vocabulary: Vocabulary, words: Iterable[str]) -> None:
        self._vocabulary = vocabulary
        self.entry.set_words(vocabulary.words)
        self._message, self._asked, self._likely = None, "", ()
        self.words.show_nothing()
        self._shown = {}
        self.words.set_others(len(vocabulary) - 1)
        self._set([i for i in map(vocabulary.index, words) if i is not None])
        self.show_body(True)

    def _suggest(self) -> None:
        if self._vocabulary is not None:
            size = len(self._vocabulary)
            self._set([i for i in self._suggestions if i < size] or list(range(min(size, 1))))

    def _set(self, ids: Sequence[int]) -> None:
        """Watch these words in this order; the oldest makes room if they are too many."""
        assert self._vocabulary is not None
        words, counts = self._vocabulary.words, self._vocabulary.counts
        if len(ids) > MOST_WORDS:
            self._say_who_made_room(words[ids[-1]])
        self.words.arrange([Watched(i, words[i], int(counts[i])) for i in ids[:MOST_WORDS]])
        self._shown = {word: shown for word, shown in self._shown.items() if word in self.watched}
        self.words.chain_focus(self.entry)
        self._show_message()
        self.watched_changed.emit(self.watched)
        self.wanted_changed.emit()

    # -- what is said -------------------------------------------------------------------------------------------

    def _say(self, message: Callable[[], str] | None, words: Sequence[str] = ()) -> None:
        """Show a sentence, now and in whatever language comes to be chosen, and words to choose from."""
        self._brief.stop()
        self._message, self._likely = message, tuple(words)
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
        self.hint.say((self._message or self._usual_message)(), self._likely)

    def _usual_message(self) -> str:
        if not self.watched:
            return self.tr("Type a word above, or click one in another card.")
        if not any(section.list.rows for section in self.words.sections):
            return self.tr("Neighbours appear as soon as the model begins to learn.")
        return ""

    # -- menu and clipboard -------------------------------------------------------------------------------------

    def _open_row_menu(self, id_: int, neighbour: Row | None, place: QPoint) -> None:
        self.menu_for(id_, neighbour).popup(place)

    def _copy(self, id_: int) -> None:
        # A menu may outlive the word that it is for.
        if id_ in self.watched:
            QGuiApplication.clipboard().setText(as_tsv(rows_of_tables([self.words.section(id_)])))
