"""Text → ids: reads sources to their end, in bounded memory, and numbers their words by frequency."""

from __future__ import annotations

import os
import time
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.corpus.characters import BREAK, END
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.id_store import IdStore
from w2v_gui.corpus.lines import decide_lines
from w2v_gui.corpus.segmenters import Segmenter
from w2v_gui.corpus.sources import StreamText
from w2v_gui.corpus.tokenizers import Decision, TokenizerOptions, chosen, decide, segments, table_for
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, CorpusError
from w2v_gui.memory import trim_heap

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.decoding import Decoding
    from w2v_gui.corpus.original import OriginalText
    from w2v_gui.corpus.scanner import Scanner
    from w2v_gui.corpus.sources import FileState, TextSource

MEMORY_LIMIT = 32 << 20
"""Bytes of ids that are kept in memory; more of them go to a temporary file."""

SAMPLE = 200_000
"""Characters that decide on the language."""

_SAMPLED_SOURCES = 50
_PROGRESS_SECONDS = 0.05
_BREAK = chr(BREAK)


@dataclass(frozen=True)
class IngestProgress:
    """How far the reading has got: bytes on disk of all (None if unknown), and words found."""

    bytes_done: int
    bytes_total: int | None
    tokens: int


@dataclass(frozen=True)
class FileReport:
    """What was read of one source: its name, its bytes on disk, how they were decoded, and from which file."""

    name: str
    bytes: int
    decoding: Decoding
    state: FileState | None = None


@dataclass(frozen=True)
class IngestReport:
    """What the reading found.

    Attributes
    ----------
    files : tuple of FileReport
        Source by source.
    language : str
        What the text was read as: one of `w2v_gui.corpus.tokenizers.LANGUAGES`, but not ``"auto"``.
    reason : Decision
        Why; as a string, an English sentence.
    lines : str
        What lines were taken for: one of `w2v_gui.corpus.lines.LINES`, but not ``"auto"``.
    tokens, stopped, sentences, words, characters : int
        Words in a row that are no stop words, and those that are; lines or paragraphs that hold any of both;
        different words that are no stop words; characters read.
    seconds : float
        How long it took.
    """

    files: tuple[FileReport, ...]
    language: str
    reason: Decision
    lines: str
    tokens: int
    stopped: int
    sentences: int
    words: int
    characters: int
    seconds: float

    @property
    def replaced(self) -> int:
        """Bytes that were no characters, in all files."""
        return sum(file.decoding.replaced for file in self.files)


@dataclass(frozen=True, eq=False)
class Ingested:
    """A text that has been read: the corpus, the report about it, and the text itself if it was to be kept."""

    corpus: EncodedCorpus
    report: IngestReport
    original: OriginalText | None = None


