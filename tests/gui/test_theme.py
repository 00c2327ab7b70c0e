import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from w2v_gui.gui.stylesheet import stylesheet
from w2v_gui.gui.theme import DARK, LIGHT


class Counting(QLabel):
    """A label that counts how often it is styled."""

    def __init__(self, parent):
        super().__init__("word", parent)
        self.styled = 0

    def changeEvent(self, event):
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.styled += 1
        super().changeEvent(event)


def nested(qtbot, depth):
    top = QWidget()
    qtbot.addWidget(top)
    inner = top
    for _ in range(depth):
        inner = QWidget(inner)
    label = Counting(inner)
    label.top = top
    top.show()
    qtbot.waitExposed(top)
    return label


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_zero_is_the_ground_of_the_card(palette):
    colours = palette.sign_map(257)
    ground = tuple(int(palette.card[i : i + 2], 16) for i in (1, 3, 5))
    assert tuple(colours[128]) == ground
    assert tuple(colours[0]) == tuple(int(palette.negative[i : i + 2], 16) for i in (1, 3, 5))
    assert tuple(colours[-1]) == tuple(int(palette.positive[i : i + 2], 16) for i in (1, 3, 5))


def test_themes_differ_in_colours_alone():
    # A switch lays nothing out anew.
    light, dark = (re.sub("#[0-9a-f]{6}", "#", stylesheet(palette)) for palette in (LIGHT, DARK))
    assert light == dark


def test_a_switch_styles_a_widget_once_however_deep_it_lies(qtbot, theme):
    shallow, deep = nested(qtbot, 1), nested(qtbot, 12)
    shallow.styled = deep.styled = 0
    theme.set_mode("dark")
    assert deep.styled == shallow.styled > 0


@pytest.fixture
def steady_cursor(qapp):
    """Let no text cursor blink: two pictures of the same thing should be the same."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


@pytest.mark.usefixtures("steady_cursor")
def test_the_window_after_a_switch_looks_as_qt_would_make_it(qtbot, qapp, theme, window):
    qtbot.waitUntil(lambda: bool(window.train_page.watched.watched))
    window.message.say(lambda: "Something is wrong.", "error")
    dialog = QDialog(window)
    field = QLineEdit("word")
    field.setProperty("wrong", True)
    QVBoxLayout(dialog).addWidget(field)
    dialog.show()
    qtbot.waitExposed(dialog)
    seen = (window, dialog, window.start, window.actions_.menus["recent"])

    def pictures():
        qtbot.waitUntil(lambda: window.updatesEnabled() and dialog.updatesEnabled() and theme.settled)
        qapp.processEvents()
        return [widget.grab().toImage() for widget in seen]

    # Put on by Qt itself, a sheet lays everything out anew.
    qapp.setStyleSheet(stylesheet(LIGHT))
    light = pictures()
    theme.set_mode("dark")
    dark = pictures()
    assert all(now != before for now, before in zip(dark, light, strict=True))
    qapp.setStyleSheet(stylesheet(DARK))
    assert pictures() == dark
    theme.set_mode("light")
    assert pictures() == light


def test_a_window_that_closes_during_a_switch_is_let_go(qtbot, qapp, theme):
    dialog = QDialog()
    dialog.show()
    qtbot.waitExposed(dialog)
    theme.set_mode("dark")
    assert not dialog.updatesEnabled()
    dialog.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
