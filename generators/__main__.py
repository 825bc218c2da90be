"""`python -m generators`."""

import atexit
import gc
import os
import sys

_code: int | str | None = 0


def _leave() -> None:
    """Ends at once: to free the records of a large directory one by one takes a quarter of a second."""
    if isinstance(_code, str):
        print(_code, file=sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            pass  # closed, or nobody reads it
    os._exit(1 if isinstance(_code, str) else _code or 0)


def _run() -> None:
    global _code
    gc.disable()  # what is imported stays
    from .cli import main

    gc.enable()
    try:
        main(prog_name="python -m generators")
    except SystemExit as end:
        _code = end.code


atexit.register(_leave)  # before all others register, so that it comes last
_run()
