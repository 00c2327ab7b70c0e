import dataclasses
import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from walk_scenes import large_network, scene_of, sentence_network, stage

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.network import Network
from w2v_gui.gui import pictures
from w2v_gui.gui.network.describing import describe
from w2v_gui.gui.network.diagram import Layer
from w2v_gui.gui.network.figures import brief, full, share
from w2v_gui.gui.panels.network import NetworkPanel
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.gui.walk.stage import ORDER, reached
from w2v_gui.gui.widgets.network_layout import Measures, lay_out, room
from w2v_gui.gui.widgets.sum_view import Kind

MODES = list(itertools.product(("cbow", "skipgram"), ("softmax", "negative_sampling", "hierarchical_softmax")))
SIZES = [(1400, 380), (760, 380), (700, 262), (600, 160)]
AWAY = QPoint(3, 3)
CENTRE, CONTEXT = 1, [0, 2]  # 爱 between 我 and 学习
INPUT, HIDDEN, OUTPUT, LEAF = Layer


@pytest.fixture
def make(qtbot, theme, language):
    """Return a function that makes a panel with a scene at a stage."""

    def make(scene, key="e", size=(1400, 420)):
        panel = NetworkPanel()
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.apply_palette(LIGHT)
        panel.show()
        qtbot.waitExposed(panel)
        panel.show_scene(scene)
        panel.show_stage(stage(key))
        return panel

    return make


def small(model="cbow", objective="softmax", **kwargs):
    return scene_of(sentence_network(model, objective), CENTRE, CONTEXT, **kwargs)


def described(scene, key="e", size=(1400, 380)):
    return describe(scene, stage(key), room(QSize(*size)))


def by_key(diagram):
    return {node.key: node for node in diagram.nodes}


def value(text):
    return float(text.replace("\u2212", "-"))


def middle(panel, key):
    return panel.view.place_of(key).center().toPoint()


def hover(qtbot, panel, key):
    qtbot.mouseMove(panel.view, AWAY)  # Qt says nothing of a mouse that is there already
    qtbot.mouseMove(panel.view, middle(panel, key))


def click(qtbot, panel, key):
    qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=middle(panel, key))


# -- numbers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (0.4234, "0.423"),
        (-0.0314, "\u22120.031"),
        (0.00312, "0.0031"),
        (-0.99996, "\u22121.000"),
        (-12.104, "\u221212.10"),
        (123.45, "123.5"),
        (0.00071, "0.0007"),
        (-0.00004, "\u22124e\u22125"),
        (-123456, "\u22121e5"),
    ],
)
def test_numbers_are_short(number, text):
    assert brief(number) == text


def test_numbers_in_sums_have_four_decimals():
    assert [full(value) for value in (0, -0.12344, 0.000123, 12.5)] == ["0", "\u22120.1234", "1.230e\u22124", "12.5000"]


def test_shares_are_fractions():
    assert [share(*pair) for pair in ((1, 1), (1, 2), (2, 4), (3, 3), (2, 7))] == ["1", "½", "½", "1", "2/7"]


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_every_number_is_that_of_the_trace(make, model, objective):
    scene = small(model, objective)
    trace = scene.trace
    texts = make(scene, "e").view.node_texts()
    for word in range(9):
        places = trace.example.inputs.count(word)
        assert texts[INPUT, word][0] == (share(places, len(trace.example.inputs)) if places else "0")
    for i in range(5):
        assert value(texts[HIDDEN, i][0]) == pytest.approx(trace.h[i], abs=5e-4)
    for output in trace.outputs:
        for row, y in zip(output.rows, output.y, strict=True):
            assert value(texts[OUTPUT, row][0]) == pytest.approx(y, abs=5e-4)
    for row, error in zip(trace.rows, trace.e_sum, strict=True):
        assert value(texts[OUTPUT, row][-1]) == pytest.approx(error, abs=5e-4)
    asked = {row for layer, row in texts if layer is OUTPUT and texts[layer, row][0]}
    assert asked == set(trace.rows.tolist())


