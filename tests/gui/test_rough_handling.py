"""Everything a hurried user does, at every moment of a run: through real clicks and keys, and nothing is lost by it."""

import os

import numpy as np
import pytest
from fakes import FakeTrainer, small_corpus
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from w2v_gui.engine import guard
from w2v_gui.errors import CorpusError
from w2v_gui.gui import dialogs
from w2v_gui.gui.controller import open_trainer
from w2v_gui.gui.opening import Opened
from w2v_gui.session.run import RunState
from w2v_gui.session.snapshot import Observer
from w2v_gui.vectors.formats import read_vectors

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for(qtbot, window, *states):
    qtbot.waitUntil(lambda: window.controller.state in states)


def open_text(window):
    # So many epochs that a slow run does not end by itself while something is done to it.
    given = {"min_count": 1, "vector_size": 8, "threads": 1, "epochs": 9999, "objective": "negative_sampling"}
    window.take_text(Opened(small_corpus(), values=given))


# -- the moments ----------------------------------------------------------------------------------------------


def ready(qtbot, window, slow):
    pass


def preparing(qtbot, window, slow):
    slow.hold_prepare = True
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: window.status.state.text().startswith("preparing"))


def training(qtbot, window, slow):
    slow.seconds_per_word = 1e-4
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: window.controller.latest is not None and window.controller.latest.words_done > 0)
    assert window.controller.state is RunState.TRAINING


def paused(qtbot, window, slow):
    training(qtbot, window, slow)
    click(qtbot, window.top_bar.train)
    wait_for(qtbot, window, RunState.PAUSED)


def stopped(qtbot, window, slow):
    training(qtbot, window, slow)
    click(qtbot, window.top_bar.stop)
    wait_for(qtbot, window, RunState.STOPPED)


def failed(qtbot, window, slow):
    slow.diverge_at = 100
    click(qtbot, window.top_bar.train)
    wait_for(qtbot, window, RunState.FAILED)
    slow.diverge_at = None


MOMENTS = (ready, preparing, training, paused, stopped, failed)


# -- what is done ---------------------------------------------------------------------------------------------


def train_twice(qtbot, window):
    click(qtbot, window.top_bar.train)
    click(qtbot, window.top_bar.train)


def train_by_key_and_button(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F5)
    click(qtbot, window.top_bar.train)
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL)


def step_often(qtbot, window):
    for _ in range(20):
        qtbot.keyClick(window, Qt.Key.Key_F10)


def stop_and_reset(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_Period, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL | SHIFT)


def open_a_sample(qtbot, window):
    with qtbot.waitSignal(window.text_opened):
        window.actions_.samples["derivation"].trigger()


def open_and_cancel(qtbot, window):
    window.actions_.samples["planted_en"].trigger()
    if window.reader.active:
        click(qtbot, window.top_bar.cancel)
    qtbot.waitUntil(lambda: not window.reader.active)


def paste(qtbot, window):
    QGuiApplication.clipboard().setText("the king and the queen walk in the garden\n" * 30)
    with qtbot.waitSignal(window.text_opened):
        window.actions_.paste.trigger()


def open_what_is_not_there(qtbot, window):
    window.open_paths(["/no such folder/text.txt"])
    qtbot.waitUntil(lambda: not window.reader.active)
    assert "no such folder" in window.message.text


def switch_theme_and_language(qtbot, window):
    for button in (window.top_bar.theme, window.top_bar.language) * 2:
        click(qtbot, button)
        QCoreApplication.processEvents()


def change_page(qtbot, window):
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_2):
        qtbot.keyClick(window, key, CONTROL)
        QCoreApplication.processEvents()
    window.pages.hide()
    QCoreApplication.processEvents()
    window.pages.show()


def minimise(qtbot, window):
    window.showMinimized()
    qtbot.wait(20)
    window.showNormal()


def make_small_and_large(qtbot, window):
    for size in ((1, 1), (2560, 1600), (1024, 700)):
        window.resize(*size)
        QCoreApplication.processEvents()
    assert (window.width(), window.height()) == (1024, 700)


def enlarge_every_card(qtbot, window):
    page = window.train_page
    for card in (page.loss, page.heatmap, page.map, page.diagnostics, page.watched, page.pairs):
        if card.isVisible():
            qtbot.mouseDClick(card.header, Qt.MouseButton.LeftButton)
            QCoreApplication.processEvents()
            assert page.enlarging.card is card
            qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert page.enlarging.card is None


