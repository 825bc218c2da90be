"""Shows a finished site on this computer and builds it again when a file changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Handler(SimpleHTTPRequestHandler):
    """Serves modules with the type that browsers ask for, keeps quiet, and keeps nothing in the browser."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".js": "text/javascript"}

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def serve_site(
    site: Path, watched: list[Path], port: int, rebuild: Callable[[], None], say: Callable[[str], None]
) -> None:
    """Serves until Ctrl-C. A rebuild that fails leaves the old site, with its report printed."""
    handler = partial(Handler, directory=str(site.absolute()))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        say(f"Something else is using port {port}. Try: python -m generators serve --port {port + 1}")
        raise SystemExit(2) from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"Your site is at http://127.0.0.1:{port}/ (stop with Ctrl-C)")
    before = _state(watched)
    try:
        while True:
            time.sleep(1)
            now = _state(watched)
            if now != before:
                before = now
                try:
                    rebuild()
                except SystemExit:
                    pass  # the report is printed; the old site stays
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.shutdown()


def _state(folders: list[Path]) -> dict[str, int]:
    """Every file with the time of its last change, in nanoseconds."""
    return {
        str(path): path.stat().st_mtime_ns
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
