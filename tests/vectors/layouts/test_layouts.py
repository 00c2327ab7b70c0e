from __future__ import annotations

import threading

import numpy as np
import pytest

from w2v_gui.errors import Cancelled, ConfigError
from w2v_gui.vectors.layouts import LAYOUTS, LayoutWish, checked
from w2v_gui.vectors.layouts.nearest import nearest
from w2v_gui.vectors.layouts.preparing import prepare
from w2v_gui.vectors.layouts.work import Work
from w2v_gui.vectors.word_vectors import WordVectors

SMALL = {"iterations": 60, "early_iterations": 25, "perplexity": 8.0}


def blobs(count=60, size=10):
    random = np.random.default_rng(0)
    centres = 6 * random.standard_normal((2, size))
    return (centres[np.arange(count) % 2] + random.standard_normal((count, size))).astype(np.float32)


def vectors_of(matrix):
    return WordVectors([str(row) for row in range(len(matrix))], matrix)


class Watched(Work):
    """Keeps what is told; ``seen`` is called with each frame and may give orders."""

    def __init__(self, values, seen=lambda work, iteration: None):
        self.told = []
        self.seen = seen
        super().__init__(values, self.hear)

    def hear(self, told):
        self.told.append(told)
        if told[0] == "frame":
            self.seen(self, told[2])
        elif told[0] == "done":
            self.give_up()

    def publish(self, coordinates, *more):
        self._published = 0.0  # Every frame, however fast they come.
        super().publish(coordinates, *more)

    @property
    def frames(self):
        return [told[1:] for told in self.told if told[0] == "frame"]


def arranged(wish, matrix, seen=lambda work, iteration: None):
    prepared = prepare(vectors_of(matrix), wish)
    work = Watched(checked(wish), seen)
    with pytest.raises(Cancelled):
        LAYOUTS["tsne"].run(prepared.units, prepared.start, wish.seed, work)
    return work


def test_principal_components_show_what_varies_and_are_turned_onto_those_before():
    matrix = blobs()
    wish = LayoutWish("pca", values={"lengths": True})
    first = prepare(vectors_of(matrix), wish)
    centred = matrix - matrix.mean(axis=0)
    lengths = np.linalg.svd(centred, compute_uv=False)
    assert first.share == pytest.approx((lengths[:2] ** 2).sum() / (lengths**2).sum(), rel=1e-4)
    assert np.allclose(np.linalg.norm(first.start, axis=0), lengths[:2], rtol=1e-4)
    frame = first.principal_frame()
    mirrored = prepare(vectors_of(-matrix), wish, frame).principal_frame()
    assert np.allclose(mirrored.coordinates, frame.coordinates, atol=1e-3)


def test_words_without_a_direction_have_no_place_and_tiny_sets_are_mapped():
    matrix = blobs(6)
    matrix[2] = 0
    matrix[4, 1] = np.nan
    frame = prepare(vectors_of(matrix), LayoutWish("tsne", 3)).principal_frame()
    assert np.flatnonzero(np.isnan(frame.coordinates).any(axis=1)).tolist() == [2, 4]
    for shape in ((1, 5), (2, 1), (3, 2), (5, 1)):
        for dimensions in (2, 3):
            prepared = prepare(vectors_of(np.ones(shape)), LayoutWish("pca", dimensions))
            assert np.isfinite(prepared.principal_frame().coordinates).all()
    nothing = prepare(vectors_of(np.zeros((4, 3))), LayoutWish("tsne"))
    assert not nothing.suffices
    assert np.isnan(nothing.principal_frame().coordinates).all()


def test_a_wish_names_rows_and_settings_that_are_allowed():
    prepared = prepare(vectors_of(blobs()), LayoutWish(rows=(5, 3, 5, 1000)))
    assert prepared.rows.tolist() == [5, 3]
    with pytest.raises(ConfigError):
        checked(LayoutWish("tsne", values={"perplexity": 0}))


@pytest.mark.parametrize("dimensions", [2, 3])
def test_tsne_separates_what_is_apart_and_does_the_same_for_a_seed(dimensions):
    wish = LayoutWish("tsne", dimensions, seed=3, values=SMALL)
    work = arranged(wish, blobs())
    places, iteration, iterations, divergence, taken = work.frames[-1]
    assert (iteration, iterations, taken) == (60, 60, {})
    assert 0 < divergence < work.frames[5][3]
    groups = places[0::2], places[1::2]
    apart = np.linalg.norm(groups[0].mean(axis=0) - groups[1].mean(axis=0))
    assert apart > 2 * max(group.std() for group in groups)
    assert np.array_equal(arranged(wish, blobs()).frames[-1][0], places)


def test_tsne_can_be_changed_while_it_goes_on():
    def seen(work, iteration):
        if iteration == 30:
            work.change({"perplexity": 300.0, "iterations": 40, "exaggeration": 4.0})

    work = arranged(LayoutWish("tsne", values=SMALL), blobs(), seen)
    iterations = [frame[1] for frame in work.frames]
    assert iterations[0] == 0
    assert iterations[-1] == 40
    assert np.diff(iterations).max() == 1
    # Of so few words no perplexity is above a third of the others.
    assert work.frames[-1][4] == {"perplexity": pytest.approx(59 / 3)}


def test_tsne_stands_still_while_it_is_paused():
    reached = threading.Event()

    def seen(work, iteration):
        if iteration == 10 and not reached.is_set():
            work.pause()
            reached.set()

    wish = LayoutWish("tsne", values=SMALL)
    prepared = prepare(vectors_of(blobs()), wish)
    work = Watched(checked(wish), seen)

    def make():
        with pytest.raises(Cancelled):
            LAYOUTS["tsne"].run(prepared.units, prepared.start, 1, work)

    thread = threading.Thread(target=make)
    thread.start()
    assert reached.wait(20)
    thread.join(0.05)
    assert thread.is_alive()
    assert work.frames[-1][1] == 10
    work.resume()
    thread.join(20)
    assert work.frames[-1][1] == 60


def test_equal_vectors_come_apart():
    work = arranged(LayoutWish("tsne", values=SMALL), np.ones((12, 4), np.float32))
    assert np.isfinite(work.frames[-1][0]).all()
    assert len(np.unique(work.frames[-1][0], axis=0)) == 12


def test_a_forest_finds_nearly_all_that_are_nearest(monkeypatch):
    units = prepare(vectors_of(blobs(300)), LayoutWish()).units
    rows, distances = nearest(units, 5, 1, Watched({}))
    cosines = units @ units.T
    assert np.allclose(distances**2, 2 - 2 * np.take_along_axis(cosines, rows, axis=1), atol=1e-3)
    monkeypatch.setattr("w2v_gui.vectors.layouts.nearest.EXACT", 10)
    found, far = nearest(units, 5, 1, Watched({}))
    assert np.mean([len(set(a) & set(b)) for a, b in zip(rows, found, strict=True)]) > 4.5
    assert np.allclose(far[:, 0], distances[:, 0], atol=1e-3)
