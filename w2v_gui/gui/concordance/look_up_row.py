"""What is looked up, the way back, and how much of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from w2v_gui.gui.text import number, set_tooltip
from w2v_gui.gui.widgets.pill_menu import PillMenu
from w2v_gui.gui.widgets.way_back import WayBack
from w2v_gui.gui.widgets.word_entry import WordEntry

if TYPE_CHECKING:
    from w2v_gui.gui.theme import Palette

SAMPLES = (0, 100, 1_000, 10_000)
"""How many lines can be chosen at random; 0: all are shown."""


class LookUpRow(QWidget):
    """A field for a word or several, arrows to those before, and a menu of how many lines are shown.

    Parameters
    ----------
    owner : QWidget
        Within it the keys for back and forward are heard.

    Attributes
    ----------
    entered : Signal(str)
    sample_chosen : Signal(int)
        One of `SAMPLES`.
    """

    entered = Signal(str)
    sample_chosen = Signal(int)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._size = 0
        self.way = WayBack(owner)
        self.entry = WordEntry()
        self.sample = PillMenu()
        for size in SAMPLES:
            self.sample.add_choice(str(size))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(self.way)
        row.addWidget(self.entry, 1)
        row.addWidget(self.sample)
        self.entry.entered.connect(self.entered)
        self.sample.choices.triggered.connect(lambda action: self.sample_chosen.emit(int(action.data())))
        self.setFocusProxy(self.entry)
        self.show_sample(0)
        self.retranslate()

    def show_way(self, text: str, *, back: bool, forward: bool) -> None:
        """Show what is looked up, and whether there is something before and after it."""
        self.entry.setText(text)
        self.way.show_way(back=back, forward=forward, instead=self.entry)

    def show_sample(self, size: int) -> None:
        """Show how many lines are shown."""
        self._size = size
        self.sample.action(str(size)).setChecked(True)
        self._name_sample()

    def apply_palette(self, palette: Palette) -> None:
        self.sample.apply_palette(palette)

    def _name_sample(self) -> None:
        text = self.tr("Sample: {count}").format(count=number(self._size)) if self._size else self.tr("All lines")
        self.sample.setText(text)

    def retranslate(self) -> None:
        self.entry.setPlaceholderText(self.tr("A word, or several in a row"))
        self.entry.setAccessibleName(self.tr("Word whose lines are shown"))
        for size in SAMPLES[1:]:
            self.sample.action(str(size)).setText(
                self.tr("A random sample of {count} lines").format(count=number(size))
            )
        self.sample.action("0").setText(self.tr("All lines"))
        set_tooltip(self.sample, self.tr("All lines, or some that are chosen at random: always the same ones"))
        self._name_sample()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
