"""What is done with test sets: adding some, scoring again, and among how many words analogies are asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.number_field import NumberField, parsed
from w2v_gui.gui.widgets.progress_line import ProgressLine

_MOST = 99_999_999


class ScoreFoot(QWidget):
    """Two lines of controls below the scores.

    Attributes
    ----------
    add_asked, again_asked, stop_asked : Signal()
        Test sets are to be chosen; all to be scored; nothing more to be scored.
    restricted : Signal(int)
        With the number of words among which analogies are asked; 0 for all.
    """

    add_asked = Signal()
    again_asked = Signal()
    stop_asked = Signal()
    restricted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restrict = 0
        self.add = QPushButton()
        self.add.setProperty("kind", "way_out")
        self.again = IconButton("again")
        self.state = ElidedLabel(kind="muted")
        self.progress = ProgressLine()
        self.progress.setMaximum(1000)
        self.progress.setMinimumWidth(24)
        self.stop = IconButton("close")
        self.field = NumberField(whole=True, minimum=0, maximum=_MOST)
        self.field.setFixedWidth(74)
        self._before, self._after = ElidedLabel(kind="muted"), ElidedLabel(kind="muted")
        self._doing = QWidget()
        doing = QHBoxLayout(self._doing)
        doing.setContentsMargins(0, 0, 0, 0)
        doing.addWidget(self.progress, 1)
        doing.addWidget(self.stop)
        self._doing.hide()
        self._among = QWidget()
        among, line = QHBoxLayout(self._among), QHBoxLayout()
        among.setContentsMargins(0, 0, 0, 0)
        for row, widgets in ((among, (self._before, self.field, self._after)), (line, (self.add,))):
            row.setSpacing(6)
            for widget in widgets:
                row.addWidget(widget)
        among.addStretch(1)
        line.addWidget(self._doing, 1)
        line.addWidget(self.state, 1)
        line.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(6)
        column.addWidget(self._among)
        column.addLayout(line)
        self.add.clicked.connect(self.add_asked)
        self.again.clicked.connect(self.again_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.field.settled.connect(self._settle)
        self.retranslate()

    def set_low(self, *, low: bool) -> None:
        """Leave out what is set seldom where there is little room."""
        self._among.setHidden(low)

    def show_progress(self, name: str, share: float) -> None:
        """Show how far the scoring of a test set is; no name: nothing is being scored."""
        self._doing.setVisible(bool(name))
        self.again.setVisible(not name)
        self.state.setVisible(not name)
        self.progress.setValue(round(1000 * share))
        set_tooltip(self.progress, name)
        self.progress.setAccessibleName(name)

    def show_state(self, text: str, *, possible: bool) -> None:
        """Say how the scores stand to the vectors of the moment, and whether there are any."""
        self.state.setText(text)
        self.again.setEnabled(possible)

    def show_restrict(self, words: int) -> None:
        """Show among how many words analogies are asked."""
        self._restrict = words
        self.field.setText("")
        self.field.show_value(words)

    def _settle(self) -> None:
        words = parsed(self.field.text())
        if isinstance(words, str) or not 0 <= words <= _MOST or words != int(words):
            self.show_restrict(self._restrict)
        elif words != self._restrict:
            self._restrict = int(words)
            self.restricted.emit(self._restrict)

    def retranslate(self) -> None:
        self.add.setText(self.tr("Add test sets…"))
        self.again.set_meaning(self.tr("Score again, by the vectors of the moment"))
        self.stop.set_meaning(self.tr("Stop scoring"))
        self._before.setText(self.tr("Analogies: first"))
        self._after.setText(self.tr("words"))
        meaning = self.tr(
            "Analogies are asked among so many words, the most frequent ones. Questions with rarer words are left out, "
            "and rarer words are no answers. 30,000 is what word2vec's own program does; 0 stands for all words."
        )
        self._before.explain(meaning)
        self._after.explain(meaning)
        set_tooltip(self.field, meaning)
        self.field.setAccessibleName(f"{self._before.text()} … {self._after.text()}")
