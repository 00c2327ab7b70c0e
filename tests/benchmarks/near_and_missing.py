"""How long it takes to say why two words are near, and which word is missing, in milliseconds.

    python tests/benchmarks/near_and_missing.py --corpus TEXT(.gz) [WORD WORD]

Offscreen, the real cards with their workers, over weights that know nothing: what they say takes as long as if they
knew everything. Without words: two that are in the middle, and the two most frequent ones.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

import numpy as np
from offscreen import THREAD, application, milliseconds, timed
from PySide6.QtCore import QEventLoop, QObject, QTimer
from table import show

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.sources import open_texts
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.prediction import Predictor
from w2v_gui.gui.explored import Explored
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.panels.predict import PredictPanel
from w2v_gui.gui.panels.why import WhyPanel
from w2v_gui.gui.predicting import Predicting
from w2v_gui.gui.relating import Relating
from w2v_gui.vectors.word_vectors import WordVectors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from table import Row

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.gui.widgets.card import Card

FIRST = 200.0
"""Milliseconds after which a first answer should be seen."""

SIZE = 100
AGAIN = 10


def explored(corpus: EncodedCorpus, model: str, objective: str) -> Explored:
    """Return weights over a text, drawn at random."""
    config = TrainingConfig(model=model, objective=objective, vector_size=SIZE)
    vocabulary = corpus.vocabulary.kept(config.min_count)
    W = np.random.default_rng(1).normal(size=(len(vocabulary), SIZE)).astype(np.float32)
    W_out = W[1:] if objective == "hierarchical_softmax" else W
    vectors = WordVectors(vocabulary.words, W, vocabulary.counts)
    return Explored("", vectors, predictor=Predictor.of(config, vocabulary, W, W_out), opened=Opened(corpus))


class Asked:
    """A card on its own, with its worker."""

    def __init__(self, card: Card, make_worker: Callable[[Jobs, QObject], Relating | Predicting]) -> None:
        self.jobs, self.owner, self.card = Jobs(), QObject(), card
        self.worker = make_worker(self.jobs, self.owner)
        self.worker.attend(card)
        card.resize(310, 420)
        card.show()

    def show(self, shown: Explored) -> None:
        self.worker.show_explored(shown)
        self.card.show_explored(shown)
        self.wait()

    def wait(self) -> None:
        """Let the window live until nothing is left to do."""
        while self.worker.active:
            loop = QEventLoop()
            QTimer.singleShot(2, loop.quit)
            loop.exec()

    def answered(self, act: Callable[[], object], signal) -> list[float]:
        """Return after how many milliseconds each answer was there, when all that it says had been shown."""
        times: list[float] = []
        start = time.perf_counter()
        connection = signal.connect(lambda _: times.append(1e3 * (time.perf_counter() - start)))
        act()
        self.wait()
        signal.disconnect(connection)
        return times


def near(corpus: EncodedCorpus, pairs: Sequence[tuple[str, str]]) -> Iterator[Row]:
    """Ask why words are near, each pair for the first time."""
    asked = Asked(WhyPanel(), Relating)
    asked.show(explored(corpus, "skipgram", "negative_sampling"))
    asked.answered(lambda: asked.card.show_pair("", "–"), asked.worker.missing)
    for first, second in pairs:
        times = asked.answered(lambda a=first, b=second: asked.card.show_pair(a, b), asked.worker.related)
        remark = f"all of the text: {times[-1]:.0f} ms" if len(times) > 1 else "all of the text"
        yield timed(f"why {first}, {second} are near, {len(corpus):,} tokens", times[:1], FIRST, remark)
        related = asked.card._related
        again = [milliseconds(lambda shown=related: asked.card.show_related(shown)) for _ in range(AGAIN)]
        yield timed("the same shown in the window", again, THREAD)
        asked.wait()
    asked.jobs.shutdown()


def missing(corpus: EncodedCorpus) -> Iterator[Row]:
    """Ask for the word between ten others."""
    words = corpus.vocabulary.words
    line = " ".join((*words[100:105], "___", *words[200:205]))
    asked = Asked(PredictPanel(), Predicting)
    for model in ("cbow", "skipgram"):
        for objective in ("softmax", "negative_sampling", "hierarchical_softmax"):
            shown = explored(corpus, model, objective)
            asked.show(shown)
            times = [asked.answered(lambda: asked.card.ask(line), asked.worker.answered)[0] for _ in range(AGAIN)]
            yield timed(f"missing word, {model}, {objective}, V = {len(shown.vectors):,}", times, FIRST)
    asked.jobs.shutdown()


def rows(corpus: EncodedCorpus, words: Sequence[str] = ()) -> Iterator[Row]:
    """Measure both cards."""
    application()
    names = corpus.vocabulary.words
    corpus.vocabulary.index("")  # the window looks this up when a text is opened
    pairs = [tuple(words)] if words else [(names[500], names[501]), (names[0], names[1])]
    yield from near(corpus, pairs)
    yield from missing(corpus)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text, plain or .gz")
    parser.add_argument("words", nargs="*", metavar="WORD", help="two words")
    arguments = parser.parse_args()
    if len(arguments.words) not in (0, 2):
        parser.error("name two words, or none")
    show(rows(encode(open_texts([arguments.corpus])).corpus, arguments.words))


if __name__ == "__main__":
    main()
