"""What a map is made by, of how many words, and what its colours say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from w2v_gui.gui.language import translated
from w2v_gui.gui.text import escaped, number, set_tooltip
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.pill_menu import PillMenu
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.word_counts import words_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from w2v_gui.gui.theme import Palette
    from w2v_gui.vectors.layouts import Layout

COUNTS = (450, 5000, 20_000, 100_000, 0)
"""How many words a map can be of; 0: all there are."""

COLOURS = ("plain", "frequency", "cluster", "similarity")


class AtlasTools(QWidget):
    """A row of choices above a map.

    Parameters
    ----------
    layouts : mapping
        The methods by their keys.

    Attributes
    ----------
    method : Segmented
    words, colour : PillMenu
    settings : IconButton
        Opens what else can be set.
    words_chosen : Signal(int)
    colour_chosen : Signal(str)
    """

    words_chosen = Signal(int)
    colour_chosen = Signal(str)

    def __init__(self, layouts: Mapping[str, Layout], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self._layouts = layouts
        self.method = Segmented(list(layouts))
        self.words = PillMenu()
        self.colour = PillMenu()
        for count in COUNTS:
            self.words.add_choice(str(count))
        for name in COLOURS:
            self.colour.add_choice(name)
        self.settings = IconButton("tune")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 6, 3)
        row.setSpacing(6)
        row.addWidget(self.method)
        row.addWidget(self.words)
        row.addWidget(self.colour)
        row.addStretch(1)
        row.addWidget(self.settings)
        self._count = 5000
        self._known = 0
        self._coloured = "plain"
        self._asked = False
        self.words.choices.triggered.connect(lambda action: self.words_chosen.emit(int(action.data())))
        self.colour.choices.triggered.connect(lambda action: self.colour_chosen.emit(action.data()))
        for pill in (self.words, self.colour):
            pill.setProperty("dense", "true")
        self.retranslate()

    def show_words(self, count: int, known: int) -> None:
        """Show that the map is of so many words, 0 for all, of so many there are."""
        self._count, self._known = count, known
        for each in COUNTS:
            # More than there are is all there are.
            self.words.action(str(each)).setVisible(each < known)
        self.words.action(str(count)).setChecked(True)
        self._write()

    def show_colour(self, name: str, *, asked: bool) -> None:
        """Show what colours say; whether there is a word to which others can be similar."""
        self._coloured, self._asked = name, asked
        self.colour.action(name).setChecked(True)
        self.colour.action("similarity").setEnabled(asked)
        self._write()

    def apply_palette(self, palette: Palette) -> None:
        self.words.apply_palette(palette)
        self.colour.apply_palette(palette)

    def _write(self) -> None:
        every = self._count == 0 or (self._known and self._count >= self._known)
        self.words.setText(self._counted(0 if every else self._count))
        for each in COUNTS:
            self.words.action(str(each)).setText(self._counted(each))
        names = self._colour_names()
        self.colour.setText(self.tr("Colour") if self._coloured == "plain" else names[self._coloured])
        for name, text in names.items():
            self.colour.action(name).setText(text)
        why = (
            "" if self._asked else self.tr("Ask about a word first: then the map can show how similar all others are.")
        )
        self.colour.action("similarity").setToolTip(escaped(why))

    def _counted(self, count: int) -> str:
        if count:
            return words_text(count)
        if self._known > 1:
            return self.tr("All {count} words").format(count=number(self._known))
        return words_text(1) if self._known else self.tr("All words")

    def _colour_names(self) -> dict[str, str]:
        return {
            "plain": self.tr("One colour"),
            "frequency": self.tr("Frequency"),
            "cluster": self.tr("Groups"),
            "similarity": self.tr("Similarity"),
        }

    def retranslate(self) -> None:
        explained = {
            "pca": self.tr("Principal components: the directions in which the words differ most. At once."),
            "tsne": self.tr(
                "t-SNE: keeps together what is near, and lets the rest fall where it may: distances between groups, "
                "and their sizes, say little."
            ),
            "umap": self.tr("UMAP: keeps together what is near, and something of the larger arrangement."),
        }
        missing = self.tr('Not installed. To add it:  pip install "w2v-gui[umap]"')
        for key, layout in self._layouts.items():
            name, button = translated("layouts", layout.label), self.method.button(key)
            self.method.set_label(key, name)
            available = layout.available()
            button.setEnabled(available)
            set_tooltip(button, "\n".join(filter(None, [explained.get(key, name), "" if available else missing])))
        self.method.setAccessibleName(self.tr("How the map is made"))
        for pill, meaning in (
            (self.words, self.tr("How many words are on the map: the most frequent ones")),
            (self.colour, self.tr("What the colours say")),
        ):
            set_tooltip(pill, meaning)
            pill.setAccessibleName(meaning)
        self.settings.set_meaning(self.tr("Settings of the map, and its seed"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
