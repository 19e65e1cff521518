"""Work begun in a process of its own, while this one goes on: on two cores nobody waits for it.

What reading a meeting needs, pydantic above all, takes as long to import as the screens do; neither needs the other.
Where a process cannot be forked, or the work fails there, it is done here: there is no other difference.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class ReadAhead(Generic[T]):
    """Begins `work` at once; its result must be something that pickle knows. To be made before there are threads.
    `in_child` is called first in the new process, if there is one: to let go of what must not be held twice.
    """

    def __init__(self, work: Callable[[], T], in_child: Callable[[], None] = lambda: None) -> None:
        self._work = work
        self._child: tuple[int, int] | None = None
        if hasattr(os, "fork") and sys.platform != "darwin" and (os.cpu_count() or 1) > 1:
            self._child = _begin(work, in_child)

    def result(self) -> T:
        """What `work` returns, or raises."""
        if self._child is None:
            return self._work()
        pid, reading_end = self._child
        self._child = None
        with open(reading_end, "rb") as pipe:
            data = pipe.read()
        # The process is not waited for here: to take down its memory takes the system as long as a small frame.
        threading.Thread(target=os.waitpid, args=(pid, 0), daemon=True).start()
        try:
            result: T = pickle.loads(data)
        except (EOFError, pickle.UnpicklingError):  # it failed, or was ended, before it had sent everything
            return self._work()
        return result


def _begin(work: Callable[[], object], in_child: Callable[[], None]) -> tuple[int, int] | None:
    """The new process and the end of the pipe to read its result from; None where there can be no more processes."""
    try:
        reading_end, writing_end = os.pipe()
        pid = os.fork()
    except OSError:
        return None
    if pid:
        os.close(writing_end)
        return pid, reading_end
    try:
        os.close(reading_end)
        in_child()
        data = pickle.dumps(work())
        with open(writing_end, "wb") as pipe:
            pipe.write(data)
    except BaseException:  # whatever it is, it is raised again where it can be told
        os._exit(1)
    os._exit(0)
