"""How many training pairs each stretch of a text makes, counted without keeping any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from w2v_gui.compiled import compiled
from w2v_gui.corpus.windows import UNIT, gather, make_buffer
from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.window_rules import WindowRules
    from w2v_gui.corpus.windows import Stream

_STRETCH = 512
"""Units that are counted before anybody can ask how it goes: some ten milliseconds."""


class Counts(NamedTuple):
    """How many windows and pairs there are before each unit of `UNIT` tokens, and at the end of the last one counted.

    Attributes
    ----------
    windows, pairs : ndarray of int64, shape (units + 1,)
        A pair is a centre with one of its context words.
    """

    windows: NDArray[np.int64]
    pairs: NDArray[np.int64]

    @property
    def tokens(self) -> int:
        """How many tokens have been gone through, if all units are whole."""
        return UNIT * (len(self.windows) - 1)


@compiled
def count_units(stream, buffer, epoch, first_unit, last_unit, end, windows, pairs):
    """Go on with the two running totals from one unit to another."""
    for unit in range(first_unit, last_unit):
        begin = unit * UNIT
        first, last = gather(stream, buffer, epoch, begin, min(begin + UNIT, end))
        centres = 0
        around = 0
        for c in range(first, last):
            size = buffer.right[c] - buffer.left[c]
            if size > 0:
                centres += 1
                around += size - 1
        windows[unit + 1] = windows[unit] + centres
        pairs[unit + 1] = pairs[unit] + around


def count_pairs(
    corpus: EncodedCorpus,
    stream: Stream,
    epoch: int,
    *,
    progress: Callable[[Counts], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Counts:
    """Count the windows and the pairs of one epoch.

    Parameters
    ----------
    corpus : EncodedCorpus
    stream : Stream
    epoch : int
        From 0.
    progress : callable, optional
        Gets what is counted so far, again and again; its numbers do not change any more.
    cancelled : callable, optional
        Asked again and again.

    Raises
    ------
    Cancelled
        If ``cancelled`` has returned true.
    """
    units = -(-len(corpus) // UNIT)
    counts = Counts(np.zeros(units + 1, np.int64), np.zeros(units + 1, np.int64))
    buffer = make_buffer(stream.window)
    for first in range(0, units, _STRETCH):
        if cancelled is not None and cancelled():
            raise Cancelled
        last = min(first + _STRETCH, units)
        count_units(stream, buffer, epoch, first, last, len(corpus), *counts)
        corpus.let_go(first * UNIT, min(last * UNIT, len(corpus)))
        if progress is not None:
            progress(Counts(counts.windows[: last + 1], counts.pairs[: last + 1]))
    return counts


def why_none(corpus: EncodedCorpus, rules: WindowRules) -> CorpusError:
    """Return what keeps a text without any window from having one, and which setting to change."""
    lengths = np.diff(corpus.offsets)
    longest = int(lengths.max(initial=0))
    if longest < rules.needed:
        return _too_short(rules, longest)
    kept = corpus.ids < len(corpus.vocabulary.kept(rules.min_count))
    frequent = int(np.add.reduceat(kept, corpus.offsets[:-1], dtype=np.int64).max(initial=0))
    if frequent < rules.needed:
        return _too_rare(rules, frequent)
    return CorpusError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Subsampling at {sample} leaves no sentence with the {needed} words that a window needs. Raise the "
            "threshold, or set it to 0 to keep every word.",
        ),
        sample=rules.sample,
        needed=rules.needed,
    )


def _too_short(rules: WindowRules, longest: int) -> CorpusError:
    if rules.full_windows_only:
        return CorpusError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The longest sentence has {longest} words, and a full window has {needed}. Make the window smaller, or "
                "allow partial windows.",
            ),
            longest=longest,
            needed=rules.needed,
        )
    return CorpusError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Every sentence is a single word, and a pair needs two. Open a text with longer lines.",
        )
    )


def _too_rare(rules: WindowRules, frequent: int) -> CorpusError:
    if rules.full_windows_only:
        return CorpusError(
            QT_TRANSLATE_NOOP(
                "errors",
                "A full window has {needed} words, and no sentence has more than {frequent} that occur at least "
                "{min_count} times and are no stop words. Lower the minimum count, make the window smaller, or allow "
                "partial windows.",
            ),
            needed=rules.needed,
            frequent=frequent,
            min_count=rules.min_count,
        )
    return CorpusError(
        QT_TRANSLATE_NOOP(
            "errors",
            "No sentence has two words that occur at least {min_count} times and are no stop words, and a pair needs "
            "two. Lower the minimum count.",
        ),
        min_count=rules.min_count,
    )
