"""The stations of the walk as a row of buttons, with a way back and a way on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.text import set_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from w2v_gui.gui.walk.stage import Stage


class StageRow(QWidget):
    """Shows how far the walk has come; where there is no room for all stages, the present one is always seen.

    Attributes
    ----------
    chosen : Signal(str)
        The key of a stage.
    back_asked, forward_asked : Signal()
    """

    chosen = Signal(str)
    back_asked = Signal()
    forward_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[Stage, ...] = ()
        self._present = ""
        self._dense = False
        self.back = QPushButton(self)
        self.strip = _Strip(self)
        self.forward = QPushButton(self)
        self.forward.setProperty("kind", "primary")
        # The arrow points on, and stands behind the word.
        self.forward.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for button in (self.back, self.forward):
            button.setIconSize(QSize(12, 12))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.back)
        row.addWidget(self.strip, 1)
        row.addWidget(self.forward)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.forward_asked)
        self._draw()
        self.retranslate()

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """The stages' buttons by key, from left to right."""
        return {stage.key: button for stage, button in zip(self._stages, self.strip.buttons, strict=True)}

    def show_stages(self, stages: Sequence[Stage], present: str) -> None:
        """Show the stages of a walk that has come as far as ``present``."""
        stages = tuple(stages)
        if stages != self._stages:
            self._take(stages)
        elif present == self._present:
            return
        self._present = present
        reached = "known"
        for stage, button in zip(self._stages, self.strip.buttons, strict=True):
            if stage.key == present:
                reached = "present"
            _set(button, "reached", reached)
            button.setAccessibleDescription(self.tr("present stage") if reached == "present" else "")
            if reached == "present":
                self.strip.keep_seen(button)
                reached = "ahead"

    def set_ways(self, *, back: bool, forward: bool) -> None:
        """Say whether there is a way back, and one on."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def set_dense(self, dense: bool) -> None:
        """Take less room: narrow buttons, and arrows without words."""
        if dense != self._dense:
            self._dense = dense
            self.retranslate()
            self._space()

    def retranslate(self) -> None:
        back, forward = self.tr("Back"), self.tr("Next")
        self.back.setText("" if self._dense else back)
        self.forward.setText("" if self._dense else forward)
        self.back.setAccessibleName(back)
        self.forward.setAccessibleName(forward)
        set_tooltip(self.back, self.tr("One stage back (←); before the first, the update before is undone."))
        set_tooltip(self.forward, self.tr("One stage on (→); after the last, the update is applied."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _take(self, stages: tuple[Stage, ...]) -> None:
        if len(stages) != len(self._stages):
            self.strip.set_count(len(stages))
            for place, button in enumerate(self.strip.buttons):
                button.clicked.connect(lambda _=False, place=place: self.chosen.emit(self._stages[place].key))
            for before, after in pairwise((self.back, *self.strip.buttons, self.forward)):
                QWidget.setTabOrder(before, after)
        self._stages = stages
        for stage, button in zip(stages, self.strip.buttons, strict=True):
            button.setText(stage.symbol.replace("&", "&&"))
            button.setAccessibleName(stage.title)
            set_tooltip(button, f"{stage.title} {stage.equation}".strip())
        self._space()

    def _space(self) -> None:
        self.strip.set_spacing(2 if self._dense else 5)
        for button in self.strip.buttons:
            _set(button, "dense", self._dense)
        self.strip.updateGeometry()
        self.updateGeometry()

    def _draw(self) -> None:
        palette = self.palette()
        disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
        for button, name, role in (
            (self.back, "back", QPalette.ColorRole.ButtonText),
            (self.forward, "train", QPalette.ColorRole.HighlightedText),
        ):
            button.setIcon(icon(name, palette.color(role).name(), disabled))


class _Strip(QScrollArea):
    """A row of buttons, moved sideways by wheel and by focus where it is too long."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._seen: QPushButton | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inside)

    def set_count(self, count: int) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [QPushButton() for _ in range(count)]
        self._seen = None
        for button in self.buttons:
            button.setProperty("kind", "stage")
            button.setMinimumWidth(24)
            self._row.addWidget(button)
            # Qt would show it a moment later, and what is hidden has no width: the row would keep no room for it.
            button.show()

    def set_spacing(self, spacing: int) -> None:
        self._row.setSpacing(spacing)

    def keep_seen(self, button: QPushButton) -> None:
        self._seen = button
        self.ensureWidgetVisible(button, 30, 0)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._row.sizeHint().width(), 120), self._row.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._seen is not None:
            self.ensureWidgetVisible(self._seen, 30, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().x() or event.angleDelta().y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned // 3)
        event.accept()


def _set(button: QPushButton, name: str, value: object) -> None:
    if button.property(name) != value:
        button.setProperty(name, value)
        button.style().unpolish(button)
        button.style().polish(button)
        button.updateGeometry()
