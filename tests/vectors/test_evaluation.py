"""Test sets in the forms they come in, and scores against their definitions and against gensim."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from w2v_gui.errors import Cancelled, FormatError
from w2v_gui.vectors import analogies
from w2v_gui.vectors.evaluation import (
    Missing,
    PairsScore,
    SectionScore,
    evaluate_analogies,
    evaluate_pairs,
    score_analogies,
    spearman,
)
from w2v_gui.vectors.test_sets import read_analogies
from w2v_gui.vectors.word_vectors import WordVectors


def planted(seed: int = 3, pairs: int = 40) -> WordVectors:
    """Capitals and countries with a constant offset between them, and noise enough for some errors."""
    rng = np.random.default_rng(seed)
    countries = rng.standard_normal((pairs, 12))
    capitals = countries + rng.standard_normal(12) + 0.8 * rng.standard_normal((pairs, 12))
    words = [f"{kind}{i}" for i in range(pairs) for kind in ("country", "capital")]
    matrix = np.stack([countries, capitals], axis=1).reshape(-1, 12)
    order = rng.permutation(len(words))
    return WordVectors([words[i] for i in order], matrix[order].astype(np.float32))


def write(path, text, newline="\n"):
    path.write_bytes(text.replace("\n", newline).encode())
    return path


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([1, 2, 3], [10, 20, 30], 1.0),
        ([1, 2, 3], [3, 2, 1], -1.0),
        ([1, 1, 2, 3], [1, 2, 2, 3], 5 / 6),
        ([1, 2], [5, 5], math.nan),
        ([1], [1], math.nan),
        ([], [], math.nan),
    ],
)
def test_spearman(first, second, expected):
    assert spearman(first, second) == pytest.approx(expected, nan_ok=True)


PAIRS = """\ufeff# a comment
Word 1\tWord 2\tHuman (mean)
country1\tcapital1\t9.5

country1\tcountry2\t5.00
Country3\tCAPITAL3\t8
country1\tunknown\t1
no score\there\t-
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_pairs_with_comments_header_and_any_line_ends(tmp_path, newline):
    vectors = planted()
    score = evaluate_pairs(vectors, write(tmp_path / "my set.tsv", PAIRS, newline))
    assert (score.name, score.found, score.total) == ("my set", 3, 4)
    similarities = [vectors.similarity("country1", "capital1"), vectors.similarity("country1", "country2")]
    similarities.append(vectors.similarity("country3", "capital3"))
    assert score.spearman == pytest.approx(spearman([9.5, 5, 8], similarities))


@pytest.mark.parametrize(
    "line",
    [
        "country1 capital1 4.0 4 4 4 4 ",
        "country1   capital1\t4",
        " country1\t capital1\t4\n",
        "country1\tcapital1\tN\t4",
    ],
)
def test_ways_to_write_a_pair(tmp_path, line):
    if line.count("\t") == 1:
        line = line.replace("\t", " ")
    assert evaluate_pairs(planted(), write(tmp_path / "pairs.txt", "word1 word2 score 1 2\n" + line)).found == 1


def test_pairs_none_of_which_are_known(tmp_path):
    score = evaluate_pairs(planted(), write(tmp_path / "pairs.txt", "a\tb\t1\nc\td\t2"))
    assert (score.found, score.total) == (0, 2)
    assert math.isnan(score.spearman)


def test_restricted_pairs(tmp_path):
    vectors = planted()
    text = "\n".join(f"{a}\t{b}\t{i}" for i, (a, b) in enumerate(itertools.combinations(vectors.words[:4], 2)))
    assert evaluate_pairs(vectors, write(tmp_path / "pairs.txt", text), restrict=3).found == 3


