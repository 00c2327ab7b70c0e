"""Every word that is seen can be looked up: its menu offers the concordance, and the page passes the wish on."""

from types import SimpleNamespace

import numpy as np
import pytest
from panel_data import make_trainer, take
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from small_scenes import scene, stage

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.gui.network.diagram import Layer
from w2v_gui.gui.panels.heatmap import W_OUT, HeatmapPanel
from w2v_gui.gui.panels.map import MapPanel
from w2v_gui.gui.panels.matrices import MatricesPanel
from w2v_gui.gui.panels.network import NetworkPanel
from w2v_gui.gui.panels.pairs import PairsPanel
from w2v_gui.gui.panels.vector_map import VectorMapPanel
from w2v_gui.gui.panels.watched import WatchedPanel
from w2v_gui.gui.theme import LIGHT
from w2v_gui.gui.widgets.sentence_view import SentenceView
from w2v_gui.session.neighbours import Neighbours

WORDS = ["a&b", "<b>bold</b>", *(f"word{i}" for i in range(2, 40))]


@pytest.fixture
def show(qtbot, theme, language):
    """Return a function that shows a widget and keeps the words that it asks for."""
    # A menu that is deleted must not be the last that knows of its card.
    shown = []

    def show(widget, size=(700, 480)):
        shown.append(widget)
        qtbot.addWidget(widget)
        widget.resize(*size)
        widget.apply_palette(LIGHT)
        widget.show()
        qtbot.waitExposed(widget)
        widget.asked = []
        widget.concordance_asked.connect(widget.asked.append)
        return widget

    yield show
    QApplication.processEvents()


