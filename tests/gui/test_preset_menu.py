"""Settings that belong together, chosen from the form's menu."""

import pytest
from PySide6.QtCore import Qt

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.presets import PRESETS
from w2v_gui.gui.form.preset_menu import DEFAULTS, LAST
from w2v_gui.gui.opening import read_sample
from w2v_gui.gui.panels.model_form import ModelForm
from w2v_gui.gui.settings import WindowSettings


@pytest.fixture
def form(qtbot, theme, language):
    form = ModelForm()
    qtbot.addWidget(form)
    form.resize(260, 900)
    form.show()
    return form


def pick(form, name):
    form.presets.action(name).trigger()


def press(qtbot, form, setting, value):
    qtbot.mouseClick(form.editor(setting).button(value), Qt.MouseButton.LeftButton)


def test_at_first_none_is_in_use(form):
    assert form.presets.active == ""
    assert form.presets.text() == "Presets"


@pytest.mark.parametrize("name", PRESETS)
def test_one_that_is_chosen_is_in_use_until_something_differs(qtbot, form, name):
    with qtbot.waitSignal(form.changed):
        pick(form, name)
    assert form.presets.active == name
    assert form.presets.text() == PRESETS[name].title
    assert form.presets.action(name).isChecked()
    assert PRESETS[name].describes(form.config())
    qtbot.keyClick(form.editor("window"), Qt.Key.Key_Up)
    assert form.presets.active == ""
    assert not form.presets.action(name).isChecked()
    qtbot.keyClick(form.editor("window"), Qt.Key.Key_Down)
    assert form.presets.active == name


@pytest.mark.parametrize("name", PRESETS)
def test_it_follows_the_model(qtbot, form, name):
    pick(form, name)
    for model in ("cbow", "skipgram", "cbow"):
        press(qtbot, form, "model", model)
        assert form.config().model == model
        assert form.presets.active == name


def test_it_leaves_alone_what_it_does_not_name(form):
    form.set_values({"model": "cbow", "vector_size": 7, "epochs": 300, "seed": 4})
    pick(form, "derivation")
    config = form.config()
    assert (config.model, config.vector_size, config.epochs, config.seed) == ("cbow", 7, 300, 4)


def test_chosen_again_it_stays_in_use(form):
    pick(form, "derivation")
    pick(form, "derivation")
    assert form.presets.active == "derivation"
    assert form.presets.action("derivation").isChecked()


def test_all_defaults(form):
    pick(form, "derivation")
    pick(form, DEFAULTS)
    assert form.config() == TrainingConfig()


def test_the_sample_of_the_derivation_is_as_the_derivation(form):
    form.set_values(read_sample("derivation")(None).values)
    assert form.presets.active == "derivation"
    assert form.config().model == "cbow"


def test_the_menu_opens_at_the_button_with_an_explanation_for_each(qtbot, form, language, monkeypatch):
    for action in form.presets.menu_.actions():
        assert action.isSeparator() or (action.text() and action.toolTip())
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: form.presets.action("derivation").text() == "与推导一致")
    places = []
    monkeypatch.setattr(form.presets.menu_, "popup", places.append)
    qtbot.mouseClick(form.presets, Qt.MouseButton.LeftButton)
    below = form.presets.mapFromGlobal(places[0])
    assert below.x() == 0
    assert below.y() >= form.presets.height()


def test_the_last_settings_are_those_of_the_run_begun_last(qtbot, window, make_window):
    form = window.train_page.form
    assert not form.presets.action(LAST).isEnabled()
    form.choose("vector_size", "12")
    started = form.config()
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.top_bar.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.state.ended)
    pick(form, "word2vec")
    pick(form, LAST)
    assert form.config() == started
    # And in the next window as well.
    another = make_window()
    pick(another.train_page.form, LAST)
    assert another.train_page.form.config() == started


@pytest.mark.parametrize("text", ["", "{", "[]", '{"velocity": 3}', '{"window": 0}', '{"window": {}}'])
def test_settings_that_cannot_be_read_are_none(qapp, text):
    settings = WindowSettings()
    settings._store.setValue("run/settings", text)
    assert settings.last_run is None