@pytest.mark.parametrize(("model", "objective"), MODES)
@pytest.mark.parametrize("key", ORDER)
def test_nothing_is_shown_before_the_walk_has_reached_it(model, objective, key):
    scene = small(model, objective)
    diagram = described(scene, key)
    asked = [node for node in diagram.outputs.nodes if node.active]
    assert all(bool(node.text) == (node.number is not None) for node in diagram.nodes)
    assert {bool(node.text) for node in diagram.inputs.nodes} == {reached(key, "x")}
    assert {bool(node.text) for node in diagram.hidden.nodes} == {reached(key, "h")}
    assert {bool(node.text) for node in asked} == {reached(key, "u")}
    assert {bool(node.error_text) for node in asked} == {reached(key, "e")}
    assert bool(diagram.error) == reached(key, "e")
    assert bool(diagram.loss) == reached(key, "E")
    if key == "u":
        assert [node.number for node in asked] == [scene_u(scene, node.key[1]) for node in asked]


def scene_u(scene, row):
    return next(o.u[list(o.rows).index(row)] for o in scene.trace.outputs if row in o.rows)


def test_on_the_way_back_the_hidden_nodes_show_their_gradient():
    scene = small()
    assert [node.number for node in described(scene, "W_out_new").hidden.nodes] == scene.trace.h.tolist()
    back = described(scene, "EH")
    assert back.hidden.symbol == "EH"
    assert [node.number for node in back.hidden.nodes] == scene.trace.grad_h.tolist()
    assert back.backward


# -- weights ---------------------------------------------------------------------------------------------------


def drawn_like(edges, rows):
    """Whether lines are proportional to some weights."""
    factor = rows.flat[0] / edges.weights.flat[0]
    return np.allclose(edges.weights * factor, rows)


def test_lines_show_the_weights_that_are_meant():
    scene = small()
    trace = scene.trace
    for key, title, rows in (
        ("u", "W′", trace.W_out_drawn),
        ("W_out_new", "new W′", trace.W_out_drawn_new),
        ("EH", "old W′", trace.W_out_drawn),  # it is made of the weights before the step
        ("W_new", "new W′", trace.W_out_drawn_new),
    ):
        edges = described(scene, key).W_out
        assert edges.title == title
        assert drawn_like(edges, rows)
    assert drawn_like(described(scene, "h").W, scene.W.before)
    after = described(scene, "W_new").W
    assert after.title == "new W"
    assert drawn_like(after, scene.W.after)


def test_lines_that_take_part_are_those_of_the_input_words_and_of_the_units_that_are_asked():
    scene = small("skipgram", "negative_sampling", noise=[3, 3, 8, 5, 6])
    diagram = described(scene, "h")
    assert np.flatnonzero(diagram.W.active).tolist() == [CENTRE]
    assert np.flatnonzero(diagram.W_out.active).tolist() == [0, 2, 3, 5, 6, 8]
    assert (diagram.W.lit, diagram.W_out.lit) == (True, False)
    assert described(scene, "u").W_out.lit


# -- targets and noise -----------------------------------------------------------------------------------------


def test_all_targets_of_skipgram_are_marked():
    nodes = by_key(described(small("skipgram"), "pair"))
    assert [row for row in range(9) if nodes[OUTPUT, row].target] == CONTEXT
    assert nodes[OUTPUT, 0].note == "← target"
    twice = by_key(described(scene_of(sentence_network("skipgram"), CENTRE, [0, 2, 2]), "pair"))
    assert twice[OUTPUT, 2].note == "← target ×2"


def test_noise_words_say_how_often_they_were_drawn_and_what_they_should_answer():
    nodes = by_key(described(small("cbow", "negative_sampling", noise=[3, 3, 8, CENTRE, 6]), "u"))
    assert nodes[OUTPUT, CENTRE].note == "← target"
    assert nodes[OUTPUT, CENTRE].aside == "t = 1"  # drawn as its own noise it is passed over
    assert nodes[OUTPUT, 3].aside == "noise ×2 · t = 0"
    assert nodes[OUTPUT, 8].aside == "noise · t = 0"
    assert not nodes[OUTPUT, 4].active
    assert not nodes[OUTPUT, 4].text


