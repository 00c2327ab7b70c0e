"""What is said about the text that is open: its name, its figures, how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.corpus.lines import LINES
from w2v_gui.engine.config import SETTINGS
from w2v_gui.gui.language import filled, translated
from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.widgets.parts_label import SEPARATOR

if TYPE_CHECKING:
    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.opening import Opened

_FILES = 5

SURE = 0.75
"""Below it a guess at an encoding is said to be one."""


def title(opened: Opened) -> str:
    """Return the name of the text."""
    if opened.title:
        return translated("samples", opened.title)
    return one_line(opened.corpus.name, 80) or QCoreApplication.translate("summary", "text")


def kept_words(corpus: EncodedCorpus, config: TrainingConfig) -> int:
    """Return how many different words occur often enough to be trained."""
    return corpus.vocabulary.reaching(config.min_count)


def figures(corpus: EncodedCorpus, config: TrainingConfig | None) -> str:
    """Return the size of the text and, if the settings are any good, what will be trained on it."""
    parts = [QCoreApplication.translate("summary", "{tokens} tokens").format(tokens=number(len(corpus)))]
    if config is not None:
        parts += [
            f"V = {number(kept_words(corpus, config))}",
            _label(config, "model"),
            _label(config, "objective"),
            f"N = {config.vector_size}",
        ]
    return SEPARATOR.join(parts)


def explanation(opened: Opened) -> str:
    """Return what was found while reading."""
    corpus, report = opened.corpus, opened.report
    lines = [
        QCoreApplication.translate("summary", "{sentences} sentences, {words} different words").format(
            sentences=number(corpus.sentences), words=number(len(corpus.vocabulary))
        )
    ]
    if corpus.stopped:
        lines.append(
            QCoreApplication.translate(
                "summary", "{stopped} of the tokens are stop words, which are passed over"
            ).format(stopped=number(corpus.stopped))
        )
    if report is not None:
        lines.append(filled("corpus", report.reason.template, report.reason.values))
        lines.append(translated("corpus", LINES[report.lines]))
        for file in report.files[:_FILES]:
            lines.append(
                QCoreApplication.translate("summary", "{name}: {encoding}, {share} % sure").format(
                    name=one_line(file.name, 60),
                    encoding=file.decoding.encoding,
                    share=round(100 * file.decoding.confidence),
                )
            )
        if len(report.files) > _FILES:
            lines.append(
                QCoreApplication.translate("summary", "… and {count} more").format(
                    count=number(len(report.files) - _FILES)
                )
            )
    return "\n".join(lines)


def warning(opened: Opened) -> str:
    """Return what the user should know about the reading; empty when all went well."""
    report = opened.report
    if report is None:
        return ""
    lines = []
    if report.replaced:
        lines.append(
            QCoreApplication.translate(
                "summary",
                "Bytes that could not be read in the encoding that was found, and have been replaced: {count}.",
            ).format(count=number(report.replaced))
        )
    for file in report.files:
        if file.decoding.method == "guess" and file.decoding.confidence < SURE:
            lines.append(
                QCoreApplication.translate(
                    "summary",
                    "The encoding of “{name}” is a guess: {encoding}, {share} % sure. If its words look wrong, choose "
                    "another on the Text page.",
                ).format(
                    name=one_line(file.name, 60),
                    encoding=file.decoding.encoding,
                    share=round(100 * file.decoding.confidence),
                )
            )
            break
    return "\n".join(lines)


def _label(config: TrainingConfig, name: str) -> str:
    value = getattr(config, name)
    return translated("settings", next(choice.label for choice in SETTINGS[name].choices if choice.value == value))
