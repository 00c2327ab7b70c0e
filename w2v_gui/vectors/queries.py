"""Arithmetic with words: ``king - man + woman``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, QueryError

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from w2v_gui.vectors.word_vectors import Neighbour, WordVectors

MINUS = "-−–－"  # hyphen-minus, minus sign, en dash (typed for it by many systems), full-width
PLUS = "+＋"
_SIGN = re.compile(f"([{re.escape(MINUS + PLUS)}])")
_QUOTED = re.compile(r"[\"“”„]([^\"“”„]*)[\"“”„]")


@dataclass(frozen=True)
class Term:
    """One word of an expression; ``sign`` is +1 or -1."""

    sign: int
    word: str


@dataclass(frozen=True)
class Expression:
    """A sum of words, in the order they were written."""

    terms: tuple[Term, ...]

    def __str__(self) -> str:
        parts = []
        for term in self.terms:
            word = f'"{term.word}"' if _SIGN.search(term.word) or re.search(r"\s", term.word) else term.word
            parts += ["−" if term.sign < 0 else "+", word]
        return " ".join(parts[1:] if parts[:1] == ["+"] else parts)


def parse(text: str, vocabulary: Container[str] | None = None) -> Expression:
    """Read an expression such as ``king - man + woman``.

    Signs may stand with or without spaces around them. Without spaces, a sign inside a word belongs to
    the word if that whole word is in the vocabulary (``t-shirt``); otherwise it is arithmetic
    (``国王-男人+女人``). Words in double quotes are taken as they are (``"a - b" + c``).

    Parameters
    ----------
    text : str
    vocabulary : container of str, optional
        The words there are; without it every sign outside quotes is arithmetic.

    Raises
    ------
    QueryError
        If there is no word, a sign without a word after it, or two words without a sign between them.
    """
    terms: list[Term] = []
    sign: int | None = None
    for token, is_word in _tokens(text, vocabulary):
        if is_word:
            if sign is None and terms:
                raise QueryError(
                    QT_TRANSLATE_NOOP(
                        "errors", "Write + or - between “{first}” and “{second}”, or double quotes around both."
                    ),
                    first=terms[-1].word,
                    second=token,
                )
            terms.append(Term(1 if sign is None else sign, token))
            sign = None
        elif sign is not None:
            raise QueryError(
                QT_TRANSLATE_NOOP("errors", "There is no word between two signs in “{text}”. Write one, or one sign."),
                text=text,
            )
        else:
            sign = -1 if token in MINUS else 1
    if sign is not None:
        raise QueryError(
            QT_TRANSLATE_NOOP("errors", "“{text}” ends with a sign. Write a word after it, or remove it."), text=text
        )
    if not terms:
        raise QueryError(QT_TRANSLATE_NOOP("errors", "There is no word to ask for. Write one, or king - man + woman."))
    return Expression(tuple(terms))


def _tokens(text: str, vocabulary: Container[str] | None) -> Iterator[tuple[str, bool]]:
    """Yield words and signs, each with whether it is a word."""
    end = 0
    for quoted in _QUOTED.finditer(text):
        for chunk in text[end : quoted.start()].split():
            yield from _split(chunk, vocabulary)
        if quoted[1].strip():
            yield quoted[1].strip(), True
        end = quoted.end()
    for chunk in text[end:].split():
        yield from _split(chunk, vocabulary)


def _split(chunk: str, vocabulary: Container[str] | None) -> Iterator[tuple[str, bool]]:
    """Split what stands between two spaces; the longest known words with signs in them stay whole."""
    pieces = [piece for piece in _SIGN.split(chunk) if piece]
    start = 0
    while start < len(pieces):
        end = start + 1
        # A sign in front is always arithmetic: "king -man" must not depend on odd words in the vocabulary.
        if vocabulary is not None and not _SIGN.fullmatch(pieces[start]):
            end = next((stop for stop in range(len(pieces), end, -1) if "".join(pieces[start:stop]) in vocabulary), end)
        word = "".join(pieces[start:end])
        yield word, not _SIGN.fullmatch(word)
        start = end


def answer(vectors: WordVectors, expression: Expression | str, top: int = 10) -> list[Neighbour]:
    """Return the words nearest to the sum of the unit vectors of an expression (3CosAdd).

    The words of the expression are never among the answers. A single word gives its neighbours.

    Raises
    ------
    UnknownWordError
        If a word is not in the vocabulary.
    QueryError
        If the expression cannot be read, or adds up to nothing.
    """
    if isinstance(expression, str):
        expression = parse(expression, vectors)
    weights: dict[int, int] = {}
    for term in expression.terms:
        row = vectors.index(term.word)
        weights[row] = weights.get(row, 0) + term.sign
    rows = list(weights)
    summed = np.array([weights[row] for row in rows], dtype=np.float64) @ vectors.units(rows).astype(np.float64)
    if not summed.any():
        raise QueryError(
            QT_TRANSLATE_NOOP(
                "errors", "The vectors of “{text}” add up to zero, which nothing is near to. Ask for other words."
            ),
            text=str(expression),
        )
    return vectors.neighbours(summed, top, exclude=[vectors.words[row] for row in rows])


def analogy(vectors: WordVectors, a: str, b: str, c: str, top: int = 10) -> list[Neighbour]:
    """Return what is to ``c`` as ``b`` is to ``a``: the words nearest to b - a + c.

    3CosAdd (Mikolov et al. 2013; Levy and Goldberg 2014) over unit vectors, the three words excluded.

    Raises
    ------
    UnknownWordError
        If one of the words is not in the vocabulary.
    """
    return answer(vectors, Expression((Term(1, b), Term(-1, a), Term(1, c))), top)
