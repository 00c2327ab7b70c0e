"""What the line above the cards of the Explore page says of a file."""

import numpy as np
import pytest

from w2v_gui.gui.explored import Explored
from w2v_gui.gui.panels.save import SavePanel
from w2v_gui.gui.save.files import SavedFile
from w2v_gui.gui.vectors_bar import VectorsBar, told
from w2v_gui.gui.widgets.parts_label import SEPARATOR
from w2v_gui.vectors.formats.opened import ReadReport
from w2v_gui.vectors.word_vectors import WordVectors


@pytest.mark.parametrize(("chosen", "colon", "format"), [("en", ": ", "GloVe text"), ("zh_CN", "：", "GloVe 文本")])
def test_labels_and_formats_are_told_in_the_language(language, chosen, colon, format):
    language.choose(chosen)
    facts, remarks = told(ReadReport("GloVe text", 2_000, 50, duplicates=3))
    assert all(colon in line for line in (*facts, *remarks))
    assert facts[0].endswith(f"{colon}{format}")
    assert len(remarks) == 1


@pytest.mark.parametrize(("rows", "size"), [(1, "1 word"), (2, "2 words")])
def test_one_word_is_counted_as_one(qtbot, language, rows, size):
    vectors = WordVectors([f"w{row}" for row in range(rows)], np.eye(rows, 5, dtype=np.float32))
    explored = Explored("few.bin", vectors, report=ReadReport("word2vec binary", rows, 5))
    bar, save = VectorsBar(), SavePanel()
    for widget in (bar, save):
        qtbot.addWidget(widget)
        widget.show_explored(explored)
    assert size in bar.facts.text().split(SEPARATOR)
    assert save.what.text().startswith(f"{size} × 5")
    save.show_written(SavedFile("few.npz", rows))
    assert save.remark.text().startswith(f"{size} {'is' if rows == 1 else 'are'} in few.npz")
