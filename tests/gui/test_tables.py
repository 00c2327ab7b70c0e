import csv
import io

import numpy as np
import pytest

from w2v_gui.gui.tables import as_csv, as_tsv

ROWS = [("word", "count", "cosine"), ("黛玉", 1321, 0.81), ('say "so",', 2, np.float32(0.1))]


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_csv_file_reads_back_and_is_marked_for_excel():
    content = as_csv(ROWS)
    assert content.startswith(b"\xef\xbb\xbfword,count,cosine\r\n")
    assert read(content) == [["word", "count", "cosine"], ["黛玉", "1321", "0.81"], ['say "so",', "2", "0.100000001"]]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3, "3"),
        (3.0, "3"),
        (np.int64(7), "7"),
        (np.float64(0.25), "0.25"),
        (1e-09, "1e-09"),
        (float("nan"), ""),
        (float("-inf"), "-inf"),
        (None, ""),
        (-1.5, "-1.5"),
        (1e300, "1e+300"),
        (123456789012, "123456789012"),
    ],
)
def test_numbers_are_short_exact_and_without_the_names_of_types(value, written):
    assert read(as_csv([[value, "x"]])) == [[written, "x"]]


@pytest.mark.parametrize("word", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+cmd", "-2+3", "--", "\tx"])
def test_words_that_a_spreadsheet_would_compute_are_kept_from_it(word):
    assert read(as_csv([[word, 1]]))[0][0] == f"'{word}"


@pytest.mark.parametrize("word", ["=", "-", "+", "@", "-5", "+3.5", "-1,000", "a=b", "e-mail", "'tis", "<b>&amp;"])
def test_harmless_words_stay_as_they_are(word):
    assert read(as_csv([[word, 1]]))[0][0] == word
    assert as_tsv([[word, 1]]) == f"{word}\t1\n"


def test_text_to_paste_keeps_its_rows_and_columns():
    assert as_tsv([("a\tb", "c\nd"), (1, 2.5)]) == "a b\tc d\n1\t2.5\n"


def test_half_a_character_does_not_stop_a_file():
    assert read(as_csv([["a\ud800b"]])) == [["a?b"]]
