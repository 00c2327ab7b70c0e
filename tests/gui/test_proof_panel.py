from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from small_scenes import MODES, stage, walk

from w2v_gui.gui.panels.proof import ProofPanel
from w2v_gui.gui.proof_table import BLOCK, BY_HAND, DIMENSION, ERROR, NUMERIC, error_text, gradient_text
from w2v_gui.gui.theme import DARK, LIGHT


@pytest.fixture
def make(qtbot, theme, language):
    """Return a function that makes a panel with the proof of a walk's next step."""

    def make(way, key="W_new", proof="its own", size=(460, 300)):
        panel = ProofPanel()
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitExposed(panel)
        panel.apply_palette(LIGHT)
        panel.show_scene(way.scene())
        panel.show_stage(stage(key))
        panel.show_proof(way.proof() if proof == "its own" else proof)
        return panel

    return make


def cell(panel, row, column, role=Qt.ItemDataRole.DisplayRole):
    return panel.rows.data(panel.rows.index(row, column), role)


def number(text):
    return float(text.replace("\u2212", "-"))


def spoiled(proof):
    """Return a proof whose first row does not agree."""
    return replace(proof, rows=(replace(proof.rows[0], error=3e-3), *proof.rows[1:]))


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_every_row_is_shown_by_hand_and_numerically(make, model, objective):
    way = walk(model, objective, cbow_gradient="derived")
    trace, proof = way.scene().trace, way.proof()
    panel = make(way)
    assert panel.mark.text() == "✓ gradient verified"
    assert panel.rows.rowCount() == len(proof.rows)
    first = np.abs(trace.grad_W[0]).argmax()
    assert cell(panel, 0, BLOCK) == f"∂E/∂W[{way.scene().words[trace.input_words[0]]}]"
    assert cell(panel, 0, DIMENSION) == str(first + 1)
    for column in (BY_HAND, NUMERIC):
        assert number(cell(panel, 0, column)) == pytest.approx(trace.grad_W[0, first], abs=6e-5)
    assert float(cell(panel, 0, ERROR)) < 1e-6
    last = cell(panel, len(proof.rows) - 1, BLOCK)
    assert last == f"∂E/∂W′[{way.scene().output_label(proof.rows[-1].row)}]"


def test_word2vecs_convention_is_said_and_is_no_error(make):
    way = walk(cbow_gradient="word2vec")
    panel = make(way)
    assert panel.mark.text() == "✓ 2 × the true gradient, as word2vec does"
    assert panel.mark.property("kind") == "verified"
    factor, numeric = cell(panel, 0, NUMERIC).split(" × ")
    assert factor == "2"
    assert number(cell(panel, 0, BY_HAND)) == pytest.approx(2 * number(numeric), abs=3e-4)
    assert "2 times the true gradient" in cell(panel, 0, BY_HAND, Qt.ItemDataRole.ToolTipRole)
    output = next(i for i in range(panel.rows.rowCount()) if "W′" in cell(panel, i, BLOCK))
    assert "×" not in cell(panel, output, NUMERIC)


def test_a_disagreement_is_red_and_says_what_to_do(make):
    way = walk()
    panel = make(way, proof=spoiled(way.proof()))
    assert panel.mark.text() == "✗ by hand and numeric differ"
    assert panel.mark.property("kind") == "error"
    assert "3.0e-3" in panel.detail.text()
    assert "lower α" in panel.detail.text()
    assert cell(panel, 0, ERROR, Qt.ItemDataRole.ForegroundRole).name() == LIGHT.error
    assert cell(panel, 1, ERROR, Qt.ItemDataRole.ForegroundRole).name() == LIGHT.text
    panel.show_proof(way.proof())
    assert panel.mark.property("kind") == "verified"


def test_nothing_is_claimed_of_a_step_that_has_not_been_checked(make):
    way = walk()
    panel = make(way)
    assert panel.mark.isVisible()
    way.advance(1)
    panel.show_scene(way.scene())
    assert not panel.mark.isVisible()
    assert panel.waiting.isVisible()
    assert list(panel.csv_rows())[1:] == []
    panel.show_proof(way.proof())
    assert panel.mark.isVisible()
    panel.show_proof(None)
    assert panel.waiting.isVisible()


@pytest.mark.parametrize(("key", "W", "W_out"), [("e", False, False), ("dW_out", False, True), ("dW", True, True)])
def test_gradients_wait_for_the_walk(make, key, W, W_out):
    panel = make(walk(), key)
    for i in range(panel.rows.rowCount()):
        known = W_out if "W′" in cell(panel, i, BLOCK) else W
        assert (cell(panel, i, BY_HAND) != "?") is known
        assert (cell(panel, i, NUMERIC) != "?") is known


def test_every_cell_and_title_explains_itself(make):
    for settings in ({}, {"cbow_gradient": "word2vec"}, {"objective": "hierarchical_softmax"}):
        panel = make(walk(**settings))
        for column in range(panel.rows.columnCount()):
            title = panel.rows.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            assert title.startswith("<p>")
            for row in range(panel.rows.rowCount()):
                text = cell(panel, row, column, Qt.ItemDataRole.ToolTipRole)
                assert text.startswith("<p>")
                assert "{" not in text


def test_a_word_is_never_markup(make):
    way = walk()
    panel = make(way)
    panel.show_scene(replace(way.scene(), words=["<b>&x</b>"] * 9))
    panel.show_proof(way.proof())
    assert "&lt;b&gt;" in cell(panel, 0, BLOCK, Qt.ItemDataRole.ToolTipRole)


def test_all_numbers_are_saved(make):
    way = walk()
    rows = list(make(way).csv_rows())
    proof = way.proof()
    assert len(rows) == 1 + 5 * len(proof.rows)
    assert rows[1][3] == proof.rows[0].by_hand[0]
    assert rows[1][4] == proof.rows[0].numeric[0]


@pytest.mark.parametrize(
    ("value", "text"), [(-0.04123, "\u22120.0412"), (0.0, "0.0000"), (12.5, "12.5000"), (-3.21e-5, "\u22123.21e-05")]
)
def test_gradients_are_written_readably(value, text):
    assert gradient_text(value) == text


def test_errors_are_written_shortly():
    assert [error_text(error) for error in (0.0, 3.14e-10, 2e-6)] == ["0", "3.1e-10", "2.0e-6"]


def test_a_narrow_card_leaves_the_dimension_to_the_tooltips(make):
    panel = make(walk(), size=(330, 240))
    assert panel.table.isColumnHidden(DIMENSION)
    panel.resize(600, 300)
    assert not panel.table.isColumnHidden(DIMENSION)
    panel.apply_palette(DARK)
    assert not panel.grab().isNull()


def test_both_languages(make, qtbot, language):
    panel = make(walk())
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel.mark.text() == "✓ 梯度已验证")
    assert panel.rows.headerData(BY_HAND, Qt.Orientation.Horizontal) == "推导值"
