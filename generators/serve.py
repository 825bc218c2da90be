"""Shows a finished site on this computer and builds it again when a file changes."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog import events
from watchdog.observers import Observer

LEAST_WAIT = 0.3  # seconds between two looks at the files, where the system says nothing
SHARE = 10  # times as long as a look takes, so that looking takes a tenth of a processor at most
A_MOMENT = 0.05  # seconds for an editor to be done: some write a new file, and give it the name of the old one
CHANGES: list[type[events.FileSystemEvent]] = [  # and not that a file was read, as a build does
    *(events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent),
    *(events.DirCreatedEvent, events.DirMovedEvent, events.DirDeletedEvent),
]


class Handler(SimpleHTTPRequestHandler):
    """Serves modules with the type that browsers ask for, keeps quiet, and keeps nothing in the browser."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".js": "text/javascript"}

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def serve_site(
    site: Path,
    watched: list[Path],
    port: int,
    rebuild: Callable[[], None],
    rest: Callable[[], None],
    say: Callable[[str], None],
) -> None:
    """Serves until Ctrl-C. A rebuild that fails leaves the old site, with its report printed.

    `rest`: what is to be done after a build, once people see it.
    """
    handler = partial(Handler, directory=str(site.absolute()))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        say(f"Something else is using port {port}. Try: python -m generators serve --port {port + 1}")
        raise SystemExit(2) from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"Your site is at http://127.0.0.1:{port}/ (stop with Ctrl-C)")
    before = _state(watched)
    told = threading.Event()
    try:
        _tell(told, watched)
        rest()
        while True:
            told.clear()
            started = time.process_time()
            now = _state(watched)
            if now != before:
                before = now
                with suppress(SystemExit):  # the report is printed; the old site stays
                    rebuild()
                rest()
            elif told.wait(max(LEAST_WAIT, SHARE * (time.process_time() - started))):
                time.sleep(A_MOMENT)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.shutdown()


class _Telling(events.FileSystemEventHandler):
    """Says that there may be a change. Which one is looked for: what a system tells may be late, or not all."""

    def __init__(self, told: threading.Event) -> None:
        self._told = told

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        self._told.set()


def _tell(told: threading.Event, folders: Iterable[Path]) -> None:
    """Lets the system say when a file changes. Where it cannot, the files are still looked at from time to time."""
    with suppress(OSError):
        observer = Observer()
        observer.daemon = True
        for folder in folders:
            if folder.is_dir():
                observer.schedule(_Telling(told), str(folder), recursive=True, event_filter=CHANGES)
        observer.start()


def _state(folders: Iterable[Path]) -> dict[str, int]:
    """Every file with the time of its last change, in nanoseconds."""
    found = {}
    todo = [str(folder) for folder in folders]
    while todo:
        with suppress(OSError), os.scandir(todo.pop()) as entries:  # a folder may go while it is looked at
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    todo.append(entry.path)
                else:
                    with suppress(OSError):
                        found[entry.path] = entry.stat().st_mtime_ns
    return found
