"""Full softmax against the least it can cost: three bare matrix products.

A batch of CBOW needs the logits (B × N by N × V), the error of the hidden layer (B × V by V × N) and the
gradient of W_out (V × B by B × N). Everything else — gathering, exponentials, updates — should add little.

    python tests/benchmarks/softmax.py
"""

from __future__ import annotations

import argparse
import time
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
from table import Row, show
from threadpoolctl import threadpool_limits

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.trainer import Trainer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REST = 0.5
"""Seconds in between: threads of BLAS go on spinning for a while after their last product, and would be in the way."""


def bare_products(words: int, batch: int, size: int, threads: int, batches: int) -> float:
    """Return samples a second of the three products alone, BLAS running on that many threads."""
    rng = np.random.default_rng(0)
    H, W_out = (rng.normal(size=(rows, size)).astype(np.float32) for rows in (batch, words))
    U, G, E = (np.empty(shape, np.float32) for shape in ((batch, words), (words, size), (batch, size)))
    with threadpool_limits(threads, user_api="blas"):
        started = time.perf_counter()
        for _ in range(batches):
            np.matmul(H, W_out.T, out=U)
            np.matmul(U, W_out, out=E)
            np.matmul(U.T, H, out=G)
        return batches * batch / (time.perf_counter() - started)


def training(trainer: Trainer, batches: int, batch: int) -> float:
    """Return samples a second of a real chunk of training."""
    trainer.reset()
    started = time.perf_counter()
    done = trainer.train_chunk(batches * batch).windows
    return done / (time.perf_counter() - started)


def measure(words: int, batch: int, size: int, threads: int, rounds: int) -> tuple[float, float, float]:
    """Return median samples a second of products and of training, and the median of their ratios, in turn."""
    rng = np.random.default_rng(0)
    ids = np.concatenate([rng.permutation(words) for _ in range(12)])
    corpus = EncodedCorpus.from_sentences([[f"w{i}" for i in ids]])
    config = TrainingConfig(
        model="cbow",
        objective="softmax",
        vector_size=size,
        batch_size=batch,
        threads=threads,
        min_count=1,
        alpha=0.01,
        sample=0,
    )
    trainer = Trainer(corpus, config)
    trainer.prepare()
    pairs = []
    for _ in range(rounds):
        bare = bare_products(words, batch, size, threads, 60)
        time.sleep(REST)
        pairs.append((bare, training(trainer, 60, batch)))
    trainer.close()
    bare, ours = zip(*pairs, strict=True)
    return median(bare), median(ours), median(b / a for a, b in pairs)


def rows(words: int, batch: int, size: int, threads: Sequence[int], rounds: int) -> Iterator[Row]:
    """Measure for each number of threads."""
    for count in threads:
        bare, ours, ratio = measure(words, batch, size, count, rounds)
        yield Row(
            f"CBOW, full softmax, V = {words:,}, batch {batch}, threads: {count}",
            "its three matrix products alone",
            f"{bare:,.0f} windows/s",
            f"{ours:,.0f} windows/s",
            f"**{ratio:.2f}**",
        )


def main() -> None:
    """Print one row for each number of threads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    show(rows(**vars(options)))


if __name__ == "__main__":
    main()
