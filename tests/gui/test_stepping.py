"""Wishes are granted one after the other, on another thread, and whatever goes wrong is said."""

from __future__ import annotations

import threading

import pytest

from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.stepping import Stepping
from w2v_gui.session.walkthrough import Walkthrough

SETTINGS = {"vector_size": 5, "window": 1, "min_count": 1, "full_windows_only": True, "sample": 0, "alpha": 0.3}


def small(**more):
    return Walkthrough.small(
        derivation_sentence(), TrainingConfig(model="cbow", objective="softmax", **SETTINGS, **more)
    )


class Watcher:
    def __init__(self, stepping):
        self.scenes, self.proofs, self.errors, self.progress = [], [], [], []
        stepping.scene_taken.connect(self.scenes.append)
        stepping.proof_taken.connect(self.proofs.append)
        stepping.failed.connect(self.errors.append)
        stepping.progressed.connect(self.progress.append)


@pytest.fixture
def stepping(qtbot):
    jobs = Jobs()
    stepping = Stepping(jobs)
    stepping.watcher = Watcher(stepping)
    yield stepping
    stepping.play(False)
    assert jobs.shutdown()
    stepping.deleteLater()


@pytest.fixture
def seen(qtbot, stepping):
    """What came of a walk that has begun."""
    stepping.open(small)
    qtbot.waitUntil(lambda: bool(stepping.watcher.proofs) and stepping.watcher.proofs[-1] is not None)
    return stepping.watcher


def test_a_walk_begins_with_its_words_a_scene_and_a_proof(qtbot, stepping):
    with qtbot.waitSignal(stepping.opened) as opened:
        stepping.open(small)
    assert len(opened.args[0]) == 9
    qtbot.waitUntil(lambda: bool(stepping.watcher.proofs) and stepping.watcher.proofs[-1] is not None)
    assert stepping.watcher.proofs[0] is None
    assert stepping.watcher.proofs[-1].holds
    assert [scene.position for scene in stepping.watcher.scenes] == [0]
    assert not stepping.watcher.errors


def test_wishes_are_granted_in_their_order(qtbot, stepping, seen):
    stepping.advance(30)
    stepping.go(10)
    stepping.ask("pair", lambda walk, job: walk.pair_of("什么"))
    qtbot.waitUntil(lambda: len(seen.scenes) == 4)
    assert [scene.position for scene in seen.scenes] == [0, 30, 10, 10]
    assert seen.scenes[-1].words[seen.scenes[-1].trace.centre] == "什么"


def test_of_wishes_of_a_kind_only_the_last_is_granted(qtbot, stepping, seen):
    gate = threading.Event()
    stepping.advance(30)
    stepping.ask("hold", lambda walk, job: gate.wait(20))
    for place in (5, 6, 7):
        stepping.go(place)
    gate.set()
    qtbot.waitUntil(lambda: len(seen.scenes) == 4)
    assert [scene.position for scene in seen.scenes] == [0, 30, 30, 7]


def test_what_cannot_be_granted_is_said_and_the_walk_goes_on(qtbot, stepping, seen):
    stepping.ask("pair", lambda walk, job: walk.pair_of("nowhere"))
    qtbot.waitUntil(lambda: len(seen.scenes) == 2)
    assert "nowhere" in str(seen.errors[0])
    stepping.advance(1)
    qtbot.waitUntil(lambda: len(seen.scenes) == 3)
    assert seen.scenes[-1].position == 1


def test_a_rate_that_leads_too_far_is_undone_and_said(qtbot, stepping, seen):
    stepping.ask("alpha", lambda walk, job: walk.set_alpha(1e200))
    stepping.play(True)
    qtbot.waitUntil(lambda: bool(seen.errors))
    assert not stepping.playing
    assert "no numbers" in str(seen.errors[0])
    qtbot.waitUntil(lambda: seen.scenes[-1].position == 0)


def test_a_walk_that_cannot_be_made_leaves_the_one_that_was(qtbot, stepping, seen):
    stepping.open(lambda: small(min_alpha=11))
    qtbot.waitUntil(lambda: bool(seen.errors))
    stepping.advance(2)
    qtbot.waitUntil(lambda: seen.scenes[-1].position == 2)


def test_long_work_tells_how_far_it_is_and_can_be_cancelled(qtbot, stepping, seen):
    stepping.advance(10_000_000)
    qtbot.waitUntil(lambda: any(p is not None for p in seen.progress))
    done, total = next(p for p in seen.progress if p is not None)
    assert 0 <= done < total == 10_000_000
    stepping.cancel()
    qtbot.waitUntil(lambda: len(seen.scenes) == 2)
    assert 0 < seen.scenes[-1].position < 10_000_000
    assert seen.progress[-1] is None


def test_updates_follow_each_other_by_themselves_until_told(qtbot, stepping, seen):
    stepping.set_speed(1000)
    with qtbot.waitSignal(stepping.playing_changed):
        stepping.play(True)
    qtbot.waitUntil(lambda: seen.scenes[-1].position > 50)
    stepping.play(False)
    qtbot.waitUntil(lambda: seen.proofs[-1] is not None)
    positions = [scene.position for scene in seen.scenes]
    assert positions == sorted(positions)


def test_the_same_pair_can_be_played(qtbot, stepping, seen):
    stepping.set_stay(True)
    stepping.advance(20)
    qtbot.waitUntil(lambda: len(seen.scenes) == 2)
    first, last = seen.scenes
    assert last.trace.example.position == first.trace.example.position
    assert last.trace.loss < first.trace.loss
