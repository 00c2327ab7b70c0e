"""What the beginning of a text looks like in each encoding that it could be in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from w2v_gui.corpus.decoding import CountingDecoder, detect, plausibility, telling
from w2v_gui.corpus.sources import HEAD, ByteSource, TextSource
from w2v_gui.errors import QT_TRANSLATE_NOOP, CorpusError

LABELS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "gb18030": QT_TRANSLATE_NOOP("encodings", "Chinese, simplified (GB18030)"),
    "hz": QT_TRANSLATE_NOOP("encodings", "Chinese, simplified (HZ)"),
    "big5hkscs": QT_TRANSLATE_NOOP("encodings", "Chinese, traditional (Big5-HKSCS)"),
    "cp950": QT_TRANSLATE_NOOP("encodings", "Chinese, traditional (Big5, Windows)"),
    "cp932": QT_TRANSLATE_NOOP("encodings", "Japanese (Shift_JIS)"),
    "euc_jp": QT_TRANSLATE_NOOP("encodings", "Japanese (EUC-JP)"),
    "iso2022_jp": QT_TRANSLATE_NOOP("encodings", "Japanese (ISO-2022-JP)"),
    "cp949": QT_TRANSLATE_NOOP("encodings", "Korean (EUC-KR)"),
    "iso2022_kr": QT_TRANSLATE_NOOP("encodings", "Korean (ISO-2022-KR)"),
    "utf-16": "UTF-16",
    "utf-16-le": QT_TRANSLATE_NOOP("encodings", "UTF-16, little-endian"),
    "utf-16-be": QT_TRANSLATE_NOOP("encodings", "UTF-16, big-endian"),
    "utf-32": "UTF-32",
    "utf-32-le": QT_TRANSLATE_NOOP("encodings", "UTF-32, little-endian"),
    "utf-32-be": QT_TRANSLATE_NOOP("encodings", "UTF-32, big-endian"),
    "cp1252": QT_TRANSLATE_NOOP("encodings", "Western European (Windows-1252)"),
    "cp1250": QT_TRANSLATE_NOOP("encodings", "Central European (Windows-1250)"),
    "iso8859-2": QT_TRANSLATE_NOOP("encodings", "Central European (ISO 8859-2)"),
    "cp1251": QT_TRANSLATE_NOOP("encodings", "Cyrillic (Windows-1251)"),
    "koi8-r": QT_TRANSLATE_NOOP("encodings", "Cyrillic (KOI8-R)"),
    "cp866": QT_TRANSLATE_NOOP("encodings", "Cyrillic (DOS 866)"),
    "iso8859-5": QT_TRANSLATE_NOOP("encodings", "Cyrillic (ISO 8859-5)"),
    "cp1253": QT_TRANSLATE_NOOP("encodings", "Greek (Windows-1253)"),
    "cp1255": QT_TRANSLATE_NOOP("encodings", "Hebrew (Windows-1255)"),
    "cp1256": QT_TRANSLATE_NOOP("encodings", "Arabic (Windows-1256)"),
    "cp1254": QT_TRANSLATE_NOOP("encodings", "Turkish (Windows-1254)"),
    "cp874": QT_TRANSLATE_NOOP("encodings", "Thai (Windows-874)"),
}
"""What people call encodings, by Python's names; marked for translation where it is more than a name."""

CANDIDATES = (
    "utf-8", "gb18030", "big5hkscs", "cp950", "cp932", "euc_jp", "cp949", "utf-16-le", "utf-16-be",
    "cp1252", "cp1250", "iso8859-2", "cp1251", "koi8-r", "cp866", "iso8859-5",
    "cp1253", "cp1255", "cp1256", "cp1254", "cp874", "hz",
)  # fmt: skip
"""Encodings worth looking at."""

LINES = 3
LINE = 80
"""So many lines are shown, of so many characters each."""

_SAMPLE = 1 << 13  # bytes: what is shown and judged
_BEFORE = 20
_CERTAIN = 1.0


@dataclass(frozen=True)
class EncodingPreview:
    """The beginning of a text in one encoding.

    Attributes
    ----------
    encoding : str
        Python's name of the encoding.
    label : str
        What people call it: one of `LABELS`, or its name.
    lines : tuple of str
        Its first lines that are not blank; where there are any, of those that look different in other encodings.
    undecodable : float
        The share of the bytes looked at that are no characters in it.
    plausibility : float
        How much it looks like writing: 1 at best, below 0.4 for garbage.
    """

    encoding: str
    label: str
    lines: tuple[str, ...]
    undecodable: float
    plausibility: float


def previews(source: TextSource, candidates: tuple[str, ...] = CANDIDATES) -> tuple[EncodingPreview, ...]:
    """Look at the beginning of a text in several encodings, the most plausible first.

    What would be found automatically is among them, and comes first. A text that is not made of bytes has none.

    Raises
    ------
    CorpusError
        If the text cannot be read.
    """
    if not isinstance(source, ByteSource):
        return ()
    head = source.head(HEAD)
    found = detect(head)
    sample = telling(head, _SAMPLE)
    looks = [look for encoding in candidates if (look := _preview(sample, encoding)) is not None]
    looks.sort(key=lambda look: -look.plausibility)
    first = None if found is None else _preview(sample, found.encoding)
    if first is None:
        return tuple(looks)
    others = [look for look in looks if look.label != first.label]
    return replace(first, plausibility=max(_CERTAIN, first.plausibility)), *others


def _preview(sample: bytes, encoding: str) -> EncodingPreview | None:
    """Look at a text in an encoding; None if it cannot be decoded in it at all."""
    decoder = CountingDecoder(encoding)
    try:
        text = decoder.decode(sample)
    except CorpusError:
        return None
    return EncodingPreview(
        encoding=decoder.encoding,
        label=LABELS.get(decoder.encoding, decoder.encoding),
        lines=_lines(text.removeprefix("\ufeff")),
        undecodable=decoder.replaced / max(len(sample), 1),
        plausibility=plausibility(sample, encoding),
    )


def _lines(text: str) -> tuple[str, ...]:
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(_excerpt(line) for line in ([line for line in lines if not line.isascii()] or lines)[:LINES])


def _excerpt(line: str) -> str:
    """Return a part of a line with the first of its characters that are not ASCII."""
    first = next((place for place, character in enumerate(line) if not character.isascii()), 0)
    return line[max(0, first - _BEFORE) if first >= LINE else 0 :][:LINE]
