"""A server that compresses and says what may be kept, as hosts do that read `_headers`."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from generators.joined import FOLDER
from generators.joined.headers import FOR_EVER
from generators.serve import Handler

TEXT = (".html", ".mjs", ".js", ".css", ".json", ".svg", ".txt", ".xml")


def squeezed_bytes(path: Path) -> bytes:
    """A file as hosts send it."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Squeezing(Handler):
    """Answers compressed, and keeps a connection open for more than one answer, as hosts do."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are sent one after the other

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXT or not path.is_file():
            return super().do_GET()
        body = squeezed_bytes(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        is_hashed = self.path.startswith(f"/{FOLDER}/")
        self.send_header("Cache-Control", FOR_EVER if is_hashed else "no-cache")
        SimpleHTTPRequestHandler.end_headers(self)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on this computer, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Squeezing, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
