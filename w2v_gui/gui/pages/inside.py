"""The Inside page, which answers: why does this number change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from w2v_gui.gui.formulas import Formulas
from w2v_gui.gui.handout import export_handout
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.pacing import Paced
from w2v_gui.gui.pages.page import Page
from w2v_gui.gui.panels.equation import EquationPanel
from w2v_gui.gui.panels.lesson import LessonPanel
from w2v_gui.gui.panels.matrices import MatricesPanel
from w2v_gui.gui.panels.network import NetworkPanel
from w2v_gui.gui.panels.pair import PairPanel
from w2v_gui.gui.panels.playback import PlaybackPanel
from w2v_gui.gui.panels.proof import ProofPanel
from w2v_gui.gui.panels.vector_map import VectorMapPanel
from w2v_gui.gui.walk import walk_of
from w2v_gui.gui.widgets.enlarging import Enlarging
from w2v_gui.gui.widgets.splitters import GAP, Splitter
from w2v_gui.gui.widgets.two_cards import TwoCards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene

    _Card = NetworkPanel | MatricesPanel | VectorMapPanel | PlaybackPanel

_LESSON_WIDTH = 320
# Of the whole page, for every card to have its place beside the lesson.
_ROOM_FOR_LESSON = 1240
# From this width map and proof are both worth looking at side by side.
_ROOM_FOR_BOTH = 600


class InsidePage(Page):
    """The pair and its walk above, the network in the middle, what belongs to the stage below, the lesson beside it.

    The page knows at which stage of the walk one is. To go on from the last stage is to apply the update; to go back
    from the first one is to undo the update before.

    Attributes
    ----------
    advance_asked : Signal(int)
        With the number of updates to be applied.
    go_asked : Signal(int)
        With the number of updates after which the walk should stand.
    """

    advance_asked = Signal(int)
    go_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Of its own: formulas are typeset beside whatever else is being done.
        self._jobs = Jobs(self)
        self.formulas = Formulas(self._jobs, self)
        self._playing = False
        self._crowded = False
        self._scene: Scene | None = None
        self._walks: dict[tuple[str, bool, bool], tuple[Stage, ...]] = {}
        self._stages: tuple[Stage, ...] = ()
        self._key = "pair"
        # Where to stand in the walk of the next scene, once it has come.
        self._arriving: str | None = None

    def _parts(self) -> Iterator[None]:
        page = QVBoxLayout(self)
        page.setContentsMargins(GAP, GAP, GAP, GAP)
        page.setSpacing(GAP)
        self.pair = PairPanel()
        page.addWidget(self.pair)
        across = QHBoxLayout()
        across.setSpacing(GAP)
        page.addLayout(across, 1)
        rows = Splitter(Qt.Orientation.Vertical)
        self.enlarging = Enlarging(rows)
        across.addWidget(self.enlarging, 1)
        yield
        self._above = rows.add(Splitter(Qt.Orientation.Horizontal), 350, 5)
        self.network = self._above.add(NetworkPanel(), 900, 1)
        self.playback = self._above.add(PlaybackPanel(), 340, 0)
        yield
        self._below = rows.add(Splitter(Qt.Orientation.Horizontal), 310, 4)
        self.equation = self._below.add(EquationPanel(self.formulas), 414, 1)
        self.matrices = self._below.add(MatricesPanel(), 414, 1)
        yield
        self.map, self.proof = VectorMapPanel(), ProofPanel()
        self.pictures = self._below.add(TwoCards(self.map, self.proof, _ROOM_FOR_BOTH, GAP, parent=self._below), 442, 1)
        yield
        self.lesson = LessonPanel()
        self.lesson.setFixedWidth(_LESSON_WIDTH)
        self.lesson.hide()
        across.addWidget(self.lesson)
        yield
        self._cards = (self.network, self.equation, self.matrices, self.map, self.proof, self.playback)
        self.enlarging.add(*self._cards)
        self._take_turns()
        self._connect()

    def _take_turns(self) -> None:
        # While updates are played the network is drawn in every frame, and the others take turns.
        turns: dict[_Card, tuple[int, int]] = {
            self.network: (1, 0),
            self.matrices: (3, 0),
            self.map: (3, 1),
            self.playback: (3, 2),
        }
        self._turns = tuple(turns)
        self._paced = tuple(Paced(card.show_scene, *turn, card.isVisible) for card, turn in turns.items())
        self._equation = Paced(self._show_equation, 3, 0)

    def _arrange(self) -> None:
        """Make room for the lesson: where there is little, only what a lesson needs stays beside it."""
        crowded = self.lesson.isVisibleTo(self) and self.width() < _ROOM_FOR_LESSON
        if crowded == self._crowded:
            return
        self._crowded = crowded
        self.enlarging.back()
        self.matrices.setVisible(not crowded)
        self.pictures.setVisible(not crowded)
        if crowded:
            self._below.addWidget(self.playback)
        else:
            self._above.addWidget(self.playback)
            self._above.setSizes([900, 340])

    def _connect(self) -> None:
        self.pair.stage_chosen.connect(self.choose_stage)
        self.pair.back_asked.connect(self.back)
        self.pair.forward_asked.connect(self.forward)
        self.pair.lesson_toggled.connect(self.show_lesson)
        self.playback.advance_asked.connect(self.advance_asked)
        self.playback.go_asked.connect(self.go_asked)
        self.enlarging.changed.connect(self.pictures.arrange)
        self.lesson.closed.connect(lambda: self.show_lesson(False))
        for turned, paced in zip(self._turns, self._paced, strict=True):
            turned.shown.connect(paced.flush)
        for card in self._cards:
            card.export_asked.connect(self.export_asked)
            card.concordance_asked.connect(self.concordance_asked)
        self.pair.concordance_asked.connect(self.concordance_asked)
        self.equation.handout_asked.connect(self._give_handout)
        for key, slot in ((Qt.Key.Key_Left, self.back), (Qt.Key.Key_Right, self.forward)):
            QShortcut(QKeySequence(key), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- the walk -----------------------------------------------------------------------------------------------

    @property
    def stage(self) -> Stage | None:
        """The stage at which one is."""
        return next((stage for stage in self._stages if stage.key == self._key), None)

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        return self._scene

    def choose_stage(self, key: str) -> None:
        """Go to a stage of this walk."""
        if any(stage.key == key for stage in self._stages):
            self._key = key
            self._show_stage()

    def forward(self) -> None:
        """Go on: to the next stage, or from the last one to the next pair, with the update applied."""
        place = self._place()
        if place is None or self._arriving is not None:
            return
        if place + 1 < len(self._stages):
            self.choose_stage(self._stages[place + 1].key)
        else:
            self._arriving = self._stages[0].key
            self.advance_asked.emit(1)

    def back(self) -> None:
        """Go back: to the stage before, or from the first one to the end of the pair before, with its update undone."""
        place = self._place()
        if place is None or self._arriving is not None or self._scene is None:
            return
        if place:
            self.choose_stage(self._stages[place - 1].key)
        elif self._scene.position:
            self._arriving = self._stages[-1].key
            self.go_asked.emit(self._scene.position - 1)

    def arrive_at(self, key: str) -> None:
        """Stand at this stage when the next scene comes."""
        self._arriving = key

    def _place(self) -> int | None:
        stage = self.stage
        return None if stage is None else self._stages.index(stage)

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Show a step: the stage stays what it is, unless one is on the way to another."""
        before = self.stage
        if self._scene is None or (scene.vectors is None) != (self._scene.vectors is None):
            # A large network has no map.
            self.pictures.prefer("left" if scene.vectors is not None else "right")
        self._scene = scene
        self._stages = self._walk(scene)
        if self._arriving is not None:
            self._key, self._arriving = self._arriving, None
        if self.stage is None:
            self._key = self._stages[0].key
        # A proof is told of the step that is shown: its card must not be behind.
        for panel in (self.pair, self.lesson, self.proof):
            panel.show_scene(scene)
        for paced in (*self._paced, self._equation):
            paced.offer(scene)
        if not self._playing:
            self._flush()
        if self.stage is not before:
            self._show_stage()

    def _walk(self, scene: Scene) -> tuple[Stage, ...]:
        trace = scene.trace
        kind = trace.objective, trace.cbow, trace.divided
        if kind not in self._walks:
            self._walks[kind] = walk_of(trace)
            self.formulas.prepare(stage.latex for stage in self._walks[kind])
        return self._walks[kind]

    def _show_stage(self) -> None:
        stage = self.stage
        if stage is None:
            return
        self.pair.show_stages(self._stages, stage.key)
        for card in (self.network, self.matrices, self.map, self.proof):
            card.show_stage(stage)
        self.lesson.show_stage(stage.key)
        if self._scene is not None:
            self._show_equation(self._scene)

    def _show_equation(self, scene: Scene) -> None:
        stage, place = self.stage, self._place()
        if stage is not None and place is not None:
            self.equation.show_step(scene, stage, place + 1)

    def _flush(self) -> None:
        for paced in (*self._paced, self._equation):
            paced.flush()

    def set_playing(self, playing: bool) -> None:
        """Say whether updates follow each other by themselves: then not everything is drawn in every frame."""
        self._playing = playing
        self.playback.set_playing(playing)
        if not playing:
            self._flush()

    def _give_handout(self, kind: str) -> None:
        if self._scene is not None:
            self.export_asked.emit(
                export_handout(kind, self._scene, self._stages, self.proof.proof, self.formulas.known)
            )

    def stay(self) -> None:
        """Forget where one was on the way to: no new scene is coming."""
        self._arriving = None

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Give up what is being typeset and wait, at most so many seconds; returns whether nothing goes on any more."""
        return self._jobs.shutdown(seconds)

    def show_lesson(self, shown: bool) -> None:
        """Open the lesson at the station where one was, or close it."""
        self.pair.lesson.setChecked(shown)
        self.lesson.setVisible(shown)
        self._arrange()
        if shown:
            self.lesson.start()

    def apply_palette(self, palette: Palette) -> None:
        for panel in (self.pair, *self._cards, self.lesson):
            panel.apply_palette(palette)

    def retranslate(self) -> None:
        self.pictures.set_labels(self.tr("Map"), self.tr("Proof"), self.tr("Map or proof"))

    def _say_anew(self) -> None:
        """Show the walk in the language of the moment."""
        self._walks.clear()
        if self._scene is not None:
            self.show_scene(self._scene)

    # -- what Qt tells --------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole:
            self._arrange()
