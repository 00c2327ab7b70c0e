"""The command ``query``."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from w2v_gui.cli.console import say, table
from w2v_gui.cli.files import readable
from w2v_gui.cli.numbers import whole_number
from w2v_gui.errors import ConfigError, UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from w2v_gui.vectors.questions import Answer, Choice
    from w2v_gui.vectors.word_vectors import Neighbour, WordVectors

_TOLD = 3
"""So many words of a list that are not there are named."""


def query(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Add the options of ``query``; return what carries it out."""
    parser.epilog = (
        "questions:\n"
        "  king                            the nearest words\n"
        '  "king - man + woman"            arithmetic; without spaces, too: 国王-男人+女人\n'
        '  "man : king :: woman : ?"       an analogy; ? may stand in any of the four places\n'
        '  "breakfast, cereal, dinner"     the odd one out; of two words, how similar they are\n\n'
        "A word with a sign in it goes into double quotes unless it is in the vocabulary. On a terminal the answer is\n"
        "a table, otherwise lines of word, cosine and count between tabs; the odd one out comes last."
    )
    parser.add_argument("model", metavar="FILE", help=readable())
    parser.add_argument(
        "question",
        metavar="QUESTION",
        nargs="+",
        help="see below; - for a line of input each",
    )
    parser.add_argument("--top", metavar="N", default="10", help="how many words to show (default %(default)s)")
    parser.add_argument(
        "--vectors",
        choices=("W", "W_out", "mean"),
        default="W",
        help="input vectors, output vectors W′, or their mean, where the file holds W′ (default %(default)s)",
    )
    parser.add_argument(
        "--method",
        choices=("add", "mul"),
        default="add",
        help="how words are added up: 3CosAdd or 3CosMul (default %(default)s)",
    )
    parser.add_argument(
        "--min-count", metavar="N", default="0", help="only words that occur so often, where that is known"
    )
    parser.add_argument("--restrict", metavar="N", default="0", help="only the first N words of the file; 0 for all")
    parser.add_argument("--among", metavar="FILE", help="only the words of a list, one a line or with commas")
    return _query


def _query(arguments: argparse.Namespace) -> int:
    from w2v_gui.vectors.formats import read_vectors

    choice = _choice(arguments)
    vectors = read_vectors(arguments.model).using(arguments.vectors)
    if arguments.among is not None:
        choice = replace(choice, among=_among(vectors, arguments.among))
    if choice.min_count and vectors.counts is None:
        say("How often words occur is not known: --min-count does nothing.")
    if arguments.question == ["-"]:
        return _answer_lines(vectors, choice)
    _show(_answer(vectors, " ".join(arguments.question), choice))
    return 0


def _choice(arguments: argparse.Namespace) -> Choice:
    from w2v_gui.vectors.questions import Choice

    return Choice(
        top=whole_number(arguments.top, "top"),
        min_count=whole_number(arguments.min_count, "min-count", least=0),
        restrict=whole_number(arguments.restrict, "restrict", least=0) or None,
        method=arguments.method,
    )


def _among(vectors: WordVectors, path: str) -> tuple[str, ...]:
    """Return the words of a list, and say how many of them are not there."""
    from w2v_gui.corpus.word_lists import list_text
    from w2v_gui.vectors.queries import rows_of
    from w2v_gui.vectors.question_tokens import read_list

    words = read_list(list_text(path), vectors)
    _, missing = rows_of(vectors, words)
    if not words:
        raise ConfigError("“{file}” holds no words. Write one a line.", file=path)
    if missing:
        examples = ", ".join(f"“{word}”" for word in missing[:_TOLD])
        of = f"{len(missing):,} of the {len(words):,} words of the list {'is' if len(missing) == 1 else 'are'}"
        say(f"{of} not in the vocabulary, such as {examples}.")
    return words


def _answer(vectors: WordVectors, text: str, choice: Choice) -> Answer:
    """Return the answer to a question.

    Raises
    ------
    UnknownWordError
        If words are unknown; all of them but the last have been named by then.
    """
    from w2v_gui.vectors.lexicon import unknown_word
    from w2v_gui.vectors.queries import answer

    found = answer(vectors, text, choice)
    errors = [unknown_word(unknown.word, unknown.spellings) for unknown in found.unknown]
    for error in errors[:-1]:
        say(str(error))
    if errors:
        raise errors[-1]
    for word in found.directionless:
        say(f"The vector of “{word}” is zero or not finite: it counts for nothing.")
    if not found.rows:
        say("No other word has a vector to compare with." if found.compared else "No word is left to compare with.")
    return found


def _answer_lines(vectors: WordVectors, choice: Choice) -> int:
    """Answer standard input line by line; a question that has no answer does not stop those after it."""
    code = 0
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            found = _answer(vectors, line.strip(), choice)
        except UserError as error:
            say(str(error))
            code = 2
            continue
        if sys.stdout.isatty():
            _show(found)
        else:
            table((), [(line.strip(), *_cells(neighbour)) for neighbour in found.rows])
    return code


def _show(found: Answer) -> None:
    table(
        ("word", "mean cosine" if found.members else found.measure, "count"),
        [_cells(neighbour) for neighbour in found.rows],
    )
    if found.odd is not None and sys.stdout.isatty():
        say(f"The odd one out is “{found.odd}”.")


def _cells(neighbour: Neighbour) -> tuple[str, str, str]:
    return neighbour.word, f"{neighbour.similarity:.4f}", "" if neighbour.count is None else str(neighbour.count)
