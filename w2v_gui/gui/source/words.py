"""What is said about files that were read: their encodings, and what has become of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.corpus.encoding_preview import LABELS
from w2v_gui.gui.text import number, one_line, paragraph

if TYPE_CHECKING:
    from w2v_gui.corpus.decoding import Decoding
    from w2v_gui.gui.file_watch import FileChanges


def encoding_name(encoding: str) -> str:
    """Return what people call an encoding, as short as it can be said: GB18030, Windows-1252."""
    label = LABELS.get(encoding, encoding.upper())
    return label[label.find("(") + 1 :].removesuffix(")")


def certainty(decoding: Decoding) -> str:
    """Return how an encoding was come by."""
    translate = QCoreApplication.translate
    if decoding.method == "chosen":
        return translate("source", "chosen by you")
    if decoding.method == "bom":
        return translate("source", "stated in the file")
    return translate("source", "detected, {share} %").format(share=round(100 * decoding.confidence))


def changes_text(changes: FileChanges) -> tuple[str, str]:
    """Return what has become of files, and what can be done about it."""
    translate = QCoreApplication.translate
    texts = []
    if len(changes.changed) == 1:
        texts.append(translate("source", "“{name}” has changed since it was read."))
    elif changes.changed:
        texts.append(translate("source", "{count} files have changed since they were read, such as “{name}”."))
    texts = [text.format(name=one_line(changes.changed[0].name, 60), count=len(changes.changed)) for text in texts]
    if changes.gone:
        text = (
            translate("source", "“{name}” is no longer there; what was read stays.")
            if len(changes.gone) == 1
            else translate("source", "{count} files are no longer there, such as “{name}”; what was read stays.")
        )
        texts.append(text.format(name=one_line(changes.gone[0].name, 60), count=number(len(changes.gone))))
    return paragraph(texts), translate("source", "Read again") if changes.changed else ""
