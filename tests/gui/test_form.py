import pytest
from fakes import small_corpus
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.errors import ConfigError
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.panels.model_form import ModelForm
from w2v_gui.gui.widgets.number_field import parsed, stepped, stepped_evenly, stepped_whole, written
from w2v_gui.session.run import RunState


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
        ("vector_size", "0", "Dimensions N must lie between 1 and 4,096"),
        ("vector_size", "-3", "Dimensions N"),
        ("window", "2.5", "Window must be a whole number"),
        ("alpha", "nan", "Rate α must lie between 1e-6 and 10, not be nan."),
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
    ("value", "up", "down"),
    [
        (0, 1, -1),
        (5, 6, 4),
        (19, 20, 18),
        (20, 25, 19),
        (97, 100, 95),
        (100, 150, 95),
        (950, 1000, 900),
        (1000, 1500, 950),
    ],
)
def test_steps_of_whole_numbers(value, up, down):
    assert stepped_whole(value, 1) == up
    assert stepped_whole(value, -1) == down


@pytest.mark.parametrize(("value", "up", "down"), [(0.75, 1.0, 0.5), (0.8, 1.0, 0.75), (0.0, 0.25, -0.25)])
def test_even_steps(value, up, down):
    assert stepped_evenly(value, 1, 0.25) == up
    assert stepped_evenly(value, -1, 0.25) == down


def test_steps_end_at_the_limits(qtbot, form):
    qtbot.keyClick(form.editor("seed"), Qt.Key.Key_Down)
    qtbot.keyClick(form.editor("seed"), Qt.Key.Key_Down)
    assert form.config().seed == 0
    form.advanced.heading.setChecked(True)
    for _ in range(9):
        qtbot.keyClick(form.editor("ns_exponent"), Qt.Key.Key_Up)
    assert form.config().ns_exponent == 2
    assert form.error == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [("100,000", 100_000), ("1,234,567", 1_234_567), (" 5 ", 5), ("1e-4", 1e-4), ("0,025", "0,025"), ("1,00", "1,00"),
     (",", ","), ("5.0", 5.0), ("-3", -3)],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text, value):
    assert parsed(text) == value


def turn(widget, notches):
    where = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            where, widget.mapToGlobal(where), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def test_the_wheel_changes_only_what_has_the_focus(form):
    field = form.editor("window")
    turn(field, 1)
    assert form.config().window == 5
    field.setFocus()
    turn(field, 2)
    turn(field, -1)
    assert form.config().window == 6
    turn(form.editor("epochs"), 1)
    turn(form.editor("model").button("cbow"), -1)
    assert form.config() == TrainingConfig(window=6)


@pytest.mark.parametrize(
    ("value", "up", "down"),
    [(0.025, 0.05, 0.02), (1.0, 2.0, 0.5), (0.001, 0.002, 0.0005), (1e-6, 2e-6, 0.0), (0.0, 1e-6, 0.0)],
)
def test_steps(value, up, down):
    assert stepped(value, 1) == up
    assert stepped(value, -1) == down


@pytest.mark.parametrize(("value", "text"), [(5, "5"), (0.025, "0.025"), (1e-4, "0.0001"), (1e-6, "1e-6"), (0.0, "0")])
def test_numbers_are_written_short(value, text):
    assert written(value) == text


def test_everything_that_is_wrong_is_marked_where_it_stands(qtbot, form):
    form.advanced.heading.setChecked(True)
    for name, text in (("window", "0"), ("epochs", "many"), ("sample", "2")):
        write(qtbot, form.editor(name), text)
    assert [name for name in SETTINGS if form.editor(name).property("wrong")] == ["window", "sample", "epochs"]
    for name in ("window", "epochs", "sample"):
        editor = form._editors[name]
        assert editor.problem.isVisible()
        assert editor.problem.y() >= editor.widget.geometry().bottom()
        assert editor.problem.text() in form.editor(name).accessibleDescription()


