"""Leaving the Text page's text, or the window, while something is being read, counted, searched or previewed."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from source_data import CHINESE, written
from text_data import opened_words

from w2v_gui.gui.jobs import Job

OTHER = replace(opened_words({"sun": 4, "sea": 2, "sand": 2}), values={"min_count": 1})


def _read_again(window):
    page = window.text_page
    page.source.recipe_changed.emit(
        replace(page.source.recipe, options=replace(page.source.recipe.options, digits=True))
    )


def _ask_for_everything(window):
    page = window.text_page
    window.train_page.form.choose("window", 2)
    page.text.find_asked.emit("宝玉", 0, False)
    page.text.unknown.emit("刘姥")
    page.vocabulary.search_asked.emit("玉")
    page.vocabulary.order_asked.emit()
    page.concordance.look_up("刘姥姥")
    page.source.encoding.open()
    window.links.source.watch.look()


@pytest.fixture
def gate(monkeypatch):
    """What is begun from now on waits behind a gate."""
    gate, execute = threading.Event(), Job.execute
    gate.set()

    def held(job):
        gate.wait(20)
        execute(job)

    monkeypatch.setattr(Job, "execute", held)
    yield gate
    gate.set()


@pytest.fixture
def window(qtbot, gate, make_window, tmp_path):
    """A window on its Text page, which is at rest."""
    window = make_window()
    window.pages.show_page("text")
    window.open_paths([str(written(tmp_path / "red.txt", CHINESE))])
    with qtbot.waitSignal(window.text_opened):
        pass
    qtbot.waitUntil(lambda: not window.jobs._jobs)
    return window


@pytest.mark.parametrize("act", [_read_again, _ask_for_everything])
def test_the_window_closes_and_nothing_is_left(gate, window, act):
    gate.clear()
    act(window)
    threading.Timer(0.02, gate.set).start()
    assert window.leave()
    assert not window.jobs._jobs
    QCoreApplication.processEvents()


@pytest.mark.parametrize("act", [_read_again, _ask_for_everything])
def test_another_text_is_shown_and_nothing_of_the_one_before(qtbot, gate, window, act):
    gate.clear()
    act(window)
    if act is _read_again:
        window.reader.cancel()
    window.take_text(OTHER)
    gate.set()
    qtbot.waitUntil(lambda: not window.jobs._jobs)
    page, corpus = window.text_page, OTHER.corpus
    assert window.controller.corpus is corpus
    assert page.text._reading.corpus is corpus
    assert page.text._reading.paragraphs.at(0).text.split() == ["sun"] * 4 + ["sea"] * 2 + ["sand"] * 2
    assert page.pairs._table.windows.corpus is corpus
    assert page.concordance._answer.corpus is corpus
    assert page.vocabulary.rows.rowCount() == 3
    assert page.lengths._lengths.longest == 8
    assert page.source.recipe is None
    assert page.source.foot.changes.text == ""
