from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.corpus.corrections import Corrections
from w2v_gui.corpus.segmenters import Segmenter
from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.corpus.word_lists import DictionaryEntry, parse_dictionary

PHRASES = (
    "研究生命起源",
    "哈哈哈",
    "北京大学的学生",
    "未来和尚未来",
    "他练成了卡拉神功",
    "上海上",
    "人人为我",
    "T恤",
    "，",
)


def corrected(words, lines):
    entries = parse_dictionary("\n".join(lines.split()), "")
    return " ".join(Corrections(entries, lambda entry: entry.frequency is not None).apply(words.split()))


@pytest.mark.parametrize(
    ("words", "lines", "result"),
    [
        ("我 在 卡拉 神功 里", "卡拉神功", "我 在 卡拉神功 里"),
        ("我 在 卡 拉 神功 里", "卡拉神功", "我 在 卡拉神功 里"),
        ("了卡 拉 神功", "卡拉神功", "了卡 拉 神功"),
        ("研究生 命 起源", "研究|生命", "研究 生命 起源"),
        ("北京大学 的 北京大学生", "北京|大学", "北京 大学 的 北京大学生"),
        ("甲 乙 丙", "甲乙丙 甲|乙丙", "甲 乙丙"),
        ("甲 乙 丙", "甲|乙丙 甲乙丙", "甲乙丙"),
        ("甲 乙 丙", "甲乙 甲乙丙", "甲乙丙"),
        ("甲 乙 丙 甲 乙", "甲乙丙 甲乙", "甲乙丙 甲乙"),
        ("甲乙丙 丁", "甲|乙丙 乙丙丁", "甲 乙丙丁"),
        ("甲乙丙 丁", "乙丙丁 甲|乙丙", "甲 乙丙 丁"),
        ("人 人 人", "人人", "人人 人"),
        ("人 人人人 人", "人|人人", "人 人 人人 人"),
        ("好 ， 好", "好好 好，好", "好 ， 好"),
        ("卡尔 · 马克思", "卡尔·马克思", "卡尔·马克思"),
        ("甲 乙", "甲乙 甲乙|丙 甲", "甲乙"),
        ("丙 丁 丙 丁 丁", "丁丁 丙丁 丁|丁", "丙丁 丙 丁 丁"),
        ("", "甲乙", ""),
    ],
)
def test_lines_take_effect_one_after_the_other(words, lines, result):
    assert corrected(words, lines) == result


def test_what_is_left_to_the_segmenter_is_left():
    entries = (DictionaryEntry(("甲乙",)), DictionaryEntry(("甲乙",), 5))
    assert Corrections(entries, lambda entry: entry.frequency is not None).apply(["甲", "乙"]) == ["甲", "乙"]


def ends_of(words):
    return {0, *accumulate(map(len, words))}


def overlaps(text, start, end, entries):
    """Whether a place shares characters with one beyond it where an entry may stand.

    Which of two words that overlap comes true is weighed by the segmenter, which knows both.
    """
    words = {entry.word for entry in entries}
    places = ((place, place + len(word)) for word in words for place in range(end) if text.startswith(word, place))
    return any(first < end and last > start and not start <= first < last <= end for first, last in places)


def check_next_entry(data, text, segment, entries):
    """Choose what a user can say about the words on screen, and look whether it comes true at that very place."""
    words = segment(entries)
    assert "".join(words) == text
    starts = sorted(ends_of(words))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(first + 3, len(words) - 1)))
    word = "".join(words[first : last + 1])
    cut = data.draw(st.integers(1, len(word) - 1)) if first == last and len(word) > 1 else None
    entry = DictionaryEntry((word,) if cut is None else (word[:cut], word[cut:]))
    start, end = starts[first], starts[last + 1]
    result = segment((*entries, entry))
    assert "".join(result) == text
    if "，" not in word and not overlaps(text, start, end, (*entries, entry)):
        expected = {start, end} if cut is None else {start, start + cut, end}
        assert {place for place in ends_of(result) if start <= place <= end} == expected
    return (*entries, entry)


@given(st.lists(st.text("甲乙丙丁", min_size=1, max_size=3), min_size=1, max_size=12), st.data())
def test_each_correction_takes_effect_where_it_was_made(words, data):
    def segment(entries):
        return Corrections(entries, lambda entry: False).apply(words)

    entries = ()
    for _ in range(3):
        entries = check_next_entry(data, "".join(words), segment, entries)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4).map("".join), st.data())
def test_the_segmenter_does_not_undo_a_correction(text, data):
    def segment(entries):
        return Segmenter(TokenizerOptions(user_dictionary=entries)).cut(text)

    entries = ()
    for _ in range(2):
        entries = check_next_entry(data, text, segment, entries)


@pytest.mark.parametrize("waiting", [0, 1, 3, 9])
def test_a_text_is_not_cut_where_something_is_to_be_corrected(waiting):
    corrections = Corrections(parse_dictionary("丙丁戊\n", ""), lambda entry: False)
    words = ["甲", "乙", "丙", "丁", "戊", "己", "庚"]
    assert corrections.settled(words, waiting) == {0: 0, 1: 6, 3: 2, 9: 0}[waiting]
