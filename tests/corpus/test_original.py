"""The text kept while it is read."""

from __future__ import annotations

import errno
import gc
import io

import numpy as np
import pytest
from texts import ENGLISH

from w2v_gui.corpus import original as original_module
from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.original import LEAST_BLOCK, OriginalText
from w2v_gui.corpus.sources import PastedText
from w2v_gui.errors import CorpusError

TABLE = np.empty(0, np.uint32)


class FullDisk(io.BytesIO):
    def write(self, data):
        raise OSError(errno.ENOSPC, "No space left on device")


class BadDisk(io.BytesIO):
    def read(self, size=-1):
        raise OSError(errno.EIO, "Input/output error")


@pytest.fixture(params=[0, 1 << 30], ids=["disk", "memory"])
def memory_limit(request):
    return request.param


def test_nothing_is_kept_unless_somebody_takes_it():
    assert encode([PastedText("one two", "")]).original is None


def test_blocks_are_the_text_and_hold_the_tokens_they_say(memory_limit):
    text = (ENGLISH + "\n—\n") * 3000
    taken = OriginalText(memory_limit)
    found = encode([PastedText(text, "")], original=taken)
    assert found.original is taken
    assert taken.blocks > 1
    assert "".join(map(taken.text, range(taken.blocks))).startswith(text)
    limits = [taken.tokens(block) for block in range(taken.blocks)]
    assert [begin for begin, _ in limits] == [0, *(end for _, end in limits[:-1])]
    assert limits[-1][1] == len(found.corpus)
    for block, (begin, end) in enumerate(limits):
        if begin < end:
            assert {taken.find(begin), taken.find(end - 1)} == {block}


def test_a_block_ends_before_the_unfinished_word(memory_limit):
    text = OriginalText(memory_limit)
    text.add("é " * LEAST_BLOCK + "ünf", 7, 3)
    text.add("inished end", 8, 3)
    text.finish(9, TABLE)
    assert [text.tokens(block) for block in range(text.blocks)] == [(0, 7), (7, 9)]
    assert text.text(1) == "ünfinished end"


def test_small_pieces_are_put_together_and_stretches_without_words_are_one():
    text = OriginalText()
    for i in range(50):
        text.add("word ", i + 1, 0)
    for _ in range(20):
        text.add("*" * LEAST_BLOCK, 50, 0)
    text.add("end", 50, 3)
    text.finish(51, TABLE)
    assert [text.tokens(block) for block in range(text.blocks)] == [(0, 50), (50, 50), (50, 51)]
    assert [text.find(token) for token in (0, 49, 50)] == [0, 0, 2]
    assert text.ends_of(1, 10) == "*" * 20
    assert text.ends_of(2, 10) == "end"


def test_characters_are_not_cut_through(memory_limit):
    text = OriginalText(memory_limit)
    text.add("中" * LEAST_BLOCK, 1, 0)
    text.finish(1, TABLE)
    assert text.ends_of(0, 100) == "中" * 66


def test_a_full_disk_is_a_sentence(monkeypatch):
    monkeypatch.setattr(original_module, "temporary_file", FullDisk)
    with pytest.raises(CorpusError, match=r"no room for a copy of the text on the disk \(No space"):
        encode([PastedText(ENGLISH, "")], original=OriginalText(0))


def test_a_disk_that_cannot_be_read_is_a_sentence(monkeypatch):
    monkeypatch.setattr(original_module, "temporary_file", BadDisk)
    found = encode([PastedText(ENGLISH, "")], original=OriginalText(0))
    with pytest.raises(CorpusError, match=r"cannot be read again from the disk \(Input/output error\): open it anew"):
        found.original.text(0)


def test_the_file_goes_with_the_text(monkeypatch):
    files = []
    monkeypatch.setattr(original_module, "temporary_file", lambda: files.append(io.BytesIO()) or files[-1])
    found = encode([PastedText(ENGLISH, "")], original=OriginalText(0))
    assert not files[0].closed
    del found
    gc.collect()
    assert files[0].closed
