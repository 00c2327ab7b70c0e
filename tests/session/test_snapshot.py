import numpy as np
import pytest
from fakes import FakeTrainer

from w2v_gui.session.history import LossCurve
from w2v_gui.session.snapshot import Observer, View, nearest


def by_definition(matrix, word, top):
    unit = matrix.astype(np.float64)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    similarity = unit @ unit[word]
    order = [i for i in np.argsort(-similarity, kind="stable") if i != word][:top]
    return order, similarity[order]


def test_nearest_agrees_with_the_definition_across_blocks():
    matrix = np.random.default_rng(3).normal(size=(40_000, 5)).astype(np.float32)
    for word in (0, 17, 39_999):
        found = nearest(matrix, word, 12)
        ids, similarities = by_definition(matrix, word, 12)
        assert list(found.ids) == list(ids)
        np.testing.assert_allclose(found.similarities, similarities, atol=1e-6)


def test_nearest_survives_zero_rows_and_tiny_vocabularies():
    matrix = np.zeros((3, 4), dtype=np.float32)
    found = nearest(matrix, 1, 10)
    assert list(found.ids) == [0, 2]
    assert np.all(found.similarities == 0)
    assert len(nearest(np.ones((1, 4), dtype=np.float32), 0, 10).ids) == 0


def test_ties_keep_the_order_of_frequency():
    matrix = np.ones((50, 4), dtype=np.float32)
    assert sorted(nearest(matrix, 0, 49).ids) == list(nearest(matrix, 0, 49).ids)


def test_snapshot_is_a_read_only_copy_of_what_is_shown():
    trainer = FakeTrainer()
    observer = Observer(trainer, run_id=7)
    view = View(rows=4, out_rows=2, watched=(3, 10_000), top=5)
    snapshot = observer.snapshot(view, LossCurve.empty(), 1.0, 2.0)
    assert snapshot.run_id == 7
    assert snapshot.W.shape == (4, 8)
    assert snapshot.W_out.shape == (2, 8)
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
