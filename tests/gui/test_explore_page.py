"""The Explore page in its window: vectors of a run and of files, side by side."""

import multiprocessing
import pickle
import threading

import numpy as np
import pytest
from fakes import unhurried
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog

from w2v_gui.gui import dialogs, vector_saving
from w2v_gui.gui.controller import open_trainer
from w2v_gui.session.run import RunState
from w2v_gui.vectors.formats import read_vectors
from w2v_gui.vectors.layouts import LayoutWish

WORDS = ("king", "queen", "castle", "moon", "garden", "walks")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "strange & far.vec"
    rows = np.random.default_rng(0).normal(size=(len(WORDS), 4))
    lines = [" ".join([word, *map(str, row)]) for word, row in zip(WORDS, rows.round(4), strict=True)]
    path.write_text(f"{len(WORDS)} 4\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def open_file(qtbot, window, path):
    with qtbot.waitSignal(window.vectors_opened):
        window.open_paths([str(path)])


def test_vectors_without_a_text_are_asked_closed_and_opened_again(qtbot, make_window, file, monkeypatch, tmp_path):
    window = make_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(file), ""))
    with qtbot.waitSignal(window.vectors_opened):
        window.actions_.open_vectors.trigger()
    page, exploring = window.explore_page, window.links.exploring
    assert window.pages.key == "explore"
    assert page.isVisible()
    assert page.bar.without.isVisible()
    qtbot.keyClicks(window.focusWidget(), "king")
    with qtbot.waitSignal(page.ask.answered):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "king" in page.similarity.words)
    qtbot.waitUntil(page.atlas.view.isVisible)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.atlas.find_bar.isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.start._vectors.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert page.ask.entry.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(window.rail.buttons["explore"], Qt.MouseButton.LeftButton)
    assert page.ask.entry.hasFocus()
    before = exploring.explored
    bad = tmp_path / "bad.bin"
    bad.write_bytes(pickle.dumps({"king": [1.0, 2.0]}))
    with qtbot.waitSignal(window.opening_failed):
        window.opener.open_vectors(str(bad))
    assert len(window.message.text) > 20
    assert exploring.explored is before
    page.bar.more.action("close").trigger()
    assert exploring.explored is None
    assert window.message.text == ""
    window.pages.show_page("train")
    assert not window.start._vectors.isVisible()
    with qtbot.waitSignal(window.vectors_opened):
        window.opener.open_recent(window.recent.entries[0])
    assert exploring.explored.vectors.words == WORDS


def test_first_rows_are_opened_again_as_first_rows(qtbot, make_window, file):
    window = make_window()
    with qtbot.waitSignal(window.vectors_opened):
        window.opener.open_vectors(str(file), 3)
    assert "first 3 rows" in window.start.recent[0].accessibleName()
    window.links.exploring.close_file()
    with qtbot.waitSignal(window.vectors_opened):
        window.opener.open_recent(window.recent.entries[0])
    assert window.links.exploring.explored.vectors.words == WORDS[:3]
    open_file(qtbot, window, file)
    with qtbot.waitSignal(window.vectors_opened):
        window.opener.open_recent(window.recent.entries[0])
    assert window.links.exploring.explored.vectors.words == WORDS


def test_a_run_goes_on_beside_a_file_and_both_can_be_chosen(qtbot, make_window, file, language):
    window = make_window(lambda *what: unhurried(open_trainer(*what)))
    with qtbot.waitSignal(window.text_opened):
        window.open_sample("derivation")
    window.train_page.form.choose("epochs", 100_000)
    window.commands.toggle()
    qtbot.waitUntil(lambda: window.controller.state is RunState.TRAINING)
    open_file(qtbot, window, file)
    page, exploring = window.explore_page, window.links.exploring
    assert window.controller.state is RunState.TRAINING
    assert page.bar.sources.isVisible()
    assert page.bar.sources.value == "file"
    qtbot.mouseClick(page.bar.sources.button("run"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: exploring.explored is not None and exploring.explored.report is None)
    page.rows_chosen.emit("W_out")
    qtbot.waitUntil(lambda: exploring.explored.rows == "W_out")
    qtbot.mouseClick(page.bar.sources.button("file"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: exploring.explored is not None and exploring.explored.report is not None)
    assert exploring.explored.rows == "W"
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: "推导" in page.bar.sources.button("run").toolTip())
    qtbot.mouseClick(window.top_bar.theme, Qt.MouseButton.LeftButton)
    assert window.controller.state is RunState.TRAINING


def test_only_the_first_rows_are_read_when_it_is_asked_for(qtbot, make_window, file):
    window = make_window()
    open_file(qtbot, window, file)
    window.explore_page.bar.more.action("first").trigger()
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is not None)
    dialog = window.findChild(QInputDialog)
    dialog.setIntValue(3)
    with qtbot.waitSignal(window.vectors_opened):
        dialog.accept()
    assert window.links.exploring.explored.vectors.words == WORDS[:3]


def test_closing_while_a_map_is_made_leaves_nothing(qtbot, make_window, file):
    window = make_window()
    open_file(qtbot, window, file)
    mapping = window.links.exploring.mapping
    mapping.ask(LayoutWish("tsne"))
    qtbot.waitUntil(lambda: mapping.state in ("preparing", "running", "done"))
    window.close()
    assert window.shutdown()
    assert multiprocessing.active_children() == []


@pytest.fixture
def trained(qtbot, make_window):
    """A window whose run has come to its end, with the Explore page before the user."""
    window = make_window(lambda *what: unhurried(open_trainer(*what)))
    with qtbot.waitSignal(window.text_opened):
        window.open_sample("derivation")
    window.train_page.form.choose("epochs", 3)
    with qtbot.waitSignal(window.run_ended):
        window.commands.toggle()
    window.pages.show_page("explore")
    qtbot.waitUntil(lambda: window.links.exploring.explored is not None)
    return window