def test_a_word_that_is_target_once_and_noise_once():
    nodes = by_key(described(small("skipgram", "negative_sampling", noise=[2, 2, 8, 5, 6]), "e"))
    assert nodes[OUTPUT, 2].aside == "noise ×2 · t = 1, 0"
    assert nodes[OUTPUT, 8].aside == "noise · t = 0"  # once for each of two targets


# -- large networks --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def large():
    return scene_of(large_network(), 100, [7, 2000, 3, 9])


def test_of_many_words_those_that_matter_are_drawn(large):
    diagram = described(large, "y")
    assert [node.label for node in diagram.inputs.nodes] == ["word7", "word2000", "word3", "word9"]
    assert diagram.inputs.rest == "and 4,996 others: 0"
    rows = [node.key[1] for node in diagram.outputs.nodes]
    y = large.trace.outputs[0].y
    assert rows == large.trace.drawn.tolist()
    assert {100, 7, 2000, 3, 9, int(y.argmax())} <= set(rows)
    rest = 1 - y[rows].sum()
    assert diagram.outputs.rest == f"and {5000 - len(rows):,} others: Σy = {brief(rest)}"
    assert described(large, "u").outputs.rest == f"and {5000 - len(rows):,} others"


def test_what_there_is_no_room_for_goes_to_the_others(large):
    diagram = described(large, "y", (700, 130))
    rows = [node.key[1] for node in diagram.outputs.nodes]
    assert len(rows) + 1 == room(QSize(700, 130)).rows < len(large.trace.drawn)
    assert 100 in rows
    rest = 1 - large.trace.outputs[0].y[rows].sum()
    assert diagram.outputs.rest == f"and {5000 - len(rows):,} others: Σy = {brief(rest)}"


def test_of_many_dimensions_the_largest_are_drawn_the_same_at_every_stage(large):
    forward, back = described(large, "h"), described(large, "EH")
    assert forward.hidden.rest == "and 88 other dimensions"
    assert [node.key for node in forward.hidden.nodes] == [node.key for node in back.hidden.nodes]
    kept = describe(large, stage("h"), room(QSize(1400, 380)), (HIDDEN, 57))
    assert (HIDDEN, 57) in by_key(kept)


def test_of_many_words_only_those_asked_are_drawn_in_negative_sampling():
    scene = scene_of(large_network(objective="negative_sampling"), 100, [7, 8])
    diagram = described(scene)
    assert {node.key[1] for node in diagram.outputs.nodes} == set(scene.trace.rows.tolist())
    assert diagram.outputs.rest == f"{5000 - len(scene.trace.rows):,} others are not asked"


# -- trees -----------------------------------------------------------------------------------------------------


def test_a_small_tree_is_drawn_whole():
    scene = small("cbow", "hierarchical_softmax")
    tree = described(scene).tree
    assert len(tree.leaves) == 9
    nodes, codes = scene.tree.way(CENTRE)
    taken = {branch.parent[1]: branch.bit for branch in tree.branches if branch.taken}
    assert taken == dict(zip(nodes.tolist(), codes.tolist(), strict=True))
    below = {branch.child for branch in tree.branches}
    root = (OUTPUT, len(scene.tree) - 1)
    assert below == set(tree.places) - {root}
    assert tree.places[root][1] == 0
    rows = sorted(row for key, (row, _) in tree.places.items() if key[0] is LEAF)
    assert rows == list(range(9))
    assert next(leaf for leaf in tree.leaves if leaf.target).label == "爱"


