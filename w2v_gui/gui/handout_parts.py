"""What a handout is made of, however it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from w2v_gui.gui.formulas import typeset

if TYPE_CHECKING:
    from w2v_gui.gui.formulas import Formula
    from w2v_gui.gui.walk.stage import NumberLine


@dataclass(frozen=True)
class Station:
    """One stage, as it is written down."""

    heading: str
    source: str
    latex: str
    numbers: tuple[NumberLine, ...]
    accent: str
    explanation: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table under a heading; numbers stand in all columns but the first.

    Attributes
    ----------
    heading : str
    columns : tuple of str
    rows : tuple of tuple of str
    remark : str
        What is said below it.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remark: str = ""


@dataclass(frozen=True)
class Handout:
    """A walk, written down: plain text throughout.

    Attributes
    ----------
    language : str
        As web pages name it.
    title : str
    sentence : tuple of (str, str)
        The words around the pair, each with its role: "context" for the input, "centre" for what is predicted, or none.
    figures : str
        Model, sizes, rate.
    notes : tuple of str
    stations : tuple of Station
    tables : tuple of Table
    formulas : dict of str to Formula
        Those that are typeset already.
    """

    language: str
    title: str
    sentence: tuple[tuple[str, str], ...]
    figures: str
    notes: tuple[str, ...]
    stations: tuple[Station, ...]
    tables: tuple[Table, ...]
    formulas: dict[str, Formula]

    def formula(self, latex: str) -> Formula:
        """Return a formula, typeset if it is not yet; on any thread."""
        return self.formulas.get(latex) or typeset(latex)
