"""What is said of a word that stands in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.text import number, one_line

if TYPE_CHECKING:
    from w2v_gui.corpus.encoded import EncodedCorpus


def word_sentence(corpus: EncodedCorpus, id_: int, min_count: int) -> str:
    """Return how often a word occurs, and whether training passes over it."""
    translate = QCoreApplication.translate
    word, vocabulary = one_line(corpus.word(id_)), corpus.vocabulary
    if id_ >= len(vocabulary):
        return translate("concordance", "{word}: a stop word. Training passes over it.").format(word=word)
    text = (
        translate("concordance", "{word}: occurs {count} times.")
        if int(vocabulary.counts[id_]) >= min_count
        else translate(
            "concordance",
            "{word}: occurs {count} times. Training passes over words that occur fewer than {least} times.",
        )
    )
    return text.format(word=word, count=number(int(vocabulary.counts[id_])), least=number(min_count))
