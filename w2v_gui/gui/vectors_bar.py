"""A line above the cards of the Explore page: whose vectors they are about, and what was found in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from w2v_gui.gui.language import translated
from w2v_gui.gui.summary import title
from w2v_gui.gui.text import number, one_line, plain_label, set_tooltip
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.parts_label import SEPARATOR, PartsLabel
from w2v_gui.gui.widgets.pill_menu import PillMenu
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.word_counts import words_text
from w2v_gui.vectors.formats.report import lines

if TYPE_CHECKING:
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.theme import Palette
    from w2v_gui.vectors.formats.opened import ReadReport

_OPEN, _FIRST, _CLOSE = "open", "first", "close"


class VectorsBar(QFrame):
    """Names the vectors, lets one change between those of the run and those of a file, and opens others.

    Attributes
    ----------
    source_chosen : Signal(str)
        ``"run"`` or ``"file"``.
    open_asked : Signal()
        Other vectors should be opened.
    first_asked : Signal(str)
        Of the file with this path only the first rows should be read.
    close_asked : Signal()
        The vectors of the file should be let go of.
    """

    source_chosen = Signal(str)
    open_asked = Signal()
    first_asked = Signal(str)
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._run: Opened | None = None
        self.sources = Segmented(["run", "file"])
        self.sources.setObjectName("quiet")
        self.name = ElidedLabel(kind="title", floor=80)
        self.facts = PartsLabel(kind="chip")
        self.remarks = ElidedLabel(kind="notice")
        self.without = plain_label(kind="muted")
        self.more = PillMenu()
        for key in (_OPEN, _FIRST, _CLOSE):
            self.more.add_entry(key)
        self.open = QPushButton()
        self.facts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Sentences take what room the others leave them.
        self.remarks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.remarks.setMinimumWidth(160)
        self.sources.setMaximumWidth(320)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 6, 2, 6)
        row.setSpacing(10)
        for widget in (self.sources, self.name, self.facts, self.without):
            row.addWidget(widget)
        row.addWidget(self.remarks, 1)
        row.addStretch()
        row.addWidget(self.open)
        row.addWidget(self.more)
        self.sources.hide()
        self.sources.chosen.connect(self.source_chosen)
        self.open.clicked.connect(self.open_asked)
        self.more.action(_OPEN).triggered.connect(self.open_asked)
        self.more.action(_FIRST).triggered.connect(self._ask_first)
        self.more.action(_CLOSE).triggered.connect(self.close_asked)
        self.retranslate()

    def show_sources(self, chosen: str, run: Opened | None, file: str) -> None:
        """Say what there is to choose from: the text of a run, if there is one, and the name of a file."""
        self._run, both = run, run is not None and bool(file)
        self.sources.setVisible(both)
        self.sources.set_value(chosen)
        self.sources.set_label("file", one_line(file, 24) or self.tr("File"))
        set_tooltip(self.sources.button("file"), one_line(file, 300))
        self._name_run()
        self.name.setVisible(not both)

    def _name_run(self) -> None:
        self.sources.set_label("run", self.tr("This run"))
        set_tooltip(self.sources.button("run"), title(self._run) if self._run is not None else "")

    def show_explored(self, explored: Explored | None) -> None:
        """Say what the page is about."""
        self._explored = explored
        self._write()

    def _ask_first(self) -> None:
        if self._explored is not None and self._explored.path:
            self.first_asked.emit(self._explored.path)

    def _write(self) -> None:
        explored = self._explored
        from_file = explored is not None and explored.report is not None
        self.more.setVisible(from_file)
        self.open.setVisible(not from_file)
        for label in (self.facts, self.remarks, self.without):
            label.setVisible(explored is not None)
        if explored is None:
            self.name.setText(self.tr("No vectors yet"))
            return
        vectors, report = explored.vectors, explored.report
        self.name.setText(one_line(explored.name, 200) if report or not explored.opened else title(explored.opened))
        size = words_text(len(vectors))
        dimensions = self.tr("N = {n}").format(n=number(vectors.dimensions))
        remarks: list[str] = []
        if report is None:
            moment = self.tr("after {words} of training").format(words=words_text(explored.words_done))
            self.facts.setText(SEPARATOR.join((size, dimensions, moment)))
            self.facts.explain(self.facts.text())
        else:
            facts, remarks = told(report)
            self.facts.setText(SEPARATOR.join((translated("formats", report.format), size, dimensions)))
            self.facts.explain("\n".join((explored.path, *facts, *remarks)))
        self.remarks.setText(SEPARATOR.join(remarks))
        self.remarks.explain("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))
        self.without.setText(self.tr("without a text") if explored.opened is None else "")
        self.without.setVisible(explored.opened is None)

    def apply_palette(self, palette: Palette) -> None:
        self.more.apply_palette(palette)

    def retranslate(self) -> None:
        self._name_run()
        self.open.setText(self.tr("Open vectors…"))
        set_tooltip(
            self.open, self.tr("From anywhere: word2vec, GloVe, fastText, safetensors, npz, TSV (Ctrl+Shift+V)")
        )
        self.more.setText(self.tr("File"))
        self.more.action(_OPEN).setText(self.tr("Open other vectors…"))
        self.more.action(_FIRST).setText(self.tr("Read only the first rows…"))
        self.more.action(_CLOSE).setText(self.tr("Close these vectors"))
        set_tooltip(
            self.without, self.tr("Lines, shared contexts and training need the text: open one that has these words.")
        )
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def told(report: ReadReport) -> tuple[list[str], list[str]]:
    """Return what there is to tell of a file in the language of the moment: facts, and remarks."""
    facts: list[str] = []
    remarks: list[str] = []
    colon = QCoreApplication.translate("VectorsBar", "{label}: {text}")
    for line in lines(report):
        values = {
            name: number(value) if isinstance(value, int) else translated("formats", str(value))
            for name, value in line.values.items()
        }
        text = translated("report", line.template).format_map(values)
        said = colon.format(label=translated("report", line.label), text=text)
        (remarks if line.is_remark else facts).append(said)
    return facts, remarks
