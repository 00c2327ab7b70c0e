"""The output side of hierarchical softmax: a Huffman tree lying on its side, or the way through one that is large."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.engine.network import DRAWN_WHOLE
from w2v_gui.gui.network.columns import label
from w2v_gui.gui.network.diagram import Branch, Layer, Node, Tree
from w2v_gui.gui.network.outputs import target_note
from w2v_gui.gui.text import number

if TYPE_CHECKING:
    from w2v_gui.engine.huffman import HuffmanTree
    from w2v_gui.gui.network.diagram import Key, Room
    from w2v_gui.gui.network.known import Known


def fits(tree: HuffmanTree, room: Room) -> bool:
    """Whether the whole tree can be drawn."""
    words = len(tree.counts)
    return words <= min(room.rows, DRAWN_WHOLE) and int(tree.depths.max()) <= room.levels


# -- the whole tree --------------------------------------------------------------------------------------------


def whole_tree(known: Known, tree: HuffmanTree) -> Tree:
    """Return the shape of a tree with all its words."""
    targets = known.trace.example.targets
    taken = {edge for word in targets for edge in _way(tree, word)}
    order = _words_from_top(tree)
    places: dict[Key, tuple[float, int]] = {(Layer.LEAF, word): (float(row), 0) for row, word in enumerate(order)}
    branches = [
        Branch((Layer.OUTPUT, node), child, bit, ((Layer.OUTPUT, node), child) in taken)
        for node in range(len(tree))
        for bit, child in enumerate(_children(tree, node))
    ]
    _place(tree, len(tree) - 1, 0, places)
    levels = 1 + max(level for (layer, _), (_, level) in places.items() if layer is Layer.OUTPUT)
    return Tree(places, tuple(leaf(known, word) for word in order), tuple(branches), levels)


def leaf(known: Known, word: int) -> Node:
    """Return a word at the end of a way through the tree."""
    times = known.trace.example.targets.count(word)
    text = label(known.scene.words[word])
    return Node((Layer.LEAF, word), text, target_note(times), active=bool(times), target=bool(times))


def _children(tree: HuffmanTree, node: int) -> list[Key]:
    size = len(tree.counts)
    return [
        (Layer.LEAF, child) if child < size else (Layer.OUTPUT, child - size) for child in tree.children[node].tolist()
    ]


def _way(tree: HuffmanTree, word: int) -> list[tuple[Key, Key]]:
    nodes = [*((Layer.OUTPUT, node) for node in tree.way(word)[0].tolist()), (Layer.LEAF, word)]
    return list(pairwise(nodes))


def _words_from_top(tree: HuffmanTree) -> list[int]:
    """Return the words in the order in which they hang, the branch of code bit 1 above: frequent words are there."""
    words, waiting = [], [(Layer.OUTPUT, len(tree) - 1)]
    while waiting:
        layer, key = waiting.pop()
        if layer is Layer.LEAF:
            words.append(key)
        else:
            waiting += _children(tree, key)
    return words


def _place(tree: HuffmanTree, node: int, level: int, places: dict[Key, tuple[float, int]]) -> float:
    """Put an inner node in the middle of its children, and return its row."""
    rows = [
        places[child][0] if child[0] is Layer.LEAF else _place(tree, child[1], level + 1, places)
        for child in _children(tree, node)
    ]
    places[Layer.OUTPUT, node] = sum(rows) / len(rows), level
    return sum(rows) / len(rows)


# -- one way ---------------------------------------------------------------------------------------------------


def way_rows(known: Known, tree: HuffmanTree, room: Room) -> tuple[list[int], str]:
    """Return the inner nodes on the way to the first target as far as there is room, and what is said of the others."""
    target = known.trace.example.targets[0]
    nodes = tree.way(target)[0].tolist()
    several = len(set(known.trace.example.targets)) > 1
    fitting = room.rows - 1 - several
    if len(nodes) > fitting:
        # The last decisions are made between a few words only.
        nodes = nodes[: room.rows - 2]
    away = len(known.trace.rows) - len(nodes)
    if not away:
        return nodes, ""
    if several:
        text = QCoreApplication.translate("Network", "and {number} more nodes on the ways to all targets")
    else:
        text = QCoreApplication.translate("Network", "and {number} more nodes")
    return nodes, text.format(number=number(away))


def with_bits(nodes: tuple[Node, ...], known: Known, tree: HuffmanTree) -> tuple[Node, ...]:
    """Return the inner nodes of a way, each with the branch that is taken and the one that is not, and its word."""
    target = known.trace.example.targets[0]
    codes = tree.way(target)[1].tolist()
    turned = [
        replace(node, note=f"{code} ↓", aside=f"{1 - code} → …") for node, code in zip(nodes, codes, strict=False)
    ]
    return (*turned, leaf(known, target))
