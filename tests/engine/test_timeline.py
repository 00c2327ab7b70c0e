"""Undo and redo bring back the very same bytes, whatever has been done in between."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from modes import MODES, network

from w2v_gui.engine.timeline import BUDGET, Timeline
from w2v_gui.errors import Cancelled

TINY = 6_000  # bytes: a few changes and a few copies


def state(timeline):
    return timeline.network.W.tobytes(), timeline.network.W_out.tobytes()


def step(timeline, word, alpha=0.2):
    net = timeline.network
    timeline.apply(net.trace(net.example(word, [(word + 1) % 9, (word + 4) % 9], timeline.position), alpha))


@settings(max_examples=2, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32 - 1))
@pytest.mark.parametrize("budget", [TINY, BUDGET])
@pytest.mark.parametrize(("model", "objective"), MODES)
def test_a_thousand_random_moves_lead_through_the_same_states(model, objective, budget, seed):
    timeline = Timeline(network(model, objective), budget)
    chance = random.Random(seed)
    states = {0: state(timeline)}
    for _ in range(1000):
        ahead = timeline.position == len(timeline.updates)
        if ahead and chance.random() < 0.8:
            step(timeline, chance.randrange(9))
            states[timeline.position] = state(timeline)
        else:
            timeline.go(min(max(timeline.position + chance.randint(-9, 14), 0), len(timeline.updates)))
        assert state(timeline) == states[timeline.position]
    assert len(states) > 50
    timeline.go(0)
    assert state(timeline) == states[0]
    timeline.go(len(timeline.updates))
    assert state(timeline) == states[len(states) - 1]


MOVES = st.lists(
    st.one_of(st.tuples(st.just("step"), st.integers(0, 8)), st.tuples(st.just("go"), st.integers(0, 200))),
    min_size=1,
    max_size=120,
)


@settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(mode=st.sampled_from(MODES), budget=st.sampled_from([TINY, BUDGET]), moves=MOVES)
def test_any_moves_and_branches_lead_back_to_what_was(mode, budget, moves):
    timeline = Timeline(network(*mode), budget)
    # What a state is depends on the updates before it and on nothing else.
    states = {(): state(timeline)}
    for act, number in moves:
        if act == "step":
            step(timeline, number)
        else:
            timeline.go(number % (len(timeline.updates) + 1))
        behind = tuple(timeline.updates[: timeline.position])
        assert states.setdefault(behind, state(timeline)) == state(timeline)
    for branch in range(timeline.branches):
        timeline.go_to_branch(branch)
        assert timeline.position == len(timeline.updates)
        assert states[tuple(timeline.updates)] == state(timeline)


def test_to_go_on_otherwise_is_a_branch_and_the_other_future_stays():
    timeline = Timeline(network("cbow", "softmax"))
    for word in range(5):
        step(timeline, word)
    end = state(timeline)
    timeline.go(2)
    step(timeline, 2, alpha=0.9)
    other = state(timeline)
    assert (timeline.branches, timeline.branch, timeline.position, len(timeline.updates)) == (2, 1, 3, 3)
    timeline.go_to_branch(0)
    assert state(timeline) == end
    timeline.go_to_branch(1)
    assert state(timeline) == other


def test_to_do_the_same_again_is_no_branch():
    timeline = Timeline(network("cbow", "softmax"))
    for word in range(5):
        step(timeline, word)
    timeline.go(2)
    step(timeline, 2)
    assert (timeline.branches, timeline.position, len(timeline.updates)) == (1, 3, 5)


def test_what_is_kept_stays_within_the_budget():
    timeline = Timeline(network("cbow", "softmax"), TINY)
    for i in range(500):
        step(timeline, i % 9)
    assert sum(change.nbytes for change in timeline._changes.values()) <= TINY
    size = timeline.network.W.nbytes + timeline.network.W_out.nbytes
    assert len(timeline._copies) * size <= TINY
    assert 0 in timeline._copies


def test_a_long_way_can_be_given_up_and_a_place_beyond_the_end_is_none():
    timeline = Timeline(network("cbow", "softmax"), TINY)
    for i in range(100):
        step(timeline, i % 9)
    timeline.go(0)
    with pytest.raises(Cancelled):
        timeline.go(100, lambda: timeline.position == 10)
    assert timeline.position == 10
    for place in (-1, 101):
        with pytest.raises(IndexError):
            timeline.go(place)
    with pytest.raises(IndexError):
        timeline.go_to_branch(1)
