"""What a line is: a sentence, or a part of a paragraph that has been wrapped to a certain width."""

from __future__ import annotations

from itertools import pairwise

from w2v_gui.errors import QT_TRANSLATE_NOOP

LINES: dict[str, str] = {
    "auto": QT_TRANSLATE_NOOP("corpus", "Automatic"),
    "sentence": QT_TRANSLATE_NOOP("corpus", "A line is a sentence."),
    "paragraph": QT_TRANSLATE_NOOP("corpus", "Lines are wrapped; paragraphs are taken as sentences."),
}
"""What lines can be taken for, and what to say of it on screen."""

_WIDTHS = range(50, 81)
_SENTENCE_ENDS = tuple(".!?…。！？")
_CLOSING = "\"'”’»)]"  # what may stand behind the end of a sentence
_MOST = 0.6  # of the lines; prose that is wrapped has 0.8 and more, text with a sentence a line hardly 0.1
_FEWEST = 20
_LONGEST_PARAGRAPH = 50  # lines, on average


def decide_lines(sample: str) -> str:
    """Say what the lines of a text are, from a sample of it: ``"sentence"`` or ``"paragraph"``.

    Where an editor or a program has wrapped the lines, most of those that another one follows are 50 to 80 characters
    long and break off in the middle of a sentence, and there are blank lines between the paragraphs.
    """
    lines = [line.strip() for line in sample.splitlines()]
    inside = [line for line, following in pairwise(lines) if line and following]
    ends = sum(1 for line, following in pairwise(lines) if line and not following)
    wrapped = sum(len(line) in _WIDTHS and not _ends_a_sentence(line) for line in inside)
    enough = _FEWEST <= len(inside) <= _LONGEST_PARAGRAPH * ends
    return "paragraph" if enough and wrapped > _MOST * len(inside) else "sentence"


def _ends_a_sentence(line: str) -> bool:
    return line.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)
