"""Editing the user's dictionary and the stop words, and looking at a file in other encodings."""

import pytest
from fakes import small_corpus
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from source_data import CHINESE, ENGLISH, opened, written

from w2v_gui.corpus import word_lists
from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.corpus.word_lists import DictionaryEntry
from w2v_gui.gui import dialogs
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.widgets.list_edit import ListEdit


@pytest.fixture
def work(qtbot, make_window):
    """What does the work of the Source card, in a window on its Text page."""
    window = make_window()
    work = window.links.source
    work.panel = window.text_page.source
    window.take_text(Opened(small_corpus(), values={"min_count": 1, "vector_size": 8}))
    window.pages.show_page("text")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return work


@pytest.fixture
def chinese(work, tmp_path):
    text = opened(
        written(tmp_path / "red.txt", CHINESE, "gb18030"),
        options=TokenizerOptions(user_dictionary=(DictionaryEntry(("贾宝玉",), 300, "nr"),)),
    )
    work.panel.open_text(text)
    work.open_text(text)
    return text


@pytest.fixture
def english(work, tmp_path):
    text = opened(written(tmp_path / "fox.txt", ENGLISH))
    work.panel.open_text(text)
    return text


def edit(qtbot, work, name, expected):
    """Open the window of a list by its button, and wait until what it holds is there."""
    qtbot.mouseClick(work.panel.words.editor(name), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not work.dialog.edit.isReadOnly())
    assert work.dialog.edit.toPlainText() == expected
    return work.dialog


def type_at_end(dialog, text):
    dialog.edit.moveCursor(dialog.edit.textCursor().MoveOperation.End)
    # As an input method does it: keys alone have no Chinese characters.
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QCoreApplication.sendEvent(dialog.edit, typed)


