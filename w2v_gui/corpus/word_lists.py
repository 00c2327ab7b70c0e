"""Lists of words that a user keeps: the segmenter's dictionary, and the words to pass over.

A line is an entry, blank lines are none. There are no comments: whatever sign began them is a word in somebody's list.
"""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from w2v_gui.corpus.characters import BREAK
from w2v_gui.corpus.sources import FileText
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError, CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_CHARACTERS = 8_000_000
"""Characters of a list: more than the largest dictionaries of Chinese segmenters have."""

LONGEST_WORD = 100
"""Characters of a word in a list."""

_DIVIDE = "|"
_SHOWN = 60
_NUMBER = re.compile("[0-9]{1,15}")
# Spaces end a word in the file; the rest is set aside, or is no character at all.
_UNFIT = re.compile(f"[\\s|{chr(BREAK)}\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """What the user says about some characters that follow each other.

    Attributes
    ----------
    parts : tuple of str
        The words that they are: one of them all, or the words into which they are to be divided.
    frequency : int or None
        How often the word occurs in usual text, if it is for the segmenter to weigh where it stands.
    tag : str or None
        The part of speech. It does nothing here, and is kept.

    Raises
    ------
    ConfigError
        If a part is empty, too long, or could not be written in a file; or a frequency is given for several parts.
    """

    parts: tuple[str, ...]
    frequency: int | None = None
    tag: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", tuple(self.parts))
        weighed = self.frequency is not None or self.tag is not None
        if (
            not all(self.parts)
            or _UNFIT.search(self.word)
            or not 0 < len(self.word) <= LONGEST_WORD
            or (weighed and len(self.parts) > 1)
        ):
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{word}” cannot stand in the dictionary: choose 1 to {most} characters without spaces and |, "
                    "and leave no part of them empty.",
                ),
                word=_shortened(_DIVIDE.join(self.parts)),
                most=LONGEST_WORD,
            )

    @property
    def word(self) -> str:
        """The characters that it is about."""
        return "".join(self.parts)

    def __str__(self) -> str:
        fields = [_DIVIDE.join(self.parts), *(str(field) for field in (self.frequency, self.tag) if field is not None)]
        return " ".join(fields)


def list_text(path: str | Path) -> str:
    """Return the text of a list in a file in any encoding; one that is too large for a list is given up early.

    Raises
    ------
    CorpusError
        If the file cannot be read or is too long.
    """
    source = FileText(path)
    parts: list[str] = []
    length = 0
    with closing(source.blocks()) as blocks:
        for block in blocks:
            parts.append(block.text)
            length += len(block.text)
            _check_size(length, source.name)
    return "".join(parts)


def parse_dictionary(text: str, name: str) -> tuple[DictionaryEntry, ...]:
    """Read the lines of a dictionary: ``word [frequency] [tag]``, or ``left|right``.

    Parameters
    ----------
    text : str
        A line for each entry.
    name : str
        What to call it in messages.

    Raises
    ------
    CorpusError
        If a line is wrong, or the text is too long.
    """
    _check_size(len(text), name)
    return tuple(_entry(number, line, name) for number, line in _numbered(text, name))


def read_dictionary(path: str | Path) -> tuple[DictionaryEntry, ...]:
    """Read a dictionary from a file in any encoding.

    Raises
    ------
    CorpusError
        If the file cannot be read or is too long, or a line is wrong.
    """
    return parse_dictionary(list_text(path), Path(path).name)


def dictionary_text(entries: Iterable[DictionaryEntry]) -> str:
    """Return the lines that `parse_dictionary` reads as these entries."""
    return "".join(f"{entry}\n" for entry in entries)


def parse_stop_words(text: str, name: str) -> tuple[str, ...]:
    """Read a list of words to pass over, one a line; each is returned once.

    Parameters
    ----------
    text : str
        A line for each word.
    name : str
        What to call it in messages.

    Raises
    ------
    CorpusError
        If a word or the whole text is too long.
    """
    _check_size(len(text), name)
    return tuple(dict.fromkeys(line for _, line in _numbered(text, name)))


def read_stop_words(path: str | Path) -> tuple[str, ...]:
    """Read a list of words to pass over from a file in any encoding.

    Raises
    ------
    CorpusError
        If the file cannot be read or is too long, or one of its words is.
    """
    return parse_stop_words(list_text(path), Path(path).name)


def stop_words_text(words: Iterable[str]) -> str:
    """Return the lines that `parse_stop_words` reads as these words."""
    return "".join(f"{word}\n" for word in words)


def _entry(number: int, line: str, name: str) -> DictionaryEntry:
    written, *rest = line.split()
    frequency = int(rest.pop(0)) if rest and _NUMBER.fullmatch(rest[0]) else None
    tag = rest.pop(0) if rest else None
    if not rest:
        try:
            return DictionaryEntry(tuple(written.split(_DIVIDE)), frequency, tag)
        except ConfigError:
            pass
    raise CorpusError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Line {number} of the dictionary “{name}” is not of the form “word [frequency] [tag]” or “left|right”: "
            "{line}",
        ),
        number=number,
        name=name,
        line=_shortened(line),
    )


def _numbered(text: str, name: str) -> Iterator[tuple[int, str]]:
    """Return the lines that are not blank, and their numbers."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        line = line.strip()
        if len(line) > 2 * LONGEST_WORD:
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Line {number} of “{name}” is {length} characters long: write one word a line. It begins: {line}",
                ),
                number=number,
                name=name,
                length=len(line),
                line=_shortened(line),
            )
        if line:
            yield number, line


def _check_size(characters: int, name: str) -> None:
    if characters > MOST_CHARACTERS:
        raise CorpusError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” is too long for a list of words: it may have {most} characters. Choose a list, not a text.",
            ),
            name=name,
            most=MOST_CHARACTERS,
        )


def _shortened(line: str) -> str:
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
