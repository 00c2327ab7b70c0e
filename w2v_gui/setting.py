"""What is known about a single setting: its words, its limits, and whether a value is one of its own."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_origin, get_type_hints

from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Choice:
    """One of the values that a setting can take."""

    value: str
    label: str


@dataclass(frozen=True)
class Setting:
    """What is known about one setting; ``label``, ``help``, ``source`` and ``unit`` are marked for translation.

    Attributes
    ----------
    default : object
        The default, or a function of (model, objective) where the best default of a training depends on them.
    source : str
        The equation or the paper that it comes from; empty where there is nothing to tell.
    minimum, maximum : float or None
        The limits, both allowed.
    step : float or None
        How far it is to the next value worth trying; None where such values grow like 1, 2, 5, 10.
    live : bool
        Whether it can be changed while a run goes on.
    applies : callable
        Whether it matters beside what decides about it: the (model, objective) of a training, the
        (language, segmenter) of a text. A setting that does not is not shown.
    type : type
        What its values are: ``str`` where there are `choices`, ``bool``, ``int``, ``float``, or ``tuple``: a list.
    """

    default: Any
    label: str
    help: str
    source: str = ""
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    choices: tuple[Choice, ...] = ()
    advanced: bool = False
    live: bool = False
    applies: Callable[[str, str], bool] = lambda *chosen: True
    name: str = ""
    type: type = str

    def default_for(self, model: str, objective: str) -> Any:
        """Return the default for a model and an output layer."""
        return self.default(model, objective) if callable(self.default) else self.default

    def check(self, value: Any) -> Any:
        """Return ``value`` in the setting's own type, or raise `ConfigError` if it is not allowed."""
        if self.choices:
            allowed = [choice.value for choice in self.choices]
            if value not in allowed:
                raise ConfigError(
                    QT_TRANSLATE_NOOP("errors", "{name} is one of {allowed}, not “{value}”."),
                    name=self.name,
                    allowed=", ".join(allowed),
                    value=value,
                )
            return value
        if self.type in (bool, tuple):
            return self.type(value)
        number = self._number(value)
        if not (self._low <= number <= self._high):
            raise ConfigError(
                QT_TRANSLATE_NOOP("errors", "{name} must lie between {minimum} and {maximum}, not be {value}."),
                name=self.name,
                minimum=self.minimum,
                maximum=self.maximum,
                value=number,
            )
        return number

    def _number(self, value: Any) -> float | int:
        try:
            number = float(value)
            if self.type is float or not math.isfinite(number):
                return number
            if number == int(value):
                return int(value)
        except (TypeError, ValueError, OverflowError):
            pass
        if self.type is float:
            raise ConfigError(
                QT_TRANSLATE_NOOP("errors", "{name} must be a number, not “{value}”."), name=self.name, value=value
            )
        raise ConfigError(
            QT_TRANSLATE_NOOP("errors", "{name} must be a whole number, not “{value}”."), name=self.name, value=value
        )

    @property
    def _low(self) -> float:
        return -math.inf if self.minimum is None else self.minimum

    @property
    def _high(self) -> float:
        return math.inf if self.maximum is None else self.maximum


def setting(default: Any, label: str, help: str, **more: Any) -> Any:
    """Declare a field of a dataclass: a `Setting`, and its default the field's own."""
    return dataclasses.field(default=default, metadata={"setting": Setting(default, label, help, **more)})


def declared(kind: type) -> dict[str, Setting]:
    """Return the settings that the fields of a dataclass declare in their metadata, by name and in their order."""
    types = get_type_hints(kind)
    return {
        field.name: dataclasses.replace(
            field.metadata["setting"], name=field.name, type=get_origin(types[field.name]) or types[field.name]
        )
        for field in dataclasses.fields(kind)
    }
