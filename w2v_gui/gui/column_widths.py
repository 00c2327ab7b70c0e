"""How wide the columns of a table have to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from w2v_gui.gui.panels.plots import label_font
from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.row_table import PADDING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from w2v_gui.gui.widgets.column_model import ColumnModel


def needed(view: QTableView, table: ColumnModel, column: int, most: int) -> int:
    """Return how wide a column has to be for its title and, in figures, for what stands in its first ``most`` rows."""
    figures, head = QFontMetrics(tabular(view.font())), QFontMetrics(label_font(view.font()))
    cells = (table.cell_text(row, column) for row in range(min(table.count, most)))
    widest = max(map(figures.horizontalAdvance, cells), default=0)
    return 2 * PADDING + max(widest, head.horizontalAdvance(table.title(column)))
