"""Asks websites whether a page is still there: one at a time from each host, with a rest between two questions."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

AT_ONCE = 6  # hosts
REST = 1.0  # seconds between two questions to one host
PATIENCE = 15.0  # seconds
# The host answers, but not to programs, or not now: that says nothing about the page.
NOT_FOR_PROGRAMS = (401, 402, 403, 406, 418, 429, 451, 999)


@dataclass(frozen=True)
class Answer:
    """What became of one question."""

    is_there: bool
    said: str  # "200", "404 Not Found", "no answer in 15 seconds"


def ask_all(
    urls: Iterable[str], agent: str, rest: float = REST, patience: float = PATIENCE, say: Callable[[str], None] = print
) -> dict[str, Answer]:
    """An answer for each address; `say` is told of each that fails."""
    by_host: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        by_host.setdefault(_host(url), []).append(url)

    def of_host(some: list[str]) -> dict[str, Answer]:
        found = {}
        for place, url in enumerate(some):
            if place:
                time.sleep(rest)
            found[url] = ask(url, agent, patience)
            if not found[url].is_there:
                say(f"{url}: {found[url].said}")
        return found

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {url: answer for found in pool.map(of_host, by_host.values()) for url, answer in found.items()}


def _host(url: str) -> str:
    """Whom to ask; an address that names nobody stands for itself."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url


def ask(url: str, agent: str, patience: float = PATIENCE) -> Answer:
    """HEAD first, because it is small; many hosts know only GET, so that has the last word."""
    first = _ask(url, "HEAD", agent, patience)
    return first if first.is_there or first.said.startswith("no answer") else _ask(url, "GET", agent, patience)


def _ask(url: str, method: str, agent: str, patience: float) -> Answer:
    plain = quote(url, safe=":/?#[]@!$&'()*+,;=%~")
    headers = {"User-Agent": agent, "Accept": "*/*"}
    try:
        request = urllib.request.Request(plain, method=method, headers=headers)
        with urllib.request.urlopen(request, timeout=patience) as answer:
            return Answer(True, str(answer.status))
    except urllib.error.HTTPError as error:
        error.close()
        words = "sends in a circle" if "infinite loop" in str(error.reason) else str(error.reason).split("\n")[0]
        return Answer(error.code in NOT_FOR_PROGRAMS, f"{error.code} {words}".strip())
    except TimeoutError:
        return Answer(False, f"no answer in {patience:g} seconds")
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            return Answer(False, f"no answer in {patience:g} seconds")
        return Answer(False, str(error.reason))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(False, str(error) or type(error).__name__)
