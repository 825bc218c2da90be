"""Work shared out between processes: each task is done once, by whichever is free.

The processes are forks, so they have all that was worked out before, and nothing is sent between them.
"""

from __future__ import annotations

import ctypes
import gc
import marshal
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

MOST = 2  # processes: more would need more memory than small computers have
WORTH = 20  # tasks; fewer are done by one process
TICKET = 4  # bytes of the number of a task, in the pipe that all take from
TICKETS = 10_000  # that fit into a pipe
LARGE = 1 << 17  # bytes of a block that is not put among others
_MMAP_THRESHOLD = -3  # how the GNU C library calls that


def do_all(tasks: Sequence[Callable[[], None]], end: Callable[[int], None] = lambda _: None) -> int:
    """Does every task. HANDRAIL_PROCESSES says in how many processes; else as many as there are processors, up to two.

    `end` is called at the end of each other process with its number, from 0. Gives how many others there were.
    Raises what a task raised; of a task in another process, a RuntimeError, with its report printed.
    """
    count = _count()
    if count < 2 or not WORTH <= len(tasks) <= TICKETS or not hasattr(os, "fork"):
        for task in tasks:
            task()
        return 0
    tickets, write = os.pipe()
    os.write(write, b"".join(number.to_bytes(TICKET, "big") for number in range(len(tasks))))
    os.close(write)
    sys.stdout.flush()
    sys.stderr.flush()
    others = [_other(tasks, tickets, partial(end, number)) for number in range(count - 1)]
    done = False
    try:
        _work(tasks, tickets)
        done = True
    finally:
        os.close(tickets)
        failed = [pid for pid in others if _ended(pid, done) != 0]
    if failed:
        raise RuntimeError("a part of the site could not be written: see the report above")
    return len(others)


def _other(tasks: Sequence[Callable[[], None]], tickets: int, end: Callable[[], None]) -> int:
    """Starts one more process; its id."""
    if pid := os.fork():
        return pid
    status = 1
    try:
        _work(tasks, tickets)
        end()
        status = 0
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


def beside(make: Callable[[], Any]) -> Callable[[], Any]:
    """Lets another process work something out, where there may be two; gives what waits for it, to be called once.

    `make` gives plain data and leaves no trace. Where the other process fails, it is worked out here.
    """
    if not are_two():
        return make
    sys.stdout.flush()
    sys.stderr.flush()
    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        status = 1
        try:
            os.close(read)
            with open(write, "wb") as out:
                marshal.dump(make(), out)
            status = 0
        finally:
            os._exit(status)
    os.close(write)

    def wait() -> Any:
        with open(read, "rb") as told:
            said = told.read()
        return marshal.loads(said) if _ended(pid, wait=True) == 0 else make()

    return wait


def keep_little() -> None:
    """Lets the C library give every large block back to the system when it is freed, where that can be said."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, LARGE)


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
