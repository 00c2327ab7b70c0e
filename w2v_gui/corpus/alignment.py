"""Where in a text its tokens stand, when it is known which tokens they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.compiled import compiled
from w2v_gui.corpus.characters import CODE_POINT, CONTINUES, IGNORED, KIND, SINGLE, STARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


@compiled
def _align(codes: Any, table: Any, letters: Any, bounds: Any, tokens: Any, starts: Any, ends: Any) -> int:
    """Find the tokens one after the other; return how many have been found.

    What stands between two tokens holds no character that counts. So the next place that is spelt like a token, among
    those where the scanner would let a word begin, is where the token stands.
    """
    length = codes.shape[0]
    place = 0
    count = 0
    for t in range(tokens.shape[0]):
        first = bounds[tokens[t]]
        size = bounds[tokens[t] + 1] - first
        found = False
        while place < length and not found:
            kind = table[codes[place]] >> KIND
            if not kind & (STARTS | SINGLE):
                place += 1
                continue
            i = place
            matched = 0
            while i < length and matched < size:
                entry = table[codes[i]]
                if not (entry >> KIND) & IGNORED:
                    if entry & CODE_POINT != letters[first + matched]:
                        break
                    matched += 1
                i += 1
            if matched == size:
                starts[t] = place
                ends[t] = i
                place = i
                found = True
                continue
            # A word that was not worth keeping.
            place += 1
            while not kind & SINGLE and place < length and (table[codes[place]] >> KIND) & (CONTINUES | IGNORED):
                place += 1
        if not found:
            break
        count += 1
    return count


def align(
    text: str, words: Sequence[str], tokens: NDArray[np.int64], table: NDArray[np.uint32]
) -> tuple[NDArray[np.int32], NDArray[np.int32]] | None:
    """Find where tokens stand in the text from which they were made.

    Parameters
    ----------
    text : str
    words : sequence of str
        Different words, as the scanner spells them.
    tokens : ndarray of int64, shape (n,)
        Which of these words follow one another in the text.
    table : ndarray of uint32
        The scanner's.

    Returns
    -------
    starts, ends : ndarray of int32, shape (n,)
        ``text[starts[t]:ends[t]]`` is the token t. None if they do not stand in the text.
    """
    bounds = np.zeros(len(words) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, words), np.int64, len(words)), out=bounds[1:])
    starts, ends = np.empty(len(tokens), np.int32), np.empty(len(tokens), np.int32)
    found = _align(_codes(text), table, _codes("".join(words)), bounds, tokens, starts, ends)
    return (starts, ends) if found == len(tokens) else None


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