def menu_at(widget, place):
    """Press the right button at a place, and return the texts of the menu and its first entry's action."""
    QTest.mouseMove(widget, QPoint(1, 1))
    QTest.mouseMove(widget, place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def take_first(menu):
    first = menu.actions()[0]
    text = first.text()
    first.trigger()
    menu.close()
    return text


def offered(menu):
    found = [action.text() for action in menu.actions() if action.text().startswith("Concordance")]
    menu.close()
    return found


def whole(point):
    return QPoint(round(point[0]), round(point[1]))


def test_rows_of_the_heatmap(show):
    panel, trainer = show(HeatmapPanel()), make_trainer(WORDS)
    panel.begin(trainer)
    panel.show_snapshot(take(trainer, panel.wanted))
    place = QPoint(panel.view.scene.grid.left() + 5, panel.view.scene.row_area(1).center().y())
    assert take_first(menu_at(panel.view, place)) == "Concordance of “<b>bold</b>”"
    assert panel.asked == ["<b>bold</b>"]
    assert not offered(panel.menu())


def test_nodes_of_a_tree_are_no_words(show):
    panel, trainer = show(HeatmapPanel()), make_trainer(WORDS, objective="hierarchical_softmax")
    panel.begin(trainer)
    panel.kind.set_value(W_OUT)
    panel.show_snapshot(take(trainer, panel.wanted))
    place = QPoint(panel.view.scene.grid.left() + 5, panel.view.scene.row_area(1).center().y())
    assert not offered(menu_at(panel.view, place))


def test_points_of_the_map(show):
    panel, trainer = show(MapPanel()), make_trainer(WORDS)
    panel.begin(trainer)
    panel.show_snapshot(take(trainer, panel.wanted))
    assert take_first(menu_at(panel.map, whole(panel.map.places[0]))) == "Concordance of “a&&b”"
    assert panel.asked == ["a&b"]


def test_both_words_of_a_pair(show):
    panel = show(PairsPanel(), (300, 300))
    panel.open_text(Vocabulary(WORDS, range(400, 0, -10)))
    panel.add(2, 3)
    row = panel.rows[0]
    QApplication.processEvents()
    row.setFocus()
    menu = menu_at(row, row.rect().center())
    assert [action.text() for action in menu.actions()[:2]] == ["Concordance of “word2”", "Concordance of “word3”"]
    menu.actions()[1].trigger()
    menu.close()
    assert panel.asked == ["word3"]


def test_watched_words_and_their_neighbours(show):
    panel = show(WatchedPanel(), (300, 600))
    panel.open_text(Vocabulary(WORDS, range(400, 0, -10)))
    panel.watch_id(5)
    near = Neighbours(5, np.array([6, 7]), np.array([0.5, 0.4], np.float32))
    panel.show_snapshot(SimpleNamespace(neighbours=(near,)))
    section = panel.words.section(5)
    assert offered(menu_at(section.list, QPoint(40, 5))) == ["Concordance of “word6”"]
    menu = menu_at(section, QPoint(60, 5))
    next(action for action in menu.actions() if action.text() == "Concordance of “word5”").trigger()
    menu.close()
    assert panel.asked == ["word5"]


@pytest.mark.parametrize("objective", ["softmax", "hierarchical_softmax"])
def test_nodes_of_the_network(show, objective):
    panel, what = show(NetworkPanel(), (1200, 420)), scene(objective=objective)
    panel.show_scene(what)
    panel.show_stage(stage("e"))
    for node in panel.view.diagram.nodes:
        words = offered(menu_at(panel.view, panel.view.place_of(node.key).center().toPoint()))
        layer, row = node.key
        is_word = layer in (Layer.INPUT, Layer.LEAF) or (layer is Layer.OUTPUT and what.tree is None)
        assert words == ([f"Concordance of “{what.words[row]}”"] if is_word else [])


@pytest.mark.parametrize("objective", ["softmax", "hierarchical_softmax"])
def test_points_of_the_vector_map(show, objective):
    panel, what = show(VectorMapPanel()), scene(objective=objective, size=2)
    panel.show_scene(what)
    panel.show_stage(stage("pair"))
    while panel.map._glide.isActive():
        panel.map._go_on()
    size = len(what.words)
    for key in (1, size + 1):
        QTest.mouseMove(panel.map, whole(panel.map.places[key]))
        pointed = panel.map.current
        words = offered(menu_at(panel.map, whole(panel.map.places[key])))
        is_word = pointed < size or what.tree is None
        assert words == ([f"Concordance of “{what.words[pointed % size]}”"] if is_word else [])


def test_rows_of_the_matrices(show):
    panel, what = show(MatricesPanel()), scene()
    panel.show_scene(what)
    panel.show_stage(stage("pair"))
    grid = panel.view.places.panes[0]
    area = grid.row_area(1).intersected(grid.column_area(0))
    label = panel.view.places.panes[0].matrix.labels[1]
    assert take_first(menu_at(panel.view, area.center())) == f"Concordance of “{label}”"
    assert panel.asked == [label]


def test_words_of_the_pair(show):
    view = show(SentenceView(), (400, 30))
    view.show_sentence(("我", "爱", "学习"), 1, (0, 2))
    word = view.placed()[2]
    assert take_first(menu_at(view, QPoint(word.x + 2, 15))) == "Concordance of “学习”"
    assert view.asked == ["学习"]


def test_the_pages_pass_the_wish_on(qtbot, inside):
    heard = []
    for page in (inside.train_page, inside.inside_page):
        page.concordance_asked.connect(heard.append)
    inside.train_page.map.concordance_asked.emit("one")
    sentence = inside.inside_page.pair.sentence
    word = next(word for word in sentence.placed() if word.place >= 0)
    take_first(menu_at(sentence, QPoint(word.x + 2, 15)))
    assert heard == ["one", sentence._tokens[word.place]]


def test_there_is_a_key_for_it(qtbot, make_window):
    window = make_window()
    pressed = []
    window.actions_.concordance.triggered.connect(lambda: pressed.append(True))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]
    window.open_sample("derivation")
    qtbot.waitUntil(lambda: window.controller.corpus is not None)
    entry = window.train_page.watched.entry
    entry.setFocus()
    qtbot.keyClicks(entry, "abc")
    qtbot.keyClick(entry, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True, True]
    assert entry.text() == "abc"
