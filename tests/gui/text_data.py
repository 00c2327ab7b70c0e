"""Texts for the cards that show what the model reads."""

from __future__ import annotations

import numpy as np

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.gui.opening import Opened


def opened_words(counts, sentence=10):
    """Return a text in which words occur so often, in sentences of one length."""
    ids = np.repeat(np.arange(len(counts), dtype=np.int32), list(counts.values()))
    offsets = np.append(np.arange(0, len(ids), sentence), len(ids)).astype(np.int64)
    return Opened(EncodedCorpus("words", ids, offsets, Vocabulary(list(counts), list(counts.values()))))


def opened_with_stop_words(counts, stop_words):
    """Return the same with words that are passed over; their counts, too, are given."""
    words = opened_words(counts).corpus
    beyond = np.repeat(np.arange(len(counts), len(counts) + len(stop_words)), list(stop_words.values()))
    ids = np.concatenate([words.ids, beyond.astype(np.int32)])
    return Opened(EncodedCorpus("words", ids, np.array([0, len(ids)]), words.vocabulary, stop_words=tuple(stop_words)))


def opened_sentences(*lengths):
    """Return a text with sentences of these lengths."""
    return Opened(EncodedCorpus.from_sentences([["a"] * length for length in lengths]))
