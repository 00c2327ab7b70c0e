"""Shows which text is open, and what the settings keep of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from w2v_gui.gui import summary

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.panels.model_form import ModelForm
    from w2v_gui.gui.top_bar import TopBar
    from w2v_gui.gui.widgets.message_bar import MessageBar


class TextDisplay(QObject):
    """Takes a text that has been read to where it is named.

    Parameters
    ----------
    top_bar : TopBar
    form : ModelForm
        Says what is kept of the text, and is told how much that is.
    message : MessageBar
        Where a doubt about the text is voiced.
    window : QMainWindow
        Bears the title.
    """

    def __init__(self, top_bar: TopBar, form: ModelForm, message: MessageBar, window: QMainWindow) -> None:
        super().__init__(window)
        self._top_bar = top_bar
        self._form = form
        self._message = message
        self._window = window
        self._opened: Opened | None = None
        form.changed.connect(self.refresh)
        top_bar.warning_pressed.connect(self.say_warning)

    def show_text(self, opened: Opened) -> None:
        """Show another text."""
        self._opened = opened
        self.refresh()

    def refresh(self) -> None:
        """Show the text anew, with the settings and in the language of the moment."""
        opened = self._opened
        if opened is None:
            self._top_bar.show_text("", "", "", "")
            self._window.setWindowTitle("w2v-gui")
            return
        corpus, config = opened.corpus, self._form.config_or_none()
        if config is not None:
            self._form.set_corpus(len(corpus), summary.kept_words(corpus, config))
        title = summary.title(opened)
        self._top_bar.show_text(
            title, summary.figures(corpus, config), summary.explanation(opened), summary.warning(opened)
        )
        self._window.setWindowTitle(f"{title} – w2v-gui")

    def say_warning(self) -> None:
        """Voice the doubt that there is about the text, if there is one."""
        opened = self._opened
        if opened is not None and summary.warning(opened):
            self._message.say(lambda: summary.warning(opened), "notice")
