"""A panel with a stand-in for the Inside page, which does what the lesson asks for, and a learner in front of it."""

import math

import numpy as np
from PySide6.QtCore import Qt

from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.panels.lesson import LessonPanel
from w2v_gui.gui.walk.stage import ORDER
from w2v_gui.session.walkthrough import Walkthrough

SENTENCE = {
    "window": 1,
    "min_count": 1,
    "full_windows_only": True,
    "sample": 0,
    "negative": 3,
    "cbow_gradient": "derived",
}


def make_panel(qtbot, theme):
    panel = LessonPanel()
    qtbot.addWidget(panel)
    panel.apply_palette(theme.palette)
    panel.resize(300, 620)
    panel.show()
    return panel


class LessonPage:
    """Stands at a pair, a stage and an update of a network on the derivation's sentence."""

    def __init__(self, panel):
        self.panel = panel
        self.asked = []
        self.walk = None
        panel.setup_asked.connect(self.set_up)

    def set_up(self, setup):
        self.asked.append(setup)
        if setup.preset is not None:
            assert setup.preset == "derivation"
            self.open(
                model=setup.model,
                objective=setup.objective,
                vector_size=setup.vector_size,
                seed=setup.seed,
                alpha=setup.alpha,
            )
            self.choose(setup.pair)
        self.go_to(setup.stage)

    def open(self, **settings):
        config = TrainingConfig(**{"vector_size": 5, "alpha": 0.5, **SENTENCE, **settings})
        self.walk = Walkthrough.small(derivation_sentence(), config)
        self.show()

    def show(self):
        self.panel.show_scene(self.walk.scene())

    def go_to(self, stage):
        assert stage in ORDER
        self.panel.show_stage(stage)

    def choose(self, pair):
        while self.walk.scene().place.number != pair:
            self.walk.next_pair()
        self.show()

    def update(self, count=1):
        self.walk.advance(count)
        self.show()
        self.go_to("pair")

    def go(self, position):
        self.walk.go(position)
        self.show()


class Learner:
    """Works out every answer from the weights alone, as on paper."""

    def __init__(self, page):
        network = page.walk.network
        self.words = list(network.vocabulary.words)
        self.W, self.W_out = network.W.copy(), network.W_out.copy()
        self.layer = network.layer

    @property
    def u(self):
        return self.W_out @ ((self.W[self.words.index("我")] + self.W[self.words.index("学习")]) / 2)

    def y(self, u):
        return np.exp(u) / np.exp(u).sum()

    def number(self, key):
        target = self.words.index("爱")
        if key == "h":
            return (self.W[self.words.index("我"), 0] + self.W[self.words.index("学习"), 0]) / 2
        if key == "y":
            return 1 / 9
        if key == "E":
            return -math.log(self.y(self.u)[target])
        if key == "skipgram":
            return 2 * self.y(self.W_out @ self.W[target])[self.words.index("我")] - 1
        if key == "negative":
            return len({target, *self.layer.draw(1)})
        if key == "tree":
            return len(self.layer.tree.way(target)[0])
        return {"EH": 2, "softmax": 70_000 * 100}[key]

    def place(self, key, panel):
        if key == "u":
            best = self.words[int(np.argmax(self.u))]
            return [option.text() for option in panel.answer.options].index(best)
        return {"e": 0, "update": 0, "undo": 0, "train": 0, "agree": 1}[key]


def do_what_it_waits_for(page, key):
    if key == "update":
        page.update()
        page.choose(1)
        page.go_to("y")
    elif key == "undo":
        page.update(10)
        page.go(0)
    elif key == "train":
        page.update(100)


def choose(qtbot, panel, place):
    qtbot.mouseClick(panel.answer.options[place], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.answer.check, Qt.MouseButton.LeftButton)


def enter(qtbot, panel, text):
    panel.answer.entry.clear()
    qtbot.keyClicks(panel.answer.entry, text)
    qtbot.keyClick(panel.answer.entry, Qt.Key.Key_Return)
