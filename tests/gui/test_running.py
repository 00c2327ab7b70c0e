"""Train, pause, step, stop, and closing at every moment: through real clicks and keys."""

import pytest
from fakes import FakeTrainer, loss_curve, snapshot
from PySide6.QtCore import Qt

from w2v_gui.session.run import RunState


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for(qtbot, window, state):
    qtbot.waitUntil(lambda: window.controller.state is state)


def test_without_a_text_one_cannot_train_and_is_told_why(make_window):
    window = make_window()
    assert not window.top_bar.train.isEnabled()
    assert "open one first" in window.top_bar.train.toolTip()
    assert not window.top_bar.step.isEnabled()
    assert not window.top_bar.stop.isEnabled()
    window.commands.toggle()
    window.commands.step()
    assert window.controller.state is None


def test_train_pause_step_go_on_stop(qtbot, window, slow):
    bar = window.top_bar
    assert bar.train.text() == "Train"
    click(qtbot, bar.train)
    wait_for(qtbot, window, RunState.TRAINING)
    assert bar.train.text() == "Pause"
    qtbot.waitUntil(lambda: window.controller.latest is not None and window.controller.latest.words_done > 300)
    click(qtbot, bar.train)
    wait_for(qtbot, window, RunState.PAUSED)
    assert bar.train.text() == "Go on"
    trainer = slow.made[0]
    done = trainer.words_done
    click(qtbot, bar.step)
    qtbot.waitUntil(lambda: window.controller.latest.words_done == done + 1)
    click(qtbot, bar.step)
    qtbot.waitUntil(lambda: window.controller.latest.words_done == done + 2)
    assert trainer.steps == 2
    click(qtbot, bar.train)
    wait_for(qtbot, window, RunState.TRAINING)
    click(qtbot, bar.stop)
    wait_for(qtbot, window, RunState.STOPPED)
    assert bar.train.text() == "Train again"
    assert not bar.stop.isEnabled()
    assert len(slow.made) == 1
    assert window.actions_.save.isEnabled()


@pytest.mark.parametrize("seconds_per_word", [1e-5, 0], ids=["seen", "over before it was seen"])
def test_a_run_to_the_end_shows_everything(qtbot, window, slow, seconds_per_word):
    slow.seconds_per_word = seconds_per_word
    with qtbot.waitSignal(window.run_ended):
        click(qtbot, window.top_bar.train)
    assert window.controller.state is RunState.FINISHED
    assert window.top_bar.percent.text() == "100 %"
    assert window.status.figure("epoch") == "epoch 2 / 2"
    assert "words/s" in window.status.figure("speed")
    page = window.train_page
    qtbot.waitUntil(lambda: page.heatmap.view.scene is not None)
    qtbot.waitUntil(lambda: len(page.watched.words.sections[0].list.rows) == page.watched.words.room >= 3)
    x, y = page.loss.smooth.getData()
    assert x[-1] == pytest.approx(2.0)
    assert y[-1] < y[0]
    assert page.heatmap.view.scene.matrix.values.shape[1] == 8
    assert page.heatmap.level >= 1


def test_training_again_starts_from_the_start(qtbot, window, slow):
    slow.seconds_per_word = 0
    for i in range(2):
        with qtbot.waitSignal(window.run_ended):
            click(qtbot, window.top_bar.train)
        assert len(slow.made) == i + 1
        assert slow.made[i].words_done == slow.made[i].words_total


def test_pressing_train_twice_starts_one_run(qtbot, window, slow):
    slow.hold_prepare = True
    click(qtbot, window.top_bar.train)
    click(qtbot, window.top_bar.train)
    click(qtbot, window.top_bar.train)
    assert window.status.state.text().startswith("preparing")
    assert window.top_bar.progress.maximum() == 0
    slow.gate.set()
    wait_for(qtbot, window, RunState.TRAINING)
    assert len(slow.made) == 1


def test_pause_asked_for_while_preparing_holds(qtbot, window, slow):
    slow.hold_prepare = True
    click(qtbot, window.top_bar.train)
    click(qtbot, window.top_bar.train)
    slow.gate.set()
    wait_for(qtbot, window, RunState.PAUSED)
    assert slow.made[0].words_done == 0


def test_step_without_a_run_starts_one_that_waits(qtbot, window, slow):
    qtbot.keyClick(window, Qt.Key.Key_F10)
    wait_for(qtbot, window, RunState.PAUSED)
    qtbot.waitUntil(lambda: slow.made[0].words_done == 1)
    assert slow.made[0].chunks == []
    assert window.top_bar.train.text() == "Go on"


def test_keys_do_what_the_buttons_do(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, window, RunState.TRAINING)
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, window, RunState.PAUSED)
    qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, window, RunState.STOPPED)


@pytest.mark.parametrize("moment", ["preparing", "training", "paused", "finished"])
def test_closing_at_any_moment_leaves_nothing(qtbot, window, slow, moment):
    slow.hold_prepare = moment == "preparing"
    if moment == "finished":
        slow.seconds_per_word = 0
    if moment == "paused":
        click(qtbot, window.top_bar.step)
    else:
        click(qtbot, window.top_bar.train)
    if moment != "preparing":
        wait_for(qtbot, window, RunState(moment))
    slow.gate.set()
    window.close()
    assert not window.isVisible()
    window.shutdown()
    window.shutdown()