QUESTIONS = """: capitals
country1 capital1 country2 capital2
Country1 Capital1 COUNTRY3 CAPITAL3
country1 capital1 country2 unknown
three words only
: empty
: more
country4 capital4 country5 capital5
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_analogies_by_section(tmp_path, newline):
    score = evaluate_analogies(planted(), write(tmp_path / "questions.txt", QUESTIONS, newline))
    assert [(s.name, s.found, s.total) for s in score.sections] == [("capitals", 2, 3), ("empty", 0, 0), ("more", 1, 1)]
    assert (score.name, score.found, score.total, score.restrict) == ("questions", 3, 4, 30_000)
    assert math.isnan(score.sections[1].accuracy)
    assert score.correct == sum(section.correct for section in score.sections)
    assert score.accuracy == score.correct / 3


def test_questions_before_the_first_section_count(tmp_path):
    path = write(tmp_path / "questions.txt", "country1 capital1 country2 capital2\n: x\n")
    assert evaluate_analogies(planted(), path).sections[0].total == 1


def all_questions(vectors: WordVectors, pairs: int = 40) -> list[tuple[str, ...]]:
    return [
        (f"country{a}", f"capital{a}", f"country{b}", f"capital{b}") for a, b in itertools.permutations(range(pairs), 2)
    ]


def by_definition(vectors, questions, restrict):
    matrix = vectors.matrix[:restrict].astype(float)
    units = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
    correct = found = 0
    for words in questions:
        rows = [vectors.index(word) for word in words]
        if max(rows) < restrict:
            found += 1
            scores = units @ (units[rows[1]] - units[rows[0]] + units[rows[2]])
            scores[rows[:3]] = -9
            correct += scores.argmax() == rows[3]
    return correct, found


@pytest.mark.parametrize("restrict", [5, 40, 79, 80, 30_000])
def test_accuracy_is_that_of_the_definition(tmp_path, restrict):
    vectors = planted()
    questions = all_questions(vectors)
    path = write(tmp_path / "questions.txt", ": all\n" + "\n".join(" ".join(words) for words in questions))
    score = evaluate_analogies(vectors, path, restrict)
    assert (score.correct, score.found) == by_definition(vectors, questions, restrict)
    if restrict == 30_000:
        assert 0.1 < score.accuracy < 0.95
        assert evaluate_analogies(vectors, path, None).correct == score.correct


def test_a_rare_capitalised_word_does_not_hide_a_frequent_lower_cased_one(tmp_path):
    vectors = WordVectors(["a", "b", "turkey", "d", "Turkey"], np.eye(5))
    path = write(tmp_path / "q.txt", "a b Turkey d")
    assert evaluate_analogies(vectors, path, restrict=4).found == 1
    assert evaluate_analogies(vectors, path, restrict=3).found == 0


def test_products_of_cosines_are_those_of_the_definition(tmp_path):
    vectors, questions = planted(), all_questions(planted())
    path = write(tmp_path / "questions.txt", "\n".join(" ".join(words) for words in questions))
    units = vectors.matrix[:60].astype(float)
    units /= np.linalg.norm(units, axis=1, keepdims=True)
    correct = 0
    for words in questions:
        rows = [vectors.index(word) for word in words]
        if max(rows) < 60:
            a, b, c = ((units @ units[row] + 1) / 2 for row in rows[:3])
            scores = b * c / (a + 0.001)
            scores[rows[:3]] = 0
            correct += scores.argmax() == rows[3]
    score = evaluate_analogies(vectors, path, 60)
    assert score.whole.correct_by_product == correct > 0
    assert len(score.wrong) == score.found - score.correct
    assert {wrong.answer == wrong.words[3] for wrong in score.wrong} == {False}


def test_many_words_are_answered_in_blocks(tmp_path, monkeypatch):
    vectors, questions = planted(), all_questions(planted())[:400]
    path = write(tmp_path / "questions.txt", "\n".join(" ".join(words) for words in questions))
    whole = evaluate_analogies(vectors, path)
    monkeypatch.setattr(analogies, "_COSINES_AT_ONCE", 1)
    assert evaluate_analogies(vectors, path).wrong == whole.wrong


def test_scoring_says_how_far_it_is_and_can_be_given_up(tmp_path):
    path = write(tmp_path / "questions.txt", "\n".join(" ".join(words) for words in all_questions(planted())))
    told = []
    score_analogies(planted(), read_analogies(path), report=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)

    def give_up(share):
        raise Cancelled

    with pytest.raises(Cancelled):
        score_analogies(planted(), read_analogies(path), report=give_up)


def test_sections_of_grammar_are_added_up(tmp_path):
    text = ": family\na b c d\n: gram1-plural\nb c d a\n: gram2-past\nc d a b\n"
    vectors = WordVectors(list("eabcd"), np.eye(5))
    score = evaluate_analogies(vectors, write(tmp_path / "q.txt", text))
    assert [(group.name, group.total) for group in score.groups] == [("semantic", 1), ("syntactic", 2)]
    assert [wrong.words[0] for wrong in score.wrong_in("syntactic")] == ["b", "c"]  # “e” comes first
    assert evaluate_analogies(vectors, write(tmp_path / "q.txt", text[:20])).groups == ()


def test_what_is_missing_is_named(tmp_path):
    text = "king man queen woman\nKing man prince boy\nking man zzz boy"
    vectors = WordVectors(["king", "man", "queen", "woman", "prince"], np.eye(5))
    score = evaluate_analogies(vectors, write(tmp_path / "q.txt", text), restrict=4)
    assert score.missing == (Missing("boy", 2), Missing("prince", 1, rare=True), Missing("zzz", 1))


def test_the_pairs_in_dispute_come_first(tmp_path):
    vectors = WordVectors(list("abcd"), [[1, 0], [1, 0.1], [1, 0.5], [0, 1]])
    score = evaluate_pairs(vectors, write(tmp_path / "p.txt", "a b 1\na c 3\na d 2"))
    assert [miss.words for miss in score.misses] == [("a", "b"), ("a", "c"), ("a", "d")]
    assert [(miss.rank, miss.rank_by_cosine) for miss in score.misses] == [(3, 1), (1, 2), (2, 3)]


def test_confidence_comes_with_the_number_of_pairs():
    def interval(spearman, found):
        return PairsScore("", spearman, found, found, (), np.zeros(0), np.zeros(0)).interval

    low, high = interval(0.5, 103)
    # Bonett & Wright: atanh(0.5) ± 1.96 √(1.125 / 100)
    assert (low, high) == pytest.approx((math.tanh(0.549306 - 0.207887), math.tanh(0.549306 + 0.207887)), abs=1e-5)
    assert interval(0.5, 20)[0] < low
    assert all(map(math.isnan, interval(0.9, 3)))
    assert interval(1.0, 9) == (1.0, 1.0)


def test_a_word_that_stands_twice_is_no_answer_to_itself(tmp_path):
    vectors = WordVectors(["a", "b", "c", "d", "b"], [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0.2], [0, 1, 0.9]])
    score = evaluate_analogies(vectors, write(tmp_path / "q.txt", "a b c d"))
    assert (score.correct, score.whole.correct_by_product) == (1, 1)


def test_vectors_without_direction_are_never_right(tmp_path):
    path = write(tmp_path / "q.txt", ": s\na b c d\n")
    assert evaluate_analogies(WordVectors(list("abcd"), np.zeros((4, 2))), path).sections == (
        SectionScore("s", 0, 0, 1, 1),
    )
    pairs = write(tmp_path / "p.txt", "a b 1\nc d 2")
    assert evaluate_pairs(WordVectors(list("abcd"), np.zeros((4, 2))), pairs).found == 2


@pytest.mark.parametrize("evaluate", [evaluate_pairs, evaluate_analogies])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read"),
        (b"", "is no test set"),
        (b"\n# nothing\n", "is no test set"),
        (b"just some prose, with more words\n", "is no test set"),
        ("国王".encode("gb18030") + b" b 1\n", "not a text in UTF-8"),
    ],
)
def test_files_that_are_no_test_sets(tmp_path, evaluate, content, sentence):
    path = tmp_path / "set.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FormatError, match=sentence):
        evaluate(planted(), path)


@pytest.mark.filterwarnings("ignore")
def test_scores_agree_with_gensim(tmp_path):
    keyedvectors = pytest.importorskip("gensim.models.keyedvectors")
    vectors = planted()
    other = keyedvectors.KeyedVectors(12)
    other.add_vectors(list(vectors.words), vectors.matrix)
    questions = all_questions(vectors)
    path = write(
        tmp_path / "q.txt", ": all\n" + "\n".join(" ".join(words).upper() for words in [*questions, "abcd"]), "\r\n"
    )
    for restrict in (40, 80):
        accuracy, sections = other.evaluate_word_analogies(str(path), restrict_vocab=restrict, case_insensitive=True)
        ours = evaluate_analogies(vectors, path, restrict)
        assert ours.correct == len(sections[0]["correct"])
        assert ours.accuracy == pytest.approx(accuracy)
    rng = np.random.default_rng(5)
    lines = [f"{a}\t{b}\t{rng.integers(0, 10)}" for a, b in itertools.combinations([*vectors.words[:20], "nobody"], 2)]
    path = write(tmp_path / "p.txt", "# comment\n" + "\n".join(lines), "\r\n")
    _, (rho, _), unknown = other.evaluate_word_pairs(str(path))
    ours = evaluate_pairs(vectors, path)
    assert ours.spearman == pytest.approx(rho, abs=1e-9)
    assert 100 * (1 - ours.found / ours.total) == pytest.approx(unknown)
