"""What is recognised in order to be refused, each with a sentence that says what it is and what to do instead."""

from __future__ import annotations

import codecs
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.vectors.formats.text_rows import LONE_NUMBER

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.vectors.formats.opened import Source


@dataclass(frozen=True)
class Refused:
    """A format that is not read.

    Attributes
    ----------
    recognises : callable
    sentence : str
    holds_vectors : bool
        Whether such a file is meant as vectors, and not as a text or anything else.
    """

    recognises: Callable[[Source], bool]
    sentence: str
    holds_vectors: bool = True


def begins_with(*signatures: bytes) -> Callable[[Source], bool]:
    """Return what recognises a file by its first bytes."""
    return lambda source: source.head.startswith(signatures)


def is_text(head: bytes) -> bool:
    """Whether the beginning of a file is UTF-8 without control bytes; it may end inside a character."""
    if head.translate(None, _TEXT):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


_TEXT = bytes(set(range(256)) - set(range(32)) - {127} | {9, 10, 12, 13})


def holds_arrays(source: Source) -> bool:
    """Whether a zip archive holds numpy's arrays, and not, say, texts."""
    try:
        with zipfile.ZipFile(source.path) as archive:
            return any(name.endswith(".npy") for name in archive.namelist())
    except (OSError, ValueError, RuntimeError, zipfile.BadZipFile):
        return source.packed


def _is_pickle(source: Source) -> bool:
    return len(source.head) > 1 and source.head[0] == 0x80 and 2 <= source.head[1] <= 5


def _is_storage_of_finalfusion(source: Source) -> bool:
    """Whether this is one chunk of finalfusion's format: its number, its length, and no more than that."""
    head = source.head
    return head[:4] in _STORAGES and 12 + int.from_bytes(head[4:12], "little") == source.size


_STORAGES = tuple(number.to_bytes(4, "little") for number in (2, 4))


def _is_web_page(source: Source) -> bool:
    return source.head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html", b"<?xml"))


_WEB_PAGE = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” is a web page and not a file of word vectors: perhaps what the site said in place of the file. "
    "Download it again.",
)


def _is_web_page_for_vectors(source: Source) -> bool:
    """Whether a web page has come in place of vectors: a page under any other name may be a text to learn from."""
    return bool(_NAMES_VECTORS.search(source.name)) and _is_web_page(source)


_NAMES_VECTORS = re.compile(
    r"\.(bin|vec|glove(\.txt)?|npz|npy|safetensors|[ct]sv|model|kv|ftz|fifu)(\.gz)?$", re.IGNORECASE
)


def _is_json(source: Source) -> bool:
    """Whether this begins as JSON does: a brace or a bracket, and what can follow it there."""
    head = source.head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    following = head[1:].lstrip(b" \t\r\n")[:1]
    inside = {b"{": b'"}', b"[": b'"[{]-0123456789'}.get(head[:1])
    return bool(inside and following and following in inside and is_text(source.head) and not _has_lines(source.head))


def _has_lines(head: bytes) -> bool:
    """Whether rows of text vectors begin here: a line that ends in two numbers, or in one as only vectors have it."""
    last = head.partition(b"\n")[0].split()[-2:]
    return len(last) == 2 and (all(map(_plain_number, last)) or LONE_NUMBER.fullmatch(last[1]) is not None)


def _plain_number(field: bytes) -> bool:
    try:
        float(field)
    except ValueError:
        return False
    # Python reads more as a number than is written by those who save vectors.
    return b"_" not in field


REFUSED: tuple[Refused, ...] = (
    Refused(
        lambda source: source.size == 0 or not source.head,
        QT_TRANSLATE_NOOP("errors", "“{file}” is empty. Choose a file of word vectors."),
        holds_vectors=False,
    ),
    Refused(
        _is_pickle,
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is a Python pickle, as gensim's save() writes them, and opening one can run any program hidden "
            'in it. In gensim, save the vectors with model.wv.save_word2vec_format("vectors.bin", binary=True) and '
            "open that file.",
        ),
    ),
    Refused(
        begins_with(b"\x93NUMPY"),
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is a bare array without words. If gensim wrote it, load the model there, save it with "
            "save_word2vec_format() and open that file.",
        ),
    ),
    Refused(
        begins_with(b"FiFu"),
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is in finalfusion's format, which is not read here. Convert it to word2vec's with "
            "“finalfusion convert -t word2vec” and open that file.",
        ),
    ),
    Refused(
        _is_storage_of_finalfusion,
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is a matrix of finalfusion's without its words. Convert the complete file (.fifu) to word2vec's "
            "format with “finalfusion convert -t word2vec” and open that one.",
        ),
    ),
    Refused(
        begins_with(b"\x89HDF\r\n\x1a\n"),
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is an HDF5 file, which is not read here. Save the vectors in word2vec's format, as .npz or as "
            ".safetensors and open that file.",
        ),
    ),
    Refused(
        begins_with(b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf\x27\x1c", b"Rar!"),
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is packed in a way that is not read here; only gzip is. Unpack it and open the file of vectors "
            "inside.",
        ),
        holds_vectors=False,
    ),
    Refused(
        lambda source: source.head[257:262] == b"ustar",
        QT_TRANSLATE_NOOP(
            "errors", "“{file}” is an archive (tar). Unpack it and open the file of vectors inside, if there is one."
        ),
        holds_vectors=False,
    ),
    Refused(
        begins_with(b"%PDF-"),
        QT_TRANSLATE_NOOP("errors", "“{file}” is a PDF and holds no word vectors. Choose a file of word vectors."),
        holds_vectors=False,
    ),
    Refused(
        begins_with(b"version https://git-lfs.github.com/"),
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” only says where Git LFS keeps the file of this name. Fetch that with “git lfs pull”, or download "
            "it from the web page of the repository, and open it again.",
        ),
    ),
    Refused(_is_web_page_for_vectors, _WEB_PAGE),
    Refused(_is_web_page, _WEB_PAGE, holds_vectors=False),
    Refused(
        begins_with(codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE),
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is text in UTF-16, and vectors are read in UTF-8 only. Save it in UTF-8 and open that file.",
        ),
        holds_vectors=False,
    ),
    Refused(
        _is_json,
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is in JSON, from which no vectors are read here. Save them in word2vec's format with the program "
            "that wrote it, and open that file.",
        ),
    ),
)
"""Asked in this order, before any reader."""

TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” is a text but holds no word vectors: its first line would hold the number of words and of dimensions, or "
    "every line a word and as many numbers as the others. To learn vectors from it, open it as a text.",
)

UNKNOWN = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” is not a file of word vectors that can be read here. Save the vectors in word2vec's format, text or "
    "binary: its first line holds the number of words and of dimensions.",
)
