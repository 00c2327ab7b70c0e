"""The Inside page with what is odd or no number at all: a sentence says so, and it goes on. The way back is exact."""

from __future__ import annotations

import random
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt
from walk_data import MODES, walkthrough

from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.trace import LARGEST
from w2v_gui.session.walkthrough import Walkthrough

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def window(inside):
    return inside


@pytest.fixture
def page(window):
    return window.inside_page


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def granted(qtbot, window):
    """Wait until nothing is left to be done."""
    stepping = window.inside.stepping
    qtbot.waitUntil(lambda: stepping._job is None and not stepping._waiting)


def open_walk(qtbot, window, make):
    window.inside.stepping.open(make)
    granted(qtbot, window)


def walk_once(qtbot, window, page):
    """Walk through all stages, apply the update, and take it back."""
    stages = len(page._stages)
    qtbot.waitUntil(lambda: page.stage.key == "pair")
    position, bits = page.scene.position, page.scene.vectors.W.tobytes()
    for _ in range(stages):
        assert page.equation.stage is page.stage
        qtbot.keyClick(window, RIGHT)
    qtbot.waitUntil(lambda: page.scene.position == position + 1)
    for _ in range(stages):
        qtbot.keyClick(window, LEFT)
        granted(qtbot, window)
    assert (page.stage.key, page.scene.position) == ("pair", position)
    assert page.scene.vectors.W.tobytes() == bits


def type_pair(qtbot, window, centre, context):
    before = window.inside_page.scene
    window.inside_page.pair.pair_typed.emit(centre, context)
    granted(qtbot, window)
    assert window.inside_page.scene is not before


# One window for all modes: each of them comes to what the one before has left.


def test_odd_pairs_are_walked_through_as_all_others_are(qtbot, window, page):
    for model, objective in MODES:
        # As few words and as few numbers as there can be.
        least = partial(walkthrough, model, objective, [["a", "b", "a"]], vector_size=1, full_windows_only=False)
        open_walk(qtbot, window, least)
        assert (page.scene.trace.size, len(page.scene.trace.h)) == (2, 1)
        walk_once(qtbot, window, page)
        type_pair(qtbot, window, "a", ("a", "a"))
        assert "own context" in page.pair.odd.accessibleName()
        walk_once(qtbot, window, page)
        type_pair(qtbot, window, "a", ())
        assert "context" in page.pair.message.text
        walk_once(qtbot, window, page)


def test_weights_that_are_no_numbers_are_said_and_the_page_goes_on(qtbot, window, page):
    corpus, config = derivation_sentence(), walkthrough().network.config
    for matrix, rows, value in ((0, ..., np.nan), (1, ..., np.nan), (0, 7, np.nan), (1, 3, np.inf), (1, 0, 1e35)):
        weights = np.ones((9, 5), np.float32), np.ones((9, 5), np.float32)
        weights[matrix][rows] = value
        open_walk(qtbot, window, partial(Walkthrough.of_run, corpus, config, weights, 0.1, 0))
        assert "no numbers" in page.pair.message.text
        assert page.scene.source == "small"
        click(qtbot, page.pair.next_pair)
        granted(qtbot, window)
        assert page.pair.message.text == ""


def test_updates_that_lead_too_far_stop_where_there_are_numbers_still(qtbot, window, page):
    for model, objective in MODES:
        open_walk(qtbot, window, partial(walkthrough, model, objective, alpha=10))
        page.advance_asked.emit(1000)
        granted(qtbot, window)
        for _ in range(3):
            click(qtbot, page.pair.next_pair)
            granted(qtbot, window)
        assert np.abs(page.scene.vectors.W).max() <= LARGEST
        qtbot.keyClick(page.playback.history, Qt.Key.Key_Home)
        granted(qtbot, window)
        assert page.scene.position == 0


def test_any_way_through_the_history_leads_to_the_same_bits(qtbot, window, page):
    chance = random.Random(20)
    playback, seen = page.playback, {}
    ways = {
        "next": lambda: qtbot.keyClick(window, RIGHT),
        "back": lambda: qtbot.keyClick(window, LEFT),
        "last": lambda: click(qtbot, page.pair.stages.buttons["W_new"]),
        "first": lambda: click(qtbot, page.pair.stages.buttons["pair"]),
        "one": lambda: click(qtbot, playback.counts[1]),
        "ten": lambda: click(qtbot, playback.counts[10]),
        "undo": lambda: click(qtbot, playback.undo),
        "redo": lambda: click(qtbot, playback.redo),
        "start": lambda: qtbot.keyClick(playback.history, Qt.Key.Key_Home),
        "end": lambda: qtbot.keyClick(playback.history, Qt.Key.Key_End),
        "page": lambda: qtbot.keyClick(playback.history, Qt.Key.Key_PageDown),
        "pair": lambda: click(qtbot, page.pair.random),
        "rate": lambda: set_rate(qtbot, playback.alpha, chance.choice(("0.2", "0.7"))),
        "branch before": lambda: click(qtbot, playback.branch.before),
        "branch after": lambda: click(qtbot, playback.branch.after),
    }
    fork = ("start", "ten", "undo", "rate", "one", "branch before", "undo", "undo", "pair", "one", "branch before")
    for way in (*fork, *ways, *chance.choices(list(ways), k=50), "start"):
        ways[way]()
        granted(qtbot, window)
        scene = page.scene
        state = scene.vectors.W.tobytes(), scene.vectors.W_out.tobytes()
        assert seen.setdefault((scene.branch, scene.position), state) == state, way
    assert page.scene.branches > 2
    first = next(state for (_, position), state in seen.items() if position == 0)
    assert all(state == first for (_, position), state in seen.items() if position == 0)


def set_rate(qtbot, field, rate):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, rate)
    qtbot.keyClick(field, Qt.Key.Key_Return)
