"""What is drawn of a network, before anybody knows where: three columns of nodes, and the weights between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.engine.reference import Array


class Layer(Enum):
    """A kind of node. Its name is also what a table calls it."""

    INPUT = "input"
    HIDDEN = "hidden"
    OUTPUT = "output"
    LEAF = "leaf"


class Fill(Enum):
    """What the colour of a node says."""

    NOTHING = "nothing"
    CONTEXT = "context"
    SIGN = "sign"
    CENTRE = "centre"


Key = tuple[Layer, int]
"""By which a node is known from pair to pair: its layer, and its word, dimension or row of W_out."""


@dataclass(frozen=True)
class Room:
    """What fits.

    Attributes
    ----------
    rows : int
        Nodes in a column.
    levels : int
        Inner nodes of a tree, one beside another.
    """

    rows: int
    levels: int


@dataclass(frozen=True)
class Node:
    """One node.

    Attributes
    ----------
    key : tuple
    label : str
        Its word, fit for one line.
    note, aside : str
        What is said after the word, strongly and softly.
    text : str
        What stands in it; empty while nothing is known.
    number : float or None
        The same, exactly.
    fill : Fill
    tone : float
        How strong its colour is, from -1 to 1.
    active : bool
        Whether it takes part in the step.
    target : bool
    error : float or None
        Its error, once known.
    error_text : str
    """

    key: Key
    label: str = ""
    note: str = ""
    aside: str = ""
    text: str = ""
    number: float | None = None
    fill: Fill = Fill.NOTHING
    tone: float = 0.0
    active: bool = True
    target: bool = False
    error: float | None = None
    error_text: str = ""

    def faint(self) -> Node:
        """Return the same node as one that takes no part."""
        return replace(self, active=False)


@dataclass(frozen=True)
class Column:
    """The nodes of one layer, from top to bottom.

    Attributes
    ----------
    title, symbol : str
        What the layer is, and what its numbers are called.
    nodes : tuple of Node
    rest : str
        What is said of those that are not drawn; may be empty.
    lit : bool
        Whether the stage is about it.
    """

    title: str
    symbol: str
    nodes: tuple[Node, ...]
    rest: str = ""
    lit: bool = False


@dataclass(frozen=True, eq=False)
class Edges:
    """The weights between one layer and the hidden one.

    Attributes
    ----------
    name, title, shape : str
        The matrix; whether it is the old or the new one; its size.
    weights : ndarray of float64, shape (A, H)
        A row for each node of the other layer, a column for each hidden node, from -1 to 1; not a number where there
        is nothing to draw.
    active : ndarray of bool, shape (A,)
        The rows that take part in the step.
    lit : bool
        Whether the stage is about them.
    """

    name: str
    title: str
    shape: str
    weights: Array
    active: NDArray[np.bool_]
    lit: bool


@dataclass(frozen=True)
class Branch:
    """The way from an inner node of a tree to one of its children."""

    parent: Key
    child: Key
    bit: int
    taken: bool


@dataclass(frozen=True)
class Tree:
    """A tree lying on its side, in units of rows and levels, the root at the left.

    Attributes
    ----------
    places : dict
        Row and level of every inner node, and the row of every leaf, whose level is one beyond the last.
    leaves : tuple of Node
    branches : tuple of Branch
    levels : int
        The number of levels, without that of the leaves.
    """

    places: dict[Key, tuple[float, int]]
    leaves: tuple[Node, ...]
    branches: tuple[Branch, ...]
    levels: int


@dataclass(frozen=True)
class Way:
    """One way through a tree that is too large to be drawn.

    Attributes
    ----------
    complete : bool
        Whether all its inner nodes are drawn.
    """

    complete: bool


@dataclass(frozen=True, eq=False)
class Diagram:
    """All of it.

    Attributes
    ----------
    inputs, hidden, outputs : Column
    W, W_out : Edges
    error : str
        What the errors are called, once known.
    error_lit : bool
        Whether the stage is about the errors.
    loss : str
        E, once known.
    loss_lit : bool
        Whether the stage is about it.
    backward : bool
        Whether what is lit runs from the output to the input.
    tree : Tree or None
        The outputs hang in it.
    way : Way or None
        The outputs follow each other from top to bottom: the way through a tree.
    """

    inputs: Column
    hidden: Column
    outputs: Column
    W: Edges
    W_out: Edges
    error: str = ""
    error_lit: bool = False
    loss: str = ""
    loss_lit: bool = False
    backward: bool = False
    tree: Tree | None = None
    way: Way | None = None

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes, from left to right and from top to bottom."""
        leaves = self.tree.leaves if self.tree else ()
        return (*self.inputs.nodes, *self.hidden.nodes, *self.outputs.nodes, *leaves)
