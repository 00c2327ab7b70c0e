import csv
import io
from dataclasses import replace

import numpy as np
import pytest
from bringing_up import bring_up
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from text_data import opened_with_stop_words, opened_words

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.noise import noise_probabilities
from w2v_gui.gui.opening import Recipe
from w2v_gui.gui.panels.vocabulary import MOST_COPIED, VocabularyPanel
from w2v_gui.gui.tables import as_csv
from w2v_gui.gui.text_statistics import measure
from w2v_gui.gui.vocabulary_search import VocabularySearch
from w2v_gui.gui.vocabulary_table import COUNT, KEEP, NOISE, RANK, SHARE, WORD

COUNTS = {"the": 900, "king": 60, "queen": 50, "<b>kin</b>": 9, "宝玉": 7, "skin": 3, "apple": 2, "kings": 1}


@pytest.fixture
def panel(qtbot, theme, language):
    return bring_up(qtbot, VocabularyPanel(), 700, 500)


@pytest.fixture
def search(panel, jobs):
    """The worker of the panel."""
    search = VocabularySearch(jobs, jobs)
    panel.search_asked.connect(search.find)
    panel.order_asked.connect(search.sort)
    search.found.connect(panel.show_found)
    search.sorted.connect(panel.show_order)
    return search


def show(panel, search=None, opened=None, **config):
    opened = opened or opened_words(COUNTS)
    if search is not None:
        search.open_text(opened.corpus)
    panel.open_text(opened)
    panel.show_config(TrainingConfig(**{"min_count": 5} | config))
    return opened


def column(panel, column_):
    return [panel.rows.index(row, column_).data() for row in range(panel.rows.rowCount())]


def words(panel):
    return column(panel, WORD)


def press(panel, qtbot, section):
    header = panel.table.horizontalHeader()
    x = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2))


def seek(panel, qtbot, query):
    panel.search.clear()
    qtbot.keyClicks(panel.search, query)
    qtbot.waitUntil(lambda: panel._listing.found is not None and panel._listing.found.query == query)


def test_words_that_are_kept_with_their_numbers(panel):
    show(panel, sample=0.01)
    vocabulary = opened_words(COUNTS).corpus.vocabulary.kept(5)
    assert words(panel) == list(COUNTS)[:5]
    assert column(panel, RANK) == ["1", "2", "3", "4", "5"]
    assert column(panel, COUNT)[0] == "900"
    assert float(column(panel, SHARE)[1]) == pytest.approx(100 * 60 / 1032, abs=1e-3)
    assert float(column(panel, KEEP)[0]) == pytest.approx(vocabulary.keep_probability(0.01)[0], abs=1e-3)
    assert float(column(panel, NOISE)[1]) == pytest.approx(noise_probabilities(vocabulary.counts, 0.75)[1], abs=1e-3)


def test_settings_change_what_becomes_of_the_words(panel):
    show(panel)
    assert len(words(panel)) == 5
    panel.show_config(TrainingConfig(min_count=2))
    assert len(words(panel)) == 7
    before = column(panel, KEEP)
    panel.show_config(TrainingConfig(min_count=2, sample=0))
    assert set(column(panel, KEEP)) == {"1"} != set(before)
    panel.show_config(None)
    assert len(words(panel)) == 7
    panel.show_config(TrainingConfig(min_count=1000))
    assert words(panel) == []
    assert "1,000" in panel.remark.text()


def test_without_noise_words_there_is_no_column_for_them(panel):
    show(panel)
    assert not panel.table.isColumnHidden(NOISE)
    panel.show_config(TrainingConfig(objective="softmax"))
    assert panel.table.isColumnHidden(NOISE)
    panel.show_config(TrainingConfig())
    assert not panel.table.isColumnHidden(NOISE)


def test_words_that_are_passed_over_are_listed_by_a_button(panel, qtbot):
    show(panel)
    qtbot.mouseClick(panel.filter.button("passed over"), Qt.MouseButton.LeftButton)
    assert words(panel) == ["skin", "apple", "kings"]
    assert set(column(panel, KEEP)) == {"rare"}
    qtbot.mouseClick(panel.filter.button("all"), Qt.MouseButton.LeftButton)
    assert words(panel) == list(COUNTS)
    assert "below min. count 5" in panel.rows.index(7, WORD).data(Qt.ItemDataRole.ToolTipRole).lower()


