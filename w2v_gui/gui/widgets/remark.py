"""What is said about an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from w2v_gui.gui.text import plain_label

_HEADINGS = {"right": "praise", "wrong": "ask", "note": "ask"}


class Remark(QFrame):
    """A heading and a few sentences; ``kind`` is right, wrong or note, and is told by more than a colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remark")
        self._heading = plain_label()
        self._text = plain_label(kind="prose")
        self._hint = plain_label(kind="prose")
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 1, 0, 1)
        column.setSpacing(4)
        for label in (self._heading, self._text, self._hint):
            label.setWordWrap(True)
            column.addWidget(label)
        self.hide()

    @property
    def text(self) -> str:
        """All that is said, line by line; nothing when it is hidden."""
        labels = (self._heading, self._text, self._hint)
        return "" if self.isHidden() else "\n".join(label.text() for label in labels if label.text())

    def say(self, kind: str, heading: str, text: str, hint: str = "") -> None:
        self.setProperty("kind", kind)
        self._heading.setProperty("kind", _HEADINGS[kind])
        for widget in (self, self._heading):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(f"{text} {hint}".strip())
        self.show()
