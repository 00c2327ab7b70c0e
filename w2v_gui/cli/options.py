"""Command-line options made from the declared settings, so that there is one place to change them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.engine.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        group = advanced if setting.advanced else usual
        if setting.type is bool:
            group.add_argument(
                _option(setting.name),
                action=argparse.BooleanOptionalAction,
                default=argparse.SUPPRESS,
                help=describe(setting),
            )
        else:
            group.add_argument(
                _option(setting.name),
                default=argparse.SUPPRESS,
                metavar=_metavar(setting),
                help=describe(setting).replace("%", "%%"),
            )


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


def describe(setting: Setting) -> str:
    """Return help, unit, range and default of a setting."""
    facts = [setting.unit] if setting.unit else []
    if setting.minimum is not None and setting.maximum is not None:
        facts.append(f"{_written(setting.minimum)} to {_written(setting.maximum)}")
    facts += [f"{only} only" for only in _only(setting)]
    facts.append(f"default {_defaults(setting)}")
    return f"{setting.help} ({'; '.join(facts)})"


def _only(setting: Setting) -> list[str]:
    """Return the models and output layers that a setting is limited to."""
    models, objectives = _combinations()
    limits = (
        [model for model in models if any(setting.applies(model, objective) for objective in objectives)],
        [objective for objective in objectives if any(setting.applies(model, objective) for model in models)],
    )
    return [" or ".join(limit) for limit, all_ in zip(limits, (models, objectives), strict=True) if limit != all_]


def _combinations() -> tuple[list[str], list[str]]:
    return (
        [choice.value for choice in SETTINGS["model"].choices],
        [choice.value for choice in SETTINGS["objective"].choices],
    )


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _metavar(setting: Setting) -> str:
    return "{" + ",".join(choice.value for choice in setting.choices) + "}" if setting.choices else "N"


def _defaults(setting: Setting) -> str:
    """Say what the default is, and for what, where it depends on model and output layer."""
    models, objectives = _combinations()
    by_value: dict[str, dict[str, list[str]]] = {}
    for model in models:
        for objective in objectives:
            if setting.applies(model, objective):
                value = _written(setting.default_for(model, objective))
                by_value.setdefault(value, {}).setdefault(model, []).append(objective)
    if len(by_value) == 1:
        return next(iter(by_value))
    cases = []
    for value, where in by_value.items():
        for model, layers in where.items():
            whole = len(layers) == sum(setting.applies(model, objective) for objective in objectives)
            cases.append(f"{value} for {model}" + ("" if whole else f" with {' or '.join(layers)}"))
    return ", ".join(cases)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
