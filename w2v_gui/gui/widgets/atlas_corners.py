"""What stands in the corners of a map, over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from w2v_gui.gui.widgets.atlas_bars import GatheredBar, ProblemBar, RunBar
    from w2v_gui.gui.widgets.atlas_legend import AtlasLegend
    from w2v_gui.gui.widgets.atlas_view import AtlasView

_EDGE = 8


class AtlasCorners:
    """Puts bars and the legend where they are in nobody's way.

    Parameters
    ----------
    view : AtlasView
    legend : AtlasLegend
        A child of the view: it belongs to its picture.
    run : RunBar
    gathered : GatheredBar
    problem : ProblemBar
    """

    def __init__(
        self, view: AtlasView, legend: AtlasLegend, run: RunBar, gathered: GatheredBar, problem: ProblemBar
    ) -> None:
        self._view, self._legend, self._run, self._gathered, self._problem = view, legend, run, gathered, problem
        self._bars = (run, gathered, problem)
        for bar in self._bars:
            bar.raise_()
            bar.resized.connect(self.place)

    def place(self) -> None:
        area, run, legend, problem = self._view.geometry(), self._run, self._legend, self._problem
        run.move(area.right() - run.width() - _EDGE, area.bottom() - run.height() - _EDGE)
        problem.fit(area.width() - 2 * _EDGE)
        problem.move(area.left() + _EDGE, area.top() + _EDGE)
        upper = area.top() if problem.isHidden() else problem.geometry().bottom()
        self._gathered.move(area.left() + _EDGE, upper + _EDGE)
        legend.fit(area.width() - 2 * _EDGE)
        lowest = area.height() - _EDGE
        if not run.isHidden() and legend.width() + run.width() + 3 * _EDGE > area.width():
            # There is no room for both beside each other.
            lowest -= run.height() + _EDGE
        legend.move(_EDGE, lowest - legend.height())

    def covered(self) -> list[tuple[int, int, int, int]]:
        """Return which parts of the view are covered: left, top, width, height."""
        corner = self._view.pos()
        areas = [bar.geometry().translated(-corner) for bar in self._bars if not bar.isHidden()]
        if not self._legend.isHidden():
            areas.append(self._legend.geometry())
        return [(area.x(), area.y(), area.width(), area.height()) for area in areas]
