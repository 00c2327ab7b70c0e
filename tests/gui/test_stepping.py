"""Wishes are granted one after the other, on another thread, and whatever goes wrong is said."""

from __future__ import annotations

import threading
import traceback

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


def test_what_was_meant_for_a_walk_that_cannot_be_made_is_not_done_to_the_old_one(qtbot, stepping, seen):
    stepping.open(lambda: small(min_alpha=11))
    stepping.advance(7)
    qtbot.waitUntil(lambda: bool(seen.errors))
    stepping.ask("pair", lambda walk, job: walk.next_pair())
    qtbot.waitUntil(lambda: len(seen.scenes) == 2)
    assert seen.scenes[-1].position == 0


def test_nothing_is_done_where_there_has_never_been_a_walk(qtbot, stepping):
    stepping.advance(1)
    stepping.open(lambda: small(min_alpha=11))
    stepping.advance(1)
    qtbot.waitUntil(lambda: bool(stepping.watcher.errors))
    assert not stepping.opening
    assert len(stepping.watcher.errors) == 1
    assert stepping.watcher.scenes == []


def held(stepping):
    """Let a wish be granted until the gate opens, and return the gate."""
    gate = threading.Event()
    stepping.ask("held", lambda walk, job: gate.wait(20) and walk.advance(3))
    return gate


def test_what_was_overtaken_by_another_walk_is_not_shown(qtbot, stepping, seen):
    gate = held(stepping)
    stepping.open(lambda: small(seed=5))
    assert stepping.opening
    gate.set()
    qtbot.waitUntil(lambda: not stepping.opening)
    assert [scene.position for scene in seen.scenes] == [0, 0]


def test_what_was_overtaken_is_shown_if_the_other_walk_cannot_be_made(qtbot, stepping, seen):
    gate = held(stepping)
    stepping.open(lambda: small(min_alpha=11))
    gate.set()
    qtbot.waitUntil(lambda: bool(seen.errors))
    assert [scene.position for scene in seen.scenes] == [0, 3]


def test_a_mistake_of_ours_comes_with_where_it_was_made(qtbot, stepping, seen):
    stepping.ask("pair", lambda walk, job: 1 / 0)
    qtbot.waitUntil(lambda: bool(seen.errors))
    assert isinstance(seen.errors[0], ZeroDivisionError)
    assert "test_stepping.py" in "".join(traceback.format_tb(seen.errors[0].__traceback__))
    stepping.advance(1)
    qtbot.waitUntil(lambda: seen.scenes[-1].position == 1)


def test_nobody_is_told_of_the_progress_of_another_wish(qtbot, stepping, seen):
    gate = held(stepping)
    stepping.advance(1000)
    qtbot.waitUntil(lambda: any(p is not None for p in seen.progress))
    gate.set()
    qtbot.waitUntil(lambda: seen.scenes[-1].position == 1003)
    assert next(p for p in seen.progress if p is not None) == (0, 0)


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
