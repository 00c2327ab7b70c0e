"""What it costs to search, sort and show a vocabulary of a million words.

    python tests/benchmarks/vocabulary.py --corpus TEXT(.gz) [--words 1000000]

The words are those of the text; where there are too few, others are made of them by endings. Searches and the order
are made on a worker of the window; the rest happens on its own thread, where nothing may take longer than a frame.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import numpy as np
from offscreen import FRAME, THREAD, application, milliseconds, timed
from table import Row, show

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.sources import open_texts
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.corpus.word_index import Pattern, WordIndex
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.panels.vocabulary import VocabularyPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ENDINGS = ("ed", "ing", "ly", "ness", "less", "al", "er", "est", "ful", "ish")
_HOLDS = "theirs stops all other threads meanwhile"
_QUERIES = ("e", "king", "^un", "ing$", "un*able", "?????")


def enlarged(corpus: EncodedCorpus, size: int) -> EncodedCorpus:
    """Return the corpus with so many words: those that are missing occur once, at least by their counts."""
    words = dict.fromkeys(corpus.vocabulary.words)
    for ending in _ENDINGS:
        words |= dict.fromkeys(word + ending for word in corpus.vocabulary.words)
    counts = np.ones(min(size, len(words)), np.int64)
    known = min(len(corpus.vocabulary), len(counts))
    counts[:known] = corpus.vocabulary.counts[:known]
    return EncodedCorpus(corpus.name, corpus.ids, corpus.offsets, Vocabulary(list(words)[: len(counts)], counts))


def best(work: Callable[[], Any], times: int = 5) -> float:
    """Return the milliseconds of the fastest of several times."""
    return min(milliseconds(work) for _ in range(times))


def repeated(work: Callable[[int], Any], times: int = 20) -> list[float]:
    """Return the milliseconds of several times but the first."""
    return [milliseconds(lambda i=i: work(i)) for i in range(times)][1:]


def rows(corpus: EncodedCorpus) -> Iterator[Row]:
    """Measure the searches, on a worker, and the card."""
    words = corpus.vocabulary.words
    index = WordIndex(words)
    for query in _QUERIES:
        ours = best(lambda query=query: index.find(query))
        if "?" in query:
            yield timed(f"vocabulary: search {query}", [ours], None, f"of {len(words):,} words")
        else:
            part = "".join(map(chr, max(Pattern.parse(query).pieces, key=len)))
            theirs = best(lambda part=part: [i for i, word in enumerate(words) if part in word])
            yield _compared(f"vocabulary: search {query}", "a loop with `in`", theirs, ours)
    yield timed("vocabulary: index", [best(lambda: WordIndex(words))])
    yield _compared(
        "vocabulary: alphabetical order",
        "sorted()",
        best(lambda: sorted(words), 2),
        best(index.alphabetical, 2),
        _HOLDS,
    )
    yield from _in_window(corpus)


def _in_window(corpus: EncodedCorpus) -> Iterator[Row]:
    application()
    panel = VocabularyPanel()
    panel.resize(340, 560)
    panel.show()
    panel.open_text(Opened(corpus))
    panel.filter.button("all").click()
    bar, viewport = panel.table.verticalScrollBar(), panel.table.viewport()

    def scroll(i: int) -> None:
        bar.setValue(i * 100_003 % bar.maximum())
        viewport.grab()

    yield timed("vocabulary: opening the text", repeated(lambda i: panel.open_text(Opened(corpus)), 6), THREAD)
    yield timed("vocabulary: a frame of scrolling", repeated(scroll), FRAME)
    sampled = repeated(lambda i: panel.show_config(_config(sample=1e-3 / (i + 1))))
    yield timed("vocabulary: another sample, all rows", sampled, THREAD)
    panel.filter.button("kept").click()
    counted = repeated(lambda i: panel.show_config(_config(min_count=i + 1)))
    yield timed("vocabulary: another min. count, kept rows", counted, THREAD)
    panel.close()


def _config(**settings: Any) -> TrainingConfig:
    return TrainingConfig(**({"min_count": 1} | settings))


def _compared(what: str, beside: str, theirs: float, ours: float, remark: str = "") -> Row:
    return Row(what, beside, f"{theirs:.1f} ms", f"{ours:.1f} ms", f"**{theirs / ours:.1f}×**", remark)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--words", type=int, default=1_000_000)
    arguments = parser.parse_args()
    corpus = enlarged(encode(open_texts([arguments.corpus])).corpus, arguments.words)
    show(rows(corpus))


if __name__ == "__main__":
    main()
