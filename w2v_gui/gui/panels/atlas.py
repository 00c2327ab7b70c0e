"""The words on a map, as near to each other as two or three dimensions allow; and how far that can be believed."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from w2v_gui.gui.atlas_colouring import by_cluster, by_frequency, by_similarity
from w2v_gui.gui.atlas_settings import AtlasSettings
from w2v_gui.gui.atlas_tools import COUNTS, AtlasTools
from w2v_gui.gui.atlas_work import FindWish
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import number, one_line, set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.atlas_bars import GatheredBar, RunBar
from w2v_gui.gui.widgets.atlas_find import AtlasFind
from w2v_gui.gui.widgets.atlas_legend import AtlasLegend
from w2v_gui.gui.widgets.atlas_view import PLAIN_LOOK, AtlasView
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
    from w2v_gui.gui.widgets.atlas_colours import GroupKey, ScaleKey
    from w2v_gui.vectors.layouts import LayoutFrame
    from w2v_gui.vectors.trust import Trust

_GROUPS = 8
_EDGE = 8
_NONE = np.zeros(0, np.int64)


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
        self._colour = "plain"
        self._asked: tuple[str, ...] = ()
        self._near: tuple[str, ...] = ()
        self._direction: NDArray[np.float32] | None = None
        self._cosines: NDArray[np.float32] | None = None
        self._groups: tuple[NDArray[np.intp], NDArray[np.integer]] | None = None
        self._neighbours: tuple[int, list[tuple[int, float]]] = (-1, [])
        self._gathered = _NONE
        self._hits = _NONE
        self._hit = -1

        self.view = AtlasView()
        self.view.covered = self._covered
        self.tools = AtlasTools(LAYOUTS)
        self.find_bar = AtlasFind()
        self.notice = NoticeLine()
        self.legend = AtlasLegend(self.view)
        self.run_bar = RunBar(self.body)
        self.gathered_bar = GatheredBar(self.body)
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
        for bar in (self.run_bar, self.gathered_bar):
            bar.raise_()
        self._connect()
        self.show_body(False)
        self.tools.show_words(self._wish.words, 0)
        self.tools.show_colour("plain", asked=False)
        self.retranslate()

    def _connect(self) -> None:
        view, tools = self.view, self.tools
        view.rested.connect(self.neighbours_asked)
        view.gathered.connect(self._gather)
        view.chosen.connect(lambda row: self.word_chosen.emit(self._words[row]))
        view.resized.connect(self._place_bars)
        view.paused.connect(self.run_bar.toggle)
        tools.method.chosen.connect(self._choose_method)
        tools.words_chosen.connect(lambda count: self._wish_for(words=count or len(self._words), rows=None))
        tools.colour_chosen.connect(self._choose_colour)
        tools.settings.clicked.connect(self.popover.open)
        self.settings.chosen.connect(self._set_values)
        self.settings.seed_chosen.connect(lambda seed: self._wish_for(seed=seed))
        self.depth_button.clicked.connect(lambda on: self._wish_for(dimensions=3 if on else 2))
        self.box_button.clicked.connect(lambda on: self._set_mode("box" if on else "move"))
        self.lasso_button.clicked.connect(lambda on: self._set_mode("lasso" if on else "move"))
        self.find_button.clicked.connect(self.find_bar.open_bar)
        self.find_bar.asked.connect(self._find)
        self.find_bar.step.connect(self._step)
        self.find_bar.closed.connect(self._end_search)
        self.run_bar.paused.connect(self.pause_asked)
        self.run_bar.resumed.connect(self.resume_asked)
        self.run_bar.stopped.connect(self.stop_asked)
        self.gathered_bar.isolated.connect(self._isolate)
        self.gathered_bar.returned.connect(lambda: self._wish_for(rows=None))
        self.gathered_bar.dropped.connect(lambda: self.view.gather(_NONE))
        self.legend.group_chosen.connect(self._gather_group)
        for bar in (self.run_bar, self.gathered_bar):
            bar.resized.connect(self._place_bars)
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
        self._cosines = self._groups = None
        self._neighbours = (-1, [])
        self._begin_if_seen()

    def _forget(self) -> None:
        self._frame = self._trust = None
        self._wanted = False
        # All words that there were are some number of the others; and very many are not to be mapped unasked.
        few = self._wish.words in COUNTS and self._wish.words < LayoutWish().words
        self._wish = replace(self._wish, rows=None, words=self._wish.words if few else LayoutWish().words)
        self._asked, self._near, self._direction = (), (), None
        self._gathered = self._hits = _NONE
        self.view.begin(self._words, self._described)
        self.find_bar.hide()
        self.notice.hide()
        self.run_bar.show_state("idle")
        self.gathered_bar.show_words(0, 0)
        self.tools.show_words(self._wish.words, len(self._words))
        self._choose_colour("plain" if self._colour == "similarity" else self._colour)
        self.show_body(False)
        self._tell()

    def _begin_if_seen(self) -> None:
        if self._explored is not None and not self._wanted and self.isVisible():
            self._ask()

    def show_frame(self, frame: LayoutFrame) -> None:
        """Show a map as it stands."""
        if self._explored is None or (len(frame.rows) and frame.rows.max() >= len(self._words)):
            return
        before, self._frame = self._frame, frame
        other_words = before is None or not np.array_equal(before.rows, frame.rows)
        self.show_body(True)
        self.view.show_points(frame.rows, frame.coordinates)
        self._mark_asked()
        if other_words:
            self._groups = None
            self._drop_gathered()
            self._place_bars()
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
            self._groups = (self._frame.rows, np.asarray(labels))
            self._colour_points()

    def show_cosines(self, direction: NDArray[np.float32], cosines: NDArray[np.float32]) -> None:
        """Show how similar every word is to what was asked."""
        if direction is self._direction and len(cosines) == len(self._words):
            self._cosines = cosines
            self._colour_points()

    def show_found(self, rows: NDArray[np.int64]) -> None:
        """Let the words that were looked for stand out."""
        self._hits, self._hit = rows, -1
        self._mean(rows)
        self.find_bar.say_found(len(rows))

    def refuse_search(self, sentence: Callable[[], str]) -> None:
        """Say why nothing is looked for."""
        self._hits = _NONE
        self._mean(_NONE)
        self.find_bar.say(sentence)

    def refuse(self, sentence: Callable[[], str]) -> None:
        """Say why there is no such map; what is shown stays."""
        self.notice.say(lambda: (sentence(), ""), "notice")

    def show_asked(
        self, words: Sequence[str], near: Sequence[str], direction: NDArray[np.float32] | None = None
    ) -> None:
        """Mark the words that are asked about, and those near to them."""
        self._asked, self._near = tuple(words), tuple(near)
        self._direction, self._cosines = direction, None
        self._mark_asked()
        colour = "plain" if direction is None and self._colour == "similarity" else self._colour
        self._choose_colour(colour)

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
        self.gathered_bar.show_words(0, 0 if isolated is None else len(isolated))
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

    def _choose_colour(self, name: str) -> None:
        self._colour = name
        self.tools.show_colour(name, asked=self._direction is not None)
        self._colour_points()

    def _colour_points(self) -> None:
        """Colour the points by what is known, and ask for what is not."""
        coloured = self._coloured() if len(self.view.rows) else None
        look, key = (PLAIN_LOOK, None) if coloured is None else coloured
        self.view.set_look(look)
        self.legend.show_key(key)
        self._place_bars()

    def _coloured(self) -> tuple[Any, ScaleKey | GroupKey] | None:
        assert self._explored is not None
        rows = self.view.rows
        if self._colour == "frequency":
            return by_frequency(self._explored.vectors, rows, self._palette)
        if self._colour == "similarity" and self._direction is not None:
            if self._cosines is None:
                self.cosines_asked.emit(self._direction)
                return None
            return by_similarity(self._cosines, rows, " ".join(self._asked), self._palette)
        if self._colour == "cluster":
            if self._groups is None:
                self.clusters_asked.emit(_GROUPS)
                return None
            return by_cluster(self._group_of(rows), self._words, rows, self._palette)
        return None

    def _group_of(self, rows: NDArray[np.int64]) -> NDArray[np.integer]:
        assert self._groups is not None
        known, labels = self._groups
        groups = np.full(len(self._words), -1, np.int64)
        groups[known] = labels
        return groups[rows]

    def _gather_group(self, group: int) -> None:
        rows = self.view.rows
        self.view.gather(rows[self._group_of(rows) == group])

    # -- words that stand out ---------------------------------------------------------------------------------

    def _mark_asked(self) -> None:
        if self._explored is not None:
            asked, near = (self._rows_of(words) for words in (self._asked, self._near))
            self.view.set_asked(asked, [row for row in near if row not in asked])

    def _rows_of(self, words: Sequence[str]) -> list[int]:
        assert self._explored is not None
        found = (self._explored.vectors.find(word) for word in words)
        return [row for row in found if row is not None]

    def _gather(self, rows: NDArray[np.int64]) -> None:
        self._gathered = rows
        self._show_gathered(rows)
        self.selected.emit(tuple(self._words[row] for row in rows.tolist()))

    def _mean(self, rows: NDArray[np.int64]) -> None:
        """Let words that were looked for stand out; if there are none, those that are gathered."""
        meant = rows if len(rows) else self._gathered
        self.view.set_meant(meant if len(meant) else None)
        self._show_gathered(meant)

    def _show_gathered(self, rows: NDArray[np.int64]) -> None:
        isolated = self._wish.rows
        self.gathered_bar.show_words(len(rows), 0 if isolated is None else len(isolated))

    def _drop_gathered(self) -> None:
        """Let go of what was gathered on another map."""
        self._hits = _NONE
        if len(self._gathered):
            self._gathered = _NONE
            self.selected.emit(())
        self.view.set_meant(None)
        self._show_gathered(_NONE)

    def _isolate(self) -> None:
        rows = self._hits if len(self._hits) else self._gathered
        self._wish_for(rows=tuple(rows.tolist()))

    def _find(self, text: str, expression: bool) -> None:
        self.find_asked.emit(FindWish(text, expression, self.view.rows))
        if not text:
            self._hits = _NONE
            self._mean(_NONE)
            self.find_bar.say(str)

    def _step(self, way: int) -> None:
        if len(self._hits):
            self._hit = (self._hit + way) % len(self._hits) if self._hit >= 0 or way > 0 else len(self._hits) - 1
            self.view.go_to(int(self._hits[self._hit]))

    def _end_search(self) -> None:
        self._find("", False)
        self.view.setFocus()

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

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield a table of what is shown, the first row its header."""
        frame, explored = self._frame, self._explored
        axes = ("x", "y", "z")[: 2 if frame is None else frame.coordinates.shape[1]]
        yield "word", "count", *axes
        if frame is None or explored is None:
            return
        counts = explored.vectors.counts
        for row, place in zip(frame.rows.tolist(), frame.coordinates.tolist(), strict=True):
            yield explored.vectors.words[row], "" if counts is None else int(counts[row]), *place

    def _described(self, row: int) -> list[tuple[str, str]]:
        assert self._explored is not None
        counts = self._explored.vectors.counts
        count = "" if counts is None else self.tr("count {count}").format(count=number(int(counts[row])))
        told = [(one_line(self._words[row], 30), count)]
        if self._neighbours[0] != row:
            return told
        told.append((self.tr("truly nearest"), self.tr("cosine")))
        shown = self._neighbours[1]
        for other, cosine in shown:
            name = one_line(self._words[other], 24)
            if not self.view.has(other):
                name = self.tr("{word} (not on the map)").format(word=name)
            told.append((name, f"{cosine:.3f}"))
        return told

    def _tell(self) -> None:
        frame = self._frame
        self.set_caption(" · ".join(self._facts(frame)) if frame is not None else "")
        self.set_explanation("\n".join([self._about_map(), self._about_trust()]))

    def _facts(self, frame: LayoutFrame) -> list[str]:
        wish = frame.wish
        facts = [translated("layouts", LAYOUTS[wish.method].label)]
        if self._trust is not None and math.isfinite(self._trust.value):
            facts.append(self.tr("trust {part}").format(part=f"{self._trust.value:.2f}"))
        if wish.method == "pca" and math.isfinite(frame.figure):
            facts.append(self.tr("{share} % of variance").format(share=round(100 * frame.figure)))
        if not wish.values.get("lengths"):
            facts.append(self.tr("cosine"))
        facts.append(self.tr("{count} words").format(count=number(len(frame.rows))))
        if not LAYOUTS[wish.method].prompt:
            facts.append(self.tr("seed {seed}").format(seed=wish.seed))
        return facts

    def _about_map(self) -> str:
        return self.tr(
            "Every point is a word. The wheel zooms, dragging moves, or turns a map of three dimensions; 0 shows "
            "everything again. With Shift dragging draws a box around words, with Alt a line. Resting on a word draws "
            "lines to the words that are truly nearest to it, in all dimensions. A double click asks about a word, "
            "the space bar pauses."
        )

    def _about_trust(self) -> str:
        if self._trust is None:
            return ""
        return self.tr(
            "Trust {part}: how many of the {neighbours} nearest words on the map are near in all dimensions as well, "
            "and how near. 1: all neighbours here are neighbours there; 0.5: no better than chance. Measured on "
            "{sample} words."
        ).format(part=f"{self._trust.value:.3f}", neighbours=self._trust.neighbours, sample=number(self._trust.sampled))

    def retranslate(self) -> None:
        self.set_title(self.tr("Map"))
        self.set_empty(self.tr("Words will be points here, and those with similar vectors will lie near each other."))
        self.view.setAccessibleName(self.tr("Map of words"))
        self.find_button.set_meaning(self.tr("Find words on the map (Ctrl+F)"))
        self.box_button.set_meaning(self.tr("Gather words in a box (Shift and drag)"))
        self.lasso_button.set_meaning(self.tr("Gather words by drawing around them (Alt and drag)"))
        set_tooltip(self.depth_button, self.tr("Three dimensions: drag to turn the map, with Shift to move it"))
        self.depth_button.setAccessibleName(self.tr("Three dimensions"))
        if self._explored is not None:
            self._colour_points()
        self._tell()

    # -- where bars are, and keys -----------------------------------------------------------------------------

    def _place_bars(self) -> None:
        area = self.view.geometry()
        run, gathered, legend = self.run_bar, self.gathered_bar, self.legend
        run.move(area.right() - run.width() - _EDGE, area.bottom() - run.height() - _EDGE)
        gathered.move(area.left() + _EDGE, area.top() + _EDGE)
        beside = 0 if run.isHidden() else run.width() + _EDGE
        legend.fit(max(area.width() - 2 * _EDGE - beside, 120))
        legend.move(_EDGE, area.height() - legend.height() - _EDGE)

    def _covered(self) -> list[tuple[int, int, int, int]]:
        """Return which parts of the view are covered."""
        corner = self.view.pos()
        areas = [bar.geometry().translated(-corner) for bar in (self.run_bar, self.gathered_bar) if not bar.isHidden()]
        if not self.legend.isHidden():
            areas.append(self.legend.geometry())
        return [(area.x(), area.y(), area.width(), area.height()) for area in areas]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find) and self.view.isVisible():
            self.find_bar.open_bar()
        else:
            super().keyPressEvent(event)
