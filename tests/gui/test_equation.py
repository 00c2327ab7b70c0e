from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from walk_data import MODES, walkthrough

from w2v_gui.gui.formulas import Formulas
from w2v_gui.gui.panels.equation import EquationPanel
from w2v_gui.gui.theme import LIGHT
from w2v_gui.gui.walk import walk_of
from w2v_gui.gui.walk.stage import NumberLine
from w2v_gui.gui.widgets.number_lines import NumberLines, arranged


@pytest.fixture
def panel(qtbot, theme, language, jobs):
    panel = EquationPanel(Formulas(jobs, jobs))
    panel.apply_palette(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(420, 300)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def go_to(panel, scene, key):
    walk = walk_of(scene.trace)
    number = next(i for i, stage in enumerate(walk, 1) if stage.key == key)
    panel.show_step(scene, walk[number - 1], number)
    QApplication.processEvents()


def texts(panel):
    return panel._title.text(), panel._caption.text()


def test_it_says_what_will_be_there_while_there_is_nothing(panel):
    assert not panel.body.isVisible()
    assert "appears here" in panel._empty.text()


def test_a_stage_with_its_formula_its_numbers_and_its_meaning(panel, qtbot):
    scene = walkthrough().scene()
    go_to(panel, scene, "e")
    assert texts(panel) == ("Step 7 · prediction error", "equation (9)")
    assert panel.body.isVisible()
    line = panel.numbers.lines[0]
    output = scene.trace.outputs[0]
    assert (line.left, line.strong) == ("e(爱)", True)
    assert line.middle == f"{output.y[output.target]:.3f} − 1"
    assert "“爱”" in panel.explanation.text()
    assert panel.explanation.textFormat() == Qt.TextFormat.PlainText
    assert panel.numbers.accessibleName().startswith(f"e(爱) = {line.middle} = {line.result}\n")
    qtbot.waitUntil(lambda: panel.view.formula is not None)
    assert panel.view.accessibleName().startswith("∂E/∂u_j")


def test_an_equation_without_a_number_says_where_it_stands(panel):
    go_to(panel, walkthrough("skipgram").scene(), "E")
    assert texts(panel)[1] == "after equation (20)"
    go_to(panel, walkthrough("cbow", "negative_sampling").scene(), "E")
    assert texts(panel)[1] == "Mikolov et al. 2013, (4)"


def test_the_numbers_follow_the_step(panel):
    walk = walkthrough()
    go_to(panel, walk.scene(), "y")
    before = panel.numbers.lines[0].result
    walk.advance(8)
    panel.show_step(walk.scene(), panel.stage, 5)
    assert panel.numbers.lines[0].result != before


@pytest.mark.parametrize("mode", MODES, ids="-".join)
@pytest.mark.parametrize("size", [(360, 230), (700, 420)])
def test_everything_has_room_or_can_be_scrolled_to(panel, mode, size):
    panel.resize(*size)
    scene = walkthrough(*mode).scene()
    tops = set()
    for stage in walk_of(scene.trace):
        go_to(panel, scene, stage.key)
        bar = panel.scroller.verticalScrollBar()
        sheet, viewport = panel.scroller.widget(), panel.scroller.viewport()
        assert sheet.width() <= viewport.width()
        assert bar.maximum() == max(0, sheet.height() - viewport.height())
        metrics = panel.explanation.fontMetrics()
        needed = metrics.boundingRect(
            0, 0, panel.explanation.width(), 9999, Qt.TextFlag.TextWordWrap, panel.explanation.text()
        ).height()
        assert panel.explanation.height() >= needed
        assert panel.numbers.height() >= panel.numbers.heightForWidth(panel.numbers.width())
        bottom = panel.explanation.mapTo(sheet, QPoint(0, panel.explanation.height())).y()
        assert bottom <= sheet.height()
        tops.add(panel.numbers.mapTo(sheet, QPoint()).y())
    assert len(tops) == 1


def test_another_language(panel, language):
    go_to(panel, walkthrough().scene(), "e")
    language.choose("zh_CN")
    QApplication.processEvents()
    assert texts(panel) == ("第 7 步 · 预测误差", "式 (9)")
    assert "网络给正确的词" in panel.explanation.text()


def test_the_table_has_every_line(panel):
    go_to(panel, walkthrough().scene(), "y")
    rows = list(panel.csv_rows())
    assert rows[0] == ("quantity", "computed", "value")
    assert len(rows) == 1 + len(panel.numbers.lines)


def test_what_can_be_saved(panel, qtbot):
    go_to(panel, walkthrough().scene(), "u")
    panel.resize(360, 180)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: panel.view.formula is not None)
    asked = []
    panel.export_asked.connect(asked.append)
    handouts = []
    panel.handout_asked.connect(handouts.append)
    menu = panel.menu()
    for action in menu.actions():
        if not action.isSeparator() and "TSV" not in action.text():
            assert action.isEnabled()
            action.trigger()
    assert [(export.kind, export.name) for export in asked] == [
        ("png", "Step 4 · scores"),
        ("svg", "Step 4 · scores"),
        ("csv", "Step 4 · scores"),
        ("png", "scores"),
        ("svg", "scores"),
    ]
    assert handouts == ["html", "pdf"]
    whole = QImage.fromData(asked[0].content())
    # What is scrolled away is in the picture, too.
    assert whole.height() > 2 * panel.scroller.viewport().height()
    formula = QImage.fromData(asked[3].content())
    assert formula.width() > 500
    assert formula.hasAlphaChannel()
    assert formula.pixelColor(0, 0).alpha() == 0
    assert asked[4].content().startswith(b"<?xml")


