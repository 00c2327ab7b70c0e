"""Reading vectors from a file, on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from w2v_gui.gui.explored import Explored

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.gui.jobs import Job


@dataclass(frozen=True)
class VectorsProgress:
    """How far the reading of vectors has got, from 0 to 1."""

    share: float


def read_vectors(path: str, first: int | None = None) -> Callable[[Job], Explored]:
    """Return the work of reading vectors, or their first rows."""

    def work(job: Job) -> Explored:
        from w2v_gui.models import predictor_of
        from w2v_gui.vectors.formats import open_vectors

        opened = open_vectors(
            path, first, progress=lambda share: job.report(VectorsProgress(share)), cancelled=job.cancelled
        )
        vectors = opened.vectors
        # Measured and indexed here, not by the first who asks on the window's thread.
        _ = vectors.lexicon.rows, vectors.directionless
        # Of a model that was trained here it is known who predicts.
        predictor = None if opened.model is None else predictor_of(opened.model)
        return Explored(Path(path).name, vectors, predictor=predictor, report=opened.report, path=path)

    return work
