"""What is said about a map: in its caption, to whoever rests on it, and in a table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.language import translated
from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.word_counts import words_text
from w2v_gui.vectors.layouts import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from w2v_gui.vectors.layouts import LayoutFrame
    from w2v_gui.vectors.trust import Trust
    from w2v_gui.vectors.word_vectors import WordVectors


def facts(frame: LayoutFrame, trust: Trust | None, *, moving: bool = False) -> list[str]:
    """Return in a few words each what a map is, and how far it can be believed.

    Unless it is still ``moving``, one that was left unfinished is called so.
    """
    wish = frame.wish
    told = [translated("layouts", LAYOUTS[wish.method].label)]
    if not moving and not frame.finished:
        told.append(_how_far(frame))
    if trust is not None and math.isfinite(trust.value):
        told.append(QCoreApplication.translate("AtlasPanel", "trust {part}").format(part=f"{trust.value:.2f}"))
    if wish.method == "pca" and math.isfinite(frame.figure):
        share = QCoreApplication.translate("AtlasPanel", "{share} % of variance")
        told.append(share.format(share=round(100 * frame.figure)))
    if not wish.values.get("lengths"):
        told.append(QCoreApplication.translate("AtlasPanel", "cosine"))
    told.append(words_text(len(frame.rows)))
    if not LAYOUTS[wish.method].prompt:
        told.append(QCoreApplication.translate("AtlasPanel", "seed {seed}").format(seed=wish.seed))
    return told


def _how_far(frame: LayoutFrame) -> str:
    if not frame.iteration:
        return QCoreApplication.translate("AtlasPanel", "not begun: still PCA")
    text = QCoreApplication.translate("AtlasPanel", "iteration {number} of {all}")
    return text.format(number=number(frame.iteration), all=number(frame.iterations))


def explanation(trust: Trust | None) -> str:
    """Return how to look at a map, and what its trust means."""
    told = [
        QCoreApplication.translate(
            "AtlasPanel",
            "Every point is a word. The wheel zooms, dragging moves, or turns a map of three dimensions; 0 shows "
            "everything again. With Shift dragging draws a box around words, with Alt a line. Resting on a word draws "
            "lines to the words that are truly nearest to it, in all dimensions. A double click asks about a word, "
            "the space bar pauses.",
        )
    ]
    if trust is not None:
        meaning = QCoreApplication.translate(
            "AtlasPanel",
            "Trust {part}: how many of the {neighbours} nearest words on the map are near in all dimensions as well, "
            "and how near. 1: all neighbours here are neighbours there; 0.5: no better than chance. Measured on "
            "{sample} words.",
        )
        part, sample = f"{trust.value:.3f}", number(trust.sampled)
        told.append(meaning.format(part=part, neighbours=trust.neighbours, sample=sample))
    return "\n".join(told)


def described(vectors: WordVectors, row: int, near: Sequence[tuple[int, float]] | None) -> list[tuple[str, str]]:
    """Return what is told of a word: its count, and its true neighbours with their cosines where they are known."""
    words, counts = vectors.words, vectors.counts
    count = QCoreApplication.translate("AtlasPanel", "count {count}")
    told = [(one_line(words[row], 30), "" if counts is None else count.format(count=number(int(counts[row]))))]
    if near is not None:
        heading = QCoreApplication.translate("AtlasPanel", "truly nearest")
        told.append((heading, QCoreApplication.translate("AtlasPanel", "cosine")))
        told += [(one_line(words[other], 24), f"{cosine:.3f}") for other, cosine in near]
    return told


def table(vectors: WordVectors | None, frame: LayoutFrame | None) -> Iterator[Sequence[object]]:
    """Yield where the words of a map are, the first row its header."""
    axes = ("x", "y", "z")[: 2 if frame is None else frame.coordinates.shape[1]]
    yield "word", "count", *axes
    if frame is None or vectors is None:
        return
    words, counts = vectors.words, vectors.counts
    for row, place in zip(frame.rows.tolist(), frame.coordinates.tolist(), strict=True):
        yield words[row], "" if counts is None else int(counts[row]), *place
