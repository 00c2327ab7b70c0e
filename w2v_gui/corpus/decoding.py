"""Bytes → characters: which encoding a text is in, how sure that is, and decoding that counts what it replaces.

A byte order mark decides; then strict UTF-8; then the candidate whose decoded text looks most like writing. That
last step is needed because decoding without an error proves little: Big5 text nearly always decodes as GB18030 too,
to rare characters that nobody writes.
"""

from __future__ import annotations

import codecs
import threading
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, CorpusError

if TYPE_CHECKING:
    from numpy.typing import NDArray

GUESS_SIZE = 1 << 16
"""How many bytes a guess looks at."""

_ERRORS = "w2v_gui_replace_and_count"
_count = threading.local()


@dataclass(frozen=True)
class Decoding:
    """How a text's bytes were turned into characters.

    Attributes
    ----------
    encoding : str
        Python's name of the encoding.
    confidence : float
        How sure it is, from 0 to 1.
    method : str
        ``"bom"``: the file says so itself; ``"utf-8"``: it is valid UTF-8, which hardly happens by chance;
        ``"guess"``: by the look of the decoded text; ``"chosen"``: by the user.
    replaced : int
        Bytes that are no character in this encoding, replaced by U+FFFD.
    """

    encoding: str
    confidence: float
    method: str
    replaced: int = 0


def _replace_and_count(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    _count.replaced = getattr(_count, "replaced", 0) + error.end - error.start
    return "\ufffd", error.end


codecs.register_error(_ERRORS, _replace_and_count)


class CountingDecoder:
    """An incremental decoder that replaces what it cannot read and counts the bytes.

    Parameters
    ----------
    encoding : str
        Any text encoding that Python knows.

    Raises
    ------
    CorpusError
        If there is no such encoding, or it is none of text.
    """

    def __init__(self, encoding: str) -> None:
        try:
            codec = codecs.lookup(encoding)
        except (LookupError, ValueError):
            codec = None
        # Python also lists encodings of bytes as bytes, such as "hex", among its codecs.
        if codec is None or codec.incrementaldecoder is None or not getattr(codec, "_is_text_encoding", True):
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "There is no text encoding called “{encoding}”: choose another, such as utf-8, gb18030 or big5.",
                ),
                encoding=encoding,
            )
        self._decoder = codec.incrementaldecoder(_ERRORS)
        self.encoding = codec.name
        self.replaced = 0

    def decode(self, data: bytes, *, final: bool = False) -> str:
        """Decode the next bytes; an incomplete character waits for the rest of it, unless this is ``final``."""
        _count.replaced = 0
        try:
            return self._decoder.decode(data, final)
        except UnicodeError as error:  # UTF-16 without its mark, say: not about any one character
            raise CorpusError(
                QT_TRANSLATE_NOOP("errors", "The text is not in the encoding “{encoding}”: choose another."),
                encoding=self.encoding,
            ) from error
        finally:
            self.replaced += _count.replaced


