"""A trained model that is not on disk: when it is asked about, and what comes of every answer."""

import threading

import pytest
from fakes import small_corpus
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from w2v_gui.gui import dialogs, main_window, opener, run_commands
from w2v_gui.gui.opening import Opened
from w2v_gui.session.run import RunState
from w2v_gui.vectors.formats import read_vectors

SAVE, DISCARD, CANCEL = (
    getattr(QMessageBox.ButtonRole, name) for name in ("AcceptRole", "DestructiveRole", "RejectRole")
)


@pytest.fixture(autouse=True)
def every_moment_counts(monkeypatch):
    for module, name in ((main_window, "LEAVING"), (opener, "LEAVING"), (run_commands, "AGAIN")):
        monkeypatch.setattr(module, name, 1e-9)


@pytest.fixture
def paused(qtbot, make_window, slow):
    """A window that asks as it does for a user, with a run that has learned something and waits."""
    window = make_window(slow, dialogs.ask_unsaved)
    window.take_text(Opened(small_corpus(), values={"min_count": 1, "vector_size": 8, "threads": 1, "epochs": 9}))
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: window.controller.latest is not None and window.controller.latest.words_done > 100)
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: window.controller.state is RunState.PAUSED)
    yield window
    window._leaving = True


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def question(window):
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def button(box, role):
    return next(button for button in box.buttons() if box.buttonRole(button) is role)


def answer(qtbot, window, role):
    qtbot.waitUntil(lambda: question(window) is not None)
    click(qtbot, button(question(window), role))
    qtbot.waitUntil(lambda: question(window) is None)
    # What follows an answer may come an event later.
    QCoreApplication.processEvents()


@pytest.fixture
def target(monkeypatch, tmp_path):
    path = tmp_path / "kept.npz"
    monkeypatch.setattr(dialogs, "choose_target", lambda *args: str(path))
    return path


def test_closing_asks_and_cancel_keeps_everything(qtbot, paused):
    trainer = paused.controller.trainer
    paused.close()
    assert paused.isVisible()
    assert "small.txt" in question(paused).text()
    answer(qtbot, paused, CANCEL)
    assert paused.isVisible()
    assert paused.controller.trainer is trainer
    assert paused.controller.state is RunState.PAUSED
    paused.close()
    box = question(paused)
    qtbot.keyPress(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: question(paused) is None)
    assert paused.isVisible()


def test_closing_and_discard(qtbot, paused):
    paused.close()
    answer(qtbot, paused, DISCARD)
    qtbot.waitUntil(lambda: not paused.isVisible())


def test_closing_and_save(qtbot, paused, target):
    paused.close()
    answer(qtbot, paused, SAVE)
    qtbot.waitUntil(lambda: not paused.isVisible())
    assert "king" in read_vectors(target)


def test_a_save_that_fails_keeps_everything(qtbot, paused, target, monkeypatch):
    monkeypatch.setattr(dialogs, "choose_target", lambda *args: str(target.parent / "missing" / "kept.npz"))
    paused.close()
    answer(qtbot, paused, SAVE)
    qtbot.waitUntil(lambda: "could not be saved" in paused.message.text)
    assert paused.isVisible()
    assert paused.controller.state is RunState.PAUSED
    paused.close()
    assert question(paused) is not None


def test_choosing_no_file_is_as_cancelling(qtbot, paused, monkeypatch):
    monkeypatch.setattr(dialogs, "choose_target", lambda *args: "")
    paused.close()
    answer(qtbot, paused, SAVE)
    assert paused.isVisible()