def test_a_word_is_added_and_applied_with_keys(qtbot, work, chinese):
    dialog = edit(qtbot, work, "user_dictionary", "贾宝玉 300 nr\n")
    type_at_end(dialog, "刘|姥姥")
    with qtbot.waitSignal(work.panel.recipe_changed) as asked:
        qtbot.keyClick(dialog.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args[0].options.user_dictionary == (
        DictionaryEntry(("贾宝玉",), 300, "nr"),
        DictionaryEntry(("刘", "姥姥")),
    )
    assert work.dialog is None


def test_a_wrong_line_is_marked_while_one_types(qtbot, work, chinese):
    dialog = edit(qtbot, work, "user_dictionary", "贾宝玉 300 nr\n")
    type_at_end(dialog, "one two three four")
    qtbot.waitUntil(lambda: not dialog.problem.isHidden())
    assert dialog.problem.text().startswith("Line 2 should be ")
    assert dialog.problem.text().endswith("and is: one two three four")
    (mark,) = dialog.edit.extraSelections()
    assert mark.cursor.blockNumber() == 1
    assert not dialog.apply.isEnabled()
    with qtbot.assertNotEmitted(dialog.applied):
        qtbot.keyClick(dialog.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for _ in range(len(" three four")):
        qtbot.keyClick(dialog.edit, Qt.Key.Key_Backspace)
    qtbot.waitUntil(dialog.problem.isHidden)
    qtbot.waitUntil(lambda: dialog.count.text() == "2 words")
    assert dialog.edit.extraSelections() == []


def test_cancelled_nothing_is_asked_for(qtbot, work, chinese):
    dialog = edit(qtbot, work, "user_dictionary", "贾宝玉 300 nr\n")
    type_at_end(dialog, "刘姥姥")
    with qtbot.assertNotEmitted(work.panel.recipe_changed, wait=500):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert work.dialog is None


def test_a_list_is_loaded_in_another_encoding_and_undone(qtbot, work, chinese, tmp_path, monkeypatch):
    path = written(tmp_path / "words.txt", "刘姥姥\n云雨情 20\n" * 50, "gb18030")
    monkeypatch.setattr(dialogs, "choose_list", lambda parent, folder: str(path))
    dialog = edit(qtbot, work, "user_dictionary", "贾宝玉 300 nr\n")
    assert not dialog.undo.isEnabled()
    qtbot.mouseClick(dialog.load, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.edit.toPlainText().startswith("刘姥姥\n云雨情 20\n"))
    qtbot.waitUntil(lambda: dialog.count.text() == "100 words")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.edit.toPlainText() == "贾宝玉 300 nr\n")
    assert not dialog.undo.isEnabled()


@pytest.mark.parametrize("kind", ["missing", "too long", "no text"])
def test_a_file_that_is_no_list_is_refused_and_the_text_stays(qtbot, work, english, tmp_path, monkeypatch, kind):
    path = tmp_path / "list.txt"
    if kind == "too long":
        monkeypatch.setattr(word_lists, "MOST_CHARACTERS", 100)
        written(path, "word\n" * 100)
    elif kind == "no text":
        path.write_bytes(bytes(range(256)) * 20)
    monkeypatch.setattr(dialogs, "choose_list", lambda parent, folder: str(path))
    dialog = edit(qtbot, work, "stop_words", "")
    type_at_end(dialog, "the")
    qtbot.waitUntil(lambda: dialog.count.text() == "1 word")
    qtbot.mouseClick(dialog.load, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "list.txt" in dialog.problem.text())
    assert dialog.edit.toPlainText() == "the"
    assert dialog.apply.isEnabled()


def test_frequent_words_are_a_beginning_for_stop_words(qtbot, work, english):
    dialog = edit(qtbot, work, "stop_words", "")
    type_at_end(dialog, "the")
    dialog.most.setText("3")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    first = english.corpus.vocabulary.words[:3]
    assert dialog.edit.toPlainText().split() == ["the", *(word for word in first if word != "the")]
    dialog.most.setText("none")
    dialog.most.edited.emit("none")
    assert not dialog.add.isEnabled()
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert dialog.edit.toPlainText() == "the"


def test_a_list_is_saved_as_a_file(qtbot, work, chinese, tmp_path, monkeypatch):
    path = tmp_path / "mine.txt"
    monkeypatch.setattr(dialogs, "choose_export", lambda parent, folder, name, kind: str(path))
    dialog = edit(qtbot, work, "user_dictionary", "贾宝玉 300 nr\n")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(path.exists)
    assert path.read_bytes() == "贾宝玉 300 nr\n".encode()


def test_a_hundred_thousand_lines_are_pasted_and_taken_back(qtbot):
    view = ListEdit()
    qtbot.addWidget(view)
    text = "".join(f"词{n}\n" for n in range(100_000))
    view.begin_with("一𠀀二")
    cursor = view.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(3, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    data = QMimeData()
    data.setText(text)
    view.insertFromMimeData(data)
    assert view.filling
    qtbot.waitUntil(lambda: not view.filling)
    assert view.toPlainText() == f"一{text}二"
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not view.filling)
    assert view.toPlainText() == "一𠀀二"


# -- encodings ----------------------------------------------------------------------------------------------------


def test_an_encoding_is_chosen_by_what_the_file_looks_like(qtbot, work, chinese):
    row = work.panel.encoding
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.menu.rows.rowCount() > 3)
    names = [row.menu.rows.index(place).data() for place in range(row.menu.rows.rowCount())]
    assert names[:2] == ["Automatic", "Chinese, simplified (GB18030)"]
    assert row.menu.list.currentIndex().row() == 0
    assert "红楼梦里" in row.menu.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    for _ in range(names.index("UTF-8")):
        qtbot.keyClick(row.menu.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(work.panel.recipe_changed) as asked:
        qtbot.keyClick(row.menu.list, Qt.Key.Key_Return)
    assert asked.args[0].encodings == {"red.txt": "utf-8"}
    assert not row.window_.isVisible()


def test_the_menu_of_encodings_is_left_with_escape(qtbot, work, chinese):
    row = work.panel.encoding
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.menu.rows.rowCount() > 3)
    with qtbot.assertNotEmitted(work.panel.recipe_changed, wait=450):
        qtbot.keyClick(row.menu.list, Qt.Key.Key_Escape)
    assert not row.window_.isVisible()


def test_a_file_that_has_gone_has_no_candidates(qtbot, work, chinese, tmp_path):
    (tmp_path / "red.txt").unlink()
    row = work.panel.encoding
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "There is no file" in row.menu.waiting.text())
    qtbot.waitUntil(lambda: work.panel.foot.changes.text == "“red.txt” is no longer there; what was read stays.")
