"""The card of the text, and what one does to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.original import OriginalText
from w2v_gui.corpus.pairs import Windows
from w2v_gui.corpus.passages import Passages
from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.opening import Opened, Recipe
from w2v_gui.gui.panels.text import TextPanel

CHINESE = "此开卷第一回也。作者自云：因曾历过一番梦幻之后，故将真事隐去，而借通灵之说，撰此石头记一书也。\n" * 3
ENGLISH = "The cat saw the dog, and the dog saw 3 birds.\nThe bird saw nobody!\n" * 200
CONFIG = TrainingConfig(min_count=2, window=2, sample=0.0, epochs=3, seed=1)


def read(text, **options):
    """Return a text that was pasted, opened and in passages."""
    recipe = Recipe(pasted=text, options=TokenizerOptions(**options))
    ingested = encode(recipe.sources(), recipe.options, original=OriginalText())
    return Opened(ingested.corpus, ingested.report, recipe=recipe), Passages(ingested.corpus, ingested.original)


def windows_of(opened, config=CONFIG, epoch=0):
    return Windows(opened.corpus, config.window_rules(epoch))


def make_text_panel(qtbot, text=CHINESE, config=CONFIG, **options):
    """Show a card with a text that was pasted."""
    panel = TextPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 420)
    opened, passages = read(text, **options)
    panel.show_config(config)
    panel.open_text(opened)
    panel.show_windows(windows_of(opened, config))
    panel.show_passages(passages)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.opened_ = opened
    return panel


def heard(signal):
    got = []
    signal.connect(lambda *values: got.append(values))
    return got


def position_of(panel, word, nth=0):
    corpus = panel.opened_.corpus
    return [p for p in range(len(corpus)) if corpus.word(int(corpus.ids[p])) == word][nth]


def centre_of(panel, position):
    return panel.view.area(position).center()


def point_at(panel, position):
    QTest.mouseMove(panel.view, centre_of(panel, position))


def click(qtbot, panel, position):
    qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=centre_of(panel, position))


def drag(qtbot, panel, first, last):
    qtbot.mousePress(panel.view, Qt.MouseButton.LeftButton, pos=centre_of(panel, first))
    QTest.mouseMove(panel.view, centre_of(panel, last))
    qtbot.mouseRelease(panel.view, Qt.MouseButton.LeftButton, pos=centre_of(panel, last))


def shown(panel):
    """Return what is drawn in the first row."""
    return [piece.text for piece in panel.view.sheet.seen()[0][1].rows[0].pieces]
