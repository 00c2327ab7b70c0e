"""The command ``query``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from w2v_gui.cli.console import say, table
from w2v_gui.errors import ConfigError, UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from w2v_gui.vectors.word_vectors import Neighbour, WordVectors


def query(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Add the options of ``query``; return what carries it out."""
    parser.epilog = (
        "Signs may stand without spaces between Chinese words: 国王-男人+女人. A word with a sign in it goes into\n"
        "double quotes unless it is in the vocabulary. On a terminal the answer is a table, otherwise lines of\n"
        "word, cosine and count between tabs."
    )
    parser.add_argument("model", metavar="MODEL", help="vectors: word2vec text or binary (also .gz), or .npz")
    parser.add_argument(
        "expression",
        metavar="EXPRESSION",
        nargs="+",
        help='"king - man + woman", a word, or - for a line of input each',
    )
    _add_top(parser)
    parser.add_argument(
        "--vectors",
        choices=("W", "W_out", "mean"),
        default="W",
        help="input vectors, output vectors W′, or their mean; .npz only, except for W (default %(default)s)",
    )
    return _query


def _add_top(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--top", metavar="N", default="10", help="how many words to show (default %(default)s)")


def _query(arguments: argparse.Namespace) -> int:
    from w2v_gui.vectors.formats import read_vectors

    top = _count(arguments.top, "top")
    vectors = read_vectors(arguments.model).using(arguments.vectors)
    if arguments.expression == ["-"]:
        return _answer_lines(vectors, top)
    _show(_answer(vectors, " ".join(arguments.expression), top))
    return 0


def _answer(vectors: WordVectors, text: str, top: int) -> list[Neighbour]:
    from w2v_gui.vectors.queries import answer

    found = answer(vectors, text, top)
    if not found:
        say("No other word has a vector to compare with.")
    return found


def _answer_lines(vectors: WordVectors, top: int) -> int:
    """Answer standard input line by line; a question that has no answer does not stop those after it."""
    code = 0
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            found = _answer(vectors, line.strip(), top)
        except UserError as error:
            say(str(error))
            code = 2
            continue
        if sys.stdout.isatty():
            _show(found)
        else:
            table((), [(line.strip(), *_cells(neighbour)) for neighbour in found])
    return code


def _show(found: Sequence[Neighbour]) -> None:
    table(("word", "cosine", "count"), [_cells(neighbour) for neighbour in found])


def _cells(neighbour: Neighbour) -> tuple[str, str, str]:
    return neighbour.word, f"{neighbour.similarity:.4f}", "" if neighbour.count is None else str(neighbour.count)


def _count(text: str, name: str, least: int = 1) -> int:
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if number < least:
        raise ConfigError(
            "{name} must be a whole number from {least} on, not “{text}”.", name=name, least=least, text=text
        )
    return number
