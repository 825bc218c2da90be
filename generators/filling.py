"""Fills a site with everything that is made from the data: pages, data of modules, files for others."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from . import api, pages
from .admin import CannotFetch, admin_files
from .building import MODULES, Build, Render
from .languages import language
from .model import mark, reading
from .pages.moved import moved_pages
from .pages.site import MakeData, MakeMany, declare_data, declare_many, work_out
from .processes import do_all, give_back
from .search import SearchFiles
from .write import as_json

# Pages that there may be 20,000 of: MkDocs, which checks the links of prose, is told of those that prose links to.
MANY = re.compile(r"(?:[a-z]{2,3}/)?(?:services|organizations|areas|needs/[^/]+)/.")
SLOW = re.compile(r"maintain/")  # pages that look at all texts and records: beside everything else
MakeFiles = Callable[[], Iterable[tuple[str, str | bytes]]]  # gives addresses in the site and content
MakeMore = Callable[[], tuple[Iterable[tuple[str, str | bytes]], Any]]  # and plain data beside them
WORTH = 200  # pages to be made; fewer take less time than a second process
PAGES_AT_ONCE = 20  # that one process writes before it takes the next


def fill_site(build: Build, render: Render) -> None:
    """Writes it all, in two processes where there is much of it."""
    reuse, write = build.reuse, build.stage.write

    def put(name: str, content: str) -> None:
        write(name, content)
        reuse.made(name, ())

    def write_pages(some: Sequence[pages.Declared]) -> None:
        for declared in some:
            name = f"{declared.url}index.html"
            with reading() as notes:
                html, loads = build.wrapped(declared.make(), render)
            write(name, html)
            reuse.made(name, notes, loads)

    build.assets.put = put
    _write_admin(build)
    for code in build.records.site.languages:
        build.shell(build.view(code), "prose")
        reuse.used |= build.loaded
    work_out(build.records, build.today)
    if build.records.site.api != "off":
        api.work_out(build.records, build.today)
    taken = reuse.take_all([f"{declared.url}index.html" for declared in build.compiled])
    again = [declared for declared in build.compiled if f"{declared.url}index.html" not in taken]
    many = [declared for declared in again if MANY.match(declared.url)]
    write_pages([declared for declared in again if not (MANY.match(declared.url) or SLOW.match(declared.url))])
    write_pages(many[:1])  # with their templates and wrapper the other process need not begin
    size = max(PAGES_AT_ONCE, len(many) // 5000)
    some = [partial(write_pages, many[start : start + size]) for start in range(1, len(many), size)]
    slow = [declared for declared in again if SLOW.match(declared.url)]
    data = [partial(write_pages, slow)] if slow else []
    data += [partial(_write_group, build, name, make) for name, make in _data(build)]
    data += [partial(_write_many, build, name, make) for name, make in declare_many(build.records, build.today)]
    data += [partial(_write_search, build, code) for code in build.records.site.languages]
    data.append(partial(_write_api, build))
    written = len(build.stage.here)
    tasks = [*(partial(_alone, task) for task in data), *some]
    if len(many) < WORTH:
        for task in tasks:
            task()
        return reuse.end(0)
    others = do_all(tasks, lambda number: reuse.end_of_process(number, written))
    build.records.let_go()
    reuse.end(others)


def _alone(task: Callable[[], None]) -> None:
    """A task that takes much memory for a while."""
    task()
    give_back()


def _data(build: Build) -> Iterator[tuple[str, MakeFiles]]:
    """What modules fetch, what others may take, and the pages at older addresses: groups, and what makes each."""
    records, today = build.records, build.today
    for name, make in declare_data(records, today):
        yield name, partial(_as_files, make)
    yield "moved", partial(moved_pages, records, today, build.addresses.canonical)


def _as_files(make: MakeData) -> Iterator[tuple[str, str]]:
    return ((f"{MODULES}/data/{name}", as_json(data)) for name, data in make())


def _write_many(build: Build, key: str, make: MakeMany) -> None:
    """Files with many records, each written or taken by itself."""
    records, reuse = build.records, build.reuse
    before = records.lasting.get(records, f"many/{key}") or {}
    held = {}
    for name, part in make():
        path = f"{MODULES}/data/{name}"
        held[path] = mark(part.ids)
        if before.get(path) != held[path] or not reuse.take(path):
            with reading() as notes:
                text = as_json(part.make())
            build.stage.write(path, text)
            reuse.made(path, notes)
    if held != before:
        records.lasting.put(records, f"many/{key}", held, ())


def _write_search(build: Build, code: str) -> None:
    """What the search in one language loads, group by group."""
    found = SearchFiles(build.records, language(code))
    for key, taken, make in found.groups():

        def files(make: MakeData = make) -> Iterator[tuple[str, str]]:
            return ((f"{MODULES}/data/search/{code}/{name}", as_json(data)) for name, data in make())

        _write_group(build, f"search/{code}/{key}", files, taken)
    _write_many(build, f"cards/{code}", lambda: ((f"search/{code}/{name}", part) for name, part in found.cards()))


def _write_api(build: Build) -> None:
    """The data for others, piece by piece."""
    records = build.records
    if records.site.api == "off":
        return
    pieces = [
        _write_kept(build, f"api/{key}", make)
        for key, make in api.api_pieces(records, build.today, api.has_single_files(records))
    ]
    for name, content in api.joined_files(records, build.today, pieces):
        build.stage.write(name, content)
        del content  # before the next is made


def _write_group(build: Build, key: str, make: MakeFiles, taken: bytes = b"") -> None:
    """Writes a group of files, or takes all of them from the last site. `taken`: the mark of what was made before."""
    _write_kept(build, f"group/{key}", lambda: (make(), None), taken)


def _write_kept(build: Build, key: str, make: MakeMore, taken: bytes = b"") -> Any:
    """The same; gives what came with the files, plain data, made now or kept."""
    records, reuse = build.records, build.reuse
    kept = records.lasting.get(records, key)
    if kept is not None and kept[0] == taken and all([reuse.take(name) for name in kept[1]]):
        return kept[2]
    names = []
    with reading() as notes:
        files, more = make()
        for name, content in files:
            build.stage.write(name, content)
            names.append(name)
    for name in names:
        reuse.made(name, ())  # the group has the notes, and is asked first
    records.lasting.put(records, key, (taken, names, more), notes)
    return more


def _write_admin(build: Build) -> None:
    """The form for editing records, where the site has one."""
    try:
        for path, part in admin_files(build.records, Path(os.environ.get("HANDRAIL_CACHE") or ".cache/handrail")):
            build.stage.write(path, part)
    except CannotFetch as error:
        print(f"The site is built without the editing form at /admin/: {error}. Build again later.", file=sys.stderr)