def test_what_is_wrong_but_not_shown_is_not_in_the_way(qtbot, form):
    write(qtbot, form.editor("negative"), "0")
    assert "Negatives k" in form.error
    press(qtbot, form, "objective", "softmax")
    assert not form._editors["negative"].problem.isVisible()
    press(qtbot, form, "objective", "negative_sampling")
    assert "Negatives k" in form.error


def test_train_goes_to_the_first_field_that_is_wrong(qtbot, window):
    form = window.train_page.form
    form.advanced.heading.setChecked(True)
    write(qtbot, form.editor("sample"), "2")
    form.advanced.heading.setChecked(False)
    window.activateWindow()
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert window.controller.state is None
    assert form.advanced.heading.isChecked()
    assert window.focusWidget() is form.editor("sample")
    assert form.editor("sample").selectedText() == "2"
    write(qtbot, form.editor("epochs"), "0")
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is form.editor("epochs")
    assert form.editor("sample").property("wrong")


def test_the_field_that_is_wrong_is_scrolled_into_sight(qtbot, window):
    window.resize(1024, 700)
    form = window.train_page.form
    form.advanced.heading.setChecked(True)
    write(qtbot, form.editor("window"), "0")
    QCoreApplication.processEvents()
    form._scroll.verticalScrollBar().setValue(10_000)
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    seen = form._scroll.viewport()

    def in_sight():
        return all(
            seen.rect().contains(widget.mapTo(seen, QPoint(2, 2)))
            and seen.rect().contains(widget.mapTo(seen, widget.rect().bottomRight()))
            for widget in (form.editor("window"), form._editors["window"].problem)
        )

    qtbot.waitUntil(in_sight)


def test_a_dot_says_what_is_not_at_its_default_and_takes_it_back(qtbot, form):
    assert not any(form.dot(name).there for name in SETTINGS)
    write(qtbot, form.editor("window"), "5")
    assert not form.dot("window").there
    write(qtbot, form.editor("window"), "8")
    assert form.dot("window").there
    assert "Default: 5" in form.dot("window").toolTip()
    qtbot.mouseClick(form.dot("window"), Qt.MouseButton.LeftButton)
    assert form.editor("window").text() == "5"
    assert form.config() == TrainingConfig()
    assert not form.dot("window").there
    # Where it is not to be seen, it cannot be pressed either.
    with qtbot.assertNotEmitted(form.changed):
        qtbot.mouseClick(form.dot("window"), Qt.MouseButton.LeftButton)


def test_a_rate_that_stays_the_same_goes_on_doing_so(qtbot, form):
    form.set_values({"alpha": 0.1, "min_alpha": 0.1})
    write(qtbot, form.editor("alpha"), "0.02")
    assert form.config().constant_rate
    assert form.editor("min_alpha").text() == "0.02"
    form.set_values({})
    write(qtbot, form.editor("alpha"), "0.00015")
    assert form.config().min_alpha == 1e-4


def test_tab_goes_from_top_to_bottom(qtbot, form):
    form.advanced.heading.setChecked(True)
    form.reset.setEnabled(True)
    form.presets.setFocus()
    places = []
    for _ in range(60):
        widget = form.focusWidget()
        if places and widget is form.presets:
            break
        places.append(widget.mapTo(form, widget.rect().center()).y())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    shown = [name for name in SETTINGS if form.editor(name).isVisible()]
    assert len(places) == len(shown) + 3
    assert places == sorted(places)


def test_min_count_that_keeps_nothing_is_said_at_the_form(qtbot, window):
    write(qtbot, window.train_page.form.editor("min_count"), "999999")
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert window.controller.state is None
    assert "No word occurs 999" in window.train_page.form.error


def test_the_summary_follows_the_form(qtbot, window):
    write(qtbot, window.train_page.form.editor("vector_size"), "33")
    assert "N = 33" in window.top_bar.summary.text()
    press(qtbot, window.train_page.form, "objective", "softmax")
    assert "Softmax" in window.top_bar.summary.text()