def test_stop_words_stand_where_their_count_is(panel, qtbot):
    opened = opened_with_stop_words(COUNTS, {"of": 500, "a": 1})
    show(panel, opened=opened)
    panel.filter.button("all").click()
    assert words(panel) == list(COUNTS)
    panel.show_measured(opened, measure(opened.corpus))
    assert words(panel)[:3] == ["the", "of", "king"]
    assert column(panel, RANK)[:3] == ["1", "–", "2"]
    assert column(panel, KEEP)[1] == "stop word"
    assert not panel.row_menu(1).actions()[3].isEnabled()
    panel.filter.button("passed over").click()
    assert words(panel) == ["of", "skin", "apple", "kings", "a"]
    panel.go_to("of")
    assert panel.table.currentIndex().row() == 0


def test_columns_sort_and_say_so(panel, search, qtbot):
    show(panel, search)
    press(panel, qtbot, COUNT)
    assert words(panel)[0] == "宝玉"
    assert panel.rows.headerData(COUNT, Qt.Orientation.Horizontal).endswith("↑")
    press(panel, qtbot, KEEP)
    assert words(panel)[0] == "the"
    press(panel, qtbot, WORD)
    qtbot.waitUntil(lambda: words(panel) == ["<b>kin</b>", "king", "queen", "the", "宝玉"])
    press(panel, qtbot, WORD)
    assert words(panel)[0] == "宝玉"
    assert panel.rows.headerData(WORD, Qt.Orientation.Horizontal).endswith("↓")
    press(panel, qtbot, RANK)
    assert words(panel)[0] == "the"
    assert panel.rows.headerData(RANK, Qt.Orientation.Horizontal).endswith("↑")


def test_the_order_is_chosen_from_the_menu_too(panel):
    show(panel)
    submenu = panel.menu().actions()[0].menu()
    submenu.actions()[1].trigger()
    assert words(panel)[0] == "宝玉"


def test_typing_searches(panel, search, qtbot):
    show(panel, search)
    seek(panel, qtbot, "kin")
    assert words(panel) == ["king", "<b>kin</b>"]
    assert panel._caption.text().startswith("2")
    panel.filter.button("all").click()
    assert words(panel) == ["king", "<b>kin</b>", "skin", "kings"]
    seek(panel, qtbot, "^kin")
    assert words(panel) == ["king", "kings"]
    seek(panel, qtbot, "KING")
    assert words(panel)[0] == "king"
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert words(panel) == list(COUNTS)


def test_what_is_found_among_the_others_only_is_told(panel, search, qtbot):
    show(panel, search)
    seek(panel, qtbot, "apple")
    assert words(panel) == []
    assert "“apple”" in panel.remark.text()
    assert "1" in panel.remark.text()
    seek(panel, qtbot, "absent")
    assert "No word matches" in panel.remark.text()


def test_what_was_searched_and_sorted_goes_on_in_another_text(panel, search, qtbot):
    show(panel, search)
    panel.set_order("word")
    seek(panel, qtbot, "in")
    show(panel, search, opened_words({"sing": 9, "inn": 8, "out": 7}))
    qtbot.waitUntil(lambda: words(panel) == ["inn", "sing"])


def test_an_answer_to_an_older_question_is_not_shown(panel, search, qtbot):
    show(panel, search)
    with qtbot.waitSignal(search.found) as found:
        panel.search.setText("k")
        panel.search.setText("queen")
    assert found.args[0].query == "queen"
    assert words(panel) == ["queen"]
    old = found.args[0]
    panel.search.clear()
    panel.show_found(old)
    assert len(words(panel)) == 5


def test_keys_lead_from_the_field_into_the_table_and_back(panel, search, qtbot):
    show(panel, search)
    panel.search.setFocus()
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.table.hasFocus()
    assert panel.table.currentIndex().row() == 0
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.word_chosen) as chosen:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert chosen.args == ["king"]
    qtbot.keyClick(panel.table, Qt.Key.Key_Up)
    qtbot.keyClick(panel.table, Qt.Key.Key_Up)
    assert panel.search.hasFocus()
    panel.table.setFocus()
    qtbot.keyClicks(panel.table, "q")
    assert panel.search.hasFocus()
    qtbot.waitUntil(lambda: words(panel) == ["queen"])


def test_the_menu_of_a_word(panel, qtbot):
    show(panel, opened=replace(opened_words(COUNTS), recipe=Recipe(("royal.txt",))))
    panel.filter.button("all").click()
    asked = []
    for signal in (panel.concordance_asked, panel.next_asked, panel.watch_asked, panel.stop_word_made):
        signal.connect(asked.append)
    for action in panel.row_menu(1).actions()[:4]:
        action.trigger()
    assert asked == ["king"] * 4
    rare = panel.row_menu(7).actions()
    assert [action.isEnabled() for action in rare[:4]] == [True, True, False, True]


