"""Makes on a worker what the text is looked at with: its passages, and the windows of the settings of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import ConfigError
from w2v_gui.gui.latest import Latest
from w2v_gui.gui.text_reading import Paragraphs

if TYPE_CHECKING:
    from w2v_gui.corpus.pairs import Windows
    from w2v_gui.corpus.passages import Passages
    from w2v_gui.corpus.window_rules import WindowRules
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.opening import Opened


class _Prepared(NamedTuple):
    """Both, ready to answer at once; no windows where the settings keep no word."""

    passages: Passages
    windows: Windows | None


class TextPreparing(QObject):
    """Prepares one text after the other; of several wishes only the latest is answered.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    passages_made : Signal(object)
        With the `Passages` of another text.
    windows_made : Signal(object)
        With the `Windows`; None where the settings keep no word.
    failed : Signal(object)
        With the exception.
    """

    passages_made = Signal(object)
    windows_made = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._rules: WindowRules | None = None
        self._passages: Passages | None = None
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self._show)
        self._latest.failed.connect(self.failed)

    def forget(self) -> None:
        """Hold no text any more, and answer nothing that was asked before: it was about another one."""
        self._rules = self._passages = None
        self._latest.forget()

    def ask(self, opened: Opened, rules: WindowRules) -> None:
        """Prepare a text, unless there is the same already; the answers come as signals."""
        if rules == self._rules:
            return
        self._rules, known = rules, self._passages

        def work(job: Job) -> _Prepared:
            from w2v_gui.corpus.pairs import Windows
            from w2v_gui.corpus.passages import Passages

            passages = known
            if passages is None:
                passages = Passages(opened.corpus, opened.original)
                # What is laid out first, and at the end of the text, which the scroll bar needs.
                paragraphs = Paragraphs(passages, len(opened.corpus))
                paragraphs.after(paragraphs.at(0))
                paragraphs.before(paragraphs.at(len(opened.corpus) - 1))
            try:
                windows = Windows(opened.corpus, rules)
                windows.at(0)
            except ConfigError:
                return _Prepared(passages, None)
            return _Prepared(passages, windows)

        self._latest.ask(work)

    def _show(self, prepared: _Prepared) -> None:
        if prepared.passages is not self._passages:
            self._passages = prepared.passages
            self.passages_made.emit(prepared.passages)
        self.windows_made.emit(prepared.windows)
