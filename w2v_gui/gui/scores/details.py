"""What lies behind a score, as rows: the worst misses, and the words that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics

from w2v_gui.gui.column_widths import needed
from w2v_gui.gui.panels.plots import label_font
from w2v_gui.gui.text import number, one_line, true_minus
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.column_model import ColumnModel
from w2v_gui.gui.widgets.row_table import PADDING
from w2v_gui.vectors.evaluation import Miss, Missing, PairsScore, WrongAnswer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from w2v_gui.vectors.evaluation import AnalogiesScore, Score

MISSES, MISSING = "misses", "missing"

_LONGEST = 40
_LOOKED_AT = 60
_GIVE_WAY = {Miss: (3, 2, 1), WrongAnswer: (3,), Missing: (2,)}
_ROOM_FOR_WORDS = 110

Detail = Miss | WrongAnswer | Missing


class DetailTable(ColumnModel):
    """Shows misses or missing words of one score."""

    columns = 4
    words_in = 0

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Detail] = []
        self._kind: type[Detail] = Miss
        self.apply_palette(LIGHT)

    def show_score(self, score: Score, section: int | None, what: str) -> None:
        """Show what lies behind a score, or behind that of one of its sections."""
        self.beginResetModel()
        if what == MISSING:
            self._kind, self.rows = Missing, list(score.missing)
        elif isinstance(score, PairsScore):
            self._kind, self.rows = Miss, list(score.misses)
        else:
            self._kind, self.rows = WrongAnswer, _wrong(score, section)
        self.endResetModel()
        self.titles_changed()

    def clear(self) -> None:
        self.beginResetModel()
        self.rows = []
        self.endResetModel()

    def words(self, row: int) -> tuple[str, ...]:
        """Return the words that have vectors in a row."""
        detail = self.rows[row]
        if isinstance(detail, Missing):
            return (detail.word,) if detail.rare else ()
        answer = (detail.answer,) if isinstance(detail, WrongAnswer) and detail.answer else ()
        return tuple(dict.fromkeys((*detail.words, *answer)))

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def used(self) -> range:
        """The columns that hold something."""
        return range(3 if self._kind is Missing else 4)

    @property
    def give_way(self) -> tuple[int, ...]:
        """The columns that are left out first where there is little room."""
        return _GIVE_WAY[self._kind]

    def apply_palette(self, palette: Palette) -> None:
        self._muted, self._right = QColor(palette.muted), QColor(palette.positive)
        self.cells_changed()

    def alignment(self, column: int) -> int:
        if self._kind is WrongAnswer or (self._kind is Missing and column == 2):
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return super().alignment(column)

    def cell_colour(self, row: int, column: int) -> QColor | None:
        detail = self.rows[row]
        if isinstance(detail, WrongAnswer):
            right = column > 0 and self._texts(detail)[column] == one_line(detail.words[3], _LONGEST)
            return self._right if right else None if column else self._muted
        return self._muted if column and isinstance(detail, Missing) else None

    # -- what is written ----------------------------------------------------------------------------------------

    def title(self, column: int) -> str:
        return self._titles()[column][0]

    def meaning(self, column: int) -> str:
        return self._titles()[column][1]

    def _titles(self) -> tuple[tuple[str, str], ...]:
        if self._kind is Miss:
            return (
                (self.tr("pair"), self.tr("Those first whose places differ most.")),
                (self.tr("judged"), self.tr("How similar people found the words, on the scale of the test set.")),
                (self.tr("cosine"), self.tr("How similar the vectors are.")),
                (
                    self.tr("place"),
                    self.tr("The place of the pair by the judgements → by the cosines; 1 is the most similar."),
                ),
            )
        if self._kind is WrongAnswer:
            return (
                (self.tr("question"), self.tr("b is to a as what is to c? Answered wrongly by 3CosAdd.")),
                (self.tr("right"), self.tr("The answer of the test set.")),
                ("3CosAdd", self.tr("The nearest word to b − a + c.")),
                ("3CosMul", self.tr("The word with the largest cos(b)·cos(c) / (cos(a) + 0.001).")),
            )
        return (
            (self.tr("word"), self.tr("Words of the test set that take no part.")),
            (self.tr("lost"), self.tr("How many pairs or questions are lost by it.")),
            (self.tr("why"), self.tr("Whether there is no vector, or the word is too rare to take part.")),
            ("", ""),
        )

    def cell_text(self, row: int, column: int) -> str:
        return self._texts(self.rows[row])[column]

    def cell_tip(self, row: int, column: int) -> str:
        return self._explanation(self.rows[row])

    def _texts(self, detail: Detail) -> tuple[str, str, str, str]:
        if isinstance(detail, Miss):
            a, b = (one_line(word, _LONGEST) for word in detail.words)
            places = f"{_place(detail.rank)} → {_place(detail.rank_by_cosine)}"
            return f"{a} · {b}", f"{detail.judgement:.4g}", true_minus(f"{detail.cosine:.2f}"), places
        if isinstance(detail, WrongAnswer):
            a, b, c, d = (one_line(word, _LONGEST) for word in detail.words)
            came = [one_line(word, _LONGEST) or "–" for word in (detail.answer, detail.answer_by_product)]
            return f"{a} : {b} :: {c}", d, came[0], came[1]
        why = self.tr("rare") if detail.rare else self.tr("unknown")
        return one_line(detail.word, _LONGEST), number(detail.items), why, ""

    def _explanation(self, detail: Detail) -> str:
        texts = self._texts(detail)
        if isinstance(detail, Missing):
            rare = self.tr("It has a vector, but is not among the first words, to which analogies are restricted.")
            return f"{texts[0]}\n{rare if detail.rare else self.tr('There is no vector of this word.')}"
        return "\n".join([texts[0], *(f"{self.title(i)}: {texts[i]}" for i in range(1, 4))])


def _wrong(score: AnalogiesScore, section: int | None) -> list[Detail]:
    if section is None:
        return list(score.wrong)
    if section < 0:
        return list(score.wrong_in(score.groups[-1 - section].name))
    return [one for one in score.wrong if one.section == section]


def _place(rank: float) -> str:
    """Return a place; half ones where several share it."""
    return number(rank) if rank == int(rank) else f"{number(int(rank))}½"


def fit_details(view: QTableView, table: DetailTable) -> None:
    """Give figures the room they need and words what there is; where that is too little, some give way."""
    head = QFontMetrics(label_font(view.font()))
    widths = {column: needed(view, table, column, _LOOKED_AT) for column in table.used}
    room, shown = view.viewport().width(), list(table.used)
    for column in table.used[1:]:
        least = 2 * PADDING + head.horizontalAdvance(table.title(column))
        widths[column] = min(widths[column], max(room // len(table.used), least))
    wanted = min(widths[0], max(_ROOM_FOR_WORDS, room // 2))
    for column in table.give_way:
        if wanted + sum(widths[each] for each in shown[1:]) > room:
            shown.remove(column)
    rest = shown[1:]
    spare = max(room - sum(widths[column] for column in shown), 0) // (len(shown) + 1)
    for column in range(table.columns):
        view.setColumnHidden(column, column not in shown)
        if column in rest:
            view.setColumnWidth(column, widths[column] + spare)
    view.setColumnWidth(0, room - sum(widths[column] + spare for column in rest))
