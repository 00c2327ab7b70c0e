"""What is seen before any text is open: how to begin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.language import translated
from w2v_gui.gui.opening import SAMPLES
from w2v_gui.gui.text import one_line, plain_label, set_tooltip
from w2v_gui.gui.widgets.choice_button import ChoiceButton

if TYPE_CHECKING:
    from w2v_gui.gui.recent import Recent
    from w2v_gui.gui.theme import Palette

_WIDTH = 640
_MOST_RECENT = 3


class StartView(QScrollArea):
    """Offers to open a text, to take a built-in sample, or to go back to what was opened last.

    Parameters
    ----------
    recent : Recent

    Attributes
    ----------
    sample_chosen : Signal(str)
        With the key of a built-in sample.
    recent_chosen : Signal(object)
        With the paths that were opened together.
    open, folder, paste : QPushButton
        Say only that they were pressed.
    """

    sample_chosen = Signal(str)
    recent_chosen = Signal(object)

    def __init__(self, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._heading = plain_label(kind="heading")
        self._lead = plain_label(kind="muted")
        self._lead.setWordWrap(True)
        self.open = QPushButton()
        self.open.setProperty("kind", "primary")
        self.folder = QPushButton()
        self.paste = QPushButton()
        self._drop = plain_label(kind="muted")
        self._vectors = plain_label(kind="muted")
        self._vectors.setWordWrap(True)
        self._vectors.hide()
        self._vectors_name = ""
        self._samples_heading = plain_label(kind="section")
        self.samples = {key: ChoiceButton() for key in SAMPLES}
        self._recent_heading = plain_label(kind="section")
        self.recent = [ChoiceButton() for _ in range(_MOST_RECENT)]
        for key, button in self.samples.items():
            button.clicked.connect(lambda _checked, key=key: self.sample_chosen.emit(key))
        for place, button in enumerate(self.recent):
            button.clicked.connect(lambda _checked, place=place: self.recent_chosen.emit(recent.entries[place]))
        self._lay_out()
        recent.changed.connect(self._show_recent)
        self.retranslate()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 26, 32, 30)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addSpacing(10)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.open, self.folder, self.paste):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self._drop)
        column.addWidget(self._vectors)
        for heading, choices in (
            (self._samples_heading, list(self.samples.values())),
            (self._recent_heading, self.recent),
        ):
            # Its own, so that a heading which is hidden leaves none.
            heading.setContentsMargins(0, 12, 0, 0)
            column.addWidget(heading)
            for choice in choices:
                column.addWidget(choice)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(10, 10, 10, 10)
        across.addStretch(1)
        across.addWidget(card, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        self.setWidget(inside)

    def set_enabled(self, enabled: bool) -> None:
        """Say whether anything can be opened now."""
        for button in (self.open, self.folder, self.paste, *self.samples.values(), *self.recent):
            button.setEnabled(enabled)

    def show_vectors(self, name: str) -> None:
        """Say that vectors are open, and what they are not enough for."""
        self._vectors_name = name
        self._vectors.setVisible(bool(name))
        self._vectors.setText(
            self.tr(
                "“{name}” holds vectors without the text they were learned from: they can be asked on the Explore "
                "page. What a model reads, and how it learns, can only be seen with a text."
            ).format(name=one_line(name, 80))
        )

    def _show_recent(self) -> None:
        entries = self._recent.entries[:_MOST_RECENT]
        self._recent_heading.setVisible(bool(entries))
        for place, button in enumerate(self.recent):
            button.setVisible(place < len(entries))
            if place < len(entries):
                button.set_texts(self._recent.name(entries[place]), str(Path(entries[place][0]).parent))

    def apply_palette(self, palette: Palette) -> None:
        self.open.setIcon(icon("open", palette.accent_text, palette.disabled))

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Watch word2vec learn"))
        self._lead.setText(
            self.tr(
                "Open a text and press Train: the loss, the weights, a map and the neighbours of words change before "
                "your eyes. Nothing leaves this computer."
            )
        )
        self.open.setText(self.tr("Open text…"))
        self.folder.setText(self.tr("Open folder…"))
        self.paste.setText(self.tr("Paste text"))
        set_tooltip(self.open, self.tr("A text of yours: .txt, .gz or .zip (Ctrl+O)"))
        set_tooltip(self.folder, self.tr("All texts of a folder (Ctrl+Shift+O)"))
        set_tooltip(self.paste, self.tr("The text in the clipboard (Ctrl+V)"))
        self._drop.setText(self.tr("Files and folders can be dropped anywhere in this window."))
        self._samples_heading.setText(self.tr("OR BEGIN WITH A BUILT-IN SAMPLE"))
        self._recent_heading.setText(self.tr("OPENED LAST"))
        more = {
            "planted_en": self.tr("Capitals and countries, kings and queens: a small language, learned in a minute"),
            "planted_zh": self.tr("The same in Chinese, its words already set apart"),
            "derivation": self.tr("Ten Chinese words: small enough to follow every number of a step"),
        }
        for key, button in self.samples.items():
            button.set_texts(translated("samples", SAMPLES[key].title), more[key])
        self._show_recent()
        self.show_vectors(self._vectors_name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
