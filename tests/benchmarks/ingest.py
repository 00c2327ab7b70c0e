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

from memory import peak
from table import Row, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def measure_ours(path: str) -> Callable[[], dict[str, Any]]:
    from w2v_gui.corpus.ingest import encode
    from w2v_gui.corpus.sources import PastedText, open_texts
    from w2v_gui.corpus.tokenizers import TokenizerOptions

    encode([PastedText("one two", "warm-up")], TokenizerOptions(language="spaced"))

    def run() -> dict[str, Any]:
        report = encode(open_texts([path])).report
        return {"tokens": report.tokens, "words": report.words}

    return run


def measure_kept(path: str) -> Callable[[], dict[str, Any]]:
    from w2v_gui.corpus.ingest import encode
    from w2v_gui.corpus.original import OriginalText
    from w2v_gui.corpus.sources import PastedText, open_texts
    from w2v_gui.corpus.tokenizers import TokenizerOptions

    encode([PastedText("one two", "warm-up")], TokenizerOptions(language="spaced"), original=OriginalText())

    def run() -> dict[str, Any]:
        found = encode(open_texts([path]), original=OriginalText())
        return {"tokens": found.report.tokens, "words": found.report.words}

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


MEASUREMENTS = {"ours": measure_ours, "kept": measure_kept, "gensim": measure_gensim, "rjieba": measure_rjieba}


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


def compare(what: str, beside: str, path: str, theirs: str, repeat: int, mine: str = "ours") -> Row:
    """Measure both in turn, and compare the best of each."""
    results: dict[str, list[dict[str, Any]]] = {theirs: [], mine: []}
    for _ in range(repeat):
        for who, found in results.items():
            found.append(in_own_process(who, path))
    other, ours = (min(found, key=lambda result: result["seconds"]) for found in results.values())
    return Row(
        what,
        beside,
        f"{other['seconds']:.2f} s",
        f"{ours['seconds']:.2f} s",
        f"**{other['seconds'] / ours['seconds']:.2f}×**",
        f"{ours['tokens']:,} tokens, peak memory above the imports {ours['memory'] / 1e6:.0f} MB",
    )


def rows(corpus: str, chinese: str | None, repeat: int) -> Iterator[Row]:
    """Measure reading, and reading Chinese if there is any."""
    yield compare("reading, splitting, counting, encoding", "gensim's vocabulary scan", corpus, "gensim", repeat)
    if chinese:
        yield compare("the same for Chinese", "rjieba alone", chinese, "rjieba", repeat)
    for path in filter(None, (corpus, chinese)):
        yield kept(path, repeat)


def kept(path: str, repeat: int) -> Row:
    """Measure reading with the text being kept beside reading without."""
    return compare("reading, and keeping the text to be seen", "reading alone", path, "ours", repeat, "kept")


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
    show(rows(arguments.corpus, arguments.chinese, arguments.repeat))


if __name__ == "__main__":
    main()