def ask(qtbot, page, text):
    page.ask.focus_entry()
    with qtbot.waitSignal(page.ask.answered):
        page.ask.entry.setText(text)
        qtbot.keyClick(page.ask.entry, Qt.Key.Key_Return)
    return [row.word for row in page.ask.table.rows.rows]


def at(table, row):
    return table.visualRect(table.model().index(row, 0)).center()


def click_twice(qtbot, table, row):
    # Qt's own double click has no first click.
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at(table, row))
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at(table, row))


def test_a_neighbour_is_explained_by_a_click_and_asked_about_by_two(qtbot, trained):
    page = trained.explore_page
    first, second, *_ = trained.links.exploring.explored.vectors.words
    near = ask(qtbot, page, first)
    qtbot.waitUntil(lambda: page.why.row.pair == (first, near[0]))
    page.reasons.prefer("right")
    rows = page.ask.table
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at(rows, 1))
    assert page.why.row.pair == (first, near[1])
    assert page.why.isVisible()
    qtbot.waitUntil(lambda: page.why.overlap.text().startswith("cosine"))
    with qtbot.waitSignal(page.ask.answered):
        click_twice(qtbot, rows, 1)
    assert page.ask.entry.text() == near[1]
    assert page.why.row.pair[0] == near[1]
    with qtbot.waitSignal(page.ask.answered):
        qtbot.keyClick(rows, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.ask.entry.text() == first
    # What is being typed is left alone by newer answers to the same question, and not by another question.
    entry = page.why.row.entries[0]
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, "x")
    page.ask.answered.emit(page.ask._answered.answer)
    assert entry.text() == "x"
    ask(qtbot, page, second)
    assert page.why.row.pair[0] == second


def test_after_a_run_the_missing_word_is_shown_and_the_whole_page_asks_other_vectors(qtbot, trained):
    page, exploring = trained.explore_page, trained.links.exploring
    page.reasons.prefer("right")
    table = page.predict.table
    qtbot.waitUntil(lambda: page.predict.rows.count > 0 and table.viewport().rect().contains(at(table, 0)))
    predictor = exploring.explored.predictor
    values = page.predict._predicted.prediction.values
    assert page.predict.rows.word(0) == predictor.vocabulary.words[int(values.argmax())]
    word = page.predict.rows.word(0)
    with qtbot.waitSignal(page.ask.answered):
        click_twice(qtbot, table, 0)
    assert page.ask.entry.text().strip('"') == word
    for rows in ("W_out", "mean", "W"):
        with qtbot.waitSignal(page.ask.answered):
            qtbot.mouseClick(page.ask.vectors.button(rows), Qt.MouseButton.LeftButton)
        expected = [each.word for each in exploring.explored.vectors.neighbours(word)]
        assert exploring.explored.rows == rows
        assert [row.word for row in page.ask.table.rows.rows] == expected
        qtbot.waitUntil(lambda rows=rows: page.similarity._explored.rows == rows)


def test_questions_that_are_kept_are_there_after_the_next_start(qtbot, make_window, file):
    window = make_window()
    open_file(qtbot, window, file)
    ask(qtbot, window.explore_page, "king - moon")
    qtbot.mouseClick(window.explore_page.ask.bookmarks.star, Qt.MouseButton.LeftButton)
    window.close()
    again = make_window()
    open_file(qtbot, again, file)
    page = again.explore_page
    with qtbot.waitSignal(page.ask.answered):
        page.ask.bookmarks.menu().actions()[0].trigger()
    assert page.ask.entry.text() == "king \u2212 moon"
    assert page.ask.bookmarks.star.isChecked()


def test_what_was_found_in_a_file_is_said_once_where_it_is_seen(qtbot, make_window, tmp_path):
    window = make_window()
    path = tmp_path / "odd.vec"
    path.write_text("5 2\nking 1 0\nqueen nan 1\nking 2 0\nzero 0 0\nland 1 1\n", encoding="utf-8")
    open_file(qtbot, window, path)
    remarks = window.explore_page.bar.remarks
    facts = window.explore_page.bar.facts
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: "4 words" in facts.fitted(facts.width() - 20))
    assert remarks.isVisible()
    assert remarks.fitted(remarks.width()).startswith("Duplicates")
    assert window.message.text == ""
    window.message.say(lambda: "Saved.")
    window.explore_page.bar.more.action("close").trigger()
    assert window.message.text == "Saved."


@pytest.mark.parametrize("stopped", [False, True])
def test_closing_while_vectors_are_written_waits_for_that(qtbot, make_window, file, tmp_path, monkeypatch, stopped):
    gate, write, target = threading.Event(), vector_saving.write_vectors, tmp_path / "kept.bin"

    def slowly(*args):
        gate.wait(20)
        return write(*args)

    monkeypatch.setattr(vector_saving, "write_vectors", slowly)
    monkeypatch.setattr(dialogs, "choose_vectors_target", lambda *args: str(target))
    window = make_window()
    open_file(qtbot, window, file)
    save = window.explore_page.save
    save.save_asked.emit(save.wish("word2vec-binary"))
    window.close()
    assert window.isVisible()
    assert "being saved" in window.message.text
    if stopped:
        save.cancelled.emit()
        gate.set()
        with qtbot.waitSignal(window.links.saved):
            save.save_asked.emit(save.wish("word2vec-binary"))
        assert window.isVisible()
    else:
        gate.set()
        qtbot.waitUntil(lambda: not window.isVisible())
    assert read_vectors(target).words == WORDS
