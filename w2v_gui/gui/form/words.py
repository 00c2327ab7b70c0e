"""What is said about a setting on screen, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.language import translated
from w2v_gui.gui.text import number
from w2v_gui.gui.widgets.number_field import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from w2v_gui.setting import Setting


def label(setting: Setting) -> str:
    """Return what a setting is called."""
    return translated("settings", setting.label)


def value_text(setting: Setting, value: Any) -> str:
    """Return a value of a setting as it is read: the name of a choice, on or off, a number."""
    for choice in setting.choices:
        if choice.value == value:
            return translated("settings", choice.label)
    if setting.type is bool:
        return QCoreApplication.translate("form", "on") if value else QCoreApplication.translate("form", "off")
    if setting.type is tuple:
        return list_text(value)
    return _number(value)


def list_text(values: Sequence[object]) -> str:
    """Return how many words a list holds."""
    if not values:
        return QCoreApplication.translate("form", "none")
    if len(values) == 1:
        return QCoreApplication.translate("form", "1 word")
    return QCoreApplication.translate("form", "{count} words").format(count=number(len(values)))


def short_names() -> dict[str, str]:
    """Return what those choices are called that have no room for their names, which are in the tooltip then."""
    translate = QCoreApplication.translate
    return {
        "softmax": translate("form", "Softmax", "short"),
        "negative_sampling": translate("form", "Neg. samp.", "short"),
        "hierarchical_softmax": translate("form", "Hier.", "short"),
        "derived": translate("form", "Divided by C", "short"),
        "word2vec": translate("form", "Undivided", "short"),
    }


def explanation(setting: Setting, default: Any) -> str:
    """Return what a setting is, its default, range and unit, and where it comes from: a line each."""
    lines = [translated("settings", setting.help)]
    facts = [QCoreApplication.translate("form", "Default: {value}").format(value=value_text(setting, default))]
    if setting.minimum is not None and setting.maximum is not None:
        facts.append(
            QCoreApplication.translate("form", "from {minimum} to {maximum}").format(
                minimum=_number(setting.minimum), maximum=_number(setting.maximum)
            )
        )
    facts.append(translated("settings", setting.unit))
    lines.append(" · ".join(fact for fact in facts if fact))
    lines.append(translated("settings", setting.source))
    return "\n".join(line for line in lines if line)


def summary(values: Iterable[tuple[Setting, Any]]) -> str:
    """Return some settings and their values, a line each; what is off goes without saying."""
    parts = (
        label(setting) if value is True else f"{label(setting)} {value_text(setting, value)}"
        for setting, value in values
        if value is not False
    )
    return "\n".join(parts)


def _number(value: float) -> str:
    return number(value) if float(value).is_integer() else written(value)
