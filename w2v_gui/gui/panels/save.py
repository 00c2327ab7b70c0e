"""Every way out: the vectors in the formats of others, and where the words stand on the map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from w2v_gui.gui.dialogs import map_label
from w2v_gui.gui.text import number, one_line, plain_label, set_tooltip, size
from w2v_gui.gui.vector_saving import ALL, FIRST, MAP, SELECTION, SaveWish, format_label
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.flow import FlowLayout
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.number_field import NumberField, parsed
from w2v_gui.gui.widgets.progress_line import ProgressLine
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.sheet_area import SheetArea
from w2v_gui.vectors.formats.writers import WRITERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.vector_saving import SavedFile
    from w2v_gui.vectors.layouts.frame import LayoutFrame

_FIRST = 10_000
_NAMES = {"W": "W", "W_out": "W′"}


class SavePanel(Card):
    """Which words, and a button for each format.

    Attributes
    ----------
    save_asked : Signal(object)
        With a `SaveWish`.
    cancelled : Signal()
        What is being written is not wanted any more.
    """

    save_asked = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._frame: LayoutFrame | None = None
        self._selected: tuple[str, ...] = ()
        self._file: SavedFile | None = None
        self._path = ""
        self.scope = Segmented((ALL, FIRST, SELECTION))
        self.scope.setObjectName("quiet")
        self.first = NumberField(whole=True, minimum=1, maximum=99_999_999)
        self.first.setFixedWidth(84)
        self.first.show_value(_FIRST)
        self.what = plain_label(kind="muted")
        self.what.setWordWrap(True)
        self.buttons = {key: QPushButton() for key in (*(writer.key for writer in WRITERS), MAP)}
        self.progress = ProgressLine()
        self.progress.setMaximum(1000)
        self.progress.setMinimumWidth(24)
        self.stop = IconButton("close")
        self.remark, self.hint = plain_label(), plain_label(kind="muted")
        self.remark.setWordWrap(True)
        self.hint.setWordWrap(True)
        self._build()
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.save_asked.emit(self.wish(key)))
        self.scope.chosen.connect(self._write)
        self.first.edited.connect(self._write)
        self.stop.clicked.connect(self.cancelled)
        self.show_body(False)
        self.retranslate()

    def _build(self) -> None:
        self._formats = FlowLayout()
        for button in self.buttons.values():
            button.setProperty("kind", "way_out")
            self._formats.addWidget(button)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.first)
        line.addWidget(self.what, 1)
        self._doing = QWidget()
        doing = QHBoxLayout(self._doing)
        doing.setContentsMargins(0, 0, 0, 0)
        doing.addWidget(self.progress, 1)
        doing.addWidget(self.stop)
        self._doing.hide()
        self._area = SheetArea()
        column = self._area.column
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(7)
        column.addWidget(self.scope)
        column.addWidget(self._doing)
        column.addLayout(line)
        column.addWidget(self.remark)
        column.addLayout(self._formats)
        column.addWidget(self.hint)
        column.addStretch(1)
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def sizeHint(self) -> QSize:
        """As high as everything in it needs at the width there is."""
        hint = super().sizeHint()
        height = self._area.column.heightForWidth(max(self.width() - 2, 200))
        return QSize(hint.width(), self.header.sizeHint().height() + height + 2)

    # -- what it is given ---------------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Know what there is to be saved."""
        before, self._explored = self._explored, explored
        if explored is None or before is None or explored.lineage is not before.lineage:
            self._selected, self._frame, self._file = (), None, None
        self.show_body(explored is not None)
        self._write()

    def show_selection(self, words: Sequence[str]) -> None:
        """Know which words are selected on the map, or put together elsewhere."""
        self._selected = tuple(words)
        self._write()

    def show_map(self, frame: LayoutFrame | None) -> None:
        """Know where the words stand on the map; thirty times a second while they move."""
        before, self._frame = self._frame, frame
        if (frame is None) != (before is None):
            self._write()

    def show_progress(self, path: str, share: float) -> None:
        """Show how far a file is; no path: none is being written."""
        if bool(path) != bool(self._path):
            self._file = None
        self._path = path
        self.progress.setValue(round(1000 * share))
        self._write()

    def show_written(self, file: SavedFile) -> None:
        """Say what is on disk now."""
        self._file = file
        self._write()

    # -- what is wished for -------------------------------------------------------------------------------------

    def wish(self, key: str) -> SaveWish:
        """Return what a button stands for now."""
        return SaveWish(key, self.scope.value, self._first or 0, self._selected, self._frame)

    @property
    def _first(self) -> int | None:
        words = parsed(self.first.text())
        return int(words) if not isinstance(words, str) and words >= 1 and words == int(words) else None

    @property
    def _count(self) -> int:
        """How many words would be saved; 0 where that cannot be done."""
        if self._explored is None:
            return 0
        if self.scope.value == FIRST:
            return min(self._first or 0, len(self._explored.vectors))
        return len(self._selected) if self.scope.value == SELECTION else len(self._explored.vectors)

    # -- how it looks -------------------------------------------------------------------------------------------

    def apply_palette(self, palette: Palette) -> None:
        self.progress.apply_palette(palette)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._area.fit()

    def _write(self) -> None:
        count = self._count
        for key, button in self.buttons.items():
            button.setEnabled(not self._path and (self._frame is not None if key == MAP else count > 0))
        self.scope.setVisible(not self._path)
        self.first.setVisible(self.scope.value == FIRST and not self._path)
        self.first.set_wrong(self._first is None)
        self._doing.setVisible(bool(self._path))
        self.what.setText(self._what(count))
        self.remark.setText(self._remark())
        self.remark.setVisible(bool(self.remark.text()))
        self.updateGeometry()
        self._area.fit()

    def _what(self, count: int) -> str:
        explored = self._explored
        if explored is None:
            return ""
        if self._path:
            return self.tr("Writing {file} …").format(file=one_line(Path(self._path).name, 60))
        if self.scope.value == SELECTION and not count:
            return self.tr("Select words on the map first.")
        if not count:
            return self.tr("How many words?")
        # In the other case the field before it says how many.
        text = self.tr("words × {dimensions} of {matrix} · {size}")
        if self.scope.value != FIRST or count != self._first:
            text = self.tr("{words} words × {dimensions} of {matrix} · {size}")
        return text.format(
            words=number(count),
            dimensions=number(explored.vectors.dimensions),
            matrix=_NAMES.get(explored.rows) or self.tr("(W + W′) / 2"),
            size=size(4 * count * explored.vectors.dimensions),
        )

    def _remark(self) -> str:
        file = self._file
        if file is None or self._path:
            return ""
        name = one_line(Path(file.path).name, 60)
        said = [self.tr("{words} words are in {file}.").format(words=number(file.rows), file=name)]
        if file.marked:
            text = self.tr("Words with signs that the format cannot hold, which were replaced: {count}.")
            said.append(text.format(count=number(file.marked)))
        if file.left_out:
            text = self.tr("Words that the format cannot hold, which were left out: {count}.")
            said.append(text.format(count=number(file.left_out)))
        return " ".join(said)

    def retranslate(self) -> None:
        self.set_title(self.tr("Save"))
        self.set_explanation(
            self.tr(
                "The vectors that are asked on this page, W, W′ or their mean, for other programs. To go on training "
                "later, save the model: File, Save model."
            )
        )
        self.set_empty(self.tr("Train or open vectors: here they can be saved for other programs."))
        for value, text in (
            (ALL, self.tr("All words")),
            (FIRST, self.tr("The first")),
            (SELECTION, self.tr("Selection")),
        ):
            self.scope.set_label(value, text)
        self.scope.setAccessibleName(self.tr("Which words are saved"))
        self.first.setAccessibleName(self.tr("How many words are saved"))
        self.stop.set_meaning(self.tr("Stop writing"))
        self.hint.setText(self.tr("Pictures and tables: in the menu ⋯ of each card."))
        meanings = {
            "word2vec-binary": self.tr("For gensim, and most other programs: small and exact."),
            "word2vec-text": self.tr("For gensim, and most other programs; it can be read and is exact."),
            "glove": self.tr("Lines of a word and its numbers, without the first line that word2vec has."),
            "safetensors": self.tr("The matrix, and the words with it: for PyTorch, JAX and others."),
            "npz": self.tr("numpy's own; this program opens it with the counts and W′."),
            "projector": self.tr("Two files, vectors and words: to be loaded at projector.tensorflow.org."),
            "csv": self.tr("For spreadsheets: a word, its count and its numbers on each line."),
            MAP: self.tr("A CSV table: where each word of the map stands, as it is now."),
        }
        for writer in WRITERS:
            self.buttons[writer.key].setText(format_label(writer))
        self.buttons[MAP].setText(map_label())
        for key, button in self.buttons.items():
            set_tooltip(button, meanings.get(key, ""))
        self._write()
