from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from w2v_gui.gui.comparing import Comparing
from w2v_gui.gui.explored import Explored
from w2v_gui.gui.panels.similarity import BY_HAND, CLUSTERED, SimilarityPanel
from w2v_gui.gui.widgets.similarity_colours import WHOLE, ColourRange, spread
from w2v_gui.vectors.word_vectors import WordVectors

WORDS = ("king", "apple", "queen", "pear", "prince", "nothing")


def explored(seed=0, **more):
    random = np.random.default_rng(seed)
    centres = 4 * random.standard_normal((2, 12))
    matrix = centres[np.arange(len(WORDS)) % 2] + random.standard_normal((len(WORDS), 12))
    matrix[-1] = 0
    return Explored("some", WordVectors(WORDS, matrix), **more)


@pytest.fixture
def panel(qtbot, jobs):
    panel = SimilarityPanel()
    qtbot.addWidget(panel)
    worker = Comparing(jobs, panel)
    worker.attend(panel)
    panel.resize(330, 400)
    panel.show()
    panel.heard = []
    panel.pair_chosen.connect(lambda *words: panel.heard.append(words))
    panel.word_chosen.connect(panel.heard.append)

    def explore(source):
        worker.show_explored(source)
        panel.show_explored(source)

    panel.explore = explore
    source = explored()
    panel.source = source
    explore(source)
    return panel


def shown(qtbot, panel, count):
    qtbot.waitUntil(lambda: len(panel.words) == count)


def middle(panel, row, column):
    return panel.view.scene.cell_area(row, column).center()


def label(panel, row):
    return QPoint(panel.view.scene.grid.left() - 12, middle(panel, row, 0).y())


def moved_to(position):
    """Return a move with the button held: `QTest.mouseMove` knows no buttons."""
    return QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(position),
        QPointF(position),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_groups_stand_together_and_a_cell_names_its_words_and_their_cosine(qtbot, panel):
    panel.show_words(WORDS[:5])
    shown(qtbot, panel, 5)
    fruit = [word in ("apple", "pear") for word in panel.words]
    assert sum(a != b for a, b in pairwise(fruit)) == 1
    QTest.mouseMove(panel.view, middle(panel, 1, 3))
    a, b = panel.words[1], panel.words[3]
    qtbot.waitUntil(lambda: bool(panel.view._readout.isVisible()))
    ((names, value),) = panel.view._readout.rows
    assert names == f"{a} · {b}"
    assert value.replace("−", "-") == f"{panel.source.vectors.similarity(a, b):.3f}"
    assert panel.pointed_words == (a, b)
    qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=middle(panel, 1, 3))
    qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=middle(panel, 2, 2))
    assert panel.heard == [(a, b)]
    qtbot.mouseDClick(panel.view, Qt.MouseButton.LeftButton, pos=label(panel, 4))
    assert panel.heard[-1] == panel.words[4]
    header, first, *_ = panel.csv_rows()
    assert tuple(header) == ("word", *panel.words)
    assert first[:2] == (panel.words[0], 1.0)


def test_words_are_added_and_taken_away_by_keys_and_then_offers_wait(qtbot, panel):
    panel.show_words(WORDS[:3])
    shown(qtbot, panel, 3)
    qtbot.keyClicks(panel.entry, "pear prinse")
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    shown(qtbot, panel, 4)
    assert "prinse" in panel.hint.text()
    assert "prince" in panel.hint.text()
    panel.show_words(("prince", "queen"))
    assert len(panel.words) == 4
    assert panel.offer.isVisible()
    assert "2" in panel.offer.text()
    panel.view.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(panel.view, key)
    assert panel.view.pointed == (1, 1)
    taken = panel.words[1]
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    shown(qtbot, panel, 3)
    assert taken not in panel.words
    qtbot.mouseClick(panel.offer, Qt.MouseButton.LeftButton)
    shown(qtbot, panel, 2)
    assert set(panel.words) == {"prince", "queen"}
    assert not panel.offer.isVisible()


