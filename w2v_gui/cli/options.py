"""Command-line options made from the declared settings, so that there is one place to change them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from w2v_gui.corpus.tokenizers import OPTIONS, TokenizerOptions
from w2v_gui.corpus.word_lists import read_dictionary, read_stop_words
from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.engine.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from w2v_gui.setting import Setting


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add an option for every training setting; those not given are absent from the parsed arguments."""
    usual = parser.add_argument_group("settings")
    advanced = parser.add_argument_group("advanced settings")
    usual.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        help=" ".join(f"{name} – {preset.help}" for name, preset in PRESETS.items())
        + " What other options say comes first.",
    )
    for setting in SETTINGS.values():
        _add(advanced if setting.advanced else usual, setting, describe(setting, "model", "objective"))


def add_text_options(group: argparse._ArgumentGroup) -> None:
    """Add an option for all that says what counts as a word; those not given are absent from the parsed arguments."""
    for setting in OPTIONS.values():
        _add(group, setting, describe(setting, "language", "segmenter"))


def _add(group: argparse._ArgumentGroup, setting: Setting, help: str) -> None:
    option: dict[str, Any] = {"default": argparse.SUPPRESS, "help": help.replace("%", "%%")}
    if setting.type is bool:
        group.add_argument(_option(setting.name), action=argparse.BooleanOptionalAction, **option)
    else:
        group.add_argument(_option(setting.name), metavar=_metavar(setting), **option)


def text_options(arguments: argparse.Namespace) -> TokenizerOptions:
    """Return what stands on the command line about words, with the lists that it names.

    Raises
    ------
    ConfigError, CorpusError
        If a value is not allowed, or a list cannot be read.
    """
    given: dict[str, Any] = {name: getattr(arguments, name) for name in OPTIONS if hasattr(arguments, name)}
    lists = {name: read(given[name]) for name, read in _LISTS.items() if name in given}
    return TokenizerOptions(**{**given, **lists})


_LISTS: dict[str, Callable[[str], tuple[Any, ...]]] = {
    "user_dictionary": read_dictionary,
    "stop_words": read_stop_words,
}


def text_without_effect(arguments: argparse.Namespace, language: str, segmenter: str) -> list[str]:
    """Return the options that were given but mean nothing to a text in this language."""
    return [
        _option(name)
        for name, setting in OPTIONS.items()
        if hasattr(arguments, name) and not setting.applies(language, segmenter)
    ]


def text_files(arguments: argparse.Namespace) -> list[str]:
    """Return the files of words that the command line names."""
    return [getattr(arguments, name) for name in _LISTS if hasattr(arguments, name)]


def given_settings(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the settings that stand on the command line, unchecked, and those of the preset that is named there.

    Raises
    ------
    ConfigError
        If a preset is named and a setting is not allowed.
    """
    given = {name: getattr(arguments, name) for name in SETTINGS if hasattr(arguments, name)}
    if arguments.preset is None:
        return given
    model = given.get("model", SETTINGS["model"].default_for("", ""))
    values = PRESETS[arguments.preset].values(model)
    config = TrainingConfig(model=model, **values).changed(**given)
    kept = [name for name in values if SETTINGS[name].applies(config.model, config.objective)]
    return {name: getattr(config, name) for name in (*kept, *given)}


def without_effect(config: TrainingConfig, given: Mapping[str, Any]) -> list[str]:
    """Return the options that were given but mean nothing to the chosen model and output layer."""
    return [_option(name) for name in given if not SETTINGS[name].applies(config.model, config.objective)]


def describe(setting: Setting, *kind: str) -> str:
    """Return help, unit, range and default of a setting.

    Parameters
    ----------
    setting : Setting
        The setting.
    *kind : str
        The names of the two settings that decide whether it matters.
    """
    deciding = [[choice.value for choice in (SETTINGS | OPTIONS)[name].choices] for name in kind]
    facts = [setting.unit] if setting.unit else []
    if setting.minimum is not None and setting.maximum is not None:
        facts.append(f"{_written(setting.minimum)} to {_written(setting.maximum)}")
    facts += [f"{only} only" for only in _only(setting, *deciding)]
    facts.append(f"default {_defaults(setting, *deciding)}")
    return f"{setting.help} ({'; '.join(facts)})"


def _only(setting: Setting, firsts: list[str], seconds: list[str]) -> list[str]:
    """Return the choices of the two deciding settings that a setting is limited to."""
    limits = (
        [first for first in firsts if any(setting.applies(first, second) for second in seconds)],
        [second for second in seconds if any(setting.applies(first, second) for first in firsts)],
    )
    return [" or ".join(limit) for limit, all_ in zip(limits, (firsts, seconds), strict=True) if limit != all_]


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _metavar(setting: Setting) -> str:
    if setting.choices:
        return "{" + ",".join(choice.value for choice in setting.choices) + "}"
    return "FILE" if setting.type is tuple else "N"


def _defaults(setting: Setting, firsts: list[str], seconds: list[str]) -> str:
    """Say what the default is, and for what, where it depends on the two deciding settings."""
    by_value: dict[str, dict[str, list[str]]] = {}
    for first in firsts:
        for second in seconds:
            if setting.applies(first, second):
                value = _written(setting.default_for(first, second))
                by_value.setdefault(value, {}).setdefault(first, []).append(second)
    if len(by_value) == 1:
        return next(iter(by_value))
    cases = []
    for value, where in by_value.items():
        for first, those in where.items():
            whole = len(those) == sum(setting.applies(first, second) for second in seconds)
            cases.append(f"{value} for {first}" + ("" if whole else f" with {' or '.join(those)}"))
    return ", ".join(cases)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)
