"""The Source card together with those who read: what is chosen there is read again, or everything stays as it was."""

import errno

import pytest
from PySide6.QtCore import Qt
from source_data import CHINESE, ENGLISH, written

from w2v_gui.corpus import original
from w2v_gui.corpus.word_lists import DictionaryEntry
from w2v_gui.gui import dialogs


@pytest.fixture
def opened(qtbot, make_window, tmp_path):
    """A window on its Text page, and the card of the file that is open in it."""
    window = make_window()
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(written(tmp_path / "red.txt", CHINESE, "gb18030"))])
    window.pages.show_page("text")
    return window, window.text_page.source


def test_a_wrong_encoding_is_refused_and_everything_stays(qtbot, opened):
    window, panel = opened
    corpus, before = window.controller.corpus, panel.wanted
    panel.encoding.chosen.emit(panel.files.files[0], "utf-8", False)
    qtbot.waitUntil(lambda: "is not in the encoding “utf-8”" in panel.foot.said.text)
    assert window.controller.corpus is corpus
    assert panel.wanted == before
    assert panel.encoding.button.text() == "GB18030"
    assert not panel.foot.reading.isVisibleTo(panel)


def test_an_encoding_that_fits_is_taken_and_given_back(qtbot, opened):
    window, panel = opened
    for encoding, label in (("gbk", "chosen by you"), ("", "detected, ")):
        panel.encoding.chosen.emit(panel.files.files[0], encoding, False)
        with qtbot.waitSignal(window.text_opened):
            pass
        assert panel.encoding.label.text().startswith(label)


def test_a_word_that_is_put_together_is_one_word_and_undone_it_is_not(qtbot, opened):
    window, panel = opened
    assert "贾宝玉初" not in window.controller.corpus.vocabulary
    with qtbot.waitSignal(window.text_opened):
        panel.add_entry(DictionaryEntry(("贾宝玉初",)))
    assert "贾宝玉初" in window.controller.corpus.vocabulary
    assert panel.foot.said.text == "“贾宝玉初” is one word from now on."
    with qtbot.waitSignal(window.text_opened):
        qtbot.mouseClick(panel.foot.said.action, Qt.MouseButton.LeftButton)
    assert "贾宝玉初" not in window.controller.corpus.vocabulary


def test_files_and_figures_are_saved_as_a_table(qtbot, opened, tmp_path, monkeypatch):
    _, panel = opened
    path = tmp_path / "source.csv"
    monkeypatch.setattr(dialogs, "choose_export", lambda parent, folder, name, kind: str(path))
    panel.export("csv")
    qtbot.waitUntil(path.exists)
    assert "red.txt" in path.read_text(encoding="utf-8-sig")


def test_a_file_that_is_written_again_can_be_read_again(qtbot, opened, tmp_path):
    window, panel = opened
    written(tmp_path / "red.txt", CHINESE * 2, "gb18030")
    qtbot.waitUntil(lambda: panel.foot.changes.text == "“red.txt” has changed since it was read.")
    assert window.controller.corpus.sentences == 20
    with qtbot.waitSignal(window.text_opened):
        qtbot.mouseClick(panel.foot.changes.action, Qt.MouseButton.LeftButton)
    assert window.controller.corpus.sentences == 40
    assert panel.foot.changes.text == ""


def test_a_file_that_changed_while_another_page_was_seen_is_told(qtbot, opened, tmp_path):
    window, panel = opened
    window.pages.show_page("train")
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(written(tmp_path / "fox.txt", ENGLISH))])
    with qtbot.waitSignal(window.links.source.watch.found):
        written(tmp_path / "fox.txt", ENGLISH * 2)
        window.links.source.watch.look()
    window.pages.show_page("text")
    assert panel.foot.changes.text == "“fox.txt” has changed since it was read."
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(tmp_path / "red.txt")])
    assert panel.foot.changes.text == ""


def test_a_file_that_has_gone_cannot_be_read_again_and_the_text_stays(qtbot, opened, tmp_path):
    window, panel = opened
    corpus = window.controller.corpus
    (tmp_path / "red.txt").unlink()
    qtbot.waitUntil(lambda: "no longer there" in panel.foot.changes.text)
    qtbot.mouseClick(panel.words.editor("digits"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "There is no file" in panel.foot.said.text)
    assert window.controller.corpus is corpus
    assert not panel.words.editor("digits").isChecked()


def test_a_full_disk_is_said_and_the_text_stays(qtbot, opened, monkeypatch):
    window, panel = opened
    corpus = window.controller.corpus

    def full():
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(original, "temporary_file", full)
    monkeypatch.setattr(original.OriginalText.__init__, "__defaults__", (0,))
    qtbot.mouseClick(panel.words.editor("digits"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no room for a copy of the text" in panel.foot.said.text)
    assert window.controller.corpus is corpus
    assert not panel.words.editor("digits").isChecked()


@pytest.mark.parametrize("left", [0, 1])
def test_stop_words_that_leave_nothing_are_refused_and_the_text_stays(qtbot, opened, left):
    window, panel = opened
    corpus = window.controller.corpus
    panel.choose_option("stop_words", corpus.vocabulary.words[left:])
    qtbot.waitUntil(lambda: f"Without the stop words, {left} different words" in panel.foot.said.text)
    assert window.controller.corpus is corpus
    assert panel.wanted.options.stop_words == ()


def test_a_folder_of_ten_thousand_files(qtbot, opened, tmp_path):
    window, panel = opened
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"{number:05}.txt").write_text(f"word{number} and others\n", encoding="utf-8")
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(folder)])
    assert panel.files.rows.rowCount() == 10_000
    panel.grab()
    panel.encoding.chosen.emit(panel.files.files[0], "utf-8", True)
    with qtbot.waitSignal(window.text_opened):
        pass
    assert panel.encoding.label.text() == "chosen by you"
    (folder / "00500.txt").unlink()
    window.links.source.watch.look()
    qtbot.waitUntil(lambda: panel.foot.changes.text == "“00500.txt” is no longer there; what was read stays.")
