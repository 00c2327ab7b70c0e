"""What is printed: sentences and progress on standard error, tables on standard output."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PLAIN_SECONDS = 5.0
"""Seconds between two lines of progress where there is no terminal to redraw them."""

_CONTROL = dict.fromkeys((*range(32), 127), " ")


def say(sentence: str) -> None:
    """Print a sentence on standard error, on one line whatever it quotes."""
    print(f"w2v-gui: {sentence.translate(_CONTROL)}", file=sys.stderr, flush=True)


def counted(number: int, noun: str) -> str:
    """Return so many of what a regular noun names: 1 word, 1,000 words."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: framed for a person at a terminal, otherwise as tab-separated lines without a header."""
    cells = [[cell.translate(_CONTROL) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in cells:
            print("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    framed = Table()
    for number, column in enumerate(columns):
        framed.add_column(column, justify="left" if number == 0 else "right")
    for row in cells:
        # As Text: a word such as "[b]" is a word and not markup.
        framed.add_row(*(Text(cell) for cell in row))
    Console().print(framed)


class Stage(Protocol):
    """One stage of a job under way."""

    def show(self, done: float, total: float | None, details: str) -> None:
        """Tell how far it has got; ``total`` may be unknown."""


@contextlib.contextmanager
def stage(name: str) -> Iterator[Stage]:
    """Show the progress of a stage on standard error: a bar on a terminal, otherwise a line now and then."""
    if not sys.stderr.isatty():
        yield _Lines(name)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    progress = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[details]}", markup=False),
        console=Console(stderr=True),
    )
    with progress:
        task = progress.add_task(name, total=None, details="")

        class Bar:
            def show(self, done: float, total: float | None, details: str) -> None:
                progress.update(task, completed=done, total=total, details=details)

        yield Bar()


class _Lines:
    def __init__(self, name: str) -> None:
        self._name = name
        self._next = time.monotonic() + PLAIN_SECONDS

    def show(self, done: float, total: float | None, details: str) -> None:
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + PLAIN_SECONDS
        share = f" {100 * done / total:.0f} %" if total else ""
        print(f"{self._name}{share}: {details}", file=sys.stderr, flush=True)


def duration(seconds: float) -> str:
    """Return a time as ``1:02:03`` or ``2:03``."""
    minutes, rest = divmod(round(max(seconds, 0)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
