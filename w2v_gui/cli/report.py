"""The report of a training run, as JSON."""

from __future__ import annotations

import dataclasses
import importlib.metadata
import json
import math
import platform
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from w2v_gui import __version__
from w2v_gui.vectors.formats.atomic import atomic_writer

if TYPE_CHECKING:
    from w2v_gui.corpus.ingest import IngestReport
    from w2v_gui.engine.trainer import Trainer

POINTS = 500
"""Points of a loss curve."""


class LossCurve:
    """The mean loss over stretches of the run, in nats per prediction.

    Parameters
    ----------
    words_total : int
        Length of the run; there will be about `POINTS` points over it.
    """

    def __init__(self, words_total: int) -> None:
        self._stretch = words_total / POINTS
        self._points: list[list[float]] = []
        self._next = 0.0
        self._sum = 0.0
        self._predictions = 0
        self._words = 0

    def add(self, words_done: int, loss: float, predictions: int) -> None:
        """Take in a chunk."""
        self._words = words_done
        if predictions:
            self._sum += loss * predictions
            self._predictions += predictions
        if words_done >= self._next:
            self._flush()

    def _flush(self) -> None:
        if self._predictions:
            self._points.append([self._words, self._sum / self._predictions])
            self._sum, self._predictions = 0.0, 0
            self._next = self._words + self._stretch

    @property
    def latest(self) -> float:
        """The mean loss of the stretch under way, or of the last one; NaN before the first."""
        if self._predictions:
            return self._sum / self._predictions
        return self._points[-1][1] if self._points else math.nan

    def points(self) -> list[list[float]]:
        """Return [words done, mean loss since the point before] in order."""
        self._flush()
        return self._points


@dataclass
class Times:
    """Seconds of the parts of a run, and the words trained in it."""

    ingest: float = 0.0
    prepare: float = 0.0
    training: float = 0.0
    words: int = 0

    @property
    def words_per_s(self) -> float:
        """Raw words of the text trained a second; compiling is not counted."""
        return self.words / self.training if self.training > 0 else math.nan


def write_report(
    path: str, trainer: Trainer, ingest: IngestReport, curve: LossCurve, times: Times, saved: str | None
) -> None:
    """Save the report.

    Raises
    ------
    SaveError
        If the file cannot be written.
    """
    points = curve.points()
    report = {
        "config": trainer.config.to_dict(),
        "versions": _versions(),
        "machine": {"system": platform.platform(), "processor": platform.machine()},
        "V": len(trainer.vocabulary),
        "tokens": len(trainer.corpus),
        "words_trained": times.words,
        "words_done": trainer.words_done,
        "words_total": trainer.words_total,
        "finished": trainer.finished,
        "output": saved,
        "seconds_ingest": times.ingest,
        "seconds_prepare": times.prepare,
        "seconds_training": times.training,
        "words_per_s": times.words_per_s,
        "loss": points[-1][1] if points else math.nan,
        "know_nothing_loss": trainer.know_nothing_loss,
        "loss_curve": points,
        "peak_memory_bytes": peak_memory(),
        "ingest": {**_plain(replace(ingest, files=())), "files": _files(ingest), "reason": str(ingest.reason)},
    }
    with atomic_writer(path) as file:
        file.write(json.dumps(_plain(report), ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8", "replace"))
        file.write(b"\n")


def _files(ingest: IngestReport) -> list[dict[str, Any]]:
    """Return what was read of each source: where that lies on this machine is nobody else's business."""
    return [{"name": file.name, "bytes": file.bytes, "decoding": _plain(file.decoding)} for file in ingest.files]


def _versions() -> dict[str, str]:
    found = {"w2v_gui": __version__, "python": platform.python_version()}
    for package in ("numpy", "numba"):
        found[package] = importlib.metadata.version(package)
    return found


def _plain(value: Any) -> Any:
    """Return a value as JSON can hold it; what is not a number becomes null."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def peak_memory() -> int | None:
    """Return the most memory that the process has had resident, in bytes; None where nobody knows."""
    # Not getrusage on Linux: its figure can be inherited from the process that started this one.
    try:
        for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
