"""The link check against a small server: what is there, what is gone, what never answers, what sends in a circle."""

from __future__ import annotations

import datetime
import json
import shutil
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from generators.cli import main
from generators.linkcheck import ask as asking
from generators.linkcheck.ask import Answer, ask, ask_all
from generators.linkcheck.remember import broken, remembered, stored

ASKED: list[tuple[str, str, str, float]] = []  # method, path, agent, moment


class Host(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        ASKED.append((self.command, self.path, self.headers["User-Agent"], time.monotonic()))
        if self.path == "/slow":
            time.sleep(1.5)
        if self.path == "/get-only" and self.command == "HEAD":
            return self._say(405)
        if self.path in ("/circle", "/moved"):
            self.send_response(302)
            self.send_header("Location", "/circle" if self.path == "/circle" else "/here")
            self.send_header("Content-Length", "0")
            return self.end_headers()
        self._say({"/gone": 404, "/broken": 500, "/no-programs": 403, "/too-often": 429}.get(self.path, 200))

    do_GET = do_HEAD

    def _say(self, code: int) -> None:
        self.send_response(code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/here", "/get-only", "/moved", "/no-programs", "/too-often"])
def test_what_is_there(host: str, path: str) -> None:
    assert ask(host + path, "test", 5).is_there


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "404 Not Found"),
        ("/broken", "500 Internal Server Error"),
        ("/circle", "302 sends in a circle"),
        ("/slow", "no answer in 0.5 seconds"),
    ],
)
def test_what_is_not(host: str, path: str, said: str) -> None:
    assert ask(host + path, "test", 0.5) == Answer(False, said)


def test_a_host_that_is_not_there_is_no_traceback() -> None:
    for url in ("http://127.0.0.1:1/", "http://no-such-host.invalid/", "http://[bad/", "https://exa mple.org/"):
        assert not ask(url, "test", 2).is_there


def test_one_host_is_asked_one_at_a_time_with_a_rest_and_told_who_asks(host: str) -> None:
    ASKED.clear()
    ask_all([f"{host}/here?{number}" for number in range(4)], "Handrail link check (Us)", rest=0.2)
    moments = [moment for *_, moment in ASKED]
    assert all(later - before >= 0.2 for before, later in zip(moments, moments[1:], strict=False))
    assert {agent for _, _, agent, _ in ASKED} == {"Handrail link check (Us)"}
    assert {method for method, *_ in ASKED} == {"HEAD"}


def test_a_warning_only_after_two_different_days(tmp_path: Path) -> None:
    url, places = "https://example.org/a", {"https://example.org/a": [("resources/us/services/x.yaml", 7)]}
    gone = {url: Answer(False, "404 Not Found")}
    first = remembered({}, gone, datetime.date(2026, 11, 21))
    again = remembered(first, gone, datetime.date(2026, 11, 21))
    assert broken(first, places) == broken(again, places) == []
    second = remembered(again, gone, datetime.date(2026, 11, 28))
    (problem,) = broken(second, places)
    assert str(problem) == (
        "resources/us/services/x.yaml:7: reminder: https://example.org/a did not answer on 2026-11-21 and 2026-11-28 "
        "(404 Not Found). Open it in a browser, and look for its new address."
    )
    assert remembered(second, {url: Answer(True, "200")}, datetime.date(2026, 11, 29)) == {}
    (tmp_path / "links.json").write_text("{damaged")
    assert stored(tmp_path / "links.json") == stored(tmp_path / "none.json") == {}


def test_the_command_never_stops_publishing(
    host: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(small, tmp_path / "resources")
    pantry = tmp_path / "resources/us/services/pantry.yaml"
    pantry.write_text(pantry.read_text("utf-8") + f'website: "{host}/gone"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    real = asking.ask

    def only_ours(url: str, agent: str, patience: float) -> Answer:
        return real(url, agent, patience) if url.startswith(host) else Answer(True, "200")

    monkeypatch.setattr(asking, "ask", only_ours)
    said = []
    for day in ("2026-11-21", "2026-11-28"):
        result = CliRunner().invoke(main, ["check", "--links", "--today", day])
        assert result.exit_code == 0, result.output
        said.append(result.stdout)
    assert f"{host}/gone" not in said[0]
    assert f"pantry.yaml:{len(pantry.read_text('utf-8').splitlines())}: reminder: {host}/gone did not answer" in said[1]
    assert json.loads(Path(".cache/handrail/links.json").read_text())[f"{host}/gone"]["said"] == "404 Not Found"
