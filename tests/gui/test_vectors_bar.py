"""What the line above the cards of the Explore page says of a file."""

import pytest

from w2v_gui.gui.vectors_bar import told
from w2v_gui.vectors.formats.opened import ReadReport


@pytest.mark.parametrize(("chosen", "colon"), [("en", ": "), ("zh_CN", "：")])
def test_labels_are_followed_by_the_colon_of_the_language(language, chosen, colon):
    language.choose(chosen)
    facts, remarks = told(ReadReport("GloVe text", 2_000, 50, duplicates=3))
    assert all(colon in line for line in (*facts, *remarks))
    assert facts[0].endswith(f"{colon}GloVe text")
    assert len(remarks) == 1
