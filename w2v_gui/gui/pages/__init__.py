"""Pages: each answers one question about the data on its way, and is made of panels.

A page is told by Qt's show and hide events whether it is seen; while it is not, it asks for nothing and draws nothing.
What a page is made of is imported when it is wanted: nobody waits at the start for what may never be looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.gui.pages.page import Page


@dataclass(frozen=True)
class PageKind:
    """A page that the window has.

    Attributes
    ----------
    key : str
        What it is called in the settings.
    title, question : str
        Its name, and the question that it answers; marked for translation in the context "pages".
    icon : str
        The name of its icon.
    load : callable
        Imports the page and who does its work, on any thread, and returns what makes the page on the window's.
    needs_text : bool
        Whether it has nothing to show before a text has been opened.
    """

    key: str
    title: str
    question: str
    icon: str
    load: Callable[[], Callable[[], Page]]
    needs_text: bool = True


def _text() -> type[Page]:
    import w2v_gui.gui.reading
    import w2v_gui.gui.source_work  # noqa: F401
    from w2v_gui.gui.pages.text import TextPage

    return TextPage


def _train() -> type[Page]:
    from w2v_gui.gui.pages.train import TrainPage

    return TrainPage


def _inside() -> type[Page]:
    import w2v_gui.gui.inside  # noqa: F401
    from w2v_gui.gui.pages.inside import InsidePage

    return InsidePage


def _explore() -> type[Page]:
    import w2v_gui.gui.exploring  # noqa: F401
    from w2v_gui.gui.pages.explore import ExplorePage

    return ExplorePage


PAGES: tuple[PageKind, ...] = (
    PageKind(
        "text",
        QT_TRANSLATE_NOOP("pages", "Text"),
        QT_TRANSLATE_NOOP("pages", "What does the model read?"),
        "page_text",
        _text,
    ),
    PageKind(
        "train",
        QT_TRANSLATE_NOOP("pages", "Train"),
        QT_TRANSLATE_NOOP("pages", "Is it learning?"),
        "page_train",
        _train,
    ),
    PageKind(
        "inside",
        QT_TRANSLATE_NOOP("pages", "Inside"),
        QT_TRANSLATE_NOOP("pages", "Why does this number change?"),
        "page_inside",
        _inside,
        needs_text=False,
    ),
    PageKind(
        "explore",
        QT_TRANSLATE_NOOP("pages", "Explore"),
        QT_TRANSLATE_NOOP("pages", "What has it learned?"),
        "page_explore",
        _explore,
        needs_text=False,
    ),
)
"""The pages in the order of the rail, which is the way that the data takes; Ctrl+1 is the first."""
