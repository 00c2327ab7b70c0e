"""All benchmarks, in one table.

    python tests/benchmarks/run.py --corpus TEXT(.gz) [--chinese TEXT] [--pairs FILE] [--analogies FILE]

Takes about ten minutes for a hundred megabytes, on a machine that does nothing else meanwhile.
"""

from __future__ import annotations

import argparse
from itertools import chain

import ingest
import softmax
import training
from table import show


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    training.add_options(parser)
    parser.add_argument("--chinese", help="a Chinese text, plain or .gz")
    arguments = parser.parse_args()
    show(
        chain(
            training.rows(arguments),
            softmax.rows(words=10_000, batch=512, size=100, threads=[1, arguments.threads], rounds=7),
            ingest.rows(arguments.corpus, arguments.chinese, repeat=3),
        )
    )


if __name__ == "__main__":
    main()
