"""From N dimensions to a map of two or three: a module a method, and the registry of them.

A new method is a new module and a line in `LAYOUTS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.setting import Setting, declared
from w2v_gui.vectors.layouts import pca, tsne, umap
from w2v_gui.vectors.layouts.frame import LayoutFrame, LayoutWish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.vectors.layouts.work import Work

__all__ = ["LAYOUTS", "PHASES", "Layout", "LayoutFrame", "LayoutWish", "checked"]


@dataclass(frozen=True)
class Layout:
    """A method that lays words onto a map.

    Attributes
    ----------
    key : str
    label : str
        What it is called, marked for translation in the context ``"layouts"``.
    settings : mapping
        Its settings by name, in the order in which a form shows them.
    prompt : bool
        Whether the map is there at once. Others are made in a process of their own, by `run`.
    live : bool
        Whether it is seen while it is made, and can be paused and changed meanwhile.
    fewest : int
        Of fewer words it makes nothing, and their principal components stand for it.
    run : callable or None
        Called with rows of length 1, where they lie at first, the seed and a `Work`.
    available : callable
        Whether what it needs is installed.
    """

    key: str
    label: str
    settings: Mapping[str, Setting]
    prompt: bool = False
    live: bool = False
    fewest: int = 0
    run: Callable[[NDArray[np.float32], NDArray[np.float32], int, Work], None] | None = None
    available: Callable[[], bool] = lambda: True


LAYOUTS: dict[str, Layout] = {
    layout.key: layout
    for layout in (
        Layout("pca", QT_TRANSLATE_NOOP("layouts", "PCA"), declared(pca.PcaSettings), prompt=True),
        Layout(
            "tsne",
            QT_TRANSLATE_NOOP("layouts", "t-SNE"),
            declared(tsne.TsneSettings),
            live=True,
            fewest=tsne.FEWEST,
            run=tsne.run,
        ),
        Layout(
            "umap",
            QT_TRANSLATE_NOOP("layouts", "UMAP"),
            declared(umap.UmapSettings),
            fewest=umap.FEWEST,
            run=umap.run,
            available=umap.available,
        ),
    )
}
"""Every method by its key, in the order in which they are offered."""

PHASES: dict[str, str] = {
    "starting": QT_TRANSLATE_NOOP("layouts", "Starting"),
    "loading": QT_TRANSLATE_NOOP("layouts", "Loading the method"),
    "components": QT_TRANSLATE_NOOP("layouts", "Finding principal components"),
    "neighbours": QT_TRANSLATE_NOOP("layouts", "Finding neighbours"),
    "similarities": QT_TRANSLATE_NOOP("layouts", "Computing similarities"),
    "arranging": QT_TRANSLATE_NOOP("layouts", "Arranging words"),
}
"""What is done before words can be seen to move, and what to call it on screen."""


def checked(wish: LayoutWish) -> dict[str, Any]:
    """Return every setting of the method that a wish names: its own values, else the defaults.

    Raises
    ------
    ConfigError
        If a value is not allowed.
    """
    return {
        name: setting.check(wish.values.get(name, setting.default))
        for name, setting in LAYOUTS[wish.method].settings.items()
    }
