"""Every setting of a training run, declared once: default, range, unit and words.

The form of the window, the options of the command line and the model file are all made from these
declarations. A new setting is one new field of `TrainingConfig`.
"""

from __future__ import annotations

import dataclasses
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from w2v_gui.corpus.window_rules import WindowRules
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError
from w2v_gui.setting import Choice, Setting, declared

if TYPE_CHECKING:
    from collections.abc import Mapping


def _setting(default: Any, label: str, help: str, **more: Any) -> Any:
    """Declare a field of `TrainingConfig`; None stands for "the default for this model and output layer"."""
    setting = Setting(default, label, help, **more)
    return dataclasses.field(default=None, metadata={"setting": setting})


def _alpha_default(model: str, objective: str) -> float:
    """Return the rate that scored best in measurements of each combination (gradients differ in scale)."""
    if objective == "softmax":
        return 0.1 if model == "cbow" else 0.05
    if objective == "hierarchical_softmax":
        return 0.04 if model == "cbow" else 0.03
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
        source=QT_TRANSLATE_NOOP(
            "settings",
            "h is the mean of the context's rows of W, equation (19), or the centre's row, (1). Mikolov et "
            "al. 2013, arXiv:1301.3781.",
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
        source=QT_TRANSLATE_NOOP(
            "settings",
            "Softmax: equations (3) and (7). Hierarchical softmax: Morin and Bengio 2005. Negative sampling: "
            "Mikolov et al. 2013, arXiv:1310.4546.",
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
        source=QT_TRANSLATE_NOOP("settings", "W has V rows of N numbers, and so has W′, written row by row."),
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
        source=QT_TRANSLATE_NOOP("settings", "Counted as word2vec.c and gensim do."),
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
        source=QT_TRANSLATE_NOOP("settings", "In word2vec.c the reach is uniform from 1 to the window."),
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
        source=QT_TRANSLATE_NOOP(
            "settings",
            "A word that occurs n times among T is kept with probability (√(n/(t·T)) + 1)·t·T/n, as in word2vec.c.",
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
        source=QT_TRANSLATE_NOOP(
            "settings",
            "Loss: −ln σ(u) of the target − Σ ln σ(−u) of the noise. 5 to 20 for small texts, 2 to 5 for "
            "large ones: Mikolov et al. 2013, arXiv:1310.4546.",
        ),
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
        source=QT_TRANSLATE_NOOP("settings", "¾ did best in Mikolov et al. 2013, arXiv:1310.4546."),
        minimum=-2.0,
        maximum=2.0,
        step=0.25,
        advanced=True,
        applies=lambda model, objective: objective == "negative_sampling",
    )
    alpha: float = _setting(
        _alpha_default,
        QT_TRANSLATE_NOOP("settings", "Rate α"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Learning rate at the start; it falls in a straight line to the rate at the end. Where both are the same, "
            "it stays the same.",
        ),
        source=QT_TRANSLATE_NOOP("settings", "Every weight moves by −α·∂E/∂w: η in equations (13) and (18)."),
        minimum=1e-6,
        maximum=10.0,
        live=True,
    )
    min_alpha: float = _setting(
        1e-4,
        QT_TRANSLATE_NOOP("settings", "Rate at the end"),
        QT_TRANSLATE_NOOP("settings", "Learning rate at the end of the last epoch."),
        source=QT_TRANSLATE_NOOP(
            "settings", "Where it equals α, the rate stays the same throughout: the derivation's η."
        ),
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
        source=QT_TRANSLATE_NOOP("settings", "The update of equations (13) and (18), summed over the batch."),
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
        source=QT_TRANSLATE_NOOP(
            "settings",
            "They update the same weights without waiting for each other: Niu et al. 2011, arXiv:1106.5730.",
        ),
        minimum=1,
        maximum=64,
    )
    seed: int = _setting(
        1,
        QT_TRANSLATE_NOOP("settings", "Seed"),
        QT_TRANSLATE_NOOP("settings", "Where the random numbers start."),
        source=QT_TRANSLATE_NOOP("settings", "W starts uniform between −0.5/N and 0.5/N, W′ at 0, as in word2vec.c."),
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
        source=QT_TRANSLATE_NOOP("settings", "After equation (20): each row of the context moves by −(α/C)·EH."),
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
                    "The rate at the end (min_alpha), {min_alpha}, is above the rate at the start (alpha), {alpha}. "
                    "Lower the one or raise the other.",
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

    def window_rules(self, epoch: int = 0) -> WindowRules:
        """Return what decides which windows there are in an epoch, from 0."""
        return WindowRules(
            window=self.window,
            full_windows_only=self.full_windows_only,
            min_count=self.min_count,
            sample=self.sample,
            seed=self.seed,
            epoch=epoch,
        )

    def changed(self, **changes: Any) -> TrainingConfig:
        """Return a copy with some settings changed; a rate that stays the same throughout goes on doing so."""
        if "alpha" in changes and self.constant_rate:
            changes.setdefault("min_alpha", changes["alpha"])
        return dataclasses.replace(self, **changes)

    def changed_live(self, epochs_begun: int, **changes: Any) -> TrainingConfig:
        """Return a copy with some settings changed during a run.

        Raises
        ------
        ConfigError
            If more epochs than asked for have begun already, or a value is not allowed.
        """
        config = self.changed(**changes)
        if config.epochs < epochs_begun:
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Epoch {epoch} has begun already: epochs cannot be lowered to {epochs}. Stop the run instead.",
                ),
                epoch=epochs_begun,
                epochs=config.epochs,
            )
        return config

    @property
    def constant_rate(self) -> bool:
        """Whether the learning rate does not fall, as in the derivation."""
        return self.min_alpha == self.alpha


SETTINGS: dict[str, Setting] = declared(TrainingConfig)
"""Every setting by name, in the order in which forms and help pages show them."""
