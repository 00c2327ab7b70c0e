"""What the Inside page costs: a stage of the walk over a large vocabulary, and the frames while updates are played.

    python tests/benchmarks/inside.py [--words 70000] [--dimensions 100]

Offscreen, in the real window. A stage is timed from the key that asks for it to the end of its painting; an update
from the key to the end of painting the next pair, work on the other thread included.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.controller import open_trainer
from w2v_gui.gui.language import Language
from w2v_gui.gui.main_window import MainWindow
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.theme import Theme
from w2v_gui.gui.unsaved import discard
from w2v_gui.session.walkthrough import Walkthrough


def large_walk(words: int, dimensions: int, model: str, objective: str) -> Walkthrough:
    """Return a walk over a text of so many different words, with weights as after some training."""
    chance = np.random.default_rng(1)
    tokens = np.concatenate([np.arange(words), (words * chance.random(4 * words) ** 3).astype(int)])
    chance.shuffle(tokens)
    corpus = EncodedCorpus.from_sentences([[f"word{i}" for i in line] for line in np.array_split(tokens, words // 4)])
    config = TrainingConfig(
        model=model, objective=objective, vector_size=dimensions, min_count=1, sample=0, cbow_gradient="derived"
    )
    rows = words - (objective == "hierarchical_softmax")
    weights = [chance.normal(0, 0.3, (count, dimensions)).astype(np.float32) for count in (words, rows)]
    return Walkthrough.of_run(corpus, config, (weights[0], weights[1]), 0.05, 0)


class Window:
    """The window on its Inside page."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.window = MainWindow(Theme(app, "light"), Language(app, "en"), WindowSettings(), open_trainer, discard)
        self.page, self.stepping = self.window.inside_page, self.window.inside.stepping
        self.window.resize(1440, 900)
        self.window.show()
        self.window.pages.show_page("inside")
        self.wait(lambda: self.page.scene is not None)

    def wait(self, condition) -> None:
        end = time.monotonic() + 120
        while not condition():
            assert time.monotonic() < end
            self.app.processEvents()
            time.sleep(0.0005)

    def open(self, make) -> None:
        before = self.page.scene
        self.stepping.open(make)
        self.wait(lambda: self.page.scene is not before)
        self.wait(lambda: self.page.proof.proof is not None)

    def painted(self, act, condition=lambda: True) -> float:
        """Return how long it takes until an act has come to be seen, in milliseconds."""
        start = time.perf_counter()
        act()
        self.wait(condition)
        self.window.repaint()
        self.app.processEvents()
        return 1000 * (time.perf_counter() - start)

    def key(self, key: Qt.Key):
        return lambda: QTest.keyClick(self.window, key)


def stages(window: Window) -> tuple[list[float], list[float]]:
    """Walk through five steps; return what stages and updates took."""
    stage_ms, update_ms = [], []
    for step in range(5):
        for _ in window.page._stages[1:]:
            stage_ms.append(window.painted(window.key(Qt.Key.Key_Right)))
        at = step + 1
        update_ms.append(window.painted(window.key(Qt.Key.Key_Right), lambda at=at: window.page.scene.position == at))
    return stage_ms, update_ms


def frames(window: Window, seconds: float = 4.0) -> float:
    """Play updates as fast as they go; return scenes shown a second."""
    count = 0

    def shown() -> None:
        nonlocal count
        count += 1

    window.stepping.scene_taken.connect(shown)
    window.page.choose_stage("e")
    window.stepping.set_speed(1000)
    window.stepping.play(True)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        window.app.processEvents()
        time.sleep(0.0005)
    window.stepping.play(False)
    window.stepping.scene_taken.disconnect(shown)
    return count / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=70_000)
    parser.add_argument("--dimensions", type=int, default=100)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        app = QApplication([])
        window = Window(app)
        print(f"nine words, 5 dimensions: {frames(window):.0f} frames a second while playing")
        for model in ("cbow", "skipgram"):
            for objective in ("softmax", "negative_sampling", "hierarchical_softmax"):
                make = lambda m=model, o=objective: large_walk(asked.words, asked.dimensions, m, o)  # noqa: E731
                window.open(make)
                stage_ms, update_ms = stages(window)
                print(
                    f"{model:9} {objective:21} stage {statistics.median(stage_ms):4.0f} ms (longest "
                    f"{max(stage_ms):4.0f}), update {statistics.median(update_ms):4.0f} ms, "
                    f"{frames(window):3.0f} frames a second while playing",
                    flush=True,
                )
        window.window.leave()


if __name__ == "__main__":
    main()
