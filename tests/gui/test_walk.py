"""The numbers of the walk, each against the equations written out here once more."""

import re

import numpy as np
import pytest
from walk_data import MODES, lines_of, stages, walkthrough

from w2v_gui.gui.walk import walk_of
from w2v_gui.gui.walk.figures import figure, percent, product, row, total
from w2v_gui.gui.walk.stage import ORDER, Part, reached
from w2v_gui.gui.widgets.number_lines import as_text

ALPHA = 0.1


def number(text):
    return float(text.replace("−", "-").replace(",", ""))


def vector(text):
    return np.array([number(part) for part in text.strip("[]").split()])


def sigmoid(u):
    return 1 / (1 + np.exp(-u))


class ByHand:
    """One step, straight from the weights: nothing of the engine but W, W′, the words, the noise and the tree."""

    def __init__(self, walk):
        scene, network = walk.scene(), walk.network
        example = scene.trace.example
        self.W, self.W_out, self.words = network.W.copy(), network.W_out.copy(), list(scene.words)
        self.inputs, self.targets = list(example.inputs), list(example.targets)
        self.C = len(self.inputs)
        self.h = sum(self.W[word] for word in self.inputs) / self.C
        self.u = np.array([v @ self.h for v in self.W_out])
        self.asked = []
        for target in self.targets:
            if network.config.objective == "softmax":
                self.y = np.exp(self.u) / np.exp(self.u).sum()
                self.asked.append([(j, float(j == target)) for j in range(len(self.words))])
            else:
                self.y = sigmoid(self.u)
                if network.config.objective == "negative_sampling":
                    noise = [word for word in example.noise[0] if word != target]
                    self.asked.append([(target, 1.0)] + [(word, 0.0) for word in noise])
                else:
                    nodes, codes = scene.tree.way(target)
                    self.asked.append([(int(n), 1.0 - int(b)) for n, b in zip(nodes, codes, strict=True)])
        self.e = np.zeros(len(self.W_out))
        for units in self.asked:
            for j, t in units:
                self.e[j] += self.y[j] - t
        self.loss = 0.0
        for target, units in zip(self.targets, self.asked, strict=True):
            if network.config.objective == "softmax":
                self.loss -= np.log(self.y[target])
            else:
                self.loss -= sum(np.log(self.y[j] if t else 1 - self.y[j]) for j, t in units)
        self.EH = sum(self.e[j] * self.W_out[j] for j in range(len(self.W_out)))
        self.share = 1.0 if network.config.cbow_gradient == "word2vec" and network.cbow else 1 / self.C

    def label(self, j, scene):
        return f"n{j}" if scene.tree is not None else self.words[j]


@pytest.fixture(params=[*MODES, ("cbow", "softmax", "word2vec")], ids="-".join)
def mode(request, language):
    model, objective, *convention = request.param
    return walkthrough(model, objective, **({"cbow_gradient": convention[0]} if convention else {}))


@pytest.fixture
def by_hand(mode):
    return ByHand(mode)


@pytest.fixture
def scene(mode):
    return mode.scene()


def test_every_walk_has_all_stages_in_their_order(scene):
    walk = walk_of(scene.trace)
    assert tuple(stage.key for stage in walk) == ORDER
    assert [stage.backward for stage in walk] == [False] * 6 + [True] * 6
    assert walk[6].symbol == ("e" if scene.trace.cbow else "EI")
    assert (Part.TREE in walk[0].lit) == (scene.tree is not None)


def test_forward(scene, by_hand):
    assert vector(lines_of(scene, "h")["h"]) == pytest.approx(by_hand.h, abs=6e-4)
    for key, values in (("u", by_hand.u), ("y", by_hand.y)):
        lines = lines_of(scene, key)
        known = {f"{key}({by_hand.label(j, scene)})": value for j, value in enumerate(values)}
        shown = set(lines) & set(known)
        assert len(shown) >= 4
        for left in shown:
            assert number(lines[left]) == pytest.approx(known[left], rel=5e-3)
    targets = {by_hand.label(units[0][0], scene) for units in by_hand.asked} if scene.tree is None else set()
    assert {f"u({target})" for target in targets} <= set(lines_of(scene, "u")) or scene.trace.objective == "softmax"
    assert number(lines_of(scene, "E")["E"]) == pytest.approx(by_hand.loss, rel=5e-3)


def test_backward(scene, by_hand):
    lines = lines_of(scene, "e")
    symbol = "e" if scene.trace.cbow else "EI"
    known = {f"{symbol}({by_hand.label(j, scene)})": e for j, e in enumerate(by_hand.e)}
    assert len(set(lines) & set(known)) >= 3
    for left in set(lines) & set(known):
        assert number(lines[left]) == pytest.approx(known[left], rel=5e-3)
    assert vector(lines_of(scene, "EH")["EH"]) == pytest.approx(by_hand.EH, abs=6e-4)
    assert number(lines_of(scene, "EH")["EH₁"]) == pytest.approx(by_hand.EH[0], rel=5e-3)


