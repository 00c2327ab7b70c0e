"""The same place of a text, whatever its words are: where it begins stays, while positions of tokens change."""

from __future__ import annotations

import pytest

from w2v_gui.corpus import original as originals
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.original import OriginalText
from w2v_gui.corpus.passages import Passages
from w2v_gui.corpus.sources import PastedText
from w2v_gui.corpus.tokenizers import TokenizerOptions

PARTS = ["“Élan”, said 宝玉 – twice?\n" * 20, "1234567890 " * 60, "1\n", "the middle of 宝玉\n" * 3, "the end\n", "?!"]


def passages_of(**options: object) -> tuple[EncodedCorpus, Passages]:
    ingested = encode(
        [PastedText(part, "text") for part in PARTS], TokenizerOptions(**options), original=OriginalText()
    )
    return ingested.corpus, Passages(ingested.corpus, ingested.original)


@pytest.mark.parametrize("least", [1, 30, 1 << 16])
def test_an_offset_leads_back_to_its_token(monkeypatch: pytest.MonkeyPatch, least: int) -> None:
    monkeypatch.setattr(originals, "LEAST_BLOCK", least)
    corpus, passages = passages_of()
    offsets = [passages.offset(position) for position in range(len(corpus))]
    assert offsets == sorted(set(offsets))
    assert [passages.nearest(offset) for offset in offsets] == list(range(len(corpus)))
    assert [passages.nearest(offset + 1) for offset in offsets] == list(range(len(corpus)))
    assert (passages.nearest(-5), passages.nearest(10**9)) == (0, len(corpus) - 1)


def test_an_offset_is_that_of_the_text_and_not_of_its_words() -> None:
    corpus, passages = passages_of(language="spaced")
    other, others = passages_of(language="chinese", segmenter="characters")
    assert len(other) > len(corpus)
    for position in range(len(corpus)):
        there = others.nearest(passages.offset(position))
        assert corpus.word(int(corpus.ids[position])).startswith(other.word(int(other.ids[there])))


def test_a_text_of_which_only_the_words_are_known_has_places_too() -> None:
    corpus = EncodedCorpus.from_sentences([["a", "b"], ["c"]])
    passages = Passages(corpus, None)
    assert [passages.nearest(passages.offset(position)) for position in range(3)] == [0, 1, 2]
    assert passages.nearest(99) == 2
