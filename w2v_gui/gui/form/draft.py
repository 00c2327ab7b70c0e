"""What stands in the form: entered, and not yet checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.engine.presets import PRESETS
from w2v_gui.errors import ConfigError
from w2v_gui.gui.widgets.number_field import parsed

if TYPE_CHECKING:
    from collections.abc import Mapping


class Draft:
    """Values by name, and text that was typed where a number is asked for; what is not there is at its default.

    Parameters
    ----------
    entered : mapping
    """

    def __init__(self, entered: Mapping[str, Any]) -> None:
        self._entered = dict(entered)

    @classmethod
    def of(cls, config: TrainingConfig) -> Draft:
        """Return a draft of a config; what is at its default counts as not entered."""
        kind = config.model, config.objective
        return cls({n: v for n, v in config.to_dict().items() if v != SETTINGS[n].default_for(*kind)})

    @property
    def kind(self) -> tuple[str, str]:
        """The model and the output layer."""
        model, objective = (self._entered.get(name, SETTINGS[name].default) for name in ("model", "objective"))
        return model, objective

    @property
    def shown(self) -> list[str]:
        """The settings that matter for them."""
        return [name for name, setting in SETTINGS.items() if setting.applies(*self.kind)]

    @property
    def preset(self) -> str:
        """The name of the preset that it differs from in nothing; empty if there is none."""
        try:
            config = self.config()
        except ConfigError:
            return ""
        return next((name for name, preset in PRESETS.items() if preset.describes(config)), "")

    def config(self) -> TrainingConfig:
        """Return it as a config.

        Raises
        ------
        ConfigError
            If something is not allowed.
        """
        return TrainingConfig(**{name: self.value(name) for name in self._entered})

    def value(self, name: str) -> Any:
        """Return a number where there is one, the text where it is none, or the default."""
        value = self._entered.get(name, self.default(name))
        return parsed(value) if isinstance(value, str) and not SETTINGS[name].choices else value

    def default(self, name: str) -> Any:
        return SETTINGS[name].default_for(*self.kind)

    def problems(self) -> dict[str, ConfigError]:
        """Return what is wrong with each single setting that is shown, by name."""
        found = {}
        for name in self.shown:
            try:
                SETTINGS[name].check(self.value(name))
            except ConfigError as error:
                found[name] = error
        return found

    def enter(self, name: str, value: Any) -> None:
        """Take what the user entered for a setting; nothing at all means the default."""
        preset, constant = self.preset, self._rate_is_constant
        if isinstance(value, str) and not value.strip():
            self._entered.pop(name, None)
        else:
            self._entered[name] = value
        if name == "model" and preset:
            # It says something else for the other model.
            self.apply(preset)
        if name == "alpha" and constant:
            # A rate that does not fall goes on not falling.
            self._entered["min_alpha"] = self.value("alpha")

    def apply(self, preset: str) -> None:
        """Take what a preset says for the model."""
        model, _ = self.kind
        self._entered |= PRESETS[preset].values(model)

    @property
    def _rate_is_constant(self) -> bool:
        # Only where it was meant: the least rate by default may be met by chance, while another is typed.
        return "min_alpha" in self._entered and self.value("min_alpha") == self.value("alpha")
