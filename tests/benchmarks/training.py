"""Training speed, quality and memory beside gensim, on the same tokens, in turn.

    python tests/benchmarks/training.py --corpus TEXT(.gz) [--pairs FILE] [--analogies FILE]

Every figure comes from a process of its own. gensim streams the very tokens that our tokenizer found, from a
file with a sentence a line. Words a second are tokens of the text times epochs, over the time of training
alone; gensim's rate is its default, 0.025, and ours is our default for the mode. Memory is the peak of the
whole process, reading included.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memory import peak
from table import Row, show

if TYPE_CHECKING:
    from collections.abc import Iterator

MODES = {
    "skip-gram, negative sampling": ("skipgram", "negative_sampling"),
    "skip-gram, hierarchical softmax": ("skipgram", "hierarchical_softmax"),
    "CBOW, negative sampling": ("cbow", "negative_sampling"),
    "CBOW, hierarchical softmax": ("cbow", "hierarchical_softmax"),
}
SIZE, WINDOW, NEGATIVE, SAMPLE, MIN_COUNT = 100, 5, 5, 1e-3, 5


def train_ours(arguments: argparse.Namespace, model: str, objective: str, out: Path) -> dict[str, Any]:
    from w2v_gui.corpus.ingest import encode
    from w2v_gui.corpus.sources import open_texts
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.vectors.formats import write_vectors
    from w2v_gui.vectors.word_vectors import WordVectors

    corpus = encode(open_texts([arguments.corpus])).corpus
    config = TrainingConfig(
        model=model, objective=objective, vector_size=SIZE, window=WINDOW, negative=NEGATIVE, sample=SAMPLE,
        min_count=MIN_COUNT, epochs=arguments.epochs, threads=arguments.threads,
    )  # fmt: skip
    trainer = Trainer(corpus, config)
    trainer.prepare()
    started = time.perf_counter()
    while not trainer.finished:
        trainer.train_chunk(500_000)
    seconds = time.perf_counter() - started
    trainer.close()
    memory = peak()
    write_vectors(out, WordVectors(trainer.vocabulary.words, trainer.parameters.W, counts=trainer.vocabulary.counts))
    return {"words_per_s": trainer.words_total / seconds, "memory": memory, "words": len(trainer.vocabulary)}


def train_gensim(arguments: argparse.Namespace, model: str, objective: str, out: Path) -> dict[str, Any]:
    from gensim.models.word2vec import LineSentence, Word2Vec

    hierarchical = objective == "hierarchical_softmax"
    sentences = LineSentence(arguments.tokens)
    gensim = Word2Vec(
        vector_size=SIZE, window=WINDOW, sample=SAMPLE, min_count=MIN_COUNT, workers=arguments.threads,
        sg=int(model == "skipgram"), hs=int(hierarchical), negative=0 if hierarchical else NEGATIVE,
    )  # fmt: skip
    gensim.build_vocab(sentences)
    started = time.perf_counter()
    gensim.train(sentences, total_examples=gensim.corpus_count, epochs=arguments.epochs)
    seconds = time.perf_counter() - started
    memory = peak()
    gensim.wv.save_word2vec_format(str(out), binary=True)
    words = gensim.corpus_total_words * arguments.epochs
    return {"words_per_s": words / seconds, "memory": memory, "words": len(gensim.wv)}


TRAINERS = {"ours": train_ours, "gensim": train_gensim}


def scores(arguments: argparse.Namespace, path: Path) -> dict[str, Any]:
    from w2v_gui.vectors.evaluation import evaluate_analogies, evaluate_pairs
    from w2v_gui.vectors.formats import read_vectors

    vectors = read_vectors(path)
    found: dict[str, Any] = {}
    if arguments.pairs:
        found["pairs"] = evaluate_pairs(vectors, arguments.pairs).spearman
    if arguments.analogies:
        found["analogies"] = evaluate_analogies(vectors, arguments.analogies, restrict=30_000).accuracy
    return found


def measure(arguments: argparse.Namespace) -> None:
    who, mode = arguments.measure
    out = Path(tempfile.mkdtemp()) / "vectors.bin"
    result = TRAINERS[who](arguments, *MODES[mode], out)
    result |= scores(arguments, out)
    out.unlink()
    print(json.dumps(result))


def in_own_process(arguments: argparse.Namespace, who: str, mode: str) -> dict[str, Any]:
    command = [sys.executable, __file__, "--corpus", arguments.corpus, "--tokens", arguments.tokens]
    command += ["--epochs", str(arguments.epochs), "--threads", str(arguments.threads), "--measure", who, mode]
    for option in ("pairs", "analogies"):
        if getattr(arguments, option):
            command += [f"--{option}", getattr(arguments, option)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def write_tokens(path: str, out: str) -> None:
    """Write the tokens that our own reading finds, a sentence a line, for gensim."""
    from w2v_gui.corpus.ingest import encode
    from w2v_gui.corpus.sources import open_texts

    corpus = encode(open_texts([path])).corpus
    words = corpus.vocabulary.words
    with open(out, "w", encoding="utf-8") as file:
        for begin, end in zip(corpus.offsets[:-1].tolist(), corpus.offsets[1:].tolist(), strict=True):
            file.write(" ".join([words[i] for i in corpus.ids[begin:end].tolist()]) + "\n")


def rows(arguments: argparse.Namespace) -> Iterator[Row]:
    """Measure mode by mode, gensim and ours in turn."""
    handle, arguments.tokens = tempfile.mkstemp(suffix=".txt")
    os.close(handle)
    try:
        write_tokens(arguments.corpus, arguments.tokens)
        for mode in arguments.modes:
            theirs, ours = (in_own_process(arguments, who, mode) for who in ("gensim", "ours"))
            remarks = [
                f"{label} {theirs[key]:.3f} → {ours[key]:.3f}"
                for label, key in (("pairs ρ", "pairs"), ("analogies", "analogies"))
                if key in ours
            ]
            remarks.append(f"peak memory {theirs['memory'] / 1e6:.0f} → {ours['memory'] / 1e6:.0f} MB")
            yield Row(
                mode,
                "gensim",
                f"{theirs['words_per_s'] / 1e3:,.0f} k words/s",
                f"{ours['words_per_s'] / 1e3:,.0f} k words/s",
                f"**{ours['words_per_s'] / theirs['words_per_s']:.1f}×**",
                ", ".join(remarks),
            )
    finally:
        os.unlink(arguments.tokens)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what this benchmark wants to know."""
    parser.add_argument("--corpus", required=True, help="a text of spaced words, plain or .gz")
    parser.add_argument("--pairs", help="word pairs with scores, such as WordSim-353")
    parser.add_argument("--analogies", help="analogy questions, such as questions-words")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--modes", nargs="+", default=list(MODES), choices=list(MODES))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("--tokens", help=argparse.SUPPRESS)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        measure(arguments)
    else:
        show(rows(arguments))


if __name__ == "__main__":
    main()
