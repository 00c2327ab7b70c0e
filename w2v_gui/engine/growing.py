"""Numbers to which more come, one at a time, and which are looked at all together each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import DTypeLike, NDArray

T = TypeVar("T", bound=np.generic)

_ROOM = 64


class Growing(Generic[T]):
    """A series that is handed out without being copied, however long it is.

    Parameters
    ----------
    kind : type
        The type of the numbers.
    numbers : iterable
        Those that are there at the beginning.
    """

    def __init__(self, kind: type[T], numbers: Iterable[float] = ()) -> None:
        self._kind: DTypeLike = kind
        self._numbers: NDArray[T] = np.array(list(numbers), kind)
        self._count = len(self._numbers)

    def __len__(self) -> int:
        return self._count

    def append(self, value: float) -> None:
        """Take one more; what has been handed out stays as it was."""
        if self._count == len(self._numbers):
            longer: NDArray[T] = np.empty(max(2 * self._count, _ROOM), self._kind)
            longer[: self._count] = self._numbers
            self._numbers = longer
        self._numbers[self._count] = value
        self._count += 1

    def keep(self, count: int) -> None:
        """Forget all but the first so many; what has been handed out stays as it was."""
        self._numbers = self._numbers[:count].copy()
        self._count = len(self._numbers)

    def insert(self, place: int, value: float) -> None:
        """Take one more in the midst; what has been handed out stays as it was."""
        self._numbers = np.insert(self._numbers[: self._count], place, value)
        self._count += 1

    def array(self) -> NDArray[T]:
        """Return the numbers, to be read only."""
        view = self._numbers[: self._count]
        view.flags.writeable = False
        return view
