"""What the window has said follows its language, and so does everything else that stands on it."""

import re

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget

from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.session.run import RunState


def paste_nothing(qtbot, window):
    window.opener.open_data(QMimeData())
    window.actions_.paste.trigger()


def fail(qtbot, window):
    window._say_error(MemoryError())


def fail_unforeseen(qtbot, window):
    window._say_error(RuntimeError("out of luck"), "Traceback")


def save(qtbot, window):
    window._say_saved("/somewhere/kept.npz")


def speak(qapp, language, code):
    language.choose(code)
    qapp.processEvents()


@pytest.mark.parametrize("act", [paste_nothing, fail, fail_unforeseen, save], ids=lambda act: act.__name__)
def test_a_message_follows_the_language(qtbot, qapp, window, language, act):
    qapp.clipboard().clear()
    act(qtbot, window)
    english = window.message.text
    assert re.search("[a-z]{3}", english)
    speak(qapp, language, "zh_CN")
    assert re.search("[\u4e00-\u9fff]", window.message.text)
    assert window.message.accessibleName() == window.message.text
    speak(qapp, language, "en")
    assert window.message.text == english


def test_a_message_that_was_closed_stays_away(qtbot, qapp, window, language):
    save(qtbot, window)
    qtbot.mouseClick(window.message._close, Qt.MouseButton.LeftButton)
    speak(qapp, language, "zh_CN")
    assert window.message.text == ""


def texts(window):
    """Return all that can be read on a window, by where it stands."""
    found = {}
    for place, widget in enumerate([window, *window.findChildren(QWidget)]):
        # What does not fit is in the tooltip: that depends on where it has come to be shown, not on the language.
        tooltip = "" if isinstance(widget, ElidedLabel) else widget.toolTip()
        texts = [tooltip, widget.accessibleName(), widget.windowTitle()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        elif isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        elif isinstance(widget, QMenu):
            texts.append(widget.title())
        found |= {(place, type(widget).__name__, i): text for i, text in enumerate(texts) if text}
    for place, action in enumerate(window.findChildren(QAction)):
        found[place, "action", 0] = action.text()
    return found


@pytest.mark.parametrize("state", [None, RunState.PAUSED, RunState.FINISHED])
def test_nothing_stays_behind_when_the_language_changes(qtbot, qapp, window, slow, language, state, tmp_path):
    window.recent.add([str(tmp_path / "royal.txt")])
    fail(qtbot, window)
    if state is not None:
        slow.seconds_per_word = 0
        qtbot.mouseClick(
            window.top_bar.step if state is RunState.PAUSED else window.top_bar.train, Qt.MouseButton.LeftButton
        )
        qtbot.waitUntil(lambda: window.controller.state is state and window.controller.latest is not None)
        qtbot.waitUntil(lambda: bool(window.train_page.watched.words.sections[0].list.rows))
    window.train_page.watched.watch("nobody")
    window.train_page.pairs.add_words("king nobody")
    qtbot.wait(30)
    english = texts(window)
    speak(qapp, language, "zh_CN")
    chinese = texts(window)
    same = {where: text for where, text in chinese.items() if english.get(where) == text}
    untranslated = {where: text for where, text in same.items() if re.search("[A-Za-z]{3,} [A-Za-z]{3,}", text)}
    assert untranslated == {}
    speak(qapp, language, "en")
    again = texts(window)
    assert {where: (again.get(where), english.get(where)) for where in again.keys() ^ english.keys()} == {}
    assert {where: (text, english[where]) for where, text in again.items() if text != english[where]} == {}
