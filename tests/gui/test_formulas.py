import threading

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer
from walk_data import MODES, walkthrough

from w2v_gui.gui import formulas as module
from w2v_gui.gui.formula_text import reading
from w2v_gui.gui.formulas import Formulas, typeset
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.gui.walk import walk_of
from w2v_gui.gui.widgets.formula_view import HEIGHT, FormulaView

ERROR = r"\frac{\partial E}{\partial u_j} = y_j - \textcolor{orange}{t_j} \coloneqq \textcolor{blue}{e_j}"


@pytest.fixture
def formulas(jobs):
    return Formulas(jobs, jobs)


@pytest.fixture
def view(qtbot, theme, formulas):
    view = FormulaView(formulas)
    view.apply_palette(LIGHT)
    qtbot.addWidget(view)
    view.resize(400, HEIGHT)
    view.show()
    qtbot.waitExposed(view)
    return view


def colours(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def every_formula():
    found = {}
    for model, objective in MODES:
        for convention in ("derived", "word2vec"):
            scene = walkthrough(model, objective, cbow_gradient=convention).scene()
            found.update((stage.latex, stage.key) for stage in walk_of(scene.trace))
    return found


def test_every_formula_of_every_walk_is_drawn_and_has_room(qapp):
    for latex in every_formula():
        formula = typeset(latex)
        assert QSvgRenderer(QByteArray(formula.coloured(LIGHT))).isValid(), latex
        assert formula.height <= HEIGHT, latex
        # Smaller than this it could not be read in a card.
        assert formula.width <= 430, latex
        # Qt draws no glyph that is a symbol to be used.
        assert "<use" not in formula.svg
        assert "<symbol" not in formula.svg


def test_a_formula_is_typeset_once_on_another_thread(formulas, qtbot, monkeypatch):
    threads = []
    original = module.typeset
    monkeypatch.setattr(
        module, "typeset", lambda latex: threads.append(threading.current_thread().ident) or original(latex)
    )
    assert formulas.get("x_k") is None
    assert formulas.get("x_k") is None
    qtbot.waitUntil(lambda: formulas.get("x_k") is not None)
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


def test_what_is_wanted_now_comes_before_what_is_prepared(formulas, qtbot):
    came = []
    formulas.typeset.connect(came.append)
    formulas.prepare(["a", "b", "c"])
    formulas.get("c")
    qtbot.waitUntil(lambda: len(came) == 3)
    assert came == ["a", "c", "b"]
    assert list(formulas.known) == came


def test_roles_are_drawn_in_the_colours_of_the_theme(view, qtbot):
    view.show_formula(ERROR)
    qtbot.waitUntil(lambda: view.formula is not None)
    for palette, other in ((LIGHT, DARK), (DARK, LIGHT)):
        view.apply_palette(palette)
        drawing = view.formula.coloured(palette).decode()
        for role in (palette.text, palette.context, palette.centre):
            assert drawing.count(f'fill="{role}"') >= 1
        assert other.context not in drawing
        assert "black" not in drawing
    assert QColor(DARK.centre).name() in colours(view)


def test_nothing_jumps_before_and_after_a_formula_is_there(view, qtbot):
    view.show_formula(ERROR)
    before = view.height(), view.minimumSizeHint()
    assert view.formula is None
    qtbot.waitUntil(lambda: view.formula is not None)
    assert (view.height(), view.minimumSizeHint()) == before


def test_a_formula_that_is_too_wide_becomes_smaller_and_stays_whole(view, qtbot):
    view.show_formula(ERROR)
    qtbot.waitUntil(lambda: view.formula is not None)
    natural = view.place(view.formula)
    assert natural.width() == pytest.approx(view.formula.width)
    view.resize(120, HEIGHT)
    small = view.place(view.formula)
    assert small.left() >= 0
    assert small.right() <= 120
    assert small.width() / small.height() == pytest.approx(natural.width() / natural.height())


def test_a_formula_that_cannot_be_drawn_is_written_out(view, formulas, qtbot, monkeypatch):
    def refuse(latex):
        raise ValueError("no such command")

    monkeypatch.setattr(module, "typeset", refuse)
    view.show_formula(ERROR)
    qtbot.waitUntil(lambda: formulas.failed(ERROR))
    assert len(colours(view)) > 2
    assert view.formula is None


def test_a_formula_can_be_read_out(view):
    view.show_formula(ERROR)
    assert view.accessibleName() == "∂E/∂u_j = y_j − t_j := e_j"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"u_j = \textcolor{orange}{{\mathbf{v}'_{w_j}}^T}\,\mathbf{h}", "u_j = v′_{w_j}^T h"),
        (r"y_j = \frac{\exp(u_j)}{{\sum}_{j'=1}^{V} \exp(u_{j'})}", "y_j = (exp(u_j))/(Σ_{j′ = 1}^V exp(u_{j′}))"),
        (r"E = {-}\log y_{j^*}", "E = −log y_{j^*}"),
        (r"\sigma({\pm}u_j)", "σ(±u_j)"),
    ],
)
def test_readings(latex, text):
    assert reading(latex) == text


def test_no_command_is_left_in_any_reading(qapp):
    for latex in every_formula():
        assert "\\" not in reading(latex), latex
        assert "textcolor" not in reading(latex)
