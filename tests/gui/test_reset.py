"""Back to the very same start: through real clicks, with the real trainer, compared byte by byte."""

import numpy as np
import pytest
from fakes import unhurried
from PySide6.QtCore import Qt

from w2v_gui.gui.controller import open_trainer
from w2v_gui.gui.opening import Opened, read_sample
from w2v_gui.gui.row_choice import MOST
from w2v_gui.session.neighbours import nearest
from w2v_gui.session.run import RunState


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for(qtbot, window, state):
    qtbot.waitUntil(lambda: window.controller.state is state)


class Recording:
    """Makes real trainers and keeps the bytes of their W from before anything was trained."""

    def __init__(self):
        self.trainers = []
        self.starts = []

    def __call__(self, corpus, config):
        trainer = unhurried(open_trainer(corpus, config))
        self.trainers.append(trainer)
        self.starts.append(trainer.parameters.W.copy())
        return trainer


@pytest.fixture
def recording():
    return Recording()


@pytest.fixture
def real(make_window, recording):
    """A window with the derivation's sentence open, and real trainers."""
    window = make_window(recording)
    opened = read_sample("derivation")(None)
    window.take_text(Opened(opened.corpus, values={**opened.values, "epochs": 100_000}))
    return window


def train_a_while(qtbot, window):
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: window.controller.latest is not None and len(window.controller.latest.curve) > 3)


def wait_for_the_start(qtbot, window):
    latest = lambda: window.controller.latest  # noqa: E731
    qtbot.waitUntil(
        lambda: window.controller.state is RunState.PAUSED and latest() is not None and latest().words_done == 0,
    )


def assert_shows_the_start(qtbot, window, start):
    page, trainer = window.train_page, window.controller.trainer
    assert trainer.parameters.W.tobytes() == start.tobytes()
    assert trainer.words_done == 0
    shown = page.heatmap.view.scene.matrix.values
    assert shown.tobytes() == start[: len(shown)].tobytes()
    assert len(shown) == min(MOST, len(start))
    for line in (page.loss.raw, page.loss.smooth):
        x, _ = line.getData()
        assert x is None or len(x) == 0
    assert window.top_bar.percent.text() == "0 %"
    assert window.status.figure("loss") == ""
    watched = page.watched.watched[0]
    words = trainer.vocabulary.words

    def right():
        rows = page.watched.words.section(watched).list.rows
        (expected,) = nearest(start, (watched,), len(rows))
        return (
            len(rows) > 0
            and [row.word for row in rows] == [words[i] for i in expected.ids]
            and np.allclose([row.similarity for row in rows], expected.similarities, atol=1e-6)
        )

    qtbot.waitUntil(right)


def test_a_paused_run_goes_back_to_the_same_bytes(qtbot, real, recording):
    reset = real.train_page.form.reset
    assert not reset.isEnabled()
    train_a_while(qtbot, real)
    assert not reset.isEnabled()
    click(qtbot, real.top_bar.train)
    wait_for(qtbot, real, RunState.PAUSED)
    start = recording.starts[0]
    assert real.controller.trainer.parameters.W.tobytes() != start.tobytes()
    assert reset.isVisible()
    click(qtbot, reset)
    wait_for_the_start(qtbot, real)
    assert len(recording.trainers) == 1
    assert_shows_the_start(qtbot, real, start)
    assert reset.isEnabled()


@pytest.mark.parametrize("end", [RunState.STOPPED, RunState.FINISHED])
def test_a_run_that_has_ended_begins_anew_from_the_same_bytes(qtbot, real, recording, end):
    if end is RunState.FINISHED:
        real.train_page.form.choose("epochs", "40")
        click(qtbot, real.top_bar.train)
    else:
        train_a_while(qtbot, real)
        click(qtbot, real.top_bar.stop)
    wait_for(qtbot, real, end)
    start = recording.starts[0]
    assert recording.trainers[0].parameters.W.tobytes() != start.tobytes()
    # Another size is wanted meanwhile: the same start is that of the run, and the form says so again.
    real.train_page.form.choose("vector_size", "7")
    click(qtbot, real.train_page.form.reset)
    wait_for_the_start(qtbot, real)
    assert len(recording.trainers) == 2
    assert real.train_page.form.config() == real.controller.trainer.config == recording.trainers[0].config
    assert_shows_the_start(qtbot, real, start)


def test_after_a_reset_it_learns_the_same_again(qtbot, real, recording):
    done = []
    for _ in range(2):
        for count in range(3):
            before = real.controller.latest.words_done if real.controller.latest else 0
            click(qtbot, real.top_bar.step)
            qtbot.waitUntil(
                lambda before=before: real.controller.latest is not None and real.controller.latest.words_done > before,
            )
            assert real.controller.state is RunState.PAUSED, count
        done.append(real.controller.trainer.parameters.W.tobytes())
        qtbot.keyClick(real, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        wait_for_the_start(qtbot, real)
    assert done[0] == done[1]
    train_a_while(qtbot, real)
    assert real.controller.state is RunState.TRAINING


def test_reset_right_after_going_on_still_waits_at_the_start(qtbot, real, recording):
    train_a_while(qtbot, real)
    click(qtbot, real.top_bar.train)
    wait_for(qtbot, real, RunState.PAUSED)
    click(qtbot, real.top_bar.train)
    real.commands.reset()
    wait_for_the_start(qtbot, real)
    qtbot.wait(100)
    assert_shows_the_start(qtbot, real, recording.starts[0])
    assert real.top_bar.train.text() == "Go on"


def test_reset_right_after_stop_begins_anew(qtbot, real, recording):
    train_a_while(qtbot, real)
    click(qtbot, real.top_bar.train)
    wait_for(qtbot, real, RunState.PAUSED)
    click(qtbot, real.top_bar.stop)
    real.commands.reset()
    wait_for_the_start(qtbot, real)
    assert_shows_the_start(qtbot, real, recording.starts[0])


def test_reset_after_values_ran_away(qtbot, window, slow):
    slow.diverge_at = 600
    with qtbot.waitSignal(window.run_ended):
        click(qtbot, window.top_bar.train)
    assert window.controller.state is RunState.FAILED
    qtbot.waitUntil(lambda: bool(window.message.text))
    click(qtbot, window.train_page.form.reset)
    wait_for_the_start(qtbot, window)
    assert window.message.text == ""


def test_when_there_is_nothing_to_reset(qtbot, make_window, window, slow):
    empty = make_window()
    for each in (empty, window):
        assert not each.train_page.form.reset.isEnabled()
        assert not each.actions_.reset.isEnabled()
        each.commands.reset()
        assert each.controller.state is None
    slow.hold_prepare = True
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: len(slow.made) == 1)
    assert not window.train_page.form.reset.isEnabled()