def test_gradients_and_updates(scene, by_hand):
    first = next(line.left for line in stages(scene)["dW_out"].numbers(scene) if line.strong)
    label = re.search(r"\((.*)\)", first)[1]
    j = next(j for j in range(len(by_hand.W_out)) if by_hand.label(j, scene) == label)
    gradient = by_hand.e[j] * by_hand.h
    assert vector(lines_of(scene, "dW_out")[first].replace("…", "nan"))[[0, 1, -1]] == pytest.approx(
        gradient[[0, 1, -1]], abs=6e-4
    )
    assert number(lines_of(scene, "dW_out")[f"∂E/∂w′₁({label})"]) == pytest.approx(gradient[0], rel=5e-3)
    new = by_hand.W_out[j] - ALPHA * gradient
    assert vector(lines_of(scene, "W_out_new")[f"v′({label}) new"]) == pytest.approx(new, abs=6e-4)
    assert number(lines_of(scene, "W_out_new")[f"w′₁({label})"]) == pytest.approx(new[0], rel=5e-3)
    word = by_hand.inputs[0]
    name = by_hand.words[word]
    true_gradient = by_hand.EH / by_hand.C
    assert number(lines_of(scene, "dW")[f"∂E/∂w₁({name})"]) == pytest.approx(true_gradient[0], rel=5e-3)
    new = by_hand.W[word] - ALPHA * by_hand.share * by_hand.EH
    assert vector(lines_of(scene, "W_new")[f"v({name}) new"]) == pytest.approx(new, abs=6e-4)
    assert number(lines_of(scene, "W_new")[f"w₁({name})"]) == pytest.approx(new[0], rel=5e-3)


def test_what_is_computed_gives_the_result(scene):
    """Take every sum that is written out whole and compute it from its own digits."""
    checked = 0
    for stage in walk_of(scene.trace):
        for line in stage.numbers(scene):
            how = line.middle.replace("−log ", "-np.log").replace("log ", "np.log").replace("·", "*").replace("−", "-")
            if re.fullmatch(r"[-+*/()\d. nplogex]+", how) and line.result and not line.result.startswith("["):
                how = re.sub(r"np\.log\s*([\d.]+)", r"np.log(\1)", how).replace("exp", "np.exp")
                assert number(line.result) == pytest.approx(eval(how, {"np": np}), rel=0.03, abs=2e-3), line
                checked += 1
    assert checked >= 8


def test_the_applied_step_is_the_one_that_was_shown(mode):
    scene = mode.scene()
    word = int(scene.trace.input_words[0])
    new = vector(lines_of(scene, "W_new")[f"v({scene.words[word]}) new"])
    mode.advance(1)
    assert mode.network.W[word] == pytest.approx(new, abs=6e-4)


@pytest.mark.parametrize(
    ("model", "equations"),
    [
        (
            "cbow",
            ["", "(19)", "(19)", "(2)", "(3)", "(20)", "(9)", "(8)", "(13)", "(15)", "(17)", "after equation (20)"],
        ),
        ("skipgram", ["", "(1)", "(1)", "(2)", "(3)", *["after equation (20)"] * 5, "(17)", "(18)"]),
    ],
)
def test_the_derivations_sentence_goes_through_its_equations(language, model, equations):
    scene = walkthrough(model).scene()
    assert [stage.equation for stage in walk_of(scene.trace)] == equations


def test_the_text_says_what_the_first_pair_is(language):
    scene = walkthrough().scene()
    y = ByHand(walkthrough()).y[list(scene.words).index("爱")]
    [said] = stages(scene)["e"].explanation(scene)
    assert said.startswith(f"The network gives the right word {100 * y:.0f} %.")
    assert "“爱”" in said
    assert lines_of(scene, "pair")["input"] == "我, 学习"
    assert lines_of(scene, "pair")["target"] == "爱"


def test_word2vecs_convention_is_named(language):
    derived, used = (walkthrough(cbow_gradient=convention).scene() for convention in ("derived", "word2vec"))
    assert "frac{1}{C}" in stages(derived)["W_new"].latex
    assert "frac" not in stages(used)["W_new"].latex
    assert stages(used)["W_new"].equation == "as in word2vec.c"
    assert "2 times the true gradient" in stages(used)["dW"].explanation(used)[0]


def test_noise_words_and_their_chances(language):
    scene = walkthrough("cbow", "negative_sampling").scene()
    counts = np.array([2.0] + [1.0] * 8) ** 0.75
    shown = [line.result for line in stages(scene)["pair"].numbers(scene) if line.left.startswith("noise")]
    noise = scene.trace.example.noise[0]
    assert shown == [f"{scene.words[word]} · P = {100 * counts[word] / counts.sum():.0f} %" for word in noise]


