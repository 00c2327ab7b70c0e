import numpy as np
import pytest
from fakes import FakeTrainer

from w2v_gui.session.history import LossCurve
from w2v_gui.session.snapshot import Observer, View, with_courses


def test_snapshot_is_a_read_only_copy_of_what_is_shown():
    trainer = FakeTrainer()
    observer = Observer(trainer, run_id=7)
    view = View(rows=(4, 0, 2, 99_999), out_rows=(1, 3, -1), mapped=(5, 12, 6), watched=(3, 10_000), top=5)
    snapshot = observer.snapshot(view, LossCurve.empty(), 1.0, 2.0)
    assert snapshot.run_id == 7
    W, W_out = trainer.parameters.W, trainer.parameters.W_out
    assert snapshot.view == View(rows=(4, 0, 2), out_rows=(1, 3), mapped=(5, 6), watched=(3,), top=5)
    np.testing.assert_array_equal(snapshot.W, W[[4, 0, 2]])
    np.testing.assert_array_equal(snapshot.W_out, W_out[[1, 3]])
    np.testing.assert_array_equal(snapshot.mapped, W[[5, 6]])
    assert snapshot.W_start.shape[0] == 0
    assert [n.word for n in snapshot.neighbours] == [3]
    before = snapshot.W.copy()
    trainer.parameters.W += 1
    np.testing.assert_array_equal(snapshot.W, before)
    with pytest.raises(ValueError, match="read-only"):
        snapshot.W[0, 0] = 1


def test_remaining_time_follows_from_the_speed():
    trainer = FakeTrainer()
    trainer.words_done = trainer.words_total // 2
    observer = Observer(trainer, 0)
    snapshot = observer.snapshot(View(), LossCurve.empty(), trainer.words_total / 10, 2.0)
    assert snapshot.progress == pytest.approx(0.5)
    assert snapshot.remaining_s == pytest.approx(5.0)
    assert np.isnan(observer.snapshot(View(), LossCurve.empty(), float("nan"), 2.0).remaining_s)


def test_the_first_values_come_with_the_rows_if_asked_for():
    trainer = FakeTrainer()
    start = trainer.parameters.W[[7, 1]].copy()
    observer = Observer(trainer, 0)
    trainer.parameters.W += 1
    snapshot = observer.snapshot(View(rows=(7, 1), since_start=True), LossCurve.empty(), 1.0, 2.0)
    np.testing.assert_array_equal(snapshot.W_start, start)
    np.testing.assert_array_equal(snapshot.W, start + 1)


def test_a_later_look_keeps_what_was_followed_while_the_run_went_on():
    trainer = FakeTrainer()
    trainer.prepare()
    observer = Observer(trainer, 0)
    view = View(pairs=((1, 2),), diagnostics=True)
    for _ in range(4):
        trainer.train_chunk(10)
        earlier = observer.snapshot(view, LossCurve.empty(), 1.0, 2.0, 0.5)
    fresh = Observer(trainer, 0).snapshot(View(pairs=((3, 4), (1, 2))), LossCurve.empty(), 1.0, 2.0, 0.5)
    both = with_courses(fresh, earlier)
    assert [curve.pair for curve in both.pairs] == [(3, 4), (1, 2)]
    assert [len(curve) for curve in both.pairs] == [1, 4]
    assert len(both.diagnostics) == 3


def test_what_is_not_asked_for_any_more_is_there_when_the_run_comes_to_rest():
    trainer = FakeTrainer()
    trainer.prepare()
    observer = Observer(trainer, 0)
    for view in (View(pairs=((1, 2),), diagnostics=True), View(pairs=((1, 2),), diagnostics=True), View()):
        trainer.train_chunk(10)
        unseen = observer.snapshot(view, LossCurve.empty(), 1.0, 2.0)
    assert unseen.pairs == ()
    assert len(unseen.diagnostics) == 0
    latest = observer.snapshot(View(), LossCurve.empty(), 1.0, 2.0, complete=True)
    # Looked at twice without them, then with them again.
    for view in (View(), View(), View(pairs=((1, 2),), diagnostics=True)):
        latest = with_courses(Observer(trainer, 0).snapshot(view, LossCurve.empty(), 1.0, 2.0), latest)
    np.testing.assert_allclose(latest.pairs[0].words, [10, 20, 30])
    assert len(latest.diagnostics) == 1