def test_the_order_is_made_by_hand_and_stays(qtbot, panel):
    panel.show_words(WORDS[:5])
    shown(qtbot, panel, 5)
    before = panel.words
    panel.view.setFocus()
    panel.view.point_at(0, 2)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert panel.words == (before[1], before[0], *before[2:])
    assert (panel.order.value, panel.view.pointed) == (BY_HAND, (1, 2))
    start, end = label(panel, 4), label(panel, 0) - QPoint(0, 4)
    QTest.mousePress(panel.view, Qt.MouseButton.LeftButton, pos=start)
    QCoreApplication.sendEvent(panel.view, moved_to(end))
    assert panel.view.gap == 0
    QTest.mouseRelease(panel.view, Qt.MouseButton.LeftButton, pos=end)
    assert panel.words[0] == before[4]
    own, values = panel.words, panel.view.scene.values
    panel.explore(explored(seed=1, lineage=panel.source.lineage))
    qtbot.waitUntil(lambda: not np.allclose(panel.view.scene.values, values))
    assert panel.words == own
    panel.order.button(CLUSTERED).click()
    fruit = [word in ("apple", "pear") for word in panel.words]
    assert sum(a != b for a, b in pairwise(fruit)) == 1


def test_a_newer_moment_changes_no_order_of_clusters_but_other_vectors_do_away_with_words(qtbot, panel):
    panel.show_words(WORDS[:5])
    shown(qtbot, panel, 5)
    order, values = panel.words, panel.view.scene.values
    panel.explore(explored(seed=5, lineage=panel.source.lineage))
    qtbot.waitUntil(lambda: not np.allclose(panel.view.scene.values, values))
    assert panel.words == order
    panel.explore(explored())
    assert panel.words == ()
    panel.explore(None)
    assert not panel.body.isVisible()


def test_a_word_without_a_direction_and_words_of_any_kind_are_shown(qtbot, panel):
    panel.show_words(("king", "nothing"))
    shown(qtbot, panel, 2)
    assert "nothing" in panel.hint.text()
    odd = ("<b>a</b>", "two\nlines", "x" * 10_000, "\u202eabc", "🙂", " ")
    panel.explore(Explored("odd", WordVectors(odd, np.eye(6))))
    panel.show_words(odd)
    shown(qtbot, panel, 6)
    assert not panel.grab().isNull()
    panel.view.point_at(2, 2)
    assert panel.view._readout.width() < panel.view.width()


@pytest.mark.parametrize(
    ("low", "high", "ends", "shares"),
    [
        (-1, 1, (-1, 1), {-1: -1, 0: 0, 0.5: 0.5, 1: 1}),
        (0.6, 0.8, (0.6, 0.8), {0.6: 0, 0.7: 0.5, 0.8: 1, 1: 1}),
        (-0.8, -0.6, (-0.8, -0.6), {-0.8: -1, -0.6: 0, 1: 1}),
        (-0.1, 0.4, (-0.4, 0.4), {-0.1: -0.25, 0: 0, 0.4: 1}),
    ],
)
def test_colours_are_spread_and_keep_the_sign(low, high, ends, shares):
    colours = ColourRange(low, high)
    assert colours.ends == pytest.approx(ends)
    assert colours.shares(np.array(list(shares))) == pytest.approx(list(shares.values()))


def test_the_range_is_that_of_different_words():
    assert spread(np.array([[1, 0.2, np.nan], [0.2, 1, np.nan], [np.nan] * 3])) is None
    assert spread(np.ones((1, 1))) is None
    assert spread(np.array([[1, 0.9, 0.8], [0.9, 1, 0.7], [0.8, 0.7, 1]])) == ColourRange(0.7, 0.9)


def test_colours_are_spread_when_that_is_wished(qtbot, panel):
    panel.show_words(WORDS[:5])
    shown(qtbot, panel, 5)
    assert panel.view.scene.colours == WHOLE
    qtbot.mouseClick(panel.spread, Qt.MouseButton.LeftButton)
    colours = panel.view.scene.colours
    between = panel.view.scene.values[~np.eye(5, dtype=bool)]
    assert (colours.low, colours.high) == (between.min(), between.max())
    panel.show_words(WORDS[:1])
    shown(qtbot, panel, 1)
    assert not panel.spread.isEnabled()
    assert panel.view.scene.colours == WHOLE


def test_names_below_the_cells_give_way_to_those_beside_them(qtbot, panel):
    panel.show_words(WORDS)
    shown(qtbot, panel, 6)
    assert panel.view.scene.named_below
    panel.resize(330, 200)
    scene = panel.view.scene
    assert not scene.named_below
    assert len(scene.shown_labels(13, None)) == 6
