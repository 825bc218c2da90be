"""Lets a test ask for one source module of a site whose modules are joined, as the very one that the page runs."""

from __future__ import annotations

from pathlib import Path

from generators.joined.modules import handle, read
from generators.serve import Handler

SOURCES = Path(__file__).resolve().parent.parent / "docs/assets/handrail"
AT = "/assets/handrail/"
STUB = """
const scripts = Array.from(document.querySelectorAll('script[type=module][src*="assets/joined/"]'));
const joined = Object.assign({}, ...(await Promise.all(scripts.map((script) => import(script.src)))));
const found = joined.%(handle)s || (await import("./%(file)s?source"));
export const { %(names)s } = found;
"""


class WithModules(Handler):
    """Where the site has no `assets/handrail/x.mjs`: the page's own instance of it, or else its source."""

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        name = path.partition(AT)[2]
        if not name.endswith(".mjs") or Path(self.translate_path(path)).exists() or not (SOURCES / name).is_file():
            return super().do_GET()
        if query == "source":
            text = (SOURCES / name).read_text("utf-8")
        else:
            names = ", ".join(exported for exported, _ in read(SOURCES, name).exports)
            text = STUB % {"handle": handle(name), "file": name.rpartition("/")[2], "names": names}
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
