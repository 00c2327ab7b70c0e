"""The words on a map, as near to each other as two or three dimensions allow; and how far that can be believed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from w2v_gui.gui.atlas import facts as atlas_facts
from w2v_gui.gui.atlas.colouring import AtlasColouring
from w2v_gui.gui.atlas.gathered import AtlasGathered
from w2v_gui.gui.atlas.settings import AtlasSettings
from w2v_gui.gui.atlas.tools import COUNTS, AtlasTools
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import number, set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.atlas_bars import GatheredBar, ProblemBar, RunBar
from w2v_gui.gui.widgets.atlas_corners import AtlasCorners
from w2v_gui.gui.widgets.atlas_find import AtlasFind
from w2v_gui.gui.widgets.atlas_legend import AtlasLegend
from w2v_gui.gui.widgets.atlas_painting import PLAIN_LOOK
from w2v_gui.gui.widgets.atlas_view import AtlasView
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.notice_line import NoticeLine
from w2v_gui.gui.widgets.popover import Popover
from w2v_gui.vectors.layouts import LAYOUTS, PHASES, LayoutWish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QKeyEvent

    from w2v_gui.gui.explored import Explored
    from w2v_gui.vectors.layouts import LayoutFrame
    from w2v_gui.vectors.trust import Trust


class AtlasPanel(Card):
    """A map of words by any layout there is: asks for it, shows it, and lets words be found and gathered on it.

    Attributes
    ----------
    layout_asked : Signal(object)
        With a `LayoutWish`.
    pause_asked, resume_asked, stop_asked : Signal()
    values_changed : Signal(object)
        Other settings of the map that is being made, by name.
    neighbours_asked : Signal(int)
        The row of a word whose true neighbours should be known.
    clusters_asked : Signal(int)
        So many groups of words.
    find_asked : Signal(object)
        With a `FindWish`.
    cosines_asked : Signal(object)
        With a direction: how similar is every word?
    selected : Signal(object)
        The words that were gathered: a tuple, empty if there are none any more.
    word_chosen : Signal(str)
    """

    layout_asked = Signal(object)
    pause_asked = Signal()
    resume_asked = Signal()
    stop_asked = Signal()
    values_changed = Signal(object)
    neighbours_asked = Signal(int)
    clusters_asked = Signal(int)
    find_asked = Signal(object)
    cosines_asked = Signal(object)
    selected = Signal(object)
    word_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._explored: Explored | None = None
        self._wish = LayoutWish()
        self._wanted = False
        self._frame: LayoutFrame | None = None
        self._trust: Trust | None = None
        self._asked: tuple[str, ...] = ()
        self._near: tuple[str, ...] = ()
        self._neighbours: tuple[int, list[tuple[int, float]]] = (-1, [])

        self.view = AtlasView()
        self.tools = AtlasTools(LAYOUTS)
        self.find_bar = AtlasFind()
        self.notice = NoticeLine()
        self.legend = AtlasLegend(self.view)
        self.run_bar = RunBar(self.body)
        self.gathered_bar = GatheredBar(self.body)
        self.problem_bar = ProblemBar(self.body)
        self.colouring = AtlasColouring(self)
        self.gathered = AtlasGathered(self.view, self.find_bar, self.gathered_bar, self.problem_bar, self)
        self.settings = AtlasSettings({key: layout.settings for key, layout in LAYOUTS.items()})
        self.popover = Popover(self.tools.settings, self.settings)
        self.find_button = IconButton("find")
        self.box_button, self.lasso_button = IconButton("box"), IconButton("lasso")
        self.depth_button = QPushButton("3D")
        self.depth_button.setProperty("kind", "tool")
        for button in (self.box_button, self.lasso_button, self.depth_button):
            button.setCheckable(True)
        for button in (self.find_button, self.box_button, self.lasso_button, self.depth_button):
            self.add_tool(button)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(2, 0, 2, 2)
        column.setSpacing(0)
        for widget in (self.tools, self.find_bar, self.notice):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        bars = (self.run_bar, self.gathered_bar, self.problem_bar)
        self._corners = AtlasCorners(self.view, self.legend, *bars)
        self.view.covered = self._corners.covered
        self._connect()
        self._show_map(False)
        self.tools.show_words(self._wish.words, 0)
        self.tools.show_colour("plain", asked=False)
        self.retranslate()

    def _connect(self) -> None:
        view, tools = self.view, self.tools
        view.rested.connect(self.neighbours_asked)
        self.gathered.gathered.connect(self._select)
        self.gathered.find_asked.connect(self.find_asked)
        view.chosen.connect(lambda row: self.word_chosen.emit(self._words[row]))
        view.resized.connect(self._corners.place)
        view.paused.connect(self.run_bar.toggle)
        tools.method.chosen.connect(self._choose_method)
        tools.words_chosen.connect(lambda count: self._wish_for(words=count or len(self._words), rows=None))
        tools.colour_chosen.connect(self.colouring.choose)
        self.colouring.changed.connect(self._colour_points)
        self.colouring.clusters_asked.connect(self.clusters_asked)
        self.colouring.cosines_asked.connect(self.cosines_asked)
        tools.settings.clicked.connect(self.popover.open)
        self.settings.chosen.connect(self._set_values)
        self.settings.seed_chosen.connect(lambda seed: self._wish_for(seed=seed))
        self.depth_button.clicked.connect(lambda on: self._wish_for(dimensions=3 if on else 2))
        self.box_button.clicked.connect(lambda on: self._set_mode("box" if on else "move"))
        self.lasso_button.clicked.connect(lambda on: self._set_mode("lasso" if on else "move"))
        self.find_button.clicked.connect(self.find_bar.open_bar)
        self.run_bar.paused.connect(self.pause_asked)
        self.run_bar.resumed.connect(self.resume_asked)
        self.run_bar.stopped.connect(self.stop_asked)
        self.gathered_bar.isolated.connect(lambda: self._wish_for(rows=tuple(self.gathered.rows.tolist())))
        self.gathered_bar.returned.connect(lambda: self._wish_for(rows=None))
        self.legend.group_chosen.connect(lambda group: view.gather(self.colouring.of_group(group, view.rows)))
        self.shown.connect(self._begin_if_seen)

    # -- what others say --------------------------------------------------------------------------------------

    @property
    def frame(self) -> LayoutFrame | None:
        """The map that is shown."""
        return self._frame

    def show_explored(self, explored: Explored | None) -> None:
        """Show other vectors, or the same a moment later; of those whoever makes the map brings another by himself."""
        before, self._explored = self._explored, explored
        if explored is None or before is None or before.lineage is not explored.lineage:
            self._forget()
        self.colouring.forget()
        self._neighbours = (-1, [])
        self._begin_if_seen()

    def _forget(self) -> None:
        self._frame = self._trust = None
        self._wanted = False
        # All words that there were are some number of the others; and very many are not to be mapped unasked.
        few = self._wish.words in COUNTS and self._wish.words < LayoutWish().words
        self._wish = replace(self._wish, rows=None, words=self._wish.words if few else LayoutWish().words)
        self._asked, self._near = (), ()
        self.view.begin(self._words, self._described)
        self.gathered.begin()
        self.notice.hide()
        self.run_bar.show_state("idle")
        self.tools.show_words(self._wish.words, len(self._words))
        self.colouring.show_asked((), None)
        self._show_map(False)
        self._tell()

    def _show_map(self, shown: bool) -> None:
        self.show_body(shown)
        for button in (self.find_button, self.box_button, self.lasso_button, self.depth_button):
            button.setEnabled(shown)

    def _begin_if_seen(self) -> None:
        if self._explored is not None and not self._wanted and self.isVisible():
            self._ask()

    def show_frame(self, frame: LayoutFrame) -> None:
        """Show a map as it stands."""
        if self._explored is None or (len(frame.rows) and frame.rows.max() >= len(self._words)):
            return
        before, self._frame = self._frame, frame
        other_words = before is None or not np.array_equal(before.rows, frame.rows)
        self._show_map(True)
        # One that is seen while it is made moves by itself.
        self.view.show_points(frame.rows, frame.coordinates, glide=not frame.iterations)
        self._mark_asked()
        if other_words:
            self.colouring.forget_groups()
            self.gathered.drop()
            self._corners.place()
        if other_words or self.view.look is PLAIN_LOOK:
            self._colour_points()
        if frame.iteration and frame.iterations:
            text = self.tr("Iteration {number} of {all}")
            text = text.format(number=number(frame.iteration), all=number(frame.iterations))
            self.run_bar.show_progress(text, frame.iteration / frame.iterations)
        self._tell()

    def show_state(self, state: str) -> None:
        """Say what is going on: idle, preparing, running, paused or done."""
        self.run_bar.show_state(state)
        self._tell()

    def show_progress(self, phase: str, part: float | None) -> None:
        """Say what is being done, and how much of it is done; None: that is not known."""
        self.run_bar.show_progress(translated("layouts", PHASES[phase]) if phase in PHASES else phase, part)

    def show_trust(self, trust: Trust | None) -> None:
        """Say how far the map can be believed: ``trust``, from ``sample`` words and so many ``neighbours`` of each."""
        self._trust = trust
        self._tell()

    def show_neighbours(self, row: int, rows: Sequence[int], cosines: Sequence[float]) -> None:
        """Show the words that are truly nearest to one."""
        near = [(int(other), float(cosine)) for other, cosine in zip(rows, cosines, strict=True)]
        self._neighbours = (row, near)
        self.view.show_links(row, [other for other, _ in near])

    def show_clusters(self, labels: NDArray[np.integer]) -> None:
        """Show which group each word of the map belongs to."""
        if self._frame is not None and len(labels) == len(self._frame.rows):
            self.colouring.show_clusters(self._frame.rows, labels)

    def refuse(self, sentence: Callable[[], str]) -> None:
        """Say why there is no such map; what is shown stays."""
        self.notice.say(lambda: (sentence(), ""), "notice")

    def show_asked(
        self, words: Sequence[str], near: Sequence[str], direction: NDArray[np.float32] | None = None
    ) -> None:
        """Mark the words that are asked about, and those near to them."""
        self._asked, self._near = tuple(words), tuple(near)
        self._mark_asked()
        self.colouring.show_asked(self._asked, direction)

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        for widget in (self.view, self.tools, self.legend, self.run_bar):
            widget.apply_palette(palette)
        self._colour_points()

    # -- which map --------------------------------------------------------------------------------------------

    @property
    def _words(self) -> tuple[str, ...]:
        return () if self._explored is None else self._explored.vectors.words

    def _choose_method(self, method: str) -> None:
        self.settings.show_method(method)
        self._wish_for(method=method, values=self.settings.values(method))

    def _wish_for(self, **changes: Any) -> None:
        self._wish = replace(self._wish, **changes)
        self._trust = None
        self._ask()

    def _ask(self) -> None:
        if self._explored is None:
            return
        self._wanted = True
        self.notice.hide()
        isolated = self._wish.rows
        self.depth_button.setChecked(self._wish.dimensions == 3)
        self.tools.show_words(self._count(), len(self._words))
        self.gathered.show_isolated(0 if isolated is None else len(isolated))
        self.layout_asked.emit(self._wish)
        self._tell()

    def _count(self) -> int:
        return 0 if self._wish.words >= len(self._words) else self._wish.words

    def _set_values(self, method: str, values: dict[str, Any]) -> None:
        self._wish = replace(self._wish, values=values)
        if LAYOUTS[method].live and self.run_bar.state in ("running", "paused", "done"):
            self.values_changed.emit(values)
        else:
            self._ask()

    # -- colours ----------------------------------------------------------------------------------------------

    def _colour_points(self) -> None:
        """Colour the points by what is known."""
        self.tools.show_colour(self.colouring.name, asked=self.colouring.has_asked)
        explored, rows = self._explored, self.view.rows
        known = self.colouring.coloured(explored.vectors, rows, self._palette) if explored and len(rows) else None
        look, key = (PLAIN_LOOK, None) if known is None else known
        self.view.set_look(look)
        self.legend.show_key(key)
        self._corners.place()

    # -- words that stand out ---------------------------------------------------------------------------------

    def _mark_asked(self) -> None:
        if self._explored is not None:
            asked, near = (self._rows_of(words) for words in (self._asked, self._near))
            self.view.set_asked(asked, [row for row in near if row not in asked])

    def _rows_of(self, words: Sequence[str]) -> list[int]:
        assert self._explored is not None
        found = (self._explored.vectors.find(word) for word in words)
        return [row for row in found if row is not None]

    def _select(self, rows: NDArray[np.int64]) -> None:
        words = self._words
        self.selected.emit(tuple(words[row] for row in rows.tolist()))

    def _set_mode(self, mode: str) -> None:
        self.view.mode = mode
        self.box_button.setChecked(mode == "box")
        self.lasso_button.setChecked(mode == "lasso")

    # -- what is said -----------------------------------------------------------------------------------------

    @property
    def pointed_words(self) -> Sequence[str]:
        row = self.view.focus
        return (self._words[row],) if 0 <= row < len(self._words) else ()

    @property
    def picture(self) -> QWidget:
        return self.view

    def export(self, kind: str) -> None:
        self.view.patient = True
        super().export(kind)
        self.view.patient = False

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield a table of what is shown, the first row its header."""
        return atlas_facts.table(None if self._explored is None else self._explored.vectors, self._frame)

    def _described(self, row: int) -> list[tuple[str, str]]:
        assert self._explored is not None
        known, near = self._neighbours
        return atlas_facts.described(self._explored.vectors, row, near if known == row else None)

    def _tell(self) -> None:
        moving = self.run_bar.state in ("preparing", "running")
        frame = self._frame
        self.set_caption("" if frame is None else " · ".join(atlas_facts.facts(frame, self._trust, moving=moving)))
        self.set_explanation(atlas_facts.explanation(self._trust))

    def retranslate(self) -> None:
        self.set_title(self.tr("Map"))
        self.set_empty(
            self.tr("Train a model or open vectors: every word is a point here, and similar words lie near each other.")
        )
        self.view.setAccessibleName(self.tr("Map of words"))
        self.find_button.set_meaning(self.tr("Find words on the map (Ctrl+F)"))
        self.box_button.set_meaning(self.tr("Gather words in a box (Shift and drag)"))
        self.lasso_button.set_meaning(self.tr("Gather words by drawing around them (Alt and drag)"))
        set_tooltip(self.depth_button, self.tr("Three dimensions: drag to turn the map, with Shift to move it"))
        self.depth_button.setAccessibleName(self.tr("Three dimensions"))
        if self._explored is not None:
            self._colour_points()
        self._tell()

    def open_find(self) -> None:
        """Let words be found, while there is a map to be seen."""
        if self.view.isVisible():
            self.find_bar.open_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.open_find()
        else:
            super().keyPressEvent(event)
