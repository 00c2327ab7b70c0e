import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.gui.labels import Candidate, Label, LabelPlacer, Occupied

WIDTH, HEIGHT = 400, 300


def candidates(count, seed=0, first=0):
    rng = np.random.default_rng(seed)
    places = rng.uniform((0, 0), (WIDTH, HEIGHT), size=(count, 2))
    widths = rng.integers(10, 120, count)
    return [
        Candidate(first + i, x, y, int(w), 15, 4)
        for i, ((x, y), w) in enumerate(zip(places.tolist(), widths.tolist(), strict=True))
    ]


def overlap(a, b):
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


def check(labels, points=()):
    placed = list(labels.values())
    for i, label in enumerate(placed):
        assert label.x >= 0
        assert label.y >= 0
        assert label.x + label.width <= WIDTH
        assert label.y + label.height <= HEIGHT
        assert not any(overlap(label, other) for other in placed[:i])
        for point in points:
            core = point.radius / 2 - 0.5  # a point that is there may be touched a little
            assert not overlap(label, Label(point.x - core, point.y - core, 2 * core, 2 * core))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.integers(0, 8), st.integers(0, 10_000))
def test_no_label_covers_another_or_a_point_that_matters_or_the_edge(count, musts, seed):
    placer = LabelPlacer()
    for frame in range(3):
        must = candidates(musts, seed + frame)
        others = candidates(count, seed + frame + 1, first=100)
        labels = placer.place(must, others, WIDTH, HEIGHT, 30)
        check(labels, [*must, *(point for point in others if point.key in labels)])


def test_the_more_important_word_gets_the_room():
    same = [Candidate(i, 200, 150, 380, 140, 3) for i in range(5)]
    assert next(iter(LabelPlacer().place([], same, WIDTH, HEIGHT, 10))) == 0


def test_no_more_labels_than_asked_for():
    assert len(LabelPlacer().place([], candidates(60), WIDTH, HEIGHT, 7)) == 7


def test_what_must_be_labelled_is_even_in_a_crowd():
    crowd = [Candidate(i, 200 + i, 150, 60, 15, 4) for i in range(12)]
    labels = LabelPlacer().place(crowd, candidates(50, first=100), WIDTH, HEIGHT, 30)
    assert set(range(12)) <= set(labels)
    assert any(labels[i].led for i in range(12))
    check(labels, crowd)


def test_labels_do_not_blink_when_points_tremble():
    rng = np.random.default_rng(1)
    still = candidates(120)
    placer = LabelPlacer()
    known, changes = None, 0
    for _ in range(50):
        shaken = [
            Candidate(c.key, c.x + rng.uniform(-1, 1), c.y + rng.uniform(-1, 1), c.width, c.height, c.radius)
            for c in still
        ]
        shown = set(placer.place([], shaken, WIDTH, HEIGHT, 40))
        changes += len(known ^ shown) if known is not None else 0
        known = shown
    assert len(known) > 25
    assert changes <= 4


def test_a_label_stays_on_its_side():
    placer = LabelPlacer()
    point = Candidate(1, 280, 150, 60, 15, 3)
    blocker = Candidate(2, 310, 150, 60, 15, 3)
    placer.place([blocker], [point], WIDTH, HEIGHT, 5)
    side = placer.place([], [point], WIDTH, HEIGHT, 5)[1]
    assert side == placer.place([], [point], WIDTH, HEIGHT, 5)[1]
    assert side != LabelPlacer().place([], [point], WIDTH, HEIGHT, 5)[1]
    placer.forget()
    assert side != placer.place([], [point], WIDTH, HEIGHT, 5)[1]


def test_a_rectangle_over_the_edge_is_never_free():
    occupied = Occupied(10, 10)
    assert occupied.free(0, 0, 10, 10)
    for outside in ((-1, 0, 5, 5), (0, -1, 5, 5), (6, 0, 5, 5), (0, 6, 5, 5)):
        assert not occupied.free(*outside)
    occupied.take(-5, -5, 6, 6)
    assert not occupied.free(0, 0, 1, 1)
    assert occupied.free(1, 0, 9, 10)
    occupied.take(20, 20, 5, 5)


def test_a_label_that_must_be_shown_stands_beside_its_point():
    label = LabelPlacer().place([Candidate(1, 200, 150, 60, 15, 4)], [], WIDTH, HEIGHT, 5)[1]
    assert (label.x, label.led) == (207, False)


def test_labels_keep_away_from_what_is_taken():
    point = Candidate(1, 200, 150, 60, 15, 3)
    right = LabelPlacer().place([], [point], WIDTH, HEIGHT, 5)[1]
    left = LabelPlacer().place([], [point], WIDTH, HEIGHT, 5, [(right.x + 20, right.y, 5, 5)])[1]
    assert left.x + left.width < 200 < right.x
