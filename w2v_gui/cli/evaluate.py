"""The command ``evaluate``."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from w2v_gui.cli.console import say, table
from w2v_gui.cli.files import readable
from w2v_gui.cli.numbers import whole_number
from w2v_gui.errors import ConfigError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from w2v_gui.vectors.evaluation import Score, SectionScore
    from w2v_gui.vectors.test_sets import TestSet


def evaluate(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Add the options of ``evaluate``; return what carries it out."""
    parser.epilog = (
        "What a test set holds is recognised: lines of two words and a score, or of four words, with tabs, commas,\n"
        "semicolons or spaces between them. Words are tried as they are written, then lower-cased. Only items whose\n"
        "words are all known are scored; how many of them there are is always shown. Pairs are scored by Spearman's\n"
        "correlation with the cosines, analogies by the share that 3CosAdd and 3CosMul answer right. On a terminal\n"
        "the scores are a table, otherwise lines of test set, score, found, total and, for analogies, 3CosMul."
    )
    parser.add_argument("model", metavar="MODEL", help=readable())
    parser.add_argument("sets", metavar="FILE", nargs="*", help="test sets")
    for kind, what in (("pairs", "pairs of words with a score"), ("analogies", "analogies")):
        parser.add_argument(
            f"--{kind}",
            metavar="FILE",
            nargs="+",
            action="extend",
            default=[],
            help=f"test sets that must hold {what}",
        )
    parser.add_argument(
        "--restrict",
        metavar="N",
        default="30000",
        help="analogies among the first N words only, as word2vec's compute-accuracy; 0 for all (default %(default)s)",
    )
    return _evaluate


def _evaluate(arguments: argparse.Namespace) -> int:
    from w2v_gui.vectors.evaluation import score
    from w2v_gui.vectors.formats import read_vectors
    from w2v_gui.vectors.test_sets import read_analogies, read_pairs, read_test_set

    restrict = whole_number(arguments.restrict, "restrict", least=0) or None
    sets: list[TestSet] = [read_test_set(path) for path in arguments.sets]
    sets += [read_pairs(path) for path in arguments.pairs]
    sets += [read_analogies(path) for path in arguments.analogies]
    if not sets:
        raise ConfigError("There is nothing to evaluate on. Give test sets after the model.")
    for test_set in sets:
        _tell(test_set)
    vectors = read_vectors(arguments.model)
    rows = [row for test_set in sets for row in _rows(score(vectors, test_set, restrict))]
    table(("test set", "score", "found", "of", "3CosMul"), rows)
    return 0


def _tell(test_set: TestSet) -> None:
    """Say which lines were passed over, comments and headings aside."""
    from w2v_gui.vectors.test_sets import COMMENT, HEADING

    places = [str(place) for place, why in test_set.layout.passed_over if why not in (COMMENT, HEADING)]
    if places:
        lines = ", ".join(places[:8]) + (" …" if len(places) > 8 else "")
        say(f"{test_set.name}: {len(places)} lines hold no item and were passed over: {lines}.")


def _rows(scored: Score) -> list[tuple[str, ...]]:
    from w2v_gui.vectors.evaluation import PairsScore

    if isinstance(scored, PairsScore):
        return [(scored.name, _figure(scored.spearman), str(scored.found), str(scored.total), "")]
    rows = [_row(f"{scored.name}: {section.name}", section) for section in (*scored.sections, *scored.groups)]
    return [*rows, _row(scored.name, scored.whole)]


def _row(name: str, score: SectionScore) -> tuple[str, ...]:
    return name, _figure(score.accuracy), str(score.found), str(score.total), _figure(score.accuracy_by_product)


def _figure(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.4f}"
