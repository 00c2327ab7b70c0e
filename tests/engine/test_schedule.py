from __future__ import annotations

import pytest

from w2v_gui.engine.schedule import line


def test_falls_in_a_straight_line_to_its_minimum_and_stays_there() -> None:
    schedule = line(0.1, 0.02, 0, 100)
    assert [schedule.alpha(words) for words in (0, 50, 100, 150)] == pytest.approx([0.1, 0.06, 0.02, 0.02])


def test_a_line_that_begins_in_the_middle() -> None:
    schedule = line(0.1, 0.0, 50, 100)
    assert schedule.alpha(50) == pytest.approx(0.1)
    assert schedule.alpha(75) == pytest.approx(0.05)


def test_a_rate_below_the_minimum_stays() -> None:
    assert line(0.01, 0.05, 10, 100).alpha(90) == pytest.approx(0.01)
