"""The search for words in a text, on a worker."""

from __future__ import annotations

from PySide6.QtCore import QObject

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.text_search import TextSearch

CORPUS = EncodedCorpus.from_sentences([["the", "cat"], ["the", "dog"], ["a", "cat"], ["the", "dog", "the", "cat"]])


def test_only_the_latest_question_is_answered(qtbot, qapp):
    jobs, parent = Jobs(), QObject()
    finder = TextSearch(jobs, parent)
    finder.open_text(CORPUS)
    got, failed = [], []
    finder.found.connect(got.append)
    finder.failed.connect(failed.append)
    for typed in ("cat", "dog", "the dog"):
        finder.find(typed, -1, False)
    qtbot.waitUntil(lambda: bool(got))
    assert jobs.shutdown()
    assert [found.typed for found in got] == ["the dog"]
    assert got[0].places == range(2, 4)
    assert failed == []
