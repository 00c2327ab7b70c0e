"""What is said about answers to odd questions."""

from __future__ import annotations

import numpy as np

from w2v_gui.gui.ask.sentences import remark
from w2v_gui.gui.asking import Answered, Wish
from w2v_gui.gui.explored import Explored
from w2v_gui.vectors.queries import answer
from w2v_gui.vectors.questions import Choice
from w2v_gui.vectors.word_vectors import WordVectors

VECTORS = WordVectors(["a", "b", "nan"], [[1, 0], [1, 1], [np.nan, 1]])


def said(question, **chosen):
    choice = Choice(**chosen)
    return remark(Answered(Wish(question, choice), Explored("few.txt", VECTORS), answer(VECTORS, question, choice)))


def test_two_words_that_have_directions_are_compared_and_the_third_counts_for_nothing():
    assert "Cosine of b and a: 0.707" in said("b, nan, a")
    assert said("b, nan, a").splitlines()[1].endswith("count for nothing: nan.")


def test_where_no_word_is_nearest_it_is_said_why():
    assert "no other word beside those of the question" in said("a - b + nan")
    assert "No other word has a direction" in said("a - b")
    assert "change the minimum count or the list" in said("a", among=("a",))


def test_one_word_is_counted_as_one():
    alone = Explored("one.txt", WordVectors(["a"], [[1, 0]]))
    answered = Answered(Wish("a"), alone, answer(alone.vectors, "a"))
    assert "cosine over W · 1 word" in remark(answered)
    assert "1 words" not in remark(answered)
