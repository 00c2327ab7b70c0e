"""What is answered too late about one text lands in no other."""

from dataclasses import replace

import pytest
from fakes import small_corpus
from source_data import ENGLISH, written
from text_data import opened_words

from w2v_gui.gui.opening import Opened
from w2v_gui.gui.spellings import Spellings
from w2v_gui.gui.text_search import TextSearch
from w2v_gui.gui.text_statistics import TextStatistics

ONE = opened_words({"king": 3, "castle": 2, "moon": 1})
OTHER = opened_words({"sun": 4, "sea": 2})


def ready(page):
    return page.text._reading is not None and page.text._reading.windows is not None


def idle(window):
    return not window.jobs._jobs


@pytest.fixture
def reading(qtbot, make_window):
    """A window on its Text page, whose text has been prepared."""
    window = make_window()
    window.take_text(Opened(small_corpus(), values={"min_count": 1}))
    window.pages.show_page("text")
    qtbot.waitUntil(lambda: ready(window.text_page) and idle(window))
    return window


def test_what_was_being_made_of_the_text_before_is_not_shown_with_the_next(qtbot, reading):
    reading.train_page.form.choose("window", 2)
    reading.pages.show_page("train")
    reading.take_text(replace(ONE, values={"min_count": 1}))
    qtbot.waitUntil(lambda: idle(reading))
    reading.pages.show_page("text")
    qtbot.waitUntil(lambda: ready(reading.text_page))
    assert reading.text_page.text._reading.paragraphs.at(0).text.split() == [
        "king",
        "king",
        "king",
        "castle",
        "castle",
        "moon",
    ]


def test_words_that_one_text_suggested_are_not_looked_up_in_the_next(qtbot, reading):
    reading.pages.show_page("train")
    reading.take_text(Opened(small_corpus(), watch=("moon",)))
    qtbot.waitUntil(lambda: idle(reading))
    reading.take_text(OTHER)
    reading.pages.show_page("text")
    qtbot.waitUntil(lambda: reading.text_page.concordance.looked_up in ("sun", "sea"))


def test_a_page_that_is_made_late_is_told_which_words_are_worth_looking_up(qtbot, make_window):
    window = make_window()
    window.take_text(ONE)
    qtbot.waitUntil(lambda: idle(window))
    window.pages.show_page("text")
    assert window.text_page.concordance.looked_up


@pytest.mark.parametrize("kind", [TextStatistics, TextSearch])
def test_forgotten_is_not_answered(qtbot, jobs, kind):
    if kind is TextSearch:
        worker = TextSearch(jobs, jobs)
        worker.open_text(ONE.corpus)
        answered, ask = worker.found, lambda: worker.find("moon", 0, False)
    else:
        worker = TextStatistics(jobs, jobs)
        answered, ask = worker.measured, lambda: worker.look(ONE.corpus)
    answers = []
    answered.connect(answers.append)
    ask()
    worker.forget()
    qtbot.waitUntil(lambda: not jobs._jobs)
    assert answers == []


def test_spellings_are_those_of_the_text_that_is_open(qtbot, jobs):
    open_ = [ONE.corpus.vocabulary]
    spellings, answers = Spellings(jobs, lambda: open_[0], jobs), []
    spellings.found.connect(lambda *answer: answers.append(answer))
    spellings.find("kinf")
    open_[0] = OTHER.corpus.vocabulary
    qtbot.waitUntil(lambda: not jobs._jobs)
    assert answers == []


def test_an_encoding_is_not_previewed_by_a_file_of_the_text_before(qtbot, make_window, tmp_path):
    window = make_window()
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        written(tmp_path / folder / "text.txt", ENGLISH)
    window.pages.show_page("text")
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(tmp_path / "one" / "text.txt")])
    encoding = window.text_page.source.encoding
    encoding.open()
    shown = []
    encoding.menu.show_previews = lambda *previews: shown.append(previews)
    window.links.source.open_text(Opened(small_corpus()))
    qtbot.waitUntil(lambda: idle(window))
    assert shown == []
