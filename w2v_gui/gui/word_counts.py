"""So many words, of one as of several."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.text import number


def words_text(count: int) -> str:
    """Return a number of words, in the language of the moment."""
    if count == 1:
        return QCoreApplication.translate("word_counts", "1 word")
    return QCoreApplication.translate("word_counts", "{count} words").format(count=number(count))
