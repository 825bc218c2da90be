"""Fills a site with everything that is made from the data: pages, data of modules, files for others."""

from __future__ import annotations

import gc
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
from .folded import folded
from .languages import language
from .model import mark, reading
from .pages.moved import moved_pages
from .pages.site import MakeData, MakeMany, declare_data, declare_plans, declare_screening, work_out
from .plan import was_called
from .processes import Helper, are_two, do_all, give_back, keep_little
from .reuse import Reuse
from .search import SearchFiles
from .write import as_json

# Pages that there may be 20,000 of: MkDocs, which checks the links of prose, is told of those that prose links to.
MANY = re.compile(r"(?:[a-z]{2,3}/)?(?:services|organizations|areas|needs/[^/]+)/.")
SLOW = re.compile(r"maintain/")  # pages that look at all texts and records: beside everything else
ToMake = tuple[str, pages.Declared]  # the url of a page, and what makes it
MakeFiles = Callable[[], Iterable[tuple[str, str | bytes]]]  # gives addresses in the site and content
MakeMore = Callable[[], tuple[Iterable[tuple[str, str | bytes]], Any]]  # and plain data beside them
Task = Callable[[], None]
WORTH = 200  # pages to be made; fewer take less time than a second process
LARGE = 5000  # things made of a site whose data for others takes longer than a second process
FEW = 50  # records that were edited; with more there is much to be made, in two processes anyway
PAGES_AT_ONCE = 20  # that one process writes before it takes the next


def fill_site(build: Build, render: Render) -> None:
    """Writes it all, in two processes where there is much of it."""
    reuse, write = build.reuse, build.stage.write

    def put(name: str, content: str) -> None:
        write(name, content)
        reuse.made(name, ())

    def write_pages(some: Sequence[ToMake]) -> None:
        for url, declared in some:
            name = f"{url}index.html"
            with reading() as notes:
                html, loads = build.wrapped(declared.make(url), render)
            write(name, html)
            reuse.made(name, notes, loads)

    build.assets.put = put
    reuse.remember_assets()
    _write_admin(build)
    for code in build.records.site.languages:
        build.shell(build.view(code), "prose")
        reuse.used |= build.loaded
    work_out(build.records, build.today)
    if build.records.site.api != "off":
        api.work_out(build.records, build.today)
    if build.helper:
        build.helper.share()  # it is with the search still, if an edit changed what is found
    slow, some = _page_tasks(build, write_pages)
    lists = [partial(_write_group, build, name, make) for name, make in _data(build)]
    lists += [partial(_write_many, build, *one) for one in declare_screening(build.records, build.today)]
    data: list[Task] = [*slow, *lists, *([] if build.helper else _for_helper(build))]
    written, begun = len(build.stage.here), 1 if build.helper else 0
    if len(some) < WORTH // PAGES_AT_ONCE:
        for task in some:
            task()
        for task in data:
            task()
        if build.helper:
            build.helper.finish()
        return reuse.end(begun)
    gc.enable()
    keep_little()
    records = build.records
    is_last = bool(build.stage.site) and not records.lasting.keeps_all  # nobody will want what the tasks worked out
    tasks: list[Task] = [*(partial(_alone, task) for task in data), *some]
    meanwhile = records.let_go if is_last else None
    others = do_all(tasks, lambda number: reuse.end_of_process(begun + number, written), meanwhile)
    if build.helper:
        build.helper.finish()
    records.let_go()
    reuse.end(begun + others)


def begin(build: Build) -> None:
    """Lets another process begin with what takes longest after an edit in a large site: no page need be known for it.

    It is the part 0 of the build, see `Reuse.end_of_process`.
    """
    lasting, records, stage = build.records.lasting, build.records, build.stage
    if len(lasting.before) < LARGE or records.site.api == "off" or not are_two() or lasting.differ(records) > FEW:
        return
    written = len(stage.here)
    build.helper = Helper(_for_helper(build), lambda: build.reuse.end_of_process(0, written))


