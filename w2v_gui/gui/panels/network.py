"""The network at one pair, as far as the walk has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.network.diagram import Layer
from w2v_gui.gui.network.picture import Picture
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.network_view import NetworkView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene


class NetworkPanel(Card):
    """Input, hidden and output nodes with their values, the weights between them, and the errors."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._stage: Stage | None = None
        self.view = NetworkView()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self.view)
        self.show_body(False)
        self.retranslate()

    def show_scene(self, scene: Scene) -> None:
        """Show another pair, or the same one with other weights."""
        self._scene = scene
        self._show()

    def show_stage(self, stage: Stage) -> None:
        """Show what is known at a stage of the walk, and light what it is about."""
        self._stage = stage
        self._show()

    def apply_palette(self, palette: Palette) -> None:
        self.view.apply_palette(palette)

    @property
    def pointed_words(self) -> Sequence[str]:
        scene, key = self._scene, self.view.pointed
        if scene is None or key is None:
            return ()
        of_words = {Layer.INPUT, Layer.LEAF} if scene.tree is not None else {Layer.INPUT, Layer.OUTPUT}
        return (scene.words[key[1]],) if key[0] in of_words else ()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield a table of the nodes that are drawn, the first row its header."""
        diagram = self.view.diagram
        if diagram is None:
            return
        yield "layer", "node", "active", "quantity", "value", "error"
        symbols = {
            Layer.INPUT: diagram.inputs.symbol,
            Layer.HIDDEN: diagram.hidden.symbol,
            Layer.OUTPUT: diagram.outputs.symbol,
        }
        for node in diagram.nodes:
            yield node.key[0].value, node.label, int(node.active), symbols.get(node.key[0]), node.number, node.error

    def retranslate(self) -> None:
        self.set_title(self.tr("The network at this pair"))
        self.set_caption(self.tr("violet − · green + · point at a node to see its sum, click to keep it"))
        self.set_explanation(
            self.tr(
                "Every line is a weight: violet below zero, green above, the stronger the larger. Lines that take part "
                "in this stage are strong. Numbers appear when the walk reaches them. Arrow up and down go from node "
                "to node, Return keeps a sum, Esc puts it away."
            )
        )
        self.set_empty(self.tr("Here the network is drawn as soon as there is a pair to look at."))
        self.view.setAccessibleName(self.tr("The network at this pair"))

    def _show(self) -> None:
        if self._scene is not None and self._stage is not None:
            self.view.show_picture(Picture(self._scene, self._stage))
            self.show_body(True)
