"""The Inside page in the window: a step is walked through, applied and undone by clicks and keys."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from fakes import small_corpus
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from walk_data import walkthrough

from w2v_gui.corpus.small_texts import BY_KEY, SMALL_TEXTS
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui import dialogs, inside
from w2v_gui.gui.controller import open_trainer
from w2v_gui.gui.opening import Opened
from w2v_gui.session.run import RunState

MODES = list(itertools.product(("cbow", "skipgram"), ("softmax", "negative_sampling", "hierarchical_softmax")))
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


def proved(page):
    return page.proof.proof is not None


@pytest.fixture
def window(inside):
    return inside


@pytest.fixture
def page(window):
    return window.inside_page


def begin(qtbot, window, key="derivation", **changes):
    page, before = window.inside_page, window.inside_page.scene
    settings = {**BY_KEY[key].settings, **changes}
    window.inside.begin_small(key, settings)
    qtbot.waitUntil(lambda: page.scene is not before)


def button(page, key):
    return page.pair.stages.buttons[key]


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_page_needs_no_text_and_begins_with_the_derivations_sentence(page):
    place = page.scene.place
    assert place.tokens == ("我", "爱", "学习", "没有", "什么", "能够", "阻挡", "我", "的", "脚步")
    assert (place.centre, place.context) == (1, (0, 2))
    assert page.stage.key == "pair"


def test_without_a_text_the_other_page_says_how_to_begin(qtbot, window):
    click(qtbot, window.rail.buttons["train"])
    assert window.start.isVisible()
    click(qtbot, window.rail.buttons["inside"])
    assert window.inside_page.isVisible()


def test_the_page_that_was_seen_last_is_there_again(qtbot, window, make_window):
    again = make_window()
    qtbot.waitUntil(lambda: again.inside_page.scene is not None)
    assert again.inside_page.isVisible()


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_the_walk_leads_through_every_stage_by_key_and_applies_the_update(qtbot, window, page, model, objective):
    begin(qtbot, window, model=model, objective=objective)
    stages = page.stage, *page._stages[1:]
    seen = []
    for _ in stages:
        seen.append(page.stage.key)
        assert page.equation.stage.key == page.stage.key
        qtbot.keyClick(window, RIGHT)
    assert seen == [stage.key for stage in stages]
    first = page.scene
    qtbot.waitUntil(lambda: page.scene.position == 1)
    assert page.stage.key == "pair"
    assert page.scene.losses.tolist() == [first.trace.loss]
    qtbot.keyClick(window, LEFT)
    qtbot.waitUntil(lambda: page.scene.position == 0)
    assert page.stage.key == seen[-1]
    assert np.array_equal(page.scene.vectors.W, first.vectors.W)
    assert np.array_equal(page.scene.vectors.W_out, first.vectors.W_out)
    assert page.scene.length == 1


def test_a_stage_is_chosen_by_its_button(qtbot, page):
    click(qtbot, button(page, "y"))
    assert page.stage.key == "y"
    click(qtbot, page.pair.stages.forward)
    assert page.stage.key == "E"
    click(qtbot, page.pair.stages.back)
    assert page.stage.key == "y"


def test_at_the_very_beginning_there_is_no_way_back(qtbot, window, page):
    qtbot.keyClick(window, LEFT)
    assert (page.stage.key, page.scene.position) == ("pair", 0)


def test_the_gradient_is_proved(qtbot, window, page):
    qtbot.waitUntil(lambda: proved(page))
    assert page.proof.proof.holds
    begin(qtbot, window, cbow_gradient="word2vec")
    qtbot.waitUntil(lambda: proved(page) and page.proof.proof.factor == 2)
    assert page.proof.proof.holds


def test_a_proof_that_came_while_its_card_was_not_seen_is_there_when_it_is_looked_for(qtbot, window, page):
    begin(qtbot, window)
    assert page.pictures.narrow
    assert not page.proof.isVisible()
    with qtbot.waitSignal(window.inside.stepping.proof_taken, check_params_cb=lambda proof: proof is not None):
        click(qtbot, page.playback.counts[1])
    click(qtbot, page.pictures.switch.button("right"))
    assert proved(page)
    assert page.proof.proof.holds


def test_pairs_are_taken_one_after_the_other_and_by_word(qtbot, page):
    def centre():
        return page.scene.place.tokens[page.scene.place.centre]

    click(qtbot, page.pair.next_pair)
    qtbot.waitUntil(lambda: centre() == "学习")
    click(qtbot, page.pair.previous)
    qtbot.waitUntil(lambda: centre() == "爱")
    page.pair.search.setFocus()
    page.pair.search.insert("能够")
    qtbot.keyClick(page.pair.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: centre() == "能够")
    assert page.scene.position == 0


@pytest.mark.parametrize(
    ("centre", "context", "says"),
    [("nowhere", ("我",), "nowhere"), ("爱", (), "context")],
)
def test_what_is_wrong_with_a_pair_is_said_and_the_page_goes_on(qtbot, window, page, centre, context, says):
    page.pair.pair_typed.emit(centre, context)
    qtbot.waitUntil(lambda: says in page.pair.message.text)
    qtbot.keyClick(window, RIGHT)
    assert page.stage.key == "x"


def test_updates_are_applied_and_undone_from_the_card(qtbot, page):
    page.playback.advance_asked.emit(100)
    qtbot.waitUntil(lambda: page.scene.position == 100)
    assert page.stage.key == "pair"
    page.playback.go_asked.emit(40)
    qtbot.waitUntil(lambda: page.scene.position == 40)
    page.playback.alpha_changed.emit(0.02)
    page.playback.advance_asked.emit(5)
    qtbot.waitUntil(lambda: page.scene.branches == 2)
    page.playback.branch_asked.emit(1)
    qtbot.waitUntil(lambda: page.scene.position == 100)


def test_updates_that_play_stop_when_the_page_is_left(qtbot, window, page):
    page.playback.speed_changed.emit(500.0)
    page.playback.play_toggled.emit(True)
    qtbot.waitUntil(lambda: page.scene.position > 20)
    click(qtbot, window.rail.buttons["train"])
    assert not window.inside.stepping.playing


def test_a_runs_weights_can_be_looked_into_and_stay_what_they_are(qtbot, make_window):
    window = make_window(open_trainer)
    page = window.inside_page
    config = {"min_count": 1, "vector_size": 6, "threads": 1, "epochs": 2, "objective": "negative_sampling"}
    window.take_text(Opened(small_corpus(40), values=config))
    with qtbot.waitSignal(window.run_ended):
        window.commands.toggle()
    window.pages.show_page("inside")
    qtbot.waitUntil(lambda: page.scene is not None)
    trainer = window.controller.trainer
    before = trainer.parameters.W.copy(), trainer.parameters.W_out.copy()
    click(qtbot, page.pair.source.button("run"))
    qtbot.waitUntil(lambda: page.scene.source == "run")
    assert page.scene.words == trainer.vocabulary.words
    ids = page.scene.W.ids
    assert np.array_equal(page.scene.W.before.astype(np.float32), before[0][ids])
    page.advance_asked.emit(10)
    qtbot.waitUntil(lambda: page.scene.position == 10)
    assert np.array_equal(trainer.parameters.W, before[0])
    assert np.array_equal(trainer.parameters.W_out, before[1])
    window.inside.begin_run(60)
    qtbot.waitUntil(lambda: page.scene.position == 0 and page.scene.place.position >= 60)


def test_a_run_that_waits_can_be_looked_into(qtbot, window, page):
    window.take_text(Opened(small_corpus(40), values={"min_count": 1, "vector_size": 6, "threads": 1}))
    window.commands.step()
    qtbot.waitUntil(lambda: window.controller.trainer is not None)
    window.pages.show_page("inside")
    qtbot.waitUntil(page.pair.source.button("run").isEnabled)
    click(qtbot, page.pair.source.button("run"))
    qtbot.waitUntil(lambda: page.scene.source == "run")
    assert len(page.scene.trace.h) == 6


def test_weights_that_are_copied_too_late_take_the_place_of_nothing(qtbot, window, page):
    window.take_text(Opened(small_corpus(40), values={"min_count": 1, "vector_size": 6, "threads": 1}))
    window.commands.step()
    qtbot.waitUntil(lambda: window.controller.trainer is not None)
    copied = []
    window.inside._copied.connect(lambda weights, asked: copied.append(asked))
    window.inside.begin_run()
    begin(qtbot, window, model="skipgram")
    qtbot.waitUntil(lambda: len(copied) == 1)
    click(qtbot, page.pair.next_pair)
    qtbot.waitUntil(lambda: page.scene.place.number == 2)
    assert page.scene.source == "small"


def test_no_memory_for_a_runs_weights_is_no_reason_to_end_it(qtbot, window, page, monkeypatch):
    def refuse(trainer, *, copy):
        raise MemoryError

    window.take_text(Opened(small_corpus(40), values={"min_count": 1, "vector_size": 6, "threads": 1}))
    window.commands.step()
    qtbot.waitUntil(lambda: window.controller.state is RunState.PAUSED)
    monkeypatch.setattr(inside, "_weights", refuse)
    window.inside.begin_run()
    qtbot.waitUntil(lambda: "not enough memory" in page.pair.message.text)
    assert window.controller.state is RunState.PAUSED


def test_our_own_mistakes_are_said_and_can_be_copied(qtbot, window, page):
    window.inside.stepping.ask("pair", lambda walk, job: 1 / 0)
    qtbot.waitUntil(lambda: "ZeroDivisionError" in window.message.text)
    click(qtbot, window.message._copy)
    assert "test_inside.py" in QGuiApplication.clipboard().text()
    qtbot.keyClick(window, RIGHT)
    assert page.stage.key == "x"


def test_the_language_changes_in_the_midst_of_a_walk(qtbot, window, page, language):
    click(qtbot, button(page, "e"))
    english = page.equation.explanation.text()
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: page.equation.explanation.text() != english)
    assert page.stage.key == "e"
    assert button(page, "pair").text() == "词对"
    assert button(page, "e").accessibleName() == "预测误差"


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_the_whole_walk_is_saved_as_a_handout(qtbot, window, page, tmp_path, monkeypatch, kind):
    path = tmp_path / f"walk.{kind}"
    monkeypatch.setattr(dialogs, "choose_export", lambda *asked: str(path))
    qtbot.waitUntil(lambda: proved(page))
    menu = page.equation.menu()
    with qtbot.waitSignal(window.exporter.saved):
        next(action for action in menu.actions() if kind.upper() in action.text()).trigger()
    content = path.read_bytes()
    assert content.startswith({"html": b"<!DOCTYPE html>", "pdf": b"%PDF-"}[kind])
    assert kind == "pdf" or "The gradients are right" in content.decode()


def test_a_handout_does_not_prove_a_step_by_that_of_another(qtbot, page, monkeypatch):
    monkeypatch.setattr(dialogs, "choose_export", lambda *asked: "")
    qtbot.waitUntil(lambda: proved(page))
    page.show_scene(walkthrough("skipgram").scene())
    given = []
    page.export_asked.connect(given.append)
    page.equation.handout_asked.emit("html")
    assert b"central differences" not in given[0].content()


def test_arrow_keys_in_a_field_stay_in_the_field(qtbot, page):
    page.pair.search.setFocus()
    page.pair.search.insert("ab")
    qtbot.keyClick(page.pair.search, LEFT)
    assert page.pair.search.cursorPosition() == 1
    assert page.stage.key == "pair"


def test_a_config_that_is_none_is_said(qtbot, window, page):
    window.inside.begin_small("derivation", {**SMALL_TEXTS[0].settings, "alpha": 99.0})
    qtbot.waitUntil(lambda: bool(page.pair.message.text))
    assert TrainingConfig(vector_size=5).alpha < 1