def type_into_the_form(qtbot, window):
    for name in ("alpha", "epochs", "vector_size", "min_count"):
        field = window.train_page.form.editor(name)
        if field.isVisible() and field.isEnabled():
            for typed in ("nonsense", "-1", "9"):
                field.selectAll()
                qtbot.keyClicks(field, typed)
                qtbot.keyClick(field, Qt.Key.Key_Return)
    window.train_page.form.choose("min_count", "1")


ACTS = (
    train_twice,
    train_by_key_and_button,
    step_often,
    stop_and_reset,
    open_a_sample,
    open_and_cancel,
    paste,
    open_what_is_not_there,
    switch_theme_and_language,
    change_page,
    minimise,
    make_small_and_large,
    enlarge_every_card,
    type_into_the_form,
)


def assert_still_works(qtbot, window, slow):
    """Let what goes on come to its end, and train from the start to the end."""
    slow.gate.set()
    slow.seconds_per_word = 0
    if window.controller.active:
        wait_for(qtbot, window, *(set(RunState) - {RunState.PREPARING}))
        if window.controller.active:
            click(qtbot, window.top_bar.stop)
        qtbot.waitUntil(lambda: not window.controller.active)
    before = len(slow.made)
    click(qtbot, window.top_bar.train)
    wait_for(qtbot, window, RunState.FINISHED)
    assert len(slow.made) == before + 1
    assert window.message.text == ""
    assert window.controller.latest.words_done == window.controller.latest.words_total
    assert window.top_bar.percent.text() == "100 %"
    # Words may have been suggested a moment before, and are then looked up when all is over.
    sections = lambda: window.train_page.watched.words.sections  # noqa: E731
    qtbot.waitUntil(lambda: bool(sections()) and all(section.list.rows for section in sections()))
    assert all(trainer.closed for trainer in slow.made)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_at_every_moment(qtbot, window, slow, act):
    for moment in MOMENTS:
        slow.gate.clear()
        slow.hold_prepare = False
        open_text(window)
        moment(qtbot, window, slow)
        act(qtbot, window)
        assert_still_works(qtbot, window, slow)


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.__name__)
def test_closing_while_a_text_is_read(qtbot, window, slow, moment):
    moment(qtbot, window, slow)
    window.actions_.samples["planted_en"].trigger()
    slow.gate.set()
    window.close()
    assert not window.isVisible()
    assert window.shutdown()


def test_an_empty_window_takes_everything(qtbot, make_window):
    window = make_window()
    for act in (train_twice, train_by_key_and_button, step_often, stop_and_reset, switch_theme_and_language):
        act(qtbot, window)
    for act in (change_page, minimise, make_small_and_large, enlarge_every_card, open_what_is_not_there):
        act(qtbot, window)
    assert window.controller.state is None


# -- a run that fails -----------------------------------------------------------------------------------------


class Trouble:
    """Raises from one place of a run."""

    def __init__(self, monkeypatch, slow):
        self._monkeypatch = monkeypatch
        self._slow = slow

    def at(self, where, error, shown):
        """Raise ``error`` ``where``; what comes later does so only once ``shown()`` is true."""
        at = {
            "opening": (type(self._slow), "__call__"),
            "preparing": (FakeTrainer, "prepare"),
            "first chunk": (FakeTrainer, "train_chunk"),
            "later chunk": (FakeTrainer, "train_chunk"),
            "first snapshot": (Observer, "snapshot"),
            "later snapshot": (Observer, "snapshot"),
        }
        kind, name = at[where]
        original = getattr(kind, name)

        def do(*arguments, **options):
            if shown() or not where.startswith("later"):
                raise error
            return original(*arguments, **options)

        self._monkeypatch.setattr(kind, name, do)

    def over(self):
        self._monkeypatch.undo()


@pytest.fixture
def trouble(slow):
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield Trouble(monkeypatch, slow)


ERRORS = {
    "memory": (MemoryError(), "There is not enough memory for this."),
    "text": (CorpusError("The text has gone: open it again."), "The text has gone: open it again."),
    "disk": (OSError(28, "No space left on device"), "Something unexpected happened: OSError"),
    "lines": (RuntimeError("first\nsecond <b>"), "Something unexpected happened: RuntimeError: first second <b>"),
}