@pytest.mark.parametrize("size", [(1400, 380), (700, 200)])
def test_of_a_large_tree_the_way_is_drawn(size):
    scene = scene_of(large_network(objective="hierarchical_softmax"), 4900, [7, 8])
    diagram = described(scene, "y", size)
    nodes, codes = scene.tree.way(4900)
    drawn = diagram.outputs.nodes
    assert diagram.tree is None
    assert diagram.way.complete == (len(drawn) == len(nodes) + 1)
    assert diagram.way.complete == (not diagram.outputs.rest)
    assert drawn[-1].label == "word4900"
    for node, row, code, y in zip(drawn[:-1], nodes, codes, scene.trace.outputs[0].y, strict=False):
        assert (node.label, node.note, node.aside) == (f"n{row}", f"{code} ↓", f"{1 - code} → …")
        assert node.number == y


# -- layout ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", [9, 5000])
@pytest.mark.parametrize(("model", "objective"), MODES)
def test_nothing_overlaps_or_is_cut(size, words, model, objective):
    network = sentence_network(model, objective) if words == 9 else large_network(model, objective)
    scene = scene_of(network, CENTRE, CONTEXT)
    diagram = described(scene, "EH", size)
    layout = lay_out(diagram, QSize(*size), Measures(42, lambda text: 9 * len(text)))
    places = list(layout.nodes.items())
    for (_, a), (_, b) in itertools.combinations(places, 2):
        assert not a.intersects(b)
    for place in (*layout.nodes.values(), *layout.labels.values(), *layout.rests.values()):
        assert place.left() >= 0
        assert place.right() <= size[0]
        assert place.top() >= 20
        assert place.bottom() <= size[1]
    for key, label in layout.labels.items():
        assert not any(label.intersects(place) for other, place in places if other != key)
    for start, end in layout.spans:
        assert end - start > 24


@pytest.mark.parametrize("width", range(600, 1700, 100))
@pytest.mark.parametrize("falling", [1.0, 1.2, 1.5, 2.0])
def test_deep_trees_of_long_words_have_room_or_are_drawn_as_a_way(width, falling):
    counts = (1000 * falling ** np.arange(15, 0, -1.0)).astype(np.int64)
    vocabulary = Vocabulary([f"{'long' * 20}{i}" for i in range(15)], counts)
    config = TrainingConfig(objective="hierarchical_softmax", vector_size=5, min_count=1)
    scene = scene_of(Network.small(vocabulary, config), 14, [0, 1])
    diagram = described(scene, "e", (width, 380))
    layout = lay_out(diagram, QSize(width, 380), Measures(42, lambda text: 9 * len(text)))
    for a, b in itertools.combinations(layout.nodes.values(), 2):
        assert not a.adjusted(-6, 0, 6, 0).intersects(b)  # there is room for a code bit
    if width == 1600:
        assert (diagram.tree is not None) == (falling < 2)


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_every_stage_can_be_painted_in_both_themes(make, model, objective):
    panel = make(small(model, objective), "pair", (700, 300))
    seen = set()
    for key, palette in itertools.product(ORDER, (LIGHT, DARK)):
        panel.apply_palette(palette)
        panel.show_stage(stage(key))
        image = panel.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        seen.add(bytes(image.constBits()))
    assert len(seen) > 18  # a stage may differ from its neighbour in what is lit alone


def test_words_are_plain_text_whatever_they_are(make, qtbot):
    scene = small()
    words = ["<b>x</b>", "&amp;", "שלום", "w" * 500, "a\nb", "\u200b", "مرحبا", "的", "é"]
    panel = make(dataclasses.replace(scene, words=words), "e", (700, 300))
    labels = [panel.view.node_texts()[OUTPUT, row][1] for row in range(9)]
    assert labels[:3] == words[:3]
    assert len(labels[3]) < 100
    assert labels[4:6] == ["a\ufffdb", "U+200B"]
    for row in range(9):
        hover(qtbot, panel, (OUTPUT, row))
        assert panel.view.rect().contains(panel.view.sum.geometry())
    panel.grab()


# -- sums ------------------------------------------------------------------------------------------------------


def totals(panel):
    return {line.name: value(line.value) for line in panel.view.sum.lines if line.kind is Kind.TOTAL and line.value}


