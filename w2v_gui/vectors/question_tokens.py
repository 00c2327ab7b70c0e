"""What a question is made of: words, quoted words, and the marks between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

MINUS = "-−–－"  # hyphen-minus, minus sign, en dash (typed for it by many systems), full-width
PLUS = "+＋"
COMMAS = ",，、،､"
COLONS = ":：∶"
PROPORTION = "∷"
ASKED_FOR = "?？؟"

_MOST_PIECES = 41
"""A word in which more signs stand is written in quotes: looking for all such words in a line takes its time."""

SIGN = re.compile(f"([{re.escape(MINUS + PLUS)}])")
SEPARATOR = re.compile(f"([{COLONS}]{{2}}|{PROPORTION}|[{COLONS}{COMMAS}])")
MARK = re.compile(f"([{COLONS}]{{2}}|{PROPORTION}|[{re.escape(COLONS + COMMAS + MINUS + PLUS)}])")
_COMMA = re.compile(f"([{COMMAS}])")
QUOTED = re.compile('"((?:[^"]|"")*)"|[“„”]([^“”]*)[“”]|「([^」]*)」')
_QUOTES = '"“„”「'
_COMMA_OR_QUOTE = re.compile(f"[{COMMAS}{_QUOTES}]")


@dataclass(frozen=True)
class Token:
    """``kind`` is "word", "quoted" or "mark"."""

    kind: str
    text: str


def quoted(word: str) -> str:
    """Return a word as it stands in a question: in double quotes where it would be read otherwise."""
    special = MARK.search(word) or word[:1] in _QUOTES or word in ASKED_FOR or any(map(str.isspace, word))
    return '"' + word.replace('"', '""') + '"' if special else word


def read_list(text: str, vocabulary: Container[str] | None = None) -> tuple[str, ...]:
    """Read a list of words, separated by line ends, commas or spaces; each is returned once.

    A line that is a word of the vocabulary is that word, whatever it holds; words in double quotes are taken as they
    are.
    """
    words: dict[str, None] = {}
    for line in text.splitlines():
        whole = line.strip()
        if not whole or (vocabulary is not None and whole in vocabulary):
            words.update(dict.fromkeys([whole] if whole else []))
        elif _COMMA_OR_QUOTE.search(whole):
            parts = tokens(whole, vocabulary, _COMMA)
            words.update((part.text, None) for part in parts if part.kind != "mark")
        else:
            words.update(dict.fromkeys(whole.split()))
    return tuple(words)


def beginnings_at(text: str, at: int) -> list[tuple[int, str]]:
    """Return what may be the beginning of a word before a place in a question, the longest first, each with its start.

    Of ``king-ma`` that is ``king-ma``, a word with a sign in it, and ``ma``; after a quote that is open, all since.
    """
    before = text[:at]
    rest = before[max((found.end() for found in QUOTED.finditer(before)), default=0) :]
    offset = at - len(rest)
    opened = max(rest.find(quote) for quote in _QUOTES)
    if opened >= 0 and (opened == 0 or rest[opened - 1].isspace() or MARK.match(rest, opened - 1)):
        return [(offset + opened, rest[opened + 1 :])] if rest[opened + 1 :] else []
    chunk = rest.split()[-1] if rest and not rest[-1].isspace() else ""
    starts = [0, *(found.end() for found in MARK.finditer(chunk))]
    # Of what has many signs in it only the whole and the end are worth looking for.
    likely = dict.fromkeys(chunk[start:] for start in (starts[0], starts[-1]))
    return [(at - len(beginning), beginning) for beginning in likely if beginning and not MARK.match(beginning)]


def tokens(text: str, vocabulary: Container[str] | None, marks: re.Pattern[str]) -> Iterator[Token]:
    """Take a line apart, with these marks; those inside known words belong to the words."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = QUOTED.match(text, at)
        if found is not None:
            if content := _content(found):
                yield Token("quoted", content)
            at = found.end()
            continue
        end = _chunk_end(text, at)
        yield from _split(text[at:end], vocabulary, marks)
        at = end


def _content(found: re.Match[str]) -> str:
    plain, *others = found.groups()
    return plain.replace('""', '"') if plain is not None else next(other for other in others if other is not None)


def _chunk_end(text: str, start: int) -> int:
    """Return where what has no spaces in it ends: at a space, or where a quote begins after a mark."""
    for at in range(start + 1, len(text)):
        if text[at].isspace():
            return at
        if text[at] in _QUOTES and MARK.match(text, at - 1) and QUOTED.match(text, at):
            return at
    return len(text)


def _split(chunk: str, vocabulary: Container[str] | None, marks: re.Pattern[str]) -> Iterator[Token]:
    """Split what stands between two spaces; the longest known words with marks in them stay whole."""
    pieces = [piece for piece in marks.split(chunk) if piece]
    start = 0
    while start < len(pieces):
        # A sign in front is always arithmetic: "king -man" must not depend on odd words in the vocabulary.
        if marks.fullmatch(pieces[start]):
            yield Token("mark", pieces[start])
            start += 1
            continue
        end = start + 1
        for stop in range(min(len(pieces), start + _MOST_PIECES), end, -1):
            # Nor must "king, queen", where a text was split at spaces alone and has "king," for a word.
            if (
                vocabulary is not None
                and not SEPARATOR.fullmatch(pieces[stop - 1])
                and "".join(pieces[start:stop]) in vocabulary
            ):
                end = stop
                break
        yield Token("word", "".join(pieces[start:end]))
        start = end


def is_colon(mark: str) -> bool:
    """Whether a mark is a colon, single or double."""
    return mark == PROPORTION or mark[0] in COLONS
