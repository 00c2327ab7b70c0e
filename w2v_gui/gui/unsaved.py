"""A trained model that is not on disk is not given up without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from w2v_gui.gui.dialogs import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.saving import Saving

LEAVING = 5.0
"""Seconds of training from which on they are asked about before the window closes or another text is opened."""

AGAIN = 60.0
"""The same before a new run on the same text. To train, change a setting and train again is what this window is for:
whoever does so every few seconds does not want to be asked."""


AskUnsaved: TypeAlias = "Callable[[QWidget, str, float, Callable[[Answer], None]], None]"
"""Called with the window, the name of the text, the seconds at stake, and what to call with the `Answer`."""


def discard(window: QWidget, name: str, seconds: float, answered: Callable[[Answer], None]) -> None:
    """Ask nobody, and let the model go."""
    answered(Answer.DISCARD)


class Unsaved(QObject):
    """Stands before everything that ends a model.

    Parameters
    ----------
    saving : Saving
    ask : AskUnsaved
    name : callable
        Returns what the text is called on screen.
    window : QWidget
    """

    def __init__(
        self,
        saving: Saving,
        ask: AskUnsaved,
        name: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._saving = saving
        self._ask = ask
        self._name = name
        self._window = window
        self._waiting: tuple[Callable[[], None], float] | None = None
        self._asking = False
        saving.saved.connect(self._saved)
        saving.failed.connect(self._not_saved)

    def asks(self, worth: float) -> bool:
        """Whether `before` would not go ahead at once."""
        return self._saving.active or self._saving.at_stake >= worth

    def before(self, action: Callable[[], None], worth: float) -> None:
        """Do what ends the model, asking first if more than ``worth`` seconds of training are not on disk.

        It is not done if the user says so, nor if the saving that the user asked for fails, nor while the user is being
        asked about something else. While a file is being written, that is waited for.
        """
        if self._saving.active:
            self._waiting = action, worth
            return
        if not self.asks(worth):
            action()
            return

        if self._asking:
            return

        def answered(answer: Answer) -> None:
            self._asking = False
            if answer is Answer.SAVE:
                self._saving.save(then=action)
            elif answer is Answer.DISCARD:
                action()

        self._asking = True
        self._ask(self._window, self._name(), self._saving.at_stake, answered)

    def _saved(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.before(*waiting)

    def _not_saved(self) -> None:
        self._waiting = None
