"""Reading questions, and writing them so that they are read the same again."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from w2v_gui.errors import QueryError
from w2v_gui.vectors.question_parsing import parse
from w2v_gui.vectors.question_tokens import beginnings_at, read_list
from w2v_gui.vectors.questions import LONGEST, MOST_WORDS, Analogy, Comparison, Expression, Term, with_word

VOCABULARY = {
    *("king", "man", "woman", "queen", "t-shirt", "shirt", "t", "c++", "a - b", "x-y", "y-z", "new york", "york"),
    *("国王", "男人", "女人", "1,000", "9:30", ",", "-", "?", "king,", "-lrb-", "co-op", '"', "what?"),
}


def terms(text, vocabulary=VOCABULARY):
    return [(term.sign, term.word) for term in parse(text, vocabulary).terms]


@pytest.mark.parametrize(
    "text",
    [
        "king - man + woman",
        "king-man+woman",
        "king −man +woman",
        "  + king − man\t+ woman ",
        "king – man ＋ woman",
        "king\n- man\n+ woman",
        '"king" - “man” + 「woman」',
    ],
)
def test_arithmetic_with_and_without_spaces(text):
    assert terms(text) == [(1, "king"), (-1, "man"), (1, "woman")]
    assert terms(text, None) == [(1, "king"), (-1, "man"), (1, "woman")]


@pytest.mark.parametrize("text", ["国王-男人+女人", "国王 − 男人 + 女人", "国王－男人＋女人", "国王−男人 +女人"])
def test_arithmetic_with_chinese_words(text):
    assert terms(text) == [(1, "国王"), (-1, "男人"), (1, "女人")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t-shirt", [(1, "t-shirt")]),
        ("t-shirt-shirt+t", [(1, "t-shirt"), (-1, "shirt"), (1, "t")]),
        ("king-t-shirt", [(1, "king"), (-1, "t-shirt")]),
        ("t - shirt", [(1, "t"), (-1, "shirt")]),
        ('"t"-shirt', [(1, "t"), (-1, "shirt")]),
        ('t-"shirt"', [(1, "t"), (-1, "shirt")]),
        ("c++ - king", [(1, "c++"), (-1, "king")]),
        ('"a - b" + king', [(1, "a - b"), (1, "king")]),
        ("x-y-z", [(1, "x-y"), (-1, "z")]),
        ("-man", [(-1, "man")]),
        ("odd-one", [(1, "odd"), (-1, "one")]),
        ("1,000 - 9:30", [(1, "1,000"), (-1, "9:30")]),
        ("new york - york", [(1, "new york"), (-1, "york")]),
        ("-", [(1, "-")]),
        (",", [(1, ",")]),
        ("-lrb-", [(1, "-lrb-")]),
        ("? - what?", [(1, "?"), (-1, "what?")]),
        ('"', [(1, '"')]),
        ('"""" - king', [(1, '"'), (-1, "king")]),
        ('"5"" disk" + king', [(1, '5" disk'), (1, "king")]),
        ('"open', [(1, '"open')]),
    ],
)
def test_marks_inside_words(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "man : king :: woman : ?",
        "man:king::woman:?",
        "man：king：：woman：？",
        "man∶king∷woman∶?",
        "man:king::woman",
        "man : king :: woman :",
        '"man":"king"::"woman":?',
    ],
)
def test_an_analogy_in_all_its_spellings(text):
    assert parse(text, VOCABULARY) == parse(text) == Analogy(("man", "king", "woman", None))


