"""How long it takes until a passage of a text is there: anywhere in it for the first time, and near one seen before.

Usage: python tests/benchmarks/passages.py --corpus TEXT(.gz) [--chinese TEXT(.gz)]
"""

from __future__ import annotations

import gc
import random
from typing import TYPE_CHECKING

from memory import resident
from offscreen import FRAME, milliseconds, timed
from table import show_for_texts

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.original import OriginalText
from w2v_gui.corpus.passages import Passages
from w2v_gui.corpus.sources import open_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from table import Row

PLACES = 300
WALKED = 20_000


def asked(pages: Passages, positions: Iterable[int]) -> tuple[list[float], list[float]]:
    """Ask for passages; return the times in milliseconds of those that were not ready, and of those that were."""
    times: tuple[list[float], list[float]] = ([], [])
    for position in positions:
        ready = pages.ready(position)
        times[ready].append(milliseconds(lambda at=position: pages.at(at)))
    return times


def walked(pages: Passages) -> int:
    """Go from one passage to the next, and return how many there were."""
    passage = pages.at(0)
    for count in range(1, WALKED):
        following = pages.after(passage)
        if following is None:
            return count
        passage = following
    return WALKED


def rows(path: str) -> Iterator[Row]:
    """Measure the passages of a text."""
    found = encode(open_texts([path]), original=OriginalText())
    pages = Passages(found.corpus, found.original)
    pages.at(0)
    gc.disable()  # in the window, the garbage is collected between whatever else is done
    before = resident()
    generator = random.Random(1)
    places = [generator.randrange(len(found.corpus)) for _ in range(PLACES)]
    cold, warm = asked(pages, [place for place in places for _ in range(10)])
    counts: list[int] = []
    taken = milliseconds(lambda: counts.append(walked(pages)))
    gc.enable()
    tokens = f"{len(found.corpus):,} tokens"
    yield timed("a passage not seen before", cold, FRAME, tokens)
    yield timed("a passage seen before", warm, FRAME)
    memory = f"of {counts[0]:,} passages; memory {(resident() - before) / 1e6:.0f} MB more"
    yield timed("one passage after the other, each", [taken / counts[0]], None, memory)


if __name__ == "__main__":
    show_for_texts(__doc__, rows)
