import pytest

from w2v_gui.gui.widgets.row_motion import GLIDE_S, Mark, RowMotion


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def motion(clock):
    motion = RowMotion(clock)
    motion.arrange([1, 2, 3, 4])
    clock.now += 10
    return motion


def places(motion):
    return {row.key: row.place for row in motion.placed()}


def marks(motion):
    return {row.key: row.mark for row in motion.placed() if row.mark}


def test_rows_set_out_from_their_old_places_and_come_to_rest_in_their_new_ones(motion, clock):
    motion.arrange([3, 1, 2, 4])
    assert places(motion) == {1: 0, 2: 1, 3: 2, 4: 3}
    assert motion.gliding
    clock.now += GLIDE_S / 3
    assert 0 < places(motion)[3] < 2
    assert 0 < places(motion)[1] < 1
    assert places(motion)[4] == 3
    clock.now += GLIDE_S
    assert places(motion) == {3: 0, 1: 1, 2: 2, 4: 3}
    assert not motion.gliding


def test_another_order_on_the_way_starts_from_where_the_rows_are(motion, clock):
    motion.arrange([4, 1, 2, 3])
    clock.now += GLIDE_S / 3
    before = places(motion)
    motion.arrange([1, 2, 3, 4])
    assert places(motion) == pytest.approx(before)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([4, 1, 2, 3], {4: Mark.UP}),
        ([2, 3, 4, 1], {1: Mark.DOWN}),
        ([2, 1, 3, 4], {2: Mark.UP}),
        ([2, 1, 4, 3], {2: Mark.UP, 4: Mark.UP}),
        ([4, 3, 2, 1], {4: Mark.UP, 3: Mark.UP, 2: Mark.UP}),
        ([2, 3, 4, 9], {9: Mark.NEW}),
        ([9, 1, 2, 3], {9: Mark.NEW}),
        ([3, 9, 1, 8], {3: Mark.UP, 9: Mark.NEW, 8: Mark.NEW}),
        ([1, 2, 3, 4], {}),
    ],
)
def test_who_has_moved_is_marked_and_not_who_makes_room(motion, order, expected):
    motion.arrange(order)
    assert marks(motion) == expected


def test_a_new_one_fades_in_where_it_belongs(motion, clock):
    motion.arrange([1, 9, 2, 3])
    (new,) = [row for row in motion.placed() if row.key == 9]
    assert (new.place, new.opacity, new.mark) == (1, 0, Mark.NEW)
    clock.now += GLIDE_S
    (new,) = [row for row in motion.placed() if row.key == 9]
    assert new.opacity == 1


def test_a_longer_list_is_no_news(motion):
    motion.arrange([1, 2, 3, 4, 5, 6])
    assert marks(motion) == {}
    motion.arrange([1, 2])
    assert marks(motion) == {}


def test_marks_fade_and_then_nothing_is_left_to_draw(motion, clock):
    motion.arrange([2, 1, 3, 4])
    assert motion.marked
    strengths = []
    while motion.marked:
        strengths.append(next(row.strength for row in motion.placed() if row.key == 2))
        clock.now += 0.05
    assert strengths[0] == 1
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[-1] < 0.3
    assert marks(motion) == {}


def test_who_rises_is_drawn_above_the_others(motion):
    motion.arrange([4, 1, 2, 3])
    assert motion.placed()[-1].key == 4


def test_settling_ends_everything(motion):
    motion.arrange([4, 3, 2, 1])
    motion.settle()
    assert places(motion) == {4: 0, 3: 1, 2: 2, 1: 3}
    assert not motion.gliding
    assert not motion.marked
