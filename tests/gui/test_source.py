"""The Source card: what was read and how, and asking for it to be read in another way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from source_data import CHINESE, ENGLISH, opened, written

from w2v_gui.corpus.decoding import Decoding
from w2v_gui.corpus.ingest import FileReport, IngestProgress
from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.corpus.word_lists import DictionaryEntry
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.file_watch import FileChanges
from w2v_gui.gui.opening import Recipe, read_sample
from w2v_gui.gui.panels.source import SourcePanel
from w2v_gui.gui.source.file_list import MOST_ROWS, ROW, FileList
from w2v_gui.gui.theme import LIGHT


@pytest.fixture
def panel(qtbot, theme, language):
    panel = SourcePanel()
    qtbot.addWidget(panel)
    panel.resize(300, 1000)
    panel.apply_palette(LIGHT)
    panel.show_config(TrainingConfig(min_count=2))
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


@pytest.fixture
def chinese(tmp_path):
    return opened(written(tmp_path / "red.txt", CHINESE, "gb18030"))


@pytest.fixture
def english(tmp_path):
    return opened(written(tmp_path / "fox.txt", ENGLISH))


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def shown(panel, name):
    return panel.words.editor(name).isVisibleTo(panel)


def figures(panel):
    return dict(panel.figures.rows())


# -- what is shown ------------------------------------------------------------------------------------------------


def test_files_encoding_and_figures(panel, chinese):
    panel.open_text(chinese)
    rows = list(panel.csv_rows())
    assert rows[1][:3] == ("red.txt", len(CHINESE.encode("gb18030")), "gb18030")
    assert panel.encoding.button.text() == "GB18030"
    assert panel.encoding.label.text().startswith("detected, ")
    assert figures(panel)["characters"] == str(len(CHINESE))
    assert figures(panel)["sentences"] == "20"
    assert figures(panel)["undecodable"] == "0"
    assert "stop_words" not in figures(panel)


def test_options_that_do_not_apply_are_not_shown(panel, chinese, english):
    panel.open_text(english)
    assert not any(shown(panel, name) for name in ("segmenter", "hmm", "user_dictionary"))
    assert panel.words.editor("language").text() == "Spaced · auto"
    assert "Taken for: English and other spaced scripts" in panel.words.editor("language").toolTip()
    panel.open_text(chinese)
    assert all(shown(panel, name) for name in ("segmenter", "hmm", "user_dictionary", "stop_words"))
    panel.choose_option("segmenter", "characters")
    assert not shown(panel, "hmm")
    panel.choose_option("language", "spaced")
    assert not shown(panel, "segmenter")
    panel.choose_option("language", "auto")
    assert panel.words.editor("language").text() == "Chinese · auto"
    panel.open_text(english)
    panel.choose_option("language", "chinese")
    assert panel.words.editor("language").text() == "Chinese"


def test_a_sample_has_words_already(qtbot, panel, chinese):
    panel.open_text(chinese)
    panel.open_text(read_sample("planted_en")(None))
    assert panel.sample.isVisibleTo(panel)
    assert not panel.words.isVisibleTo(panel)
    assert not panel.encoding.isVisibleTo(panel)
    assert not panel.files.isVisibleTo(panel)
    assert figures(panel)["tokens"]
    with qtbot.assertNotEmitted(panel.recipe_changed, wait=500):
        # A list of the text before, in which something is applied when the sample is there.
        panel.choose_option("stop_words", ("the",))
    panel.open_text(chinese)
    assert panel.words.isVisibleTo(panel)
    assert not panel.sample.isVisibleTo(panel)


def test_a_pasted_text_has_no_encoding(panel):
    panel.open_text(opened(pasted=ENGLISH))
    assert panel.files.rows.index(0).data() == "Pasted text"
    assert not panel.encoding.isVisibleTo(panel)


def test_bytes_that_are_no_characters_are_marked(panel, tmp_path):
    file = tmp_path / "torn.txt"
    file.write_bytes((CHINESE * 300).encode() + b"\xe5\xbc")
    panel.open_text(opened(file))
    assert figures(panel)["undecodable"] == "2"
    assert "no characters in this encoding" in panel.files.rows.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_stop_words_are_counted_apart(panel, tmp_path):
    path = written(tmp_path / "fox.txt", ENGLISH)
    panel.open_text(opened(path, options=TokenizerOptions(stop_words=("the", "dog"))))
    assert panel.words.editor("stop_words").text() == "2 words"
    assert figures(panel)["stop_words"] == "100 · 38.5 %"
    assert figures(panel)["tokens"] == "160"
    assert not {"the", "dog"} & set(panel.frequent_words)


def test_ten_thousand_files_are_asked_for_only_where_they_are_seen(qtbot, monkeypatch):
    files = [FileReport(f"folder/{n:05}.txt", 1000, Decoding("utf-8", 1.0, "utf-8")) for n in range(10_000)]
    asked = set()

    def title(file):
        asked.add(file.name)
        return file.name

    view = FileList(title)
    qtbot.addWidget(view)
    view.show_files(files)
    view.resize(280, view.height())
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    assert view.height() == ROW * MOST_ROWS + 2
    view.scrollToBottom()
    view.grab()
    assert "folder/09999.txt" in asked
    assert len(asked) < 4 * MOST_ROWS


# -- what is asked for --------------------------------------------------------------------------------------------


def test_options_changed_one_after_the_other_are_one_wish(qtbot, panel, english):
    panel.open_text(english)
    with qtbot.waitSignal(panel.recipe_changed) as asked:
        press(qtbot, panel.words.editor("digits"))
        press(qtbot, panel.words.editor("lower_case"))
    assert asked.args == [Recipe(english.recipe.paths, options=TokenizerOptions(digits=True, lower_case=False))]


def test_a_choice_is_made_by_keyboard(qtbot, panel, chinese):
    panel.open_text(chinese)
    segmenter = panel.words.editor("segmenter")
    segmenter.setFocus()
    with qtbot.waitSignal(panel.recipe_changed) as asked:
        qtbot.keyClick(segmenter, Qt.Key.Key_Down)
    assert asked.args[0].options.segmenter == "characters"


def test_what_is_thought_better_of_in_time_is_not_asked_for(qtbot, panel, english):
    panel.open_text(english)
    with qtbot.assertNotEmitted(panel.recipe_changed, wait=500):
        press(qtbot, panel.words.editor("digits"))
        press(qtbot, panel.words.editor("digits"))


def test_what_is_thought_better_of_while_it_is_read_is_given_up(qtbot, panel, english):
    panel.open_text(english)
    with qtbot.waitSignal(panel.recipe_changed):
        press(qtbot, panel.words.editor("digits"))
    panel.show_reading(IngestProgress(50, 100, 12))
    assert panel.foot.reading.isVisibleTo(panel)
    with qtbot.waitSignal(panel.cancel_asked):
        press(qtbot, panel.words.editor("digits"))


def test_cancelled_everything_is_as_the_text_is(qtbot, panel, english):
    panel.open_text(english)
    with qtbot.waitSignal(panel.recipe_changed):
        press(qtbot, panel.words.editor("digits"))
    panel.show_reading(None)
    with qtbot.waitSignal(panel.cancel_asked):
        press(qtbot, panel.foot.reading.cancel)
    panel.restore()
    assert not panel.words.editor("digits").isChecked()
    assert not panel.foot.isVisibleTo(panel)
    assert panel.wanted == english.recipe


def test_refused_it_is_said_why_and_everything_is_as_the_text_is(qtbot, panel, chinese):
    panel.open_text(chinese)
    file = panel.files.files[0]
    with qtbot.waitSignal(panel.recipe_changed) as asked:
        panel.encoding.chosen.emit(file, "utf-16", False)
    assert asked.args[0].encodings == {"red.txt": "utf-16"}
    panel.show_refused(lambda: "“red.txt” is not in the encoding “utf-16”.")
    assert panel.foot.said.text == "“red.txt” is not in the encoding “utf-16”."
    assert panel.wanted == chinese.recipe
    with qtbot.waitSignal(panel.recipe_changed):
        press(qtbot, panel.words.editor("digits"))
    panel.open_text(chinese)
    assert panel.foot.said.text == ""


def test_what_was_changed_for_one_text_is_not_asked_of_the_next(qtbot, panel, english, chinese):
    panel.open_text(english)
    with qtbot.assertNotEmitted(panel.recipe_changed, wait=500):
        press(qtbot, panel.words.editor("digits"))
        panel.open_text(chinese)
    assert panel.wanted == chinese.recipe


def test_what_is_changed_while_the_text_arrives_is_not_lost(qtbot, panel, tmp_path):
    path = written(tmp_path / "fox.txt", ENGLISH)
    panel.open_text(opened(path))
    with qtbot.waitSignal(panel.recipe_changed) as asked:
        press(qtbot, panel.words.editor("digits"))
        panel.open_text(opened(path, options=TokenizerOptions(punctuation=True)))
    assert asked.args[0].options.digits


def test_encodings_are_chosen_for_a_file_for_all_and_for_none(qtbot, panel, tmp_path):
    for name in ("a", "b"):
        written(tmp_path / f"{name}.txt", CHINESE, "gb18030")
    panel.open_text(opened(tmp_path / "a.txt", tmp_path / "b.txt"))
    second = panel.files.files[1]
    for encoding, everywhere, expected in (
        ("big5", False, {"b.txt": "big5"}),
        ("gbk", True, {"a.txt": "gbk", "b.txt": "gbk"}),
        ("", False, {"a.txt": "gbk"}),
    ):
        panel.encoding.chosen.emit(second, encoding, everywhere)
        assert panel.wanted.encodings == expected
    panel.encoding.chosen.emit(second, "", True)
    assert panel.wanted.encodings == {}


# -- corrections by hand ------------------------------------------------------------------------------------------


def test_a_correction_goes_into_the_dictionary_and_can_be_undone(qtbot, panel, chinese, tmp_path):
    entry, other = DictionaryEntry(("云雨情",)), DictionaryEntry(("云雨", "情"))
    panel.open_text(chinese)
    with qtbot.waitSignal(panel.recipe_changed) as asked:
        panel.add_entry(entry)
    assert asked.args[0].options.user_dictionary == (entry,)
    assert panel.foot.said.text == "“云雨情” is one word from now on."
    again = opened(tmp_path / "red.txt", options=TokenizerOptions(user_dictionary=(entry,)))
    panel.open_text(again)
    assert panel.words.editor("user_dictionary").text() == "1 word"
    panel.add_entry(other)
    assert panel.foot.said.text == "“云雨情” is 云雨 | 情 from now on."
    assert panel.wanted.options.user_dictionary == (entry, other)
    press(qtbot, panel.foot.said.action)
    assert panel.wanted.options.user_dictionary == (entry,)
    assert panel.foot.said.text == ""


def test_a_correction_of_one_text_is_not_undone_in_another(panel, chinese, english):
    panel.open_text(chinese)
    panel.add_entry(DictionaryEntry(("云雨情",)))
    panel.open_text(english)
    assert panel.foot.said.text == ""


def test_a_correction_that_was_not_read_is_not_said_to_be_there(panel, chinese):
    panel.open_text(chinese)
    panel.add_entry(DictionaryEntry(("云雨情",)))
    panel.restore()
    assert panel.foot.said.text == ""
    assert panel.wanted.options.user_dictionary == ()


# -- the minimum count --------------------------------------------------------------------------------------------


def test_min_count_is_the_form_s(qtbot, panel, english):
    panel.open_text(english)
    field = panel.min_count.editor.widget
    assert panel.min_count.kept.text() == "keeps 10 words, 260 tokens (100.0\u00a0%)"
    with qtbot.waitSignal(panel.setting_chosen) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert asked.args == ["min_count", "3"]
    panel.show_config(TrainingConfig(min_count=21))
    assert field.text() == "21"
    assert panel.min_count.kept.text() == "keeps 2 words, 100 tokens (38.5\u00a0%)"
    assert figures(panel)["rare"] == "8 · 61.5 %"
    panel.show_config(TrainingConfig(min_count=1000))
    assert panel.min_count.kept.text() == "keeps no word at all: lower it"
    panel.set_locked(True)
    assert not field.isEnabled()


def test_a_minimum_count_that_is_none_is_marked_where_it_is_typed(qtbot, panel, english):
    panel.open_text(english)
    field = panel.min_count.editor.widget
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "many")
    panel.show_config(None)
    assert panel.min_count.editor.is_wrong
    assert field.text() == "many"
    assert "whole number" in panel.min_count.editor.problem.text()


# -- files that change --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "text", "again"),
    [
        (FileChanges((Path("x.txt"),)), "“x.txt” has changed since it was read.", True),
        (FileChanges((), (Path("x.txt"),)), "“x.txt” is no longer there; what was read stays.", False),
        (
            FileChanges((Path("a"), Path("b")), tuple(map(Path, "cde"))),
            "2 files have changed since they were read, such as “a”. "
            "3 files are no longer there, such as “c”; what was read stays.",
            True,
        ),
    ],
)
def test_files_that_are_no_longer_as_they_were(qtbot, panel, english, changes, text, again):
    panel.open_text(english)
    panel.show_changes(changes)
    assert panel.foot.changes.text == text
    assert panel.foot.changes.action.isVisibleTo(panel) is again
    if again:
        with qtbot.waitSignal(panel.recipe_changed) as asked:
            press(qtbot, panel.foot.changes.action)
        assert asked.args == [english.recipe]
    panel.show_changes(FileChanges())
    assert not panel.foot.isVisibleTo(panel)


def test_what_is_being_said_follows_the_language(qtbot, panel, language, chinese):
    panel.open_text(chinese)
    panel.show_changes(FileChanges((Path("x.txt"),)))
    panel.add_entry(DictionaryEntry(("云雨情",)))
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel.foot.changes.text == "“x.txt”读取之后有改动。")
    assert panel.foot.said.text == "从现在起，“云雨情”是一个词。"
    assert panel.min_count.kept.text().startswith("保留")
