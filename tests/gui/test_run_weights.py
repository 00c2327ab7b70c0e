"""The weights of a run, taken while it goes on: only while they are wanted, copied, and at last as they have become."""

from types import SimpleNamespace

import numpy as np
import pytest
from fakes import FakeTrainer, small_corpus, unhurried

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui import run_weights
from w2v_gui.gui.controller import Controller, open_trainer
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.run_weights import RunWeights
from w2v_gui.session.run import RunState

SHORT = TrainingConfig(vector_size=8, min_count=1, threads=1, epochs=2, sample=0.0, window=2)
LONG = SHORT.changed(epochs=100_000)


class Taken:
    """A controller, the weights that are taken of its run, and what has come of them."""

    def __init__(self, qtbot, make):
        self.qtbot = qtbot
        self.jobs = Jobs()
        self.controller = Controller(self.jobs, None, make)
        self.weights = RunWeights(self.controller, self.jobs, self.controller)
        self.came, self.wrong = [], []
        self.weights.taken.connect(self.came.append)
        self.weights.failed.connect(self.wrong.append)
        self.opened = Opened(small_corpus())
        self.controller.set_corpus(self.opened.corpus)
        self.weights.open_text(self.opened)

    @property
    def trainer(self):
        return self.controller.trainer

    def wait(self, condition):
        self.qtbot.waitUntil(lambda: bool(condition()))

    def wait_for(self, state):
        self.wait(lambda: self.controller.state is state)

    def wait_for_more(self, count=1):
        wanted = len(self.came) + count
        self.wait(lambda: len(self.came) >= wanted)

    def wait_for_words(self, words=1):
        self.wait(lambda: self.controller.latest is not None and self.controller.latest.words_done >= words)


@pytest.fixture
def make_taken(qtbot, monkeypatch):
    monkeypatch.setattr(run_weights, "_EVERY_S", 0.03)
    monkeypatch.setattr(run_weights, "_SHARE", 0.0)
    made = []

    def make(open_run=lambda *what: unhurried(open_trainer(*what))):
        made.append(Taken(qtbot, open_run))
        return made[-1]

    yield make
    for taken in made:
        assert taken.jobs.shutdown()
        assert taken.controller.shutdown()
        assert taken.wrong == []


@pytest.fixture
def taken(make_taken):
    return make_taken()


def test_moments_of_one_run_come_while_they_are_wanted(taken):
    taken.weights.set_wanted(True)
    taken.controller.train(LONG)
    taken.wait_for_more(3)
    first, second, third = taken.came[:3]
    assert first.words_done < second.words_done < third.words_done
    assert first.lineage is second.lineage is third.lineage
    assert first.vectors.lexicon is third.vectors.lexicon
    assert first.opened is taken.opened
    assert first.name == taken.weights.name == "small.txt"
    assert first.predictor.vocabulary is third.predictor.vocabulary
    assert not np.array_equal(first.vectors.matrix, third.vectors.matrix)


def test_what_was_taken_does_not_change_while_the_run_goes_on(taken):
    taken.weights.set_wanted(True)
    taken.controller.train(LONG)
    taken.wait_for_more()
    explored = taken.came[-1]
    W, W_out = explored.vectors.matrix, explored.vectors.output
    before = W.copy(), W_out.copy(), explored.predictor.predict([0], [1]).values
    taken.wait_for_words(explored.words_done + 500)
    assert not np.shares_memory(W, taken.trainer.parameters.W)
    assert np.array_equal(W, before[0])
    assert np.array_equal(W_out, before[1])
    assert np.array_equal(explored.predictor.predict([0], [1]).values, before[2])


def test_nothing_is_taken_while_nobody_looks(taken, monkeypatch):
    copied = []
    monkeypatch.setattr(taken.controller, "between_chunks", lambda work: copied.append(work) is None)
    taken.controller.train(LONG)
    taken.wait_for_words(300)
    taken.weights.set_wanted(True)
    assert len(copied) == 1
    taken.weights.set_wanted(False)
    taken.wait_for_words(taken.controller.latest.words_done + 300)
    taken.controller.stop()
    taken.wait_for(RunState.STOPPED)
    assert len(copied) == 1
    assert taken.came == []


def test_a_copy_that_comes_when_nobody_looks_any_more_is_let_go_of(taken):
    taken.controller.train(LONG)
    taken.wait_for_words()
    asked = []
    taken.weights._copied.connect(asked.append)
    taken.weights.set_wanted(True)
    taken.weights.set_wanted(False)
    taken.wait(lambda: asked)
    assert not taken.weights._making.active
    taken.weights.set_wanted(True)
    taken.wait_for_more()


@pytest.mark.parametrize("watched", [True, False])
def test_at_the_end_the_final_weights_come(make_taken, watched):
    taken = make_taken(open_trainer)
    taken.weights.set_wanted(watched)
    taken.controller.train(SHORT)
    taken.wait_for(RunState.FINISHED)
    taken.weights.set_wanted(True)
    taken.wait(lambda: taken.came and taken.came[-1].words_done == taken.trainer.words_total)
    assert np.array_equal(taken.came[-1].vectors.matrix, taken.trainer.parameters.W)
    count = len(taken.came)
    taken.weights.set_wanted(False)
    taken.weights.set_wanted(True)
    assert not taken.weights._making.active
    assert len(taken.came) == count


