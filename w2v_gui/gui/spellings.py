"""Looking for words spelled like one that the text does not have, on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from w2v_gui.gui.text import number, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.gui.jobs import Job, Jobs


class Spellings(QObject):
    """Finds the nearest spellings.

    Parameters
    ----------
    jobs : Jobs
    vocabulary : callable
        Returns the words there are now, or None.
    parent : QObject

    Attributes
    ----------
    found : Signal(str, object)
        With the word that was asked for, and the list of those that are spelled like it.
    failed : Signal(object)
        With the exception.
    """

    found = Signal(str, object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, vocabulary: Callable[[], Vocabulary | None], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._vocabulary = vocabulary

    def find(self, word: str) -> None:
        """Look for words like ``word``; the answer comes as a signal."""
        vocabulary = self._vocabulary()
        if vocabulary is None:
            return

        def work(job: Job) -> tuple[Vocabulary, str, list[str]]:
            from w2v_gui.vectors.spelling import nearest_spellings

            return vocabulary, word, nearest_spellings(word, vocabulary.words)

        self._jobs.start(work, self._found, self._failed)

    def _found(self, answer: tuple[Vocabulary, str, list[str]]) -> None:
        vocabulary, word, spellings = answer
        # Words of another text are no help.
        if vocabulary is self._vocabulary():
            self.found.emit(word, spellings)

    def _failed(self, error: BaseException) -> None:
        self.failed.emit(error)


def missing_sentence(word: str, kept: int) -> str:
    """Return the sentence that says that ``word`` is not among so many words."""
    text = QCoreApplication.translate("spellings", "No “{word}” among the {count} words kept.")
    return text.format(word=one_line(word, 60), count=number(kept))


def spelling_sentence(word: str, spellings: Sequence[str], kept: int) -> str:
    """Return the same with the words that are spelled like it."""
    translate = QCoreApplication.translate
    text = missing_sentence(word, kept)
    if spellings:
        likely = translate("spellings", ", ", "between words in a list").join(one_line(each, 40) for each in spellings)
        text += " " + translate("spellings", "Did you mean: {words}?").format(words=likely)
    return text