def encode(
    sources: Sequence[TextSource],
    options: TokenizerOptions | None = None,
    *,
    encoding: str | None = None,
    encodings: Mapping[str, str] | None = None,
    name: str | None = None,
    progress: Callable[[IngestProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    memory_limit: int = MEMORY_LIMIT,
    original: OriginalText | None = None,
) -> Ingested:
    """Read texts, split them into words, count and number them.

    A line is a sentence, or a paragraph is one where lines are wrapped; the end of a source ends one too.

    Parameters
    ----------
    sources : sequence of TextSource
        Read one after the other, once (those at the beginning also for a sample).
    options : TokenizerOptions, optional
        What counts as a word.
    encoding : str, optional
        The encoding of every source; None finds out for each.
    encodings : mapping of str to str, optional
        The encodings of some sources, by their names; `encoding` is for all others.
    name : str, optional
        What to call the corpus.
    progress : callable, optional
        Called about twenty times a second, from this thread.
    cancelled : callable, optional
        Asked after every block.
    memory_limit : int
        Bytes of ids beyond which they go to a temporary file, which disappears with the corpus.
    original : OriginalText, optional
        Takes the text itself, if it is to be shown again; between two sources with `END`.

    Raises
    ------
    CorpusError
        If a source cannot be read or there are fewer than two different words in all of them.
    Cancelled
        If ``cancelled`` has returned true.
    """
    started = time.perf_counter()
    options = options or TokenizerOptions()
    if not sources:
        raise CorpusError(QT_TRANSLATE_NOOP("errors", "No text has been chosen: choose a file or a folder."))
    chosen_encodings = [(encodings or {}).get(source.name, encoding) for source in sources]
    sample = _sample(sources, chosen_encodings) if "auto" in (options.language, options.lines) else ""
    decision = decide(sample) if options.language == "auto" else chosen(options.language)
    lines = decide_lines(sample) if options.lines == "auto" else options.lines
    decided = replace(options, language=decision.language, lines=lines)
    reader = _Reader(sources, chosen_encodings)
    meter = _Meter(reader, progress, cancelled)
    corpus = _encode(reader, meter, decided, name or _name(sources), memory_limit, original)
    trim_heap()  # the scanner's tables and the texts on their way have gone
    report = IngestReport(
        files=tuple(reader.files),
        language=decision.language,
        reason=decision,
        lines=lines,
        tokens=corpus.vocabulary.total,
        stopped=corpus.stopped,
        sentences=corpus.sentences,
        words=len(corpus.vocabulary),
        characters=reader.characters,
        seconds=time.perf_counter() - started,
    )
    return Ingested(corpus, report, original)


def _encode(
    reader: _Reader,
    meter: _Meter,
    options: TokenizerOptions,
    name: str,
    memory_limit: int,
    original: OriginalText | None,
) -> EncodedCorpus:
    """Read everything and number its words."""
    scanner = _scanner(options)
    segmenter = Segmenter(options) if segments(options.language) else None
    ends: list[NDArray[np.int64]] = [np.zeros(1, np.int64)]
    with IdStore(memory_limit) as store:
        with closing(reader.texts()) as texts, closing(_marked(texts, segmenter)) as pieces:
            for text, marked in pieces:
                meter.check(len(store))
                ids, piece_ends = scanner.scan(marked)
                ends.append(piece_ends + len(store))
                store.add(ids)
                if original is not None:
                    added = 0 if segmenter is None else scanner.rest.count(_BREAK)
                    original.add(text, len(store), len(scanner.rest) - added)
        ids, piece_ends = scanner.scan("", final=True)
        ends.append(piece_ends + len(store))
        store.add(ids)
        if original is not None:
            original.finish(len(store), scanner.table)
        meter.check(len(store), finished=True)
        vocabulary, stop_words, ranks = _by_frequency(scanner)
        if len(vocabulary) < 2:
            raise _too_few(name, reader.files, vocabulary, passed_over=bool(stop_words))
        corpus_ids = store.finish(ranks)
    offsets = np.concatenate(ends)
    offsets.flags.writeable = False
    return EncodedCorpus(name, corpus_ids, offsets, vocabulary, stop_words)


def _sample(sources: Sequence[TextSource], encodings: Sequence[str | None]) -> str:
    """Return text from the beginnings of the sources, or of some of them, evenly spread."""
    step = -(-len(sources) // _SAMPLED_SOURCES)
    some = list(zip(sources, encodings, strict=True))[::step]
    share = SAMPLE // len(some)
    parts = []
    for source, encoding in some:
        with closing(source.blocks(encoding)) as blocks:
            parts.append(next((block.text[:share] for block in blocks), ""))
    return "\n".join(parts)


def _scanner(options: TokenizerOptions) -> Scanner:
    from w2v_gui.corpus.scanner import Scanner  # imports numba, which takes its time

    scanner = Scanner(table_for(options))
    if options.stop_words:
        # Only what is one word to the scanner can be set aside as one; the scanner also knows how it is spelt.
        listed = Scanner(table_for(replace(options, lines="sentence")))
        ids, ends = listed.scan("\n".join(options.stop_words), final=True)
        starts = np.concatenate([[0], ends[:-1]]) if len(ends) else ends
        scanner.set_aside([listed.words[ids[start]] for start in starts[ends - starts == 1]])
    return scanner


class _Reader:
    """Reads the sources in a thread of its own, ahead of whoever takes the texts."""

    def __init__(self, sources: Sequence[TextSource], encodings: Sequence[str | None]) -> None:
        self._sources = sources
        self._encodings = encodings
        self.files: list[FileReport] = []
        self.characters = 0
        self.bytes_done = 0
        sizes = [source.size for source in sources]
        self.bytes_total = None if None in sizes else sum(size for size in sizes if size is not None)

    def texts(self) -> Generator[str, None, None]:
        """Read every source to its end; the texts of two sources never share a sentence."""
        # Nothing can wake a thread that waits for standard input: that is read here, where Ctrl-C reaches it.
        if any(isinstance(source, StreamText) for source in self._sources):
            return self._read()
        return _read_ahead(self._read())

    def _read(self) -> Generator[str, None, None]:
        before = 0
        for source, encoding in zip(self._sources, self._encodings, strict=True):
            position = 0
            for block in source.blocks(encoding):
                position = block.position
                self.bytes_done = before + position
                self.characters += len(block.text)
                yield block.text
            yield END
            self.files.append(FileReport(source.name, position, source.decoding, source.state))
            before += position if source.size is None else source.size
            self.bytes_done = before


class _Meter:
    """Tells how far the reading has got, now and then, and asks whether to go on."""

    def __init__(
        self,
        reader: _Reader,
        progress: Callable[[IngestProgress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._reader = reader
        self._progress = progress
        self._cancelled = cancelled
        self._next = 0.0

    def check(self, tokens: int, *, finished: bool = False) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._progress is not None and (finished or time.perf_counter() >= self._next):
            self._progress(IngestProgress(self._reader.bytes_done, self._reader.bytes_total, tokens))
            self._next = time.perf_counter() + _PROGRESS_SECONDS


def _marked(texts: Iterator[str], segmenter: Segmenter | None) -> Generator[tuple[str, str], None, None]:
    """Return the texts, and beside each how the scanner wants it: through the segmenter, if there is one.

    The segmenter works on several threads.
    """
    if segmenter is None:
        for text in texts:
            yield text, text
        return
    workers = max(1, min(os.cpu_count() or 1, 4))
    with ThreadPoolExecutor(workers, "segmenter") as pool:
        running: deque[tuple[str, Future[str]]] = deque()
        try:
            for piece in segmenter.pieces(texts):
                # Later, each of these in what is marked is the segmenter's.
                plain = piece.replace(_BREAK, " ")
                running.append((piece, pool.submit(segmenter.mark, plain)))
                if len(running) > workers:
                    piece, future = running.popleft()
                    yield piece, future.result()
            while running:
                piece, future = running.popleft()
                yield piece, future.result()
        finally:
            for _, future in running:
                future.cancel()


def _read_ahead(texts: Generator[str, None, None]) -> Generator[str, None, None]:
    """Read texts in another thread, a few blocks ahead."""
    with ThreadPoolExecutor(1, "reader") as pool:
        running = deque(pool.submit(next, texts, None) for _ in range(3))
        try:
            while (text := running.popleft().result()) is not None:
                running.append(pool.submit(next, texts, None))
                yield text
        finally:
            for future in running:
                future.cancel()
            pool.submit(texts.close).result()


def _by_frequency(scanner: Scanner) -> tuple[Vocabulary, tuple[str, ...], NDArray[np.int32]]:
    """Return the vocabulary, the stop words that occur, and the id of every word of the scanner.

    Both are sorted by frequency; words that occur equally often stay in the order in which they were first seen.
    """
    order = np.argsort(-scanner.counts, kind="stable")
    stopped = order < scanner.aside
    kept, aside = order[~stopped], order[stopped]
    aside = aside[scanner.counts[aside] > 0]
    ids = np.full(len(order), -1, np.int32)
    ids[np.concatenate([kept, aside])] = np.arange(len(kept) + len(aside), dtype=np.int32)
    words = scanner.words
    vocabulary = Vocabulary([words[i] for i in kept.tolist()], scanner.counts[kept])
    return vocabulary, tuple(words[i] for i in aside.tolist()), ids


def _too_few(name: str, files: Sequence[FileReport], vocabulary: Vocabulary, *, passed_over: bool) -> CorpusError:
    if not any(file.bytes for file in files):
        return CorpusError(QT_TRANSLATE_NOOP("errors", "“{name}” is empty: choose another text."), name=name)
    if passed_over:
        return CorpusError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Without the stop words, {count} different words of “{name}” are left, and it takes two to learn: take "
                "some off the list.",
            ),
            name=name,
            count=len(vocabulary),
        )
    if not len(vocabulary):
        return CorpusError(
            QT_TRANSLATE_NOOP(
                "errors", "There are no words in “{name}”: check its encoding and language, or choose another text."
            ),
            name=name,
        )
    return CorpusError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The only word in “{name}” is “{word}”, and it takes two different ones to learn: check the language, "
            "or choose another text.",
        ),
        name=name,
        word=vocabulary.words[0],
    )


def _name(sources: Sequence[TextSource]) -> str:
    first = sources[0].name
    return first if len(sources) == 1 else f"{first} + {len(sources) - 1}"
