"""What is said about files that were read: their encodings, and what has become of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.text import number, one_line

if TYPE_CHECKING:
    from w2v_gui.corpus.decoding import Decoding
    from w2v_gui.gui.file_watch import FileChanges

_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "gb18030": "GB18030",
    "gbk": "GBK",
    "gb2312": "GB2312",
    "hz": "HZ",
    "big5": "Big5",
    "big5hkscs": "Big5-HKSCS",
    "cp950": "Big5 (CP950)",
    "cp932": "Shift-JIS",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "cp949": "EUC-KR (CP949)",
    "iso2022_kr": "ISO-2022-KR",
    "koi8-r": "KOI8-R",
    "koi8_r": "KOI8-R",
}


def encoding_name(encoding: str) -> str:
    """Return what people call an encoding, where they do not call it as Python does."""
    if encoding in _NAMES:
        return _NAMES[encoding]
    name = encoding.upper()
    if name.startswith("CP") and name[2:].isdigit():
        return f"Windows-{name[2:]}" if len(name) == 6 else name
    return name.replace("ISO8859_", "ISO-8859-").replace("ISO8859-", "ISO-8859-")


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
    return " ".join(texts), translate("source", "Read again") if changes.changed else ""
