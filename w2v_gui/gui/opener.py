"""Everything that opens: files, folders, samples, the clipboard, what is dropped, a model to go on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from w2v_gui.gui import dialogs
from w2v_gui.gui.opening import Finished, Recipe, read_model, read_sample, read_text
from w2v_gui.gui.sorting_files import MODEL, sort_files
from w2v_gui.gui.text import one_line
from w2v_gui.gui.unsaved import LEAVING
from w2v_gui.gui.vector_opening import read_vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.reader import Reader
    from w2v_gui.gui.reading_options import ReadingOptions
    from w2v_gui.gui.recent import Recent
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.gui.unsaved import Unsaved


class Opener(QObject):
    """Takes what the user points at to the reader, and what has been read to the window.

    Parameters
    ----------
    reader : Reader
    controller : Controller
        Has the text that a model is to go on with.
    unsaved : Unsaved
        Asked before what is open is given up.
    recent : Recent
    options : ReadingOptions
        How a new text is read.
    settings : WindowSettings
    window : QWidget
        Over which it is asked.

    Attributes
    ----------
    text_read : Signal(object)
        With what was `Opened`.
    reading_again : Signal(object)
        With the `Recipe` by which the text that is open is being read once more.
    text_read_again : Signal(object)
        With what was `Opened` of it.
    model_read : Signal(object, str)
        With a `Trainer` that stands where a saved model stopped, and the path of that.
    vectors_read : Signal(object)
        With what can be `Explored`.
    refused : Signal(object)
        With a function that returns the sentence that says why nothing is opened.
    """

    text_read = Signal(object)
    reading_again = Signal(object)
    text_read_again = Signal(object)
    model_read = Signal(object, str)
    vectors_read = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        reader: Reader,
        controller: Controller,
        unsaved: Unsaved,
        recent: Recent,
        options: ReadingOptions,
        settings: WindowSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._reader = reader
        self._controller = controller
        self._unsaved = unsaved
        self._recent = recent
        self._options = options
        self._settings = settings
        self._window = window
        self._again = False
        reader.ended.connect(self._ended)

    @property
    def again(self) -> bool:
        """Whether what is being read is the text that is open."""
        return self._again

    def _ended(self) -> None:
        self._again = False

    def choose_files(self) -> None:
        self.open_paths(dialogs.choose_texts(self._window, self._settings.folder))

    def choose_folder(self) -> None:
        self.open_paths(dialogs.choose_folder(self._window, self._settings.folder))

    def choose_model(self) -> None:
        """Ask for a model, and go on with it."""
        if self._reader.active or not self._text_is_open(""):
            return
        if paths := dialogs.choose_model(self._window, self._settings.folder):
            self._settings.folder = str(Path(paths[0]).absolute().parent)
            self._go_on_with(paths[0])

    def choose_vectors(self) -> None:
        """Ask for a file of vectors, and read it."""
        if not self._reader.active and (path := dialogs.choose_vectors(self._window, self._settings.folder)):
            self._settings.folder = str(Path(path).absolute().parent)
            self.open_vectors(path)

    def choose_first_rows(self, path: str) -> None:
        """Ask how many rows of a file should be read, and read those."""
        dialogs.ask_first_rows(self._window, Path(path).name, lambda first: self.open_vectors(path, first))

    def open_vectors(self, path: str, first: int | None = None) -> None:
        """Read vectors, or their first rows; text and run stay what they are."""

        def take(explored: Explored) -> None:
            self._recent.add([path], first)
            self.vectors_read.emit(explored)

        self._reader.read(read_vectors(path, first), take)

    def open_paths(self, paths: Sequence[str], then: Callable[[], None] | None = None) -> None:
        """Read what there is among files and folders: texts first, then a saved model to go on with, then vectors.

        Parameters
        ----------
        paths : sequence of str
        then : callable, optional
            Called when texts and model are ready.
        """
        if self._reader.active:
            return
        texts, models, vectors = sort_files(paths, self._controller.corpus is not None)
        if len(models) > 1:
            self.refused.emit(lambda: self.tr("Only one model can be trained at a time: choose one of them."))
            return
        if len(vectors) > 1:
            self._refuse_several(paths)
            return
        if paths:
            self._settings.folder = str(Path(paths[0]).absolute().parent)

        def go_on() -> None:
            if then is not None:
                then()
            if vectors:
                self.open_vectors(vectors[0])

        if texts:
            after = (lambda: self._open_model(models[0], go_on)) if models else go_on
            self._options.give(
                lambda options: self._read_text(read_text(Recipe(tuple(texts), options=options)), after, texts)
            )
        elif models:
            self._go_on_with(models[0], go_on)
        elif vectors:
            self.open_vectors(vectors[0])

    def _refuse_several(self, paths: Sequence[str]) -> None:
        folder = next((Path(path) for path in paths if Path(path).is_dir()), None)
        if folder is None:
            self.refused.emit(lambda: self.tr("Only one file of vectors can be asked at a time: choose one of them."))
            return
        self.refused.emit(
            lambda: self.tr(
                "The folder “{name}” holds several files of vectors, and only one can be asked at a time: open one of "
                "them."
            ).format(name=one_line(folder.name))
        )

    def open_recent(self, entry: tuple[str, ...]) -> None:
        """Open what was opened before, unless it has gone."""
        first = self._recent.first_rows(entry)
        missing = [path for path in entry if not Path(path).exists()]
        if missing:
            self._recent.remove(entry)
            self.refused.emit(
                lambda: self.tr("“{name}” is no longer there, and has been taken off the list.").format(
                    name=one_line(missing[0])
                )
            )
        elif first is not None or (len(entry) == 1 and Path(entry[0]).suffix.lower() == MODEL):
            # Models to go on with are not on the list: one that is was opened to be asked.
            self.open_vectors(entry[0], first)
        else:
            self.open_paths(entry)

    def open_sample(self, key: str, then: Callable[[], None] | None = None) -> None:
        """Open a built-in text; ``then`` is called when it is ready."""
        if not self._reader.active:
            self._read_text(read_sample(key), then)

    def read_again(self, recipe: Recipe) -> None:
        """Read the text that is open once more, as a recipe says; a reading of it that goes on is given up.

        Until that is done, the text stays what it is.
        """
        if not self._reader.active or self._again:
            self._unsaved.before(lambda: self._read_again(recipe), LEAVING)

    def _read_again(self, recipe: Recipe) -> None:
        def take(opened: Opened) -> None:
            self._remember(opened)
            self.text_read_again.emit(opened)

        self._again = True
        self._reader.read_instead(read_text(recipe), take)
        self.reading_again.emit(recipe)

    def paste(self) -> None:
        """Open what is on the clipboard: text, or files."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not self.open_data(data):
            self.refused.emit(lambda: self.tr("There is no text on the clipboard: copy some first."))

    def takes(self, data: QMimeData) -> bool:
        """Whether something dragged here could be opened now."""
        return not self._reader.active and (bool(dialogs.local_paths(data)) or _has_text(data))

    def open_data(self, data: QMimeData) -> bool:
        """Open what was dropped or copied; returns whether there was anything."""
        paths = dialogs.local_paths(data)
        text = data.text() if _has_text(data) else ""
        if paths:
            self.open_paths(paths)
        elif text.strip():
            self._options.give(lambda options: self._read_text(read_text(Recipe(pasted=text, options=options)), None))
        return bool(paths or text.strip())

    def _read_text(
        self, work: Callable[[Job], Opened], then: Callable[[], None] | None, paths: Sequence[str] = ()
    ) -> None:
        def take(opened: Opened) -> None:
            if paths:
                self._recent.add(paths)
            self._remember(opened)
            self.text_read.emit(opened)
            if then is not None:
                then()

        self._unsaved.before(lambda: self._reader.read(work, take), LEAVING)

    def _remember(self, opened: Opened) -> None:
        """Keep how a text was read: the next one is read in the same way."""
        if opened.recipe is not None:
            self._options.remember(opened.recipe.options)

    def _go_on_with(self, model: str, then: Callable[[], None] | None = None) -> None:
        if self._text_is_open(model):
            self._unsaved.before(lambda: self._open_model(model, then), LEAVING)

    def _text_is_open(self, model: str) -> bool:
        if self._controller.corpus is not None:
            return True
        self.refused.emit(
            lambda: self.tr("First open the text that {name} was trained on: training goes on with that.").format(
                name=one_line(Path(model).name) or self.tr("the model")
            )
        )
        return False

    def _open_model(self, path: str, then: Callable[[], None] | None, more: int = 0) -> None:
        """Read a model and go on with it, for ``more`` epochs than it was meant for."""
        corpus = self._controller.corpus
        assert corpus is not None

        def take(read: Trainer | Finished) -> None:
            if isinstance(read, Finished):
                dialogs.ask_epochs(
                    self._window,
                    read.epochs,
                    lambda more: self._open_model(path, then, more),
                    lambda: self.open_vectors(path),
                )
                return
            self.model_read.emit(read, path)
            if then is not None:
                then()

        self._reader.read(read_model(path, corpus, more), take)


def _has_text(data: QMimeData) -> bool:
    # A link dragged from elsewhere is text, too, but not the text that it leads to.
    return data.hasText() and not data.hasUrls()