def running(qtbot, window):
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.state is RunState.TRAINING)


@pytest.fixture
def long_run(make_window, slow):
    """A window in which a run goes on for as long as a test looks at it."""
    slow.seconds_per_word = 1e-3
    window = make_window(slow)
    window.take_text(Opened(small_corpus(4), values={"min_count": 1, "vector_size": 8, "threads": 1, "epochs": 5000}))
    return window


def test_during_a_run_only_what_can_change_is_open(qtbot, long_run):
    form = long_run.train_page.form
    form.editor("window").setFocus()
    running(qtbot, long_run)
    for name, setting in SETTINGS.items():
        assert form.editor(name).isEnabled() == setting.live, name
    assert not form.presets.isEnabled()
    # Keys that were meant for another field must not change the rate.
    assert long_run.focusWidget() is not form.editor("alpha")
    assert not form.editor("alpha").hasFocus()


def test_a_number_that_is_still_being_typed_changes_nothing(qtbot, long_run, slow):
    form = long_run.train_page.form
    running(qtbot, long_run)
    with qtbot.assertNotEmitted(form.live_changed):
        write(qtbot, form.editor("epochs"), "600")
    with qtbot.waitSignal(form.live_changed) as got:
        qtbot.keyClick(form.editor("epochs"), Qt.Key.Key_Return)
    assert got.args == [{"epochs": 600}]
    qtbot.waitUntil(lambda: slow.made[0].config.epochs == 600)
    # Left alone for a moment it is taken, too; and a step is taken at once.
    with qtbot.waitSignal(form.live_changed):
        write(qtbot, form.editor("epochs"), "700")
    with qtbot.waitSignal(form.live_changed) as got:
        qtbot.keyClick(form.editor("alpha"), Qt.Key.Key_Down)
    assert got.args == [{"alpha": 0.02}]


def test_epochs_that_have_begun_cannot_be_taken_back(qtbot, long_run, slow):
    form = long_run.train_page.form
    running(qtbot, long_run)
    qtbot.waitUntil(lambda: long_run.controller.latest is not None and long_run.controller.latest.epoch >= 2)
    with qtbot.assertNotEmitted(form.live_changed):
        write(qtbot, form.editor("epochs"), "1")
        qtbot.keyClick(form.editor("epochs"), Qt.Key.Key_Return)
    assert "has begun already" in form.error
    assert form.editor("epochs").property("wrong")
    qtbot.mouseClick(long_run.top_bar.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: long_run.controller.state is RunState.STOPPED)
    assert form.error == ""
    assert form.config().epochs == 1


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_at_the_smallest_size_the_foot_stays_and_no_label_is_cut(qtbot, window, language, code):
    language.choose(code)
    window.resize(1024, 700)
    form = window.train_page.form
    form.advanced.heading.setChecked(True)
    for values in ({}, {"model": "cbow", "objective": "softmax"}):
        form.set_values(values)
        QCoreApplication.processEvents()
        for widget in (form.estimate.memory, form.reset):
            assert form.rect().contains(widget.mapTo(form, widget.rect().bottomRight()))
            assert not widget.visibleRegion().isEmpty()
        for editor in form._editors.values():
            if editor.label.isVisible():
                assert editor.label.width() >= editor.label.sizeHint().width(), editor.setting.name
            for button in editor.focus_widgets if editor.setting.choices else []:
                if button.isVisible():
                    assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 2


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


def test_what_is_folded_away_is_told_in_a_few_words(qtbot, form):
    summary = form.advanced.summary
    assert "Noise exponent 0.75" in summary.text()
    form.choose("objective", "softmax")
    form.choose("full_windows_only", True)
    assert summary.text().startswith("Full windows only\n")
    assert "Noise" not in summary.text()
    form.choose("sample", "much")
    assert "Subsampling" in summary.text()
    form.advanced.heading.setChecked(True)
    assert summary.isHidden()
    form.advanced.heading.setChecked(False)
    assert not summary.isHidden()
