"""The text that is open is read once more, in another way; until that is done it stays what it is."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.errors import Cancelled
from w2v_gui.gui import opener
from w2v_gui.gui.dialogs import Answer
from w2v_gui.gui.opening import Recipe

TEXT = "The cat saw the dog.\nThe dog saw 3 cats.\n" * 20


@pytest.fixture
def opened(qtbot, make_window, tmp_path):
    """A window with a file open, and the recipe by which it was read."""
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = make_window()
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(path)])
    return window, Recipe((str(path),))


def with_numbers(recipe):
    return replace(recipe, options=TokenizerOptions(digits=True))


def test_settings_and_page_stay(qtbot, opened):
    window, recipe = opened
    window.train_page.form.choose("window", 2)
    window.pages.show_page("inside")
    assert window.controller.corpus.vocabulary.index("3") is None
    with qtbot.waitSignal(window.text_opened):
        window.opener.read_again(with_numbers(recipe))
    assert window.controller.corpus.vocabulary.index("3") is not None
    assert window.train_page.form.config().window == 2
    assert window.pages.key == "inside"


def test_a_newer_wish_takes_the_place_of_the_one_being_read(qtbot, opened, monkeypatch):
    window, recipe = opened
    corpora = []
    window.opener.text_read_again.connect(lambda opened: corpora.append(opened.recipe))
    with qtbot.waitSignal(window.text_opened):
        window.opener.read_again(with_numbers(recipe))
        window.opener.read_again(recipe)
    qtbot.waitUntil(lambda: not window.reader.active)
    assert corpora == [recipe]
    assert window.controller.corpus.vocabulary.index("3") is None
    assert "cancelled" not in window.message.text


def test_nothing_is_lost_where_it_cannot_be_read(qtbot, opened, tmp_path):
    window, recipe = opened
    corpus = window.controller.corpus
    (tmp_path / "text.txt").unlink()
    with qtbot.waitSignal(window.opening_failed):
        window.opener.read_again(recipe)
    assert "There is no file" in window.message.text
    assert window.controller.corpus is corpus


def test_cancelled(qtbot, opened, monkeypatch):
    window, recipe = opened
    corpus = window.controller.corpus

    def work(job):
        while not job.cancelled():
            threading.Event().wait(0.002)
        raise Cancelled

    monkeypatch.setattr(opener, "read_text", lambda recipe: work)
    window.opener.read_again(recipe)
    assert window.reader.active
    with qtbot.waitSignal(window.opening_failed):
        qtbot.mouseClick(window.top_bar.cancel, Qt.MouseButton.LeftButton)
    assert window.controller.corpus is corpus


def test_a_model_that_is_not_on_disk_is_asked_about(opened, monkeypatch):
    window, recipe = opened
    asked = []
    monkeypatch.setattr(type(window.saving), "at_stake", property(lambda saving: 100.0))
    monkeypatch.setattr(
        window.unsaved, "_ask", lambda window, name, seconds, answered: (asked.append(name), answered(Answer.CANCEL))
    )
    window.opener.read_again(recipe)
    assert asked == ["text.txt"]
    assert not window.reader.active
