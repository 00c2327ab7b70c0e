"""Measuring a text that has been opened, on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from w2v_gui.corpus.statistics import SentenceLengths, occurrences
from w2v_gui.gui.latest import Latest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.gui.jobs import Jobs


@dataclass(frozen=True, eq=False)
class Measured:
    """What is known of a text after a look at all of it.

    Attributes
    ----------
    lengths : SentenceLengths
    stop_counts : ndarray of int64
        How often each of the stop words occurs.
    by_count : ndarray of int64, or None
        The ids of all words, stop words among them, by how often they occur; None where that is the order of the ids.
    """

    lengths: SentenceLengths
    stop_counts: NDArray[np.int64]
    by_count: NDArray[np.int64] | None


def measure(corpus: EncodedCorpus) -> Measured:
    """Look at all of a text."""
    lengths = SentenceLengths.of(corpus.offsets)
    stop_counts = occurrences(corpus.ids, len(corpus.vocabulary), len(corpus.stop_words))
    counts = np.concatenate([corpus.vocabulary.counts, stop_counts])
    return Measured(lengths, stop_counts, np.argsort(-counts, kind="stable") if len(stop_counts) else None)


class TextStatistics(QObject):
    """Measures one text after the other; only the latest is told of.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    measured : Signal(object)
        With the `Measured`.
    failed : Signal(object)
        With the exception.
    """

    measured = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self.measured)
        self._latest.failed.connect(self.failed)

    def look(self, corpus: EncodedCorpus) -> None:
        """Measure a text; the answer comes as a signal."""
        self._latest.ask(lambda job: measure(corpus))

    def forget(self) -> None:
        """Tell of no text that was looked at before."""
        self._latest.forget()
