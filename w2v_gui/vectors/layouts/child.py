"""The other process, in which maps are made: libraries that hold Python's lock for long hold up no window from there.

It is told what to do through two pipes, one for tasks and one for orders about the task at hand, and ends when those
do: nothing is left behind, however the window ends.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.errors import Cancelled, UserError
from w2v_gui.vectors.layouts import LAYOUTS
from w2v_gui.vectors.layouts.work import Work

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection

NICE = 19
"""As far as one can go: a run has stepped back by 10, and loses an eighth of its time to this instead of a quarter."""

_BELOW_NORMAL = 0x4000


@dataclass(frozen=True)
class Task:
    """A map to be made. The rows and where they begin follow it through the pipe.

    Attributes
    ----------
    number : int
        By which orders name it; later ones are higher.
    method : str
    shape, start : tuple of int
        The shapes of the rows, and of the places where they begin.
    seed : int
    values : mapping
        Every setting.
    paused : bool
    """

    number: int
    method: str
    shape: tuple[int, ...]
    start: tuple[int, ...]
    seed: int
    values: Mapping[str, Any]
    paused: bool


class Desk:
    """The task at hand, to be found by those who bring orders."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._work: Work | None = None

    def put(self, number: int, work: Work | None) -> None:
        """Lay down another task, or that one is over."""
        with self._changed:
            self._number, self._work = number, work
            self._changed.notify_all()

    def obey(self, number: int, order: str, *values: Any) -> None:
        """Call a method of the work of a task, as soon as it is there; one that is over needs no orders."""
        with self._changed:
            self._changed.wait_for(lambda: self._number >= number)
            if self._number == number and self._work is not None:
                getattr(self._work, order)(*values)


def serve(tasks: Connection, orders: Connection) -> None:
    """Make one map after the other until the pipes are closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _step_back()
    desk = Desk()
    threading.Thread(target=_listen, args=(orders, desk), daemon=True).start()
    while True:
        try:
            task = tasks.recv()
            rows = _received(tasks, task.shape)
            start = _received(tasks, task.start)
        except (EOFError, OSError):
            return
        work = Work(task.values, tasks.send, task.paused)
        desk.put(task.number, work)
        try:
            run = LAYOUTS[task.method].run
            assert run is not None, task.method
            run(rows, start, task.seed, work)
        except Cancelled:
            pass
        except (BrokenPipeError, EOFError):
            return
        except UserError as problem:
            tasks.send(("refused", problem.template, problem.values))
        except Exception:
            tasks.send(("broken", traceback.format_exc()))
        desk.put(task.number, None)
        del rows, start, work
        tasks.send(("over",))


def _received(tasks: Connection, shape: tuple[int, ...]) -> np.ndarray[Any, np.dtype[np.float32]]:
    array = np.empty(shape, np.float32)
    tasks.recv_bytes_into(array.data.cast("B"))
    return array


def _listen(orders: Connection, desk: Desk) -> None:
    while True:
        try:
            number, order, *values = orders.recv()
        except (EOFError, OSError):
            # Whoever wanted maps is gone, in whatever way. There is nothing here to be put in order.
            os._exit(0)
        desk.obey(number, order, *values)


def _step_back() -> None:
    """Let the window, and all others, go first."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    elif sys.platform == "linux":
        # There a priority is that of a thread, and the libraries have begun theirs already.
        for thread in map(int, os.listdir("/proc/self/task")):
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, thread, NICE)
    else:
        os.nice(NICE)
