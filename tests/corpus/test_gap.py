"""Lines with a gap, and lines of the text to put one into."""

from __future__ import annotations

import pytest

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.gap import LineReader, example, split_at_gap
from w2v_gui.corpus.tokenizers import TokenizerOptions


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("a ___ b", ("a ", " b")),
        ("宝玉听了__笑道", ("宝玉听了", "笑道")),
        ("宝玉听了＿＿笑道", ("宝玉听了", "笑道")),
        ("snake_case ___ b", ("snake_case ", " b")),
        ("a _ b", ("a ", " b")),
        ("宝玉 □□ 笑道", ("宝玉 ", " 笑道")),
        ("who ? there?", ("who ", " there?")),
        ("宝玉？笑道", ("宝玉", "笑道")),
        ("who is there?", ("who is there", "")),
        ("really? a ___ b", ("really? a ", " b")),
        ("___", ("", "")),
        ("snake_case", None),
        ("", None),
    ],
)
def test_what_a_gap_looks_like(line, parts):
    found = split_at_gap(line)
    assert (found and found[:2]) == parts
    assert not (found and found.more)


def test_further_gaps_are_noticed():
    assert split_at_gap("a ___ b ___ c") == ("a ", " b ___ c", True)
    assert not split_at_gap("a ? b ?").more


def known(*words):
    return lambda word: word in words


def test_words_are_split_as_the_text_was():
    chinese = LineReader(TokenizerOptions(language="chinese"))
    assert chinese.words("我喜欢北京，", known()) == ["我", "喜欢", "北京"]
    assert chinese.words("我，1984年喜欢", known()) == ["我", "1984", "年", "喜欢"]
    english = LineReader(TokenizerOptions(language="spaced"))
    assert english.words("The King's “cat” in 1984,", known()) == ["the", "king's", "cat", "in", "1984"]
    capitals = LineReader(TokenizerOptions(language="spaced", lower_case=False, digits=True))
    assert capitals.words("The cat, 1984", known()) == ["The", "cat", "1984"]


def test_spaces_stand_between_words_that_are_known():
    chinese = LineReader(TokenizerOptions(language="chinese"))
    assert chinese.words("我喜欢 北京", known("我喜欢")) == ["我喜欢", "北京"]


def test_without_a_text_chinese_is_divided_into_the_longest_words_that_are_known():
    reader = LineReader(None)
    words = known("宝玉", "宝", "听", "听了", "了")
    assert reader.words("宝玉听了 笑道 cat", words) == ["宝玉", "听了", "笑道", "cat"]
    assert reader.words("某某宝玉忽听", words) == ["某某", "宝玉", "忽", "听"]


SENTENCES = [["the", "cat", "saw", "the", "dog", "and", "ran"], ["the", "end"], ["rare"]] * 3


def test_an_example_is_a_place_of_the_text_and_the_same_for_the_same_number():
    corpus = EncodedCorpus.from_sentences(SENTENCES)
    found = [example(corpus, len(corpus.vocabulary), 2, seed) for seed in range(12)]
    for each in found:
        assert [*each.left, each.word, *each.right] == SENTENCES[0]
    assert example(corpus, len(corpus.vocabulary), 2, 3) == found[3]
    assert len({each.word for each in found}) > 1


def test_a_word_that_the_model_does_not_know_is_not_hidden():
    corpus = EncodedCorpus.from_sentences([["a", "a", "b", "a", "a"]])
    assert {example(corpus, 1, 2, seed).word for seed in range(8)} == {"a"}
    assert example(corpus, 0, 2, 1) is None


def test_where_there_is_no_context_there_is_no_example():
    corpus = EncodedCorpus.from_sentences([["a"], ["b"]])
    assert example(corpus, 2, 2, 1) is None
    gaps = EncodedCorpus.from_sentences([["a", "__", "b"]])
    assert "__" not in (example(gaps, 3, 2, 1).left + example(gaps, 3, 2, 1).right)
