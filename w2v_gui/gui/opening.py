"""Reading a text or a saved model, on a worker: what is opened, and the built-in samples."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.engine.presets import PRESETS
from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.ingest import IngestReport
    from w2v_gui.corpus.original import OriginalText
    from w2v_gui.corpus.sources import TextSource
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.jobs import Job


PASTED = QT_TRANSLATE_NOOP("samples", "Pasted text")


@dataclass(frozen=True)
class Recipe:
    """Where a text comes from and how it is read: all that is needed to read it again.

    Attributes
    ----------
    paths : tuple of str
        Files and folders.
    pasted : str or None
        The text itself, if it came from the clipboard.
    options : TokenizerOptions
        What counts as a word.
    encodings : mapping of str to str
        Those that were chosen by hand, by the names of the sources; the others are found out.
    """

    paths: tuple[str, ...] = ()
    pasted: str | None = None
    options: TokenizerOptions = field(default_factory=TokenizerOptions)
    encodings: Mapping[str, str] = field(default_factory=dict)

    def sources(self) -> list[TextSource]:
        """Return what there is to read.

        Raises
        ------
        CorpusError
            If a file is missing or none, or a folder holds no text.
        """
        from w2v_gui.corpus.sources import PastedText, open_texts

        return open_texts(self.paths) if self.pasted is None else [PastedText(self.pasted, PASTED)]


@dataclass(frozen=True, eq=False)
class Opened:
    """A text, ready to be trained on.

    Attributes
    ----------
    corpus : EncodedCorpus
    report : IngestReport or None
        What was found while reading; None for a built-in sample.
    values : mapping
        Settings that suit the text, by name.
    watch : tuple of str
        Words that are known to be worth watching.
    title : str
        What it is called, marked for translation in the context "samples"; empty for files, which have their own names.
    sample : str
        The key of a built-in sample; empty for a text of the user's.
    recipe : Recipe or None
        How it was read; None for a built-in sample, whose words are known.
    original : OriginalText or None
        The text itself; None for a built-in sample.
    """

    corpus: EncodedCorpus
    report: IngestReport | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    watch: tuple[str, ...] = ()
    title: str = ""
    sample: str = ""
    recipe: Recipe | None = None
    original: OriginalText | None = None


@dataclass(frozen=True)
class Finished:
    """A saved model that has done all of its epochs."""

    epochs: int


@dataclass(frozen=True)
class Sample:
    """A built-in text; ``title`` is marked for translation in the context "samples"."""

    key: str
    title: str
    open: Callable[[], Opened]


def read_text(recipe: Recipe) -> Callable[[Job], Opened]:
    """Return the work of reading a text as a recipe says."""

    def work(job: Job) -> Opened:
        from w2v_gui.corpus.ingest import encode
        from w2v_gui.corpus.original import OriginalText

        original = OriginalText()
        ingested = encode(
            recipe.sources(),
            recipe.options,
            encodings=recipe.encodings,
            progress=job.report,
            cancelled=job.cancelled,
            original=original,
        )
        title = "" if recipe.pasted is None else PASTED
        return Opened(ingested.corpus, ingested.report, title=title, recipe=recipe, original=original)

    return work


def read_sample(key: str) -> Callable[[Job], Opened]:
    """Return the work of making a built-in sample."""
    sample = SAMPLES[key]
    return lambda job: replace(sample.open(), title=sample.title, sample=key)


def read_model(path: str, corpus: EncodedCorpus, more: int = 0) -> Callable[[Job], Trainer | Finished]:
    """Return the work of making a trainer that goes on where a saved model stopped, for some epochs more."""

    def work(job: Job) -> Trainer | Finished:
        from w2v_gui.models import epochs_done, resume
        from w2v_gui.vectors.formats.npz import read_model

        model = read_model(path)
        _check(job)
        done = epochs_done(model)
        if done and not more:
            return Finished(done)
        trainer = resume(corpus, model, **({"epochs": done + more} if more else {}))
        if job.cancelled():
            trainer.close()
        _check(job)
        return trainer

    return work


def _check(job: Job) -> None:
    if job.cancelled():
        raise Cancelled


def _planted_english() -> Opened:
    return _planted("en")


def _planted_chinese() -> Opened:
    return _planted("zh")


def _planted(language: Literal["en", "zh"]) -> Opened:
    from w2v_gui.corpus.samples import DEMO_SETTINGS, planted_text

    text = planted_text(language)
    return Opened(text.corpus(), values=DEMO_SETTINGS, watch=text.watch[:3])


def _derivation() -> Opened:
    from w2v_gui.corpus.samples import derivation_sentence

    values = {"model": "cbow", "vector_size": 5, "epochs": 300, **PRESETS["derivation"].values("cbow")}
    return Opened(derivation_sentence(), values=values, watch=("学习",))


SAMPLES: dict[str, Sample] = {
    sample.key: sample
    for sample in (
        Sample("planted_en", QT_TRANSLATE_NOOP("samples", "Planted relations, English"), _planted_english),
        Sample("planted_zh", QT_TRANSLATE_NOOP("samples", "Planted relations, Chinese"), _planted_chinese),
        Sample("derivation", QT_TRANSLATE_NOOP("samples", "The derivation's sentence"), _derivation),
    )
}
"""The built-in texts, in the order of the menu."""
