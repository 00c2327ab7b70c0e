"""Ctrl-C in the terminal, and being told by the system to end: heard of while Qt's loop waits, too."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # no system has all of them


class Interrupts(QObject):
    """Tells of what interrupts the program, from `install` to `uninstall`.

    Python calls the handler of a signal between two of its own instructions, and Qt's loop has none for as long as
    nothing happens. Therefore each signal also writes its number to a socket, which the loop watches.

    Attributes
    ----------
    came : Signal(int)
        With the number of the signal.
    """

    came = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handlers: dict[int, Any] = {}
        self._fd_before = -1
        self._written, self._read = socket.socketpair()
        self._written.setblocking(False)
        self._read.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)

    def install(self) -> None:
        """Begin to tell; what is ignored, as under nohup, stays ignored."""
        self._fd_before = signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)
        for number in [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, _do_nothing)

    def uninstall(self) -> None:
        """Leave everything as it was."""
        self._notifier.setEnabled(False)
        for number, handler in self._handlers.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        self._handlers = {}
        signal.set_wakeup_fd(self._fd_before)
        self._written.close()
        self._read.close()

    def _arrived(self) -> None:
        with contextlib.suppress(BlockingIOError):
            for number in self._read.recv(64):
                if number in self._handlers:
                    self.came.emit(number)


def _do_nothing(number: int, frame: FrameType | None) -> None:
    """Keep Python from doing what it does without a handler; the socket tells of it."""
