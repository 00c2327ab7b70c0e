import re
from collections import Counter
from itertools import pairwise

import pytest

from w2v_gui.corpus import planted, planted_chinese, planted_english
from w2v_gui.corpus.samples import DEMO_SETTINGS, derivation_sentence, planted_text
from w2v_gui.engine.config import TrainingConfig

DATA = {"en": planted_english, "zh": planted_chinese}
LANGUAGES = tuple(DATA)
WORD = {"en": re.compile(r"[a-z]+"), "zh": re.compile(r"[\u4e00-\u9fff]+")}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def text(language):
    return planted_text(language)


def test_the_derivations_sentence_is_exact():
    corpus = derivation_sentence()
    words = [corpus.vocabulary.words[i] for i in corpus.ids]
    assert words == ["我", "爱", "学习", "没有", "什么", "能够", "阻挡", "我", "的", "脚步"]
    assert corpus.sentences == 1
    assert len(corpus.vocabulary) == 9
    assert corpus.vocabulary.words[0] == "我"


def test_same_seed_same_text(language):
    assert planted_text(language, 5_000, 3) == planted_text(language, 5_000, 3)


def test_the_same_bytes_on_every_machine():
    family = planted.Family(
        roles=("animal", "young"),
        slots=("food",),
        table="cat kitten | mice, fish\ndog puppy | bones",
        patterns={"animal": ("the {w} eats {food}", "{who} the {w}"), "young": ("a {w} likes {food} or {food2}",)},
        pools={"who": {"animal": ("feed", "stroke")}},
    )
    assert planted.write([family], 20, 1).split("\n") == [
        "a puppy likes bones or bones",
        "a kitten likes fish or mice",
        "feed the dog",
        "stroke the cat",
        "the cat eats fish",
    ]


def test_other_seed_other_text(language):
    assert planted_text(language, 5_000, 3).text != planted_text(language, 5_000, 4).text


def test_a_shorter_text_is_the_beginning_of_a_longer_one(language, text):
    assert text.text.startswith(planted_text(language, 5_000).text)


@pytest.mark.parametrize("tokens", [1, 1_000, 300_000])
def test_it_has_the_tokens_asked_for(language, tokens):
    assert tokens <= len(planted_text(language, tokens).text.split()) < tokens + 20


def test_the_vocabulary_is_large_enough_to_mean_something_and_small_enough_for_softmax(text):
    assert 300 <= len(text.corpus().vocabulary) <= 2_000


def test_the_corpus_is_the_text(text):
    corpus = text.corpus()
    assert len(corpus) == len(text.text.split())
    assert corpus.sentences == text.text.count("\n") + 1
    first = [corpus.vocabulary.words[i] for i in corpus.ids[: corpus.offsets[1]]]
    assert " ".join(first) == text.text.split("\n")[0]


def test_words_are_plain_words(language, text):
    assert all(WORD[language].fullmatch(word) for word in text.corpus().vocabulary.words)


def test_single_spaces_and_no_empty_line(text):
    assert "  " not in text.text
    assert all(line and line == line.strip() for line in text.text.split("\n"))


def test_sentences_vary(text):
    lines = text.text.split("\n")
    assert len(set(lines)) > 5_000
    assert sum(a == b for a, b in pairwise(lines)) == 0


def test_every_word_asked_for_is_trained(text):
    counts = Counter(text.text.split())
    words = {word for section in text.questions for question in section.questions for word in question}
    assert min(counts[word] for word in words) >= 50 > DEMO_SETTINGS["min_count"]


def test_questions_are_of_four_different_words_and_never_twice(text):
    questions = [question for section in text.questions for question in section.questions]
    assert len(questions) > 1_000
    assert len(set(questions)) == len(questions)
    assert all(len(set(question)) == 4 for question in questions)


def test_a_question_has_one_answer(text):
    for section in text.questions:
        answers = {}
        for a, b, c, d in section.questions:
            assert answers.setdefault(a, b) == b
            assert answers.setdefault(c, d) == d


def test_sections_have_names_of_their_own(text):
    names = [section.name for section in text.questions]
    assert len(set(names)) == len(names) >= 10


def test_watched_words_are_in_the_text(text):
    assert set(text.watch) <= set(text.text.split())


def test_the_capital_of_france_and_the_queen_are_asked_for():
    asked = {question for section in planted_text("en", 1).questions for question in section.questions}
    assert ("france", "paris", "japan", "tokyo") in asked
    assert ("man", "woman", "king", "queen") in asked
    asked = {question for section in planted_text("zh", 1).questions for question in section.questions}
    assert ("法国", "巴黎", "中国", "北京") in asked
    assert ("男人", "女人", "国王", "王后") in asked


def test_a_word_of_a_relation_is_planted_nowhere_else(language):
    """A word that two relations share, or that patterns use as filler, would blur its own relation."""
    families = DATA[language].FAMILIES
    roles = Counter(
        word for family in families for entity in family.entities() for word in set(entity.words.values()) - {"-"}
    )
    assert {word for word, times in roles.items() if times > 1} <= {"euro", "欧元"}
    fillers = {
        word
        for family in families
        for patterns in family.patterns.values()
        for pattern in patterns
        for word in planted.FIELD.sub("", pattern).split()
    }
    companions = {
        word
        for family in families
        for entity in family.entities()
        for group in entity.companions.values()
        for companion in group
        for word in companion.split()
    }
    assert not set(roles) & (fillers | companions)


def test_the_demos_settings_are_settings():
    TrainingConfig.from_dict(DEMO_SETTINGS)
