"""Opening vectors and asking them, beside gensim and beside a bare matrix-vector product.

    python tests/benchmarks/vectors.py [--rows 400000] [--dimensions 300] [--text-rows 40000] [--rounds 5]

The files are made here, in a temporary folder. Every opening has a process of its own, ours and gensim's in turn, and
the middle one of the rounds counts: the first of all is left out. Before the clock starts, each takes and gives back
as much memory as it is going to need. A virtual machine may have lent it to others, and getting it back takes up to a
second for those who happen to be first.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from table import Row, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def write_files(folder: Path, arguments: argparse.Namespace) -> dict[str, Path]:
    """Write a file of each kind; the text ones hold fewer rows, because writing them takes long."""
    rng = np.random.default_rng(1)
    words = [f"word{row}" if row % 3 else f"wörter{row * 7919 % 1_000_003}" for row in range(arguments.rows)]
    words = [f"{word}-{row}" for row, word in enumerate(words)]
    paths = {kind: folder / kind for kind in ("word2vec binary", "word2vec text", "GloVe text")}
    with paths["word2vec binary"].open("wb") as file:
        file.write(b"%d %d\n" % (arguments.rows, arguments.dimensions))
        for word in words:
            row = rng.standard_normal(arguments.dimensions, dtype=np.float32)
            file.write(word.encode() + b" " + row.astype("<f4").tobytes() + b"\n")
    for kind, header in (("word2vec text", f"{arguments.text_rows} {arguments.dimensions}\n"), ("GloVe text", "")):
        with paths[kind].open("w", encoding="utf-8") as file:
            file.write(header)
            for word in words[: arguments.text_rows]:
                row = rng.standard_normal(arguments.dimensions).tolist()
                file.write(f"{word} {' '.join(f'{number:.5g}' for number in row)}\n")
    return paths


def seconds(act: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def warm_up_memory(path: str) -> None:
    """Take twice as much memory as a file has bytes, and give it back."""
    np.ones(2 * Path(path).stat().st_size, np.uint8)


def open_ours(kind: str, path: str) -> dict[str, float]:
    from w2v_gui.vectors.formats import open_vectors

    start = time.perf_counter()
    vectors = open_vectors(path).vectors
    opening = time.perf_counter() - start
    word = vectors.words[len(vectors) // 2]
    unit, matrix = vectors.units([0])[0], vectors.matrix
    first = seconds(lambda: vectors.neighbours(word))
    asked = [(seconds(lambda: matrix @ unit), seconds(lambda: vectors.neighbours(word))) for _ in range(15)]
    bare, query = (statistics.median(times) for times in zip(*asked, strict=True))
    return {"opening": opening, "first": first, "bare": bare, "query": query}


def open_theirs(kind: str, path: str) -> dict[str, float]:
    from gensim.models import KeyedVectors

    binary, bare = kind == "word2vec binary", kind == "GloVe text"
    return {"opening": seconds(lambda: KeyedVectors.load_word2vec_format(path, binary=binary, no_header=bare))}


OPENERS = {"ours": open_ours, "gensim": open_theirs}


def in_own_process(who: str, kind: str, path: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", who, kind, str(path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def rows(arguments: argparse.Namespace) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        for kind, path in write_files(Path(folder), arguments).items():
            count = arguments.rows if kind == "word2vec binary" else arguments.text_rows
            what = f"opening {kind}, {count:,} × {arguments.dimensions}"
            in_own_process("ours", kind, path)
            found: dict[str, list[dict[str, float]]] = {who: [] for who in OPENERS}
            for _ in range(arguments.rounds):
                for who, results in found.items():
                    results.append(in_own_process(who, kind, path))
            theirs, ours = (middle(found[who], "opening") for who in ("gensim", "ours"))
            size = f"{path.stat().st_size / 1e6:,.0f} MB"
            yield Row(what, "gensim", f"{theirs:.2f} s", f"{ours:.2f} s", f"{theirs / ours:.1f}×", size)
            if kind == "word2vec binary":
                bare, query, first = (middle(found["ours"], key) for key in ("bare", "query", "first"))
                yield Row(
                    f"10 neighbours of a word, {count:,} × {arguments.dimensions}",
                    "matrix · vector",
                    f"{1000 * bare:.1f} ms",
                    f"{1000 * query:.1f} ms",
                    f"{bare / query:.2f}×",
                    f"the first: {1000 * first:.0f} ms",
                )


def middle(results: list[dict[str, Any]], key: str) -> float:
    return statistics.median(result[key] for result in results)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=400_000)
    parser.add_argument("--text-rows", type=int, default=40_000)
    parser.add_argument("--dimensions", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--measure", nargs=3, metavar=("WHO", "KIND", "PATH"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        who, kind, path = arguments.measure
        warm_up_memory(path)
        print(json.dumps(OPENERS[who](kind, path)))
    else:
        show(rows(arguments))


if __name__ == "__main__":
    main()
