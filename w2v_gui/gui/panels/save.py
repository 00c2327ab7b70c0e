"""Every way out: the vectors in the formats of others, and where the words stand on the map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from w2v_gui.gui.save.formats import SaveFormats
from w2v_gui.gui.save.preview import SavePreview
from w2v_gui.gui.save.wish import ALL, FIRST, MAP, SELECTION, SaveWish
from w2v_gui.gui.text import number, one_line, plain_label, size
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.number_field import NumberField, parsed
from w2v_gui.gui.widgets.progress_line import ProgressLine
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.sheet_area import SheetArea
from w2v_gui.gui.word_counts import words_text
from w2v_gui.vectors.formats.writers import WRITERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.save.files import Preview, SavedFile
    from w2v_gui.gui.theme import Palette
    from w2v_gui.vectors.layouts.frame import LayoutFrame

_FIRST = 10_000
_NAMES = {"W": "W", "W_out": "W′"}

_WIDE = 780
"""From so many pixels on there is room to say what each format is good for, and how a file in it would begin."""

_SCOPE = 420


class SavePanel(Card):
    """Which words, and a button for each format.

    Attributes
    ----------
    save_asked : Signal(object)
        With a `SaveWish`.
    cancelled : Signal()
        What is being written is not wanted any more.
    preview_asked : Signal(object)
        With a `SaveWish` of any format: `show_previews` takes what all of them would hold.
    """

    save_asked = Signal(object)
    cancelled = Signal()
    preview_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._frame: LayoutFrame | None = None
        self._selected: tuple[str, ...] = ()
        self._file: SavedFile | None = None
        self._path = ""
        self._previews: Mapping[str, Preview] = {}
        self._pointed = WRITERS[0].key
        self._previewed: tuple[object, ...] = ()
        self.scope = Segmented((ALL, FIRST, SELECTION))
        self.scope.setObjectName("quiet")
        self.first = NumberField(whole=True, minimum=1, maximum=99_999_999)
        self.first.setFixedWidth(84)
        self.first.show_value(_FIRST)
        self.what = plain_label(kind="muted")
        self.what.setWordWrap(True)
        self.scope.setMaximumWidth(_SCOPE)
        self.formats = SaveFormats()
        self.preview = SavePreview()
        self.preview.hide()
        self.progress = ProgressLine()
        self.progress.setMaximum(1000)
        self.progress.setMinimumWidth(24)
        self.stop = IconButton("close")
        self.remark, self.hint = plain_label(), plain_label(kind="muted")
        self.remark.setWordWrap(True)
        self.hint.setWordWrap(True)
        self._build()
        self.formats.chosen.connect(lambda key: self.save_asked.emit(self.wish(key)))
        self.formats.pointed.connect(self._point)
        self.scope.chosen.connect(self._write)
        self.first.edited.connect(self._write)
        self.stop.clicked.connect(self.cancelled)
        self.show_body(False)
        self.retranslate()

    def _build(self) -> None:
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
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(7)
        column.addWidget(self.scope)
        column.addWidget(self._doing)
        column.addLayout(line)
        column.addWidget(self.remark)
        column.addWidget(self.formats)
        column.addWidget(self.hint)
        column.addStretch(1)
        whole = QHBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 5)
        whole.addWidget(self.preview, 4)

    def sizeHint(self) -> QSize:
        """As high as everything in it needs at the width there is."""
        hint = super().sizeHint()
        height = self._area.column.heightForWidth(max(self.width() - 2, 200))
        return QSize(hint.width(), self.header.sizeHint().height() + height + 2)

    # -- what it is given ---------------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Know what there is to be saved."""
        before, self._explored = self._explored, explored
        self._previewed = ()
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
    def buttons(self) -> Mapping[str, QPushButton]:
        """The button of each format."""
        return self.formats.buttons

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

    # -- what files would hold ----------------------------------------------------------------------------------

    def show_previews(self, previews: Mapping[str, Preview]) -> None:
        """Show how files would begin, and how large they would be."""
        self._previews = previews
        self.formats.show_previews(previews)
        self._show_preview()
        self._fit()

    @property
    def _wide(self) -> bool:
        return self.width() >= _WIDE

    def _point(self, key: str) -> None:
        self._pointed = key
        self._show_preview()

    def _show_preview(self) -> None:
        self.preview.show_preview(self.buttons[self._pointed].text(), self._previews.get(self._pointed))

    def _ask_for_previews(self) -> None:
        """Ask anew where something else would be saved than what is shown."""
        wish = self.wish(MAP)
        wanted = (wish.scope, wish.first, wish.words, wish.frame is None)
        if not self._wide or not self.isVisible() or wanted == self._previewed:
            return
        self._previewed = wanted
        if self._count:
            self.preview_asked.emit(wish)
        else:
            self.show_previews({})

    # -- how it looks -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.formats.set_wide(wide=self._wide)
        self.preview.setVisible(self._wide)
        self._fit()
        self._ask_for_previews()

    def _fit(self) -> None:
        """Give everything the room it needs; where there is none to spare, the hint is the first to go."""
        room = self._area.maximumViewportSize()
        self.hint.show()
        self.hint.setVisible(self._area.column.heightForWidth(room.width()) <= room.height())
        self._area.fit()

    def apply_palette(self, palette: Palette) -> None:
        self.progress.apply_palette(palette)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._ask_for_previews()

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
        self._fit()
        self._ask_for_previews()

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
        if count == 1:
            text = self.tr("word × {dimensions} of {matrix} · {size}")
        if self.scope.value != FIRST or count != self._first:
            text = self.tr("{words} × {dimensions} of {matrix} · {size}")
        return text.format(
            words=words_text(count),
            dimensions=number(explored.vectors.dimensions),
            matrix=_NAMES.get(explored.rows) or self.tr("(W + W′) / 2"),
            size=size(4 * count * explored.vectors.dimensions),
        )

    def _remark(self) -> str:
        file = self._file
        if file is None or self._path:
            return ""
        name = one_line(Path(file.path).name, 60)
        text = self.tr("1 word is in {file}.") if file.rows == 1 else self.tr("{words} words are in {file}.")
        said = [text.format(words=number(file.rows), file=name)]
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
        self.formats.retranslate()
        self._show_preview()
        self._write()
