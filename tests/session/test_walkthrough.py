"""A walk through the derivation's sentence, and through texts that are odd."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.trainer import Trainer
from w2v_gui.errors import ConfigError, CorpusError, UnknownWordError
from w2v_gui.session import walkthrough
from w2v_gui.session.excerpts import ROWS_SHOWN
from w2v_gui.session.walkthrough import Walkthrough

MODES = list(itertools.product(("cbow", "skipgram"), ("softmax", "negative_sampling", "hierarchical_softmax")))
SENTENCE = {"vector_size": 5, "window": 1, "min_count": 1, "full_windows_only": True, "sample": 0, "alpha": 0.3}


def walk(model="cbow", objective="softmax", **more):
    config = TrainingConfig(model=model, objective=objective, **SENTENCE | more)
    return Walkthrough.small(derivation_sentence(), config)


def words(scene):
    place = scene.place
    return place.tokens[place.centre], [place.tokens[i] for i in place.context]


def test_the_pairs_are_those_of_the_derivations_tables():
    step = walk()
    seen = []
    for _ in range(8):
        scene = step.scene()
        seen.append(words(scene))
        assert (scene.place.number, scene.place.total) == (len(seen), 8)
        step.next_pair()
    assert seen[:3] == [("爱", ["我", "学习"]), ("学习", ["爱", "没有"]), ("没有", ["学习", "什么"])]
    assert words(step.scene()) == seen[0]
    step.previous_pair()
    assert words(step.scene()) == seen[-1]
    step.pair_of("没有")
    assert words(step.scene()) == seen[2]
    step.pair_at(0)  # no full window there
    assert words(step.scene()) == seen[0]


def test_the_scene_shows_the_example_of_the_trace():
    for model in ("cbow", "skipgram"):
        scene = walk(model).scene()
        centre, context = words(scene)
        assert scene.words[scene.trace.centre] == centre
        assert [scene.words[i] for i in scene.trace.context] == context


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_updates_teach_and_can_be_undone(model, objective):
    step = walk(model, objective)
    start = step.scene()
    step.advance(400)
    end = step.scene()
    assert (end.position, end.length) == (400, 400)
    assert end.mean_losses[-1] < 0.7 * end.mean_losses[0]
    assert len(end.losses) == 400
    step.go(0)
    again = step.scene()
    assert (again.position, again.length) == (0, 400)
    assert np.array_equal(again.vectors.W, start.vectors.W)
    assert np.array_equal(again.vectors.W_out, start.vectors.W_out)
    step.go(400)
    assert np.array_equal(step.scene().vectors.W, end.vectors.W)
    assert words(step.scene()) == words(end)


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_rows_before_and_after_are_those_of_the_next_scene(model, objective):
    step = walk(model, objective)
    scene = step.scene()
    step.advance(1)
    following = step.scene()
    for name in ("W", "W_out"):
        rows = getattr(scene, name)
        assert np.array_equal(rows.after, getattr(following.vectors, name)[rows.ids])
        assert np.array_equal(rows.before, getattr(scene.vectors, name)[rows.ids])
        assert np.array_equal(rows.moved, (rows.before != rows.after).any(axis=1))
        assert rows.moved.any()
    assert following.losses.tolist() == [scene.trace.loss]


def test_another_rate_from_an_earlier_point_is_a_branch():
    step = walk()
    step.advance(10)
    end = step.scene()
    step.go(4)
    step.set_alpha(0.01)
    step.advance(3)
    scene = step.scene()
    assert (scene.branch, scene.branches, scene.position, scene.length) == (2, 2, 7, 7)
    assert scene.mean_positions.max() == 7
    step.go(4)
    assert step.scene().alpha == 0.01
    step.go_to_branch(1)
    scene = step.scene()
    assert (scene.branch, scene.position) == (1, 10)
    assert np.array_equal(scene.vectors.W, end.vectors.W)


def test_what_was_undone_is_done_again_with_the_same_pair():
    step = walk()
    step.pair_of("什么")
    step.advance(1)
    step.random_pair()
    step.go(0)
    assert words(step.scene())[0] == "什么"
    step.advance(1)
    assert step.scene().branches == 1


def test_the_same_pair_can_be_learned_again_and_again():
    step = walk()
    step.advance(50, stay=True)
    scene = step.scene()
    assert words(scene)[0] == "爱"
    assert scene.losses[-1] < 0.1 * scene.losses[0]


def test_a_typed_pair_is_taken_and_stays():
    step = walk()
    step.typed_pair("脚步", ["我", "我"])
    scene = step.scene()
    assert scene.place.typed
    assert words(scene) == ("脚步", ["我", "我"])
    assert scene.remark is None
    step.advance(3)
    assert words(step.scene()) == ("脚步", ["我", "我"])


def test_a_target_in_its_own_context_is_remarked_upon_and_taken():
    step = walk()
    step.typed_pair("爱", ["爱", "我"])
    scene = step.scene()
    assert "“爱” stands in its own context" in str(scene.remark)
    assert step.proof().holds


def test_weights_that_run_away_are_remarked_upon():
    step = walk()
    assert step.scene().remark is None
    step.set_alpha(10)
    step.advance(60)
    assert "Go back some updates" in str(step.scene().remark)
    step.go(0)
    assert step.scene().remark is None


@pytest.mark.parametrize(
    ("centre", "context", "error", "says"),
    [
        ("恨", ["我"], UnknownWordError, "“恨” is not among the 9 words"),
        ("爱", ["我", "恨"], UnknownWordError, "“恨” is not among the 9 words"),
        ("爱", [], ConfigError, "at least one context word"),
    ],
)
def test_bad_pairs_are_refused_and_the_one_before_stays(centre, context, error, says):
    step = walk()
    with pytest.raises(error, match=says):
        step.typed_pair(centre, context)
    assert words(step.scene())[0] == "爱"


def test_a_word_without_a_window_is_said():
    step = walk()
    with pytest.raises(UnknownWordError, match="at the centre of no window"):
        step.pair_of("脚步")  # the last word has no full window


def test_a_text_without_a_window_is_refused():
    corpus = EncodedCorpus.from_sentences([["a"], ["b"]])
    with pytest.raises(CorpusError, match="No window"):
        Walkthrough.small(corpus, TrainingConfig(min_count=1, vector_size=2))


def test_too_high_a_rate_is_undone_and_said():
    step = walk(objective="softmax")
    step.scene()
    step.set_alpha(1e200)
    with pytest.raises(ConfigError, match="no numbers"):
        step.advance(5)
    scene = step.scene()
    assert scene.position < 5
    assert np.isfinite(scene.vectors.W).all()


def test_weights_that_are_no_numbers_are_said():
    step = walk()
    step.network.W *= 1e200
    step.network.W_out *= 1e200
    with pytest.raises(ConfigError, match="no numbers"):
        step.scene()


def test_it_can_be_given_up_and_keeps_what_is_done():
    step = walk()
    done = []
    step.advance(100, cancelled=lambda: len(done) >= 20, progress=done.append)
    assert step.scene().position == 20
    step.go(0, cancelled=lambda: True)
    assert 0 <= step.scene().position <= 20


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_a_runs_weights_are_copied_and_its_pairs_are_those_it_trains(model, objective):
    chance = np.random.default_rng(2)
    corpus = EncodedCorpus.from_sentences(
        [[f"w{i}" for i in chance.integers(0, 60, 12)] for _ in range(40)], name="text"
    )
    config = TrainingConfig(
        model=model, objective=objective, vector_size=7, window=3, min_count=2, threads=1, epochs=3, batch_size=1
    )
    trainer = Trainer(corpus, config)
    trainer.train_chunk(200)
    parameters = trainer.parameters
    before = parameters.W.copy()
    weights = parameters.W.copy(), parameters.W_out.copy()
    step = Walkthrough.of_run(corpus, config, weights, trainer.alpha, trainer.epoch)
    step.advance(20)
    scene = step.scene()
    assert scene.source == "run"
    assert len(scene.W.ids) <= ROWS_SHOWN
    assert set(scene.trace.input_words.tolist()) <= set(scene.W.ids.tolist())
    assert set(scene.trace.drawn.tolist()) <= set(scene.W_out.ids.tolist())
    assert np.array_equal(parameters.W, before)
    assert step.proof().holds
    trainer.close()


def test_one_step_moves_the_weights_as_the_trainer_does():
    """The fast kernel and the walk take the same pair, draw the same noise and end at the same weights."""
    corpus = EncodedCorpus.from_sentences([["a", "b", "c", "a", "d", "b"], ["c", "d", "a"]] * 3)
    for objective in ("softmax", "negative_sampling", "hierarchical_softmax"):
        config = TrainingConfig(
            model="cbow", objective=objective, vector_size=4, window=2, min_count=1, sample=0, threads=1, batch_size=1
        )
        trainer = Trainer(corpus, config)
        trainer.parameters.W_out[...] = np.random.default_rng(4).normal(size=trainer.parameters.W_out.shape)
        weights = trainer.parameters.W.copy(), trainer.parameters.W_out.copy()
        step = Walkthrough.of_run(corpus, config, weights, trainer.alpha, 0)
        trainer.step()
        step.advance(1)
        np.testing.assert_allclose(step.network.W, trainer.parameters.W, atol=1e-6)
        np.testing.assert_allclose(step.network.W_out, trainer.parameters.W_out, atol=1e-6)
        trainer.close()


def test_weights_larger_than_the_memory_are_refused(monkeypatch):
    monkeypatch.setattr(walkthrough, "free_memory", lambda: 1000)
    weights = np.zeros((9, 5), np.float32), np.zeros((9, 5), np.float32)
    with pytest.raises(ConfigError, match="GB are free"):
        Walkthrough.of_run(derivation_sentence(), TrainingConfig(**SENTENCE), weights, 0.1, 0)
