import threading

import pytest

from w2v_gui.session.control import Act, RunControl


def test_a_run_trains_unless_told_otherwise():
    control = RunControl()
    assert control.take().act is Act.TRAIN
    assert control.take().act is Act.TRAIN


def test_steps_are_counted_and_then_it_waits():
    control = RunControl(paused=True)
    control.step()
    control.step()
    assert [control.take(wait=False).act for _ in range(3)] == [Act.STEP, Act.STEP, Act.WAIT]


def test_step_pauses_a_running_one():
    control = RunControl()
    control.step()
    assert control.paused
    assert control.take().act is Act.STEP
    assert control.take(wait=False).act is Act.WAIT


def test_run_forgets_steps_not_taken():
    control = RunControl(paused=True)
    control.step()
    control.run()
    assert control.take().act is Act.TRAIN


def test_stop_is_final():
    control = RunControl()
    control.stop()
    control.run()
    control.step()
    assert control.take().act is Act.STOP
    assert control.stopped


def test_changes_and_work_are_handed_over_once():
    control = RunControl(paused=True)
    control.change(alpha=0.1)
    control.change(alpha=0.2, epochs=3)
    work = [].append
    assert control.call(work)
    order = control.take()
    assert order.changes == {"alpha": 0.2, "epochs": 3}
    assert order.work == (work,)
    again = control.take(wait=False)
    assert not again.changes
    assert not again.work


def test_no_work_is_taken_after_the_end():
    control = RunControl()
    work = [].append
    control.call(work)
    assert control.close().work == (work,)
    assert not control.call(work)


def test_reset_pauses_forgets_steps_and_is_handed_over_once():
    control = RunControl()
    control.step()
    assert control.reset(7)
    assert control.paused
    order = control.take()
    assert (order.act, order.reset) == (Act.WAIT, 7)
    assert control.take(wait=False).reset is None


@pytest.mark.parametrize("end", ["stop", "close"])
def test_there_is_no_way_back_after_the_end(end):
    control = RunControl(paused=True)
    getattr(control, end)()
    assert not control.reset(7)


def test_a_reset_that_came_too_late_for_the_loop_is_not_lost():
    control = RunControl(paused=True)
    assert control.reset(7)
    assert control.close().reset == 7


@pytest.mark.parametrize("wish", [("run",), ("step",), ("stop",), ("nudge",), ("reset", 7)], ids=lambda wish: wish[0])
def test_every_wish_wakes_a_waiting_run(wish):
    control = RunControl(paused=True)
    taken = []
    thread = threading.Thread(target=lambda: taken.append(control.take()))
    thread.start()
    getattr(control, wish[0])(*wish[1:])
    thread.join(5)
    assert not thread.is_alive()
    assert len(taken) == 1
