"""The text read again in passages: nothing is lost, and every token stands where it is said to stand."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from texts import ENGLISH, SIMPLIFIED

from w2v_gui.corpus import blocks, ingest, original, passages, segmenters, sources
from w2v_gui.corpus.characters import BREAK, CODE_POINT, COUNTS, END, IGNORED, KIND, lower_case
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.original import OriginalText
from w2v_gui.corpus.passages import LONGEST, LONGEST_PART, Passages, gap_reason
from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.corpus.segmenters import Segmenter
from w2v_gui.corpus.sources import PastedText, open_texts
from w2v_gui.corpus.tokenizers import TokenizerOptions, table_for

LEAST = "zero one 二三"


def opened(*texts, memory_limit=original.MEMORY_LIMIT, **options):
    """Return the passages of texts; two different words are added so that any text will do."""
    sources = [PastedText(text, "") for text in (*texts, LEAST)]
    found = encode(sources, TokenizerOptions(**options), original=OriginalText(memory_limit))
    return found.corpus, Passages(found.corpus, found.original)


def pages_of(*texts, **options):
    return opened(*texts, **options)[1]


def walked(pages):
    """Return all passages, from the first on."""
    found = [pages.at(0)]
    while (following := pages.after(found[-1])) is not None:
        found.append(following)
    return found


def tokens_of(passage):
    return [passage.text[a:b] for a, b in zip(passage.starts.tolist(), passage.ends.tolist(), strict=True)]


def normalised(text, table):
    entries = [int(table[ord(character)]) for character in text]
    return "".join(chr(entry & CODE_POINT) for entry in entries if not (entry >> KIND) & IGNORED)


@pytest.fixture(autouse=True)
def never_guessed(monkeypatch):
    """Words with spaces between them are for texts of which only the words are known."""

    def spaced(corpus, begin, end):
        raise AssertionError(f"no place was found for the tokens {begin} to {end}")

    monkeypatch.setattr(blocks, "spaced", spaced)


# -- for any text and options -----------------------------------------------------------------------------------------

PARTS = [
    *" \n\r\t\u2028\u2029\x85\u3000\u00a0aAéÉß'’·-_.,!?“”—…()1２½²#$%İıſﬁΣ",
    *"我爱学习的〇々，。「」：（）",
    *"\u00ad\ufeff\u200c\u200d\u0301\ufe0f\U000e0100",
    chr(BREAK),
    "\ud800",
    "\U0001f600",
    "\U00020000",
    *(
        "\r\n",
        "\n\n",
        "don't",
        "don’",
        "e\u0301",
        "c++",
        "--",
        "--x",
        "3d",
        "co\u00adop",
        "北京大学",
        "老师和学生",
        "<b>",
    ),
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=60).map("".join)
OPTIONS = st.fixed_dictionaries(
    {
        "language": st.sampled_from(["spaced", "chinese", "segmented", "mixed"]),
        "lines": st.sampled_from(["sentence", "paragraph"]),
        "lower_case": st.booleans(),
        "digits": st.booleans(),
        "punctuation": st.booleans(),
    }
)
SIZES = {
    "LEAST_BLOCK": st.integers(1, 40),
    "BLOCK": st.integers(1, 40),
    "LONGEST": st.integers(1, 5),
    "_LONGEST_RUN": st.sampled_from([5, 20, 1 << 20]),
}

segmenter = cache(Segmenter)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(TEXTS, min_size=1, max_size=3), OPTIONS, st.fixed_dictionaries(SIZES), st.sampled_from([0, 30, 1 << 20])
)
@example(["co\u00ad-\u00adop", "'tis"], {"language": "segmented"}, {"LEAST_BLOCK": 1, "BLOCK": 1, "LONGEST": 1}, 0)
@example(["---- --- ----x"], {"language": "segmented"}, {"LEAST_BLOCK": 1, "BLOCK": 3, "LONGEST": 1}, 0)
@example([f"ab{chr(BREAK)}c 我{chr(BREAK)}爱"], {"language": "mixed"}, {"LEAST_BLOCK": 1, "BLOCK": 9, "LONGEST": 2}, 0)
@example(
    ["我爱学\ud800习" * 40],
    {"language": "chinese"},
    {"LEAST_BLOCK": 1, "BLOCK": 30, "LONGEST": 3, "_LONGEST_RUN": 5},
    0,
)
def test_any_text_is_read_again(texts, options, sizes, memory_limit):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest, "Segmenter", lambda options: segmenter(TokenizerOptions()))
        patch.setattr(original, "LEAST_BLOCK", sizes["LEAST_BLOCK"])
        patch.setattr(sources, "BLOCK", sizes["BLOCK"])
        patch.setattr(segmenters, "_LONGEST_RUN", sizes.get("_LONGEST_RUN", 1 << 20))
        patch.setattr(passages, "LONGEST", sizes["LONGEST"])
        options = {"lines": "sentence", **options}
        corpus, pages = opened(*texts, memory_limit=memory_limit, **options)
        found = walked(pages)
        assert "".join(passage.text for passage in found) == "".join(text + END for text in [*texts, LEAST])
        table = table_for(TokenizerOptions(**options))
        words = [normalised(token, table) for passage in found for token in tokens_of(passage)]
        assert words == [corpus.word(i) for i in corpus.ids.tolist()]
        for passage in found:
            places = np.stack([passage.starts, passage.ends], axis=1).ravel()
            assert (np.diff(places) >= 0).all()
        assert_divided(corpus, found, sizes["LONGEST"])
        for position in range(len(corpus)):
            assert_same(pages.at(position), next(passage for passage in found if passage.end > position))
        for passage, following in zip([None, *found], found, strict=False):
            before = pages.before(following)
            assert (before and before.begin) == (passage and passage.begin)


def assert_divided(corpus, found, longest):
    """Check where passages begin and end, and what they say about it."""
    offsets = corpus.offsets.tolist()
    assert [passage.begin for passage in found] == [0, *(passage.end for passage in found[:-1])]
    assert found[-1].end == len(corpus)
    for passage in found:
        assert (passage.opens, passage.closes) == (passage.begin in offsets, passage.end in offsets)
        assert 1 <= passage.end - passage.begin == len(passage.starts) == len(passage.ends) <= longest
        assert not any(passage.begin < offset < passage.end for offset in offsets)
        assert passage.closes or passage.end - passage.begin == longest


def assert_same(one, other):
    assert (one.begin, one.end, one.text, one.opens, one.closes) == (
        other.begin,
        other.end,
        other.text,
        other.opens,
        other.closes,
    )
    np.testing.assert_array_equal(one.starts, other.starts)
    np.testing.assert_array_equal(one.ends, other.ends)


@pytest.mark.parametrize("segmented", [False, True])
def test_lower_case_counts_if_and_only_if_the_character_does(segmented):
    # Or else a place that is spelt like a word might be found before the word.
    options = TokenizerOptions(language="segmented" if segmented else "spaced", digits=True, punctuation=True)
    counts = (table_for(options) >> KIND) & COUNTS
    np.testing.assert_array_equal(counts, counts[lower_case()])


# -- where passages end -----------------------------------------------------------------------------------------------


def test_a_passage_ends_with_the_line_or_with_the_space_after_its_last_word(monkeypatch):
    monkeypatch.setattr(passages, "LONGEST", 2)
    pages = pages_of("— “Who?” she said, “are you?”\n***\n\n  “I?” (Well.)")
    assert [passage.text for passage in walked(pages)[:4]] == [
        "— “Who?” she ",
        "said, “are ",
        "you?”\n***\n\n",
        "  “I?” (Well.)" + END,
    ]


def test_chinese_without_spaces_is_divided_before_a_word(monkeypatch):
    monkeypatch.setattr(passages, "LONGEST", 2)
    pages = pages_of("我们喜欢“北京大学”，老师和学生。", language="chinese")
    assert [passage.text for passage in walked(pages)[:3]] == ["我们喜欢“", "北京大学”，老师", "和学生。" + END]


def test_stop_words_stand_where_they_stood():
    pages = pages_of("The King of the Hill.", stop_words=("the", "of"))
    assert tokens_of(pages.at(0)) == ["The", "King", "of", "the", "Hill"]


def test_one_long_line_has_many_passages():
    words = [f"w{i % 300}" for i in range(200_000)]
    corpus, pages = opened(" ".join(words), digits=True)
    found = walked(pages)
    assert [token for passage in found for token in tokens_of(passage)][: len(words)] == words
    assert_divided(corpus, found, LONGEST)
    assert (found[0].closes, found[1].opens) == (False, False)


def test_files_are_read_again_as_they_were_decoded(tmp_path):
    texts = {"a.txt": ENGLISH * 700, "b.txt": SIMPLIFIED * 900, "c.txt.gz": "Ein Wort heißt\r\nzwei Wörter" * 3000}
    (tmp_path / "a.txt").write_text(texts["a.txt"])
    (tmp_path / "b.txt").write_bytes(texts["b.txt"].encode("gb18030"))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(texts["c.txt.gz"].encode("utf-16")))
    found = encode(open_texts([tmp_path]), original=OriginalText())
    pages = Passages(found.corpus, found.original)
    assert "".join(passage.text for passage in walked(pages)) == "".join(text + END for text in texts.values())


# -- what nobody could look at ----------------------------------------------------------------------------------------


def test_the_middle_of_what_is_long_is_left_out_and_words_stay_where_they_are_said_to_be():
    long, stars, dashes = "ab" * 400_000, "*" * 3_000_000, "-" * 5000
    pages = pages_of(f"{stars} one {long} two {dashes}{stars}\n{stars} three {stars} four {dashes} five {stars}")
    found = walked(pages)
    assert all(len(passage.text) < 6 * LONGEST_PART for passage in found)
    tokens = [token for passage in found for token in tokens_of(passage)]
    assert tokens[0::2][:3] == ["one", "two", "four"]
    assert tokens[1].startswith("abab")
    assert len(tokens[1]) <= LONGEST_PART
    assert tokens[2:6] == ["two", "three", "four", "five"]
    assert [(passage.opens, passage.closes) for passage in found] == [(True, True)] * 3


def test_a_word_over_many_pieces_is_found(monkeypatch):
    monkeypatch.setattr(sources, "BLOCK", 1000)
    word = "abc" * 20_000
    pages = pages_of(f"{'one two ' * 50_000}{word} {'three four ' * 50_000}")
    before, after = pages.at(100_000 - LONGEST), pages.at(100_001 + LONGEST)
    assert set(tokens_of(before)) == {"one", "two"}
    assert set(tokens_of(after)) == {"three", "four"}
    passage = pages.at(100_000)
    there = 100_000 - passage.begin
    assert passage.text[passage.starts[there] : passage.ends[there]] == word[:999] + "…" + word[-999:]


# -- memory and threads -----------------------------------------------------------------------------------------------


def test_what_is_ready_needs_no_disk(monkeypatch):
    pages = pages_of("one two three four\n" * 200_000, memory_limit=0)
    assert not pages.ready(500_000)
    first = pages.at(500_000)
    assert pages.ready(500_000)
    monkeypatch.setattr(OriginalText, "_read", None)
    assert_same(pages.at(500_000), first)
    assert not pages.ready(100_000)


def test_few_blocks_are_remembered():
    corpus, pages = opened("one two three four\n" * 400_000)
    places = range(0, len(corpus), 1000)
    for place in places:
        pages.at(place)
    assert sum(map(pages.ready, places)) < 0.7 * len(places)
    assert pages.ready(places[-1])


def test_several_threads_read_at_once():
    lines = [f"line{i} of many" for i in range(60_000)]
    pages = pages_of("\n".join(lines), memory_limit=0, digits=True)

    def read(start):
        return all(pages.at(3 * line).text == f"{lines[line]}\n" for line in range(start, len(lines) - 1, 997))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(read, range(8)))


# -- where only the words are known -----------------------------------------------------------------------------------


def test_a_text_of_which_only_the_words_are_known(monkeypatch):
    monkeypatch.undo()
    pages = Passages(derivation_sentence(), None)
    passage = pages.at(4)
    assert passage.text == "我 爱 学习 没有 什么 能够 阻挡 我 的 脚步\n"
    assert tokens_of(passage) == passage.text.split()
    assert (passage.opens, passage.closes, pages.after(passage), pages.before(passage)) == (True, True, None, None)


def test_many_sentences_of_which_only_the_words_are_known(monkeypatch):
    monkeypatch.undo()
    sentences = [[f"w{j}" for j in range(i, i + i % 700 + 1)] for i in range(0, 3000, 17)]
    corpus = EncodedCorpus.from_sentences(sentences)
    found = walked(Passages(corpus, None))
    assert "".join(passage.text for passage in found) == "".join(" ".join(sentence) + "\n" for sentence in sentences)
    assert_divided(corpus, found, LONGEST)
    assert [token for passage in found for token in tokens_of(passage)] == [
        w for sentence in sentences for w in sentence
    ]


def test_a_text_that_does_not_hold_its_tokens_is_shown_by_its_words(monkeypatch):
    monkeypatch.undo()
    found = encode([PastedText("one two\nthree", "")], original=OriginalText())
    other = encode([PastedText("one 2 three", "")], original=OriginalText())
    pages = Passages(found.corpus, other.original)
    assert pages.at(0).text == "one two\n"


@pytest.mark.parametrize(
    ("gap", "reason"),
    [(" ", ""), ("\n\n", ""), (", ", "punctuation"), (" + ", "punctuation"), (" 1984, ", "number"), ("\u00ad", "")],
)
def test_why_something_is_no_word(gap, reason):
    assert gap_reason(gap) == reason
