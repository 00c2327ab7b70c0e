"""A card: a title, what is shown in it, and room for the thing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from w2v_gui.gui.exporting import PICTURES, export_picture, export_table
from w2v_gui.gui.tables import as_tsv
from w2v_gui.gui.text import plain_label, set_tooltip
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.parts_label import PartsLabel
from w2v_gui.gui.word_menu import add_concordance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QContextMenuEvent, QHideEvent, QMouseEvent, QResizeEvent, QShowEvent

_SPACING = 12


@runtime_checkable
class Tabular(Protocol):
    """A card whose numbers can be taken away: it is saved as a picture and as a table, and copied."""

    def csv_rows(self) -> Iterable[Sequence[object]]:
        """Return what is shown as rows; the first names the columns, in English, for whoever computes with them."""


class Card(QFrame):
    """A framed panel with a header.

    While there is nothing to see, a sentence stands in place of the body and says what will be seen. A card that
    has ``csv_rows`` offers in its menu to save and copy what it shows.

    Attributes
    ----------
    export_asked : Signal(object)
        With the `Export` to be written to a file.
    concordance_asked : Signal(object)
        With a word: the lines of the text in which it stands are wanted.
    enlarge_asked : Signal()
        The card should be shown alone, or go back to its place if it is.
    shown : Signal()
        The card can be seen now.
    seen_changed : Signal()
        The card has come to light, or is hidden.
    indent : int
        Where the header begins, in pixels from the left.
    """

    export_asked = Signal(object)
    concordance_asked = Signal(object)
    enlarge_asked = Signal()
    shown = Signal()
    seen_changed = Signal()

    indent = 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._enlargeable = False
        self._room = self.width()
        self._enlarged = False
        self.header = Header(self)
        self.header.double_clicked.connect(self._ask_to_enlarge)
        self._title = plain_label(kind="title")
        self._caption = PartsLabel(kind="muted", align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # With a parent from the start: shown without one, a button would be a window of its own for a moment.
        self._back = IconButton("shrink", self.header)
        self._back.clicked.connect(self.enlarge_asked)
        self._back.hide()
        self._more = IconButton("more", self.header)
        self._more.clicked.connect(self._show_menu)
        self._more.setVisible(self._has_menu)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(4)
        self.header_row = QHBoxLayout(self.header)
        self.header_row.setSpacing(_SPACING)
        self.header_row.addWidget(self._title)
        self.header_row.addWidget(self._caption, 1)
        self.header_row.addLayout(self._tools)
        self._tools.addWidget(self._back)
        self._tools.addWidget(self._more)
        self._empty = plain_label(kind="empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 12, 24, 12)
        self.content = QWidget(self)
        self.body = QWidget(self.content)
        self._stack = QStackedLayout(self.content)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.body)
        self._stack.setCurrentWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.content, 1)
        self._fit_header()
        self._name_buttons()

    # -- what stands in the header ----------------------------------------------------------------------------

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)
        self._name_buttons()

    def set_lead(self, widget: QWidget | None) -> None:
        """Put a control where the title stands; None: the title."""
        if widget is not None:
            widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.header_row.insertWidget(0, widget)
        self._title.setVisible(widget is None)
        self.header_row.setSpacing(_SPACING if widget is None else _SPACING // 2)

    def set_caption(self, caption: str) -> None:
        """Say what is shown: what, how many, which unit."""
        self._caption.setText(caption)

    def set_explanation(self, text: str) -> None:
        """Say what the numbers are and how to look at them, to whoever rests on the header."""
        set_tooltip(self.header, text)

    def add_tool(self, widget: QWidget) -> None:
        """Put a small control into the header, at the right, after those that are there."""
        widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tools.insertWidget(self._tools.indexOf(self._back), widget)
        self._fit_header()

    def set_empty(self, text: str) -> None:
        """Set the sentence that stands in place of the body while there is nothing to see."""
        self._empty.setText(text)

    def show_body(self, shown: bool) -> None:
        self._stack.setCurrentWidget(self.body if shown else self._empty)

    @property
    def room(self) -> int:
        """How wide the card is where it is seen, in pixels; a layout may have other plans for it while it is hidden."""
        return self._room

    # -- alone on the page ------------------------------------------------------------------------------------

    @property
    def enlarged(self) -> bool:
        """Whether the card is alone on the page."""
        return self._enlarged

    def set_enlargeable(self, enlargeable: bool) -> None:
        """Offer to be shown alone: whoever says so answers to `enlarge_asked`."""
        self._enlargeable = enlargeable
        self._more.setVisible(self._has_menu)
        self._fit_header()

    def set_enlarged(self, enlarged: bool) -> None:
        """Show that the card is alone on the page now, or that it is back in its place."""
        self._enlarged = enlarged
        self._back.setVisible(enlarged)
        if enlarged:
            # The key that was pressed last would go to a card that cannot be seen.
            self._back.setFocus()
        elif self._more.isVisible():
            self._more.setFocus()

    def _ask_to_enlarge(self) -> None:
        if self._enlargeable:
            self.enlarge_asked.emit()

    # -- what can be taken away -------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Return a menu of what can be done with the card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._enlargeable:
            menu.addAction(
                self.tr("Back to the page") if self._enlarged else self.tr("Enlarge"), self.enlarge_asked.emit
            )
        if isinstance(self, Tabular):
            menu.addSeparator()
            entries = {
                self.tr("Save as PNG…"): lambda: self.export("png"),
                self.tr("Save as SVG…"): lambda: self.export("svg"),
                self.tr("Save as CSV…"): lambda: self.export("csv"),
                self.tr("Copy as TSV"): self.copy,
            }
            for text, slot in entries.items():
                menu.addAction(text, slot).setEnabled(self.body.isVisibleTo(self))
        return menu

    @property
    def pointed_words(self) -> Sequence[str]:
        """The words of the text that are pointed at: they can be looked up."""
        return ()

    def context_menu(self) -> QMenu:
        """Return the menu, and above it what can be done with the words that are pointed at."""
        words, menu = self.pointed_words, self.menu()
        first = next(iter(menu.actions()), None)
        for word in words:
            add_concordance(menu, word, self.concordance_asked.emit, first)
        if words and first is not None:
            menu.insertSeparator(first)
        return menu

    @property
    def picture(self) -> QWidget:
        """What is saved as a picture: the body, or that part of it which shows something."""
        return self.body

    def export(self, kind: str) -> None:
        """Ask for a file with what is shown now: ``kind`` is png, svg or csv."""
        name = self._title.text()
        if kind in PICTURES:
            self.export_asked.emit(export_picture(kind, name, self._caption.text(), self.picture))
        elif isinstance(self, Tabular):
            self.export_asked.emit(export_table(name, self.csv_rows()))

    def copy(self) -> None:
        """Put the table into the clipboard, for a spreadsheet."""
        if isinstance(self, Tabular):
            QGuiApplication.clipboard().setText(as_tsv(self.csv_rows()))

    @property
    def _has_menu(self) -> bool:
        return self._enlargeable or isinstance(self, Tabular)

    def _show_menu(self) -> None:
        menu = self.menu()
        corner = self._more.rect().bottomRight()
        menu.popup(self._more.mapToGlobal(QPoint(corner.x() - menu.sizeHint().width(), corner.y() + 2)))

    # -- what Qt tells ----------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu()
        if menu.actions():
            menu.popup(event.globalPos())
        else:
            menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = self.width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()
        self.seen_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._name_buttons()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""

    def _name_buttons(self) -> None:
        self._back.set_meaning(self.tr("Back to the page (Esc)"))
        self._more.set_meaning(self.tr("{title}: enlarge, save, copy").format(title=self._title.text()))

    def _fit_header(self) -> None:
        # A control is higher than a line of text: the header has the same height with and without.
        with_controls = self._tools.count() > 2 or self._has_menu
        self.header_row.setContentsMargins(self.indent, 4, 6 if with_controls else 12, 4)


class Header(QFrame):
    """The upper edge of a card; what is pressed between its controls is told."""

    clicked = Signal()
    double_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cardHeader")
        self.setMinimumHeight(33)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()
