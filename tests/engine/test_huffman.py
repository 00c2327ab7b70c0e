from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from w2v_gui.engine import reference
from w2v_gui.engine.huffman import HuffmanTree, _by_endings

if TYPE_CHECKING:
    from random import Random

counts = st.lists(st.integers(1, 1000), min_size=2, max_size=60).map(lambda c: np.array(sorted(c, reverse=True)))


def shortest_total_length(weights: list[int]) -> int:
    """Σ count · code length of any Huffman code, from a heap: the sum of all merged weights."""
    heap = list(weights)
    heapq.heapify(heap)
    total = 0
    while len(heap) > 1:
        merged = heapq.heappop(heap) + heapq.heappop(heap)
        total += merged
        heapq.heappush(heap, merged)
    return total


@given(counts)
def test_codes_are_as_short_as_can_be(c: np.ndarray) -> None:
    tree = HuffmanTree(c)
    assert int((tree.depths * c).sum()) == shortest_total_length(c.tolist())
    assert tree.mean_code_length(c.astype(float)) == pytest.approx(shortest_total_length(c.tolist()) / c.sum())


@given(counts)
def test_no_code_begins_another(c: np.ndarray) -> None:
    tree = HuffmanTree(c)
    codes = {"".join(map(str, tree.way(word)[1])) for word in range(len(c))}
    assert len(codes) == len(c)
    assert sum(2.0 ** -len(code) for code in codes) == 1.0  # Kraft: the tree is full


@given(counts, st.integers(0, 100))
def test_probabilities_of_all_leaves_sum_to_one(c: np.ndarray, seed: int) -> None:
    tree = HuffmanTree(c)
    rng = np.random.default_rng(seed)
    W_out, h = rng.normal(size=(len(tree), 4)), rng.normal(size=4)
    total = sum(reference.leaf_probability(W_out, h, *tree.way(word)) for word in range(len(c)))
    assert total == pytest.approx(1.0, abs=1e-12)


def test_ways_begin_at_the_root_and_follow_the_tree() -> None:
    # 20 + 10 make node 0; with its 30 it is rarer than the word of 35: they make node 1; 50 + 65 make the root.
    tree = HuffmanTree(np.array([50, 35, 20, 10]))
    assert [tree.way(word)[0].tolist() for word in range(4)] == [[2], [2, 1], [2, 1, 0], [2, 1, 0]]
    assert [tree.way(word)[1].tolist() for word in range(4)] == [[0], [1, 1], [1, 0, 1], [1, 0, 0]]


def test_two_words_need_one_decision() -> None:
    tree = HuffmanTree(np.array([2, 1]))
    assert len(tree) == 1
    assert tree.depths.tolist() == [1, 1]


def test_equally_frequent_words_hang_together_by_their_endings() -> None:
    words = ["the", "slowly", "played", "quickly", "walked"]
    tree = HuffmanTree(np.array([40, 2, 2, 2, 2]), words)
    last = {word: int(tree.way(i)[0][-1]) for i, word in enumerate(words)}
    assert last["slowly"] == last["quickly"] != last["played"] == last["walked"]
    assert tree.way(0)[0].tolist() == [3]


@given(counts, st.randoms(use_true_random=False))
def test_the_order_of_equals_changes_nothing_but_which_of_them_hangs_where(c: np.ndarray, random: Random) -> None:
    words = [f"{i}{random.choice('abc')}" for i in range(len(c))]
    plain, ordered = HuffmanTree(c), HuffmanTree(c, words)
    for count in set(c.tolist()):
        equal = np.flatnonzero(c == count)
        ways = [sorted((tuple(n), tuple(b)) for n, b in map(tree.way, equal)) for tree in (plain, ordered)]
        assert ways[0] == ways[1]


def test_children_lead_where_the_ways_lead():
    tree = HuffmanTree(np.array([9, 5, 5, 3, 1, 1, 1]))
    for word in range(7):
        nodes, codes = tree.way(word)
        steps = [*(nodes[1:] + 7), word]
        assert [tree.children[node, code] for node, code in zip(nodes, codes, strict=True)] == steps
    assert nodes[0] == len(tree) - 1


def test_words_are_sorted_in_pieces_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(3)
    words = ["".join(generator.choice(list("abc"), size)) for size in generator.integers(1, 6, 300)]
    counts = np.sort(generator.integers(1, 4, 300))[::-1]
    monkeypatch.setattr("w2v_gui.engine.huffman._SORTED_AT_ONCE", 7)
    expected = sorted(range(300), key=lambda word: (-counts[word], words[word][::-1]))
    assert _by_endings(counts, words).tolist() == expected
