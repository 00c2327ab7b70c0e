"""What the Source card needs done: the text read again, files looked after and previewed, lists edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from w2v_gui.gui import dialogs
from w2v_gui.gui.encoding_previews import EncodingPreviews
from w2v_gui.gui.file_watch import FileWatch
from w2v_gui.gui.language import sentence
from w2v_gui.gui.list_work import ListWork
from w2v_gui.gui.source.word_list_dialog import WordListDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from w2v_gui.corpus.encoding_preview import EncodingPreview
    from w2v_gui.corpus.ingest import FileReport, IngestProgress
    from w2v_gui.gui.exporting import Exporter
    from w2v_gui.gui.jobs import Jobs
    from w2v_gui.gui.opener import Opener
    from w2v_gui.gui.opening import Opened, Recipe
    from w2v_gui.gui.panels.source import SourcePanel
    from w2v_gui.gui.reader import Reader
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.gui.theme import Theme


class SourceWork(QObject):
    """Stands between the card and the workers.

    Parameters
    ----------
    panel : SourcePanel
    opener : Opener
    reader : Reader
    jobs : Jobs
    exporter : Exporter
        Saves lists.
    settings : WindowSettings
        Has the folder in which lists are looked for.
    theme : Theme
    window : QWidget
        Over which lists are edited.

    Attributes
    ----------
    dialog : WordListDialog or None
        In which a list is being edited.
    """

    def __init__(
        self,
        panel: SourcePanel,
        opener: Opener,
        reader: Reader,
        jobs: Jobs,
        exporter: Exporter,
        settings: WindowSettings,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel = panel
        self._opener = opener
        self._jobs = jobs
        self._exporter = exporter
        self._settings = settings
        self._theme = theme
        self._window = window
        self.dialog: WordListDialog | None = None
        self._looked_at: FileReport | None = None
        self.watch = FileWatch(jobs, self)
        self.watch.found.connect(panel.show_changes)
        self._previews = EncodingPreviews(jobs, self)
        self._previews.found.connect(self._show_previews)
        self._previews.failed.connect(self._no_previews)
        panel.preview_asked.connect(self._look)
        panel.list_asked.connect(self.edit_list)
        panel.open_asked.connect(opener.choose_files)
        panel.folder_asked.connect(opener.choose_folder)
        panel.paste_asked.connect(opener.paste)
        panel.cancel_asked.connect(reader.cancel)
        panel.recipe_changed.connect(self._read_again)
        opener.reading_again.connect(panel.begin_reading)
        reader.progressed.connect(self._show_progress)
        reader.cancelled.connect(panel.restore)
        reader.failed.connect(self._refuse)

    # -- reading again --------------------------------------------------------------------------------------------

    def _read_again(self, recipe: Recipe) -> None:
        self._opener.read_again(recipe)
        if not self._opener.again:
            # Something else is being read, or the user is being asked about a model that would be lost.
            self._panel.restore()

    def _show_progress(self, progress: IngestProgress | None) -> None:
        if self._opener.again:
            self._panel.show_reading(progress)

    def _refuse(self, error: BaseException) -> None:
        self._panel.show_refused(lambda: sentence(error))

    def open_text(self, opened: Opened) -> None:
        """Look after the files of another text."""
        self._previews.forget()
        files = opened.report.files if opened.report is not None else ()
        self.watch.watch([file.state for file in files])

    # -- encodings ------------------------------------------------------------------------------------------------

    def _look(self, file: FileReport) -> None:
        self._looked_at = file
        if self._panel.recipe is not None:
            self._previews.look(self._panel.recipe, file.name)

    def _show_previews(self, previews: Sequence[EncodingPreview]) -> None:
        if self._looked_at is not None:
            self._panel.show_previews(previews, self._looked_at)

    def _no_previews(self, error: BaseException) -> None:
        self._panel.encoding.menu.show_refused(sentence(error))

    # -- lists ----------------------------------------------------------------------------------------------------

    def edit_list(self, name: str) -> None:
        """Open the window in which a list is edited."""
        if self.dialog is not None:
            return
        # A dictionary is made of words that are not there yet: those of the text would be no help.
        frequent = self._panel.frequent_words if name == "stop_words" else ()
        dialog = WordListDialog(name, frequent, self._theme.palette, self._window)
        # It ends with the window: what is answered too late finds nobody.
        work = ListWork(self._jobs, dialog)
        work.written.connect(dialog.begin_with)
        work.checked.connect(dialog.show_check)
        work.loaded.connect(dialog.show_loaded)
        work.failed.connect(dialog.show_error)
        dialog.check_asked.connect(lambda version, text: work.check(name, version, text))
        dialog.load_asked.connect(lambda: self._load(work, dialog))
        dialog.save_asked.connect(self._exporter.save)
        dialog.applied.connect(lambda entries: self._panel.choose_option(name, entries))
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()
        work.write(name, getattr(self._panel.wanted.options, name))

    def _load(self, work: ListWork, dialog: WordListDialog) -> None:
        path = dialogs.choose_list(dialog, self._settings.folder)
        if path:
            self._settings.folder = str(Path(path).parent)
            work.load(path)

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
