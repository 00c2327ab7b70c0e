"""Tokens in rows, scrolled in texts of any kind."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from token_data import LONG, Text

from w2v_gui.gui.widgets.token_layout import BOX, Typesetter
from w2v_gui.gui.widgets.token_sheet import Sheet


@pytest.fixture(scope="module")
def typesetter(qapp):
    font = QFont(qapp.font())
    font.setPixelSize(16)
    return Typesetter(font)


def rows_of(block):
    return [[piece.text for piece in row.pieces] for row in block.rows]


# -- rows --------------------------------------------------------------------------------------------------------


def stretch_of(text, *words):
    """Return the words where they stand in a text."""
    starts, at = [], 0
    for word in words:
        starts.append(text.index(word, at))
        at = starts[-1] + len(word)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return SimpleNamespace(begin=0, end=len(words), text=text, starts=starts, ends=ends, closes=True)


def test_what_stands_between_tokens_is_shown_too_and_never_begins_a_row(typesetter):
    stretch = stretch_of(
        "“此开卷第一回也。”作者自云：（因曾", "此", "开卷", "第一", "回", "也", "作者", "自云", "因", "曾"
    )
    for width in range(90, 400, 7):
        rows = rows_of(typesetter.lay_out(stretch, width))
        assert "".join(text for row in rows for text in row) == stretch.text
        assert not {row[0][0] for row in rows} & set("。”：")
        assert not {row[-1] for row in rows} & {"“", "（"}


words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@settings(deadline=None)
@given(st.lists(st.tuples(words, st.text(max_size=6)), min_size=1, max_size=40), st.integers(60, 500))
def test_every_token_stands_once_and_within_its_row(typesetter, parts, width):
    text, starts, ends = "", [], []
    for word, between in parts:
        starts.append(len(text))
        text += word
        ends.append(len(text))
        text += between
    stretch = SimpleNamespace(begin=7, end=7 + len(parts), text=text, starts=starts, ends=ends, closes=False)
    block = typesetter.lay_out(stretch, width)
    assert [p.token for row in block.rows for p in row.pieces if p.token >= 0] == list(range(7, 7 + len(parts)))
    for row in block.rows:
        across = sorted(row.pieces, key=lambda piece: piece.x)
        assert across[0].x >= 0
        assert across[-1].x + across[-1].width <= width
        assert all(a.x + a.width <= b.x for a, b in pairwise(across))


def test_an_endless_word_is_cut_and_signs_that_cannot_be_seen_are_shown(typesetter):
    stretch = stretch_of("x" * 10_000 + " a\x07b \u202eabc \u200b", "x" * 10_000, "a\x07b", "\u202eabc", "\u200b")
    block = typesetter.lay_out(stretch, 200)
    shown = [piece.text for row in block.rows for piece in row.pieces]
    assert shown[0].endswith("…")
    assert shown[1:] == ["a\ufffdb", "\ufffdabc", "U+200B"]


def test_a_text_read_from_right_to_left_begins_at_the_right(typesetter):
    block = typesetter.lay_out(stretch_of("שלום עולם", "שלום", "עולם"), 300)
    first, second = block.rows[0].pieces
    assert first.x + first.width == 300
    assert second.x < first.x


# -- scrolling ---------------------------------------------------------------------------------------------------


def test_scrolling_through_a_text_shows_all_of_it(typesetter):
    text = Text(LONG)
    sheet = Sheet(text, text.size, typesetter, 400, 200)
    seen, last = set(sheet.tokens_seen()), -1
    while sheet.first != last:
        last = sheet.first
        sheet.scroll(120)
        seen |= set(sheet.tokens_seen())
    assert seen == set(range(text.size))
    assert sheet.first == sheet.last_first
    bottom = sheet.spot(text.size - 1)
    assert 200 - 2 * BOX < bottom.y < 200
    sheet.scroll(-10_000_000)
    assert (sheet.first, sheet.spot(0).y) == (0, 0)


def test_a_place_does_not_depend_on_the_way_there(typesetter):
    text = Text(LONG)
    here, there = (Sheet(text, text.size, typesetter, 400, 200) for _ in range(2))
    here.go(1000)
    there.go(text.size - 1)
    while there.first > here.first:
        there.scroll(-20)
    spots = [(sheet.first, sheet.spot(sheet.first).x) for sheet in (here, there)]
    assert spots[0] == spots[1]


def test_up_and_down_again_is_the_same_place_to_the_pixel(typesetter):
    text = Text(LONG)
    sheet = Sheet(text, text.size, typesetter, 400, 200)
    sheet.go(1500)
    before = sheet.first, sheet.spot(sheet.first).y
    for pixels in (-37,) * 60 + (37,) * 60:
        sheet.scroll(pixels)
    assert (sheet.first, sheet.spot(sheet.first).y) == before


def test_however_often_its_width_changes_the_first_token_stays(typesetter):
    text = Text([["one", "two", "three"] * 60] * 30)
    sheet = Sheet(text, text.size, typesetter, 400, 200)
    sheet.go(2000)
    first = sheet.first
    for width in (300, 120, 777, 250, 400, 90, 400):
        sheet.resize(width, 200)
        assert sheet.first <= first
        assert 0 <= sheet.spot(first).y < BOX
    assert sheet.first == first
