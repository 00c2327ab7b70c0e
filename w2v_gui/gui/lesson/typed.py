"""Numbers as learners type them."""

from __future__ import annotations

import math
import re
import unicodedata

_FACTORS = {"": 1.0, "k": 1e3, "m": 1e6, "万": 1e4, "亿": 1e8}
_NUMBER = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(k|m|万|亿)?", re.IGNORECASE)
_MINUS = str.maketrans("\u2212\u2013\u2014", "---")
_GROUPED = re.compile(r"([+-]?[1-9]\d{0,2})((?:[,' ]\d{3})+)(\D*)")


def typed_number(text: str) -> float | None:
    """Return a typed number, or None if it is none.

    Taken are 0.25, -.5, 1/9, 7,000,000, 7 000 000, 7e6, 7M, 700万, a decimal comma, and the wide characters of
    Chinese keyboards.
    """
    text = unicodedata.normalize("NFKC", text).translate(_MINUS).replace("。", ".").strip()
    numerator, stroke, denominator = text.partition("/")
    value = _number(numerator)
    if not stroke or value is None:
        return value
    divisor = _number(denominator)
    return value / divisor if divisor else None


def _number(text: str) -> float | None:
    grouped = _GROUPED.fullmatch(text.strip())
    if grouped is not None:
        text = grouped[1] + re.sub(r"\D", "", grouped[2]) + grouped[3]
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    found = _NUMBER.fullmatch(text.replace(" ", ""))
    if found is None:
        return None
    value = float(found[1]) * _FACTORS[(found[2] or "").lower()]
    return value if math.isfinite(value) else None
