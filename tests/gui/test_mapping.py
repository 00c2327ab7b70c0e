from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from w2v_gui.errors import ConfigError, UserError
from w2v_gui.gui.explored import Explored
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.mapping import Mapping
from w2v_gui.vectors.layouts import LAYOUTS, LayoutWish
from w2v_gui.vectors.word_vectors import WordVectors


def explored(count=80, seed=0, **more):
    matrix = np.random.default_rng(seed).standard_normal((count, 8))
    matrix[5] = 0
    return Explored("some", WordVectors([f"w{row}" for row in range(count)], matrix), **more)


class Said:
    """What a worker has said."""

    def __init__(self, worker):
        self.frames, self.states, self.phases, self.trust, self.near, self.labels = [], [], [], [], [], []
        self.refused, self.failed = [], []
        worker.frame_made.connect(self.frames.append)
        worker.state_changed.connect(self.states.append)
        worker.progressed.connect(lambda *told: self.phases.append(told))
        worker.truths.trust_made.connect(self.trust.append)
        worker.truths.neighbours_found.connect(lambda *told: self.near.append(told))
        worker.truths.clusters_found.connect(self.labels.append)
        worker.refused.connect(self.refused.append)
        worker.failed.connect(self.failed.append)


@pytest.fixture
def mapping(qapp):
    owner = QObject()
    jobs = Jobs(owner)
    worker = Mapping(jobs, owner)
    worker.said = Said(worker)
    yield worker
    assert worker.shutdown(20)
    assert jobs.shutdown()
    assert worker.said.failed == []
    # All at once and here, not one by one by whoever collects garbage.
    delete(owner)


def test_principal_components_are_there_at_once_and_move_with_a_newer_moment(qtbot, mapping):
    first = explored()
    mapping.show_explored(first)
    mapping.truths.find_clusters(3)
    mapping.ask(LayoutWish())
    qtbot.waitUntil(lambda: bool(mapping.said.trust and mapping.said.labels))
    assert mapping.said.states == ["preparing", "done"]
    frame = mapping.said.frames[-1]
    assert np.flatnonzero(np.isnan(frame.coordinates[:, 0])).tolist() == [5]
    assert (mapping.said.trust[-1].points, mapping.said.labels[-1][5]) == (79, -1)
    later = explored(seed=1, lineage=first.lineage)
    mapping.show_explored(later)
    qtbot.waitUntil(lambda: len(mapping.said.frames) == 2)
    assert not np.allclose(mapping.said.frames[1].coordinates[0], frame.coordinates[0])
    mapping.show_explored(explored())
    assert mapping.state == "idle"


def test_true_neighbours_are_those_among_the_words_on_the_map(qtbot, mapping):
    source = explored()
    mapping.show_explored(source)
    mapping.ask(LayoutWish(rows=tuple(range(3, 40))))
    qtbot.waitUntil(lambda: bool(mapping.said.frames))
    mapping.truths.find_neighbours(20)
    qtbot.waitUntil(lambda: bool(mapping.said.near))
    row, rows, cosines = mapping.said.near[0]
    expected = [near for near in source.vectors.neighbours("w20", 80) if 3 <= int(near.word[1:]) < 40][:10]
    assert (row, [f"w{near}" for near in rows]) == (20, [near.word for near in expected])
    assert np.allclose(cosines, [near.similarity for near in expected], atol=1e-5)
    mapping.truths.find_neighbours(5)
    qtbot.waitUntil(lambda: len(mapping.said.near) == 2)
    assert len(mapping.said.near[1][1]) == 0


def test_tsne_is_watched_paused_changed_and_stopped(qtbot, mapping):
    mapping.show_explored(explored())
    mapping.ask(LayoutWish("tsne", values={"iterations": 100_000}))
    said = mapping.said

    def iteration():
        return said.frames[-1].iteration if said.frames else 0

    qtbot.waitUntil(lambda: iteration() > 5)
    assert said.states[:2] == ["preparing", "running"]
    assert {phase for phase, _ in said.phases} <= {"starting", "neighbours", "similarities"}
    mapping.pause()
    reached = iteration()
    qtbot.wait(80)
    assert (mapping.state, iteration()) == ("paused", reached)
    mapping.resume()
    qtbot.waitUntil(lambda: iteration() > reached)
    mapping.change({"iterations": iteration() + 20})
    qtbot.waitUntil(lambda: mapping.state == "done")
    assert said.frames[-1].finished
    mapping.change({"iterations": 100_000})
    done = iteration()
    qtbot.waitUntil(lambda: iteration() > done)
    mapping.stop()
    done = iteration()
    assert mapping.state == "done"
    # The same process makes the next map.
    mapping.ask(LayoutWish("tsne", dimensions=3, values={"iterations": 100_000}))
    qtbot.waitUntil(lambda: said.frames[-1].coordinates.shape[1] == 3 and iteration() > 0)


def test_a_process_that_is_gone_is_told_of_and_replaced(qtbot, mapping):
    mapping.show_explored(explored())
    mapping.ask(LayoutWish("tsne", values={"iterations": 100_000}))
    qtbot.waitUntil(lambda: mapping.state == "running")
    mapping._making._process._process.kill()
    qtbot.waitUntil(lambda: bool(mapping.said.refused))
    assert "memory" in str(mapping.said.refused[0])
    assert mapping.state == "done"


def test_what_cannot_be_is_refused_in_a_sentence(mapping, monkeypatch):
    mapping.show_explored(explored())
    mapping.ask(LayoutWish("tsne", values={"perplexity": -1}))
    monkeypatch.setitem(LAYOUTS, "umap", replace(LAYOUTS["umap"], available=lambda: False))
    mapping.ask(LayoutWish("umap"))
    assert [type(problem) for problem in mapping.said.refused] == [ConfigError, UserError]
    assert "w2v-gui[umap]" in str(mapping.said.refused[1])
    assert mapping.state == "idle"
