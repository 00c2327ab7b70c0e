"""The card of test sets: dropped, scored on a worker, unfolded, looked behind, remembered."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest
from bringing_up import bring_up
from dropping import drop
from dropping import files as dropped
from fakes import small_corpus
from PySide6.QtCore import Qt

from w2v_gui.gui import scoring as scoring_module
from w2v_gui.gui.explored import Explored
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.panels.scores import ScoresPanel
from w2v_gui.gui.scores.behind import FILE, question_text
from w2v_gui.gui.scores.details import MISSING
from w2v_gui.gui.scores.table import FOUND, NAME, PRODUCT, SCORE
from w2v_gui.gui.scoring import Scoring
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.tables import as_csv
from w2v_gui.vectors.evaluation import WrongAnswer
from w2v_gui.vectors.word_vectors import WordVectors

WORDS = ("king", "man", "queen", "woman", "王", "t-shirt")
MATRIX = [[3, 1, 0], [0.1, 1, 0], [3, 0, 1], [0.1, 0, 1], [1, 1, 1], [0, 0, -1]]
EXPLORED = Explored("novel", WordVectors(WORDS, MATRIX), words_done=1000)
PAIRS = "king\tqueen\t9\nking\tman\t4\nking\tt-shirt\t0\nnobody\tking\t1\n"
QUESTIONS = ": royal\nman king woman queen\nman king woman nobody\n: wrong\nking man t-shirt queen\n"


@pytest.fixture
def panel(qtbot, theme, language):
    return bring_up(qtbot, ScoresPanel(), 330, 420)


@pytest.fixture
def scoring(jobs, panel):
    scoring = Scoring(jobs, WindowSettings(), jobs)
    scoring.attend(panel)
    show(scoring, panel, EXPLORED)
    return scoring


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / "pairs.tsv", tmp_path / "questions.txt"]
    for path, text in zip(paths, (PAIRS, QUESTIONS), strict=True):
        path.write_text(text)
    return [str(path) for path in paths]


def show(scoring, panel, explored):
    panel.show_explored(explored)
    scoring.show_explored(explored)


def scored(scoring):
    return bool(scoring.entries) and not scoring.active and all(entry.score for entry in scoring.entries)


def added(qtbot, scoring, panel, files):
    drop(panel, dropped(*files))
    qtbot.waitUntil(lambda: scored(scoring))


def cell(panel, row, column):
    return panel.rows.data(panel.rows.index(row, column))


def click(qtbot, table, row, x=60):
    middle = table.visualRect(table.model().index(row, 0)).center()
    middle.setX(x)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_what_is_dropped_is_scored_and_a_wrong_file_gets_a_sentence(panel, scoring, files, tmp_path, qtbot):
    (tmp_path / "prose.txt").write_text("It was the best of times\nIt was the worst of times\n")
    assert panel.about.isVisible()
    added(qtbot, scoring, panel, [files[0], tmp_path / "prose.txt", files[1]])
    assert [cell(panel, row, FOUND) for row in range(2)] == ["3/4", "2/3"]
    assert [cell(panel, row, SCORE) for row in range(2)] == ["ρ 1.00", "50.0 %"]
    assert cell(panel, 1, PRODUCT) == "50.0 %"
    assert "prose.txt" in panel.notice.text
    assert not panel.about.isVisible()
    drop(panel, dropped(files[0]))
    qtbot.waitUntil(lambda: not panel.notice.text)
    assert len(scoring.entries) == 2


def test_a_folder_is_as_good_as_its_files(panel, scoring, files, tmp_path, qtbot):
    added(qtbot, scoring, panel, [tmp_path])
    assert [entry.name for entry in scoring.entries] == ["pairs", "questions"]


def test_sections_unfold_by_key_and_by_arrow(panel, scoring, files, qtbot):
    added(qtbot, scoring, panel, files)
    panel.table.setFocus()
    panel.table.select(1)
    qtbot.keyClick(panel.table, Qt.Key.Key_Right)
    assert [cell(panel, row, NAME).strip() for row in range(4)] == ["pairs", "▾ questions", "royal", "wrong"]
    assert panel.table.currentIndex().row() == 1
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    qtbot.keyClick(panel.table, Qt.Key.Key_Left)
    assert (panel.rows.count, panel.table.currentIndex().row()) == (2, 1)
    click(qtbot, panel.table, 1, x=10)
    assert panel.rows.count == 4
    assert not panel.behind.isVisible()
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    assert panel.rows.count == 2


def test_looking_behind_a_score_and_back(panel, scoring, files, qtbot):
    added(qtbot, scoring, panel, files)
    click(qtbot, panel.table, 1)
    behind = panel.behind
    assert behind.isVisible()
    assert not panel.table.isVisible()  # there is no room for both
    wrong = behind.rows.rows[0]
    assert wrong.words == ("king", "man", "t-shirt", "queen")
    assert wrong.answer not in ("queen", "")
    behind.table.select(0)
    assert set(panel.pointed_words) == {*wrong.words, wrong.answer}
    with qtbot.waitSignal(panel.question_chosen) as asked:
        qtbot.keyClick(behind.table, Qt.Key.Key_Return)
    assert asked.args == ['king : man :: "t-shirt" : ?']
    menu = behind.row_menu(0)
    with qtbot.waitSignal(panel.word_chosen) as asked:
        menu.actions()[2].trigger()
    assert asked.args == ["man"]
    menu.deleteLater()
    qtbot.mouseClick(behind.views.button(MISSING), Qt.MouseButton.LeftButton)
    assert [(row.word, row.items) for row in behind.rows.rows] == [("nobody", 1)]
    assert behind.views.button(MISSING).text() == "Missing: 1"
    qtbot.mouseClick(behind.views.button(FILE), Qt.MouseButton.LeftButton)
    assert "3 analogies in 2 sections" in behind.text.text()
    qtbot.keyClick(behind.views.button(FILE), Qt.Key.Key_Escape)
    assert panel.table.hasFocus()
    panel.resize(900, 500)
    click(qtbot, panel.table, 0)
    assert behind.isVisible()
    assert panel.table.isVisible()


def test_where_there_is_room_a_set_is_looked_behind_until_that_is_closed(panel, scoring, files, qtbot):
    panel.resize(900, 500)
    assert not panel.behind.isVisible()
    added(qtbot, scoring, panel, files)
    assert panel.behind.heading.text() == "pairs"
    assert panel.table.currentIndex().row() == 0
    qtbot.mouseClick(panel.behind.close_, Qt.MouseButton.LeftButton)
    assert not panel.behind.isVisible()
    click(qtbot, panel.table, 1)
    assert panel.behind.heading.text() == "questions"
    panel.resize(330, 420)
    assert panel.behind.isVisible()
    panel.behind.closed.emit()
    panel.resize(900, 500)
    assert panel.behind.isVisible()
    panel.resize(330, 420)
    assert panel.table.isVisible()


def test_the_misses_of_a_section_are_those_of_the_section(panel, scoring, files, qtbot):
    added(qtbot, scoring, panel, files)
    panel.toggle(1)
    click(qtbot, panel.table, 2)
    assert (panel.behind.heading.text(), panel.behind.rows.count) == ("questions: royal", 0)
    assert panel.behind.text.text() == "Nothing is wrong."


def test_test_sets_are_remembered_and_can_be_removed(panel, scoring, files, jobs, qtbot, tmp_path):
    added(qtbot, scoring, panel, files)
    (tmp_path / "pairs.tsv").unlink()
    other = ScoresPanel()
    qtbot.addWidget(other)
    again = Scoring(jobs, WindowSettings(), jobs)
    again.attend(other)
    show(again, other, EXPLORED)
    assert again.entries == ()  # nothing is read before the card is seen
    other.show()
    qtbot.waitUntil(lambda: len(again.entries) == 2 and again.entries[1].score is not None)
    assert other.rows.count == 2
    click(qtbot, other.table, 0)
    assert "cannot be read" in other.behind.text.text()
    other.behind.closed.emit()
    qtbot.keyClick(other.table, Qt.Key.Key_Delete)
    assert [entry.name for entry in again.entries] == ["questions"]
    assert len(Scoring(jobs, WindowSettings(), jobs)._remembered()) == 1


def test_damaged_settings_do_no_harm(panel, jobs, qtbot):
    settings = WindowSettings()
    for value in ("{", "3", '[1, null, "/nowhere/at/all"]'):
        settings.set("explore/test_sets", value)
        settings.set("explore/restrict", "many")
        scoring = Scoring(jobs, settings, jobs)
        assert scoring.restrict == 30_000
        assert scoring._remembered() in ([], ["/nowhere/at/all"])


def test_a_newer_moment_is_scored_when_it_costs_little(panel, scoring, files, qtbot):
    added(qtbot, scoring, panel, files)
    show(scoring, panel, replace(EXPLORED, words_done=2000))
    qtbot.waitUntil(lambda: [entry.words_done for entry in scoring.entries] == [2000, 2000])
    assert panel.foot.state.text() == ""


def test_a_newer_moment_waits_when_it_costs_much(panel, scoring, files, qtbot, monkeypatch):
    monkeypatch.setattr(scoring_module, "CHEAP_SECONDS", -1)
    added(qtbot, scoring, panel, files)
    show(scoring, panel, replace(EXPLORED, words_done=2000))
    assert not scoring.active
    assert panel.foot.state.text() == "now 2 k words"
    assert panel.rows.data(panel.rows.index(0, SCORE), Qt.ItemDataRole.ForegroundRole) is not None
    qtbot.mouseClick(panel.foot.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [entry.words_done for entry in scoring.entries] == [2000, 2000])
    assert panel.foot.state.text() == ""
    show(scoring, panel, replace(EXPLORED, words_done=3000))
    scoring._rest.timeout.emit()  # no newer moment has come
    qtbot.waitUntil(lambda: [entry.words_done for entry in scoring.entries] == [3000, 3000])


def test_other_vectors_are_scored_at_once(panel, scoring, files, qtbot):
    added(qtbot, scoring, panel, files)
    backwards = Explored("other", WordVectors(WORDS[::-1], MATRIX))
    show(scoring, panel, backwards)
    assert all(entry.score is None for entry in scoring.entries)
    qtbot.waitUntil(lambda: scored(scoring))
    assert cell(panel, 0, SCORE) != "ρ 1.00"
    show(scoring, panel, None)
    assert cell(panel, 0, SCORE) == ""
    assert cell(panel, 0, FOUND) == "4"
    assert not panel.foot.again.isEnabled()


def test_scoring_can_be_stopped(panel, scoring, files, qtbot, monkeypatch):
    def endless(vectors, test_set, restrict, report):
        while True:
            report(0.4)

    monkeypatch.setattr(scoring_module, "score", endless)
    drop(panel, dropped(*files))
    qtbot.waitUntil(lambda: panel.foot.progress.value() == 400)
    assert panel.foot.progress.accessibleName() == "pairs: 40.0 %"
    assert not panel.foot.again.isVisible()
    qtbot.mouseClick(panel.foot.stop, Qt.MouseButton.LeftButton)
    assert not scoring.active
    assert panel.foot.again.isVisible()
    assert cell(panel, 0, FOUND) == "4"


def test_a_set_that_is_being_scored_can_be_removed(panel, scoring, files, qtbot, monkeypatch):
    def endless_pairs(vectors, test_set, restrict, report):
        while test_set.name == "pairs":
            report(0.4)
        return score(vectors, test_set, restrict, report)

    score = scoring_module.score
    monkeypatch.setattr(scoring_module, "score", endless_pairs)
    drop(panel, dropped(*files))
    qtbot.waitUntil(lambda: panel.rows.count == 2)
    panel.remove(0)
    qtbot.waitUntil(lambda: scored(scoring))
    assert [entry.name for entry in scoring.entries] == ["questions"]


def test_an_error_of_ours_is_told_and_leaves_the_card_usable(panel, scoring, files, qtbot, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(scoring_module, "score", broken)
        with qtbot.waitSignal(scoring.failed):
            drop(panel, dropped(*files))
    assert not scoring.active
    qtbot.mouseClick(panel.foot.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: scored(scoring))


def test_analogies_among_fewer_words(panel, scoring, files, qtbot):
    added(qtbot, scoring, panel, files)
    field = panel.foot.field
    assert field.text() == "30000"
    field.selectAll()
    qtbot.keyClicks(field, "5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scored(scoring) and scoring.entries[1].score.restrict == 5)
    assert cell(panel, 1, FOUND) == "1/3"
    assert any(missing.rare for missing in scoring.entries[1].score.missing)
    field.selectAll()
    qtbot.keyClicks(field, "many")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "5"


def test_too_many_test_sets_are_refused(panel, scoring, files, qtbot, monkeypatch):
    monkeypatch.setattr(scoring_module, "MOST_SETS", 1)
    drop(panel, dropped(*files))
    qtbot.waitUntil(lambda: scored(scoring))
    assert len(scoring.entries) == 1
    assert "Remove one of them" in panel.notice.text


def test_the_table_holds_all_sections(panel, scoring, files, qtbot):
    added(qtbot, scoring, panel, files)
    rows = list(csv.DictReader(io.StringIO(as_csv(panel.csv_rows()).decode("utf-8-sig"))))
    assert [(row["test_set"], row["section"], row["kind"]) for row in rows] == [
        ("pairs", "", "pairs"),
        ("questions", "", "analogies"),
        ("questions", "royal", "analogies"),
        ("questions", "wrong", "analogies"),
    ]
    assert [rows[0]["spearman"], rows[1]["accuracy_3cosadd"], rows[1]["words_done"]] == ["1", "0.5", "1000"]


def test_few_found_are_remarked_upon(panel, scoring, files, qtbot):
    added(qtbot, scoring, panel, files)
    show(scoring, panel, Explored("", WordVectors(["x"], np.ones((1, 3)))))
    qtbot.waitUntil(lambda: scored(scoring))
    assert cell(panel, 0, SCORE) == "–"
    assert "another language" in panel.rows.explanation(panel.rows.rows[0])


def test_both_languages(panel, scoring, files, qtbot, language):
    added(qtbot, scoring, panel, files)
    click(qtbot, panel.table, 0)
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel.behind.views.button(FILE).text() == "文件")
    assert panel.about.zone.text() == "拖入文件，或点击选择"


def test_odd_words_in_a_question():
    wrong = WrongAnswer(("New York", "a-b", "+", "x"), "y", "z", 0)
    assert question_text(wrong) == '"New York" : "a-b" :: "+" : ?'


def test_a_sample_brings_its_own_questions(panel, scoring, files, qtbot):
    added(qtbot, scoring, panel, files)
    sample = Explored("sample", EXPLORED.vectors, opened=Opened(small_corpus(), sample="planted_zh"))
    show(scoring, panel, sample)
    qtbot.waitUntil(lambda: len(scoring.entries) == 3 and scored(scoring))
    assert cell(panel, 0, NAME) == "▸ Questions of the sample"
    assert scoring.entries[0].score.total > 100
    assert len(Scoring(scoring._jobs, WindowSettings(), scoring)._remembered()) == 2
    show(scoring, panel, replace(EXPLORED, lineage=object()))
    assert [entry.name for entry in scoring.entries] == ["pairs", "questions"]
