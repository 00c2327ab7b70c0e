"""What can be asked of vectors in one line, and what they say: `parse` and ``str`` of a question undo each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from w2v_gui.vectors.question_tokens import quoted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.errors import UserError
    from w2v_gui.vectors.word_vectors import Neighbour

LONGEST = 12_000
"""Characters of a question."""

MOST_WORDS = 1_000
"""Words of a question."""


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
        Of a comparison, each word that has a direction with its mean cosine with the others, highest first.
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
    others : int
        How many of them are not words of the question; 0 in comparisons.
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
    others: int = 0
    problem: UserError | None = None

    @property
    def rows(self) -> tuple[Neighbour, ...]:
        """What a table of it shows."""
        return self.neighbours or self.members


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
