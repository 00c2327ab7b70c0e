"""What the model makes of the tokens of a text, and why: for whoever shows them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.widgets.role_line import Run
from w2v_gui.gui.widgets.token_painting import KEPT, RARE, SAMPLED, STOPPED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.pairs import Windows
    from w2v_gui.corpus.passages import Passage, Passages
    from w2v_gui.corpus.windows import Window
    from w2v_gui.engine.config import TrainingConfig

_GROUP = 2048
"""Passages of one sentence are shown as one as far as they begin between two multiples of so many tokens."""

_REMEMBERED = 64
_LONGEST_WORD = 60

STATE_NAMES = {KEPT: "kept", RARE: "below min_count", SAMPLED: "left out by subsampling", STOPPED: "stop word"}
"""What becomes of a token, for whoever computes with tables."""


@dataclass(frozen=True, eq=False)
class Paragraph:
    """Passages that follow each other in one sentence, as one."""

    begin: int
    end: int
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    closes: bool


class Paragraphs:
    """A text in stretches of one sentence each; where they begin depends on the text alone.

    A sentence is laid out in one piece, as far as it is not very long: in passages, rows would end early.
    """

    def __init__(self, passages: Passages, size: int) -> None:
        self._passages = passages
        self._size = size
        self._known: OrderedDict[int, Paragraph] = OrderedDict()

    def at(self, position: int) -> Paragraph:
        """Return the one in which the token at a position stands."""
        for known in reversed(self._known.values()):
            if known.begin <= position < known.end:
                return known
        found = _joined(self._around(self._passages.at(position)))
        self._known[found.begin] = found
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return found

    def after(self, paragraph: Paragraph) -> Paragraph | None:
        """Return the next one; None after the last."""
        return self.at(paragraph.end) if paragraph.end < self._size else None

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """Return the one before; None before the first."""
        return self.at(paragraph.begin - 1) if paragraph.begin > 0 else None

    def _around(self, passage: Passage) -> list[Passage]:
        found = [passage]
        while not found[0].opens and (before := self._passages.before(found[0])) is not None and _near(before, passage):
            found.insert(0, before)
        while not found[-1].closes and (after := self._passages.after(found[-1])) is not None and _near(passage, after):
            found.append(after)
        return found


def _near(first: Passage, second: Passage) -> bool:
    return first.begin // _GROUP == second.begin // _GROUP


def _joined(passages: list[Passage]) -> Paragraph:
    first, last = passages[0], passages[-1]
    before = np.cumsum([0, *(len(passage.text) for passage in passages)])
    return Paragraph(
        first.begin,
        last.end,
        "".join([passage.text for passage in passages]),
        np.concatenate([passage.starts + n for passage, n in zip(passages, before, strict=False)]).tolist(),
        np.concatenate([passage.ends + n for passage, n in zip(passages, before, strict=False)]).tolist(),
        last.closes,
    )


class TextReading:
    """A text, and what settings make of it.

    Parameters
    ----------
    corpus : EncodedCorpus
    passages : Passages
        Of the same text.
    config : TrainingConfig or None
    windows : Windows or None
        None as long as they are being made.
    """

    def __init__(
        self,
        corpus: EncodedCorpus,
        passages: Passages,
        config: TrainingConfig | None = None,
        windows: Windows | None = None,
    ) -> None:
        self.corpus = corpus
        self.passages = passages
        self.paragraphs = Paragraphs(passages, len(corpus))
        self._config = config
        self._windows = windows

    @property
    def windows(self) -> Windows | None:
        return self._windows

    def with_settings(self, config: TrainingConfig | None, windows: Windows | None) -> TextReading:
        """Return the same text with other settings."""
        other = TextReading(self.corpus, self.passages, config, windows)
        other.paragraphs = self.paragraphs
        return other

    # -- what becomes of tokens -----------------------------------------------------------------------------------

    @cached_property
    def kept_words(self) -> int:
        """How many words are frequent enough."""
        return self.corpus.vocabulary.reaching(self._config.min_count if self._config is not None else 1)

    def states(self, begin: int, end: int) -> list[int]:
        """Say what becomes of the tokens from one position to another: `KEPT` and so on."""
        ids = self.corpus.ids[begin:end]
        states = np.full(end - begin, KEPT, np.uint8)
        if self._windows is not None:
            states[~self._windows.kept(begin, end)] = SAMPLED
        states[ids >= self.kept_words] = RARE
        states[ids >= len(self.corpus.vocabulary)] = STOPPED
        found: list[int] = states.tolist()
        return found

    def state(self, position: int) -> int:
        return self.states(position, position + 1)[0]

    def occurring(self) -> tuple[int, ...]:
        """Return for which reasons tokens of this text are passed over with these settings."""
        rare = self.kept_words < len(self.corpus.vocabulary)
        sampled = self._windows is not None and self._windows.chance(0) < 1
        return tuple(
            state for state, there in ((SAMPLED, sampled), (RARE, rare), (STOPPED, self.corpus.stop_words)) if there
        )

    def window(self, position: int) -> Window | None:
        """Return the window whose centre stands at a position, as it is trained."""
        # The windows of other settings, which are there until those of the present ones are made, may have it still.
        if self._windows is None or self.id(position) >= self.kept_words:
            return None
        return self._windows.at(position)

    # -- as it stands ---------------------------------------------------------------------------------------------

    def text(self, positions: range) -> str:
        """Return some tokens as they stand in the text, with what stands between them."""
        parts, position = [], positions.start
        while position < positions.stop:
            here = self.paragraphs.at(position)
            stop = min(positions.stop, here.end)
            # What follows the last token of a sentence belongs to what stands between.
            end = here.ends[stop - 1 - here.begin] if stop == positions.stop else len(here.text)
            parts.append(here.text[here.starts[position - here.begin] : end])
            position = stop
        return "".join(parts)

    # -- in words -------------------------------------------------------------------------------------------------

    def id(self, position: int) -> int:
        return int(self.corpus.ids[position])

    def word(self, position: int) -> str:
        """Return a word as the model knows it: in small letters, say, though the text has capitals."""
        return self.corpus.word(self.id(position))

    def count(self, position: int) -> int | None:
        """Return how often a word occurs; None for a stop word, which nobody counts."""
        word = self.id(position)
        return int(self.corpus.vocabulary.counts[word]) if word < len(self.corpus.vocabulary) else None

    def reason(self, position: int) -> str:
        """Say why a token is passed over; nothing for one that is trained."""
        translate = QCoreApplication.translate
        state = self.state(position)
        if state == STOPPED:
            return translate("tokens", "a stop word")
        if state == RARE:
            least = self._config.min_count if self._config is not None else 1
            return translate("tokens", "occurs {count} ×, min. count is {least}").format(
                count=number(self.count(position) or 0), least=number(least)
            )
        if state == SAMPLED:
            return translate("tokens", "left out by subsampling in this epoch: kept with {chance}").format(
                chance=self._chance(position)
            )
        return ""

    def without_window(self, position: int) -> str:
        """Say why there is no window around a token."""
        reason = self.reason(position)
        if reason or self._windows is None:
            return reason
        translate = QCoreApplication.translate
        if self._config is not None and self._config.full_windows_only:
            text = translate("tokens", "no full window: in its sentence there are not {window} words on either side")
            return text.format(window=self._config.window)
        return translate("tokens", "no window: no other word of its sentence is left")

    def line(self, position: int, window: Window | None) -> list[Run]:
        """Write down the window around a token, or why there is none."""
        translate = QCoreApplication.translate
        if window is None:
            shown = Run(one_line(self.word(position), _LONGEST_WORD), "passed")
            why = self.without_window(position)
            return [shown, Run("· " + why)] if why else [shown]
        centre, *context = (
            one_line(self.corpus.word(word), _LONGEST_WORD) for word in (window.centre, *window.context)
        )
        return [
            Run(translate("tokens", "centre")),
            Run(centre, "centre"),
            Run("· " + translate("tokens", "context")),
            Run("  ".join(context), "context"),
        ]

    def rows(self, positions: range) -> Iterator[Sequence[object]]:
        """Yield tokens as a table: how they stand, as which words they are read, and what becomes of them."""
        yield "position", "token", "word", "id", "count", "state"
        states = self.states(positions.start, positions.stop)
        for position, state in zip(positions, states, strict=True):
            token = self.text(range(position, position + 1))
            word, count = self.id(position), self.count(position)
            yield position, token, self.word(position), word, count, STATE_NAMES[state]

    def facts(self, position: int) -> str:
        """Say what is known of a token, line by line."""
        translate = QCoreApplication.translate
        lines = [one_line(self.word(position), _LONGEST_WORD)]
        count = self.count(position)
        if count is not None:
            share = count / max(self.corpus.vocabulary.total, 1)
            lines.append(
                translate("tokens", "occurs {count} × · {share} of all words · rank {rank}").format(
                    count=number(count), share=percent(share), rank=number(self.id(position) + 1)
                )
            )
        reason = self.reason(position)
        if reason:
            lines.append(translate("tokens", "Passed over: {reason}").format(reason=reason))
        elif self._windows is not None:
            chance = self._windows.chance(self.id(position))
            text = translate("tokens", "kept with {chance}") if chance < 1 else translate("tokens", "always kept")
            lines.append(text.format(chance=percent(chance)))
        return "\n".join(lines)

    def _chance(self, position: int) -> str:
        return percent(self._windows.chance(self.id(position)) if self._windows is not None else 0.0)


def percent(share: float) -> str:
    """Return a share as the language writes it, in two or three digits."""
    value = 100 * share
    digits = 0 if value >= 9.95 else 1 if value >= 0.95 else 2
    written = QLocale().toString(value, "f", digits) if value >= 0.005 else "< " + QLocale().toString(0.01, "f", 2)
    return QCoreApplication.translate("tokens", "{number} %").format(number=written)
