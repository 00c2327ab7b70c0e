"""The right column of the Explore page: what there is room for, and test sets that are dropped anywhere."""

import pytest
from dropping import drop, files

from w2v_gui.gui.pages.explore import ExplorePage


@pytest.fixture
def page(qtbot, theme, language):
    page = ExplorePage()
    qtbot.addWidget(page)
    list(page.build())
    page.resize(1000, 600)
    page.show()
    return page


def test_scores_and_ways_out_take_turns_where_it_is_low(page, qtbot):
    assert page.scores.isVisible()
    assert not page.save.isVisible()
    page.right.ways.switch.button("right").click()
    assert not page.scores.isVisible()
    page.enlarging.enlarge(page.save)
    page.enlarging.back()
    assert [page.scores.isVisible(), page.save.isVisible()] == [False, True]
    page.resize(1000, 1000)
    assert page.scores.isVisible()
    assert page.save.isVisible()
    qtbot.waitUntil(lambda: page.scores.height() > page.save.height() > 150)


def test_test_sets_can_be_dropped_anywhere_and_other_files_go_on_to_the_window(page, qtbot, tmp_path):
    pairs, text = tmp_path / "pairs.txt", tmp_path / "text.txt"
    pairs.write_text("old new 1.5\nbig large 9.2\n")
    text.write_text("It was the best of times, it was the worst of times.\n")
    page.right.ways.prefer("right")
    page.enlarging.enlarge(page.atlas)
    with qtbot.waitSignal(page.scores.files_given) as given:
        assert drop(page.atlas, files(pairs))
    assert given.args == [[str(pairs)]]
    assert page.enlarging.card is None
    assert page.scores.isVisible()
    assert not drop(page.atlas, files(text))
    assert not drop(page.atlas, files(pairs, text))
