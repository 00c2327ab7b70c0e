"""What is said about a training before it begins: measured on the side, and given up when something else begins."""

import threading

import pytest
from fakes import FakeTrainer, loss_curve, small_corpus, snapshot
from PySide6.QtCore import Qt

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import ConfigError
from w2v_gui.gui.form.estimate_view import EstimateView
from w2v_gui.gui.opening import Opened
from w2v_gui.session.rate import Rate
from w2v_gui.session.run import RunState

VALUES = {"min_count": 1, "vector_size": 8, "threads": 1, "epochs": 50}


class Bench:
    """Makes trainers, keeps them, and lets a test hold them up while they prepare."""

    def __init__(self):
        self.made = []
        self.gate = threading.Event()
        self.gate.set()
        self.error = None

    def __call__(self, corpus, config):
        if self.error is not None:
            raise self.error
        bench = self

        class Held(FakeTrainer):
            def prepare(self):
                bench.gate.wait(20)
                super().prepare()

        trainer = Held(corpus, config, seconds_per_word=1e-5)
        self.made.append(trainer)
        return trainer


@pytest.fixture
def bench():
    bench = Bench()
    yield bench
    bench.gate.set()


@pytest.fixture
def measuring(make_window, bench, monkeypatch):
    """A window that measures soon, with a small text."""
    monkeypatch.setattr("w2v_gui.gui.estimator.PAUSE_MS", 1)
    monkeypatch.setattr("w2v_gui.gui.estimator.SECONDS", 0.01)
    window = make_window(bench)
    window.take_text(Opened(small_corpus(), values=VALUES))
    return window


@pytest.fixture
def view(qtbot, theme, language):
    view = EstimateView()
    qtbot.addWidget(view)
    view.show_size(TrainingConfig(epochs=5), 482_304, 13_205)
    return view


def wait_for_rate(qtbot, window):
    qtbot.waitUntil(lambda: "updates" in window.train_page.form.estimate.updates.text())


def hold_measurement(qtbot, window, bench):
    """Change a setting and wait until its measurement waits at the gate."""
    wait_for_rate(qtbot, window)
    bench.gate.clear()
    write(qtbot, window.train_page.form.editor("window"), "7")
    qtbot.waitUntil(lambda: len(bench.made) == 2)


def write(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_counts_and_memory_at_once_and_time_when_it_is_known(view):
    view.show_rate(None, measuring=True)
    assert view.updates.text() == "2.41 M words"
    assert view.time.text() == "measuring…"
    assert view.memory.text() == "10.6 MB of weights"
    view.show_rate(Rate(127_000.0, 2.5), measuring=False)
    assert view.updates.text() == "6.03 M updates"
    assert view.time.text() == "0:19"
    for label in (view.updates, view.time, view.memory):
        assert label.toolTip()
    assert "2,411,520" in view.updates.toolTip()
    assert "127 k words/s" in view.time.toolTip()
    assert "26,410 rows of 100" in view.memory.toolTip()
    assert "1.9 MB" in view.memory.toolTip()


def test_short_times_and_unknown_ones(view):
    view.show_rate(Rate(1e9, 1.0), measuring=False)
    assert view.time.text() == "under 0:01"
    view.show_rate(None, measuring=False)
    assert view.time.text() == "–"
    view.show_rate(ConfigError("Too <b>large</b>."), measuring=False)
    assert view.time.text() == "not measured"
    assert "Too &lt;b&gt;large&lt;/b&gt;." in view.time.toolTip()


def test_without_a_text_there_is_nothing_to_estimate(view):
    view.show_size(TrainingConfig(), 0, 0)
    assert view.isHidden()


def test_the_tree_has_a_row_less(view):
    view.show_size(TrainingConfig(objective="hierarchical_softmax"), 1000, 10)
    assert "19 rows" in view.memory.toolTip()


def test_it_speaks_the_language_of_the_window(measuring, qtbot, language):
    wait_for_rate(qtbot, measuring)
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: "次更新" in measuring.train_page.form.estimate.updates.text())


def test_what_the_form_says_is_measured_on_the_side(qtbot, measuring, bench):
    wait_for_rate(qtbot, measuring)
    assert measuring.controller.state is None
    trainer = bench.made[0]
    assert trainer.config == measuring.train_page.form.config()
    assert trainer.closed
    assert measuring.train_page.form.estimate.updates.text() == "720 k updates"


