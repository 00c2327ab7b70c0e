"""The fast twin of `text_rows.parsed`: numbers are read by compiled code, which leaves Python's lock to others.

Every number comes out as ``float32(float(text))`` would have it. The kernel computes a double that is right but for its
last digits, and sees whether a little more and a little less become the same float32, as they nearly always do. What
is left (one in many millions, and whatever does not look like a plain number) is handed back, and Python reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.compiled import compiled
from w2v_gui.vectors.formats.parsed import Parsed

if TYPE_CHECKING:
    from numpy.typing import NDArray

_POWERS = np.array([float(f"1e{power}") for power in range(-60, 61)])
_HALF = len(_POWERS) // 2
_DIGITS = 18
_LEFT_OVER = 4096
_LITTLE = 2e-15

_NEWLINE, _SPACE, _POINT, _PLUS, _MINUS, _ZERO, _E = (ord(sign) for sign in "\n .+-0e")


def parsed(block: bytes, dimensions: int, most: int) -> Parsed:
    """Read whole lines; see `text_rows.parsed`."""
    rows = min(most, len(block) // (2 * dimensions) + 1, block.count(b"\n"))
    numbers = np.empty((rows, dimensions), dtype=np.float32)
    starts, ends = np.empty(rows, dtype=np.int64), np.empty(rows, dtype=np.int64)
    left_over = np.empty((max(_LEFT_OVER, dimensions), 4), dtype=np.int64)
    count, kept, end, bad = _parse(np.frombuffer(block, np.uint8), rows, _POWERS, numbers, starts, ends, left_over)
    for row, column, start, stop in left_over[:kept].tolist():
        try:
            with np.errstate(over="ignore"):
                numbers[row, column] = np.float64(float(block[start:stop]))
        except ValueError:
            count, end, bad = row, int(starts[row]), True
            break
    words = [block[start:stop] for start, stop in zip(starts[:count].tolist(), ends[:count].tolist(), strict=True)]
    return Parsed(words, numbers[:count], end, bad)


@compiled
def _blank(sign: int) -> bool:
    return sign == 32 or 9 <= sign <= 13


@compiled
def _number(text: NDArray[np.uint8], start: int, end: int, powers: NDArray[np.float64]) -> tuple[float, bool]:
    """Return a number, but for its last digits, and whether it is a plain one."""
    place = start
    negative = text[place] == _MINUS
    if negative or text[place] == _PLUS:
        place += 1
    digits, seen, used, power = 0, 0, 0, 0
    after_point = False
    while place < end:
        digit = text[place] - _ZERO
        if 0 <= digit <= 9:
            seen += 1
            if used < _DIGITS:
                digits = digits * 10 + digit
                used += digits > 0
                power -= after_point
            else:
                power += not after_point
        elif text[place] == _POINT and not after_point:
            after_point = True
        else:
            break
        place += 1
    if place < end and seen > 0 and text[place] | 32 == _E:
        place += 1
        down = place < end and text[place] == _MINUS
        if place < end and (down or text[place] == _PLUS):
            place += 1
        seen, exponent = 0, 0
        while place < end and 0 <= text[place] - _ZERO <= 9:
            exponent = min(exponent * 10 + (text[place] - _ZERO), 9999)
            seen += 1
            place += 1
        power += -exponent if down else exponent
    if seen == 0 or place < end or not -_HALF <= power <= _HALF:
        return 0.0, False
    value = digits * powers[power + _HALF]
    return (-value if negative else value), True


@compiled
def _parse(
    text: NDArray[np.uint8],
    most: int,
    powers: NDArray[np.float64],
    numbers: NDArray[np.float32],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    left_over: NDArray[np.int64],
) -> tuple[int, int, int, bool]:
    """Read rows until one is bad, or there is no room for what is left over.

    Returns how many rows have been read, how many numbers are left over, where the last row ends, and whether the
    next one is bad.
    """
    row, kept, begin = 0, 0, 0
    while row < most and begin < len(text):
        newline = begin
        while text[newline] != _NEWLINE:
            newline += 1
        end = newline
        while end > begin and _blank(text[end - 1]):
            end -= 1
        kept_before = kept
        single = True
        start = end
        for column in range(numbers.shape[1] - 1, -1, -1):
            while start > begin and not _blank(text[start - 1]):
                start -= 1
            if start in (begin, end):
                return row, kept_before, begin, True
            value, plain = _number(text, start, end, powers)
            below, above = np.float32(value * (1 - _LITTLE)), np.float32(value * (1 + _LITTLE))
            numbers[row, column] = above
            if not plain or below != above:
                if kept == len(left_over):
                    return row, kept_before, begin, False
                left_over[kept, 0] = row
                left_over[kept, 1] = column
                left_over[kept, 2] = start
                left_over[kept, 3] = end
                kept += 1
            if column > 0:
                end = start
                while end > begin and _blank(text[end - 1]):
                    end -= 1
                single = single and start - end == 1 and text[end] == _SPACE
                start = end
        if single and text[start - 1] == _SPACE:
            end = start - 1
        else:
            end = start
            while end > begin and _blank(text[end - 1]):
                end -= 1
            if end == begin:
                return row, kept_before, begin, True
        starts[row] = begin
        ends[row] = end
        row += 1
        begin = newline + 1
    return row, kept, begin, False
