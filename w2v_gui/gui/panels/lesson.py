"""The lesson: a column beside the Inside page that explains word2vec station by station, and asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.gui.language import filled, translated
from w2v_gui.gui.lesson.attempt import Attempt
from w2v_gui.gui.lesson.station import Choice, Number, Setup, Verdict
from w2v_gui.gui.lesson.stations import STATIONS
from w2v_gui.gui.lesson.typed import typed_number
from w2v_gui.gui.text import plain_label
from w2v_gui.gui.widgets.answer_box import AnswerBox
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.remark import Remark
from w2v_gui.gui.widgets.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.gui.lesson.station import Moment, Station
    from w2v_gui.gui.theme import Palette
    from w2v_gui.session.scene import Scene

WIDTH = 300

_MARGIN = 14
_FORMULA = re.compile(r"(\S{1,7}) ([=+\u2212×≈/]) (\S{1,9})")
_SIGN = re.compile(r"(?<=\s)([=+\u2212×≈/]) ")


class LessonPanel(Card):
    """One station at a time, with its text, something to do, and what is said about it.

    Attributes
    ----------
    setup_asked : Signal(object)
        With the `Setup` the page should show: when a station begins, and when its answer is found.
    closed : Signal()
        The user has had enough for now; `start` goes on where they were.
    """

    setup_asked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = 0
        self._done: set[int] = set()
        self._attempt = Attempt(STATIONS[0])
        self._scene: Scene | None = None
        self._stage = "pair"
        self._unread = False
        self.close_button = IconButton("close")
        self.close_button.clicked.connect(self.closed)
        self.add_tool(self.close_button)
        self.trail = Trail()
        self.trail.chosen.connect(self.start)
        self._chapter = plain_label(kind="section")
        self._heading = plain_label(kind="station")
        self._text = plain_label(kind="prose")
        for label in (self._heading, self._text):
            label.setWordWrap(True)
        self.answer = AnswerBox()
        self.answer.changed.connect(self._make_up)
        self.answer.submitted.connect(self._check)
        self.remark = Remark()
        self._astray = plain_label(kind="muted")
        self._astray.setWordWrap(True)
        self.again = QPushButton()
        self.again.clicked.connect(self._ask_for_setup)
        self.back = QPushButton()
        self.back.clicked.connect(lambda: self.start(self._at - 1))
        self.next = QPushButton()
        self.next.clicked.connect(self._go_on)
        self._lay_out()
        self.setMinimumWidth(WIDTH - 40)
        self.retranslate()

    def _lay_out(self) -> None:
        self._sheet = QWidget()
        self._inside = QVBoxLayout(self._sheet)
        self._inside.setContentsMargins(_MARGIN, 4, _MARGIN, 12)
        self._inside.setSpacing(10)
        for widget in (self._chapter, self._heading, self._text, self._astray, self.again, self.answer, self.remark):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._sheet)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 0)
        head.addWidget(self.trail)
        footer = QFrame()
        footer.setObjectName("cardFooter")
        ways = QHBoxLayout(footer)
        ways.setContentsMargins(12, 8, 12, 8)
        ways.addWidget(self.back)
        ways.addStretch(1)
        ways.addWidget(self.next)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(footer)

    # -- what others ask of it ------------------------------------------------------------------------------------

    @property
    def station(self) -> Station:
        """The one that is being shown."""
        return STATIONS[self._at]

    @property
    def verdict(self) -> Verdict | None:
        """What was said about the last answer at this station."""
        return self._attempt.verdict

    def start(self, at: int | None = None) -> None:
        """Begin a station, or the one at which one was, and ask for what it is about."""
        self._at = self._at if at is None else min(max(at, 0), len(STATIONS) - 1)
        self._attempt = Attempt(self.station)
        task = self.station.task
        self.answer.begin(options=len(task.options) if isinstance(task, Choice) else 0, number=isinstance(task, Number))
        self._attempt.walk(self._stage)
        if self._scene is not None:
            self._attempt.see(self._scene)
        self._scroll.verticalScrollBar().setValue(0)
        self._unread = False
        self._write()
        self._ask_for_setup()

    def show_scene(self, scene: Scene) -> None:
        """Take what the page shows."""
        self._scene = scene
        self._follow(lambda: self._attempt.see(scene))

    def show_stage(self, stage: str) -> None:
        """Take the key of the stage at which the walk stands."""
        self._stage = stage
        self._follow(lambda: self._attempt.walk(stage))

    def apply_palette(self, palette: Palette) -> None:
        self.trail.set_colour(palette.positive)

    # -- what the user does ---------------------------------------------------------------------------------------

    def _ask_for_setup(self) -> None:
        self.setup_asked.emit(self.station.setup)

    def _go_on(self) -> None:
        if self._at + 1 < len(STATIONS):
            self.start(self._at + 1)
        else:
            self._at = 0
            self.closed.emit()

    def _make_up(self) -> None:
        self._unread = False
        self._attempt.withdraw()
        self._write_remark()

    def _check(self) -> None:
        task = self.station.task
        answer: float | None = None
        if isinstance(task, Choice):
            answer = self.answer.chosen
        elif isinstance(task, Number):
            answer = typed_number(self.answer.typed)
            self._unread = answer is None
        if not self._unread:
            self._attempt.submit(answer)
        if self.verdict is Verdict.RIGHT:
            self.next.setFocus()  # what had it takes no more answers
        self._settle()
        if self.verdict is Verdict.RIGHT and self.station.revealed:
            self.setup_asked.emit(Setup(stage=self.station.revealed))

    def _follow(self, step: Callable[[], None]) -> None:
        before = self.verdict
        step()
        if self.verdict is not before:
            self._settle()
        else:
            self._write()

    def _settle(self) -> None:
        """Show what has come of an answer."""
        if self.verdict is Verdict.RIGHT:
            self._done.add(self._at)
            self.answer.set_open(False)
        self._write()
        # The remark has its place only after it has been laid out.
        QTimer.singleShot(0, self, self._look_at_remark)

    def _look_at_remark(self) -> None:
        if self.remark.isVisible():
            self._scroll.ensureWidgetVisible(self.remark, 0, 8)

    def _make_room(self, lowest: int, highest: int) -> None:
        """Let the scroll bar stand in the margin: lines break at the same words with it and without."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if highest > lowest else 0
        self._inside.setContentsMargins(_MARGIN, 4, max(_MARGIN - bar, 0), 12)

    # -- what is said ----------------------------------------------------------------------------------------------

    def _write(self) -> None:
        station, moment = self.station, self._attempt.moment
        self.set_caption(self.tr("{number} of {total}").format(number=self._at + 1, total=len(STATIONS)))
        self.trail.show_progress(self._at, self._done)
        self._chapter.setText(translated("lesson", station.chapter).upper())
        self._heading.setText(translated("lesson", station.title))
        self._write_question(moment)
        self._write_astray(moment)
        self._write_remark()
        self.back.setEnabled(self._at > 0)
        last = self._at + 1 == len(STATIONS)
        self.next.setText(self.tr("Finish") if last else self.tr("Next station"))
        kind = "primary" if self.verdict is Verdict.RIGHT else ""
        if self.next.property("kind") != kind:
            self.next.setProperty("kind", kind)
            self.next.style().unpolish(self.next)
            self.next.style().polish(self.next)

    def _write_question(self, moment: Moment | None) -> None:
        self._text.setVisible(moment is not None)
        self.answer.setVisible(moment is not None and not self._attempt.astray)
        if moment is None:
            return
        station, task = self.station, self.station.task
        self._text.setText(self._filled(station.text, moment))
        self.answer.set_texts(
            self._filled(station.ask, moment),
            self.tr("Check"),
            [self._filled(option, moment) for option in task.options] if isinstance(task, Choice) else (),
            translated("lesson", task.name) if isinstance(task, Number) else "",
        )

    def _write_astray(self, moment: Moment | None) -> None:
        for widget in (self._astray, self.again):
            widget.setVisible(self._attempt.astray)
        self._astray.setText(
            self.tr("The page is being set up for this station …")
            if moment is None
            else self.tr("The page shows another network now. This station is about the one it began with.")
        )

    def _write_remark(self) -> None:
        attempt = self._attempt
        if self._unread:
            self.remark.say(
                "note",
                self.tr("… That is no number"),
                self.tr("Type it in digits, such as 0.25, −1.5 or 1/9."),
            )
        elif attempt.judged is None or attempt.astray:
            self.remark.hide()
        elif attempt.verdict is Verdict.RIGHT:
            self.remark.say("right", self.tr("✓ Right"), self._filled(self.station.right, attempt.judged))
        elif attempt.verdict is Verdict.NOT_YET:
            self.remark.say("note", self.tr("… Not yet"), self._filled(self.station.waiting, attempt.judged))
        else:
            remark = self.station.task.remark(attempt.judged, attempt.answer) or self.station.wrong
            self.remark.say(
                "wrong",
                self.tr("≠ Not quite"),
                self._filled(remark, attempt.judged),
                self.tr("Hint: {hint}").format(hint=self._filled(self.station.hint, attempt.judged)),
            )

    def _filled(self, template: str, moment: Moment) -> str:
        return _together(filled("lesson", template, self.station.values(moment)))

    def retranslate(self) -> None:
        self.set_title(self.tr("Lesson"))
        self.close_button.set_meaning(self.tr("Close the lesson; it goes on where you were"))
        self.back.setText(self.tr("Back"))
        self.again.setText(self.tr("Set up again"))
        self.trail.set_stations(
            [translated("lesson", station.title) for station in STATIONS], _groups([s.chapter for s in STATIONS])
        )
        self.trail.setAccessibleName(self.tr("Stations"))
        self._write()


def _together(text: str) -> str:
    """Keep short formulas on one line, as E = 2.279, and let long ones break before a sign, never after it."""
    return _SIGN.sub("\\1\u00a0", _FORMULA.sub("\\1\u00a0\\2\u00a0\\3", text))


def _groups(chapters: list[str]) -> list[int]:
    """Return the number of each chapter, in the order in which they come."""
    order = list(dict.fromkeys(chapters))
    return [order.index(chapter) for chapter in chapters]
