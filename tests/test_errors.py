import numpy as np
import pytest

from w2v_gui.errors import ConfigError, UserError, fill_in, written


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (7, "7"),
        (2_147_483_647, "2,147,483,647"),
        (10.0, "10"),
        (-1234.0, "-1,234"),
        (0.025, "0.025"),
        (1e-6, "1e-6"),
        (0.1 + 0.2, "0.3"),
        (1e300, "1e+300"),
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
        (np.int64(1000), "1,000"),
        (np.float32(0.1), "0.1"),
        (10**30, "1" + 10 * ",000"),
        (True, "True"),
        ("1000", "1000"),
        (None, "None"),
    ],
)
def test_values_as_a_sentence_shows_them(value, shown):
    assert written(value) == shown


def test_an_error_is_its_sentence():
    error = ConfigError(
        "{name} must lie between {minimum} and {maximum}, not be {value}.",
        name="alpha",
        minimum=1e-6,
        maximum=10.0,
        value=20_000,
    )
    assert str(error) == "alpha must lie between 1e-6 and 10, not be 20,000."
    assert error.values["value"] == 20_000


def test_a_field_may_ask_for_a_form():
    assert fill_in("{share:.1f} % of {file}", {"share": 12.345, "file": "{odd}.txt"}) == "12.3 % of {odd}.txt"


def test_a_sentence_without_its_values_is_a_mistake():
    with pytest.raises(KeyError):
        UserError("{file} is missing")
