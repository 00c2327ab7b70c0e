import itertools

import numpy as np
import pytest

from w2v_gui.corpus import planted_chinese, planted_english
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.samples import derivation_sentence, planted_text
from w2v_gui.corpus.suggestions import Suggestions, suggest

PLANTED = {"en": planted_english, "zh": planted_chinese}


@pytest.fixture(scope="module", params=["en", "zh"])
def planted(request):
    return request.param, planted_text(request.param, tokens=150_000)


def classes(language):
    """Return the groups of words of the planted tables that stand in the same places of the same sentences."""
    for family in PLANTED[language].FAMILIES:
        for role in family.roles:
            yield {entity.words[role] for entity in family.entities()}
        for slot in family.slots:
            yield {word for entity in family.entities() for item in entity.companions[slot] for word in item.split()}
        for pool in family.pools.values():
            yield from (set(words) for words in pool.values())


def of_one_class(language, a, b):
    return any({a, b} <= words for words in classes(language))


def words_of(corpus, suggestions):
    words = corpus.vocabulary.words
    return [words[i] for i in suggestions.words], [(words[a], words[b]) for a, b in suggestions.pairs]


def test_pairs_of_the_planted_texts_are_alike_and_unlike(planted):
    language, text = planted
    corpus = text.corpus()
    words, (alike, unlike) = words_of(corpus, suggest(corpus))
    assert of_one_class(language, *alike)
    assert not of_one_class(language, *unlike)
    assert set(alike) & set(unlike)
    assert len(words) == len(set(words)) == 3


def test_words_that_are_known_to_be_telling_come_first(planted):
    language, text = planted
    corpus = text.corpus()
    words, (alike, unlike) = words_of(corpus, suggest(corpus, known=text.watch[:3]))
    assert words == list(text.watch[:3])
    assert alike[0] == unlike[0] == text.watch[0]
    role = next(words for words in classes(language) if text.watch[0] in words)
    assert alike[1] in role
    assert unlike[1] not in role


def test_the_same_text_gives_the_same_suggestions(planted):
    corpus = planted[1].corpus()
    assert suggest(corpus) == suggest(corpus)


def test_only_part_of_a_long_text_is_looked_at(planted):
    language, text = planted
    corpus = text.corpus()
    words, (alike, unlike) = words_of(corpus, suggest(corpus, limit_tokens=60_000))
    assert len(words) == 3
    assert of_one_class(language, *alike)
    assert not of_one_class(language, *unlike)


def in_passages(rng, topics, function, passages=400, sentences=10):
    """Write a text whose passages are about one topic each, in words that stand in the same places everywhere."""
    for i in range(passages):
        subjects, verbs = topics[i % len(topics)]
        for _ in range(sentences):
            little = rng.choice(function, 4).tolist()
            yield [*little[:2], str(rng.choice(subjects)), str(rng.choice(verbs)), *little[2:]]


@pytest.fixture
def passages():
    function = ["with", "that", "from", "this", "have", "were", "into", "them", "very", "then"]
    topics = [
        (["king", "queen", "prince", "duke", "earl", "count"], ["rules", "reigns", "crowns", "governs"]),
        (["salmon", "herring", "trout", "carp", "pike", "perch"], ["swims", "spawns", "bites", "dives"]),
        (["piano", "violin", "cello", "flute", "organ", "harp"], ["sounds", "plays", "resounds", "echoes"]),
    ]
    topics = [([word * 2 for word in a], [word * 2 for word in b]) for a, b in topics]
    rng = np.random.default_rng(5)
    return function, topics, EncodedCorpus.from_sentences(in_passages(rng, topics, function))


def test_function_words_are_told_by_their_even_spread(passages):
    function, _, corpus = passages
    words, pairs = words_of(corpus, suggest(corpus, words=6))
    assert not set(words) & set(function)
    assert not set(itertools.chain(*pairs)) & set(function)


def test_words_are_of_different_kinds(passages):
    _, topics, corpus = passages
    words, (alike, unlike) = words_of(corpus, suggest(corpus, words=3))
    topic_of = {word: i for i, topic in enumerate(topics) for words in topic for word in words}
    assert len({topic_of[word] for word in words}) == 3
    assert topic_of[alike[0]] == topic_of[alike[1]]
    assert topic_of[unlike[0]] != topic_of[unlike[1]]


def test_markup_and_digits_are_not_suggested(passages):
    _, _, corpus = passages
    rng = np.random.default_rng(6)
    words = corpus.vocabulary.words
    sentences = [
        ["<b>", "1984", "的", "br", *(words[i] for i in corpus.ids[a:b]), "2001", "</b>"]
        for a, b in itertools.pairwise(corpus.offsets)
        if rng.random() < 0.7
    ]
    noisy = EncodedCorpus.from_sentences(sentences)
    chosen, pairs = words_of(noisy, suggest(noisy, words=6))
    assert all(word.isalpha() and word.isascii() and len(word) > 3 for word in chosen)
    assert all(word in words for pair in pairs for word in pair)


def test_of_a_chinese_text_the_latin_words_are_markup(planted):
    corpus = planted_text("zh", tokens=30_000).corpus()
    words = corpus.vocabulary.words
    sentences = [
        ["strong", *(words[i] for i in corpus.ids[a:b]), "html"] for a, b in itertools.pairwise(corpus.offsets)
    ]
    noisy = EncodedCorpus.from_sentences(sentences)
    chosen, _ = words_of(noisy, suggest(noisy, words=6))
    assert not any(word.isascii() for word in chosen)


def test_words_that_a_run_does_not_keep_are_not_suggested(planted):
    corpus = planted[1].corpus()
    kept = corpus.vocabulary.kept(150)
    suggestions = suggest(corpus, kept)
    assert max(itertools.chain(suggestions.words, *suggestions.pairs)) < len(kept)


def test_the_sentence_of_the_derivation():
    corpus = derivation_sentence()
    words, pairs = words_of(corpus, suggest(corpus))
    assert len(words) == 3
    assert all(len(word) == 2 for word in words)
    assert len(pairs) == 2
    assert words_of(corpus, suggest(corpus, known=["学习", "no such word"]))[0][0] == "学习"


@pytest.mark.parametrize(
    ("text", "words", "pairs"),
    [
        ("a", 1, 0),
        ("a b", 2, 1),
        ("a b c", 3, 2),
        ("1 2", 2, 1),
        ("a a a a", 1, 0),
        ("\ud800 😀 <b>", 3, 2),
        ("", 0, 0),
    ],
)
def test_the_smallest_texts(text, words, pairs):
    corpus = EncodedCorpus.from_sentences([text.split()])
    found = suggest(corpus)
    assert len(found.words) == words
    assert len(found.pairs) == pairs
    assert all(a != b for a, b in found.pairs)
    assert (found == Suggestions()) == (text == "")
