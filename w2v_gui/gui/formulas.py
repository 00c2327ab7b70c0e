"""Formulas, typeset: LaTeX becomes a drawing once, on a worker, and is kept.

ziamath takes half a second to load and some hundredths of a second for a formula, all of it Python: nothing for the
window's thread. What it draws has the colours of a placeholder, so that a change of the theme needs no second drawing.
"""

from __future__ import annotations

import logging
import threading
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.theme import Palette

log = logging.getLogger("w2v_gui")

SIZE = 20
"""The size of the letters in pixels."""

_ALONE = threading.Lock()


@dataclass(frozen=True)
class Formula:
    """A typeset formula.

    Attributes
    ----------
    svg : str
        The drawing, in black, with ``blue`` what belongs to the input and ``orange`` what belongs to the output.
    width, height : float
        In pixels, with letters of `SIZE`.
    """

    svg: str
    width: float
    height: float

    def coloured(self, palette: Palette) -> bytes:
        """Return the drawing in the colours of a theme."""
        roles = {"black": palette.text, "blue": palette.context, "orange": palette.centre}
        drawing = self.svg
        for name, colour in roles.items():
            drawing = drawing.replace(f'fill="{name}"', f'fill="{colour}"')
        return drawing.encode()


def typeset(latex: str) -> Formula:
    """Return a formula drawn; takes a while, on any thread.

    Raises
    ------
    Exception
        Whatever ziamath raises for what it does not understand.
    """
    with _ALONE:
        from ziamath.config import config
        from ziamath.zmath import Latex

        # As ziamath draws by default, every glyph is a symbol that is used where it stands: Qt would draw none of them.
        config.svg2 = False
        drawing = Latex(latex, size=SIZE).svgxml()
    width, height = (float(drawing.get(side, 0)) for side in ("width", "height"))
    return Formula(ET.tostring(drawing, encoding="unicode"), width, height)


class _Result(NamedTuple):
    latex: str
    formula: Formula | None


class Formulas(QObject):
    """Typesets formulas on a worker, one after the other, and keeps them.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject, optional

    Attributes
    ----------
    typeset : Signal(str)
        A formula that was asked for is there, or cannot be drawn; carries its LaTeX.
    """

    typeset = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._done: dict[str, Formula | None] = {}
        self._waiting: list[str] = []
        self._at_work = ""

    def get(self, latex: str) -> Formula | None:
        """Return a formula if it is there; else it comes soon, before all others."""
        if latex in self._done:
            return self._done[latex]
        if latex in self._waiting:
            self._waiting.remove(latex)
        if latex != self._at_work:
            self._waiting.insert(0, latex)
            self._next()
        return None

    @property
    def known(self) -> dict[str, Formula]:
        """Those that are there already, by their LaTeX."""
        return {latex: formula for latex, formula in self._done.items() if formula is not None}

    def failed(self, latex: str) -> bool:
        """Whether a formula cannot be drawn."""
        return latex in self._done and self._done[latex] is None

    def prepare(self, formulas: Iterable[str]) -> None:
        """Typeset formulas that will be wanted, when nothing else is asked for."""
        known = {*self._done, *self._waiting, self._at_work}
        self._waiting += [latex for latex in dict.fromkeys(formulas) if latex not in known]
        self._next()

    def _next(self) -> None:
        if self._at_work or not self._waiting:
            return
        self._at_work = latex = self._waiting.pop(0)

        def work(job: Job) -> _Result:
            try:
                return _Result(latex, typeset(latex))
            except Exception as error:
                # A formula that cannot be drawn is written out instead: see `FormulaView`.
                log.warning("No drawing of %s: %r", latex, error)
                return _Result(latex, None)

        self._jobs.start(work, self._take, self._take_failure)

    def _take(self, result: _Result) -> None:
        self._at_work = ""
        self._done[result.latex] = result.formula
        self.typeset.emit(result.latex)
        self._next()

    def _take_failure(self, error: BaseException) -> None:
        self._at_work = ""
        self._next()
