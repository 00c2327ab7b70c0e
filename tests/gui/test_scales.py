from types import SimpleNamespace

import numpy as np
import pytest

from w2v_gui.gui.scales import EpochScale, TimeScale, decimal, multiples, nice_ceiling, nice_step


def course(words=(), seconds=()):
    return SimpleNamespace(words=np.asarray(words, float), seconds=np.asarray(seconds, float))


def labels(ticks):
    return [label for _, label in ticks]


def test_nice_numbers():
    assert [nice_ceiling(x) for x in (0.003, 0.02, 0.21, 0.5, 1.3)] == pytest.approx([0.005, 0.02, 0.5, 0.5, 2])
    assert nice_step(4.16, 14) == pytest.approx(0.5)


@pytest.mark.parametrize("step", [0.02, 0.5, 1, 5, 200])
def test_multiples_keep_both_ends(step):
    assert multiples(step, 0, 4 * step) == pytest.approx([0, step, 2 * step, 3 * step, 4 * step])
    assert multiples(step, 0.5 * step, 2.5 * step) == pytest.approx([step, 2 * step])


def test_the_marks_of_a_loss_that_has_run_away_are_short():
    assert [decimal(x, 5e29) for x in (0, 5e29, 1.5e30)] == ["0", "5e29", "1.5e30"]


def test_decimals_follow_the_step():
    assert [decimal(x, s) for x, s in ((2, 1), (2, 0.5), (0.3, 0.02), (-1, 0.5), (400, 200))] == [
        "2",
        "2.0",
        "0.30",
        "\u22121.0",
        "400",
    ]


def test_epochs_along_the_axis():
    scale = EpochScale(200, 5)
    assert list(scale.along(course([0, 100, 1000], [0, 1, 2]))) == [0, 0.5, 5]
    assert scale.end(course()) == 5
    assert labels(scale.ticks(-0.04, 5.04, 700)) == ["0", "1", "2", "3", "4", "5"]
    assert labels(scale.ticks(-0.04, 5.04, 230)) == ["0", "1", "2", "3", "4", "5"]
    assert labels(scale.ticks(2.0, 2.5, 300))[:2] == ["2.0", "2.1"]
    assert len(EpochScale(200, 1000).ticks(0, 1000, 3000)) <= 13
    assert [n for _, n in scale.epochs(course(), 0.5, 5, 12)] == [1, 2, 3, 4]
    many = EpochScale(200, 100_000).epochs(course(), -400, 100_400, 12)
    assert many == [(n * 10_000.0, n * 10_000) for n in range(1, 10)]


@pytest.mark.parametrize(
    ("seconds", "end"), [(0, 1), (0.2, 1), (7, 10), (61, 90), (3599, 3600), (90_000, 172_800), (400_000, 432_000)]
)
def test_the_axis_of_time_ends_at_a_round_time_behind_the_run(seconds, end):
    assert TimeScale(100).end(course([1], [seconds])) == end


def test_the_axis_of_time_only_grows_and_seldom():
    scale = TimeScale(100)
    ends = [scale.end(course([1], [seconds])) for seconds in np.arange(1, 7200)]
    assert ends == sorted(ends)
    assert len(set(ends)) < 25
    assert scale.end(course()) == 1


@pytest.mark.parametrize(
    ("high", "room", "written"),
    [
        (1, 300, ["0.0 s", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1.0 s"]),
        (10, 300, ["0:00", "0:02", "0:04", "0:06", "0:08", "0:10"]),
        (60, 300, ["0:00", "0:15", "0:30", "0:45", "1:00"]),
        (7200, 200, ["0:00", "1:00:00", "2:00:00"]),
        (1_000_000, 200, ["0:00", "96:00:00", "192:00:00"]),
    ],
)
def test_time_is_written_as_people_count_it(high, room, written):
    assert labels(TimeScale(1).ticks(0, high, room)) == written


def test_epochs_have_their_time():
    scale = TimeScale(100)
    run = course([50, 100, 200, 250], [1, 2, 6, 7])
    assert scale.epochs(run, 0, 10, 12) == [(2.0, 1), (6.0, 2)]
    assert scale.epochs(run, 3, 10, 12) == [(6.0, 2)]
    assert scale.epochs(course([100], [2]), 0, 10, 12) == []
    assert scale.epochs(course(), 0, 10, 12) == []
    assert scale.epochs(course([0, 10_000], [0, 100]), 0, 100, 5) == [(20.0, 20), (40.0, 40), (60.0, 60), (80.0, 80)]
