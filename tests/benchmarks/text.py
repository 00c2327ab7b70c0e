"""What the Text page costs, in one table: opening a text, scrolling it, its pairs, its words, the lines around a word.

    python tests/benchmarks/text.py --corpus TEXT(.gz) [--chinese TEXT(.gz)]

Offscreen. Times are medians, beside what they may be: a frame of scrolling 16 ms, anything on the window's thread
50 ms, the first lines of a concordance 200 ms. Takes a few minutes, on a machine that does nothing else meanwhile.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import concordance
import ingest
import opening
import pairs
import passages
import text_view
import vocabulary
from table import show

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.sources import open_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from table import Row

LONGER = 10
WORDS = 1_000_000


def of_text(path: str, repeat: int) -> Iterator[Row]:
    """Measure everything with one text."""
    yield ingest.kept(path, repeat)
    yield from opening.rows(path)
    yield from passages.rows(path)
    yield from text_view.rows(path)
    corpus = encode(open_texts([path])).corpus
    yield from pairs.rows(corpus, ["word2vec's windows"])
    yield from concordance.rows(corpus)
    yield from concordance.rows(concordance.repeated(corpus, LONGER))
    yield from vocabulary.rows(vocabulary.enlarged(corpus, WORDS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text of spaced words, plain or .gz")
    parser.add_argument("--chinese", help="a Chinese text, plain or .gz")
    parser.add_argument("--repeat", type=int, default=3, help="how often reading is measured (3)")
    arguments = parser.parse_args()
    texts = [path for path in (arguments.corpus, arguments.chinese) if path]
    show(
        row._replace(what=f"{Path(path).name}: {row.what}") for path in texts for row in of_text(path, arguments.repeat)
    )


if __name__ == "__main__":
    main()