def test_what_has_been_saved_is_not_asked_about_until_it_learns_more(qtbot, paused, target):
    with qtbot.waitSignal(paused.saving.saved):
        qtbot.keyClick(paused, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert paused.saving.at_stake == 0
    done = paused.controller.latest.words_done
    click(qtbot, paused.top_bar.step)
    qtbot.waitUntil(lambda: paused.controller.latest.words_done == done + 1)
    paused.close()
    assert question(paused) is not None
    answer(qtbot, paused, CANCEL)
    paused.activateWindow()
    qtbot.waitUntil(paused.isActiveWindow)
    with qtbot.waitSignal(paused.saving.saved):
        qtbot.keyClick(paused, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    paused.close()
    assert not paused.isVisible()


def test_another_text(qtbot, paused):
    corpus = paused.controller.corpus
    paused.actions_.samples["derivation"].trigger()
    answer(qtbot, paused, CANCEL)
    assert not paused.reader.active
    assert paused.controller.corpus is corpus
    paused.actions_.samples["derivation"].trigger()
    with qtbot.waitSignal(paused.text_opened):
        answer(qtbot, paused, DISCARD)
    assert paused.controller.trainer is None


def test_another_text_after_saving(qtbot, paused, target):
    paused.actions_.samples["derivation"].trigger()
    with qtbot.waitSignal(paused.text_opened):
        answer(qtbot, paused, SAVE)
    assert target.exists()


def test_going_on_asks_nothing_and_a_new_run_does(qtbot, paused, slow):
    click(qtbot, paused.top_bar.train)
    qtbot.waitUntil(lambda: paused.controller.state is RunState.TRAINING)
    click(qtbot, paused.top_bar.stop)
    qtbot.waitUntil(lambda: paused.controller.state is RunState.STOPPED)
    click(qtbot, paused.top_bar.train)
    answer(qtbot, paused, CANCEL)
    assert len(slow.made) == 1
    assert paused.controller.state is RunState.STOPPED
    click(qtbot, paused.top_bar.train)
    answer(qtbot, paused, DISCARD)
    qtbot.waitUntil(lambda: len(slow.made) == 2)


def test_back_to_the_start(qtbot, paused):
    done = paused.controller.latest.words_done
    click(qtbot, paused.train_page.form.reset)
    answer(qtbot, paused, CANCEL)
    assert paused.controller.latest.words_done == done
    click(qtbot, paused.train_page.form.reset)
    answer(qtbot, paused, DISCARD)
    qtbot.waitUntil(lambda: paused.controller.latest is not None and paused.controller.latest.words_done == 0)
    paused.close()
    assert not paused.isVisible()


def test_closing_while_the_model_is_written_waits_for_that(qtbot, paused, target, monkeypatch):
    import w2v_gui.models

    gate, write = threading.Event(), w2v_gui.models.write_model_or_vectors

    def slowly(path, model):
        gate.wait(20)
        write(path, model)

    monkeypatch.setattr(w2v_gui.models, "write_model_or_vectors", slowly)
    qtbot.keyClick(paused, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    paused.close()
    assert paused.isVisible()
    assert question(paused) is None
    assert "being saved" in paused.message.text
    assert not target.exists()
    gate.set()
    qtbot.waitUntil(lambda: not paused.isVisible())
    assert "king" in read_vectors(target)


def test_the_question_is_in_the_language_of_the_window(qtbot, paused, language):
    language.choose("zh_CN")
    paused.close()
    box = question(paused)
    assert "small.txt" in box.text()
    words = [box.text(), box.informativeText(), *(each.text() for each in box.buttons())]
    assert not any(part in text for text in words for part in ("Save", "Discard", "Cancel", "lost"))
    assert "取消" in button(box, CANCEL).text()


def test_a_moment_of_training_is_not_asked_about(qtbot, paused, monkeypatch):
    monkeypatch.setattr(main_window, "LEAVING", 3600.0)
    paused.close()
    assert not paused.isVisible()


def test_the_time_that_is_said_is_that_since_the_last_saving(qtbot, paused, target):
    assert paused.saving.at_stake == paused.controller.latest.seconds > 0
    with qtbot.waitSignal(paused.saving.saved):
        qtbot.keyClick(paused, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = paused.controller.latest.seconds
    click(qtbot, paused.top_bar.step)
    qtbot.waitUntil(lambda: paused.controller.latest.seconds > saved)
    assert paused.saving.at_stake == pytest.approx(paused.controller.latest.seconds - saved)


def test_one_question_at_a_time(qtbot, paused):
    paused.close()
    paused.close()
    paused.open_sample("derivation")
    assert len([box for box in paused.findChildren(QMessageBox) if box.isVisible()]) == 1
    answer(qtbot, paused, CANCEL)
    paused.close()
    assert question(paused) is not None


def test_a_file_of_the_run_before_says_nothing_about_the_one_that_is_there(qtbot, paused, target, monkeypatch):
    import w2v_gui.models

    gate, write = threading.Event(), w2v_gui.models.write_model_or_vectors

    def slowly(path, model):
        gate.wait(20)
        write(path, model)

    monkeypatch.setattr(w2v_gui.models, "write_model_or_vectors", slowly)
    qtbot.keyClick(paused, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    words = paused.controller.latest.words_done
    paused.controller.reset()
    gate.set()
    qtbot.waitUntil(lambda: not paused.saving.active)
    for _ in range(words):
        paused.controller.step(paused.controller.trainer.config)
    qtbot.waitUntil(lambda: paused.controller.latest is not None and paused.controller.latest.words_done == words)
    assert paused.saving.at_stake > 0
