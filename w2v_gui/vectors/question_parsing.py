"""Reading what can be asked in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP, QueryError
from w2v_gui.vectors.question_tokens import (
    ASKED_FOR,
    COMMAS,
    MARK,
    MINUS,
    PROPORTION,
    QUOTED,
    SEPARATOR,
    SIGN,
    Token,
    is_colon,
    tokens,
)
from w2v_gui.vectors.questions import LONGEST, MOST_WORDS, Analogy, Comparison, Expression, Term

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from w2v_gui.vectors.questions import Question

_SHOWN = 60
_EXAMPLE = "man : king :: woman : ?"


def parse(text: str, vocabulary: Container[str] | None = None) -> Question:
    """Read a question.

    ::

        question   = sum | analogy | comparison
        sum        = [sign] word { sign word }                    king - man + woman
        analogy    = place ":" place "::" place ":" place         man : king :: woman : ?
        comparison = word "," word { "," word }                   breakfast, cereal, dinner
        place      = word | "?"                                   exactly one is asked for
        word       = '"' anything '"' | letters

    Signs are ``+`` and ``-``, in any of the forms that keyboards and Chinese input methods write; so are commas
    (also ``、``), colons and question marks. Spaces may stand between all of these or not. The last place of an
    analogy may be left out, if it is the one that is asked for, and so may what follows a last comma.

    Signs, commas and colons inside a word belong to it if that whole word is in the vocabulary (``t-shirt``,
    ``1,000``); otherwise they are none of it (``国王-男人+女人``). In front of a word a sign is always a sign, and
    behind a word a comma is a comma. In comparisons and analogies there are no sums, so signs inside a word belong to
    it. A line without spaces that is in the vocabulary is that word, whatever it holds. Words in double quotes are
    taken as they are (``"a - b" + c``); a double quote in them is written twice. A quote that is never closed is a
    letter.

    Parameters
    ----------
    text : str
    vocabulary : container of str, optional
        The words there are; without it every sign, comma and colon outside quotes is one.

    Raises
    ------
    QueryError
        If there is no word, a word or a sign is missing, or it is of no form above.
    """
    if len(text) > LONGEST:
        raise QueryError(
            QT_TRANSLATE_NOOP("errors", "The question is {length} characters long. Ask with {most} at most."),
            length=len(text),
            most=LONGEST,
        )
    whole = text.strip()
    one = len(whole.split()) == 1 and QUOTED.fullmatch(whole) is None
    if one and vocabulary is not None and whole in vocabulary:
        return Expression((Term(1, whole),))
    marks = {token.text for token in tokens(whole, vocabulary, MARK) if token.kind == "mark"}
    question: Question
    if any(is_colon(mark) for mark in marks):
        question = _analogy(whole, vocabulary)
    elif any(mark in COMMAS for mark in marks):
        question = _comparison(whole, vocabulary)
    else:
        question = _expression(whole, vocabulary)
    if len(question.words) > MOST_WORDS:
        raise QueryError(
            QT_TRANSLATE_NOOP("errors", "There are {count} words in the question. Ask with {most} at most."),
            count=len(question.words),
            most=MOST_WORDS,
        )
    return question


def _expression(text: str, vocabulary: Container[str] | None) -> Expression:
    terms: list[Term] = []
    sign: int | None = None
    for run in _runs(list(tokens(text, vocabulary, SIGN)), vocabulary):
        if run.kind == "mark":
            if sign is not None:
                raise QueryError(
                    QT_TRANSLATE_NOOP(
                        "errors", "There is no word between two signs in “{text}”. Write one, or one sign."
                    ),
                    text=_shortened(text),
                )
            sign = -1 if run.text in MINUS else 1
        else:
            if sign is None and terms:
                raise _adjacent(terms[-1].word, run.text)
            terms.append(Term(1 if sign is None else sign, run.text))
            sign = None
    if sign is not None:
        raise QueryError(
            QT_TRANSLATE_NOOP("errors", "“{text}” ends with a sign. Write a word after it, or remove it."),
            text=_shortened(text),
        )
    if not terms:
        raise QueryError(QT_TRANSLATE_NOOP("errors", "There is no word to ask for. Write one, or king - man + woman."))
    return Expression(tuple(terms))


def _runs(parts: Sequence[Token], vocabulary: Container[str] | None) -> Iterator[Token]:
    """Return the tokens; words with spaces between them that are one in the vocabulary are one."""
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and parts[end].kind == "word":
            end += 1
        joined = " ".join(part.text for part in parts[at:end])
        if end > at + 1 and vocabulary is not None and joined in vocabulary:
            yield Token("word", joined)
        else:
            yield from parts[at : max(end, at + 1)]
        at = max(end, at + 1)


def _comparison(text: str, vocabulary: Container[str] | None) -> Question:
    parts = _parts(text, vocabulary)
    words = [_one_word(part, text) for _, part in (parts if parts[-1][1] else parts[:-1])]
    return Comparison(tuple(words)) if len(words) > 1 else Expression((Term(1, words[0]),))


def _analogy(text: str, vocabulary: Container[str] | None) -> Analogy:
    parts = _parts(text, vocabulary)
    separators = [separator for separator, _ in parts[1:]]
    if len(parts) == 3:
        parts, separators = [*parts, (":", [])], [*separators, ":"]
    form = "".join("::" if separator == PROPORTION or len(separator) == 2 else "," for separator in separators)
    if form != ",::," or not all(map(is_colon, separators)):
        raise QueryError(
            QT_TRANSLATE_NOOP("errors", "“{text}” is no analogy. Write it like {example}"),
            text=_shortened(text),
            example=_EXAMPLE,
        )
    places = [None if _is_asked(part) else _one_word(part, text) for _, part in parts[:3]]
    places.append(None if _is_asked(parts[3][1]) or not parts[3][1] else _one_word(parts[3][1], text))
    if places.count(None) != 1:
        raise QueryError(
            QT_TRANSLATE_NOOP("errors", "Which word of “{text}” is asked for? Write ? in its place, and only there."),
            text=_shortened(text),
        )
    return Analogy((places[0], places[1], places[2], places[3]))


def _parts(text: str, vocabulary: Container[str] | None) -> list[tuple[str, list[Token]]]:
    """Return what stands between separators, each with the separator before it."""
    parts: list[tuple[str, list[Token]]] = [("", [])]
    for token in tokens(text, vocabulary, SEPARATOR):
        if token.kind == "mark":
            parts.append((token.text, []))
        else:
            lone = token.kind == "word" and SIGN.match(token.text)
            if lone and (vocabulary is None or token.text not in vocabulary):
                raise QueryError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "“{text}” is a sum and a list at once. Ask with signs alone, or with commas or colons alone.",
                    ),
                    text=_shortened(text),
                )
            parts[-1][1].append(token)
    return parts


def _is_asked(part: Sequence[Token]) -> bool:
    return len(part) == 1 and part[0].kind == "word" and part[0].text in ASKED_FOR


def _one_word(part: Sequence[Token], text: str) -> str:
    if not part:
        raise QueryError(
            QT_TRANSLATE_NOOP("errors", "A word is missing in “{text}”, between two commas or colons."),
            text=_shortened(text),
        )
    if len(part) > 1 and any(token.kind == "quoted" for token in part):
        raise _adjacent(part[0].text, part[1].text)
    return " ".join(token.text for token in part)


def _adjacent(first: str, second: str) -> QueryError:
    return QueryError(
        QT_TRANSLATE_NOOP(
            "errors", "Write +, − or a comma between “{first}” and “{second}”, or double quotes around both."
        ),
        first=_shortened(first),
        second=_shortened(second),
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
