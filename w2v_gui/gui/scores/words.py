"""What is said about test sets and scores."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.text import number, one_line, true_minus
from w2v_gui.vectors import test_sets
from w2v_gui.vectors.test_sets import PairsSet

if TYPE_CHECKING:
    from w2v_gui.vectors.evaluation import PairsScore
    from w2v_gui.vectors.test_sets import TestSet

NONE = "–"

FEW = 20
"""Scores from fewer items say next to nothing."""

_SMALL_PART = 0.2
_LINES_NAMED = 8


def rho_text(value: float, digits: int = 2) -> str:
    """Return a correlation; none where it is not defined."""
    return NONE if math.isnan(value) else "ρ " + true_minus(f"{value:.{digits}f}")


def percent_text(share: float, digits: int = 1) -> str:
    """Return a share in percent; none where there is nothing to share."""
    return NONE if math.isnan(share) else f"{100 * share:.{digits}f} %"


def share_text(found: int | None, total: int) -> str:
    """Return how many of all, or only how many there are."""
    return number(total) if found is None else f"{number(found)} / {number(total)}"


def dense_share_text(found: int | None, total: int) -> str:
    """Return the same in as little room as possible."""
    return str(total) if found is None else f"{found}/{total}"


def interval_text(score: PairsScore, digits: int = 2) -> str:
    """Return where a correlation lies with 95 % confidence; nothing where that cannot be said."""
    low, high = score.interval
    return "" if math.isnan(low) else true_minus(f"{low:.{digits}f} … {high:.{digits}f}")


def undefined_text(score: PairsScore) -> str:
    """Return why there is no correlation, or nothing where there is one."""
    if score.found == 0 or not math.isnan(score.spearman):
        return ""
    return QCoreApplication.translate("scores", "One pair, or pairs that are all alike, have no order to compare.")


def kind_text(test_set: TestSet | None) -> str:
    """Return what a test set holds."""
    translate = QCoreApplication.translate
    if test_set is None:
        return ""
    return translate("scores", "pairs") if isinstance(test_set, PairsSet) else translate("scores", "analogies")


def weakness_text(found: int | None, total: int | None) -> str:
    """Return why a score should not be trusted, or nothing."""
    translate = QCoreApplication.translate
    if found is None or not total:
        return ""
    if found == 0:
        return translate("scores", "None of its words are in the vocabulary: is it made for another language?")
    if found < FEW:
        return translate("scores", "From so few, the score is mostly chance.")
    if found < _SMALL_PART * total:
        return translate("scores", "Only {share} of the set are found: the score says little about the rest.").format(
            share=percent_text(found / total)
        )
    return ""


def layout_text(test_set: TestSet) -> str:
    """Return how a file has been understood, and what was passed over, line by line."""
    translate, layout = QCoreApplication.translate, test_set.layout
    separator = {
        "tab": translate("scores", "tabs"),
        "comma": translate("scores", "commas"),
        "semicolon": translate("scores", "semicolons"),
        "space": translate("scores", "spaces"),
    }[layout.separator]
    if isinstance(test_set, PairsSet):
        text = translate(
            "scores",
            "{pairs}, {separator} between the columns. Columns {a} and {b} hold the words, column {score} "
            "the judgement.",
        )
        if layout.heading:
            text = translate(
                "scores",
                "{pairs}, {separator} between the columns. Columns {a} and {b} hold the words, column {score} "
                "the judgement: “{heading}”.",
            )
        pairs = translate("scores", "{count} pairs") if len(test_set) != 1 else translate("scores", "1 pair")
        lines = [
            text.format(
                pairs=pairs.format(count=number(len(test_set))),
                separator=separator,
                a=layout.words[0],
                b=layout.words[1],
                score=layout.score,
                heading=one_line(layout.heading, 30),
            )
        ]
    else:
        text = translate("scores", "{count} analogies, with {separator} between the words.")
        if len(test_set) == 1:
            text = translate("scores", "1 analogy, with {separator} between the words.")
        elif len(test_set.sections) > 1:
            text = translate("scores", "{count} analogies in {sections} sections, with {separator} between the words.")
        lines = [text.format(count=number(len(test_set)), sections=number(len(test_set.sections)), separator=separator)]
    if layout.tagged:
        lines.append(translate("scores", "The parts of speech after the words, such as -n, were taken off."))
    return "\n".join([*lines, *_passed_over(layout.passed_over)])


def _passed_over(places: tuple[tuple[int, str], ...]) -> list[str]:
    translate = QCoreApplication.translate
    texts = {
        test_sets.COMMENT: translate("scores", "Comments, passed over: {count} (lines {lines})."),
        test_sets.HEADING: translate("scores", "A heading, passed over: {count} (lines {lines})."),
        test_sets.NO_NUMBER: translate("scores", "No two words and a number, passed over: {count} (lines {lines})."),
        test_sets.NO_QUESTION: translate("scores", "Not four words, passed over: {count} (lines {lines})."),
    }
    counts = Counter(why for _, why in places)
    said = []
    for why, text in texts.items():
        if counts[why]:
            lines = [number(place) for place, reason in places if reason == why]
            shown = ", ".join(lines[:_LINES_NAMED]) + (" …" if len(lines) > _LINES_NAMED else "")
            said.append(text.format(count=number(counts[why]), lines=shown))
    return said