def test_divergence_is_one_sentence_and_the_last_state_stays(qtbot, window, slow):
    slow.diverge_at = 600
    with qtbot.waitSignal(window.run_ended):
        click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: bool(window.message.text))
    assert window.message.text == "Away: lower alpha."
    assert window.controller.state is RunState.FAILED
    assert window.controller.latest.words_done <= 600
    assert window.actions_.save.isEnabled()
    assert window.top_bar.train.isEnabled()
    slow.diverge_at = None
    click(qtbot, window.top_bar.train)
    assert window.message.text == ""
    wait_for(qtbot, window, RunState.TRAINING)


def test_an_unexpected_error_can_be_copied(qtbot, window, slow, qapp):
    slow.fail_prepare = RuntimeError("no <b>compiler</b>")
    with qtbot.waitSignal(window.run_ended):
        click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: bool(window.message.text))
    assert "no <b>compiler</b>" in window.message.text
    click(qtbot, window.message._copy)
    assert "Traceback" in qapp.clipboard().text()


def test_alpha_and_epochs_can_change_during_a_run_and_others_cannot(qtbot, window, slow):
    click(qtbot, window.top_bar.train)
    wait_for(qtbot, window, RunState.TRAINING)
    form = window.train_page.form
    assert not form.editor("vector_size").isEnabled()
    assert not form.editor("model").isEnabled()
    field = form.editor("alpha")
    field.selectAll()
    qtbot.keyClicks(field, "0.01")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: slow.made[0].config.alpha == 0.01)
    click(qtbot, window.top_bar.stop)
    wait_for(qtbot, window, RunState.STOPPED)
    assert form.editor("vector_size").isEnabled()


def test_another_text_ends_the_run(qtbot, window, slow):
    click(qtbot, window.top_bar.train)
    wait_for(qtbot, window, RunState.TRAINING)
    with qtbot.waitSignal(window.text_opened):
        window.open_sample("derivation")
    assert window.controller.state is None
    qtbot.waitUntil(lambda: slow.made[0].closed)
    panel, words = window.train_page.watched, window.controller.corpus.vocabulary.words
    qtbot.waitUntil(lambda: "学习" in [words[i] for i in panel.watched])


def test_another_text_does_not_wait_for_the_compiler(qtbot, window, slow):
    slow.hold_prepare = True
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: len(slow.made) == 1)
    with qtbot.waitSignal(window.text_opened):
        window.open_sample("derivation")
    assert window.controller.state is None
    slow.gate.set()
    qtbot.waitUntil(lambda: slow.made[0].closed)
    assert window.controller.state is None


def test_theme_and_language_can_be_switched_while_training(qtbot, window, theme, slow):
    slow.seconds_per_word = 1e-3
    click(qtbot, window.top_bar.train)
    wait_for(qtbot, window, RunState.TRAINING)
    click(qtbot, window.top_bar.theme)
    assert theme.palette.name == "dark"
    click(qtbot, window.top_bar.language)
    qtbot.waitUntil(lambda: window.top_bar.train.text() == "暂停")
    assert window.train_page.loss._title.text() == "损失"
    assert window.actions_.open.text().startswith("打开文本")
    click(qtbot, window.top_bar.language)
    qtbot.waitUntil(lambda: window.top_bar.train.text() == "Pause")
    assert window.controller.state is RunState.TRAINING


def test_old_snapshots_are_dropped(qtbot, window, slow):
    slow.seconds_per_word = 0
    with qtbot.waitSignal(window.run_ended):
        click(qtbot, window.top_bar.train)
    latest = window.controller.latest
    with qtbot.waitSignal(window.run_ended):
        click(qtbot, window.top_bar.train)
    window.controller._looked(latest)
    assert window.controller.latest is not latest


def test_a_page_that_is_not_seen_asks_for_nothing_and_draws_nothing(qtbot, window):
    page = window.train_page
    page.begin(FakeTrainer())
    page.watched.watch("king")
    page.hide()
    assert (page.view.rows, page.view.mapped, page.view.watched) == ((), (), ())
    for _ in range(8):
        page.show_snapshot(snapshot(curve=loss_curve([4, 3, 2])))
    assert not list(page.loss.csv_rows())[1:]
    page.show()
    assert len(list(page.loss.csv_rows())) == 4
    assert all((page.view.rows, page.view.mapped, page.view.watched))


def test_whoever_steps_by_keyboard_can_step_on_while_the_first_step_is_being_prepared(qtbot, window, slow):
    slow.hold_prepare = True
    step = window.top_bar.step
    step.setFocus()
    qtbot.keyClick(step, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(slow.made))
    assert window.top_bar.train.hasFocus()
    slow.gate.set()
    qtbot.waitUntil(step.hasFocus)
    qtbot.waitUntil(lambda: slow.made[0].steps == 1)
    qtbot.keyClick(step, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: slow.made[0].steps == 2)
