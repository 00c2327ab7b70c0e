"""Rows of the table of training pairs: the derivation's two tables, and any row of a text without the others."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.pair_counts import Counts, count_pairs, why_none
from w2v_gui.corpus.pair_table import TABLES, PairTable, TrainedWindows
from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.corpus.window_rules import WindowRules
from w2v_gui.corpus.windows import UNIT, windows
from w2v_gui.errors import Cancelled, ConfigError

# The derivation prints the first six rows of this table ...
CBOW = """
    我 学习 | 爱
    爱 没有 | 学习
    学习 什么 | 没有
    没有 能够 | 什么
    什么 阻挡 | 能够
    能够 我 | 阻挡
    阻挡 的 | 我
    我 脚步 | 的
"""
# ... and of this one those that are marked.
SKIPGRAM = """
    爱 | 我 *
    爱 | 学习
    学习 | 爱 *
    学习 | 没有
    没有 | 学习 *
    没有 | 什么
    什么 | 没有
    什么 | 能够 *
    能够 | 什么
    能够 | 阻挡 *
    阻挡 | 能够 *
    阻挡 | 我
    我 | 阻挡
    我 | 的
    的 | 我
    的 | 脚步
"""
PRINTED = [("爱", "我"), ("学习", "爱"), ("没有", "学习"), ("什么", "能够"), ("能够", "阻挡"), ("阻挡", "能够")]

EVERYTHING = WindowRules(window=5, full_windows_only=False, min_count=1, sample=0.0, seed=1)
FULL = WindowRules(window=1, full_windows_only=True, min_count=1, sample=0.0, seed=1)


def table_of(corpus: EncodedCorpus, rules: WindowRules, model: str) -> PairTable:
    stream = rules.stream(corpus)
    return TABLES[model](TrainedWindows(corpus, rules, stream), count_pairs(corpus, stream, rules.epoch))


def lines(text: str) -> list[tuple[str, str]]:
    found = [line.strip(" *").split(" | ") for line in text.strip().splitlines()]
    return [(inputs, target) for inputs, target in found]


@pytest.mark.parametrize(("model", "expected"), [("cbow", CBOW), ("skipgram", SKIPGRAM)])
def test_the_tables_of_the_derivation_row_by_row(model: str, expected: str) -> None:
    table = table_of(derivation_sentence(), FULL, model)
    rows = table.rows(0, len(table))
    assert [(" ".join(row.input_words), row.target_word) for row in rows] == lines(expected)
    assert {" ".join(row.tokens) for row in rows} == {"我 爱 学习 没有 什么 能够 阻挡 我 的 脚步"}


def test_what_the_derivation_prints_of_its_second_table_are_rows_of_it_in_that_order() -> None:
    table = table_of(derivation_sentence(), FULL, "skipgram")
    rows = ((*row.input_words, row.target_word) for row in table.rows(0, len(table)))
    assert all(row in rows for row in PRINTED)  # each is looked for behind the one before
    assert [line.split(" | ") for line in SKIPGRAM.split("\n") if "*" in line] == [
        [f"    {given}", f"{target} *"] for given, target in PRINTED
    ]


sentences = st.lists(
    st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=40) | st.just(list("abcd") * 300), min_size=1, max_size=6
)
rules = st.builds(
    WindowRules,
    window=st.integers(1, 6),
    full_windows_only=st.booleans(),
    min_count=st.integers(1, 3),
    sample=st.sampled_from([0.0, 0.02]),
    seed=st.integers(0, 5),
    epoch=st.integers(0, 2),
)


@settings(deadline=None)
@given(sentences, rules, st.sampled_from(sorted(TABLES)), st.data())
def test_any_row_is_found_without_the_others(
    text: list[list[str]], rules: WindowRules, model: str, data: st.DataObject
) -> None:
    corpus = EncodedCorpus.from_sentences(text)
    if int(corpus.vocabulary.counts[0]) < rules.min_count:
        return
    table = table_of(corpus, rules, model)
    expected = [
        (w.position, given, target)
        for w in windows(rules.stream(corpus), rules.epoch, 0, len(corpus))
        for given, target in ([(w.context, w.centre)] if model == "cbow" else [((w.centre,), t) for t in w.context])
    ]
    assert len(table) == len(expected)
    if expected:
        index = corpus.vocabulary.index
        first = data.draw(st.integers(0, len(table) - 1))
        found = [(r.position, tuple(map(index, r.input_words)), index(r.target_word)) for r in table.rows(first, 30)]
        assert found == expected[first : first + 30]
        position = data.draw(st.integers(0, len(corpus)))
        behind = [i for i, row in enumerate(expected) if row[0] >= position]
        assert table.row_of(position) == (behind[0] if behind else len(expected) - 1)


def test_a_part_that_is_counted_is_a_table_already() -> None:
    corpus = EncodedCorpus.from_sentences([[f"w{i % 7}" for i in range(9)]] * 90_000)
    stream = EVERYTHING.stream(corpus)
    parts: list[Counts] = []
    whole = count_pairs(corpus, stream, 0, progress=parts.append)
    known = TrainedWindows(corpus, EVERYTHING, stream)
    for model, make in TABLES.items():
        part, table = make(known, parts[0]), make(known, whole)
        assert not part.complete
        assert table.complete
        assert 0 < len(part) < len(table)
        assert part.covers(parts[0].tokens - 1)
        assert not part.covers(parts[0].tokens)
        assert part.rows(len(part) - 5, 100) == table.rows(len(part) - 5, 5), model
        assert part.row_of(len(corpus)) == len(part) - 1


def test_counting_ends_when_nobody_wants_it_any_more() -> None:
    corpus = EncodedCorpus.from_sentences([["a", "b"]])
    with pytest.raises(Cancelled):
        count_pairs(corpus, EVERYTHING.stream(corpus), 0, cancelled=lambda: True)


def test_a_copy_answers_the_same() -> None:
    corpus = EncodedCorpus.from_sentences([["a", "b", "c"]] * 2 * UNIT)
    table = table_of(corpus, EVERYTHING, "skipgram")
    assert table.copy().rows(5_000, 3) == table.rows(5_000, 3)


def test_of_a_long_sentence_only_what_is_near_the_window_is_there() -> None:
    corpus = EncodedCorpus.from_sentences([[f"w{i}" for i in range(5_000)]])
    (row,) = table_of(corpus, FULL, "cbow").rows(2_000, 1)
    assert row.input_words == ("w2000", "w2002")
    assert len(row.tokens) < 100
    assert row.tokens[0] == row.tokens[-1] == "…"


def test_the_next_window_of_a_word() -> None:
    corpus = EncodedCorpus.from_sentences([["a", "b", "a", "c"], ["a", "b"]])
    found = table_of(corpus, EVERYTHING, "cbow").windows
    index = corpus.vocabulary.index
    assert found.next_with_centre(index("b"), -1) == 1
    assert found.next_with_centre(index("b"), 1) == 5
    assert found.next_with_centre(index("c"), 3) == 3


@pytest.mark.parametrize(
    ("text", "rules", "said"),
    [
        (["a b", "c d"], WindowRules(1, True, 1, 0.0, 1), "The longest sentence has 2 words, and a full window has 3."),
        (["a", "b"], WindowRules(1, False, 1, 0.0, 1), "Every sentence is a single word"),
        (["a b c", "a d e"], WindowRules(1, True, 2, 0.0, 1), "more than 1 that occur at least 2 times"),
        (["a b c", "a d e"], WindowRules(1, False, 2, 0.0, 1), "No sentence has two words that occur at least 2 times"),
        (["a b"] * 50, WindowRules(1, False, 1, 1e-9, 1), "Subsampling at 1e-9 leaves no sentence"),
    ],
)
def test_what_keeps_all_pairs_away_is_said(text: list[str], rules: WindowRules, said: str) -> None:
    corpus = EncodedCorpus.from_sentences([line.split() for line in text])
    assert len(table_of(corpus, rules, "cbow")) == 0
    assert said in str(why_none(corpus, rules))


def test_a_minimum_that_keeps_nothing_is_refused() -> None:
    with pytest.raises(ConfigError, match="Lower the minimum count"):
        WindowRules(1, False, 3, 0.0, 1).stream(derivation_sentence())


def test_stop_words_are_shown_and_passed_over() -> None:
    ids = np.array([0, 3, 1, 4, 2], np.int32)  # of three words, and two stop words behind them
    corpus = EncodedCorpus("", ids, np.array([0, 5]), Vocabulary(["a", "b", "c"], [1, 1, 1]), ("的", "<i>了</i>"))
    rows = table_of(corpus, FULL, "cbow").rows(0, 9)
    assert [(row.tokens, row.input_words, row.target_word) for row in rows] == [
        (("a", "的", "b", "<i>了</i>", "c"), ("a", "c"), "b")
    ]
    short = EncodedCorpus("", ids[:3], np.array([0, 3]), corpus.vocabulary, corpus.stop_words)
    assert "and are no stop words" in str(why_none(short, FULL))
