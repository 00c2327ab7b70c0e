from text_data import opened_words

from w2v_gui.gui.text_statistics import TextStatistics
from w2v_gui.gui.vocabulary_search import VocabularySearch

ONE = opened_words({"king": 3, "a": 2, "kin": 1}).corpus
OTHER = opened_words({"skin": 3, "b": 2}, sentence=3).corpus


def test_the_last_of_many_wishes_is_answered(jobs, qtbot):
    search = VocabularySearch(jobs, jobs)
    answers = []
    search.found.connect(answers.append)
    search.open_text(ONE)
    with qtbot.waitSignal(search.sorted) as order:
        for query in ("k", "ki", "kin"):
            search.find(query)
        search.sort()
    assert [found.query for found in answers] == ["kin"]
    assert answers[0].exact == 2
    assert order.args[0].tolist() == [1, 2, 0]


def test_answers_about_a_text_that_is_gone_are_not_told(jobs, qtbot):
    search = VocabularySearch(jobs, jobs)
    answers = []
    search.found.connect(answers.append)
    search.open_text(ONE)
    search.find("kin")
    search.open_text(OTHER)
    with qtbot.waitSignal(search.found):
        search.find("kin")
    assert [found.ids.tolist() for found in answers] == [[0]]


def test_nothing_is_searched_without_a_text(jobs):
    search = VocabularySearch(jobs, jobs)
    search.find("a")
    search.sort()


def test_only_the_latest_text_is_measured(jobs, qtbot):
    statistics = TextStatistics(jobs, jobs)
    answers = []
    statistics.measured.connect(answers.append)
    statistics.look(ONE)
    with qtbot.waitSignal(statistics.measured):
        statistics.look(OTHER)
    assert [measured.lengths.lengths.tolist() for measured in answers] == [[2, 3]]


def test_what_goes_wrong_is_told_and_the_next_search_begins(jobs, qtbot, monkeypatch):
    search = VocabularySearch(jobs, jobs)
    search.open_text(ONE)
    with monkeypatch.context() as broken:
        broken.setattr("w2v_gui.gui.vocabulary_search.WordIndex.find", None)
        with qtbot.waitSignal(search.failed) as failed:
            search.find("kin")
    assert isinstance(failed.args[0], TypeError)
    with qtbot.waitSignal(search.found) as found:
        search.find("kin")
    assert found.args[0].exact == 2
