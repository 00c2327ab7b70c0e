"""The table of a proof: a line for each row of a gradient, by hand and by central differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont

from w2v_gui.engine.proof import BOUND
from w2v_gui.gui.text import one_line
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.gui.walk.stage import reached
from w2v_gui.gui.widgets.column_model import ColumnModel

if TYPE_CHECKING:
    from w2v_gui.engine.proof import Proof, RowProof
    from w2v_gui.session.scene import Scene

BLOCK, DIMENSION, BY_HAND, NUMERIC, ERROR = range(5)
_UNKNOWN = "?"
_STAGES = {"W": "dW", "W_out": "dW_out"}
_PART = "∂E/∂"
_SYMBOLS = {"W": f"{_PART}W", "W_out": f"{_PART}W′"}


class ProofTable(ColumnModel):
    """Shows of every row of a gradient the number that is largest, twice, and how far all of the row differ at most.

    Numbers to which the walk has not come are asked for, not shown.
    """

    columns = 5
    words_in = BLOCK

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[RowProof, ...] = ()
        self._scene: Scene | None = None
        self._key = ""
        self._palette = LIGHT
        self._narrow = False

    def show_proof(self, proof: Proof | None, scene: Scene | None, key: str) -> None:
        """Show a proof of the step of ``scene`` when the walk stands at ``key``, or an empty table."""
        rows = proof.rows if proof is not None and scene is not None else ()
        self._scene, self._key = scene, key
        if rows is self._rows:
            self.cells_changed()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_narrow(self, narrow: bool) -> None:
        """Choose short titles, so that numbers and blocks have room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.retranslate()

    def apply_palette(self, palette: Palette, font: QFont) -> None:
        self._palette = palette
        self.font = tabular(font)
        self.cells_changed()

    @property
    def count(self) -> int:
        return len(self._rows)

    # -- what is written --------------------------------------------------------------------------------------

    def title(self, column: int) -> str:
        error = self.tr("error") if self._narrow else self.tr("max rel. error")
        block = _PART if self._narrow else self.tr("block")
        return (block, "i", self.tr("by hand"), self.tr("numeric"), error)[column]

    def meaning(self, column: int) -> str:
        return {
            BLOCK: self.tr("Which row of a gradient: that of a word in W or W′, or of an inner node."),
            DIMENSION: self.tr("The dimension that is shown: the one in which the gradient is largest."),
            BY_HAND: self.tr("The gradient as it is derived; the update uses it."),
            NUMERIC: self.tr("The slope of E when this one weight is moved a little to both sides, in float64."),
            ERROR: self.tr(
                "The largest difference between both in any dimension of the row, relative to the largest number in it."
            ),
        }[column]

    def cell_text(self, row: int, column: int) -> str:
        return self._text(self._rows[row], column)

    def cell_colour(self, row: int, column: int) -> QColor:
        return QColor(self._colour(self._rows[row], column))

    def cell_tip(self, row: int, column: int) -> str:
        return self._explanation(self._rows[row], column)

    def _text(self, row: RowProof, column: int) -> str:
        if column == BLOCK:
            symbol = _SYMBOLS[row.matrix]
            return f"{symbol.removeprefix(_PART) if self._narrow else symbol}[{self._label(row)}]"
        if column == DIMENSION:
            return str(row.strongest + 1)
        if column == ERROR:
            return error_text(row.error)
        if not self._is_known(row):
            return _UNKNOWN
        if column == BY_HAND:
            return gradient_text(float(row.by_hand[row.strongest]))
        numeric = gradient_text(float(row.numeric[row.strongest]))
        return numeric if row.factor == 1 else f"{row.factor:g} × {numeric}"

    def _colour(self, row: RowProof, column: int) -> str:
        if column == BLOCK:
            return self._palette.context if row.matrix == "W" else self._palette.centre
        if column == ERROR:
            return self._palette.text if row.error < BOUND else self._palette.error
        return self._palette.muted if column == DIMENSION or not self._is_known(row) else self._palette.text

    def _explanation(self, row: RowProof, column: int) -> str:
        if column in (BY_HAND, NUMERIC) and not self._is_known(row):
            return self.tr("The walk has not come to {symbol} yet: what will it be?").format(
                symbol=_SYMBOLS[row.matrix]
            )
        values = {
            "symbol": _SYMBOLS[row.matrix],
            "label": self._label(row),
            "number": row.strongest + 1,
            "error": error_text(row.error),
            "factor": f"{row.factor:g}",
        }
        return self._template(row, column).format(**values)

    def _template(self, row: RowProof, column: int) -> str:
        if column == BLOCK:
            return self.tr("The row of {symbol} that belongs to “{label}”")
        if column == DIMENSION:
            return self.tr("In dimension {number} the gradient of this row is largest.")
        if column == BY_HAND:
            if row.factor != 1:
                return self.tr(
                    "{symbol} of “{label}”, dimension {number}, as word2vec takes it: {factor} times the true "
                    "gradient, since it does not divide by the number of context words."
                )
            if row.matrix == "W":
                return self.tr("{symbol} of “{label}”, dimension {number}, by equation (17)")
            return self.tr("{symbol} of “{label}”, dimension {number}: error times h, equation (8)")
        if column == NUMERIC:
            text = self.tr("How steeply E rises with this weight of “{label}”, dimension {number}: central differences")
            more = self.tr("The factor {factor} is word2vec's convention.")
            return text if row.factor == 1 else f"{text}\n{more}"
        return self.tr("In every dimension of this row both agree to within {error} of its largest number.")

    def _label(self, row: RowProof) -> str:
        assert self._scene is not None
        label = self._scene.words[row.row] if row.matrix == "W" else self._scene.output_label(row.row)
        return one_line(label, 40)

    def _is_known(self, row: RowProof) -> bool:
        return reached(self._key, _STAGES[row.matrix])


def gradient_text(value: float) -> str:
    """Return a gradient in four decimals, or in powers of ten where it is small."""
    text = f"{value:.4f}" if value == 0 or abs(value) >= 0.001 else f"{value:.2e}"
    return text.replace("-", "\u2212", 1) if text.startswith("-") else text


def error_text(error: float) -> str:
    """Return an error in powers of ten."""
    return "0" if error == 0 else f"{error:.1e}".replace("e-0", "e-")
