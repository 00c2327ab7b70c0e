"""One place for the latest snapshot: written by the run when someone wants one, read when there is time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from w2v_gui.session.snapshot import View

if TYPE_CHECKING:
    from w2v_gui.session.snapshot import Snapshot


class Mailbox:
    """Holds the latest snapshot, never a queue of them.

    A window that is busy gets fewer snapshots, not later ones, and a run that nobody watches copies nothing.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._latest: Snapshot | None = None
        self._wanted = False
        self._view = View()

    @property
    def wanted(self) -> bool:
        """Whether someone waits for a new snapshot."""
        return self._wanted

    @property
    def view(self) -> View:
        """What the next snapshot should show."""
        return self._view

    def want(self, view: View | None = None) -> None:
        """Ask for a new snapshot, and say what it should show if that has changed."""
        with self._lock:
            if view is not None:
                self._view = view
            self._wanted = True

    def take(self) -> Snapshot | None:
        """Return the latest snapshot, if there is one that has not been taken yet, and ask for the next."""
        with self._lock:
            latest, self._latest = self._latest, None
            self._wanted = True
            return latest

    def put(self, snapshot: Snapshot) -> None:
        """Leave a snapshot; one that was not taken is replaced."""
        with self._lock:
            self._latest = snapshot
            self._wanted = False
