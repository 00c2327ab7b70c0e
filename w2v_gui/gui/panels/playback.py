"""Updates forward and back: so many at once, one after the other by themselves, or to any point of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from w2v_gui.engine.config import SETTINGS
from w2v_gui.errors import ConfigError
from w2v_gui.gui.icons import icon
from w2v_gui.gui.language import sentence
from w2v_gui.gui.text import number, plain_label, set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.gui.update_losses import UpdateLosses
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.history_slider import HistorySlider
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.number_field import NumberField, parsed
from w2v_gui.gui.widgets.progress_line import ProgressLine
from w2v_gui.gui.widgets.speed_slider import FASTEST, SpeedSlider
from w2v_gui.gui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene

COUNTS = (1, 10, 100, 1000)

_WIDE = 620
"""From this width on all buttons stand in one line."""

_NARROWEST = 290
_SHORT, _SHORT_AND_BRANCHES = 400, 520
"""Below this width the header has no room to say what the plot shows."""

_ALPHA = SETTINGS["alpha"]
_SPEED = 10.0


class PlaybackPanel(Card):
    """Asks for updates and for the way back, and shows the loss over all of them.

    Attributes
    ----------
    advance_asked : Signal(int)
        So many updates should be applied.
    go_asked : Signal(int)
        Updates should be undone or done again until so many are applied.
    play_toggled : Signal(bool)
        Updates should follow each other by themselves, or no longer.
    stay_toggled : Signal(bool)
        Whether every update should be that of the pair that is shown.
    speed_changed : Signal(float)
        How many of them a second.
    alpha_changed : Signal(float)
        The rate from here on.
    branch_asked : Signal(int)
        Another future should be gone to, counted from 1.
    cancel_asked : Signal()
        What takes long should be given up.
    """

    advance_asked = Signal(int)
    go_asked = Signal(int)
    play_toggled = Signal(bool)
    stay_toggled = Signal(bool)
    speed_changed = Signal(float)
    alpha_changed = Signal(float)
    branch_asked = Signal(int)
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._playing = False
        self._busy: tuple[int, int] | None = None
        self._alpha = 0.0
        self._palette = LIGHT
        self._wide: bool | None = None
        self._make_header()
        self._make_controls()
        self.losses = UpdateLosses()
        self.losses.chosen.connect(self._go)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 8, 8, 4)
        column.setSpacing(6)
        column.addWidget(self._controls)
        column.addWidget(self.problem)
        column.addWidget(self.losses, 1)
        self._arrange()
        self.show_body(False)
        self.speed.set_speed(_SPEED)
        self.speed.chosen.connect(self._take_speed)
        self.apply_palette(LIGHT)
        self.retranslate()

    def _make_header(self) -> None:
        self.progress = ProgressLine()
        self.progress.setFixedWidth(90)
        self.cancel = IconButton("close", self.header)
        self.cancel.clicked.connect(self.cancel_asked)
        self.branch = Stepper(self.header)
        self.branch.asked.connect(self._ask_branch)
        for widget in (self.progress, self.cancel, self.branch):
            self.add_tool(widget)
            widget.hide()

    def _make_controls(self) -> None:
        self.undo, self.redo = IconButton("undo"), IconButton("redo")
        self.undo.clicked.connect(lambda: self._go_by(-1))
        self.redo.clicked.connect(lambda: self._go_by(1))
        self.counts = {count: QPushButton() for count in COUNTS}
        for count, button in self.counts.items():
            button.setProperty("kind", "pill")
            button.setProperty("dense", True)
            button.clicked.connect(lambda _=False, count=count: self.advance_asked.emit(count))
        self.play = QPushButton()
        self.play.setIconSize(QSize(14, 14))
        self.play.clicked.connect(lambda: self._play(not self._playing))
        self.speed = SpeedSlider()
        self.speed.setMinimumWidth(50)
        self.pace = plain_label(kind="muted")
        self.alpha = NumberField(whole=False, minimum=_ALPHA.minimum or 0.0, maximum=_ALPHA.maximum or 10.0)
        self.alpha.setFixedWidth(64)
        self.alpha.edited.connect(lambda: self._say_problem(""))
        self.alpha.settled.connect(self._take_alpha)
        self.alpha_label = plain_label("α", kind="muted")
        self.alpha_label.setBuddy(self.alpha)
        self.history = HistorySlider()
        self.history.asked.connect(self._go)
        self.history.valueChanged.connect(self._tell_position)
        self.at = plain_label(kind="muted")
        for label in (self.pace, self.at):
            label.setFont(tabular(label.font()))
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.problem = plain_label(kind="error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.stay = IconButton("again")
        self.stay.setCheckable(True)
        self.stay.toggled.connect(self.stay_toggled)
        self._steps = _row(self.undo, self.redo, *self.counts.values(), self.stay)
        self._pacing = _row(self.play, self.speed, self.pace, self.alpha_label, self.alpha, stretched=self.speed)
        self._moving = _row(self.history, self.at, stretched=self.history)
        self._controls = QWidget()
        # However they are arranged now: else the card could not become narrower than in one line.
        self._controls.setMinimumWidth(_NARROWEST)
        self._rows = QGridLayout(self._controls)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(18)
        self._rows.setVerticalSpacing(6)

    # -- what is shown ----------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.show_body(True)
        self.history.show_position(scene.position, scene.length)
        alpha = scene.alpha or scene.trace.alpha
        if alpha != self._alpha:
            self._alpha = alpha
            self.alpha.show_value(alpha)
            self._say_problem("")
        self.losses.show_losses(scene.losses, (scene.mean_positions, scene.mean_losses), scene.position)
        self._tell()

    def show_stage(self, stage: Stage) -> None:
        """Nothing here belongs to a stage."""

    def set_playing(self, playing: bool) -> None:
        """Show whether updates follow each other by themselves."""
        if playing != self._playing:
            self._playing = playing
            self._draw_play()
            self._allow()

    def show_progress(self, done: int, total: int | None) -> None:
        """Show how far something has come that takes long: 0 in all where that is not known, None when it is over."""
        self._busy = None if total is None else (done, total)
        self._tell()
        for widget in (self.progress, self.cancel):
            widget.setVisible(total is not None)
        if total is not None:
            self.progress.setRange(0, total)
            self.progress.setValue(done)

    def _tell(self) -> None:
        self._tell_position()
        self._tell_branch()
        self._tell_caption()
        self._allow()

    def _tell_position(self) -> None:
        if self._scene is None:
            return
        none, text = self.tr("no update yet"), self.tr("update {position} of {length}")
        length = number(self._scene.length)
        self.at.setText(
            text.format(position=number(self.history.value()), length=length) if self._scene.length else none
        )
        # As wide as at the end, so that the slider beside it keeps its length.
        widest = text.format(position=length, length=length)
        self.at.setMinimumWidth(self.at.fontMetrics().horizontalAdvance(widest) + 2)

    def _tell_branch(self) -> None:
        scene = self._scene
        # Of the two things in the header, that which lasts a while.
        self.branch.setVisible(scene is not None and scene.branches > 1 and self._busy is None)
        if scene is not None:
            text = self.tr("branch {number} of {count}").format(number=scene.branch, count=scene.branches)
            self.branch.show_number(scene.branch, scene.branches, text)

    def _allow(self) -> None:
        scene = self._scene
        idle = scene is not None and self._busy is None
        for button in self.counts.values():
            button.setEnabled(idle and not self._playing)
        self.undo.setEnabled(scene is not None and idle and scene.position > 0)
        self.redo.setEnabled(scene is not None and idle and scene.position < scene.length)
        self.history.setEnabled(scene is not None and scene.length > 0)

    @property
    def picture(self) -> QWidget:
        """The plot, without the buttons above it."""
        return self.losses

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield the loss of every update, and the mean where it was measured."""
        yield "updates_applied", "loss_of_own_pair", "mean_loss"
        scene = self._scene
        if scene is None:
            return
        losses: list[float | None] = [None, *scene.losses.tolist()]
        means: list[float | None] = [None] * len(losses)
        for applied, mean in zip(scene.mean_positions.tolist(), scene.mean_losses.tolist(), strict=True):
            means[applied] = mean
        yield from zip(range(len(losses)), losses, means, strict=True)

    # -- what is asked for ------------------------------------------------------------------------------------

    def _go(self, position: int) -> None:
        # Whoever goes back wants to stay there.
        self._play(False)
        self.go_asked.emit(position)

    def _go_by(self, updates: int) -> None:
        if self._scene is not None:
            self._go(self._scene.position + updates)

    def _play(self, playing: bool) -> None:
        if playing != self._playing:
            self.set_playing(playing)
            self.play_toggled.emit(playing)

    def _ask_branch(self, branch: int) -> None:
        self._play(False)
        self.branch_asked.emit(branch)

    def _take_speed(self, speed: float) -> None:
        self._tell_pace()
        self.speed_changed.emit(speed)

    def _take_alpha(self) -> None:
        try:
            alpha = _ALPHA.check(parsed(self.alpha.text()))
        except ConfigError as error:
            self._say_problem(sentence(error))
            return
        self._say_problem("")
        if alpha != self._alpha:
            self._alpha = alpha
            self.alpha_changed.emit(alpha)

    def _say_problem(self, problem: str) -> None:
        self.alpha.set_wrong(bool(problem))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    # -- its looks --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        wide = self.room >= _WIDE
        if wide == self._wide:
            return
        self._wide = wide
        self._rows.addWidget(self._steps, 0, 0)
        self._rows.addWidget(self._pacing, *((0, 1) if wide else (1, 0)))
        self._rows.addWidget(self._moving, 1 if wide else 2, 0, 1, 2 if wide else 1)
        self._rows.setColumnStretch(0, 0 if wide else 1)
        self._rows.setColumnStretch(1, 1 if wide else 0)

    def _draw_play(self) -> None:
        name, text = ("pause", self.tr("Pause")) if self._playing else ("train", self.tr("Play"))
        self.play.setIcon(icon(name, self._palette.text, self._palette.disabled))
        self.play.setText(text)

    def _tell_pace(self) -> None:
        speed = self.speed.speed
        fastest = self.tr("fastest")
        per_second = self.tr("{speed} / s")
        self.pace.setText(fastest if speed >= FASTEST else per_second.format(speed=number(speed)))
        metrics = self.pace.fontMetrics()
        texts = (fastest, per_second.format(speed=number(1000)))
        self.pace.setMinimumWidth(max(metrics.horizontalAdvance(text) for text in texts) + 2)

    def _tell_caption(self) -> None:
        if self._busy is None and self._header_is_full:
            caption = ""
        elif self._busy is None:
            caption = self.tr("dots: E of each pair · line: mean over all pairs")
        elif self._busy[1]:
            done, total = (number(count) for count in self._busy)
            caption = self.tr("{done} of {total}").format(done=done, total=total)
        else:
            caption = self.tr("on the way …")
        self.set_caption(caption)

    @property
    def _header_is_full(self) -> bool:
        """Whether what the plot shows is left to the explanation."""
        several = self._scene is not None and self._scene.branches > 1
        return self.room < (_SHORT_AND_BRANCHES if several else _SHORT)

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.losses.apply_palette(palette)
        self.progress.apply_palette(palette)
        self._draw_play()

    def retranslate(self) -> None:
        self.set_title(self.tr("Updates"))
        self.set_empty(self.tr("Updates of a network can be applied here, and undone to the last bit."))
        self.set_explanation(
            self.tr(
                "Every update that is applied can be undone exactly. A dot is E of the pair of one update, before it; "
                "the line is the mean of E over the pairs of the text. A click goes to that update."
            )
        )
        self.undo.set_meaning(self.tr("Undo one update, exactly"))
        self.redo.set_meaning(self.tr("Do the update again that was undone last"))
        self.stay.set_meaning(self.tr("Every update with this pair, again and again"))
        for count, button in self.counts.items():
            button.setText(f"+{number(count)}")
            meaning = self.tr("Apply {count} updates, one pair of the text after the other")
            set_tooltip(button, meaning.format(count=number(count)) if count > 1 else self.tr("Apply one update"))
        set_tooltip(self.play, self.tr("Apply one update after the other, until you stop"))
        set_tooltip(self.speed, self.tr("Updates a second, while they are played"))
        self.speed.setAccessibleName(self.tr("Updates a second"))
        set_tooltip(self.history, self.tr("Go to any point of the history"))
        self.history.setAccessibleName(self.tr("History of updates"))
        rate = self.tr("Learning rate α of the updates from here on. Set at an earlier point, it opens a new branch.")
        for widget in (self.alpha, self.alpha_label):
            set_tooltip(widget, rate)
        self.alpha.setAccessibleName(self.tr("Learning rate α"))
        self.cancel.set_meaning(self.tr("Stop here: what has been applied stays"))
        self.branch.set_meanings(
            self.tr("Go to the branch before"),
            self.tr("Updating from an earlier point opens another branch; those that were left are kept."),
            self.tr("Go to the next branch"),
        )
        self.losses.setAccessibleName(self.tr("Loss over the updates"))
        self._draw_play()
        self._fix_play_width()
        self._tell_pace()
        self._tell()

    def _fix_play_width(self) -> None:
        """Keep the button as wide whichever of its two texts it has."""
        metrics = self.play.fontMetrics()
        longest = max(metrics.horizontalAdvance(text) for text in (self.tr("Play"), self.tr("Pause")))
        self.play.setFixedWidth(longest + self.play.iconSize().width() + 30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._tell_caption()


def _row(*widgets: QWidget, stretched: QWidget | None = None) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, int(widget is stretched))
    if stretched is None:
        row.addStretch(1)
    return line
