"""A stand-in for the Inside page: it does what the lesson asks for, and what a learner does on it."""

from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.walk.stage import ORDER
from w2v_gui.session.walkthrough import Walkthrough

SENTENCE = {"window": 1, "min_count": 1, "full_windows_only": True, "sample": 0, "negative": 3, "cbow_gradient": "derived"}


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