def detect(head: bytes) -> Decoding | None:
    """Say which encoding a text is in, from its first bytes; None if it does not look like text at all."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return Decoding(encoding, 1.0, "bom")
    return _wide(head) or _utf_8(head) or _guess(head)


def _wide(head: bytes) -> Decoding | None:
    """Recognise UTF-16 or UTF-32 without a mark by the zero bytes of its Latin letters, spaces and line ends."""
    data = np.frombuffer(head[: GUESS_SIZE & ~3], np.uint8)
    zero = data == 0
    if zero.sum() < 4:
        return None
    found = None
    quarters = [zero[place::4].mean() for place in range(4)]
    if min(quarters[2:]) > 0.95 and quarters[0] < 0.1:
        found = "utf-32-le"
    elif min(quarters[:2]) > 0.95 and quarters[3] < 0.1:
        found = "utf-32-be"
    else:
        even, odd = zero[::2].mean(), zero[1::2].mean()
        if odd > 0.2 and even < 0.05 * odd:
            found = "utf-16-le"
        elif even > 0.2 and odd < 0.05 * even:
            found = "utf-16-be"
    return None if found is None else Decoding(found, 0.95, "guess")


def _utf_8(head: bytes) -> Decoding | None:
    try:
        text, _ = codecs.utf_8_decode(head, "strict", False)  # its last character may be incomplete
    except UnicodeDecodeError:
        return None
    if _controls(head) > 0.3:
        return None
    if text.isascii():
        # Both of these hide Chinese or Japanese characters in pairs of ASCII ones.
        for mark, encoding in (
            (b"~{", "hz"),
            (b"\x1b$B", "iso2022_jp"),
            (b"\x1b$@", "iso2022_jp"),
            (b"\x1b$)C", "iso2022_kr"),
        ):
            if mark in head and (score := plausibility(head, encoding)) > 0.4:
                return Decoding(encoding, round(min(0.99, score + 0.3), 2), "guess")
    return Decoding("utf-8", 1.0, "utf-8")


CANDIDATES = (
    "gb18030",
    "big5hkscs",
    "cp950",
    "cp932",
    "euc_jp",
    "cp949",
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1250",
    "iso8859_2",
    "cp1251",
    "koi8_r",
    "cp866",
    "iso8859_5",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp1254",
    "cp874",
)
"""Encodings that a text is taken for by its look."""

# What hardly anybody writes any more has to look that much better.
_RARE = {"iso8859_5": 0.1, "cp866": 0.1, "iso8859_2": 0.02, "cp1254": 0.05}


def _guess(head: bytes) -> Decoding | None:
    """Choose the candidate whose decoded text is the most plausible."""
    if _controls(head) > 0.03 and not _wide_score(head):
        return None
    sample = telling(head, GUESS_SIZE)
    scores = {encoding: plausibility(sample, encoding) for encoding in CANDIDATES}
    ranked = sorted(scores, key=lambda encoding: -scores[encoding])
    best = ranked[0]
    if scores[best] < 0.5 and (other := _ask_charset_normalizer(sample)) is not None:
        score = plausibility(sample, other)
        # It knows many encodings that are not among the candidates, but is often wrong about the candidates.
        if score > scores[best] or (other not in scores and score > scores[best] - 0.1):
            best, scores[other] = other, score
    relatives = _RELATIVES.get(best, (best,))
    margin = scores[best] - max(score for encoding, score in scores.items() if encoding not in relatives)
    confidence = min(max(0.5 * scores[best] + margin, 0.05), 0.99)
    return Decoding(best, round(float(confidence), 2), "guess")


def telling(head: bytes, size: int) -> bytes:
    """Return so many bytes of a head, with some among them that differ from encoding to encoding."""
    if not head[:size].isascii():
        return head[:size]
    high = next((i for i, byte in enumerate(head) if byte > 127), 0)
    return head[max(0, high - size // 2) & ~1 :][:size]


_RELATIVES = {"big5hkscs": ("big5hkscs", "cp950"), "cp950": ("big5hkscs", "cp950")}


def _wide_score(head: bytes) -> bool:
    """Whether it may be UTF-16 without a mark and without much Latin: its bytes look like control characters."""
    return max(plausibility(head[:GUESS_SIZE], encoding) for encoding in ("utf-16-le", "utf-16-be")) > 0.5


def _ask_charset_normalizer(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    match = from_bytes(sample[: 1 << 15]).best()
    return None if match is None else str(match.encoding)


def _controls(head: bytes) -> float:
    """Share of bytes that are control characters no text has."""
    data = np.frombuffer(head[:GUESS_SIZE], np.uint8)
    if not len(data):
        return 0.0
    return float(np.mean((data < 32) & ~np.isin(data, (9, 10, 11, 12, 13, 26, 27)) | (data == 127)))


def plausibility(sample: bytes, encoding: str) -> float:
    """How much the sample, decoded, looks like writing: about 0.6 to 1 for text, below 0.4 for garbage."""
    decoder = CountingDecoder(encoding)
    try:
        text = decoder.decode(sample)
    except CorpusError:
        return -3.0
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    high = codes > 127
    if not high.any():
        return 0.0
    weights = _weights()[codes]
    # Letters of a mis-read encoding stand in the middle of Latin words, or change case in mid-word.
    latin = ((codes | 32) >= ord("a")) & ((codes | 32) <= ord("z"))
    beside_latin = np.zeros(len(codes), bool)
    beside_latin[1:] |= latin[:-1]
    beside_latin[:-1] |= latin[1:]
    other_script = (codes >= 0x370) & ((codes < 0x2000) | (codes >= 0x3040))
    kinds = _case()[np.minimum(codes, 0xFFFF)]
    in_word = np.zeros(len(codes), bool)
    in_word[1:-1] = (kinds[:-2] > 0) & (kinds[2:] > 0)
    symbol = high & (kinds == 0) & ~other_script & ~np.isin(codes, _BETWEEN_LETTERS)
    weights = weights - 0.8 * (other_script & beside_latin | symbol & in_word)
    if latin.sum() > 2 * high.sum():  # a few letters of another alphabet among Latin words: hardly
        weights = weights - 0.6 * (other_script & (codes < 0x2000))
    shift = (kinds[:-1] == 1) & (kinds[1:] == 2) & high[1:]
    controls = (codes < 32) & ~np.isin(codes, (9, 10, 11, 12, 13, 26, 27))
    score = (weights[high].sum() - 0.8 * shift.sum() - 2.0 * controls.sum()) / high.sum()
    return float(score) - _RARE.get(encoding, 0.0)


_HAN = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现"
    "當没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重"
    "這個們來為國說時會對於著過發後裡種經麼學現動還進樣開從實軍無與長機業將兩間問點關見給頭聲讓義應當權利條任何享"
    "曰云哥笑听話话兒儿老太爷奶姐姑娘王兵马馬門门今便己見见何身回叫走处處請请等"
    "日会同時政事自社月議連五間対東党合市内相四回新場金員九入選立手米問代実円決京目表戦経通言氏調体化田八六約題首来用治度務気"
)
_HANGUL = (
    "이다는에의을가고를은로하한지도사기서으자시인그나어리대일해게아스있것들수"
    "정부보라전면않된여만주장제성오와까했없조비었"
)
_KANA = "".join(map(chr, [*range(0x3041, 0x3094), *range(0x30A1, 0x30F7), 0x30FC]))
_EAST_ASIAN_MARKS = "　、。「」『』《》（），：；？！“”‘’…—·〈〉"
_WESTERN = "àâäáãåæçéèêëíìîïñóòôöõøœùúûüßÿ«»’‘“”–—…¿¡°€£§©×½"
_BETWEEN_LETTERS = np.array([ord(character) for character in "’—–×"])
_CENTRAL = "ąćęłńóśźżáčďéěíňřšťúůýžőűöüăâîșț„”"
# Letters of alphabets of their own, the frequent ones apart: what tells Greek bytes read as Cyrillic from Russian.
_FREQUENT = "оеаинтсрвлкмдпу" + "αοιετσνηυρπκμλςάέίό" + "יולאהמתרבשנם" + "اليمنورتبعدهكفةأ" + "ığş" + "านรอกเงมยลวดทสต่ี้ัไ"
_INFREQUENT = "яыьгзбчйхжшюіїє" + "γδθχωβφξζήύώ" + "קדחפצטכגעסזןך" + "سقحجشصخطغىءضزثذظإآ" + "İŞĞ" + "ปคหแจพชขใะบำิึืุู"
_RARE_LETTERS = "фцщэъёґ" + "ψϊϋ" + "ףץ" + "ئؤ" + "ธถณโซฎฐฑฒฌฮ๊๋์็ผฝภศษฉ"


@cache
def _weights() -> NDArray[np.float32]:
    """How plausible each character is in writing that somebody has written."""
    weights = np.full(0x110000, -2.0, np.float32)
    for code in range(128, 0x30000):
        category = unicodedata.category(chr(code))
        if category[0] in "LM":
            weights[code] = 0.15
        elif category[0] in "NPS":
            weights[code] = -0.3
        elif category[0] == "Z":
            weights[code] = 0.3
    weights[0x2500:0x2600] = -1.0  # box drawing
    weights[0xFF61:0xFFA0] = 0.05  # half-width katakana, which bytes of anything look like
    weights[0xFF10:0xFF5B] = 0.4  # full-width Latin
    for row, column_count in _LEVEL_1_GB:
        for column in range(column_count):
            weights[ord(bytes([0xA0 + row, 0xA1 + column]).decode("gb2312"))] = 0.5
    for lead in range(0xA4, 0xC7):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            if (lead, trail) <= (0xC6, 0x7E):
                weights[ord(bytes([lead, trail]).decode("big5"))] = 0.5
    for row in range(16, 48):
        for column in range(1, 95 if row < 47 else 52):
            weights[ord(bytes([0xA0 + row, 0xA0 + column]).decode("euc_jp"))] = 0.5
    for row in range(16, 41):
        for column in range(1, 95):
            weights[ord(bytes([0xA0 + row, 0xA0 + column]).decode("euc_kr"))] = 0.4
    for characters, weight in (
        (_HAN, 1.0),
        (_HANGUL, 1.0),
        (_KANA, 0.9),
        (_CENTRAL, 0.8),
        (_RARE_LETTERS, 0.4),
        (_CENTRAL.upper() + _WESTERN.upper(), 0.4),
        ((_FREQUENT + _INFREQUENT).upper(), 0.6),
        (_INFREQUENT, 0.7),
        ("ðþÐÞ", 0.6),
        (_FREQUENT, 1.0),
        (_WESTERN, 0.9),
        (_EAST_ASIAN_MARKS, 0.8),
    ):
        for character in characters:
            if ord(character) > 127:
                weights[ord(character)] = weight
    weights[0xFFFD] = -3.0
    return weights


_LEVEL_1_GB = tuple((row, 94 if row < 55 else 89) for row in range(16, 56))


@cache
def _case() -> NDArray[np.uint8]:
    """1 for lower case, 2 for upper case, 0 for neither, for each code point of the first plane."""
    cases = [1 if chr(code).islower() else 2 if chr(code).isupper() else 0 for code in range(0x10000)]
    return np.array(cases, np.uint8)
