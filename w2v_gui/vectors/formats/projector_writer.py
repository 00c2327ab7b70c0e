"""Writing the pair of files that TensorBoard's projector loads: numbers between tabs, and beside them the words.

The words alone are a file without a header; words and counts are two columns and need one. So the projector reads
them, and it is particular: an empty line is no row, a first number that is none becomes a label, and one dimension is
an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, SaveError
from w2v_gui.vectors.formats.projector_pair import partners

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

ENDINGS = (".tsv",)

_VISIBLE = {ord(sign): chr(0x2400 + ord(sign)) for sign in "\t\n\v\f\r"}
_BLANK = " \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
"""What JavaScript counts as white space."""


def partner(path: Path) -> Path:
    """Return the file for the words of the numbers in ``path``."""
    return next(partners(path))


def write(files: tuple[BinaryIO, BinaryIO], vectors: WordVectors, writing: Writing) -> None:
    """Write numbers into the first file and words into the second.

    A row with a number that is not finite is left out of both: with one of them in the file, the projector shows
    nothing at all.

    Raises
    ------
    SaveError
        If the vectors have one dimension only.
    """
    if vectors.dimensions < 2:
        raise SaveError(
            QT_TRANSLATE_NOOP(
                "errors",
                "TensorBoard's projector takes vectors of two or more dimensions, and these have one. Save them in "
                "another format.",
            )
        )
    numbers, names = files
    pattern = "\t".join(["%.9g"] * vectors.dimensions)
    counts = vectors.counts
    if counts is not None:
        names.write(b"word\tcount\n")
    done = 0
    for words, rows in writing.blocks(vectors):
        finite = np.flatnonzero(np.isfinite(rows).all(axis=1))
        writing.left_out += len(rows) - len(finite)
        for place in finite.tolist():
            word = words[place]
            encoded = writing.noted(word, _visible(word).encode(errors="backslashreplace"))
            names.write(encoded + (b"\n" if counts is None else b"\t%d\n" % counts[done + place]))
        numbers.write("".join(pattern % tuple(row) + "\n" for row in rows[finite].tolist()).encode())
        done += len(words)


def _visible(word: str) -> str:
    """Return a word as a line can hold it; a line that looks empty would be none."""
    word = word.translate(_VISIBLE)
    return word if word.strip(_BLANK) else "".join(f"\\u{ord(sign):04x}" for sign in word) or "∅"