def test_going_on_begins_at_the_top(panel):
    panel.resize(360, 200)
    scene = walkthrough("skipgram", "negative_sampling").scene()
    go_to(panel, scene, "u")
    panel.scroller.verticalScrollBar().setValue(40)
    assert panel.scroller.verticalScrollBar().value() == 40
    panel.show_step(scene, panel.stage, 4)
    assert panel.scroller.verticalScrollBar().value() == 40
    go_to(panel, scene, "y")
    assert panel.scroller.verticalScrollBar().value() == 0


# -- lines ----------------------------------------------------------------------------------------------------

LINES = [
    NumberLine("e(爱)", "0.31 − 1", "−0.69", strong=True),
    NumberLine("e(没有)", "0.12 − 0", "0.12"),
    NumberLine("u", " + ".join(["0.123·0.456"] * 8), "0.449"),
    NumberLine("h", "", "[0.1  0.2  0.3]"),
    NumberLine("… and 4 more", "", ""),
]


@pytest.mark.parametrize("width", [90, 150, 260, 400, 900])
def test_no_piece_of_a_line_covers_another_or_leaves_the_width(qapp, width):
    lines = NumberLines()
    metrics = lines.fontMetrics()
    pieces = arranged(LINES, lines.font(), width)
    widest = max(metrics.horizontalAdvance("0.123·0.456 +"), metrics.horizontalAdvance("e(没有) = [0.1  0.2  0.3]"))
    for line in {piece.line for piece in pieces}:
        there = sorted((piece for piece in pieces if piece.line == line), key=lambda piece: piece.x)
        for before, after in pairwise(there):
            assert before.x + metrics.horizontalAdvance(before.text.rstrip()) <= after.x + 1, (before, after)
        if width > 1.7 * widest:
            last = there[-1]
            assert last.x + metrics.horizontalAdvance(last.text) <= width + 1
    shown = "".join(piece.text for piece in pieces).replace(" ", "")
    assert "−0.69" in shown
    assert shown.count("0.123·0.456") == 8


def test_equals_signs_stand_below_each_other(qapp):
    pieces = [piece for piece in arranged(LINES[:2], NumberLines().font(), 400) if piece.text.strip() == "="]
    first, second = pieces[::2], pieces[1::2]
    assert len({piece.x for piece in first}) == len({piece.x for piece in second}) == 1


def test_digits_stand_below_digits(qapp):
    lines = NumberLines()
    negative, positive = (
        next(piece for piece in arranged(LINES[:2], lines.font(), 400) if piece.text == text)
        for text in ("−0.69", "0.12")
    )
    assert positive.x - negative.x == lines.fontMetrics().horizontalAdvance("−")
