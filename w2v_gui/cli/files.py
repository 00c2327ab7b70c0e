"""The commands ``convert`` and ``inspect``: files of vectors, without asking them anything."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import math
import os
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from w2v_gui.cli.console import counted, say, stage, table
from w2v_gui.cli.numbers import whole_number
from w2v_gui.errors import SaveError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from types import FrameType

    from w2v_gui.vectors.formats import Opened, Written
    from w2v_gui.vectors.word_vectors import WordVectors


def readable() -> str:
    """Return the formats that can be read, for the help of all commands that take a file of vectors."""
    from w2v_gui.vectors.formats import READERS

    return f"vectors, whatever the file's name: {', '.join(reader.name for reader in READERS)}; gzipped or not"


def convert(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Add the options of ``convert``; return what carries it out."""
    from w2v_gui.vectors.formats import WRITERS

    formats = "\n".join(f"  {writer.key:<16} {writer.label:<22} {' '.join(writer.endings)}" for writer in WRITERS)
    parser.epilog = (
        f"formats, and the endings that stand for them (followed by .gz, the file is packed):\n{formats}\n\n"
        "The projector's words go into a second file beside OUT: x_metadata.tsv beside x.tsv or x_vectors.tsv.\n"
        "OUT is replaced when all of the new file is on the disk; Ctrl-C leaves what was there before."
    )
    parser.add_argument("source", metavar="IN", help=readable())
    parser.add_argument("target", metavar="OUT", help="where to save; its ending says in which format")
    parser.add_argument(
        "--format", choices=tuple(writer.key for writer in WRITERS), help="save in this one, whatever the ending"
    )
    _add_first(parser)
    parser.add_argument(
        "--vectors",
        choices=("W", "W_out", "mean"),
        default="W",
        help="save input vectors, output vectors W′, or their mean, where the file holds W′ (default %(default)s)",
    )
    return _convert


def inspect(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Add the options of ``inspect``; return what carries it out."""
    parser.epilog = "On a terminal the report is a table, otherwise lines with tabs between; with --json it is JSON."
    parser.add_argument("source", metavar="FILE", help=readable())
    _add_first(parser)
    parser.add_argument("--words", metavar="N", default="10", help="how many words to show (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return _inspect


def _add_first(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--first", metavar="N", help="read the first N words only (default: all)")


def _convert(arguments: argparse.Namespace) -> int:
    from w2v_gui.vectors.formats import WRITERS, write_vectors, writer_of
    from w2v_gui.vectors.formats.atomic import check_target
    from w2v_gui.vectors.formats.report import lines

    first = _first(arguments)
    writer = next((writer for writer in WRITERS if writer.key == arguments.format), None)
    writer = writer or writer_of(arguments.target)
    # Before a large file is read it is known that the new one can be written.
    for path in writer.files(arguments.target):
        _refuse_source(arguments.source, path)
        check_target(path)
    with _leaving_properly():
        opened = _open(arguments.source, first)
        for line in lines(opened.report):
            if line.is_remark:
                say(f"{line.label}: {line.text}")
        vectors = opened.vectors.using(arguments.vectors)
        with stage("writing") as shown:
            done = write_vectors(arguments.target, vectors, lambda share: shown.show(share, 1, ""), writer=writer)
    say(_saved(done, vectors.dimensions))
    return 0


@contextlib.contextmanager
def _leaving_properly() -> Iterator[None]:
    """Being told to end removes what is half written, as Ctrl-C does, instead of ending on the spot."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def leave(number: int, frame: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _refuse_source(source: str, target: Path) -> None:
    from w2v_gui.vectors.formats.projector_pair import partners

    for path in (Path(source), *partners(Path(source))):
        with contextlib.suppress(OSError, ValueError):
            if os.path.samefile(path, target):
                raise SaveError(
                    "“{file}” belongs to what is to be read. Choose another name for what is saved.", file=target
                )


def _saved(done: Written, dimensions: int) -> str:
    files = " and ".join(str(path) for path in done.files)
    sentence = f"Saved {counted(done.rows, 'word')} in {counted(dimensions, 'dimension')} to {files}."
    if done.marked:
        sentence += f" In {done.marked:,} of the words, signs that the format cannot hold, such as spaces, were marked."
    if done.left_out:
        sentence += f" Rows left out because a number in them is not finite: {done.left_out:,}."
    return sentence


def _inspect(arguments: argparse.Namespace) -> int:
    from w2v_gui.vectors.formats.report import lines

    shown = whole_number(arguments.words, "words", least=0)
    opened = _open(arguments.source, _first(arguments))
    words = _first_words(opened.vectors, shown)
    if arguments.json:
        report = {"file": arguments.source, **dataclasses.asdict(opened.report)}
        print(json.dumps({**report, "words": [dataclasses.asdict(word) for word in words]}, ensure_ascii=False))
        return 0
    table(("file", os.path.basename(arguments.source)), [(line.label, line.text) for line in lines(opened.report)])
    if words:
        rows = [(word.word, "" if word.count is None else str(word.count), _number(word.norm)) for word in words]
        table(("word", "count", "norm"), rows)
    return 0


@dataclasses.dataclass(frozen=True)
class _Word:
    word: str
    count: int | None
    norm: float | None


def _first_words(vectors: WordVectors, count: int) -> list[_Word]:
    """Return the first so many words; a length that is not finite is None, which JSON has."""
    return [
        _Word(
            vectors.words[row],
            None if vectors.counts is None else int(vectors.counts[row]),
            norm if math.isfinite(norm := float(vectors.norms[row])) else None,
        )
        for row in range(min(count, len(vectors)))
    ]


def _number(norm: float | None) -> str:
    return "–" if norm is None else f"{norm:.4f}"


def _open(path: str, first: int | None) -> Opened:
    from w2v_gui.vectors.formats import open_vectors

    with stage("reading") as shown:
        return open_vectors(path, first, lambda share: shown.show(share, 1, ""))


def _first(arguments: argparse.Namespace) -> int | None:
    return None if arguments.first is None else whole_number(arguments.first, "first")
