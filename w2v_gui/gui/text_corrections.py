"""Putting right where the words of a Chinese text end: what can be said about tokens that are chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.corpus.segmenters import HAN
from w2v_gui.corpus.word_lists import DictionaryEntry
from w2v_gui.errors import ConfigError
from w2v_gui.gui.language import sentence
from w2v_gui.gui.text import one_line

if TYPE_CHECKING:
    from w2v_gui.gui.widgets.token_layout import Stretch
    from w2v_gui.gui.widgets.token_painting import Marks
    from w2v_gui.gui.widgets.token_sheet import Sheet

_HAN = re.compile(f"[{HAN}]")
_SHOWN = 24


@dataclass(frozen=True)
class Offer:
    """What can be done with what is chosen.

    Attributes
    ----------
    text : str
        What it is, or why it cannot be done.
    entry : DictionaryEntry or None
        What the user's dictionary would say then; None if it cannot be done.
    """

    text: str
    entry: DictionaryEntry | None = None


def offered(sheet: Sheet | None, marks: Marks, *, segmented: bool, locked: bool) -> Offer | None:
    """Return what can be done with what is chosen of a text; None if nothing is.

    Parameters
    ----------
    sheet : Sheet or None
        What is shown.
    marks : Marks
        Selected tokens, or a caret in a token.
    segmented : bool
        Whether a segmenter has divided the text.
    locked : bool
        Whether the text must stay as it is for now.
    """
    translate = QCoreApplication.translate
    if sheet is None or marks.cursor is None or (not marks.selected and marks.caret is None):
        return None
    if not segmented:
        return Offer(
            translate("corrections", "Words end at spaces here: there is no segmenter whose words could be put right.")
        )
    if locked:
        return Offer(
            translate(
                "corrections",
                "The text is being trained on: words can be put right when the training has ended.",
            )
        )
    if marks.selected:
        return joining(sheet.stretch(marks.selected[0]), marks.selected)
    return dividing(sheet.stretch(marks.cursor), marks.cursor, marks.caret or 0)


def joining(stretch: Stretch, chosen: range) -> Offer:
    """Say what it would be to make one word of several tokens of a stretch."""
    translate = QCoreApplication.translate
    if chosen[-1] >= stretch.end:
        return Offer(translate("corrections", "These words stand in different sentences."))
    places = [(int(stretch.starts[p - stretch.begin]), int(stretch.ends[p - stretch.begin])) for p in chosen]
    for (_, end), (start, _) in pairwise(places):
        between = stretch.text[end:start]
        if between.strip():
            text = translate("corrections", "“{sign}” stands between these words: a word cannot reach over it.")
            return Offer(text.format(sign=one_line(between.strip(), _SHOWN)))
        if between:
            return Offer(translate("corrections", "There is a space between these words: a word cannot reach over it."))
        if not _HAN.match(stretch.text, end - 1) and not _HAN.match(stretch.text, start):
            return Offer(_only_chinese())
    word = stretch.text[places[0][0] : places[-1][1]]
    return _offer(translate("corrections", "Make one word: {word}").format(word=one_line(word, _SHOWN)), (word,))


def dividing(stretch: Stretch, token: int, place: int) -> Offer:
    """Say what it would be to divide a token before one of its characters."""
    start, end = int(stretch.starts[token - stretch.begin]), int(stretch.ends[token - stretch.begin])
    word = stretch.text[start:end]
    left, right = word[:place], word[place:]
    if not _HAN.match(left[-1:]) and not _HAN.match(right):
        return Offer(_only_chinese())
    text = QCoreApplication.translate("corrections", "Divide here: {left} | {right}")
    return _offer(text.format(left=one_line(left, _SHOWN), right=one_line(right, _SHOWN)), (left, right))


def _offer(text: str, parts: tuple[str, ...]) -> Offer:
    try:
        return Offer(text, DictionaryEntry(parts))
    except ConfigError as error:
        return Offer(sentence(error))


def _only_chinese() -> str:
    return QCoreApplication.translate("corrections", "Only where Chinese words end can be put right.")
