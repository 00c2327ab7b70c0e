import pytest

from w2v_gui.gui.pacing import FASTEST_MS, SLOWEST_MS, FramePace, Paced


def test_one_of_so_many_is_drawn_the_first_at_once_and_the_latest_at_rest():
    drawn = []
    paced = Paced(drawn.append, 3, 2)
    for i in range(7):
        paced.offer(i)
    assert drawn == [0, 2, 5]
    paced.flush()
    paced.flush()
    assert drawn == [0, 2, 5, 6]
    paced.offer(7)
    paced.forget()
    paced.flush()
    paced.offer(8)
    assert drawn == [0, 2, 5, 6, 8]


def test_what_nobody_sees_is_not_drawn_until_it_is_seen():
    drawn, seen = [], [False]
    paced = Paced(drawn.append, seen=lambda: seen[0])
    paced.offer(1)
    paced.offer(2)
    paced.flush()
    assert drawn == []
    seen[0] = True
    paced.flush()
    assert drawn == [2]


class Worked:
    """Seconds that the window's thread has worked."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


def intervals(cost, threads, cores, frames=40, whole_s=3600.0):
    worked = Worked()
    pace = FramePace(worked)
    pace.begin(threads, cores)
    found = []
    for i in range(frames):
        worked.seconds += cost if i % 2 else 0.0
        found.append(pace.next_ms(whole_s))
    return found


def test_frames_are_as_dear_as_their_share_of_the_machine_allows():
    # 8 ms in every second frame are 4 ms a frame: of two cores 1.5 % are 30 ms a second.
    settled = intervals(0.008, threads=2, cores=2)[-10:]
    assert sum(settled) / len(settled) == pytest.approx(1000 * 0.004 / 0.03, rel=0.05)


def test_where_a_core_is_free_frames_are_fast_and_otherwise_never_too_slow():
    assert set(intervals(0.008, threads=1, cores=2)) == {FASTEST_MS}
    assert intervals(0.5, threads=2, cores=2)[-1] == SLOWEST_MS
    assert set(intervals(0.0, threads=8, cores=8)) == {FASTEST_MS}


def test_a_short_run_may_be_watched_and_an_unknown_one_is_taken_for_long():
    short, long, unknown = (intervals(0.02, 2, 2, whole_s=seconds)[-1] for seconds in (5.0, 3600.0, float("nan")))
    assert short == FASTEST_MS
    assert long == unknown > FASTEST_MS
