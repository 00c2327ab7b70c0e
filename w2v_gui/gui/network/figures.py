"""Numbers as they are written beside nodes: short, and never wider than the room that is kept for them."""

from __future__ import annotations

from fractions import Fraction

from w2v_gui.gui.text import index, true_minus

WIDEST = "\u22120.0000"
"""A text as wide as any that `brief` returns of a number of usual size."""

_FRACTIONS = {(1, 2): "½", (1, 3): "⅓", (2, 3): "⅔", (1, 4): "¼", (3, 4): "¾"}


def brief(value: float) -> str:
    """Return a number in at most four figures, three of them decimals if there is room: 0.423, 0.0031, −12.10, 4e−5."""
    size = abs(value)
    if value == 0:
        text = "0"
    elif 0.000095 <= size < 9999.5:
        text = f"{value:.{sum(size < limit for limit in (0.00995, 9.9995, 99.995, 999.95))}f}"
    else:
        text = _short_power(f"{value:.0e}")
    return true_minus(text)


def full(value: float) -> str:
    """Return a number in four decimals, or in four figures where it is very small or large."""
    if value == 0:
        return "0"
    usual = 0.001 <= abs(value) < 100_000
    text = f"{value:.4f}" if usual else _short_power(f"{value:.3e}")
    return true_minus(text)


def share(places: int, of: int) -> str:
    """Return a part of a whole as a fraction: 1, ½, 2/7."""
    part = Fraction(places, of)
    pair = part.numerator, part.denominator
    return "1" if pair == (1, 1) else _FRACTIONS.get(pair, f"{pair[0]}/{pair[1]}")


def indexed(name: str, number: int) -> str:
    """Return a name with a number below the line, counted from 1 as the derivation does: h₃."""
    return name + index(number + 1)


def _short_power(text: str) -> str:
    digits, power = text.split("e")
    return true_minus(f"{digits}e{int(power)}")
