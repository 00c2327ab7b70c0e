"""The settings that decide which windows there are in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.windows import Stream


@dataclass(frozen=True)
class WindowRules:
    """The settings that decide which windows there are in a text.

    Attributes
    ----------
    window : int
        Largest reach on either side.
    full_windows_only : bool
    min_count : int
        Rarer words are passed over.
    sample : float
        Threshold of subsampling; 0 keeps everything.
    seed : int
    epoch : int
        From 0; every epoch draws anew.
    """

    window: int
    full_windows_only: bool
    min_count: int
    sample: float
    seed: int
    epoch: int = 0

    @property
    def needed(self) -> int:
        """How many words a sentence must have for a window."""
        return 2 * self.window + 1 if self.full_windows_only else 2

    def stream(self, corpus: EncodedCorpus) -> Stream:
        """Return what the kernels read.

        Raises
        ------
        ConfigError
            If ``min_count`` keeps no word at all.
        """
        from w2v_gui.corpus.windows import make_stream  # the compiler takes half a second to begin

        return make_stream(
            corpus,
            corpus.vocabulary.kept(self.min_count),
            window=self.window,
            sample=self.sample,
            full_windows_only=self.full_windows_only,
            seed=self.seed,
        )
