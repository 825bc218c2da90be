"""`python -m generators`."""

import atexit
import gc
import os
import sys

_code: int | str | None = 0
_NO_WINDOWS = """This needs Linux or macOS, so on Windows it runs in the Linux that comes with Windows.
Once: open PowerShell, type   wsl --install   and start the computer again.
Then open "Ubuntu" from the start menu, and do it all there: docs/maintain/walkthrough.md says how."""


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
    if sys.platform == "win32":
        _code = _NO_WINDOWS
        return
    gc.disable()  # what is imported stays
    from .cli import main

    gc.enable()
    try:
        main(prog_name="python -m generators")
    except SystemExit as end:
        _code = end.code


atexit.register(_leave)  # before all others register, so that it comes last
_run()
