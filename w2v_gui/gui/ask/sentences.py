"""What is said about an answer: what was computed, over which vectors, and what could not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.language import sentence
from w2v_gui.gui.text import number, one_line, paragraph, short_number, true_minus
from w2v_gui.gui.word_counts import words_text

if TYPE_CHECKING:
    from w2v_gui.gui.ask.wish import Answered
    from w2v_gui.gui.explored import Explored
    from w2v_gui.vectors.questions import Answer

_LONGEST = 90


def rows_name(rows: str) -> str:
    """Return what W, W_out and their mean are called."""
    return {"W": "W", "W_out": "W′", "mean": QCoreApplication.translate("ask", "the mean of W and W′")}[rows]


def moment(explored: Explored) -> str:
    """Return how much had been trained when these vectors were taken; nothing of vectors from a file."""
    if not explored.words_done:
        return ""
    text = QCoreApplication.translate("ask", "after {count} trained words")
    if explored.words_done == 1:
        text = QCoreApplication.translate("ask", "after 1 trained word")
    return text.format(count=short_number(explored.words_done))


def remark(answered: Answered) -> str:
    """Return what was computed, in a line or two; why there is no answer, where there is none."""
    answer = answered.answer
    if answer.problem is not None:
        return sentence(answer.problem)
    if answer.unknown:
        return ""
    translate = QCoreApplication.translate
    parts = [_asked(answer)]
    if answer.kind == "odd":
        parts.append(translate("ask", "cosines over {rows}"))
    else:
        parts.append(
            translate("ask", "cosine over {rows}")
            if answer.measure == "cosine"
            else translate("ask", "3CosMul over {rows}")
        )
        parts.append(_compared(answered))
    parts += filter(None, [moment(answered.explored)])
    text = " · ".join(parts).format(rows=rows_name(answered.explored.rows))
    return _in_lines(text, _doubts(answered))


def finding(answered: Answered) -> str:
    """Return of the remark what the card does not show elsewhere, for where there is little room.

    A question is one of these things if it was typed in another way than it is understood.
    """
    answer = answered.answer
    if answer.problem is not None or answer.unknown:
        return remark(answered)
    as_typed = answered.wish.text.replace("-", "\u2212") == answer.question
    found = "" if as_typed and answer.kind != "odd" else _asked(answer).format()
    return _in_lines(found, _doubts(answered))


def _in_lines(text: str, doubts: list[str]) -> str:
    """Put sentences below what is none and has no full stop."""
    return "\n".join(filter(None, (text, paragraph(doubts))))


def _asked(answer: Answer) -> str:
    translate = QCoreApplication.translate
    if answer.kind == "analogy":
        return _literal("{question}", question=one_line(answer.question, _LONGEST))
    if answer.kind == "nearest":
        return _literal(translate("ask", "Nearest to {question}"), question=one_line(answer.question, _LONGEST))
    if answer.odd is not None:
        return _literal(translate("ask", "The odd one out is {word}"), word=one_line(answer.odd, _LONGEST))
    if len(answer.members) == 2:
        first, second = (word for word in answer.words if word not in answer.directionless)
        values = {
            "first": one_line(first, 40),
            "second": one_line(second, 40),
            "cosine": true_minus(f"{answer.members[0].similarity:.3f}"),
        }
        return _literal(translate("ask", "Cosine of {first} and {second}: {cosine}"), **values)
    return translate("ask", "No word is odder than the others")


def _compared(answered: Answered) -> str:
    compared, all_ = answered.answer.compared, len(answered.explored.vectors)
    if compared == all_:
        return words_text(all_)
    text = QCoreApplication.translate("ask", "{count} of {all} words")
    return text.format(count=number(compared), all=number(all_))


def _doubts(answered: Answered) -> list[str]:
    """Return what should be known about an answer beyond its figures."""
    answer = answered.answer
    translate = QCoreApplication.translate
    doubts = []
    if answer.directionless:
        words = translate("ask", ", ", "between words in a list").join(
            one_line(word, 30) for word in answer.directionless[:5]
        )
        text = translate("ask", "The vectors of these are zero or not finite, and count for nothing: {words}.")
        doubts.append(text.format(words=words))
    if not answer.rows:
        if answer.others or answer.kind == "odd":
            doubts.append(translate("ask", "No other word has a direction to compare with."))
        elif answer.compared == len(answered.explored.vectors):
            doubts.append(translate("ask", "There is no other word beside those of the question."))
        else:
            doubts.append(translate("ask", "No word is left to compare with: change the minimum count or the list."))
    return doubts


def _literal(template: str, **values: str) -> str:
    """Fill in words that may hold braces, in a template that will be filled in once more."""
    return template.format(**{name: value.replace("{", "{{").replace("}", "}}") for name, value in values.items()})
