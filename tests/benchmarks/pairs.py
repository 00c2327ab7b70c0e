"""What the table of training pairs costs: to count the pairs of a text, to make rows anywhere, and to draw them.

    python tests/benchmarks/pairs.py --corpus TEXT(.gz)

Offscreen, on the card alone.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.pair_counts import count_pairs
from w2v_gui.corpus.pair_table import TABLES, PairTable, TrainedWindows
from w2v_gui.corpus.sources import open_texts
from w2v_gui.corpus.window_rules import WindowRules
from w2v_gui.gui.collector import Collector
from w2v_gui.gui.theme import Theme
from w2v_gui.gui.widgets.pair_table import PairTableView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RULES = {
    "word2vec's windows": WindowRules(window=5, full_windows_only=False, min_count=5, sample=1e-3, seed=1),
    "full windows": WindowRules(window=5, full_windows_only=True, min_count=5, sample=0.0, seed=1),
    "very wide windows": WindowRules(window=100, full_windows_only=False, min_count=5, sample=0.0, seed=1),
}


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def spread(times: list[float]) -> str:
    """Return the middle and the longest of some times."""
    return f"{statistics.median(times):5.1f} ms (longest {max(times):5.1f})"


def frames(view: PairTableView, tops: Iterable[int]) -> list[float]:
    """Return what frames take when the rows are scrolled to so many pixels, one after the other."""
    times = []
    for top in tops:
        view.scroll_to(top)
        times.append(milliseconds(view.viewport().grab))
    return times


def measure(view: PairTableView, table: PairTable) -> None:
    """Print what rows of a table take."""
    random = np.random.default_rng(1)
    anywhere = random.integers(0, len(table), 200).tolist()
    view.show_rows(table, table.inputs)
    wheel = range(len(table) * 13, len(table) * 13 + 200 * 81, 81)
    print(
        f"  {type(table).__name__:14} {len(table):13,} rows: a screenful "
        f"{spread([milliseconds(lambda row=row: table.rows(row, 24)) for row in anywhere])}, "
        f"a frame by wheel {spread(frames(view, wheel))}, "
        f"by dragging {spread(frames(view, (27 * row for row in anywhere)))}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text, plain or .gz")
    corpus = encode(open_texts([parser.parse_args().corpus])).corpus
    app = QApplication([])
    Theme(app, "light")
    view = PairTableView()
    view.resize(900, 24 + 24 * 27)
    view.show()
    Collector(view)
    for name, rules in RULES.items():
        stream = rules.stream(corpus)
        count_pairs(corpus, stream, 0)  # compiled, or loaded
        times = [milliseconds(lambda s=stream: count_pairs(corpus, s, 0)) for _ in range(5)]
        print(f"{name}: {len(corpus):,} tokens counted in {spread(times)}")
        windows = TrainedWindows(corpus, rules, stream)
        for make in TABLES.values():
            measure(view, make(windows, count_pairs(corpus, stream, 0)))


if __name__ == "__main__":
    main()
