import random
import textwrap

import pytest
from texts import ENGLISH, FRENCH, RUSSIAN, SIMPLIFIED

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.lines import decide_lines
from w2v_gui.corpus.samples import planted_text
from w2v_gui.corpus.sources import PastedText
from w2v_gui.corpus.tokenizers import TokenizerOptions

WORDS = "you see what a word means by the words around it and slowly the king comes near his queen"


def sentence(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS.split(), k=rng.randint(4, 30))).capitalize() + "."


def novel(width: int, newline: str = "\n", between: str = "") -> str:
    """Paragraphs of a few sentences, wrapped as Project Gutenberg does."""
    rng = random.Random(1)
    paragraphs = [" ".join(sentence(rng) for _ in range(rng.randint(1, 6))) for _ in range(60)]
    return (
        f"{newline}{between}{newline}".join(newline.join(textwrap.wrap(each, width)) for each in paragraphs) + newline
    )


@pytest.mark.parametrize("width", [60, 65, 72, 80])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("between", ["", "   "])
def test_wrapped_lines_are_recognised(width, newline, between):
    assert decide_lines(novel(width, newline, between)) == "paragraph"


def test_indented_paragraphs_are_recognised():
    assert decide_lines(textwrap.indent(novel(60), "        ")) == "paragraph"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one line",
        "\n" * 100,
        ENGLISH * 20,
        (ENGLISH + "\n") * 20,
        FRENCH * 20,
        RUSSIAN * 20,
        (SIMPLIFIED + "\n") * 50,
        planted_text("en", 20_000).text,
        planted_text("zh", 20_000).text,
        novel(10_000),
        novel(40),
        novel(70).replace("\n\n", "\n"),
        "\n\n".join(novel(70).splitlines()),
        "\n".join(sentence(random.Random(i)) + "\n" * (i % 9 == 0) for i in range(300)),
    ],
    ids=lambda text: repr(text[:20]),
)
def test_lines_that_are_not_wrapped_are_sentences(text):
    assert decide_lines(text) == "sentence"


def test_a_novel_with_a_paragraph_a_line_stays_as_it_is():
    rng = random.Random(2)
    paragraphs = ["　　" + SIMPLIFIED.replace("\n", "") * rng.randint(1, 3) for _ in range(200)]
    assert decide_lines("\n".join(paragraphs)) == "sentence"
    assert decide_lines("\n\n".join(paragraphs)) == "sentence"


def test_wrapped_text_has_the_sentences_of_the_same_text_unwrapped():
    wrapped, whole = (encode([PastedText(novel(width), "")]) for width in (70, 100_000))
    assert (wrapped.report.lines, whole.report.lines) == ("paragraph", "sentence")
    assert wrapped.corpus.offsets.tolist() == whole.corpus.offsets.tolist()
    assert wrapped.corpus.ids.tolist() == whole.corpus.ids.tolist()


def test_the_user_decides():
    text = novel(70)
    lines = sum(bool(line) for line in text.splitlines())
    assert encode([PastedText(text, "")], TokenizerOptions(lines="sentence")).corpus.sentences == lines
    chosen = encode([PastedText("one two\nthree\n\nfour\n", "")], TokenizerOptions(lines="paragraph"))
    assert chosen.report.lines == "paragraph"
    assert chosen.corpus.offsets.tolist() == [0, 3, 4]


def test_wrapped_chinese_stays_chinese():
    text = "我们喜欢北京大学\n的老师和学生。\n\n没有人告诉过它。\n"
    result = encode([PastedText(text, "")], TokenizerOptions(lines="paragraph"))
    assert result.corpus.sentences == 2


def test_stop_words_are_listed_a_line_each_in_any_case():
    options = TokenizerOptions(lines="paragraph", stop_words=("the", "of", "of course"))
    corpus = encode([PastedText("the king\nof\ncourse\n\nthe queen\n", "")], options).corpus
    assert set(corpus.vocabulary.words) == {"king", "course", "queen"}
    assert corpus.stop_words == ("the", "of")
    assert corpus.offsets.tolist() == [0, 4, 6]


def test_sources_never_share_a_paragraph():
    sources = [PastedText(text, "") for text in ("one two\r\n", "three", "four five")]
    corpus = encode(sources, TokenizerOptions(lines="paragraph")).corpus
    assert corpus.offsets.tolist() == [0, 2, 3, 5]
