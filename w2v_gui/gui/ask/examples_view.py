"""Questions to begin with, to be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.gui.text import plain_label
from w2v_gui.gui.widgets.choice_button import ChoiceButton
from w2v_gui.vectors.questions import Analogy, Comparison, Expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from w2v_gui.vectors.questions import Question

_MARGIN = 6


class ExamplesView(QScrollArea):
    """A button for each of a few questions.

    Attributes
    ----------
    chosen : Signal(object)
        With the text of a question.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._questions: tuple[Question, ...] = ()
        self.heading = plain_label(kind="section")
        self.buttons: list[ChoiceButton] = []
        self._inside = inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2, _MARGIN, 2, _MARGIN)
        self._column.setSpacing(6)
        self._column.addWidget(self.heading)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._tell()

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Offer other questions."""
        if tuple(questions) == self._questions:
            return
        self._questions = tuple(questions)
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [ChoiceButton(self._inside) for _ in self._questions]
        for place, (button, question) in enumerate(zip(self.buttons, self._questions, strict=True)):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, text=str(question): self.chosen.emit(text))
            self._column.insertWidget(place + 1, button)
        self._tell()

    def _tell(self) -> None:
        self.heading.setText(self.tr("For example"))
        self.heading.setVisible(bool(self._questions))
        for button, question in zip(self.buttons, self._questions, strict=True):
            button.set_texts(str(question), self._meaning(question))
        # The style sheet's smallest height of a button would let the layout press its two lines into one.
        heights = sum(widget.sizeHint().height() + self._column.spacing() for widget in (self.heading, *self.buttons))
        self._inside.setMinimumHeight(heights + 2 * _MARGIN)

    def _meaning(self, question: Question) -> str:
        if isinstance(question, Comparison):
            return self.tr("Which is the odd one out?")
        if isinstance(question, Analogy):
            a, b, c, _ = question.places
            return self.tr("What is to {c} as {b} is to {a}?").format(a=a, b=b, c=c)
        assert isinstance(question, Expression)
        return self.tr("Its nearest words") if len(question.terms) == 1 else self.tr("Arithmetic with vectors")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # How high the buttons must be is known only now that they have their style.
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)
