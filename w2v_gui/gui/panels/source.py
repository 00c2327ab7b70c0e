"""Where the text comes from, how it is read, and what comes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.corpus.coverage import Coverage
from w2v_gui.gui import summary
from w2v_gui.gui.language import translated
from w2v_gui.gui.opening import PASTED, Recipe
from w2v_gui.gui.source.encoding_menu import AUTOMATIC
from w2v_gui.gui.source.encoding_row import EncodingRow
from w2v_gui.gui.source.figures import Figures
from w2v_gui.gui.source.file_list import FileList
from w2v_gui.gui.source.foot import Foot
from w2v_gui.gui.source.min_count import MinCount
from w2v_gui.gui.source.word_options import WordOptions
from w2v_gui.gui.text import number, one_line, plain_label, set_tooltip, size
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.drop_zone import DropZone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from w2v_gui.corpus.encoding_preview import EncodingPreview
    from w2v_gui.corpus.ingest import FileReport, IngestProgress
    from w2v_gui.corpus.word_lists import DictionaryEntry
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.file_watch import FileChanges
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.theme import Palette

_SETTLE_MS = 350
"""Several options that are changed one after the other are one wish."""


class SourcePanel(Card):
    """Files, encoding, options of reading, and figures of the text that is open.

    What is changed is asked for as a `Recipe`; until the text has been read by it, everything stays as it was. Then
    `open_text` is called, or `show_refused` or `restore`, which put the options back to those of the text.

    Attributes
    ----------
    open_asked, folder_asked, paste_asked : Signal()
    recipe_changed : Signal(object)
        With the `Recipe` by which the text should be read again.
    cancel_asked : Signal()
        The reading that goes on should be given up.
    setting_chosen : Signal(str, object)
        A setting of the form, and what was entered for it.
    preview_asked : Signal(object)
        With the `FileReport` of a file that should be shown in every encoding; see `show_previews`.
    list_asked : Signal(str)
        The name of an option whose list should be edited; see `choose_option`.
    """

    open_asked = Signal()
    folder_asked = Signal()
    paste_asked = Signal()
    recipe_changed = Signal(object)
    cancel_asked = Signal()
    setting_chosen = Signal(str, object)
    preview_asked = Signal(object)
    list_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._coverage: Coverage | None = None
        self._min_count: int | None = None
        self._wanted = Recipe()
        self._reading = False
        self.drop = DropZone()
        self.folder = QPushButton()
        self.paste = QPushButton()
        for button in (self.folder, self.paste):
            button.setProperty("kind", "pill")
        self._headings = {name: plain_label(kind="section") for name in ("files", "encoding", "words", "figures")}
        self._sum = plain_label(kind="muted")
        self.files = FileList(_title)
        self.encoding = EncodingRow()
        self.words = WordOptions()
        self.sample = plain_label(kind="muted")
        self.sample.setWordWrap(True)
        self.min_count = MinCount()
        self.figures = Figures()
        self.foot = Foot()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._lay_out()
        self._connect()
        self.show_body(False)
        self.retranslate()

    def _connect(self) -> None:
        self.drop.clicked.connect(self.open_asked)
        self.folder.clicked.connect(self.folder_asked)
        self.paste.clicked.connect(self.paste_asked)
        self.files.file_chosen.connect(self._show_encoding)
        self.encoding.preview_asked.connect(self.preview_asked)
        self.encoding.chosen.connect(self._choose_encoding)
        self.words.chosen.connect(self.choose_option)
        self.words.list_asked.connect(self.list_asked)
        self.min_count.chosen.connect(self.setting_chosen)
        self.foot.read_again_asked.connect(lambda: self.recipe_changed.emit(self._wanted))
        self.foot.cancel_asked.connect(self.cancel_asked)
        self._settling.timeout.connect(self._ask)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.drop)
        column.addLayout(_row(self.folder, self.paste, stretch=2))
        self._add_heading(column, "files", self._sum)
        column.addWidget(self.files)
        self._add_heading(column, "encoding")
        column.addWidget(self.encoding)
        self._add_heading(column, "words")
        column.addWidget(self.sample)
        column.addWidget(self.words)
        column.addWidget(self.min_count)
        self._add_heading(column, "figures")
        column.addWidget(self.figures)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Below what scrolls: what comes and goes there moves nothing one is about to press.
        outer = QVBoxLayout(self.body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(self.foot)

    def _add_heading(self, column: QVBoxLayout, name: str, *beside: QWidget) -> None:
        column.addSpacing(4)
        column.addLayout(_row(self._headings[name], *beside, stretch=1))

    # -- the text -------------------------------------------------------------------------------------------------

    @property
    def recipe(self) -> Recipe | None:
        """How the text that is shown was read; None for a built-in sample, and while there is no text."""
        return self._opened.recipe if self._opened is not None else None

    @property
    def wanted(self) -> Recipe:
        """How the text should be read: as it was, or as has been asked since."""
        return self._wanted

    @property
    def frequent_words(self) -> Sequence[str]:
        """The words of the text, the most frequent first."""
        return self._opened.corpus.vocabulary.words if self._opened is not None else ()

    def open_text(self, opened: Opened) -> None:
        """Show a text that has been read."""
        pending = self._settling.isActive() and _same_source(opened.recipe, self._wanted)
        if not _same_source(opened.recipe, self._wanted):
            self.foot.forget()
        self._opened = opened
        self._coverage = Coverage(opened.corpus.vocabulary)
        self._reading = False
        self.foot.end(read=True)
        if not pending:
            self._settling.stop()
            self._wanted = opened.recipe or Recipe()
        files = opened.report.files if opened.report is not None else ()
        self.files.show_files(files)
        self.min_count.show_coverage(self._coverage)
        self.show_body(True)
        self._show_kind(opened, len(files))
        self._show_options()
        self._show_figures()
        self._write_files()

    def show_config(self, config: TrainingConfig | None) -> None:
        """Take what the form says; None while it says something that is not allowed."""
        self.min_count.show_config(config)
        if config is not None and config.min_count != self._min_count:
            self._min_count = config.min_count
            self._show_figures()

    def set_locked(self, locked: bool) -> None:
        """Say whether a run goes on, which keeps its settings."""
        self.min_count.set_locked(locked)

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield the files, and then the figures."""
        yield "file", "bytes", "encoding", "confidence", "method", "undecodable_bytes"
        for file in self.files.files:
            decoding = file.decoding
            yield file.name, file.bytes, decoding.encoding, decoding.confidence, decoding.method, decoding.replaced
        yield from self.figures.rows()

    # -- what is chosen -------------------------------------------------------------------------------------------

    def choose_option(self, name: str, value: Any) -> None:
        """Read the text with another value of an option."""
        self._want(replace(self._wanted, options=replace(self._wanted.options, **{name: value})))

    def add_entry(self, entry: DictionaryEntry) -> None:
        """Take an entry into the user's dictionary, and read the text with it; that can be undone."""

        def write() -> str:
            word = one_line(entry.word, 40)
            if len(entry.parts) == 1:
                return self.tr("“{word}” is one word from now on.").format(word=word)
            parts = " | ".join(one_line(part, 40) for part in entry.parts)
            return self.tr("“{word}” is {parts} from now on.").format(word=word, parts=parts)

        self._add("user_dictionary", entry, write)

    def add_stop_word(self, word: str) -> None:
        """Pass over a word, and read the text without it; that can be undone."""

        def write() -> str:
            return self.tr("“{word}” is passed over from now on.").format(word=one_line(word, 40))

        self._add("stop_words", word, write)

    def _add(self, name: str, value: Any, write: Callable[[], str]) -> None:
        """Take something into the list of an option; ``write`` returns the sentence that says so."""
        before = getattr(self._wanted.options, name)
        self.foot.say_undoable(lambda: (write(), self.tr("Undo")), lambda: self.choose_option(name, before))
        self.choose_option(name, (*before, value))

    def take_back(self) -> None:
        """Undo what was added last, while that is offered."""
        self.foot.take_back()

    def _choose_encoding(self, file: FileReport, encoding: str, everywhere: bool) -> None:
        encodings = {} if everywhere else dict(self._wanted.encodings)
        for name in [each.name for each in self.files.files] if everywhere else [file.name]:
            encodings.pop(name, None)
            if encoding != AUTOMATIC:
                encodings[name] = encoding
        self._want(replace(self._wanted, encodings=encodings))

    def _want(self, recipe: Recipe) -> None:
        if self.recipe is None:
            # The list that has been edited meanwhile was that of another text: this one has its words already.
            return
        self._wanted = recipe
        self._show_options()
        self._settling.start()

    def _ask(self) -> None:
        if self._wanted != self.recipe:
            self.recipe_changed.emit(self._wanted)
        elif self._reading:
            # What is being read has been thought better of.
            self.cancel_asked.emit()

    # -- while it is being read -----------------------------------------------------------------------------------

    def begin_reading(self, recipe: Recipe) -> None:
        """Show that the text is being read again, as a recipe says."""
        if not self._settling.isActive():
            self._wanted = recipe
            self._show_options()
        self.show_reading(None)

    def show_reading(self, progress: IngestProgress | None) -> None:
        """Show how far the text has been read; None while nothing is known."""
        self._reading = True
        self.foot.show_progress(progress)

    def restore(self) -> None:
        """Put everything back as the text is: it was not read again."""
        self._settling.stop()
        self._reading = False
        self._wanted = self.recipe or Recipe()
        self.foot.end(read=False)
        self._show_options()

    def show_refused(self, write: Callable[[], str]) -> None:
        """Put everything back, and say why; ``write`` returns the sentence in the language of the window."""
        self.restore()
        self.foot.say_refused(write)

    def show_changes(self, changes: FileChanges) -> None:
        """Say which files are no longer as they were read."""
        self.foot.show_changes(changes)

    def show_previews(self, previews: Sequence[EncodingPreview], file: FileReport) -> None:
        """Show what a file looks like in each encoding."""
        chosen = file.decoding.method == "chosen"
        self.encoding.menu.show_previews(previews, file.decoding.encoding if chosen else AUTOMATIC)

    # -- showing it -----------------------------------------------------------------------------------------------

    def _show_kind(self, opened: Opened, files: int) -> None:
        ours = opened.recipe is None
        pasted = opened.recipe is not None and opened.recipe.pasted is not None
        self.sample.setVisible(ours)
        self.words.setVisible(not ours)
        self.files.setVisible(files > 0)
        self._headings["files"].setVisible(files > 0)
        self._sum.setVisible(files > 1)
        for widget in (self._headings["encoding"], self.encoding):
            widget.setVisible(files > 0 and not pasted)
        if files:
            self._show_encoding(self.files.place)

    def _show_encoding(self, place: int) -> None:
        files = self.files.files
        if 0 <= place < len(files):
            self.encoding.show_file(files[place], several=len(files) > 1)

    def _show_options(self) -> None:
        opened = self._opened
        if opened is not None and opened.recipe is not None:
            self.words.show_options(self._wanted.options, opened.report, opened.recipe.options)

    def _show_figures(self) -> None:
        if self._opened is not None and self._coverage is not None:
            self.figures.show_text(self._opened, self._coverage, self._min_count)

    def _write_files(self) -> None:
        files = self.files.files
        self._sum.setText(
            self.tr("{count} · {size}").format(count=number(len(files)), size=size(sum(file.bytes for file in files)))
        )
        if self._opened is not None:
            self.set_caption(summary.title(self._opened))

    def apply_palette(self, palette: Palette) -> None:
        for part in (self.files, self.encoding, self.words, self.foot):
            part.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Source"))
        self.set_empty(self.tr("Open a text: its files, and how they are read, will be here."))
        self.drop.set_text(self.tr("Drop .txt · .gz · .zip · a folder here,\nor click to choose files"))
        self.folder.setText(self.tr("Folder…"))
        self.paste.setText(self.tr("Paste text"))
        set_tooltip(self.drop, self.tr("Files and folders can be dropped anywhere in this window (Ctrl+O)."))
        set_tooltip(self.folder, self.tr("All texts of a folder (Ctrl+Shift+O)"))
        set_tooltip(self.paste, self.tr("The text in the clipboard (Ctrl+V)"))
        self._headings["files"].setText(self.tr("FILES"))
        self._headings["encoding"].setText(self.tr("ENCODING"))
        self._headings["words"].setText(self.tr("WORDS"))
        self._headings["figures"].setText(self.tr("WHAT COMES OUT"))
        self.sample.setText(self.tr("The words of this sample are set apart already."))
        self.files.setAccessibleName(self.tr("Files"))
        self.words.retranslate()
        self.min_count.retranslate()
        self._show_options()
        self._write_files()


def _row(*widgets: QWidget, stretch: int) -> QHBoxLayout:
    """Return widgets beside each other, with room after the so-manieth of them."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.insertStretch(stretch, 1)
    return row


def _title(file: FileReport) -> str:
    return translated("samples", file.name) if file.name == PASTED else file.name


def _same_source(recipe: Recipe | None, other: Recipe) -> bool:
    return recipe is not None and (recipe.paths, recipe.pasted) == (other.paths, other.pasted)