@pytest.mark.parametrize("kind", ERRORS)
@pytest.mark.parametrize(
    "where", ["opening", "preparing", "first chunk", "later chunk", "first snapshot", "later snapshot"]
)
def test_a_run_that_fails(qtbot, window, slow, trouble, tmp_path, monkeypatch, where, kind):
    error, sentence = ERRORS[kind]
    slow.seconds_per_word = 1e-4
    open_text(window)
    trouble.at(where, error, lambda: window.controller.latest is not None)
    click(qtbot, window.top_bar.train)
    wait_for(qtbot, window, RunState.FAILED)
    assert window.message.text.startswith(sentence)
    assert "\n" not in window.message.text
    assert window.status.state.text() == "failed"
    assert window.top_bar.progress.maximum() > 0
    trouble.over()
    # The form can be used, and so can what had been learned before.
    for name in ("vector_size", "alpha", "model"):
        assert window.train_page.form.editor(name).isEnabled()
    if where != "opening":
        assert_last_state_can_be_used(qtbot, window, tmp_path, monkeypatch)
    assert_still_works(qtbot, window, slow)


def assert_last_state_can_be_used(qtbot, window, tmp_path, monkeypatch):
    field = window.train_page.watched.entry
    qtbot.keyClicks(field, "moon")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.train_page.watched.words.sections[0].word == "moon")
    qtbot.waitUntil(lambda: bool(window.train_page.watched.words.sections[0].list.rows))
    path = tmp_path / "kept.npz"
    monkeypatch.setattr(dialogs, "choose_target", lambda *arguments: str(path))
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: window.message.text.startswith("Saved to"))
    assert read_vectors(path).matrix.tobytes() == window.controller.trainer.parameters.W.tobytes()


@pytest.mark.parametrize("moment", [training, paused, stopped, failed])
def test_a_disk_that_is_full_when_one_saves(qtbot, window, slow, tmp_path, monkeypatch, moment):
    def refuse(number):
        raise OSError(28, "No space left on device")

    open_text(window)
    moment(qtbot, window, slow)
    state, folder = window.controller.state, tmp_path / "here"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "choose_target", lambda *arguments: str(folder / "kept.npz"))
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
        qtbot.waitUntil(lambda: "no room is left" in window.message.text)
    assert list(folder.iterdir()) == []
    assert window.controller.state is state
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: window.message.text.startswith("Saved to"))
    assert len(read_vectors(folder / "kept.npz").words) == 12
    assert_still_works(qtbot, window, slow)


@pytest.fixture
def real(make_window):
    """A window with the real trainer."""
    window = make_window(open_trainer)
    open_text(window)
    return window


def test_values_that_run_away_leave_the_last_good_state(qtbot, real, tmp_path, monkeypatch):
    def run_away(trainer):
        # Beyond what the form allows: how a run comes to it is not the question here.
        trainer._schedule = trainer._schedule._replace(start=1e8, floor=1e8)

    click(qtbot, real.top_bar.train)
    qtbot.waitUntil(lambda: real.controller.latest is not None)
    real.controller.between_chunks(run_away)
    qtbot.waitUntil(lambda: real.controller.state is RunState.FAILED)
    assert "ran away" in real.message.text
    assert np.isfinite(real.controller.trainer.parameters.W).all()
    assert_last_state_can_be_used(qtbot, real, tmp_path, monkeypatch)
    real.train_page.form.choose("epochs", "3")
    click(qtbot, real.top_bar.train)
    wait_for(qtbot, real, RunState.FINISHED)


def test_a_full_disk_does_not_end_the_run(qtbot, real, monkeypatch):
    def refuse():
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(guard, "temporary_file", refuse)
    real.train_page.form.choose("epochs", "20")
    click(qtbot, real.top_bar.train)
    qtbot.waitUntil(lambda: real.controller.state is RunState.FINISHED)
    assert real.message.text == ""


def test_neither_disk_nor_memory_for_the_last_good_state(qtbot, real, tmp_path, monkeypatch):
    def refuse(keepsake):
        raise MemoryError

    with monkeypatch.context() as full:
        full.setattr(guard.Keepsake, "take", refuse)
        click(qtbot, real.top_bar.train)
        qtbot.waitUntil(lambda: real.controller.state is RunState.FAILED)
    assert "not enough memory" in real.message.text
    assert_last_state_can_be_used(qtbot, real, tmp_path, monkeypatch)
    real.train_page.form.choose("epochs", "3")
    click(qtbot, real.top_bar.train)
    wait_for(qtbot, real, RunState.FINISHED)
