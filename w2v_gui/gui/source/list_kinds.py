"""The lists of words that a user keeps, by the options that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from w2v_gui.corpus.word_lists import dictionary_text, parse_dictionary, parse_stop_words, stop_words_text

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class ListKind:
    """How a list is read and written: ``parse(text, name)`` gives its entries, ``text(entries)`` its lines."""

    parse: Callable[[str, str], tuple[Any, ...]]
    text: Callable[[tuple[Any, ...]], str]


LIST_KINDS = {
    "user_dictionary": ListKind(parse_dictionary, dictionary_text),
    "stop_words": ListKind(parse_stop_words, stop_words_text),
}

MOST_KEPT = 1_000_000
"""Characters of a list that are kept from one start to the next."""
