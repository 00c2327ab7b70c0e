import itertools

import numpy as np
import pytest
from fakes import FakeTrainer

from w2v_gui.session.records import KEPT_PAIRS, Records, similarity
from w2v_gui.session.snapshot import View


@pytest.fixture
def trainer():
    trainer = FakeTrainer()
    trainer.prepare()
    return trainer


def by_definition(matrix, a, b):
    left, right = matrix[a].astype(float), matrix[b].astype(float)
    return left @ right / np.sqrt((left @ left) * (right @ right))


def test_a_pair_is_followed_from_when_it_is_asked_for(trainer):
    records = Records()
    seen = []
    for i in range(5):
        trainer.train_chunk(20)
        pairs = ((1, 2),) if i < 2 else ((0, 3), (1, 2))
        records.record(trainer, View(pairs=pairs), 0.1 * (i + 1))
        seen.append((by_definition(trainer.parameters.W, 1, 2), by_definition(trainer.parameters.W, 0, 3)))
    new, old = records.similarities(((0, 3), (1, 2)))
    assert (new.pair, old.pair) == ((0, 3), (1, 2))
    np.testing.assert_allclose(old.similarity, [a for a, _ in seen])
    np.testing.assert_allclose(new.similarity, [b for _, b in seen[2:]])
    np.testing.assert_allclose(old.words, [20, 40, 60, 80, 100])
    np.testing.assert_allclose(new.seconds, [0.3, 0.4, 0.5])


def test_looking_twice_at_a_waiting_run_is_one_point(trainer):
    records = Records()
    for _ in range(3):
        records.record(trainer, View(pairs=((1, 2),)), 0.0)
    assert len(records.similarities(((1, 2),))[0]) == 1


def test_a_pair_that_is_followed_again_goes_on_after_a_gap(trainer):
    records = Records()
    for pairs in (((1, 2),), (), (), ((1, 2),), ((1, 2),)):
        trainer.train_chunk(20)
        records.record(trainer, View(pairs=pairs), 0.0)
    np.testing.assert_allclose(records.similarities(((1, 2),))[0].words, [20, 80, 100])


def test_only_so_many_curves_are_kept_and_those_followed_last(trainer):
    records = Records()
    always, *others = itertools.combinations(range(12), 2)
    for pair in others:
        records.record(trainer, View(pairs=(always, pair)), 0.0)
    assert records.pairs == (*others[-KEPT_PAIRS - 1 : -1], always, others[-1])


def test_a_row_of_zeros_has_no_similarity():
    matrix = np.zeros((2, 3), np.float32)
    matrix[0] = 1
    assert np.isnan(similarity(matrix, 0, 1))
    assert similarity(matrix, 0, 0) == pytest.approx(1)


def test_the_gradient_is_what_has_moved_per_word_and_rate(trainer):
    records = Records()
    view = View(diagnostics=True)
    records.record(trainer, view, 0.0)
    assert len(records.diagnostics()) == 0
    before, alpha = trainer.parameters.W.copy(), trainer.alpha
    trainer.train_chunk(50)
    records.record(trainer, view, 0.5)
    moved = trainer.parameters.W - before
    (norm,), (share,) = records.diagnostics().gradient_norm, records.diagnostics().changed_share
    assert norm == pytest.approx(np.sqrt((moved**2).sum()) / ((alpha + trainer.alpha) / 2 * 50))
    assert share == pytest.approx(1 / len(trainer.vocabulary))


def test_going_back_to_the_start_is_no_step(trainer):
    records = Records()
    view = View(diagnostics=True)
    for words in (50, 10):
        trainer.train_chunk(words)
        records.record(trainer, view, 0.5)
    trainer.reset()
    records.record(trainer, view, 0.5)
    assert len(records.diagnostics()) == 1


def test_steps_are_not_measured_over_a_gap(trainer):
    records = Records()
    for diagnostics in (True, True, False, True, True):
        trainer.train_chunk(10)
        records.record(trainer, View(diagnostics=diagnostics), 0.5)
    curve = records.diagnostics()
    np.testing.assert_allclose(curve.words, [20, 50])
    assert curve.gradient_norm[1] == pytest.approx(curve.gradient_norm[0], rel=0.1)


def test_diagnostics_cost_nothing_until_they_are_asked_for(trainer):
    records = Records()
    for diagnostics in (False, True, False):
        trainer.train_chunk(10)
        records.record(trainer, View(diagnostics=diagnostics), 0.5)
        assert len(records.diagnostics()) == 0