@pytest.mark.parametrize("text", ["? : king :: woman : queen", "man : ? :: woman : queen", "man : king :: ? : queen"])
def test_any_word_of_an_analogy_can_be_asked_for(text):
    question = parse(text)
    whole = ("man", "king", "woman", "queen")
    place = question.places.index(None)
    values = {"man": (1, 0, 0), "king": (1, 1, 0), "woman": (0, 0, 1), "queen": (0, 1, 1)}
    summed = [sum(term.sign * values[term.word][axis] for term in question.terms) for axis in range(3)]
    assert tuple(summed) == values[whole[place]]
    assert question.counterpart == whole[place ^ 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("king, queen, shirt", ["king", "queen", "shirt"]),
        ("king,queen ,shirt,", ["king", "queen", "shirt"]),
        ("国王，男人、女人", ["国王", "男人", "女人"]),
        ("1,000, king,t-shirt", ["1,000", "king", "t-shirt"]),
        ("well-known, king", ["well-known", "king"]),
        ("new york, los angeles", ["new york", "los angeles"]),
        ('"a, b", ",", -lrb-', ["a, b", ",", "-lrb-"]),
    ],
)
def test_several_words_are_compared(text, expected):
    assert parse(text, VOCABULARY) == Comparison(tuple(expected))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no word to ask for"),
        ("  \n", "no word to ask for"),
        ('""', "no word to ask for"),
        ("king -", "ends with a sign"),
        ("+", "ends with a sign"),
        ("king - + man", "between two signs"),
        ("king -- man", "between two signs"),
        ("king man", "between “king” and “man”"),
        ('king "man"', "between “king” and “man”"),
        ("king, , man", "A word is missing"),
        (", king", "A word is missing"),
        ("，", "A word is missing"),
        ("king - man, woman", "a sum and a list at once"),
        ("man : king", "no analogy"),
        ("man : king : woman : ?", "no analogy"),
        ("man, king :: woman : ?", "no analogy"),
        ("::::", "no analogy"),
        ("man : king :: woman : queen", "Which word"),
        ("man : ? :: woman : ?", "Which word"),
        (": king :: woman : ?", "A word is missing"),
        ("x" * (LONGEST + 1), "characters long"),
        ("a," * (MOST_WORDS + 1), "1,001 words"),
    ],
)
def test_what_is_no_question_is_answered_with_a_sentence(text, sentence):
    with pytest.raises(QueryError, match=sentence):
        parse(text, VOCABULARY - {",", "-"})


words = st.one_of(
    st.sampled_from(sorted(VOCABULARY)), st.text(min_size=1, max_size=8), st.text('"“”「」?, -:+', min_size=1)
)
expressions = st.lists(st.builds(Term, st.sampled_from([1, -1]), words), min_size=1, max_size=5)
analogies = st.builds(
    lambda three, place: Analogy((*three[:place], None, *three[place:])),
    st.lists(words, min_size=3, max_size=3),
    st.integers(0, 3),
)
questions = st.one_of(
    st.builds(lambda terms: Expression(tuple(terms)), expressions),
    analogies,
    st.builds(lambda several: Comparison(tuple(several)), st.lists(words, min_size=2, max_size=5)),
)


@given(questions)
def test_a_question_written_down_is_read_the_same(question):
    assert parse(str(question)) == question
    assert parse(str(question), VOCABULARY) == question
    assert parse(str(question), {str(question), *question.words}) == question


@given(st.one_of(st.text(), st.text('"“„」ab -+,:：∷?、\u202e\ud800\n😀')), st.booleans())
def test_any_text_is_a_question_or_a_sentence(text, known):
    with contextlib.suppress(QueryError):
        question = parse(text, VOCABULARY if known else None)
        assert all(question.words)
        assert parse(str(question)) == question


def test_a_long_line_of_signs_takes_no_time():
    for text in ("a-" * 5_000, '-"' * 5_000, "-„" * 5_000, '"' * 9_999, "::" * 5_000):
        with pytest.raises(QueryError):
            parse(text, VOCABULARY)


def test_another_word_in_the_place_of_one():
    for text in ("kign - man", "man : kign :: woman : ?", "kign, queen"):
        assert str(with_word(parse(text), "kign", "king")) == str(parse(text.replace("kign", "king")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ki|", ["ki"]),
        ("king - ma|n", ["ma"]),
        ("king-ma|", ["king-ma", "ma"]),
        ("国王，男|", ["国王，男", "男"]),
        ('"new yo|', ["new yo"]),
        ('"a b" + "new|', ["new"]),
        ("king |", []),
        ("king -|", []),
        ("|", []),
    ],
)
def test_which_word_is_being_typed(text, expected):
    at = text.index("|")
    assert [beginning for _, beginning in beginnings_at(text.replace("|", ""), at)] == expected


def test_lists_of_words():
    assert read_list('king, queen\n\n国王、男人\nnew york\n"a, b" man man\n', VOCABULARY) == (
        *("king", "queen", "国王", "男人", "new york", "a, b", "man"),
    )