def test_what_is_known_is_not_measured_again(qtbot, measuring, bench):
    form = measuring.train_page.form
    wait_for_rate(qtbot, measuring)
    write(qtbot, form.editor("epochs"), "70")
    assert form.estimate.updates.text() == "1.01 M updates"
    write(qtbot, form.editor("window"), "6")
    assert form.estimate.time.text() == "measuring…"
    wait_for_rate(qtbot, measuring)
    write(qtbot, form.editor("window"), "5")
    assert "updates" in form.estimate.updates.text()
    assert [trainer.config.window for trainer in bench.made] == [5, 6]


def test_another_text_is_measured_anew(qtbot, measuring, bench):
    wait_for_rate(qtbot, measuring)
    measuring.take_text(Opened(small_corpus(50), values=VALUES))
    assert measuring.train_page.form.estimate.time.text() == "measuring…"
    wait_for_rate(qtbot, measuring)
    assert [len(trainer.corpus) for trainer in bench.made] == [2400, 300]


def test_a_run_ends_the_measurement_and_gives_its_own_rate(qtbot, measuring, bench):
    hold_measurement(qtbot, measuring, bench)
    qtbot.mouseClick(measuring.top_bar.train, Qt.MouseButton.LeftButton)
    assert measuring.train_page.form.estimate.time.text() == "–"
    bench.gate.set()
    qtbot.waitUntil(lambda: measuring.controller.state is RunState.FINISHED)
    wait_for_rate(qtbot, measuring)
    qtbot.waitUntil(lambda: bench.made[1].closed)
    assert bench.made[1].chunks == []
    assert len(bench.made) == 3


def test_the_longer_a_run_goes_on_the_better_its_rate_is_known(qtbot, measuring, bench):
    hold_measurement(qtbot, measuring, bench)
    qtbot.mouseClick(measuring.top_bar.step, Qt.MouseButton.LeftButton)
    bench.gate.set()
    qtbot.waitUntil(lambda: measuring.controller.state is RunState.PAUSED)
    time = measuring.train_page.form.estimate.time
    total = 50 * 2400
    said = []
    for seconds, words in ((0.6, 600), (1.0, 4000), (1.3, 6000)):
        measuring.controller.snapshot_taken.emit(
            snapshot(run_id=77, seconds=seconds, words_done=words, words_total=total, curve=loss_curve([4.0], words))
        )
        said.append(time.text())
    assert said == ["2:00", "2:00", "0:26"]


def test_nothing_is_measured_while_a_run_goes_on_or_waits(qtbot, measuring, bench):
    wait_for_rate(qtbot, measuring)
    qtbot.mouseClick(measuring.top_bar.step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: measuring.controller.state is RunState.PAUSED)
    measuring.estimator._measure()
    assert len(bench.made) == 2
    assert "updates" in measuring.train_page.form.estimate.updates.text()


def test_settings_that_are_left_again_are_given_up(qtbot, measuring, bench):
    hold_measurement(qtbot, measuring, bench)
    write(qtbot, measuring.train_page.form.editor("window"), "8")
    bench.gate.set()
    wait_for_rate(qtbot, measuring)
    assert bench.made[1].chunks == []
    assert bench.made[1].closed
    assert [trainer.config.window for trainer in bench.made] == [5, 7, 8]


def test_why_it_cannot_be_measured_is_said(qtbot, measuring, bench, monkeypatch):
    form = measuring.train_page.form
    wait_for_rate(qtbot, measuring)
    bench.error = ConfigError("There is no window in it.")
    write(qtbot, form.editor("window"), "7")
    qtbot.waitUntil(lambda: form.estimate.time.text() == "not measured")
    assert "There is no window in it." in form.estimate.time.toolTip()
    bench.error = None
    monkeypatch.setattr("w2v_gui.gui.estimator.free_memory", lambda: 1000)
    write(qtbot, form.editor("window"), "8")
    qtbot.waitUntil(lambda: "the weights are large" in form.estimate.time.toolTip())
    assert len(bench.made) == 1


def test_closing_while_it_is_measured_leaves_nothing(qtbot, measuring, bench):
    hold_measurement(qtbot, measuring, bench)
    threading.Timer(0.05, bench.gate.set).start()
    measuring.close()
    assert bench.made[1].closed
    assert measuring.shutdown()
