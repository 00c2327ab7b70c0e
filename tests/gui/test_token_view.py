"""Tokens in rows, scrolled and walked through like a person does, in texts of any kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolTip, QWidget
from token_data import LONG, Text

from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.gui.widgets.token_layout import BOX
from w2v_gui.gui.widgets.token_painting import KEPT, RARE, SAMPLED
from w2v_gui.gui.widgets.token_view import TokenView


@pytest.fixture
def make_view(qtbot, theme):
    def make(sentences, width=420, height=300):
        window = QWidget()
        view = TokenView()
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(view, 1)
        row.addWidget(view.bar)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        text = Text(sentences)
        view.show_text(text, text.size)
        view.window_ = window  # else it would end here
        return view

    return make


def centre_of(view, token):
    return view.area(token).center()


def point_at(view, token):
    QTest.mouseMove(view, centre_of(view, token))


def click(qtbot, view, token, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, modifier, centre_of(view, token))


def turn_wheel(view, notches):
    at = QPointF(view.rect().center())
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


# -- scrolling ---------------------------------------------------------------------------------------------------


def test_the_wheel_moves_by_pixels_and_the_bar_counts_tokens(make_view):
    view = make_view(LONG)
    sheet = view.sheet
    turn_wheel(view, -0.1)
    assert -BOX < sheet.spot(0).y < 0
    assert view.bar.value() == 0
    turn_wheel(view, -3)
    assert view.bar.value() == sheet.first > 0
    view.bar.setValue(1500)
    assert sheet.row_ends(1500)[0] == sheet.first
    view.bar.setValue(view.bar.maximum())
    assert view.sheet.size - 1 in sheet.tokens_seen()
    turn_wheel(view, 1000)
    assert (view.bar.value(), sheet.spot(0).y) == (0, 0)


def test_a_short_text_is_not_scrolled(make_view):
    view = make_view([["only", "this", "."]])
    turn_wheel(view, -5)
    assert view.sheet.spot(0).y == 0
    assert view.bar.maximum() == 0


# -- pointing ----------------------------------------------------------------------------------------------------


def test_the_pointer_comes_before_the_cursor(qtbot, make_view):
    view = make_view(LONG)
    heard = []
    view.current_changed.connect(heard.append)
    click(qtbot, view, 4)
    point_at(view, 7)
    assert view.current == 7
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.current == 4
    assert heard == [4, 7, 4]


def test_what_the_wheel_brings_under_the_pointer_is_pointed_at(make_view):
    view = make_view(LONG)
    point_at(view, 0)
    turn_wheel(view, -4)
    assert view.current != 0
    assert view.current == view.sheet.hit(view.rect().center() - QPoint(12, 0))


def test_a_tooltip_shows_words_as_they_are(qtbot, make_view):
    view = make_view([["one", "two"]])
    view.set_explanation(lambda token: f"<b>{token}</b>")
    at = centre_of(view, 1)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    qtbot.waitUntil(QToolTip.isVisible)
    assert "&lt;b&gt;1&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()


# -- keys --------------------------------------------------------------------------------------------------------


def test_keys_lead_through_the_text(qtbot, make_view):
    view = make_view(LONG)
    view.setFocus()

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(view, key, modifier)
        return view.current

    control = Qt.KeyboardModifier.ControlModifier
    assert press(Qt.Key.Key_Right) == 0
    assert press(Qt.Key.Key_Left) == 0
    assert [press(Qt.Key.Key_Right), press(Qt.Key.Key_Right)] == [1, 2]
    assert press(Qt.Key.Key_Down) > 2
    assert press(Qt.Key.Key_Up) == 2
    assert press(Qt.Key.Key_End, control) == view.sheet.size - 1
    assert view.area(view.sheet.size - 1) is not None
    end = press(Qt.Key.Key_PageUp)
    assert end < view.sheet.size - 1
    assert press(Qt.Key.Key_PageDown) > end
    start = press(Qt.Key.Key_Home)
    assert view.sheet.row_ends(start) == (start, press(Qt.Key.Key_End))
    assert press(Qt.Key.Key_Home, control) == 0
    assert view.sheet.first == 0


def test_the_cursor_is_always_seen(qtbot, make_view):
    view = make_view(LONG)
    view.setFocus()
    for key in (Qt.Key.Key_Down,) * 30 + (Qt.Key.Key_Up,) * 40:
        qtbot.keyClick(view, key)
        area = view.area(view.marks.cursor)
        assert area.top() >= 0
        assert area.bottom() < view.height()


def test_whoever_comes_by_key_sees_where_the_cursor_is(qtbot, make_view):
    view = make_view(LONG)
    click(qtbot, view, 3)
    view.bar.setValue(1000)
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.marks.cursor == view.sheet.first


def test_tokens_are_selected_by_keys_and_by_dragging(qtbot, make_view):
    view = make_view(LONG)
    click(qtbot, view, 2)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.marks.selected == range(2, 5)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.marks.selected
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=centre_of(view, 6))
    QTest.mouseMove(view, centre_of(view, 4))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=centre_of(view, 4))
    assert view.marks.selected == range(4, 7)
    QTest.mouseMove(view, centre_of(view, 1))
    assert view.marks.selected == range(4, 7)
    click(qtbot, view, 8, Qt.KeyboardModifier.ShiftModifier)
    assert view.marks.selected == range(6, 9)


def test_the_caret_goes_between_the_characters_of_a_token(qtbot, make_view):
    view = make_view([["研究生", "命"]])
    view.set_divisible(True)
    area = view.area(0)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(area.right() - 22, area.center().y()))
    assert view.marks.caret == 2
    for key, caret in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Right, 2)):
        qtbot.keyClick(view, key)
        assert view.marks.caret == caret
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.marks.caret is None
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert view.marks.caret == 1
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.marks.caret is None
    click(qtbot, view, 1)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert view.marks.caret is None


def test_where_words_end_at_spaces_no_token_is_entered(qtbot, make_view):
    view = make_view([["research"]])
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=centre_of(view, 0))
    assert view.marks.caret is None


def test_going_to_a_token_shows_it(make_view):
    view = make_view(LONG)
    view.go_to(1800)
    assert 0 < view.area(1800).top() < view.height() // 2
    assert view.marks.cursor == 1800
    place = view.place
    view.go_to(1801)
    assert view.place == place
    view.go_to(10**9)
    assert view.marks.cursor == 1801


# -- looks -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_what_becomes_of_a_token_can_be_seen(make_view, palette):
    view = make_view([["kept", "rare", "sampled", "centre", "context"]], width=600)
    view.apply_palette(palette)
    view.set_states(lambda begin, end: [KEPT, RARE, SAMPLED, KEPT, KEPT][begin:end])
    view.show_window(3, (0, 4))
    image = view.grab().toImage()

    def fill(token):
        area = view.area(token)
        return QColor(image.pixelColor(area.left() + 2, area.top() + 4)).name()

    assert [fill(token) for token in range(5)] == [
        palette.context_pale,
        palette.card,
        palette.card,
        palette.centre,
        palette.context_pale,
    ]
    view.show_window(None)
    image = view.grab().toImage()
    assert [fill(token) for token in (0, 3)] == [palette.chip, palette.chip]
