import numpy as np
import pytest
from fakes import FakeTrainer

from w2v_gui.session.history import LossCurve
from w2v_gui.session.snapshot import Observer, View, nearest, with_courses


def by_definition(matrix, word, top):
    unit = matrix.astype(np.float64)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    similarity = unit @ unit[word]
    order = [i for i in np.argsort(-similarity, kind="stable") if i != word][:top]
    return order, similarity[order]


def test_nearest_agrees_with_the_definition_across_blocks():
    matrix = np.random.default_rng(3).normal(size=(40_000, 5)).astype(np.float32)
    for word in (0, 17, 39_999):
        (found,) = nearest(matrix, (word,), 12)
        ids, similarities = by_definition(matrix, word, 12)
        assert list(found.ids) == list(ids)
        np.testing.assert_allclose(found.similarities, similarities, atol=1e-6)


def test_nearest_survives_zero_rows_and_tiny_vocabularies():
    matrix = np.zeros((3, 4), dtype=np.float32)
    (found,) = nearest(matrix, (1,), 10)
    assert list(found.ids) == [0, 2]
    assert np.all(found.similarities == 0)
    assert len(nearest(np.ones((1, 4), dtype=np.float32), (0,), 10)[0].ids) == 0


def test_ties_keep_the_order_of_frequency():
    (found,) = nearest(np.ones((50, 4), dtype=np.float32), (0,), 49)
    assert sorted(found.ids) == list(found.ids)


def test_many_words_at_once_are_each_as_alone():
    matrix = np.random.default_rng(4).normal(size=(20_000, 6)).astype(np.float32)
    words = (5, 19_000, 5, 700)
    for word, found in zip(words, nearest(matrix, words, 9), strict=True):
        (alone,) = nearest(matrix, (word,), 9)
        assert found.word == word
        assert list(found.ids) == list(alone.ids)
        np.testing.assert_allclose(found.similarities, alone.similarities, atol=1e-6)


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


def test_neighbours_are_reused_for_a_while_but_not_for_a_new_word_or_when_at_rest():
    now = [0.0]
    trainer = FakeTrainer()
    observer = Observer(trainer, 0, clock=lambda: now[0])

    def look(word, **more):
        return observer.snapshot(View(watched=(word,)), LossCurve.empty(), 1.0, 2.0, **more).neighbours[0]

    first = look(1)
    assert look(1) is first
    assert look(2).word == 2
    assert look(1) is not first
    first = look(1)
    assert look(1, complete=True) is not first
    first = look(1)
    now[0] += 0.25
    assert look(1) is not first


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
