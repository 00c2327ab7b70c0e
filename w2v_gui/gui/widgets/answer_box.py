"""What is asked, and where to answer: one of a few texts, a number, or something to be done elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from w2v_gui.gui.text import plain_label
from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.option_button import OptionButton

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_OPTIONS = 4


class AnswerBox(QFrame):
    """A question and its answer.

    Attributes
    ----------
    changed : Signal()
        The user makes up another answer.
    submitted : Signal()
        The user wants to know whether it is right.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task")
        self._asked = plain_label(kind="ask")
        self._asked.setWordWrap(True)
        self._group = QButtonGroup(self)
        self.options = [OptionButton(self) for _ in range(_MOST_OPTIONS)]
        for place, option in enumerate(self.options):
            self._group.addButton(option, place)
        self._number = QWidget(self)
        self._name = plain_label(kind="prose")
        self.entry = QLineEdit(self)
        self.entry.setMaxLength(24)
        self.entry.setFont(tabular(self.entry.font()))
        line = QHBoxLayout(self._number)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._name)
        line.addWidget(self.entry, 1)
        self.check = QPushButton(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._asked)
        column.addSpacing(2)
        for option in self.options:
            column.addWidget(option)
        column.addWidget(self._number)
        column.addWidget(self.check)
        self._open = True
        self._group.idToggled.connect(self._chose)
        self.entry.textEdited.connect(self._edited)
        self.entry.returnPressed.connect(self._submit)
        self.check.clicked.connect(self.submitted)

    # -- what is asked ------------------------------------------------------------------------------------------

    def begin(self, *, options: int = 0, number: bool = False) -> None:
        """Ask anew: for one of so many texts, or for a number, or else for nothing but a word that it is done."""
        self._group.setExclusive(False)
        for place, option in enumerate(self.options):
            option.setChecked(False)
            option.setVisible(place < options)
        self._group.setExclusive(True)
        self.entry.clear()
        self._number.setVisible(number)
        self.set_open(True)

    def set_texts(self, asked: str, check: str, options: Sequence[str] = (), name: str = "") -> None:
        self._asked.setText(asked)
        self.check.setText(check)
        for option, text in zip(self.options, options, strict=False):
            option.set_text(text)
        self._name.setText(f"{name} =")
        self.entry.setAccessibleName(name)

    def set_open(self, open_: bool) -> None:
        """Take answers, or show the one that was given for good."""
        self._open = open_
        for option in self.options:
            option.setEnabled(open_)
        self.entry.setReadOnly(not open_)
        self.check.setVisible(open_)
        self._enable()

    # -- what is answered ---------------------------------------------------------------------------------------

    @property
    def chosen(self) -> int | None:
        """The place of the text that is chosen."""
        place = self._group.checkedId()
        return None if place < 0 else place

    @property
    def typed(self) -> str:
        """What stands in the field for the number."""
        return self.entry.text().strip()

    def _chose(self, place: int, chosen: bool) -> None:
        self._enable()
        if chosen:
            self.changed.emit()

    def _edited(self) -> None:
        self._enable()
        self.changed.emit()

    def _submit(self) -> None:
        if self._open and self.check.isEnabled():
            self.submitted.emit()

    def _enable(self) -> None:
        chooses, types = not self.options[0].isHidden(), not self._number.isHidden()
        ready = self.chosen is not None if chooses else bool(self.typed) if types else True
        self.check.setEnabled(self._open and ready)