def terms_above(panel, name):
    """Return the terms above a total."""
    lines = panel.view.sum.lines
    end = next(i for i, line in enumerate(lines) if line.name == name)
    start = max((i + 1 for i in range(end) if lines[i].kind is not Kind.TERM), default=0)
    return [value(line.value) for line in lines[start:end]]


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_pointing_at_a_node_shows_its_sum_term_by_term(make, qtbot, model, objective):
    scene = small(model, objective)
    trace = scene.trace
    panel = make(scene, "EH")
    hover(qtbot, panel, (HIDDEN, 2))
    assert panel.view.sum.isVisible()
    assert totals(panel) == pytest.approx({"h₃": trace.h[2], "EH₃": trace.grad_h[2]}, abs=6e-5)
    assert sum(terms_above(panel, "h₃")) == pytest.approx(trace.h[2], abs=2e-4)
    assert sum(terms_above(panel, "EH₃")) == pytest.approx(trace.grad_h[2], abs=6e-4)
    row = int(trace.rows[-1])
    name = scene.output_label(row)
    panel.show_stage(stage("u"))
    hover(qtbot, panel, (OUTPUT, row))
    assert terms_above(panel, f"u({name})") == pytest.approx(trace.score_terms(row).tolist(), abs=6e-5)
    assert totals(panel) == pytest.approx({f"u({name})": scene_u(scene, row)}, abs=6e-5)
    panel.show_stage(stage("e"))
    symbol = "e" if model == "cbow" else "EI"
    assert totals(panel)[f"{symbol}({name})"] == pytest.approx(trace.e_sum[-1], abs=6e-5)


def test_a_sum_knows_no_more_than_the_walk(make, qtbot):
    panel = make(small(), "pair")
    hover(qtbot, panel, (HIDDEN, 0))
    assert not totals(panel)
    panel.show_stage(stage("y"))
    hover(qtbot, panel, (OUTPUT, 1))
    assert list(totals(panel)) == ["u(爱)", "y(爱)"]


def test_a_probability_is_made_of_exponentials(make, qtbot):
    scene = small()
    panel = make(scene, "y")
    hover(qtbot, panel, (OUTPUT, CENTRE))
    u = scene.trace.outputs[0].u
    assert terms_above(panel, "y(爱)") == pytest.approx([np.exp(u[CENTRE]), np.exp(u).sum()], abs=6e-5)


def test_errors_of_several_targets_are_added(make, qtbot):
    scene = small("skipgram")
    panel = make(scene, "e")
    hover(qtbot, panel, (OUTPUT, 0))
    errors = [output.e[0] for output in scene.trace.outputs]
    assert terms_above(panel, "EI(我)") == pytest.approx(errors, abs=6e-5)


def test_the_word_at_the_end_of_the_way_has_the_product(make, qtbot):
    scene = small("cbow", "hierarchical_softmax")
    panel = make(scene, "y")
    hover(qtbot, panel, (LEAF, CENTRE))
    assert np.prod(terms_above(panel, "p(爱)")) == pytest.approx(np.exp(-scene.trace.loss), abs=1e-3)


@pytest.mark.parametrize("size", [(1900, 1000), (1400, 420), (700, 300), (610, 200)])
def test_long_sums_are_cut_and_never_leave_the_picture(make, qtbot, large, size):
    panel = make(large, "W_new", size)
    for key in list(panel.view.layout_of_nodes.nodes):
        hover(qtbot, panel, key)
        assert panel.view.sum.isVisible()
        assert panel.view.rect().contains(panel.view.sum.geometry())
    panel.show_stage(stage("u"))
    hover(qtbot, panel, (OUTPUT, 100))
    assert any("more terms" in line.name for line in panel.view.sum.lines)
    shown = terms_above(panel, "u(word100)")
    assert sum(shown) == pytest.approx(large.trace.outputs[0].u[100], abs=1e-3)


def test_words_that_are_not_drawn_have_their_part_in_the_gradient(make, qtbot, large):
    panel = make(large, "EH")
    layer, i = panel.view.diagram.hidden.nodes[0].key
    hover(qtbot, panel, (layer, i))
    (total,) = (number for name, number in totals(panel).items() if name.startswith("EH"))
    assert total == pytest.approx(large.trace.grad_h[i], abs=6e-5)
    assert sum(terms_above(panel, list(totals(panel))[-1])) == pytest.approx(total, abs=1e-3)


