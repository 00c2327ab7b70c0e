import pytest
from fakes import snapshot

from w2v_gui.gui.status_bar import StatusBar
from w2v_gui.session.run import RunState


@pytest.fixture
def status(qtbot, theme, language):
    status = StatusBar()
    qtbot.addWidget(status)
    status.show_state(RunState.TRAINING)
    return status


@pytest.mark.parametrize(
    ("alpha", "written"),
    [(0.025, "α 0.0250"), (0.001, "α 0.0010"), (0.000955, "α 0.000955"), (0.0001, "α 0.000100"), (0.0, "α 0.0000")],
)
def test_a_small_learning_rate_is_written_out(status, alpha, written):
    status.show_snapshot(snapshot(alpha=alpha))
    assert status._figures["alpha"].text() == written


def test_what_the_first_moments_say_about_the_rest_is_not_shown(status):
    status.show_snapshot(snapshot(seconds=0.2, words_done=10, words_total=1_000_000))
    assert status._figures["remaining"].isHidden()
    status.show_snapshot(snapshot(seconds=2.0, words_done=500, words_total=1000))
    assert not status._figures["remaining"].isHidden()
