import pytest

from w2v_gui.gui.text import breakable, menu_text, one_line, paragraph


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("\u200b", "U+200B"),
        ("\u200b\ufe0f\u3000", "U+200B U+FE0F U+3000"),
        ("\u202e", "U+202E"),
        ("\u3164", "U+3164"),
        ("\U000e0100", "U+E0100"),
        ("\u200bking", "\u200bking"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("黛玉", "黛玉"),
        ("king\u202e", "king\ufffd"),
        ("a\nb", "a\ufffdb"),
        ("\u0301", "\u0301"),
        ("", ""),
    ],
)
def test_every_word_is_seen_and_stays_in_its_line(word, shown):
    assert one_line(word) == shown


def test_a_long_word_is_cut_whether_it_is_seen_or_not():
    assert one_line("w" * 300, 20) == "w" * 20 + "…"
    assert one_line("\u200b" * 300, 20) == "U+200B U+200B U+200B"[:20] + "…"


def test_a_word_in_a_menu_underlines_nothing():
    assert menu_text("R&D") == "R&&D"


def test_a_full_stop_of_chinese_brings_its_own_space():
    assert paragraph(["One.", "", "Two."]) == "One. Two."
    assert paragraph(["词已找到。", "请再问。", "OK."]) == "词已找到。请再问。OK."


def test_only_long_words_can_be_broken():
    assert breakable(f"a {'x' * 50} {'词' * 50}") == f"a {'x' * 24}\u200b{'x' * 24}\u200bxx {'词' * 50}"
    assert breakable("x" * 24) == "x" * 24