# -- mouse and keys --------------------------------------------------------------------------------------------


def test_a_click_keeps_a_sum_while_the_pair_changes(make, qtbot):
    network = sentence_network()
    panel = make(scene_of(network, CENTRE, CONTEXT), "h")
    click(qtbot, panel, (HIDDEN, 1))
    qtbot.mouseMove(panel.view, AWAY)
    first = totals(panel)
    panel.show_scene(scene_of(network, 2, [1, 3]))
    assert panel.view.sum.isVisible()
    assert totals(panel).keys() == first.keys()
    assert totals(panel) != first
    click(qtbot, panel, (HIDDEN, 1))
    qtbot.mouseMove(panel.view, AWAY)
    assert panel.view.pinned is None
    assert not panel.view.sum.isVisible()


def test_a_node_that_is_gone_comes_back_with_its_sum(make, qtbot):
    network = large_network()
    panel = make(scene_of(network, 100, [7, 8]), "x")
    click(qtbot, panel, (INPUT, 7))
    qtbot.mouseMove(panel.view, AWAY)
    panel.show_scene(scene_of(network, 100, [9, 8]))
    assert not panel.view.sum.isVisible()
    panel.show_scene(scene_of(network, 50, [7, 9]))
    assert panel.view.sum.isVisible()


class Page(QWidget):
    """Takes the keys that nobody below it wants."""

    def __init__(self):
        super().__init__()
        self.keys = []
        QVBoxLayout(self)

    def keyPressEvent(self, event):
        self.keys.append(event.key())


def test_keys_go_from_node_to_node_and_leave_left_and_right_to_the_page(make, qtbot):
    panel = make(small(), "e")
    page = Page()
    qtbot.addWidget(page)
    page.layout().addWidget(panel)
    page.resize(1000, 420)
    page.show()
    qtbot.waitExposed(page)
    view = panel.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in view.diagram.nodes:
        qtbot.keyClick(view, Qt.Key.Key_Down)
        seen.append(view.pointed)
        assert view.sum.isVisible()
    assert seen == [node.key for node in view.diagram.nodes]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.pointed == seen[-2]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.pinned == seen[-2]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.pinned is None
    assert not view.sum.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert page.keys == [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape]


# -- what the card gives away ----------------------------------------------------------------------------------


def test_the_table_has_the_exact_numbers(make):
    scene = small()
    header, *rows = make(scene, "e").csv_rows()
    assert header == ("layer", "node", "active", "quantity", "value", "error")
    outputs = [row for row in rows if row[0] == "output"]
    assert [row[1] for row in outputs] == list(scene.words)
    assert [row[4] for row in outputs] == scene.trace.outputs[0].y.tolist()
    assert [row[5] for row in outputs] == scene.trace.e_sum.tolist()
    assert [row[4] for row in rows if row[0] == "hidden"] == scene.trace.h.tolist()


def test_the_picture_can_be_taken_away_as_a_drawing(make):
    scene = small()
    panel = make(scene, "e")
    drawing = pictures.svg("Network", "", panel.body)().decode()
    for text in ("学习", "← target", *(brief(value) for value in scene.trace.h)):
        assert text in drawing


def test_without_a_pair_a_sentence_says_what_will_be_seen(qtbot, theme, language):
    panel = NetworkPanel()
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.view.isVisible()
    assert list(panel.csv_rows()) == []


def test_the_network_speaks_chinese_and_to_those_who_cannot_see_it(make, qtbot, language):
    panel = make(small(), "e")
    assert panel.view.accessibleName() == "The network at this pair"
    assert "Hidden h: h₁ " in panel.view.accessibleDescription()
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel._title.text() == "这一对词下的网络")
    assert panel.view.node_texts()[OUTPUT, CENTRE][2] == "← 目标"
