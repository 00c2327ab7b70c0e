"""What the table of training pairs costs: to count the pairs of a text, to make rows anywhere, and to draw them.

    python tests/benchmarks/pairs.py --corpus TEXT(.gz)

Offscreen, on the card alone.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import numpy as np
from offscreen import FRAME, application, milliseconds, timed
from table import show

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.pair_counts import count_pairs
from w2v_gui.corpus.pair_table import TABLES, PairTable, TrainedWindows
from w2v_gui.corpus.sources import open_texts
from w2v_gui.corpus.window_rules import WindowRules
from w2v_gui.gui.collector import Collector
from w2v_gui.gui.widgets.pair_table import PairTableView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from table import Row

    from w2v_gui.corpus.encoded import EncodedCorpus

RULES = {
    "word2vec's windows": WindowRules(window=5, full_windows_only=False, min_count=5, sample=1e-3, seed=1),
    "full windows": WindowRules(window=5, full_windows_only=True, min_count=5, sample=0.0, seed=1),
    "very wide windows": WindowRules(window=100, full_windows_only=False, min_count=5, sample=0.0, seed=1),
}


def frames(view: PairTableView, tops: Iterable[int]) -> list[float]:
    """Return what frames take when the rows are scrolled to so many pixels, one after the other."""
    times = []
    for top in tops:
        view.scroll_to(top)
        times.append(milliseconds(view.viewport().grab))
    return times


def drawn(view: PairTableView, table: PairTable, name: str) -> Iterator[Row]:
    """Measure what rows of a table take."""
    anywhere = np.random.default_rng(1).integers(0, len(table), 200).tolist()
    view.show_rows(table, table.inputs)
    count = f"{len(table):,} rows"
    made = [milliseconds(lambda row=row: table.rows(row, 24)) for row in anywhere]
    yield timed(f"{name}: a screenful anywhere made", made, FRAME, count)
    wheel = range(len(table) * 13, len(table) * 13 + 200 * 81, 81)
    yield timed(f"{name}: a frame by wheel", frames(view, wheel), FRAME)
    yield timed(f"{name}: a frame by dragging", frames(view, (27 * row for row in anywhere)), FRAME)


def rows(corpus: EncodedCorpus, rules: Iterable[str] = RULES) -> Iterator[Row]:
    """Measure the pairs of a text by some of `RULES`."""
    application()
    view = PairTableView()
    view.resize(900, 24 + 24 * 27)
    view.show()
    Collector(view)
    for name in rules:
        stream = RULES[name].stream(corpus)
        count_pairs(corpus, stream, 0)  # compiled, or loaded
        counted = [milliseconds(lambda s=stream: count_pairs(corpus, s, 0)) for _ in range(5)]
        yield timed(f"pairs, {name}: counted", counted, None, f"{len(corpus):,} tokens")
        windows = TrainedWindows(corpus, RULES[name], stream)
        for model, make in TABLES.items():
            yield from drawn(view, make(windows, count_pairs(corpus, stream, 0)), f"pairs, {name}, {model}")
    view.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text, plain or .gz")
    show(rows(encode(open_texts([parser.parse_args().corpus])).corpus))


if __name__ == "__main__":
    main()
