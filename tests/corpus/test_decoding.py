import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import (
    ARABIC,
    ENGLISH,
    FRENCH,
    GERMAN,
    GREEK,
    HEBREW,
    JAPANESE,
    KOREAN,
    POLISH,
    RUSSIAN,
    SIMPLIFIED,
    THAI,
    TRADITIONAL,
    TURKISH,
)

from w2v_gui.corpus.decoding import CountingDecoder, detect
from w2v_gui.errors import CorpusError


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (SIMPLIFIED, "gb2312", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (SIMPLIFIED, "hz", "hz"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "cp950", "big5hkscs"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
        (KOREAN, "euc_kr", "cp949"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        (RUSSIAN, "iso8859_5", "iso8859_5"),
        (FRENCH, "cp1252", "cp1252"),
        (GERMAN, "latin-1", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "iso8859_2", "iso8859_2"),
        (GREEK, "cp1253", "cp1253"),
        (HEBREW, "cp1255", "cp1255"),
        (ARABIC, "cp1256", "cp1256"),
        (TURKISH, "cp1254", "cp1254"),
        (THAI, "cp874", "cp874"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32-le", "utf-32-le"),
        (ENGLISH, "utf-32-be", "utf-32-be"),
    ],
)
@pytest.mark.parametrize("length", [60, None])
def test_unmarked_encodings_are_guessed_from_the_decoded_text(text, encoding, found, length):
    data = text[:length].encode(encoding)
    decoding = detect(data)
    assert decoding is not None
    assert decoding.method == "guess"
    assert 0 < decoding.confidence < 1
    assert data.decode(decoding.encoding) == text[:length]
    if length is None:
        assert decoding.encoding == found
        assert decoding.confidence > 0.3


@pytest.mark.parametrize(
    ("mark", "encoding", "found"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_a_byte_order_mark_decides(mark, encoding, found):
    decoding = detect(mark + SIMPLIFIED.encode(encoding))
    assert decoding is not None
    assert (decoding.encoding, decoding.method, decoding.confidence) == (found, "bom", 1.0)
    assert (mark + SIMPLIFIED.encode(encoding)).decode(found) == SIMPLIFIED


@pytest.mark.parametrize(
    "text", [SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN, RUSSIAN, FRENCH, ENGLISH, "", "a\x00b c d"]
)
def test_valid_utf_8_is_utf_8(text):
    decoding = detect(text.encode())
    assert decoding is not None
    assert (decoding.encoding, decoding.method) == ("utf-8", "utf-8")


def test_utf_8_cut_inside_a_character_is_still_utf_8():
    decoding = detect(SIMPLIFIED.encode()[:-2])
    assert decoding is not None
    assert decoding.encoding == "utf-8"


def test_utf_8_with_a_few_wrong_bytes_is_still_utf_8():
    data = bytearray(SIMPLIFIED.encode() * 20)
    data[100] = 0xFF
    decoding = detect(bytes(data))
    assert decoding is not None
    assert decoding.encoding == "utf-8"
    assert decoding.method == "guess"


def test_the_tilde_of_a_plain_text_is_no_hz():
    decoding = detect(b"see ~{home~} and ~{user~} for more\n")
    assert decoding is not None
    assert decoding.encoding == "utf-8"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8,
        b"\x7fELF\x02\x01\x01" + bytes(64) + bytes(range(256)) * 4,
        bytes(1000),
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes((i * 7919 + i * i * 31) % 256 for i in range(4000)),
    ],
)
def test_what_is_no_text_has_no_encoding(data):
    assert detect(data) is None


@given(st.binary(max_size=400))
def test_no_bytes_crash(data):
    decoding = detect(data)
    if decoding is not None:
        decoder = CountingDecoder(decoding.encoding)
        decoder.decode(data, final=True).encode("utf-8", "surrogatepass")
        assert decoder.replaced <= len(data)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "big5hkscs", "cp932", "hz", "utf-16", "utf-16-le"]
)
@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_characters_come_out_whole_over_block_boundaries(encoding, size):
    text = {"big5hkscs": TRADITIONAL, "cp932": JAPANESE}.get(encoding, SIMPLIFIED)
    data = text.encode(encoding)
    decoder = CountingDecoder(encoding)
    parts = [decoder.decode(data[i : i + size]) for i in range(0, len(data), size)]
    parts.append(decoder.decode(b"", final=True))
    assert "".join(parts) == text
    assert decoder.replaced == 0


def test_replaced_bytes_are_counted():
    decoder = CountingDecoder("utf-8")
    assert decoder.decode(b"ab\xffc\xe4\xb8") == "ab\ufffdc"
    assert decoder.replaced == 1
    assert decoder.decode(b"", final=True) == "\ufffd"
    assert decoder.replaced == 3


@pytest.mark.parametrize("encoding", ["klingon", "hex", "zip", "rot13", "", "a\x00b", "undefined"])
def test_what_is_no_text_encoding_is_refused(encoding):
    with pytest.raises(CorpusError, match="encoding"):
        CountingDecoder(encoding).decode(b"abc", final=True)
