"""With which options a new text is read."""

import pytest

from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.corpus.word_lists import DictionaryEntry
from w2v_gui.gui import reading_options
from w2v_gui.gui.reading_options import ReadingOptions
from w2v_gui.gui.settings import WindowSettings

DICTIONARY = (DictionaryEntry(("云雨情",), 20, "n"), DictionaryEntry(("刘", "姥姥")))


def given(qtbot, jobs):
    """Return what a window that has just been opened reads its first text with."""
    options = ReadingOptions(WindowSettings(), jobs, jobs)
    taken = []
    options.give(taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    return taken[0]


def test_at_first_everything_is_at_its_default(qtbot, jobs):
    assert given(qtbot, jobs) == TokenizerOptions()


def test_lists_are_there_at_the_next_start_and_the_rest_for_the_next_text(qtbot, jobs):
    options = ReadingOptions(WindowSettings(), jobs, jobs)
    read = TokenizerOptions("chinese", "paragraph", "characters", False, False, True, True, DICTIONARY, ("the", "的"))
    options.remember(read)
    taken = []
    options.give(taken.append)
    stay = {"segmenter": "characters", "hmm": False, "lower_case": False, "digits": True, "punctuation": True}
    assert taken == [TokenizerOptions(user_dictionary=DICTIONARY, stop_words=("the", "的"), **stay)]
    qtbot.waitUntil(lambda: bool(WindowSettings().value("reading/stop_words", "")))
    assert given(qtbot, jobs) == TokenizerOptions(user_dictionary=DICTIONARY, stop_words=("the", "的"))


def test_an_emptied_list_stays_empty(qtbot, jobs):
    options = ReadingOptions(WindowSettings(), jobs, jobs)
    options.remember(TokenizerOptions(stop_words=("the",)))
    options.remember(TokenizerOptions())
    qtbot.waitUntil(lambda: not jobs._jobs)
    assert given(qtbot, jobs) == TokenizerOptions()


def test_a_list_that_is_too_long_is_not_kept(qtbot, jobs, monkeypatch):
    monkeypatch.setattr(reading_options, "MOST_KEPT", 20)
    options = ReadingOptions(WindowSettings(), jobs, jobs)
    options.remember(TokenizerOptions(stop_words=("short",), user_dictionary=(DictionaryEntry(("长" * 30,)),)))
    qtbot.waitUntil(lambda: bool(WindowSettings().value("reading/stop_words", "")))
    assert given(qtbot, jobs) == TokenizerOptions(stop_words=("short",))


@pytest.mark.parametrize("broken", ["one two three four\n", b"\xff\xfe", 3.5, "x" * 5000])
def test_broken_settings_are_survived(qtbot, jobs, broken):
    WindowSettings().set("reading/user_dictionary", broken)
    WindowSettings().set("reading/stop_words", "the\n")
    assert given(qtbot, jobs) == TokenizerOptions(stop_words=("the",))
