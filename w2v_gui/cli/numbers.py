"""Numbers given on the command line."""

from __future__ import annotations

from w2v_gui.errors import ConfigError


def whole_number(text: str, name: str, least: int = 1) -> int:
    """Return the value of an option that is a whole number.

    Raises
    ------
    ConfigError
        If it is none, or too small.
    """
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if number < least:
        raise ConfigError(
            "{name} must be a whole number from {least} on, not “{text}”.", name=name, least=least, text=text
        )
    return number