def test_no_word_of_a_built_in_sample_can_be_passed_over(panel):
    show(panel)
    assert [action.isEnabled() for action in panel.row_menu(1).actions()[:4]] == [True, True, True, False]


def test_the_menu_comes_by_key_too(panel, qtbot):
    show(panel)
    panel.table.setFocus()
    panel.table.select(2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    with qtbot.waitSignal(panel.table.menu_asked) as asked:
        panel.table.contextMenuEvent(event)
    assert asked.args[0] == 2
    popup = QApplication.activePopupWidget()
    assert "queen" in popup.actions()[0].text()
    popup.close()


def test_going_to_a_word_brings_it_into_sight(panel, search, qtbot):
    show(panel, search, opened_words({f"w{i}": 3000 - i for i in range(3000)} | {"rare": 1}))
    seek(panel, qtbot, "w1")
    panel.go_to("w2000")
    assert panel.search.text() == ""
    assert panel.rows.index(panel.table.currentIndex().row(), WORD).data() == "w2000"
    assert panel.table.viewport().rect().contains(panel.table.visualRect(panel.table.currentIndex()).center())
    panel.go_to("rare")
    assert panel.filter.value == "passed over"
    assert panel.rows.index(panel.table.currentIndex().row(), WORD).data() == "rare"
    panel.go_to("unheard of")
    assert panel.rows.index(panel.table.currentIndex().row(), WORD).data() == "rare"


def test_a_word_stays_selected_where_min_count_moves_others(panel):
    show(panel)
    panel.go_to("queen")
    panel.show_config(TrainingConfig(min_count=1))
    assert len(words(panel)) == 8
    assert panel.table.currentIndex().row() == 2


def test_selected_rows_are_copied(panel, qtbot):
    show(panel)
    panel.table.setFocus()
    panel.table.select(1)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("rank\tword\tcount")
    assert [line.split("\t")[1] for line in lines[1:]] == ["king", "queen"]


def test_too_many_rows_are_not_copied_without_a_word(panel):
    show(panel, opened=opened_words({f"w{i}": 9 for i in range(MOST_COPIED + 5)}))
    panel.table.selectAll()
    panel.copy_rows()
    assert len(QGuiApplication.clipboard().text().splitlines()) == MOST_COPIED + 1
    assert "5,005" in panel.remark.text()
    panel.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == MOST_COPIED + 1


def test_a_file_has_all_that_was_listed_when_it_was_asked_for(panel):
    show(panel)
    panel.filter.button("all").click()
    rows = panel.csv_rows()
    panel.show_config(TrainingConfig(min_count=1000))
    table = list(csv.DictReader(io.StringIO(as_csv(rows).decode("utf-8-sig"))))
    assert [row["word"] for row in table] == list(COUNTS)
    assert [row["state"] for row in table] == ["kept"] * 5 + ["below min. count"] * 3
    noise = [float(row["noise_probability"]) for row in table[:5]]
    assert sum(noise) == pytest.approx(1)
    assert table[5]["keep_probability"] == ""


@pytest.mark.parametrize("width", [240, 300, 420, 900])
def test_columns_give_way_where_there_is_no_room(panel, width):
    show(panel)
    panel.resize(width, 400)
    QApplication.processEvents()
    header = panel.table.horizontalHeader()
    shown = [column_ for column_ in range(6) if not panel.table.isColumnHidden(column_)]
    assert {WORD, COUNT} <= set(shown)
    assert header.length() <= panel.table.viewport().width()
    assert header.sectionSize(WORD) >= 80
    assert (len(shown) == 6) is (width >= 420)


def test_words_are_written_as_they_are(panel):
    show(panel)
    tip = panel.rows.index(3, WORD).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;kin" in tip
    for section in range(6):
        assert len(panel.rows.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)) > 30


def test_theme_and_language_change(panel, theme, language, qtbot):
    show(panel)
    theme.set_mode("dark")
    panel.apply_palette(theme.palette)
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel._title.text() == "词表")
    assert panel.rows.headerData(COUNT, Qt.Orientation.Horizontal) == "词频 ↓"
    image = panel.table.viewport().grab().toImage()
    assert np.frombuffer(image.constBits(), np.uint8).std() > 1
