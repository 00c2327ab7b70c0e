"""Numbers of an equation as text: three or four digits, true minus signs, sums term by term."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from w2v_gui.gui.text import true_minus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DIGITS = 3
_SMALL, _LARGE = 1e-4, 1e6


def figure(value: float) -> str:
    """Return a number in three digits, or four from 1 on: −0.694, 1.806; extreme ones with an exponent: 1.2e−5.

    So numbers below and above 1 have the same decimals, and a sum that is written out comes to what stands behind it.
    """
    return _figure(float(value), DIGITS)


def finely(value: float) -> str:
    """Return a number in a digit more: one whose logarithm is to be taken, which then has the digits that are shown."""
    return _figure(float(value), DIGITS + 1)


def _figure(value: float, digits: int) -> str:
    if value == 0:
        return "0"
    decimals = _decimals(value, digits)
    if decimals is None:
        leading, exponent = f"{value:.1e}".split("e")
        return true_minus(f"{leading.removesuffix('.0')}e{int(exponent)}")
    return true_minus(f"{value:,.{decimals}f}")


def _decimals(value: float, digits: int = DIGITS) -> int | None:
    """Return how many decimals a number has; None where it is written with an exponent."""
    if not _SMALL <= abs(value) < _LARGE:
        return None
    # Rounded first: 9.9996 becomes 10.00, and not 10.000.
    digits += abs(value) >= 1 - 0.5 * 10**-digits
    return max(0, digits - 1 - math.floor(math.log10(abs(float(f"{value:.{digits - 1}e}")))))


def plain(value: float) -> str:
    """Return a number that somebody has set, without digits that stand for nothing: 0.05, 1e−4."""
    return true_minus(f"{value:,.6g}".replace("e-0", "e-"))


def whole(value: int) -> str:
    """Return a whole number with its thousands marked."""
    return f"{value:,}"


def percent(share: float) -> str:
    """Return a probability in percent: 31, 4.2, 0.013; 100 only for what is certain."""
    value = 100 * share
    if value < 1:
        return figure(value)
    written = f"{value:.1f}" if value < 10 or value >= 99 else f"{value:.0f}"
    return "> 99.9" if written == "100.0" and share < 1 else written.removesuffix(".0")


def factor(value: float) -> str:
    """Return a number as it stands after a sign: a negative one in parentheses."""
    return _enclosed(figure(value))


def product(first: float, *others: float) -> str:
    """Return ``0.42·(−0.31)``."""
    return "·".join([figure(first), *map(factor, others)])


def total(terms: Sequence[str], most: int = 4) -> str:
    """Return a sum; of more than ``most`` terms the first ones and the last."""
    shown = list(terms) if len(terms) <= most else [*terms[: most - 1], "…", terms[-1]]
    # A sum that begins with "−" is read as it stands; a later term like that needs its parentheses.
    return " + ".join([*shown[:1], *(_enclosed(term) if "·" not in term else _guarded(term) for term in shown[1:])])


def row(values: Iterable[float], most: int = 6) -> str:
    """Return a vector, all its numbers with equally many decimals: ``[0.420  −0.031  …  0.008]``."""
    numbers = [float(value) for value in values]
    decimals = _decimals(max(map(abs, numbers), default=0.0))
    if decimals is not None:
        # So that smaller ones beside a large one keep more than a digit.
        decimals = max(decimals, 1)
    shown = [_with(value, decimals) for value in (numbers if len(numbers) <= most else numbers[: most - 2])]
    if len(numbers) > most:
        shown += ["…", _with(numbers[-1], decimals)]
    return f"[{'  '.join(shown)}]"


def _with(value: float, decimals: int | None) -> str:
    written = "" if decimals is None else f"{value:,.{decimals}f}"
    # What would vanish keeps its digits.
    return true_minus(written) if written.strip("-0.") else figure(value)


def _enclosed(text: str) -> str:
    return f"({text})" if text.startswith("−") else text


def _guarded(term: str) -> str:
    first, _, others = term.partition("·")
    return f"{_enclosed(first)}·{others}"
