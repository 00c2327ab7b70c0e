from __future__ import annotations

import numpy as np
import pytest

from w2v_gui.engine import guard as guard_module
from w2v_gui.engine.guard import SLICE, Guard
from w2v_gui.engine.parameters import Parameters, allocate, initialise


@pytest.fixture
def parameters() -> Parameters:
    parameters = allocate(5000, 5000, 50)  # more than one slice
    initialise(parameters, 1)
    assert parameters.W_storage.size > 3 * SLICE
    return parameters


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e4, -1e4])
@pytest.mark.parametrize("place", [(0, 0), (4999, 49), (2500, 7)])
def test_bad_weights_are_seen_at_once_in_a_full_look_and_soon_in_slices(
    parameters: Parameters, value: float, place: tuple[int, int]
) -> None:
    guard = Guard(parameters, 4.0, 10**9)
    assert all(guard.healthy(4.0, 1) for _ in range(20))
    parameters.W_out[place] = value
    assert not guard.everything()
    assert not all(guard.healthy(4.0, 1) for _ in range(parameters.W_storage.size // SLICE + 2))


@pytest.mark.parametrize("loss", [np.inf, 41.0])
def test_a_loss_that_ran_away(parameters: Parameters, loss: float) -> None:
    assert not Guard(parameters, 4.0, 100).healthy(loss, 1)


def test_the_last_good_state_comes_back(parameters: Parameters) -> None:
    guard = Guard(parameters, 4.0, 100)
    assert not guard.restore()
    assert guard.healthy(4.0, 100)
    good = parameters.W.tobytes(), parameters.W_out.tobytes()
    parameters.W[...] = 7
    parameters.W_out[...] = np.nan
    assert guard.restore()
    assert (parameters.W.tobytes(), parameters.W_out.tobytes()) == good
    assert guard.last_good_words == 100
    guard.forget()
    assert not guard.restore()
    guard.close()


def test_bad_weights_are_not_kept_as_good(parameters: Parameters) -> None:
    guard = Guard(parameters, 4.0, 100)
    parameters.W[4999, 3] = np.nan
    guard.healthy(4.0, 100)
    assert guard.last_good_words == 0


def test_a_full_disk_does_not_cost_the_copy(parameters: Parameters, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(guard_module, "temporary_file", full)
    guard = Guard(parameters, 4.0, 100)
    guard.healthy(4.0, 100)
    good = parameters.W.tobytes()
    parameters.W[...] = 7
    assert guard.restore()
    assert parameters.W.tobytes() == good
