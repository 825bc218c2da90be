"""Work shared out between processes: each task is done once, by whichever is free.

The processes are forks, so they have all that was worked out before, and nothing is sent between them.
"""

from __future__ import annotations

import ctypes
import errno
import gc
import marshal
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

MOST = 2  # processes: more would need more memory than small computers have
FAILED = 1  # what a process ends with that failed; more by the number of the error of the system, if it was one
MOST_TOLD = 254  # the largest such number
TICKET = 4  # bytes of the number of a task, in the pipe that all take from
LARGE = 1 << 17  # bytes of a block that is not put among others, and of free ones that are given back
LATER = 5  # how much less a process gets of a processor that others want
MUCH = 1 << 25  # the same where time counts for more than memory: as much as the C library allows
_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1  # how the GNU C library calls that


class Helpers:
    """Other processes that do some tasks while this one, which goes first, does something else.

    Either `finish` or `stop` must be called in the end; what is called after that does nothing.
    """

    def __init__(
        self, tasks: Sequence[Callable[[], None]], end: Callable[[int], None], *, gives_way: bool = False
    ) -> None:
        """Begins the first one. `end` is called at the end of each other process with its number, from 0.

        `gives_way`: to this process.
        """
        self._tasks, self._tickets = tasks, _tickets(tasks)
        self._end, self._gives_way = end, gives_way
        self._others: list[int] = []
        self.count = 0  # that were begun
        self._is_over = False
        self.begin()

    def begin(self) -> None:
        """Begins one more."""
        if not self._is_over:
            sys.stdout.flush()
            sys.stderr.flush()
            end = partial(self._end, self.count)
            self._others.append(_other(self._tasks, self._tickets, end, self._gives_way))
            self.count += 1

    def begin_all(self) -> None:
        """Begins as many as may be at work while this process only waits."""
        while not self._is_over and self.count < _count():
            self.begin()

    def share(self) -> None:
        """Does in this process what no other one has begun with."""
        if not self._is_over:
            _work(self._tasks, self._tickets)

    def finish(self) -> None:
        """Waits until the others have done what is left.

        Raises what went wrong there: an OSError, or a RuntimeError with its report printed.
        """
        _raise(self._ended(wait=True))

    def stop(self) -> None:
        """What they do is no longer wanted."""
        self._ended(wait=False)

    def _ended(self, wait: bool) -> list[int]:
        if self._is_over:
            return []
        self._is_over = True
        os.close(self._tickets)
        self._tasks, self._end = (), _nothing  # they know the build that knows this
        return [_ended(other, wait) for other in self._others]


def _nothing(_: int) -> None:
    pass


def _raise(statuses: Sequence[int]) -> None:
    """Says what went wrong in other processes, if anything did. `statuses`: what they ended with."""
    for status in statuses:
        if os.WIFEXITED(status) and (number := os.WEXITSTATUS(status) - FAILED) > 0:
            raise OSError(number, os.strerror(number))
    if any(statuses):
        raise RuntimeError("a part of the site could not be written: see the report above")


def _tickets(tasks: Sequence[Callable[[], None]]) -> int:
    """A pipe to read from that holds the number of each task: one holds some 16,000."""
    tickets, write = os.pipe()
    os.write(write, b"".join(number.to_bytes(TICKET, "big") for number in range(len(tasks))))
    os.close(write)
    return tickets


def _other(tasks: Sequence[Callable[[], None]], tickets: int, end: Callable[[], None], gives_way: bool) -> int:
    """Starts one more process; its id."""
    if pid := os.fork():
        return pid
    status = FAILED
    try:
        if gives_way:
            after_others()
        _work(tasks, tickets)
        end()
        status = 0
    except OSError as error:
        if not error.errno or error.errno > MOST_TOLD:
            traceback.print_exc()
        else:
            status += error.errno
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _work(tasks: Sequence[Callable[[], None]], tickets: int) -> None:
    while ticket := os.read(tickets, TICKET):
        tasks[int.from_bytes(ticket, "big")]()


def _ended(pid: int, wait: bool) -> int:
    """Waits for a process, or ends it when its work is no longer wanted; what it ended with."""
    if not wait:
        os.kill(pid, signal.SIGTERM)
    return os.waitpid(pid, 0)[1]


def are_two() -> bool:
    """May there be another process?"""
    return _count() >= 2 and hasattr(os, "fork")


def beside(make: Callable[[], Any], *, gives_way: bool = False, shared_in: Path | None = None) -> Callable[[], Any]:
    """Lets another process work something out, where there may be two; gives what waits for it, to be called once.

    `make` gives plain data and leaves no trace. Where the other process fails, it is worked out here.
    `gives_way`: to others that have something to do. `shared_in`: a folder for a file without a name, so that processes
    that begin in the meantime may wait for it too, once each; they raise OSError where the other process fails.
    """
    if not are_two():
        return make
    sys.stdout.flush()
    sys.stderr.flush()
    here, (read, write) = os.getpid(), os.pipe()
    try:
        file = tempfile.TemporaryFile(dir=shared_in) if shared_in else open(write, "wb", closefd=False)
    except OSError:  # nowhere to put it
        os.close(read)
        os.close(write)
        made = make()
        return lambda: made
    pid = os.fork()
    if not pid:
        status = 1
        try:
            os.close(read)
            if gives_way:
                after_others()
            marshal.dump(make(), file)
            file.flush()
            status = 0
        finally:
            os._exit(status)
    os.close(write)

    def wait() -> Any:
        with open(read, "rb") as told:
            said = told.read()  # until the other process has ended
        if shared_in:
            said = os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0)
        if os.getpid() == here:
            return marshal.loads(said) if _ended(pid, wait=True) == 0 else make()
        try:
            return marshal.loads(said)
        except (EOFError, ValueError, TypeError) as error:  # it failed, as the process that began it knows
            raise OSError(errno.EIO, os.strerror(errno.EIO)) from error

    return wait


def after_others() -> None:
    """Lets other processes go first from now on, where that can be said: nobody waits for this one yet."""
    with suppress(AttributeError, OSError):
        os.nice(LATER)


def keep_much() -> None:
    """Lets the C library keep what is freed, where that can be said: to get it from the system anew takes time."""
    _keep(MUCH)


def keep_little() -> None:
    """Lets it give every large block back to the system when it is freed."""
    _keep(LARGE)


def _keep(size: int) -> None:
    with suppress(AttributeError, OSError):
        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, size)
        library.mallopt(_TRIM_THRESHOLD, size)


def give_back() -> None:
    """Gives back what is free in the heap of the C library, after something that took much for a while."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _count() -> int:
    return int(os.environ.get("HANDRAIL_PROCESSES") or min(MOST, os.cpu_count() or 1))


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """What is made here stays: Python need not look through it for garbage, now or later."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()
