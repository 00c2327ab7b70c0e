"""Words by parts and regular expressions: what is found, and that nothing that can be typed takes for ever."""

from __future__ import annotations

import pytest

from w2v_gui.errors import Cancelled, ConfigError
from w2v_gui.vectors import patterns
from w2v_gui.vectors.patterns import containing, matching

WORDS = ("king", "King", "making", "queen", "黛玉", "宝玉")


def test_a_part_in_small_letters_stands_for_capitals_and_only_some_rows_are_looked_at():
    assert containing(WORDS, range(6), "king") == [0, 1, 2]
    assert containing(WORDS, range(6), "King") == [1]
    assert containing(WORDS, [2, 3], "king") == [2]


def test_an_expression_is_found_anywhere_in_a_word_unless_it_says_otherwise():
    assert matching(WORDS, range(6), "^k.*g$") == [0]
    assert matching(WORDS, range(6), "ee|玉$") == [3, 4, 5]


@pytest.mark.parametrize("pattern", ["(", "[a", "a{1000000000}", "((a{1000}){1000}){1000}", "(?R)", "a" * 201])
def test_what_is_none_or_could_grow_without_end_is_refused_with_a_sentence(pattern):
    with pytest.raises(ConfigError):
        matching(WORDS, range(6), pattern)


def test_an_expression_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(patterns, "_SECONDS", 0.05)
    with pytest.raises(ConfigError, match="too long"):
        matching(["a" * 900 + "!"], [0], "(a|aa)+$")


def test_a_search_can_be_given_up():
    with pytest.raises(Cancelled):
        containing(WORDS, range(6), "king", lambda: True)
