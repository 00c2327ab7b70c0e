"""Scoring vectors on the user's test sets, on a worker: one set after the other."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, ConfigError, UserError
from w2v_gui.gui.latest import Latest
from w2v_gui.gui.scores.entry import Entry
from w2v_gui.vectors.evaluation import RESTRICT, score
from w2v_gui.vectors.test_sets import AnalogiesSet, Layout, Section, read_test_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.scores import ScoresPanel
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.vectors.evaluation import Score
    from w2v_gui.vectors.test_sets import TestSet

MOST_SETS = 32
"""So many test sets are kept."""

CHEAP_SECONDS = 0.25
"""What takes no longer is scored at every moment of a run."""

REST_MS = 5000
"""After so long without a newer moment the run is taken to rest, and scored."""

BUILT_IN: dict[str, Literal["en", "zh"]] = {"planted_en": "en", "planted_zh": "zh"}
"""The built-in samples that come with questions of their own."""

_QUESTIONS = QT_TRANSLATE_NOOP("scores", "Questions of the sample")
_POLL_MS = 100
_SETS, _RESTRICT = "explore/test_sets", "explore/restrict"


class Scoring(QObject):
    """Keeps the test sets, and scores them when that is wished for or costs little.

    Parameters
    ----------
    jobs : Jobs
    settings : WindowSettings
        Remembers the test sets.
    parent : QObject

    Attributes
    ----------
    changed : Signal(object)
        With the entries: others, or some that have been scored.
    progressed : Signal(str, float)
        With the path of what is being scored, which is empty when nothing is, and how far that is.
    refused : Signal(object)
        With the exceptions of files that are no test sets.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    changed = Signal(object)
    progressed = Signal(str, float)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, settings: WindowSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self._scored)
        self._latest.failed.connect(self._gone_wrong)
        self._entries: dict[str, Entry] = {}
        self._explored: Explored | None = None
        self._moment: Explored | None = None
        self._queue: list[str] = []
        self._seen = self._due = self._begun = False
        self._seconds = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.score)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._tell_progress)

    def attend(self, panel: ScoresPanel) -> None:
        """Do what the panel wishes, and tell it what there is."""
        panel.files_given.connect(self.add)
        panel.removed.connect(self.remove)
        panel.score_asked.connect(self.score)
        panel.cancelled.connect(self.cancel)
        panel.restricted.connect(self.set_restrict)
        panel.seen_changed.connect(lambda: self.set_seen(panel.isVisible()))
        self.changed.connect(panel.show_entries)
        self.progressed.connect(panel.show_progress)
        self.refused.connect(panel.show_refused)
        panel.show_restrict(self.restrict)
        panel.set_folder(self._settings.folder)
        self.set_seen(panel.isVisible())

    # -- which sets ---------------------------------------------------------------------------------------------

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The test sets, in the order in which they were added."""
        return tuple(self._entries.values())

    @property
    def active(self) -> bool:
        """Whether something is being scored."""
        return self._latest.active

    @property
    def restrict(self) -> int:
        """Among how many words analogies are answered; 0 for all."""
        text = self._settings.value(_RESTRICT, str(RESTRICT))
        return int(text) if text.isdecimal() and len(text) < 10 else RESTRICT

    def set_restrict(self, words: int) -> None:
        """Answer analogies among so many words from now on; 0 for all."""
        if words != self.restrict:
            self._settings.set(_RESTRICT, str(words))
            self.score()

    def add(self, paths: Iterable[str]) -> None:
        """Read test sets, or all that are in a folder; they are scored as soon as they are there."""
        wanted = list(paths)
        self._jobs.start(lambda job: _read(_expanded(wanted), job), self._added, self._gone_wrong)

    def remove(self, path: str) -> None:
        """Forget a test set; its file stays."""
        if self._entries.pop(path, None) is None:
            return
        under_way = self._now == path
        self._queue = [other for other in self._queue if other != path]
        if under_way:
            self._latest.forget()
            self._go_on()
        self._remember()
        self.changed.emit(self.entries)

    def set_seen(self, seen: bool) -> None:
        """Nothing is done while the card is not seen."""
        self._seen = seen
        if not seen:
            return
        self._offer_questions()
        if not self._begun:
            self._begun = True
            paths = self._remembered()
            if paths:
                self._jobs.start(lambda job: _read(paths, job), self._found_again, self._gone_wrong)
        if self._due:
            self.score()

    def _remembered(self) -> list[str]:
        try:
            paths = json.loads(self._settings.value(_SETS, "[]"))
        except ValueError:
            return []
        return [path for path in paths if isinstance(path, str)][:MOST_SETS] if isinstance(paths, list) else []

    def _remember(self) -> None:
        self._settings.set(_SETS, json.dumps([path for path, entry in self._entries.items() if not entry.title]))

    def _added(self, entries: list[Entry]) -> None:
        errors = [entry.error for entry in entries if entry.error is not None]
        for entry in entries:
            if entry.error is not None:
                continue
            if len(self._entries) >= MOST_SETS and entry.path not in self._entries:
                errors.append(
                    ConfigError(
                        QT_TRANSLATE_NOOP(
                            "errors", "There are {most} test sets already. Remove one of them, then add “{file}” again."
                        ),
                        most=MOST_SETS,
                        file=Path(entry.path).name,
                    )
                )
                continue
            self._entries[entry.path] = entry
        self._remember()
        self.refused.emit(errors)
        self._take(entry.path for entry in entries)

    def _found_again(self, entries: list[Entry]) -> None:
        # Files may have been added meanwhile.
        self._entries = {entry.path: entry for entry in entries} | self._entries
        self._take(entry.path for entry in entries)

    def _offer_questions(self) -> None:
        """Take the questions that come with the text, where it is a sample, and no others."""
        opened = None if self._explored is None else self._explored.opened
        sample = "" if opened is None else opened.sample
        others = [path for path, entry in self._entries.items() if entry.title and path != sample]
        for path in others:
            self.remove(path)
        if self._seen and sample in BUILT_IN and sample not in self._entries:
            self._jobs.start(lambda job: _questions(sample), self._got_questions, self._gone_wrong)

    def _got_questions(self, entry: Entry) -> None:
        opened = None if self._explored is None else self._explored.opened
        if opened is not None and opened.sample == entry.path and entry.path not in self._entries:
            self._entries = {entry.path: entry} | self._entries
            self._take([entry.path])

    def _take(self, paths: Iterable[str]) -> None:
        self.changed.emit(self.entries)
        self._begin([path for path in paths if path in self._entries and path not in self._queue])

    # -- when they are scored -----------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Take other vectors, which are scored at once, or a newer moment, which is scored if that costs little."""
        before, self._explored = self._explored, explored
        if explored is before:
            return
        if explored is None or before is None or explored.lineage is not before.lineage or explored.rows != before.rows:
            self.cancel()
            self._entries = {path: replace(entry, score=None) for path, entry in self._entries.items()}
            self.changed.emit(self.entries)
            self.score()
            if before is None or explored is None or explored.lineage is not before.lineage:
                self._offer_questions()
        elif explored.words_done != before.words_done:
            self.changed.emit(self.entries)
            if self._seconds < CHEAP_SECONDS and not self.active:
                self.score()
            else:
                self._rest.start()

    def score(self) -> None:
        """Score all test sets by the vectors of the moment, once the card is seen."""
        self._rest.stop()
        self._due = not self._seen
        if self._explored is None or not self._seen:
            return
        self.cancel()
        self._seconds = 0.0
        self._begin(list(self._entries))

    def cancel(self) -> None:
        """Score nothing more; what has been scored stays."""
        self._latest.forget()
        self._queue = []
        self._stand_still()

    @property
    def _now(self) -> str:
        return self._queue[0] if self._queue and self.active else ""

    def _begin(self, paths: list[str]) -> None:
        if self._explored is None:
            return
        if not self._seen:
            self._due = True
            return
        self._queue += [path for path in paths if self._entries[path].test_set is not None]
        if not self.active:
            self._moment = self._explored
            self._go_on()

    def _go_on(self) -> None:
        """Score the first in the queue, if there is one."""
        if not self._queue or self._moment is None:
            self._stand_still()
            return
        path, vectors, words_done = self._queue[0], self._moment.vectors, self._moment.words_done
        test_set, restrict = self._entries[path].test_set, self.restrict or None
        assert test_set is not None

        def work(job: Job) -> tuple[str, TestSet, Score, int, float]:
            def report(share: float) -> None:
                if job.cancelled():
                    raise Cancelled
                job.report(share)

            begun = time.perf_counter()
            result = score(vectors, test_set, restrict, report)
            return path, test_set, result, words_done, time.perf_counter() - begun

        self._latest.ask(work)
        self._poll.start()
        self._tell_progress()

    def _scored(self, answer: tuple[str, TestSet, Score, int, float]) -> None:
        path, test_set, result, words_done, seconds = answer
        if self._entries[path].test_set is test_set:
            self._seconds += seconds
            self._queue = self._queue[1:]
            self._entries[path] = replace(self._entries[path], score=result, words_done=words_done)
        self.changed.emit(self.entries)
        self._go_on()

    def _gone_wrong(self, error: BaseException) -> None:
        if not self.active:
            self.cancel()
        self.failed.emit(error)

    def _stand_still(self) -> None:
        # Nothing may be held of vectors that are not explored any more.
        self._moment = None
        self._poll.stop()
        self.progressed.emit("", 0.0)

    def _tell_progress(self) -> None:
        self.progressed.emit(self._now, float(self._latest.progress or 0.0))


def _expanded(paths: Iterable[str]) -> list[str]:
    """Return the files, and those in folders; not those in folders inside folders."""
    files: list[str] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
            files += map(str, inside[: 2 * MOST_SETS])
        else:
            files.append(str(path))
    return files


def _read(paths: list[str], job: Job) -> list[Entry]:
    entries = []
    for path in paths:
        if job.cancelled():
            raise Cancelled
        try:
            entries.append(Entry(path, read_test_set(path)))
        except UserError as error:
            entries.append(Entry(path, error=error.with_traceback(None)))
    return entries


def _questions(sample: str) -> Entry:
    from w2v_gui.corpus.samples import planted_text

    # The questions do not depend on how much of the text is written.
    sections = planted_text(BUILT_IN[sample], tokens=1).questions
    found = AnalogiesSet(sample, tuple(Section(each.name, each.questions) for each in sections), Layout("space"))
    return Entry(sample, found, title=_QUESTIONS)
