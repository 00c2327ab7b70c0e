"""What can be asked in one line, read and written: `parse` and ``str`` of a question are inverse to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

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
    quoted,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.errors import UserError
    from w2v_gui.vectors.word_vectors import Neighbour

LONGEST = 12_000
"""Characters of a question."""

MOST_WORDS = 1_000
"""Words of a question."""

_SHOWN = 60
_EXAMPLE = "man : king :: woman : ?"


@dataclass(frozen=True)
class Term:
    """One word of a sum; ``sign`` is +1 or -1."""

    sign: int
    word: str


@dataclass(frozen=True)
class Expression:
    """A sum of words, in the order they were written; one word alone is asked for its neighbours."""

    kind: ClassVar[str] = "nearest"
    terms: tuple[Term, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words in the order they were written."""
        return tuple(term.word for term in self.terms)

    @property
    def counterpart(self) -> str:
        """The word that an answer is held against: the first that is added."""
        return next((term.word for term in self.terms if term.sign > 0), self.terms[0].word)

    def __str__(self) -> str:
        parts = []
        for term in self.terms:
            parts += ["−" if term.sign < 0 else "+", quoted(term.word)]
        return " ".join(parts[1:] if parts[:1] == ["+"] else parts)


@dataclass(frozen=True)
class Analogy:
    """a is to b as c is to d; one of them is None: it is asked for."""

    kind: ClassVar[str] = "analogy"
    places: tuple[str | None, str | None, str | None, str | None]

    @property
    def words(self) -> tuple[str, ...]:
        """The three that are known, in the order they were written."""
        return tuple(word for word in self.places if word is not None)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The sum that the asked word is near to: b - a + c for d, and likewise for the other places."""
        a, b, c, d = self.places
        # Read from right to left, or with its halves exchanged, an analogy says the same.
        turned = {3: (a, b, c), 2: (b, a, d), 1: (c, d, a), 0: (d, c, b)}
        known = turned[self.places.index(None)]
        return tuple(Term(sign, word) for sign, word in zip((-1, 1, 1), known, strict=True) if word is not None)

    @property
    def counterpart(self) -> str:
        """The word that stands on the same side as the asked one: of woman : ?, woman; of man : ? :: …, man."""
        place = self.places.index(None)
        return self.places[place ^ 1] or ""

    def __str__(self) -> str:
        a, b, c, d = ("?" if word is None else quoted(word) for word in self.places)
        return f"{a} : {b} :: {c} : {d}"


@dataclass(frozen=True)
class Comparison:
    """Several words, of which one may be the odd one out; of two, how similar they are."""

    kind: ClassVar[str] = "odd"
    words: tuple[str, ...]
    counterpart: ClassVar[str] = ""

    def __str__(self) -> str:
        return ", ".join(map(quoted, self.words))


Question: TypeAlias = Expression | Analogy | Comparison

Method = Literal["add", "mul"]


@dataclass(frozen=True)
class Choice:
    """Among which words an answer is looked for, and how.

    Attributes
    ----------
    top : int
        How many words at most.
    min_count : int
        Only words that occur at least so often; without counts, all of them.
    restrict : int or None
        Only the first so many words.
    among : tuple of str or None
        Only these words.
    method : {"add", "mul"}
        How sums are made: 3CosAdd (Mikolov et al. 2013) or 3CosMul (Levy and Goldberg 2014).
    """

    top: int = 10
    min_count: int = 0
    restrict: int | None = None
    among: tuple[str, ...] | None = None
    method: Method = "add"


@dataclass(frozen=True)
class Unknown:
    """A word that is not in the vocabulary, and those that are spelled like it, best first."""

    word: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Answer:
    """What vectors say to a question.

    Attributes
    ----------
    question : str
        As `str` writes it; what was typed, where that is none.
    kind : {"nothing", "nearest", "analogy", "odd"}
        What was asked for; "nothing" where nothing was, or where it could not be read.
    words : tuple of str
        The words asked about that are in the vocabulary, as they are spelled there.
    neighbours : tuple of Neighbour
        What is nearest, nearest first.
    members : tuple of Neighbour
        Of a comparison, each word with its mean cosine with the others, highest first.
    odd : str or None
        The odd one out of at least three; None where it is no one more than another.
    unknown : tuple of Unknown
        All words that are not there: then nothing has been computed.
    directionless : tuple of str
        The words asked about whose vectors are zero or not finite: they count for nothing.
    direction : ndarray of float32, shape (N,), or None
        What was asked, as a vector of length 1.
    counterpart : str
        The word asked about that neighbours are held against; empty in comparisons.
    measure : {"cosine", "3CosMul"}
        What `neighbours` give as similarity.
    compared : int
        Among how many words it was looked.
    problem : UserError or None
        Why there is no answer.
    """

    question: str = ""
    kind: str = "nothing"
    words: tuple[str, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    members: tuple[Neighbour, ...] = ()
    odd: str | None = None
    unknown: tuple[Unknown, ...] = ()
    directionless: tuple[str, ...] = ()
    direction: NDArray[np.float32] | None = field(default=None, repr=False)
    counterpart: str = ""
    measure: str = "cosine"
    compared: int = 0
    problem: UserError | None = None

    @property
    def rows(self) -> tuple[Neighbour, ...]:
        """What a table of it shows."""
        return self.neighbours or self.members


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


def with_word(question: Question, word: str, other: str) -> Question:
    """Return a question in which another word stands in the place of one."""

    def changed(each: str) -> str:
        return other if each == word else each

    if isinstance(question, Expression):
        return Expression(tuple(Term(term.sign, changed(term.word)) for term in question.terms))
    if isinstance(question, Comparison):
        return Comparison(tuple(map(changed, question.words)))
    a, b, c, d = (None if each is None else changed(each) for each in question.places)
    return Analogy((a, b, c, d))


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
