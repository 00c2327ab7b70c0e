import pytest
from PySide6.QtCore import QCoreApplication, Qt

from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.errors import ConfigError
from w2v_gui.gui.panels.model_form import ModelForm
from w2v_gui.gui.widgets.number_field import stepped, written


@pytest.fixture
def form(qtbot, theme, language):
    form = ModelForm()
    qtbot.addWidget(form)
    form.resize(260, 900)
    form.show()
    return form


def press(qtbot, form, setting, value):
    qtbot.mouseClick(form.editor(setting).button(value), Qt.MouseButton.LeftButton)


def write(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_untouched_it_says_the_defaults(form):
    assert form.config() == TrainingConfig()


def test_every_setting_has_an_editor_with_an_explanation(form):
    for name in SETTINGS:
        assert form.editor(name).accessibleName()
        editor = form.editor(name)
        buttons = [editor.button(choice.value) for choice in SETTINGS[name].choices]
        assert all(widget.toolTip() for widget in buttons or [editor])


@pytest.mark.parametrize("model", ["cbow", "skipgram"])
@pytest.mark.parametrize("objective", ["softmax", "negative_sampling", "hierarchical_softmax"])
def test_only_what_matters_is_shown(qtbot, form, model, objective):
    press(qtbot, form, "model", model)
    press(qtbot, form, "objective", objective)
    qtbot.mouseClick(form.advanced.heading, Qt.MouseButton.LeftButton)
    for name, setting in SETTINGS.items():
        assert form.editor(name).isVisible() == setting.applies(model, objective), name
    assert form.config() == TrainingConfig(model=model, objective=objective)


def test_defaults_follow_the_model_until_a_field_is_touched(qtbot, form):
    assert form.editor("alpha").text() == "0.025"
    press(qtbot, form, "model", "cbow")
    assert form.editor("alpha").text() == "0.05"
    write(qtbot, form.editor("alpha"), "0.033")
    press(qtbot, form, "model", "skipgram")
    assert form.editor("alpha").text() == "0.033"
    assert form.config().alpha == 0.033


def test_an_emptied_field_goes_back_to_its_default(qtbot, form):
    field = form.editor("window")
    write(qtbot, field, "7")
    assert form.config().window == 7
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.placeholderText() == "5"
    assert form.config().window == 5


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("vector_size", "0", "Dimensions N must lie between 1 and 4096"),
        ("vector_size", "-3", "Dimensions N"),
        ("window", "2.5", "Window must be a whole number"),
        ("alpha", "nan", "Rate α must lie between 1e-06 and 10, not be nan."),
        ("alpha", "much", "Rate α must be a number, not “much”"),
        ("epochs", "1e99", "Epochs"),
        ("seed", "<b>1</b>", "Seed"),
    ],
)
def test_what_is_wrong_is_said_at_the_form(qtbot, form, name, text, said):
    write(qtbot, form.editor(name), text)
    assert said in form.error
    assert form.editor(name).property("wrong")
    with pytest.raises(ConfigError):
        form.config()
    write(qtbot, form.editor(name), "3")
    assert form.error == ""
    assert not form.editor(name).property("wrong")


def test_two_settings_that_do_not_go_together(qtbot, form):
    write(qtbot, form.editor("alpha"), "0.00001")
    assert "rate at the end" in form.error
    assert form.editor("alpha").property("wrong")


def test_arrow_keys_step(qtbot, form):
    qtbot.keyClick(form.editor("window"), Qt.Key.Key_Up)
    assert form.config().window == 6
    qtbot.keyClick(form.editor("alpha"), Qt.Key.Key_Up)
    assert form.config().alpha == 0.05
    qtbot.keyClick(form.editor("model").button("skipgram"), Qt.Key.Key_Left)
    assert form.config().model == "cbow"


@pytest.mark.parametrize(
    ("value", "up", "down"), [(0.025, 0.05, 0.02), (1.0, 2.0, 0.5), (0.001, 0.002, 0.0005), (0.0, 0.0, 0.0)]
)
def test_steps(value, up, down):
    assert stepped(value, 1) == up
    assert stepped(value, -1) == down


@pytest.mark.parametrize(("value", "text"), [(5, "5"), (0.025, "0.025"), (1e-4, "0.0001"), (1e-6, "1e-06"), (0.0, "0")])
def test_numbers_are_written_short(value, text):
    assert written(value) == text


def test_min_count_that_keeps_nothing_is_said_at_the_form(qtbot, window):
    write(qtbot, window.train_page.form.editor("min_count"), "999999")
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert window.controller.state is None
    assert "No word occurs 999999 times" in window.train_page.form.error


def test_the_summary_follows_the_form(qtbot, window):
    write(qtbot, window.train_page.form.editor("vector_size"), "33")
    assert "N = 33" in window.top_bar.summary.text()
    press(qtbot, window.train_page.form, "objective", "softmax")
    assert "Softmax" in window.top_bar.summary.text()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_fields_are_never_cut_off(qtbot, window, language, code):
    language.choose(code)
    window.resize(1024, 700)
    form = window.train_page.form
    form.advanced.heading.setChecked(True)
    for model in ("cbow", "skipgram"):
        for objective in ("softmax", "negative_sampling"):
            form.set_values({"model": model, "objective": objective})
            QCoreApplication.processEvents()
            for name in SETTINGS:
                editor = form.editor(name)
                if editor.isVisible():
                    assert editor.mapTo(form, editor.rect().topRight()).x() < form.width() - 8, name
