"""How long reading a text takes, and how much memory: ours beside gensim's vocabulary scan and bare rjieba.

Usage: python tests/benchmarks/ingest.py --corpus TEXT(.gz) [--chinese TEXT(.gz)] [--repeat 3]

Every figure comes from a process of its own, the best of several, taken in turns. Memory is the peak above what
the interpreter takes with all imports done and the kernels compiled.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def measure_ours(path: str) -> Callable[[], dict[str, Any]]:
    from w2v_gui.corpus.ingest import encode
    from w2v_gui.corpus.sources import PastedText, open_texts
    from w2v_gui.corpus.tokenizers import TokenizerOptions

    encode([PastedText("one two", "warm-up")], TokenizerOptions(language="spaced"))

    def run() -> dict[str, Any]:
        report = encode(open_texts([path])).report
        return {"tokens": report.tokens, "words": report.words}

    return run


def measure_gensim(path: str) -> Callable[[], dict[str, Any]]:
    from gensim.models.word2vec import LineSentence, Word2Vec

    model = Word2Vec()

    def run() -> dict[str, Any]:
        tokens, _ = model._scan_vocab(LineSentence(path), 10**9, None)
        return {"tokens": tokens, "words": len(model.raw_vocab)}

    return run


def measure_rjieba(path: str) -> Callable[[], dict[str, Any]]:
    """Segment lines that are in memory already, and do nothing with the words but count them."""
    import rjieba

    from w2v_gui.corpus.sources import open_texts

    text = "".join(block.text for source in open_texts([path]) for block in source.blocks())
    lines = text.split("\n")
    jieba = rjieba.Jieba()

    def run() -> dict[str, Any]:
        return {"tokens": sum(len(jieba.cut(line)) for line in lines), "words": None}

    return run


MEASUREMENTS = {"ours": measure_ours, "gensim": measure_gensim, "rjieba": measure_rjieba}


def peak() -> int:
    """Return the most memory this process has ever held, in bytes."""
    import resource

    value = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return value if sys.platform == "darwin" else value * 1024


def measure(what: str, path: str) -> None:
    run = MEASUREMENTS[what](path)
    before = peak()
    start = time.perf_counter()
    result = run()
    result["seconds"] = time.perf_counter() - start
    result["memory"] = peak() - before
    print(json.dumps(result))


def in_own_process(what: str, path: str) -> dict[str, Any]:
    command = [sys.executable, __file__, "--measure", what, "--corpus", path]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def compare(title: str, path: str, ours: str, theirs: str, repeat: int) -> None:
    results: dict[str, list[dict[str, Any]]] = {ours: [], theirs: []}
    for _ in range(repeat):
        for what, found in results.items():
            found.append(in_own_process(what, path))
    best = {what: min(found, key=lambda result: result["seconds"]) for what, found in results.items()}
    print(f"\n{title}: {path}")
    print(f"{'':10}{'seconds':>10}{'ratio':>8}{'peak MB':>10}{'tokens':>14}{'words':>12}")
    for what, result in best.items():
        ratio = result["seconds"] / best[theirs]["seconds"]
        memory = result["memory"] / 1e6 if what != "rjieba" else float("nan")
        print(
            f"{what:10}{result['seconds']:10.2f}{ratio:8.2f}{memory:10.0f}{result['tokens']:14,}"
            f"{result['words'] or '':>12}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text of spaced words, plain or .gz")
    parser.add_argument("--chinese", help="a Chinese text, plain or .gz")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each (3)")
    parser.add_argument("--measure", choices=MEASUREMENTS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        measure(arguments.measure, arguments.corpus)
        return
    if importlib.util.find_spec("gensim") is None:
        sys.exit("gensim is not installed, and it is what we compare with: pip install 'w2v-gui[bench]'")
    compare("Reading, splitting, counting and encoding", arguments.corpus, "ours", "gensim", arguments.repeat)
    if arguments.chinese:
        compare("Chinese, beside the bare segmenter", arguments.chinese, "ours", "rjieba", arguments.repeat)


if __name__ == "__main__":
    main()
