"""A formula as a line of text: for whoever cannot see it, and for where it cannot be drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|[{}^_]|[^\\{}^_\s]|\s+")

_SIGNS = {
    r"\partial": "∂",
    r"\coloneqq": " := ",
    r"\eta": "η",
    r"\sigma": "σ",
    r"\sum": "Σ",
    r"\prod": "Π",
    r"\cdot": "·",
    r"\cdots": "…",
    r"\ldots": "…",
    r"\otimes": " ⊗ ",
    r"\neq": " ≠ ",
    r"\in": " ∈ ",
    r"\mid": " | ",
    r"\sim": " ∼ ",
    r"\pm": "±",
    r"\longrightarrow": " → ",
    r"\log": " log ",
    r"\exp": " exp",
    r"\{": "{",
    r"\}": "}",
    r"\,": " ",
    r"\;": " ",
    r"\quad": "  ",
    "-": " − ",
    "=": " = ",
    "+": " + ",
    "'": "′",
}
_SILENT = {r"\mathbf", r"\mathrm", r"\left", r"\right"}


def reading(latex: str) -> str:
    """Return a formula as one line: ``∂E/∂u_j = y_j − t_j := e_j``."""
    text = re.sub(r"\s+", " ", _Reader(latex).rest()).strip()
    return text.replace("( ", "(").replace("( − ", "(−").replace("= − ", "= −")


class _Reader:
    def __init__(self, latex: str) -> None:
        self._tokens: Iterator[str] = iter(_TOKEN.findall(latex))

    def rest(self) -> str:
        """Return what comes up to the end of the group."""
        parts = []
        for token in self._tokens:
            if token == "}":
                break
            parts.append(self._read(token))
        return "".join(parts)

    def _read(self, token: str) -> str:
        if token == "{":
            return self.rest()
        if token == r"\textcolor":
            self._argument()
            return self._argument()
        if token == r"\frac":
            above, below = self._argument(), self._argument()
            return f"{_grouped(above)}/{_grouped(below)}"
        if token in "^_":
            script = self._argument()
            return script if script == "′" else f"{token}{_braced(script)}"
        if token in _SILENT or token.isspace():
            return ""
        return _SIGNS.get(token, token)

    def _argument(self) -> str:
        return self._read(next(self._tokens, "")).strip()


def _grouped(text: str) -> str:
    return f"({text})" if re.search(r"[ +(]", text) else text


def _braced(text: str) -> str:
    return text if len(text) <= 1 else f"{{{text}}}"
