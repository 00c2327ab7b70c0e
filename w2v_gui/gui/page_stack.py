"""The pages, of which one is seen, and what stands in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from w2v_gui.gui.in_parts import InParts
from w2v_gui.gui.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from w2v_gui.gui.jobs import Job
    from w2v_gui.gui.pages import PageKind
    from w2v_gui.gui.theme import Palette


class Pages(QStackedWidget):
    """The pages, of which one is seen; each is made when it is wanted for the first time.

    To look at a page holds nobody up: it is imported on another thread, made in parts, and seen when it is whole. What
    is to be done with it then waits for that, by `when_whole`. To `make` a page is to have it at once.

    Parameters
    ----------
    kinds : sequence of PageKind
    first : str
        The key of the page that is seen at first.

    Attributes
    ----------
    made : Signal(str, object)
        With the key of a page that has just been made, and the page.
    shown : Signal(str)
        With the key of the page that is chosen from now on.
    """

    made = Signal(str, object)
    shown = Signal(str)

    def __init__(self, kinds: Sequence[PageKind], first: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = {kind.key: kind for kind in kinds}
        self._key = first
        self._pages: dict[str, Any] = {}
        self._begun: dict[str, InParts] = {}
        self._awaited: dict[str, list[Callable[[Any], None]]] = {}
        self._palette: Palette | None = None
        # Of its own: no page waits until a text has been read.
        self._jobs = Jobs(self)
        self._ground = QWidget()
        self.addWidget(self._ground)
        self.make(first)

    @property
    def key(self) -> str:
        """The page that is chosen; it is seen as soon as it is whole."""
        return self._key

    def make(self, key: str) -> Any:
        """Return a page, whole; what is missing of it is made now."""
        if key not in self._pages:
            self._begin(key)
            self._begun[key].finish()
        return self._pages[key]

    def when_whole(self, key: str, then: Callable[[Any], None]) -> None:
        """Call ``then(page)``: at once, or when the page has been made."""
        if key in self._pages:
            then(self._pages[key])
        else:
            self._awaited.setdefault(key, []).append(then)
            self._import(key)

    def apply_palette(self, palette: Palette) -> None:
        """Give the pages their colours, those to come as well."""
        self._palette = palette
        for page in self._pages.values():
            page.apply_palette(palette)

    def show_page(self, key: str) -> None:
        """Choose a page; a key that names none, as an older program may have left one, changes nothing."""
        if key in self._kinds and key != self._key:
            self._key = key
            self.setCurrentWidget(self._pages.get(key, self._ground))
            if key not in self._pages:
                self._import(key)
            self.shown.emit(key)

    def import_ahead(self) -> None:
        """Import what nobody has looked at yet: then there is less to wait for."""
        for key in self._kinds:
            if key not in self._pages:
                self._import(key)

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Make no more pages, and wait; returns whether nothing goes on any more."""
        for parts in self._begun.values():
            parts.give_up()
        return self._jobs.shutdown(seconds)

    def _import(self, key: str) -> None:
        kind = self._kinds[key]

        def work(job: Job) -> str:
            kind.load()
            return kind.key

        self._jobs.start(work, self._imported, self._not_imported)

    def _imported(self, key: str) -> None:
        if key == self._key or key in self._awaited:
            self._begin(key)

    def _not_imported(self, error: BaseException) -> None:
        raise error

    def _begin(self, key: str) -> None:
        if key not in self._begun:
            self._begun[key] = InParts(self._parts(key), self)

    def _parts(self, key: str) -> Iterator[None]:
        page = self._kinds[key].load()()
        # At its place before anything is in it: Qt styles a part anew whenever what it is in gets another parent.
        self.addWidget(page)
        yield
        yield from page.build()
        if self._palette is not None:
            page.apply_palette(self._palette)
        self._pages[key] = page
        self.made.emit(key, page)
        if key == self._key:
            self.setCurrentWidget(page)
            yield
        for then in self._awaited.pop(key, ()):
            then(page)


class Middle(QStackedWidget):
    """The pages, or what stands in their place while there is no text to show in the one that is chosen.

    Parameters
    ----------
    start : QWidget
        What stands there then.
    pages : Pages
    kinds : sequence of PageKind
    """

    def __init__(self, start: QWidget, pages: Pages, kinds: Sequence[PageKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self._pages = pages
        self._without_text = {kind.key for kind in kinds if not kind.needs_text}
        self._text_open = False
        self.addWidget(start)
        self.addWidget(pages)
        pages.shown.connect(self._arrange)
        self._arrange()

    def show_text_open(self) -> None:
        """Show the pages from now on, whichever is chosen."""
        self._text_open = True
        self._arrange()

    def _arrange(self) -> None:
        ready = self._text_open or self._pages.key in self._without_text
        self.setCurrentWidget(self._pages if ready else self._start)
