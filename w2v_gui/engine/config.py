"""Every setting of a training run, declared once: default, range, unit and words.

The form of the window, the options of the command line and the model file are all made from these
declarations. A new setting is one new field of `TrainingConfig`.
"""

from __future__ import annotations

import dataclasses
import math
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_type_hints

from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Choice:
    """One of the values that a setting can take."""

    value: str
    label: str


@dataclass(frozen=True)
class Setting:
    """What is known about one setting; ``label``, ``help`` and ``unit`` are marked for translation.

    Attributes
    ----------
    default : object
        The default, or a function of (model, objective) where the best default depends on them.
    minimum, maximum : float or None
        The limits, both allowed.
    live : bool
        Whether it can be changed while a run goes on.
    applies : callable
        Whether it matters for a (model, objective); a setting that does not is not shown.
    """

    default: Any
    label: str
    help: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[Choice, ...] = ()
    advanced: bool = False
    live: bool = False
    applies: Callable[[str, str], bool] = lambda model, objective: True
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
        if self.type is bool:
            return bool(value)
        number = self._number(value)
        if not (self._low <= number <= self._high):
            raise ConfigError(
                QT_TRANSLATE_NOOP("errors", "{name} must lie between {minimum} and {maximum}, not be {value}."),
                name=self.name,
                minimum=self.minimum,
                maximum=self.maximum,
                value=value,
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


def _setting(default: Any, label: str, help: str, **more: Any) -> Any:
    """Declare a field of `TrainingConfig`; None stands for "the default for this model and output layer"."""
    setting = Setting(default, label, help, **more)
    return dataclasses.field(default=None, metadata={"setting": setting})


def _alpha_default(model: str, objective: str) -> float:
    """Return the rate that scored best in measurements of each combination (gradients differ in scale)."""
    if objective == "softmax":
        return 0.1 if model == "cbow" else 0.05
    if objective == "hierarchical_softmax":
        return 0.05 if model == "cbow" else 0.03
    return 0.05 if model == "cbow" else 0.025


@dataclass(frozen=True, kw_only=True)
class TrainingConfig:
    """The settings of one training run: frozen, complete and checked.

    A field left out, or None, takes its default for the chosen model and output layer.

    Raises
    ------
    ConfigError
        If a value is out of its range or not a number, or two settings do not go together.
    """

    model: str = _setting(
        "skipgram",
        QT_TRANSLATE_NOOP("settings", "Model"),
        QT_TRANSLATE_NOOP(
            "settings",
            "CBOW predicts the centre word from the mean of its context; skip-gram predicts each context word "
            "from the centre word.",
        ),
        choices=(
            Choice("cbow", QT_TRANSLATE_NOOP("settings", "CBOW")),
            Choice("skipgram", QT_TRANSLATE_NOOP("settings", "Skip-gram")),
        ),
    )
    objective: str = _setting(
        "negative_sampling",
        QT_TRANSLATE_NOOP("settings", "Output layer"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Softmax is the derivation's: exact, and slow for large vocabularies. Negative sampling and "
            "hierarchical softmax touch only a few rows of W′ a step.",
        ),
        choices=(
            Choice("softmax", QT_TRANSLATE_NOOP("settings", "Softmax")),
            Choice("negative_sampling", QT_TRANSLATE_NOOP("settings", "Negative sampling")),
            Choice("hierarchical_softmax", QT_TRANSLATE_NOOP("settings", "Hierarchical softmax")),
        ),
    )
    vector_size: int = _setting(
        100,
        QT_TRANSLATE_NOOP("settings", "Dimensions N"),
        QT_TRANSLATE_NOOP("settings", "Length of a word vector: the number of hidden nodes."),
        minimum=1,
        maximum=4096,
    )
    window: int = _setting(
        5,
        QT_TRANSLATE_NOOP("settings", "Window"),
        QT_TRANSLATE_NOOP(
            "settings",
            "How many words on either side of the centre count as its context. The derivation's “window 3” "
            "is the whole span, one word on either side: 1 here.",
        ),
        unit=QT_TRANSLATE_NOOP("settings", "words on either side"),
        minimum=1,
        maximum=100,
    )
    full_windows_only: bool = _setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Full windows only"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Only centres with a full window on both sides, never shrunk: the derivation's tables. Otherwise the "
            "reach is drawn anew for every centre, and windows at the ends of a sentence are partial.",
        ),
        advanced=True,
    )
    min_count: int = _setting(
        5,
        QT_TRANSLATE_NOOP("settings", "Min. count"),
        QT_TRANSLATE_NOOP("settings", "Words that occur less often than this are passed over."),
        unit=QT_TRANSLATE_NOOP("settings", "occurrences"),
        minimum=1,
        maximum=1_000_000_000,
    )
    sample: float = _setting(
        1e-3,
        QT_TRANSLATE_NOOP("settings", "Subsampling"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Occurrences of words more frequent than this share of the text are thinned out at random; 0 keeps all.",
        ),
        unit=QT_TRANSLATE_NOOP("settings", "share of the text"),
        minimum=0.0,
        maximum=1.0,
        advanced=True,
    )
    negative: int = _setting(
        5,
        QT_TRANSLATE_NOOP("settings", "Negatives k"),
        QT_TRANSLATE_NOOP("settings", "How many noise words are drawn for each target."),
        minimum=1,
        maximum=100,
        applies=lambda model, objective: objective == "negative_sampling",
    )
    ns_exponent: float = _setting(
        0.75,
        QT_TRANSLATE_NOOP("settings", "Noise exponent"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Noise words are drawn in proportion to count to this power: 1 follows the text, 0 treats all words alike.",
        ),
        minimum=-2.0,
        maximum=2.0,
        advanced=True,
        applies=lambda model, objective: objective == "negative_sampling",
    )
    alpha: float = _setting(
        _alpha_default,
        QT_TRANSLATE_NOOP("settings", "Rate α"),
        QT_TRANSLATE_NOOP("settings", "Learning rate at the start; it falls in a straight line to its minimum."),
        minimum=1e-6,
        maximum=10.0,
        live=True,
    )
    min_alpha: float = _setting(
        1e-4,
        QT_TRANSLATE_NOOP("settings", "Rate at the end"),
        QT_TRANSLATE_NOOP("settings", "Learning rate at the end of the last epoch."),
        minimum=0.0,
        maximum=10.0,
        advanced=True,
    )
    epochs: int = _setting(
        5,
        QT_TRANSLATE_NOOP("settings", "Epochs"),
        QT_TRANSLATE_NOOP("settings", "How many times the whole text is read."),
        minimum=1,
        maximum=100_000,
        live=True,
    )
    batch_size: int = _setting(
        32,
        QT_TRANSLATE_NOOP("settings", "Batch size"),
        QT_TRANSLATE_NOOP(
            "settings",
            "How many windows share one update of the softmax layer. 1 is the derivation's exact online "
            "gradient descent; a few hundred is much faster, but wants a lower rate where the vocabulary is small.",
        ),
        unit=QT_TRANSLATE_NOOP("settings", "windows"),
        minimum=1,
        maximum=8192,
        advanced=True,
        applies=lambda model, objective: objective == "softmax",
    )
    threads: int = _setting(
        lambda model, objective: min(os.cpu_count() or 1, 64),
        QT_TRANSLATE_NOOP("settings", "Threads"),
        QT_TRANSLATE_NOOP(
            "settings",
            "How many cores train at once. One thread and the same seed give the same bytes every time; more "
            "threads are faster and differ a little from run to run.",
        ),
        minimum=1,
        maximum=64,
    )
    seed: int = _setting(
        1,
        QT_TRANSLATE_NOOP("settings", "Seed"),
        QT_TRANSLATE_NOOP("settings", "Where the random numbers start."),
        minimum=0,
        maximum=2**31 - 1,
    )
    cbow_gradient: str = _setting(
        lambda model, objective: "derived" if objective == "softmax" else "word2vec",
        QT_TRANSLATE_NOOP("settings", "CBOW error"),
        QT_TRANSLATE_NOOP(
            "settings",
            "The derivation divides the error by the number of context words C: the true gradient of a mean. "
            "word2vec and gensim add it undivided to every context word, which acts like a larger rate.",
        ),
        choices=(
            Choice("derived", QT_TRANSLATE_NOOP("settings", "Divided by C (derived)")),
            Choice("word2vec", QT_TRANSLATE_NOOP("settings", "Undivided (word2vec)")),
        ),
        advanced=True,
        applies=lambda model, objective: model == "cbow",
    )

    def __post_init__(self) -> None:
        for setting in SETTINGS.values():
            value = getattr(self, setting.name)
            if value is None:
                value = setting.default_for(self.model, self.objective)
            object.__setattr__(self, setting.name, setting.check(value))
        if self.min_alpha > self.alpha:
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The rate at the end, {min_alpha}, is above the rate at the start, {alpha}. Lower min_alpha "
                    "or raise alpha.",
                ),
                min_alpha=self.min_alpha,
                alpha=self.alpha,
            )

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> TrainingConfig:
        """Make a config from the named values; names it does not know are an error.

        Raises
        ------
        ConfigError
            If a name is unknown, or a value is not allowed.
        """
        unknown = sorted(set(values) - set(SETTINGS))
        if unknown:
            raise ConfigError(QT_TRANSLATE_NOOP("errors", "There is no setting called “{name}”."), name=unknown[0])
        return cls(**values)

    def to_dict(self) -> dict[str, Any]:
        """Return all settings as plain values, for a file."""
        return dataclasses.asdict(self)

    def changed(self, **changes: Any) -> TrainingConfig:
        """Return a copy with some settings changed."""
        return dataclasses.replace(self, **changes)


def _collect() -> dict[str, Setting]:
    types = get_type_hints(TrainingConfig)
    return {
        field.name: dataclasses.replace(field.metadata["setting"], name=field.name, type=types[field.name])
        for field in dataclasses.fields(TrainingConfig)
    }


SETTINGS: dict[str, Setting] = _collect()
"""Every setting by name, in the order in which forms and help pages show them."""