def test_the_chances_of_the_turns_multiply_to_that_of_the_word(language):
    scene = walkthrough("cbow", "hierarchical_softmax").scene()
    line = stages(scene)["y"].numbers(scene)[-1]
    assert line.left == "p(爱)"
    factors = [eval(factor.replace("−", "-")) for factor in line.middle.split("·")]
    nodes, codes = scene.tree.way(list(scene.words).index("爱"))
    assert len(factors) == len(nodes)
    assert [text.startswith("(1 −") for text in line.middle.split("·")] == [bool(code) for code in codes]
    assert np.prod(factors) == pytest.approx(number(line.result), rel=5e-3)


def test_a_word_that_stands_twice_in_the_context_counts_twice(language):
    walk = walkthrough(sentences=[["a", "b", "a", "c"]])
    scene = walk.scene()
    assert scene.trace.example.inputs == (0, 0)
    assert stages(scene)["dW"].numbers(scene)[0].middle.startswith("2/2·")
    EH = ByHand(walk).EH
    assert number(stages(scene)["dW"].numbers(scene)[0].result) == pytest.approx(EH[0], rel=5e-3)


def test_of_many_words_the_important_ones_have_lines(language):
    words = [f"w{number}" for number in range(300)]
    scene = walkthrough(sentences=[words, words[::-1]], window=5, vector_size=40).scene()
    for stage in walk_of(scene.trace):
        lines = stage.numbers(scene)
        assert 1 <= len(lines) <= 9
        assert all(len(line.middle) < 110 and len(line.result) < 110 for line in lines), stage.key
        assert stage.explanation(scene)
    rest = stages(scene)["y"].numbers(scene)[-1]
    assert rest.left == "… and 295 more"
    shown = [number(line.result) for line in stages(scene)["y"].numbers(scene)]
    assert sum(shown) == pytest.approx(1, abs=0.01)
    assert shown[1:-1] == sorted(shown[1:-1], reverse=True)


ODD = {
    "two words": {"sentences": [["a", "b"]], "full_windows_only": False},
    "one dimension": {"vector_size": 1},
    "a word in its own context": {"sentences": [["a", "a", "a", "b"]]},
    "weights that are huge": {},
    "weights that are tiny": {},
}


@pytest.mark.parametrize("mode", MODES, ids="-".join)
@pytest.mark.parametrize("case", ODD)
def test_what_is_odd_is_written_down_all_the_same(language, mode, case):
    walk = walkthrough(*mode, **ODD[case])
    scale = {"weights that are huge": 60.0, "weights that are tiny": 1e-9}.get(case, 1.0)
    walk.network.W *= scale
    walk.network.W_out *= scale
    scene = walk.scene()
    for stage in walk_of(scene.trace):
        text = " ".join([*(as_text(line) for line in stage.numbers(scene)), *stage.explanation(scene)])
        assert not re.search(r"nan|inf\b|-0|−0\.0*\b(?!\d)|\{", text), text
        assert stage.numbers(scene)


def test_words_are_never_read_as_templates_or_markup(language):
    scene = walkthrough(sentences=[["{x}", "<b>y</b>", "%s", "{0}"]]).scene()
    said = " ".join(text for stage in walk_of(scene.trace) for text in stage.explanation(scene))
    assert "“<b>y</b>”" in said
    assert "“{x}”" in said


def test_both_languages(language):
    scene = walkthrough().scene()
    english = [(stage.title, *stage.explanation(scene)) for stage in walk_of(scene.trace)]
    language.choose("zh_CN")
    chinese = [(stage.title, *stage.explanation(scene)) for stage in walk_of(scene.trace)]
    for before, after in zip(english, chinese, strict=True):
        assert not set(before) & set(after)


def test_what_the_walk_has_not_reached_is_not_known():
    assert reached("e", "y")
    assert reached("e", "e")
    assert not reached("y", "e")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-0.69412, "−0.694"),
        (0.1, "0.100"),
        (1.8059, "1.806"),
        (9.9996, "10.00"),
        (123.4, "123.4"),
        (-1234.5, "−1,234"),
        (1.23e-5, "1.2e−5"),
        (-1e-300, "−1e−300"),
        (0.0, "0"),
        (-0.0, "0"),
        (3e9, "3e9"),
    ],
)
def test_figures(value, text):
    assert figure(value) == text


def test_figures_together():
    assert product(-0.5, -0.25) == "−0.500·(−0.250)"
    assert total(["1", "−2", "−3·4"]) == "1 + (−2) + (−3)·4"
    assert total(list("123456")) == "1 + 2 + 3 + … + 6"
    assert row([0.5, -0.001, 0]) == "[0.500  −0.001  0]"
    assert row(range(1, 101)) == "[1.0  2.0  3.0  4.0  …  100.0]"
    assert row([-1e-9, 0.5]) == "[−1e−9  0.500]"
    assert percent(0.99999) == "> 99.9"
    assert percent(1.0) == "100"
    assert percent(0.312) == "31"
    assert percent(0.00012) == "0.0120"
