"""A map that is made in another process, seen from here."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, UserError
from w2v_gui.vectors.layouts.child import Task, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from w2v_gui.vectors.layouts.frame import LayoutFrame, LayoutWish
    from w2v_gui.vectors.layouts.preparing import Prepared

_PATIENCE = 0.3
"""A process that has not given up after so many seconds is ended."""

_LOOK = 0.05
"""How often it is looked whether the map is still wanted, in seconds."""


class Workshop:
    """Keeps one process in which maps are made, and starts another when that one is gone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: _Process | None = None
        self._closed = False

    def take(self) -> _Process:
        """Return a process that nobody else has."""
        with self._lock:
            process, self._idle = self._idle, None
            if self._closed:
                raise Cancelled
        if process is not None and process.alive:
            return process
        if process is not None:
            process.end()
        return _Process()

    def give_back(self, process: _Process) -> None:
        """Keep a process that has nothing to do for whoever needs one next."""
        with self._lock:
            if not self._closed and self._idle is None:
                self._idle = process
                return
        process.end()

    def close(self) -> None:
        """Let go of what is kept, and keep nothing from now on."""
        with self._lock:
            self._closed = True
            process, self._idle = self._idle, None
        if process is not None:
            process.end()


class _Process:
    """A process and the pipes to it."""

    def __init__(self) -> None:
        # Not forked: another thread may hold any lock at the moment.
        context = multiprocessing.get_context("spawn")
        self.tasks, far_tasks = context.Pipe()
        far_orders, self.orders = context.Pipe(duplex=False)
        self._process = context.Process(target=serve, args=(far_tasks, far_orders), name="layouts", daemon=True)
        self._process.start()
        # Held here too, they would never end.
        far_tasks.close()
        far_orders.close()

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def end(self) -> None:
        """Kill it and wait for that: there is nothing in it that could be lost."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.tasks.close()
        self.orders.close()


class Making:
    """One map in the making, on a thread of its own that talks to the other process.

    Parameters
    ----------
    workshop : Workshop
    wish : LayoutWish
    values : mapping
        Every setting of the method.
    prepare : callable
        Returns what the map is made of, on the other thread; it gets a function that says whether to give up.
    after : Making, optional
        One that has been given up: its process is waited for.

    Attributes
    ----------
    phase : tuple of (str, float or None)
        What is done before words move, and how much of it.
    moving : bool
        Whether words have begun to move.
    done : bool
        Whether the map is as it was wished; one that is live can still be changed then.
    over : bool
        Whether nothing can come any more.
    problem : BaseException or None
        What has gone wrong.
    """

    _numbers = itertools.count(1)

    def __init__(
        self,
        workshop: Workshop,
        wish: LayoutWish,
        values: Mapping[str, Any],
        prepare: Callable[[Callable[[], bool]], Prepared],
        after: Making | None = None,
    ) -> None:
        self._workshop = workshop
        self._after = after
        self._wish = wish
        self._prepare = prepare
        self._number = next(self._numbers)
        self._lock = threading.Lock()
        self._values = dict(values)
        self._paused = False
        self._given_up = threading.Event()
        self._process: _Process | None = None
        self._frame: LayoutFrame | None = None
        self.phase: tuple[str, float | None] = ("starting", None)
        self.moving = False
        self.done = False
        self.over = False
        self.problem: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="layout", daemon=True)

    def start(self) -> None:
        """Begin; it comes to its end by itself or when it is given up."""
        self._thread.start()

    def take_frame(self) -> LayoutFrame | None:
        """Return the latest map that has not been taken yet."""
        with self._lock:
            frame, self._frame = self._frame, None
            return frame

    # -- what is wanted of it -----------------------------------------------------------------------------------

    def pause(self) -> None:
        """Let it wait as soon as it can."""
        with self._lock:
            self._paused = True
            self._order("pause")

    def resume(self) -> None:
        """Let it go on."""
        with self._lock:
            self._paused = False
            self._order("resume")

    def change(self, values: Mapping[str, Any]) -> None:
        """Go on with some settings changed."""
        with self._lock:
            self._values.update(values)
            self._wish = replace(self._wish, values={**self._wish.values, **values})
            self.done = False
            self._order("change", dict(values))

    def give_up(self) -> None:
        """End it soon; nothing is told any more."""
        self._given_up.set()
        with self._lock:
            self._order("give_up")

    def wait(self, seconds: float) -> bool:
        """Wait for the end of its thread, at most so many seconds; returns whether that has come."""
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _order(self, order: str, *values: Any) -> None:
        if self._process is None:
            return
        # If it is gone, the thread that listens to it finds out.
        with contextlib.suppress(OSError):
            self._process.orders.send((self._number, order, *values))

    # -- its thread ---------------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            if self._after is not None:
                self._after.wait(2 * _PATIENCE)
                self._after = None
            prepared = self._prepare(self._given_up.is_set)
            if not prepared.suffices:
                self._put(prepared.principal_frame())
                self.done = self.over = True
                return
            # One sees how the words lie before they begin to move.
            self._put(prepared.frame(prepared.start, 0, max(1, int(self._values.get("iterations", 1)))))
            process = self._workshop.take()
            if self._make(process, prepared):
                self._workshop.give_back(process)
            else:
                process.end()
        except Cancelled:
            pass
        except BaseException as problem:
            self.problem = problem
        self.over = True

    def _make(self, process: _Process, prepared: Prepared) -> bool:
        """Return whether the process can be given something else to do."""
        try:
            self._bring(process, prepared)
            return self._listen(process, prepared)
        except (EOFError, OSError):
            if not self._given_up.is_set():
                self.problem = UserError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The map was lost, because the process that made it has ended. Perhaps it needed more memory "
                        "than there is: try fewer words.",
                    )
                )
            return False
        finally:
            with self._lock:
                self._process = None

    def _bring(self, process: _Process, prepared: Prepared) -> None:
        with self._lock:
            values, paused = dict(self._values), self._paused
        units, start = np.ascontiguousarray(prepared.units), np.ascontiguousarray(prepared.start)
        method, seed = self._wish.method, self._wish.seed
        process.tasks.send(Task(self._number, method, units.shape, start.shape, seed, values, paused))
        for array in (units, start):
            process.tasks.send_bytes(array.data.cast("B"))
        with self._lock:
            self._process = process
            # What was wanted while it was on its way.
            self._order("change", dict(self._values))
            self._order("pause" if self._paused else "resume")

    def _listen(self, process: _Process, prepared: Prepared) -> bool:
        deadline = float("inf")
        while time.monotonic() < deadline:
            if self._given_up.is_set() and deadline == float("inf"):
                deadline = time.monotonic() + _PATIENCE
                with self._lock:
                    self._order("give_up")
            if not process.tasks.poll(_LOOK):
                continue
            kind, *told = process.tasks.recv()
            if kind == "over":
                self.done = True
                return True
            self._hear(prepared, kind, told)
        return False

    def _hear(self, prepared: Prepared, kind: str, told: list[Any]) -> None:
        if kind == "phase":
            self.phase = told[0], told[1]
            self.moving = False
        elif kind == "frame":
            self.moving = True
            frame = prepared.frame(*told)
            self.done = self.done and frame.finished
            self._put(frame)
        elif kind == "done":
            self.done = True
        elif kind == "refused":
            self.problem = UserError(told[0], **told[1])
        else:
            self.problem = RuntimeError(told[0])

    def _put(self, frame: LayoutFrame) -> None:
        with self._lock:
            self._frame = replace(frame, wish=self._wish)
