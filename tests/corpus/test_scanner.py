"""The scanner against an oracle that shares no code with it."""

import re
import unicodedata
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.corpus import scanner as scanner_module
from w2v_gui.corpus.characters import BREAK, END, character_table
from w2v_gui.corpus.scanner import Scanner
from w2v_gui.errors import CorpusError

NEWLINES = "\n\r\v\f\x85\u2028\u2029"
IGNORED = "\xad\u2060\ufeff" + "".join(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
JOINERS = "'’·_\u05f3\u05f4"
ALPHABET = (
    "aAbB éÉİıßŒ'’·_-.,!?0123½Ⅳ爱我々〇㐂𠀀ñ́"
    "\t \u3000\n\r\x85\u2028\x00\x1f\xad\u200d\u200b\ufeff\ufe0f\ufffd\ud800\udfff😀<>=“”。，«ЖжΣσςกั한カﾊאٱ\U000e0100"
)
texts = st.text(st.sampled_from(ALPHABET) | st.characters(exclude_characters=chr(BREAK)), max_size=60)


def shape(character: str, *, digits: bool) -> str:
    if character in NEWLINES:
        return "N"
    if character in "々〇" or re.match("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]", character):
        return "H"
    category = unicodedata.category(character)
    if category[0] == "L" or (digits and category[0] == "N"):
        return "L"
    if category[0] == "M":
        return "M"
    if character in "\u200c\u200d":
        return "z"
    if character in JOINERS:
        return "j"
    return "P" if category[0] in "PS" else "."


def oracle(
    text: str, *, lower: bool = True, digits: bool = False, punctuation: bool = False, paragraphs: bool = False
) -> list[list[str]]:
    text = "".join(character for character in text if character not in IGNORED)
    shapes = "".join(shape(character, digits=digits) for character in text)
    if lower:
        text = "".join(character.lower()[0] for character in text)
    text = text.replace("’", "'")
    sentences: list[list[str]] = [[]]
    single = "|[jP]" if punctuation else ""
    seen = ""
    for match in re.finditer(f"[LH](?:[LHM]|(?<!H)[jz](?=L))*{single}|N", shapes):
        found = text[match.start() : match.end()]
        if match.group() != "N":
            sentences[-1].append(found)
            seen = ""
        elif not paragraphs or found in ("\u2029", seen):
            sentences.append([])
        else:
            seen = seen or found
    return [sentence for sentence in sentences if sentence]


def table(*, segmented=False, lower=True, digits=False, punctuation=False, breaks=False, paragraphs=False):
    return character_table(
        segmented=segmented, lower=lower, digits=digits, punctuation=punctuation, breaks=breaks, paragraphs=paragraphs
    )


def scan(text: str, *, size: int | None = None, capacity: int = 8, **options: bool) -> list[list[str]]:
    scanner = Scanner(table(**options), capacity=capacity)
    size = size or len(text) or 1
    sentences: list[list[str]] = []
    sentence: list[int] = []
    found = []
    for start in range(0, len(text), size):
        found.append(scanner.scan(text[start : start + size]))
    found.append(scanner.scan("", final=True))
    for ids, ends in found:
        position = 0
        for end in ends:
            sentences.append([*sentence, *ids[position:end].tolist()])
            sentence = []
            position = end
        sentence += ids[position:].tolist()
    assert not sentence
    assert len(set(scanner.words)) == len(scanner.words)
    counts = Counter(word for sentence in sentences for word in sentence)
    np.testing.assert_array_equal(scanner.counts, [counts[i] for i in range(len(scanner.words))])
    return [[scanner.words[i] for i in sentence] for sentence in sentences]


@settings(max_examples=600, deadline=None)
@given(texts, st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_words_are_the_oracles(text, lower, digits, punctuation, paragraphs):
    options = {"lower": lower, "digits": digits, "punctuation": punctuation, "paragraphs": paragraphs}
    assert scan(text, **options) == oracle(text, **options)


@settings(max_examples=300, deadline=None)
@given(texts, st.integers(1, 7), st.booleans(), st.booleans(), st.booleans())
def test_where_blocks_are_cut_does_not_matter(text, size, punctuation, segmented, paragraphs):
    options = {"punctuation": punctuation, "segmented": segmented, "breaks": True, "paragraphs": paragraphs}
    assert scan(text, size=size, **options) == scan(text, **options)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_segmented_text_is_split_at_white_space_only(text):
    text = re.sub(r"[^\w \n<>='-]|[\ud800-\udfff]", "", text)
    expected = [[word for word in line.split() if re.search(r"[^\W_]", word)] for line in text.split("\n")]
    expected = [[word for word in line if re.search("|".join(_letters(word)) or "$^", word)] for line in expected]
    assert scan(text, segmented=True, lower=False) == [line for line in expected if line]


def _letters(word: str) -> list[str]:
    return [c for c in word if unicodedata.category(c)[0] == "L" or shape(c, digits=False) == "H"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't stop—won’t, 'quoted' rock'n'roll '90s", "don't stop won't quoted rock'n'roll s"),
        ("l'été naïve Ångström STRASSE Straße", "l'été naïve ångström strasse straße"),
        ("new_york _emphasis_ co-operate e.g.", "new_york emphasis co operate e g"),
        ("Donau\xaddampfschiff", "donaudampfschiff"),
        ("İstanbul ISPARTA", "istanbul isparta"),
        ("cafe\u0301 हिन्दी می\u200cخواهم", "cafe\u0301 हिन्दी می\u200cخواهم"),
        ("马克思·恩格斯 Marx·Engels", "马克思 恩格斯 marx·engels"),
        ("a\x00b\ud800c", "a b c"),
        ("H2O 3.14", "h o"),
    ],
)
def test_words_of_spaced_text(text, words):
    assert scan(text) == [words.split()]


def test_digits_and_punctuation_are_options():
    assert scan("H2O costs $3.50!", digits=True) == [["h2o", "costs", "3", "50"]]
    assert scan("Yes, 3!", punctuation=True) == [["yes", ",", "!"]]
    assert scan("it's 'so'", punctuation=True) == [["it's", "'", "so", "'"]]


def test_markup_survives_in_segmented_text():
    text = "<b> bold </b> <img src=x> a.b@c.de 42 ... U.S."
    assert scan(text, segmented=True) == [["<b>", "bold", "</b>", "<img", "src=x>", "a.b@c.de", "u.s."]]
    everything = scan(text, segmented=True, lower=False, digits=True, punctuation=True)
    assert everything == [text.split()]


def test_east_asian_punctuation_is_never_part_of_a_segmented_word():
    assert scan("日， 联 合 国《 宣 言》。", segmented=True) == [["日", "联", "合", "国", "宣", "言"]]
    assert scan("日， 联", segmented=True, punctuation=True) == [["日", "，", "联"]]


def test_breaks_end_words_beside_chinese_characters_only():
    text = "我|爱|卡拉OK|，|T恤|和|iPhone|手机".replace("|", chr(BREAK))
    assert scan(text, breaks=True) == [["我", "爱", "卡拉ok", "t恤", "和", "iphone", "手机"]]
    assert scan("don|'|t |caf|é".replace("|", chr(BREAK)), breaks=True) == [["don't", "café"]]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x85", "\n\n \n", "\f"])
def test_lines_are_sentences(newline):
    assert scan(f"{newline}one two{newline}three{newline}") == [["one", "two"], ["three"]]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("between", ["", " \t", "* * *", "12."])
def test_in_wrapped_text_a_line_without_words_ends_a_sentence(newline, between):
    text = f"{newline}one{newline}two {newline}{between}{newline}three{newline}four"
    assert scan(text, paragraphs=True) == [["one", "two"], ["three", "four"]]
    assert scan(text, size=1, paragraphs=True) == [["one", "two"], ["three", "four"]]


def test_the_end_of_a_source_ends_a_sentence_in_wrapped_text():
    assert scan(f"one{END}two\r\n{END}three\r\n\n{END}four", paragraphs=True) == [["one"], ["two"], ["three"], ["four"]]


def test_a_line_of_ten_megabytes_stays_whole_over_tiny_blocks():
    words = [f"w{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}" for i in range(2_600_000)]
    text = " ".join(words)
    assert len(text) > 10e6
    scanner = Scanner(table())
    found = [scanner.scan(text[i : i + 1000]) for i in range(0, len(text), 1000)]
    assert not any(len(ends) for _, ends in found)
    found.append(scanner.scan("", final=True))
    ids = np.concatenate([ids for ids, _ in found])
    assert [scanner.words[i] for i in ids] == words
    assert found[-1][1].tolist() == [len(found[-1][0])]


def test_a_word_longer_than_many_blocks_stays_whole():
    word = "abc" * 100_000
    assert scan(f"x {word} y", size=1000) == [["x", word, "y"]]


def test_a_text_without_any_end_of_a_word_is_refused(monkeypatch):
    monkeypatch.setattr(scanner_module, "LONGEST_WORD", 1000)
    with pytest.raises(CorpusError, match="“aaaaaaaaaaaaaaaaaaaa…”"):
        scan("a" * 5000, size=100)


def test_words_that_are_set_aside_have_the_first_numbers_and_are_counted_from_the_text_on():
    scanner = Scanner(table(), capacity=8)
    scanner.set_aside(["the", "of", "it's", "at"])
    ids, ends = scanner.scan("The king of spades\nthe of\nIt’s the queen of", final=True)
    assert ids.tolist() == [0, 4, 1, 5, 0, 1, 2, 0, 6, 1]
    assert scanner.words == ["the", "of", "it's", "at", "king", "spades", "queen"]
    assert ends.tolist() == [4, 6, 10]
    assert (scanner.aside, scanner.counts.tolist()) == (4, [3, 3, 1, 0, 1, 1, 1])


def test_what_waits_for_the_next_piece_can_be_seen():
    scanner = Scanner(table())
    for piece, rest in (("one tw", "tw"), ("o'", "two'"), (" ", "two' "), ("“", "two' “"), ("…th", "th"), ("e ", "")):
        scanner.scan(piece)
        assert scanner.rest == rest
    scanner.scan("end")
    scanner.scan("", final=True)
    assert scanner.rest == ""


def test_the_hash_table_grows_in_the_middle_of_a_block():
    words = [f"{chr(0x4E00 + i // 100)}{chr(0x4E00 + i % 100)}" for i in range(20_000)]
    assert scan(" ".join(words), capacity=8) == [words]
