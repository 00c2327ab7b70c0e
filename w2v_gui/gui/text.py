"""Showing text that may be anything: words of a corpus are drawn as they are, never read as markup."""

from __future__ import annotations

import html
import math
import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QWidget

from w2v_gui.errors import written_size

if TYPE_CHECKING:
    from collections.abc import Iterable

# What takes no ink though it is neither a space nor a control character: fillers, and signs that vary the one before.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {
    chr(code)
    for first, last in ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
    for code in range(first, last + 1)
}
# What would move the rest of a line about: control characters, and marks that turn the writing direction.
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain_label(text: str = "", kind: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that shows ``text`` literally; ``kind`` selects its style in the theme."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if kind:
        label.setProperty("kind", kind)
    return label


def escaped(text: str) -> str:
    """Return the markup that shows ``text`` literally, for a tooltip, broken into lines of a readable length.

    Each line of ``text`` becomes a paragraph.
    """
    # Qt guesses whether a tooltip is rich text; escaping it and saying that it is leaves nothing to guess.
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line)


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give ``widget`` a tooltip that shows ``text`` literally."""
    widget.setToolTip(escaped(text))


def one_line(word: str, limit: int = 200) -> str:
    """Return ``word`` fit for one line: without control characters, and cut with an ellipsis if it is very long.

    One in which there is nothing to see is shown by the numbers of its characters: U+200B.
    """
    if not word.isascii() and all(map(_invisible, word)):
        word = " ".join(f"U+{ord(c):04X}" for c in word[:limit])
    if len(word) > limit:
        word = word[:limit] + "…"
    if word.isascii() and word.isprintable():
        return word
    return "".join("\ufffd" if _unfit(c) else c for c in word)


def _invisible(character: str) -> bool:
    return character in _BLANK or unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp")


def _unfit(character: str) -> bool:
    return character in _TURNING or unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def breakable(text: str) -> str:
    """Return ``text`` with places in its long words at which a label may begin another line."""
    return _LONG_RUN.sub("\\1\u200b", text)


# Chinese may be broken almost anywhere as it is.
_LONG_RUN = re.compile(r"([^\s\u2e80-\uffff]{24})(?=[^\s\u2e80-\uffff])")


def menu_text(word: str) -> str:
    """Return ``word`` fit for a menu, where & would underline what follows it."""
    return one_line(word, 30).replace("&", "&&")


def paragraph(sentences: Iterable[str]) -> str:
    """Return sentences one after the other; a full stop of Chinese brings its own space."""
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text or text.endswith(_FULL_STOPS) else f" {sentence}"
    return text


_FULL_STOPS = ("。", "！", "？", "；")
_BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def true_minus(text: str) -> str:
    """Return a written number whose signs are minus signs and no hyphens."""
    return text.replace("-", "\u2212")


def index(number: int) -> str:
    """Return a number as an index, below the line: ₁₂."""
    return str(number).translate(_BELOW)


def number(value: float) -> str:
    """Return a whole number with its thousands marked, as the language does."""
    return QLocale().toString(round(value))


def short_number(value: float) -> str:
    """Return a number in three digits: 950, 12.3 k, 1.14 M."""
    if math.isnan(value):
        return "–"
    for limit, unit in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if abs(value) >= limit * 0.9995:
            return f"{value / limit:.3g}{unit}" if abs(value) < limit * 999.5 else f"{value / limit:.0f}{unit}"
    return f"{value:.3g}"


def duration(seconds: float) -> str:
    """Return a length of time: 0:07, 12:30, 1:02:03."""
    if math.isnan(seconds) or math.isinf(seconds):
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def size(count: float) -> str:
    """Return a number of bytes: 812.0 kB, 4.9 MB."""
    return written_size(count)
