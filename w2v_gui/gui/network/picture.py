"""A step as far as the walk has come, for whoever draws it and is asked about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from w2v_gui.gui.network.describing import describe
from w2v_gui.gui.network.sums import explain

if TYPE_CHECKING:
    from w2v_gui.gui.network.diagram import Diagram, Key, Room
    from w2v_gui.gui.network.sums import Line
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene


@dataclass(frozen=True, eq=False)
class Picture:
    """A scene at a stage."""

    scene: Scene
    stage: Stage

    def diagram(self, room: Room, kept: Key | None = None) -> Diagram:
        """Return what is drawn where there is so much room; a node that is ``kept`` should be there."""
        return describe(self.scene, self.stage, room, kept)

    def sums(self, key: Key, lines: int) -> list[Line]:
        """Return where the number in a node comes from, in about so many lines."""
        return explain(self.scene, self.stage, key, lines)
