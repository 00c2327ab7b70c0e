"""Shows how the reading of a text or a model goes, in the bars and in the message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.gui.failures import say_error
from w2v_gui.gui.vector_opening import VectorsProgress

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.corpus.ingest import IngestProgress
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.reader import Reader
    from w2v_gui.gui.status_bar import StatusBar
    from w2v_gui.gui.top_bar import TopBar
    from w2v_gui.gui.widgets.message_bar import MessageBar


class ReadingDisplay(QObject):
    """Takes what the reader tells to where it is seen.

    Parameters
    ----------
    reader : Reader
    controller : Controller
        Has the run whose progress is shown again afterwards.
    top_bar, status, message
        Where it is shown.
    parent : QObject

    Attributes
    ----------
    changed : Signal()
        A reading has begun or ended, and the bars show it.
    failed : Signal(str)
        With the sentence that was shown when nothing came of it.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        reader: Reader,
        controller: Controller,
        top_bar: TopBar,
        status: StatusBar,
        message: MessageBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._top_bar = top_bar
        self._status = status
        self._message = message
        self._said: Callable[[], str] | None = None
        reader.begun.connect(self._begun)
        reader.progressed.connect(self._progressed)
        reader.ended.connect(self._ended)
        reader.cancelled.connect(self._cancelled)
        reader.failed.connect(self._failed)

    def _begun(self) -> None:
        self._message.hide()
        focus = self._top_bar.window().focusWidget()
        # Who works on a page keeps the keys there: the next Space or Return is not meant for Cancel.
        if self._controller.corpus is None or focus is None or self._top_bar.isAncestorOf(focus):
            self._top_bar.cancel.show()
            self._top_bar.cancel.setFocus()
        self._top_bar.show_reading(True)
        self.changed.emit()

    def _progressed(self, progress: IngestProgress | VectorsProgress | None) -> None:
        if isinstance(progress, VectorsProgress):
            self._status.show_reading(None)
            self._top_bar.show_progress(progress.share)
            return
        self._status.show_reading(progress)
        if progress is not None and progress.bytes_total:
            self._top_bar.show_progress(min(progress.bytes_done / progress.bytes_total, 1.0))

    def _ended(self) -> None:
        had_focus = self._top_bar.cancel.hasFocus()
        self._top_bar.show_reading(False)
        self._top_bar.show_progress(self._controller.latest.progress if self._controller.latest else None)
        self._status.show_reading_ended()
        self.changed.emit()
        if had_focus:
            self._top_bar.train.setFocus()

    def _cancelled(self) -> None:
        self.refuse(lambda: self.tr("Reading was cancelled; nothing has changed."), "info")

    def _failed(self, error: BaseException, traceback: str) -> None:
        say_error(self._message, error, traceback)
        self._not_opened()

    def refuse(self, sentence: Callable[[], str], kind: str = "notice") -> None:
        """Say why nothing is opened."""
        self._message.say(sentence, kind)
        self._not_opened()

    def forget(self) -> None:
        """Say no more why something was not opened, now that something else has happened."""
        if self._said is self._message.sentence:
            self._message.hide()

    def _not_opened(self) -> None:
        self._said = self._message.sentence
        self._top_bar.open.setFocus()
        self.failed.emit(self._message.text)
