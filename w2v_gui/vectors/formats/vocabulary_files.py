"""Words that stand in a file of their own, beside a matrix without any."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LARGEST = 1 << 28
"""No vocabulary is as large as that."""

_NAMES = ("vocab", "words", "vocabulary")
_TYPES = (".txt", ".json")


def words_beside(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Return the name and the words of each file beside ``path`` that is named like a vocabulary."""
    for candidate in names_beside(path):
        words = _words_in(path.with_name(candidate))
        if words:
            yield candidate, words


def names_beside(path: Path) -> Iterator[str]:
    """Return how a vocabulary beside ``path`` may be called, whether there is one or not.

    ``x.vocab.txt``, ``x_words.json`` and so on beside ``x.safetensors``; ``vocab.txt``, ``words.json`` and so on;
    ``tokenizer.json`` of Hugging Face.
    """
    stem = path.name.lower().removesuffix(".gz")
    yield from _candidates(path.name[: stem.rfind(".")] if "." in stem else path.name)


def _candidates(stem: str) -> Iterator[str]:
    for name in _NAMES:
        for ending in _TYPES:
            yield from (f"{stem}{joint}{name}{ending}" for joint in "._-")
    for name in _NAMES:
        yield from (name + ending for ending in _TYPES)
    yield "tokenizer.json"


def _words_in(path: Path) -> list[str] | None:
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        content = path.read_bytes()
    except OSError:
        return None
    text = content.decode("utf-8-sig", errors="replace")
    return words_in_json(text) if path.suffix == ".json" else words_in_lines(text)


def words_in_lines(text: str) -> list[str]:
    """Return the words of a list with one in each line; what follows a tab, such as a count, is not part of it."""
    lines = text.split("\n")
    if not lines[-1]:
        del lines[-1]
    return [line.rstrip("\r").partition("\t")[0] for line in lines]


def words_in_json(text: str) -> list[str] | None:
    """Return the words in JSON: a list of them, or what maps words to rows or rows to words; None if it is neither."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict) and isinstance(value.get("model"), dict):  # tokenizer.json
        value = value["model"].get("vocab")
        if isinstance(value, list) and all(isinstance(entry, list) and entry for entry in value):
            value = [entry[0] for entry in value]
    if isinstance(value, dict):
        return _by_row(value.items()) or _by_row((word, row) for row, word in value.items())
    return value if isinstance(value, list) and all(isinstance(word, str) for word in value) else None


def _by_row(pairs: Iterable[tuple[Any, Any]]) -> list[str] | None:
    """Return words in the order of their rows, if each row from 0 on has one."""
    words = {}
    for word, row in pairs:
        if not isinstance(word, str) or isinstance(row, bool):
            return None
        if isinstance(row, str):
            if not (row.isascii() and row.isdigit() and len(row) < 12):
                return None
            row = int(row)
        if not isinstance(row, int):
            return None
        words[row] = word
    if not words or min(words) != 0 or max(words) != len(words) - 1:
        return None
    return [words[row] for row in range(len(words))]
