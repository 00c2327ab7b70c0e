"""What is said about answers to odd questions."""

from __future__ import annotations

import numpy as np

from w2v_gui.gui.ask.sentences import remark
from w2v_gui.gui.asking import Answered, Wish
from w2v_gui.gui.explored import Explored
from w2v_gui.vectors.queries import answer
from w2v_gui.vectors.word_vectors import WordVectors

VECTORS = WordVectors(["a", "b", "nan"], [[1, 0], [1, 1], [np.nan, 1]])


def said(question, vectors=VECTORS):
    return remark(Answered(Wish(question), Explored("few.txt", vectors), answer(vectors, question)))


def test_two_words_that_have_directions_are_compared_and_the_third_counts_for_nothing():
    assert "Cosine of b and a: 0.707" in said("b, nan, a")
    assert "count for nothing: nan" in said("b, nan, a")
