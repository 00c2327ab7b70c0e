import fnmatch
import itertools

import numpy as np
import pytest

from w2v_gui.corpus.word_index import WordIndex, arranged

WORDS = ["the", "king", "kin", "kings", "skin", "宝玉", "King", "don't", "玉", "宝", "贾宝玉", "a*b", "ab", "a", "*"]


def find(query, words=WORDS):
    return [words[i] for i in WordIndex(words).find(query).ids]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("kin", ["king", "kin", "kings", "skin"]),
        ("^kin", ["king", "kin", "kings"]),
        ("kin$", ["kin", "skin"]),
        ("^kin$", ["kin"]),
        ("宝", ["宝玉", "宝", "贾宝玉"]),
        ("?玉", ["宝玉"]),
        ("*玉", ["宝玉", "玉", "贾宝玉"]),
        ("k*s", ["kings"]),
        ("*k*n*", ["king", "kin", "kings", "skin"]),
        ("?", ["玉", "宝", "a", "*"]),
        ("n't", ["don't"]),
        (r"a\*", ["a*b"]),
        ("a*b", ["a*b", "ab"]),
        ("King", ["King"]),
        ("THE", ["the"]),
        ("absent", []),
        ("^", []),
        ("k" * 500, []),
        ("g\nk", []),
    ],
)
def test_words_are_found_by_their_parts(query, words):
    assert find(query) == words


def test_a_star_finds_all_and_itself_first():
    found = WordIndex(WORDS).find("*")
    assert len(found.ids) == len(WORDS)
    assert WORDS[found.exact] == "*"


def test_it_finds_what_a_loop_over_the_words_finds():
    rng = np.random.default_rng(0)
    letters = ["a", "b", "c", "玉", "\U00020000"]
    words = list(dict.fromkeys("".join(rng.choice(letters, rng.integers(1, 6))) for _ in range(400)))
    index = WordIndex(words)
    for pattern in itertools.product("ab?*玉", repeat=4):
        query = "".join(pattern)
        expected = [
            i
            for i, word in enumerate(words)
            if (fnmatch.fnmatchcase(word, query) if set(query) & set("*?") else query in word)
        ]
        assert index.find(query).ids.tolist() == expected, query


def test_a_pattern_that_would_ruin_a_regular_expression_is_soon_found():
    words = ["a" * 60 + "b", *(f"{i}" for i in range(100))]
    assert find("*".join("a" * 31), words) == []
    assert find("*".join(["", *"a" * 30, ""]), words) == words[:1]


def test_words_that_could_be_taken_for_two():
    words = ["two\nlines", "one", "", "\ud800"]
    assert find("\ud800", words) == ["\ud800"]
    assert WordIndex(words).alphabetical().tolist() == [2, 1, 0, 3]
    assert find("lines", words) == ["two\nlines"]
    assert find("one", words) == ["one"]
    assert len(WordIndex([]).find("x").ids) == 0
    assert len(WordIndex([]).alphabetical()) == 0


def test_the_alphabet():
    words = [
        "über",
        "zoo",
        "Zebra",
        "玉",
        "apple",
        "阿",
        "Apple",
        "uber",
        "apples",
        "ähnlich",
        "2",
        "本",
        "d'or",
        "dora",
    ]
    in_order = [words[i] for i in WordIndex(words).alphabetical()]
    assert in_order == [
        "2",
        "apple",
        "Apple",
        "apples",
        "ähnlich",
        "d'or",
        "dora",
        "uber",
        "über",
        "Zebra",
        "zoo",
        "阿",
        "本",
        "玉",
    ]


def test_long_words_are_compared_beyond_what_fits_into_a_number():
    rng = np.random.default_rng(1)
    words = list(dict.fromkeys("ab" * rng.integers(0, 60) + "".join(rng.choice(list("abc"), 3)) for _ in range(500)))
    assert [words[i] for i in WordIndex(words).alphabetical()] == sorted(words)


def test_words_are_arranged():
    ids, order = np.array([1, 2, 4]), np.array([4, 3, 2, 1, 0])
    assert arranged(ids, None, backwards=False, first=None).tolist() == [1, 2, 4]
    assert arranged(ids, None, backwards=True, first=None).tolist() == [4, 2, 1]
    assert arranged(ids, order, backwards=False, first=2).tolist() == [2, 4, 1]
    assert arranged(ids, order, backwards=False, first=3).tolist() == [4, 2, 1]
