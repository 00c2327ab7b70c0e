"""What is said of any vectors that have been read, whatever the format: rows without a direction, size, and where."""

from __future__ import annotations

import mmap
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.vectors.formats.opened import Opened
from w2v_gui.vectors.word_vectors import WordVectors

if TYPE_CHECKING:
    from w2v_gui.vectors.formats.opened import Source


def completed(source: Source, opened: Opened) -> Opened:
    """Return what a reader has read, no more rows than were wanted, with a report that is complete."""
    vectors, report, model = opened.vectors, opened.report, opened.model
    if source.first is not None and len(vectors) > source.first:
        available = report.available or len(vectors) + report.duplicates
        report = replace(report, partial=True, available=available, rows=source.first)
        vectors, model = _first(vectors, source.first), None
    vectors.measure(lambda share: source.tell(1.0))
    finite = np.isfinite(vectors.norms)
    return Opened(
        vectors,
        replace(
            report,
            zero=int(np.count_nonzero(vectors.norms == 0)),
            not_finite=len(vectors) - int(np.count_nonzero(finite)),
            packed=source.packed,
            size=source.size,
            mapped=is_mapped(vectors.matrix),
        ),
        model,
    )


def _first(vectors: WordVectors, rows: int) -> WordVectors:
    counts, output = vectors.counts, vectors.output
    return WordVectors(
        vectors.words[:rows],
        vectors.matrix[:rows],
        None if counts is None else counts[:rows],
        None if output is None else output[:rows],
    )


def is_mapped(array: Any) -> bool:
    """Whether an array lies in a file, whatever views lead there."""
    while array is not None:
        if isinstance(array, mmap.mmap):
            return True
        array = array.obj if isinstance(array, memoryview) else getattr(array, "base", None)
    return False