def _for_helper(build: Build) -> list[Task]:
    """What no page need be known for: the search, the data for others, and that of the plan."""
    searches = [partial(_write_search, build, code) for code in build.records.site.languages]
    plans = [partial(_write_plans, build, *one) for one in declare_plans(build.records, build.today)]
    return [*searches, partial(_write_api, build), *plans]


def _page_tasks(build: Build, write_pages: Callable[[Sequence[ToMake]], None]) -> tuple[list[Task], list[Task]]:
    """Writes the pages of which there are few; gives what is left: slow ones, and many by some."""
    again = [one for declared in build.compiled for one in _to_make(declared, build.reuse)]
    many = [one for one in again if MANY.match(one[0])]
    write_pages([one for one in again if not (MANY.match(one[0]) or SLOW.match(one[0]))])
    write_pages(many[:1])  # with their templates and wrapper the other process need not begin
    size = max(PAGES_AT_ONCE, len(many) // 5000)
    slow = [one for one in again if SLOW.match(one[0])]
    return (
        [partial(write_pages, slow)] if slow else [],
        [partial(write_pages, many[start : start + size]) for start in range(1, len(many), size)],
    )


def _to_make(declared: pages.Declared, reuse: Reuse) -> list[ToMake]:
    """The pages of one language that cannot be taken from the last site."""
    names = [f"{url}index.html" for url in declared.lines]
    taken = reuse.take_all(names)
    return [(url, declared) for url, name in zip(declared.lines, names, strict=True) if name not in taken]


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
    parts = {f"{MODULES}/data/{name}": part for name, part in make()}
    held = {path: mark(part.ids) for path, part in parts.items()}
    taken = reuse.take_all([path for path, its in held.items() if before.get(path) == its])
    for path in [path for path in parts if path not in taken]:
        with reading() as notes:
            text = as_json(parts[path].make())
        build.stage.write(path, text)
        reuse.made(path, notes)
    if held != before:
        records.lasting.put(records, f"many/{key}", held, ())


def _write_plans(build: Build, key: str, make: MakeMany) -> None:
    """Files of the plan, or of what is compared."""
    was_called(build.records)  # on which they may depend
    _write_many(build, key, make)


def _write_search(build: Build, code: str) -> None:
    """What the search in one language loads, group by group."""
    folded(build.records)  # on which cards depend
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
    api.work_out(records, build.today)
    pieces = [
        _write_kept(build, f"api/{key}", make)
        for key, make in api.api_pieces(records, build.today, api.has_single_files(records))
    ]
    for name, known, parts in api.joined_files(records, build.today, pieces):
        key = f"joined/{name}"
        if known and records.lasting.get(records, key) == known and build.reuse.take(name):
            continue
        build.stage.write_parts(name, parts)
        if known:
            records.lasting.put(records, key, known, ())
            build.reuse.made(name, ())


def _write_group(build: Build, key: str, make: MakeFiles, taken: bytes = b"") -> None:
    """Writes a group of files, or takes all of them from the last site. `taken`: the mark of what was made before."""
    _write_kept(build, f"group/{key}", lambda: (make(), None), taken)


def _write_kept(build: Build, key: str, make: MakeMore, taken: bytes = b"") -> Any:
    """The same; gives what came with the files, plain data, made now or kept."""
    records, reuse = build.records, build.reuse
    kept = records.lasting.get(records, key, stays=False)
    if kept is not None and kept[0] == taken and all([reuse.take(name) for name in kept[1]]):
        return kept[2]
    names = []
    with reading() as notes:
        files, more = make()
        for name, content in files:
            build.stage.write(name, content)
            names.append(name)
    for name in names:  # the group has the notes, and is asked first; but an address of a page may be that of another
        reuse.made(name, notes if name.endswith(".html") else ())
    records.lasting.put(records, key, (taken, names, more), notes)
    return more


def _write_admin(build: Build) -> None:
    """The form for editing records, where the site has one."""
    try:
        for path, part in admin_files(build.records, Path(os.environ.get("HANDRAIL_CACHE") or ".cache/handrail")):
            build.stage.write(path, part)
    except CannotFetch as error:
        print(f"The site is built without the editing form at /admin/: {error}. Build again later.", file=sys.stderr)
