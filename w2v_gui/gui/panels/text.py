"""The text as the model reads it: its tokens, what becomes of them, and the window around the one pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from w2v_gui.corpus.tokenizers import segments
from w2v_gui.gui.text import menu_text, number
from w2v_gui.gui.text_corrections import Offer, offered
from w2v_gui.gui.text_reading import TextReading
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.find_bar import FindBar
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.offer_bar import OfferBar
from w2v_gui.gui.widgets.parts_label import SEPARATOR
from w2v_gui.gui.widgets.role_line import RoleLine, Run
from w2v_gui.gui.widgets.stepper import Stepper
from w2v_gui.gui.widgets.token_legend import TokenLegend
from w2v_gui.gui.widgets.token_painting import RARE, SAMPLED, STOPPED
from w2v_gui.gui.widgets.token_view import TokenView
from w2v_gui.gui.word_menu import add_concordance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.corpus.next_place import Found
    from w2v_gui.corpus.pairs import Windows
    from w2v_gui.corpus.passages import Passages
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.theme import Palette

_NARROW = 520
"""Below this width the header has no room for a caption."""


class TextPanel(Card):
    """Shows the tokens of the text that is open; a wrong division into words is put right here.

    Attributes
    ----------
    epoch_chosen : Signal(int)
        The windows of another epoch should be shown, counted from 1.
    find_asked : Signal(str, object, bool)
        Look for words, from a position on, and whether backwards; `show_found` takes the answer.
    unknown : Signal(str)
        A word that was looked for and is not there; `show_spellings` takes the answer.
    vocabulary_asked, stop_word_made : Signal(object)
        With a word.
    inside_asked : Signal(object)
        With the position of the centre of a window.
    entry_made : Signal(object)
        With a `DictionaryEntry` that puts something right.
    """

    epoch_chosen = Signal(int)
    find_asked = Signal(str, object, bool)
    unknown = Signal(str)
    vocabulary_asked = Signal(object)
    stop_word_made = Signal(object)
    inside_asked = Signal(object)
    entry_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._reading: TextReading | None = None
        self._config: TrainingConfig | None = None
        self._windows: Windows | None = None
        self._same_text = self._locked = False
        self._epoch = 1
        self._found: Found | None = None
        self.view = TokenView()
        self.find_bar = FindBar()
        self.line = RoleLine()
        self.legend = TokenLegend()
        self.offer_bar = OfferBar(self.view)
        self.epoch = Stepper()
        self.find_button = IconButton("find")
        self.add_tool(self.epoch)
        self.add_tool(self.find_button)
        self._lay_out()
        self._connect()
        self.show_body(False)
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.view.bar)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 2, 2)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addSpacing(6)
        column.addLayout(row, 1)
        column.addWidget(self.line)
        column.addWidget(self.legend)

    def _connect(self) -> None:
        view = self.view
        view.set_explanation(self._facts)
        view.current_changed.connect(self._show_window)
        view.selection_changed.connect(self._offer)
        view.moved.connect(self._offer)
        view.confirmed.connect(self._accept)
        view.copy_asked.connect(self._copy_chosen)
        view.menu_asked.connect(self._open_menu)
        self.offer_bar.accepted.connect(self._accept)
        self.epoch.asked.connect(self._choose_epoch)
        self.find_button.clicked.connect(self._open_find)
        self.find_bar.asked.connect(self._find)
        self.find_bar.closed.connect(self._close_find)
        for key, slot in (
            (QKeySequence.StandardKey.Find, self._open_find),
            (QKeySequence.StandardKey.FindNext, self.find_bar.ask),
            (QKeySequence.StandardKey.FindPrevious, lambda: self.find_bar.ask(backwards=True)),
        ):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- what it is given -----------------------------------------------------------------------------------------

    def open_text(self, opened: Opened) -> None:
        """Take a text that has been read; it is shown by `show_passages`."""
        before = self._opened
        self._same_text = before is not None and _source(before) == _source(opened)
        self._opened = opened
        self._windows = None
        if not self._same_text:
            self._reading = None
            self.view.show_text(None)
            self.show_body(False)
            self._found = None
            self.find_bar.hide()
        self.retranslate()

    def show_passages(self, passages: Passages) -> None:
        """Show the text that has been opened: passages that have been asked for something already, on a worker."""
        if self._opened is None:
            return
        before = self._reading if self._same_text else None
        first, y = self.view.place
        cursor = self.view.marks.cursor
        self._reading = TextReading(self._opened.corpus, passages, self._config, self._windows)
        self.view.set_divisible(self._segmented)
        self.view.set_states(self._reading.states)
        self.view.show_text(self._reading.paragraphs, len(self._opened.corpus))
        self.show_body(True)
        if before is not None:
            self.view.show_from(passages.nearest(before.passages.offset(first)), y)
            if cursor is not None:
                self.view.put_cursor(passages.nearest(before.passages.offset(cursor)))
        self._refresh()

    def show_config(self, config: TrainingConfig | None) -> None:
        """Take the settings; wrong ones change nothing."""
        if config is None:
            return
        self._config = config
        self._show_epoch()
        if self._epoch > config.epochs:
            self._choose_epoch(config.epochs)
        self._take_settings()

    def show_windows(self, windows: Windows | None) -> None:
        """Take the windows of the text with these settings; until they are made the last ones stay."""
        if windows is None or self._opened is None or windows.corpus is not self._opened.corpus:
            return
        self._windows = windows
        self._epoch = windows.epoch + 1
        self._show_epoch()
        self._take_settings()

    def _take_settings(self) -> None:
        # The windows can be there before the passages: they are of another text than the one that is still shown.
        if self._reading is not None:
            there = self._windows is not None and self._windows.corpus is self._reading.corpus
            windows = self._windows if there else self._reading.windows
            self._reading = self._reading.with_settings(self._config, windows)
            self.view.set_states(self._reading.states)
            self._refresh()

    def set_locked(self, locked: bool) -> None:
        """Say whether the text must stay as it is, because it is being trained on."""
        self._locked = locked
        self._offer()

    def go_to(self, position: int) -> None:
        """Show a token, and mark it."""
        self.view.go_to(position)

    def apply_palette(self, palette: Palette) -> None:
        for widget in (self.view, self.line, self.legend):
            widget.apply_palette(palette)

    # -- the window around a token ----------------------------------------------------------------------------------

    def _facts(self, position: int) -> str:
        return self._reading.facts(position) if self._reading is not None else ""

    def _show_window(self, position: int | None) -> None:
        reading = self._reading
        window = reading.window(position) if reading is not None and position is not None else None
        self.view.show_window(position if window is not None else None, window.context_positions if window else ())
        if reading is None or position is None:
            self.line.show_runs([Run(self.tr("Point at a word to see its window."))])
        else:
            self.line.show_runs(reading.line(position, window))
        self.view.setAccessibleDescription(self.line.text)

    def _refresh(self) -> None:
        """Say anew what depends on text, settings and language."""
        self._show_window(self.view.current)
        names = {
            SAMPLED: self.tr("left out by subsampling"),
            RARE: self.tr("below min. count"),
            STOPPED: self.tr("stop word"),
        }
        reasons = self._reading.occurring() if self._reading is not None else ()
        self.legend.show_entries([(reason, names[reason]) for reason in reasons])
        self.legend.setVisible(bool(reasons))
        self._offer()

    def _choose_epoch(self, epoch: int) -> None:
        self._epoch = epoch
        self._show_epoch()
        self.epoch_chosen.emit(epoch)

    def _show_epoch(self) -> None:
        epochs = self._config.epochs if self._config is not None else 1
        self.epoch.show_number(self._epoch, epochs, self.tr("epoch {number}").format(number=number(self._epoch)))

    # -- putting right ------------------------------------------------------------------------------------------------

    @property
    def _segmented(self) -> bool:
        """Whether the text that is shown has been divided by a segmenter, and can be read again."""
        opened = self._opened
        if opened is None or opened.recipe is None or opened.report is None:
            return False
        return segments(opened.report.language)

    def _offered(self) -> Offer | None:
        """Return what can be done with what is chosen."""
        return offered(self.view.sheet, self.view.marks, segmented=self._segmented, locked=self._locked)

    def _offer(self) -> None:
        offer = self._offered() if self._segmented else None
        marks = self.view.marks
        chosen = marks.selected[-1] if marks.selected else marks.cursor
        area = self.view.area(chosen) if offer is not None and chosen is not None else None
        if offer is None or area is None:
            self.offer_bar.hide()
        else:
            self.offer_bar.offer(offer.text, area, possible=offer.entry is not None)

    def _accept(self) -> None:
        offer = self._offered()
        if offer is not None and offer.entry is not None:
            self.view.clear_selection()
            self.entry_made.emit(offer.entry)

    # -- the menu of a token ----------------------------------------------------------------------------------------

    def token_menu(self, position: int) -> QMenu:
        """Return a menu of what can be done with a token."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        reading = self._reading
        if reading is None:
            return menu
        word, window = reading.word(position), reading.window(position)
        shown = menu_text(word)
        add_concordance(menu, word, self.concordance_asked.emit)
        menu.addAction(self.tr("Show in the vocabulary"), lambda: self.vocabulary_asked.emit(word))
        walk = menu.addAction(self.tr("Walk through this pair"), lambda: self.inside_asked.emit(position))
        walk.setEnabled(window is not None)
        menu.addSeparator()
        self._add_corrections(menu, position)
        menu.addSeparator()
        menu.addAction(self.tr("Copy word"), lambda: _copy(reading.text(range(position, position + 1))))
        menu.addAction(self.tr("Copy sentence"), lambda: _copy(reading.paragraphs.at(position).text.strip()))
        menu.addSeparator()
        stop = menu.addAction(
            self.tr("Pass over “{word}” from now on").format(word=shown), lambda: self.stop_word_made.emit(word)
        )
        readable = self._opened is not None and self._opened.recipe is not None
        stop.setEnabled(readable and not self._locked and reading.state(position) != STOPPED)
        return menu

    def _add_corrections(self, menu: QMenu, position: int) -> None:
        offer = self._offered()
        if offer is None:
            divide = menu.addAction(self.tr("Divide this word… (F2)"), lambda: self.view.enter_token(position, 1))
            divisible = self._reading is not None and len(self._reading.word(position)) > 1
            divide.setEnabled(divisible and self._segmented and not self._locked)
        else:
            name = menu_text(offer.text) if offer.entry is not None else self.tr("Put the words right")
            action = menu.addAction(name, self._accept)
            action.setEnabled(offer.entry is not None)
            action.setToolTip("" if offer.entry is not None else offer.text)

    def _open_menu(self, position: int, where: QPoint) -> None:
        self.token_menu(position).popup(where)

    def _copy_chosen(self) -> None:
        marks, reading = self.view.marks, self._reading
        if reading is not None and marks.cursor is not None:
            _copy(reading.text(marks.selected or range(marks.cursor, marks.cursor + 1)))

    # -- finding ------------------------------------------------------------------------------------------------------

    def _open_find(self) -> None:
        if self._reading is not None:
            marks = self.view.marks
            self.find_bar.open_bar(self._reading.text(marks.selected) if marks.selected else "")

    def _close_find(self) -> None:
        self._found = None
        self.view.show_found(range(0))
        self.view.setFocus()

    @property
    def place(self) -> int:
        """Where searches begin: the token that was found, or is marked, or is the first to be seen."""
        found, cursor = self.view.marks.found, self.view.marks.cursor
        return found[0] if found else cursor if cursor is not None else self.view.place[0]

    def _find(self, typed: str, backwards: bool) -> None:
        self.find_asked.emit(typed, self.place, backwards)

    def show_found(self, found: Found) -> None:
        """Show what came of a search."""
        self._found = found
        self.view.show_found(found.places)
        if found.unknown:
            self.find_bar.say_unknown(found.unknown)
            self.unknown.emit(found.unknown)
        elif found.places:
            self.find_bar.say_place(found.places[0])
        else:
            self.find_bar.say_apart(found.typed)

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say which words are spelled like one that was looked for in vain."""
        if self._found is not None and word == self._found.unknown:
            self.find_bar.say_unknown(word, spellings)

    # -- what can be taken away, and language -------------------------------------------------------------------------

    def csv_rows(self) -> Iterable[Sequence[object]]:
        """Return the tokens that are seen."""
        seen = self.view.sheet.tokens_seen() if self.view.sheet is not None else range(0)
        return self._reading.rows(seen) if self._reading is not None else []

    def retranslate(self) -> None:
        self.set_title(self.tr("Text, as the model reads it"))
        self.set_empty(self.tr("When a text is open, it stands here word by word, as the model reads it."))
        self._write_caption()
        self.view.setAccessibleName(self.tr("Text, as the model reads it"))
        self.epoch.set_meanings(
            self.tr("The epoch before"),
            self.tr("Every epoch draws anew which words are left out and how far windows reach."),
            self.tr("The next epoch"),
        )
        self.find_button.set_meaning(self.tr("Find words in the text (Ctrl+F)"))
        self._show_epoch()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_caption()

    def _write_caption(self) -> None:
        parts = []
        if self._opened is not None and self.room >= _NARROW:
            tokens = self.tr("{count} tokens").format(count=number(len(self._opened.corpus)))
            parts = [tokens, self.tr("the window follows the pointer")]
        self.set_caption(SEPARATOR.join(parts))


def _source(opened: Opened) -> object:
    """Return what says whether two texts come from the same place."""
    recipe = opened.recipe
    return (recipe.paths, recipe.pasted) if recipe is not None else opened


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
