"""How long a concordance takes, in milliseconds: to see its first lines, to find all, to sort them, to scroll.

    python tests/benchmarks/concordance.py --corpus TEXT(.gz) [--times 10] [WORD ...]

Offscreen, the real card with its worker. ``--times`` repeats the ids of the text in a file that is mapped, as those of
a larger text would be. Without words: the most frequent one, one in the middle and a rare one.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from typing import TYPE_CHECKING

import numpy as np
from offscreen import FRAME, application, milliseconds, timed
from PySide6.QtCore import QEventLoop, QObject, QTimer
from table import show

from w2v_gui.corpus.concordance import RIGHT
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.sources import open_texts
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.gui.collector import Collector
from w2v_gui.gui.concordance.view import ConcordanceView
from w2v_gui.gui.concordancing import Concordancing
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.panels.concordance import ConcordancePanel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from table import Row

FIRST_LINES = 200.0
"""Milliseconds after which the first lines should be seen."""


def repeated(corpus: EncodedCorpus, times: int) -> EncodedCorpus:
    """Return a text so many times as long, its ids in a file."""
    if times == 1:
        return corpus
    with tempfile.TemporaryFile() as file:
        for _ in range(times):
            file.write(np.ascontiguousarray(corpus.ids).data)
        file.flush()
        ids = np.memmap(file, np.int32, "r", shape=(times * len(corpus),))
    starts = [corpus.offsets[:-1] + turn * len(corpus) for turn in range(times)]
    offsets = np.concatenate([*starts, [times * len(corpus)]])
    words = Vocabulary(corpus.vocabulary.words, corpus.vocabulary.counts * times)
    return EncodedCorpus(corpus.name, ids, offsets, words)


class Seen(ConcordanceView):
    """Remembers when lines were painted last, and how long that took."""

    begun = ended = 0.0
    first = 0.0

    def paintEvent(self, event) -> None:
        self.begun = time.perf_counter()
        super().paintEvent(event)
        self.ended = time.perf_counter()
        if self.count and not self.first:
            self.first = self.ended


class Card:
    """The card on its own, over a text."""

    def __init__(self, corpus: EncodedCorpus) -> None:
        self.jobs, self.owner = Jobs(), QObject()
        self.worker = Concordancing(self.jobs, self.owner)
        self.panel = ConcordancePanel()
        self.panel.view.__class__ = Seen
        Collector(self.panel)
        self.worker.attend(self.panel)
        self.panel.resize(1000, 600)
        self.panel.show()
        self.worker.open_text(corpus)
        self.panel.open_text(Opened(corpus))

    def wait(self, milliseconds: int = 1) -> None:
        """Let the window live: the event loop lets the worker work."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until_answered(self, act) -> tuple[float, float]:
        """Return after how many milliseconds the first lines were seen, and after how many nothing was left to do."""
        view = self.panel.view
        view.first, start = 0.0, time.perf_counter()
        act()
        while self.worker.active:
            self.wait()
        end = time.perf_counter()
        self.wait(60)
        return 1e3 * (view.first - start), 1e3 * (end - start)

    def scrolled(self, lines: int) -> list[float]:
        """Return how long frames take in milliseconds when one scrolls by so many lines each time."""
        bar, app = self.panel.view.verticalScrollBar(), application()
        return [milliseconds(lambda: (bar.setValue(bar.value() + lines), app.processEvents())) for _ in range(100)]


def rows(corpus: EncodedCorpus, words: Sequence[str] = ()) -> Iterator[Row]:
    """Look words up: those that are given, or one that is frequent, one in the middle and a rare one."""
    application()
    names, size = corpus.vocabulary.words, len(corpus.vocabulary)
    corpus.vocabulary.index("")  # the window looks this up when a text is opened
    card = Card(corpus)
    for word in words or (names[0], names[size // 100], names[size // 2]):
        card.panel.choose_order("place")
        first, found = card.until_answered(lambda word=word: card.panel.look_up(word))
        card.wait(500)
        _, ordered = card.until_answered(lambda: card.panel.choose_order(RIGHT))
        what, lines = f"concordance of {word}, {len(corpus):,} tokens", f"{card.panel.view.count:,} lines"
        yield timed(f"{what}: first lines seen", [first], FIRST_LINES, lines)
        yield timed(f"{what}: all found", [found], None, f"then sorted by the words after: {ordered:.0f} ms")
    card.panel.choose_order("place")
    card.until_answered(lambda: card.panel.look_up(names[0]))
    yield timed("concordance: a notch of the wheel", card.scrolled(3), FRAME)
    page = card.panel.view.verticalScrollBar().pageStep()
    yield timed("concordance: a page", card.scrolled(page), FRAME)
    card.jobs.shutdown()
    card.panel.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text, plain or .gz")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("words", nargs="*", metavar="WORD")
    arguments = parser.parse_args()
    corpus = encode(open_texts([arguments.corpus])).corpus
    show(rows(repeated(corpus, arguments.times), arguments.words))


if __name__ == "__main__":
    main()
