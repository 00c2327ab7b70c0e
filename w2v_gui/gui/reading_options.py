"""With which options a new text is read: what was chosen for the one before, as far as it suits any text."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.errors import UserError
from w2v_gui.gui.source.list_kinds import LIST_KINDS, MOST_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.settings import WindowSettings

_STAY = ("segmenter", "hmm", "lower_case", "digits", "punctuation")
"""What was chosen of these is chosen for the next text, too; what a text is in is found out for each."""

log = logging.getLogger("w2v_gui")

Lists = dict[str, Any]


class ReadingOptions(QObject):
    """Keeps the user's lists from one start to the next, and some other options as long as the window is open.

    Parameters
    ----------
    settings : WindowSettings
    jobs : Jobs
        Long lists take a quarter of a second to read.
    parent : QObject
    """

    def __init__(self, settings: WindowSettings, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._jobs = jobs
        self._options = TokenizerOptions()
        self._known = False
        self._waiting: list[Callable[[TokenizerOptions], None]] = []
        self._turn = 0
        texts = {name: settings.value(_key(name), "")[:MOST_KEPT] for name in LIST_KINDS}
        if any(texts.values()):
            jobs.start(lambda job: _parsed(texts), self._take, self._go_without)
        else:
            self._known = True

    def give(self, take: Callable[[TokenizerOptions], None]) -> None:
        """Call ``take`` with the options for a new text: at once, or when the lists of the last time are known."""
        if self._known:
            take(self._options)
        else:
            self._waiting.append(take)

    def remember(self, options: TokenizerOptions) -> None:
        """Take what a text was read with."""
        before = self._options
        stay = {name: getattr(options, name) for name in (*_STAY, *LIST_KINDS)}
        self._options = replace(TokenizerOptions(), **stay)
        if any(getattr(options, name) != getattr(before, name) for name in LIST_KINDS):
            self._turn += 1
            turn, lists = self._turn, {name: getattr(options, name) for name in LIST_KINDS}

            def work(job: Job) -> tuple[int, dict[str, str]]:
                return turn, {name: LIST_KINDS[name].text(entries) for name, entries in lists.items()}

            self._jobs.start(work, self._keep, self._not_kept)

    def _keep(self, answer: tuple[int, dict[str, str]]) -> None:
        turn, texts = answer
        # Lists that were changed one soon after the other may be written down in any order.
        if turn == self._turn:
            for name, text in texts.items():
                self._settings.set(_key(name), text if len(text) <= MOST_KEPT else "")

    def _not_kept(self, error: BaseException) -> None:
        log.error("Lists of words are not kept: %s", error)

    def _take(self, lists: Lists) -> None:
        self._options = replace(self._options, **lists)
        self._answer()

    def _go_without(self, error: BaseException) -> None:
        self._answer()

    def _answer(self) -> None:
        self._known = True
        waiting, self._waiting = self._waiting, []
        for take in waiting:
            take(self._options)


def _key(name: str) -> str:
    return f"reading/{name}"


def _parsed(texts: dict[str, str]) -> Lists:
    """Return the lists that were kept; one that cannot be read any more is none."""
    lists: Lists = {}
    for name, text in texts.items():
        try:
            lists[name] = LIST_KINDS[name].parse(text, name)
        except UserError:
            lists[name] = ()
    return lists