def test_a_run_that_waits_is_taken_step_by_step(taken):
    taken.weights.set_wanted(True)
    taken.controller.step(LONG)
    taken.wait(lambda: taken.came and taken.came[-1].words_done == taken.trainer.words_done > 0)
    done = taken.came[-1].words_done
    taken.controller.step(LONG)
    taken.wait(lambda: taken.came[-1].words_done > done)


def test_after_a_reset_as_many_words_are_other_weights(taken):
    taken.weights.set_wanted(True)
    taken.controller.step(LONG)
    taken.wait(lambda: taken.came and taken.came[-1].words_done > 0)
    before = taken.came[-1]
    taken.weights.set_wanted(False)
    taken.controller.reset()
    taken.controller.change({"alpha": 0.2})
    taken.wait(lambda: taken.controller.latest is not None and taken.controller.latest.words_done == 0)
    taken.controller.step(LONG)
    taken.wait_for_words()
    assert taken.trainer.words_done == before.words_done
    taken.weights.set_wanted(True)
    taken.wait(lambda: taken.came[-1] is not before)
    assert taken.came[-1].lineage is before.lineage
    # The first step of all moves W′ only, which begins with zeros.
    assert not np.array_equal(taken.came[-1].vectors.output, before.vectors.output)


def test_the_next_run_is_of_another_kin(make_taken):
    taken = make_taken(open_trainer)
    taken.weights.set_wanted(True)
    for _ in range(2):
        taken.controller.train(SHORT)
        taken.wait_for(RunState.FINISHED)
        taken.wait(lambda: taken.came and taken.came[-1] is not None and taken.came[-1].words_done == 4800)
    place = taken.came.index(None)
    assert taken.came[place - 1].lineage is not taken.came[-1].lineage


def test_a_new_text_leaves_nothing(taken):
    taken.weights.set_wanted(True)
    taken.controller.train(LONG)
    taken.wait_for_more()
    taken.controller.set_corpus(small_corpus(20))
    assert taken.came[-1] is None
    assert taken.weights.name == ""
    assert not taken.weights._making.active


def test_a_run_that_fails_leaves_its_last_good_weights(make_taken):
    taken = make_taken(lambda corpus, config: FakeTrainer(corpus, config, diverge_at=600))
    taken.weights.set_wanted(True)
    taken.controller.train(SHORT)
    taken.wait_for(RunState.FAILED)
    taken.wait(lambda: taken.came and taken.came[-1].words_done == taken.trainer.words_done > 0)
    assert np.array_equal(taken.came[-1].vectors.matrix, taken.trainer.parameters.W)


def test_a_run_that_never_began_is_no_run(make_taken):
    def refuse(corpus, config):
        raise ValueError("no")

    taken = make_taken(refuse)
    taken.weights.set_wanted(True)
    taken.controller.train(SHORT)
    taken.wait_for(RunState.FAILED)
    assert taken.came == []
    assert taken.weights.name == ""


def test_nodes_of_a_tree_are_no_words(make_taken):
    taken = make_taken(open_trainer)
    taken.weights.set_wanted(True)
    taken.controller.train(SHORT.changed(objective="hierarchical_softmax"))
    taken.wait_for(RunState.FINISHED)
    taken.wait(lambda: taken.came and taken.came[-1].words_done == 4800)
    explored = taken.came[-1]
    assert explored.vectors.output is None
    prediction = explored.predictor.predict([0], [1])
    assert prediction.kind == "probability"
    assert prediction.total == pytest.approx(1)


def test_a_run_that_ends_before_it_has_answered_is_taken_all_the_same(make_taken, monkeypatch):
    taken = make_taken(open_trainer)
    monkeypatch.setattr(taken.controller, "between_chunks", lambda work: taken.controller.active)
    taken.weights.set_wanted(True)
    taken.controller.train(SHORT)
    taken.wait_for(RunState.FINISHED)
    taken.wait(lambda: taken.came)
    assert taken.came[-1].words_done == 4800


def test_a_run_that_is_over_is_not_copied_even_if_nobody_has_heard_of_it_yet(make_taken):
    taken = make_taken(open_trainer)
    taken.controller.train(SHORT)
    taken.wait_for(RunState.FINISHED)
    taken.controller.state = RunState.TRAINING
    taken.weights.set_wanted(True)
    taken.wait(lambda: taken.came)
    assert np.shares_memory(taken.came[-1].vectors.matrix, taken.trainer.parameters.W)


def test_without_memory_for_copies_the_run_goes_on_and_its_end_is_shown(make_taken, monkeypatch):
    class Large:
        def copy(self):
            raise MemoryError

    tried = []
    taken = make_taken()
    copy = taken.weights._copy

    def copy_in_need(trainer):
        tried.append(trainer)
        copy(SimpleNamespace(parameters=SimpleNamespace(W=Large(), W_out=Large())))

    monkeypatch.setattr(taken.weights, "_copy", copy_in_need)
    taken.weights.set_wanted(True)
    taken.controller.train(LONG)
    taken.wait(lambda: len(tried) > 1)
    assert taken.came == []
    taken.controller.stop()
    taken.wait_for(RunState.STOPPED)
    taken.wait(lambda: taken.came)
    assert taken.came[-1].words_done == taken.trainer.words_done
