"""Rows of pairs on screen: any number of them, in any width, whatever their words are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QWheelEvent

from w2v_gui.gui.widgets.pair_table import PairTableView
from w2v_gui.gui.widgets.pair_table_painting import ELLIPSIS, ROW_HEIGHT, Columns, Fonts, lay_out


@dataclass(frozen=True)
class Row:
    number: int
    tokens: tuple[str, ...] = ("a", "b", "c")
    centre: int = 1
    context: tuple[int, ...] = (0, 2)
    inputs: tuple[int, ...] = (0, 2)
    target: int = 1

    @property
    def position(self) -> int:
        return self.number


class Many:
    """So many rows, and which of them have been asked for."""

    def __init__(self, count):
        self.count = count
        self.most = 0

    def __len__(self):
        return self.count

    def rows(self, first, count):
        self.most = max(self.most, count)
        return [Row(number) for number in range(first, min(first + count, self.count))]


@pytest.fixture
def view(qtbot, theme):
    view = PairTableView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.activateWindow()
    qtbot.waitExposed(view)
    view.setFocus()
    return view


@pytest.mark.parametrize("count", [20, 100_000_000, 500_000_000_000])
def test_any_number_of_rows_is_scrolled_from_end_to_end(qtbot, view, count):
    rows = Many(count)
    view.show_rows(rows)
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current.number == count - 1
    assert view.visible_range[-1] == count - 1
    assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() // 2)
    assert view.visible_range.start == pytest.approx((count - len(view.visible_range)) / 2, rel=1e-3, abs=1)
    view.grab()
    bar.setValue(0)
    assert view.visible_range.start == 0
    bar.setValue(bar.maximum())
    assert view.visible_range[-1] == count - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current.number == 0
    view.grab()
    assert rows.most < 40  # no more than a screenful is ever made


def test_few_rows_need_no_scroll_bar(view):
    view.show_rows(Many(3))
    assert not view.verticalScrollBar().isVisible()
    view.show_rows(Many(300))
    assert view.verticalScrollBar().isVisible()


def turn(view, pixels=0, angle=0):
    at = QPointF(50, 100)
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(view.viewport(), event)


def test_the_wheel_goes_rows_and_a_touchpad_pixels(view):
    view.show_rows(Many(1_000))
    turn(view, angle=-120)
    assert view.visible_range.start == 3
    turn(view, pixels=-5)
    assert view.edge(0) == view.edge(3) - 3 * ROW_HEIGHT
    assert view.row_at(QPoint(50, 30)) == 3
    for _ in range(4):
        turn(view, angle=30)  # a wheel that turns in quarters of a notch
    turn(view, pixels=5)
    assert view.visible_range.start == 0
    turn(view, angle=120)
    assert view.visible_range.start == 0


def test_a_table_that_becomes_shorter_keeps_to_what_there_is(qtbot, view):
    view.show_rows(Many(1_000))
    qtbot.keyClick(view, Qt.Key.Key_End)
    view.show_rows(Many(5))
    assert view.visible_range == range(5)
    assert view.current.number == 4
    view.show_rows(None)
    assert view.current is None
    assert view.visible_rows() == ()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    view.grab()


words = st.sampled_from(["a", "学习", "能够", "<b>x</b>", "a\nb", "\u202e", "word" * 9, "…", "🙂"])


@settings(deadline=None, max_examples=60)
@given(st.lists(words, min_size=3, max_size=90), st.integers(240, 1500), st.data())
def test_centre_and_target_are_seen_in_any_width(qapp, tokens, width, data):
    places = st.integers(0, len(tokens) - 1)
    centre = data.draw(places)
    context = data.draw(st.lists(places.filter(lambda place: place != centre), min_size=1, unique=True).map(sorted))
    skipgram = data.draw(st.booleans())
    target = data.draw(st.sampled_from(context)) if skipgram else centre
    inputs = (centre,) if skipgram else tuple(context)
    row = Row(0, tuple(tokens), centre, tuple(context), inputs, target)
    columns = Columns.fitting(width, 40, len(inputs))
    layout = lay_out(row, columns, Fonts(QFont()))
    assert {centre, target} <= {piece.place for piece in layout.document}
    for pieces, (left, room) in (
        (layout.document, columns.document),
        (layout.inputs, columns.inputs),
        (layout.target, columns.target),
    ):
        assert pieces[0].x >= left
        assert all(one.x + one.width <= other.x for one, other in pairwise(pieces))
        if width >= 480:
            assert pieces[-1].x + pieces[-1].width <= left + room
    seen = [piece.place for piece in layout.document if piece.place >= 0]
    assert seen == sorted(seen)
    left_out = [after - before > 1 for before, after in pairwise(seen)]
    assert sum(left_out) <= 1
    assert [piece.text for piece in layout.document if piece.place < 0] == [ELLIPSIS] * (
        sum(left_out) + (seen[0] > 0) + (seen[-1] < len(tokens) - 1)
    )
