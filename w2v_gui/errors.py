"""Problems a user can act on: each one a sentence that says what is wrong and what to do."""

from __future__ import annotations

from numbers import Integral, Real
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for translation and return it unchanged.

    The layers below the window know no Qt, but their sentences appear in it. Qt's ``lupdate`` collects
    the strings by this very name; the window translates them when it shows them.
    """
    return text


def written(value: object) -> str:
    """Return a value as a sentence shows it: of numbers, thousands are marked and no digits stand for nothing.

    The marks are commas: so do both languages of the window. Very small numbers are written like 1e-6.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        return str(value)
    if isinstance(value, Integral):
        return f"{int(value):,}"
    number = float(value)
    return f"{number:,.0f}" if number.is_integer() and abs(number) < 1e15 else f"{number:g}".replace("e-0", "e-")


def written_size(count: float) -> str:
    """Return a number of bytes: 812.0 kB, 4.9 MB."""
    for limit, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if count >= limit:
            return f"{count / limit:.1f} {unit}"
    return f"{count:.0f} B"


class _Sentences(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        """Show a value in the form its field asks for, or else as `written` does."""
        return format(value, format_spec) if format_spec else written(value)


def fill_in(template: str, values: Mapping[str, object]) -> str:
    """Return a sentence with its named fields filled in.

    Raises
    ------
    KeyError, ValueError
        If a field has no value, or the template is none.
    """
    return _Sentences().vformat(template, (), values)


class UserError(Exception):
    """A problem the user can act on.

    Parameters
    ----------
    template : str
        An English sentence, marked with `QT_TRANSLATE_NOOP` in the context ``"errors"``, with named fields.
    **values
        The fields' values. Kept apart from the template so that the window can translate the sentence.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(fill_in(template, values))


class CorpusError(UserError):
    """The text cannot be read, or holds nothing to learn from."""


class ConfigError(UserError):
    """A setting is out of its range, or two settings do not go together."""


class DivergenceError(UserError):
    """Training ran away: values became infinite or far too large. The last good state has been kept."""


class FormatError(UserError):
    """A file of vectors or a model cannot be read as what it claims to be."""


class SaveError(UserError):
    """A file could not be written; what was there before is still there."""


class UnknownWordError(UserError):
    """A word asked for is not in the vocabulary."""


class QueryError(UserError):
    """A question put to the vectors cannot be read, or has no answer."""


class Cancelled(Exception):
    """A long job has been stopped because the user asked for it: nothing is wrong."""
