"""How long it takes until a passage of a text is there: anywhere in it for the first time, and near one seen before.

Usage: python tests/benchmarks/passages.py --corpus TEXT(.gz) [--chinese TEXT(.gz)]
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import time
from typing import TYPE_CHECKING

from memory import resident

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.original import OriginalText
from w2v_gui.corpus.passages import Passages
from w2v_gui.corpus.sources import open_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = 300
WALKED = 20_000


def timed(pages: Passages, positions: Iterable[int]) -> tuple[list[float], list[float]]:
    """Ask for passages; return the times in milliseconds of those that were not ready, and of those that were."""
    times: tuple[list[float], list[float]] = ([], [])
    for position in positions:
        ready = pages.ready(position)
        start = time.perf_counter()
        pages.at(position)
        times[ready].append(1000 * (time.perf_counter() - start))
    return times


def measure(path: str) -> None:
    found = encode(open_texts([path]), original=OriginalText())
    pages = Passages(found.corpus, found.original)
    pages.at(0)
    gc.disable()  # in the window, the garbage is collected between whatever else is done
    before = resident()
    generator = random.Random(1)
    places = [generator.randrange(len(found.corpus)) for _ in range(PLACES)]
    cold, warm = timed(pages, [place for place in places for _ in range(10)])
    start = time.perf_counter()
    passage = pages.at(0)
    walked = 1
    while walked < WALKED and (following := pages.after(passage)) is not None:
        passage = following
        walked += 1
    each = (time.perf_counter() - start) / walked
    print(f"{path}: {len(found.corpus):,} tokens")
    for name, times in (("not seen before", cold), ("seen before", warm)):
        print(f"  {name}: median {statistics.median(times):.3f} ms, longest {max(times):.3f} ms of {len(times)}")
    print(f"  one after the other: {1000 * each:.3f} ms each; memory {(resident() - before) / 1e6:.0f} MB more")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text of spaced words, plain or .gz")
    parser.add_argument("--chinese", help="a Chinese text, plain or .gz")
    arguments = parser.parse_args()
    for path in filter(None, (arguments.corpus, arguments.chinese)):
        measure(path)


if __name__ == "__main__":
    main()
