"""Asking vectors on a worker: answers, words that begin with what is typed, examples, and lists of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import UserError
from w2v_gui.gui.ask.wish import Answered, ListRead, Wish
from w2v_gui.gui.latest import Latest
from w2v_gui.vectors.beginnings import Beginnings
from w2v_gui.vectors.questions import Answer

if TYPE_CHECKING:
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.ask import AskPanel
    from w2v_gui.vectors.questions import Question


class Asking(QObject):
    """Takes questions, one instead of the other, and asks the last one again when there are other vectors.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    answered : Signal(object)
        With an `Answered`.
    beginnings_known : Signal(object)
        With the `Beginnings` of other words; they are still being sorted.
    examples_found : Signal(object)
        With a few questions that can be asked.
    list_read : Signal(object)
        With a `ListRead`.
    list_loaded : Signal(object)
        With the text of a file.
    failed : Signal(object)
        With an exception.
    """

    answered = Signal(object)
    beginnings_known = Signal(object)
    examples_found = Signal(object)
    list_read = Signal(object)
    list_loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._wish = Wish()
        self._listed = ""
        self._beginnings = Beginnings(())
        self._questions, self._sorting = Latest(jobs, self), Latest(jobs, self)
        self._lists, self._files = Latest(jobs, self), Latest(jobs, self)
        self._questions.answered.connect(self.answered)
        self._sorting.answered.connect(self.examples_found)
        self._lists.answered.connect(self.list_read)
        self._files.answered.connect(self.list_loaded)
        for work in (self._questions, self._sorting, self._lists, self._files):
            work.failed.connect(self.failed)

    @property
    def active(self) -> bool:
        """Whether an answer is to come."""
        return self._questions.active

    def show_explored(self, explored: Explored | None) -> None:
        """Ask these from now on; what was asked last is asked again."""
        before, self._explored = self._explored, explored
        if explored is None:
            for work in (self._questions, self._sorting, self._lists):
                work.forget()
            return
        if before is None or before.vectors.words is not explored.vectors.words:
            self._beginnings = Beginnings(explored.vectors.words)
            self.beginnings_known.emit(self._beginnings)
            self._learn()
            self.read_list(self._listed)
        elif not self._wish.text.strip():
            # Vectors that have just begun to be trained know no examples yet.
            self._learn()
        self.ask(self._wish)

    def ask(self, wish: Wish) -> None:
        """Ask a question; what was asked before is given up."""
        self._wish = wish
        explored = self._explored
        if explored is None or not wish.text.strip():
            self._questions.forget()
            return

        def work(job: Job) -> Answered:
            from w2v_gui.vectors.queries import answer

            try:
                found = answer(explored.vectors, wish.text, wish.choice, job.cancelled)
            except UserError as problem:
                found = Answer(wish.text, problem=problem)
            return Answered(wish, explored, found)

        self._questions.ask(work)

    def read_list(self, text: str) -> None:
        """Read the words of a list, and find out which of them are there."""
        self._listed = text
        explored = self._explored
        if explored is None:
            return

        def work(job: Job) -> ListRead:
            from w2v_gui.vectors.question_tokens import read_list

            words = read_list(text, explored.vectors)
            return ListRead(text, words, tuple(word for word in words if word not in explored.vectors))

        self._lists.ask(work)

    def load_list(self, path: str) -> None:
        """Read the text of a file in any encoding."""

        def work(job: Job) -> str:
            from w2v_gui.corpus.word_lists import list_text

            return list_text(path)

        self._files.ask(work)

    def attend(self, panel: AskPanel) -> None:
        """Take the wishes of a panel, and bring it the answers."""
        panel.asked.connect(self.ask)
        panel.list_typed.connect(self.read_list)
        panel.list_chosen.connect(self.load_list)
        self.answered.connect(panel.show_answered)
        self.beginnings_known.connect(panel.show_beginnings)
        self.examples_found.connect(panel.show_examples)
        self.list_read.connect(panel.show_list)
        self.list_loaded.connect(panel.show_loaded_list)

    def _learn(self) -> None:
        """Sort the words, and find examples among them."""
        explored, beginnings = self._explored, self._beginnings

        def work(job: Job) -> tuple[Question, ...]:
            from w2v_gui.vectors.examples import examples

            beginnings.sort(job.cancelled)
            return examples(explored.vectors) if explored is not None else ()

        self._sorting.ask(work)
