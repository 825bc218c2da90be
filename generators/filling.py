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
from .processes import Helpers, are_two, give_back, keep_little
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
LARGE = 5000  # services, or things made, of a site whose data for others takes longer than a second process
FEW = 50  # records that were edited; with more there is much to be made, in two processes anyway
PAGES_AT_ONCE = 20  # that one process writes before it takes the next


def fill_site(build: Build, render: Render) -> None:
    """Writes it all. Where there is much of it, other processes begin with that: `end_filling` waits for them."""
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
    if build.ahead and build.is_edit:
        build.ahead.share()  # it is with the search still, if an edit changed what is found
    lists = [partial(_write_group, build, name, make) for name, make in _data(build)]
    lists += [partial(_write_many, build, *one) for one in declare_screening(build.records, build.today)]
    data: list[Task] = [*lists, *([] if build.ahead else _ahead(build))]
    again = [_to_make(declared, reuse) for declared in build.compiled]
    if sum(map(len, again)) < WORTH:
        for some in again:
            write_pages(some)
        for task in data:
            task()
        if build.ahead:
            build.ahead.share()
        return _end(build)
    if not build.records.lasting.keeps_all:
        gc.freeze()  # what stands now is needed to the end, or nearly
    _be_sparing()
    slow, rest = _page_tasks(again, write_pages)
    tasks: list[Task] = [*(partial(_alone, task) for task in (*slow, *data)), *rest]
    if build.ahead:
        tasks.append(build.ahead.share)  # what it has not begun with by then
    if not are_two():
        for task in tasks:
            task()
        build.records.let_go()
        return _end(build)
    written, begun = len(build.stage.here), 1 if build.ahead else 0
    build.workers = Helpers(tasks, lambda number: reuse.end_of_process(begun + number, written))


def end_filling(build: Build) -> None:
    """Waits until all is written; nothing else of the build is to be done meanwhile."""
    if build.workers is None:
        return
    if build.stage.site and not build.records.lasting.keeps_all:  # nobody will want what the tasks worked out
        if build.ahead:
            build.ahead.finish()
        build.workers.begin_all()  # and nothing that a task takes stays in the memory of this process
        build.records.let_go()
    else:
        build.workers.share()
    build.workers.finish()
    _end(build)


def _end(build: Build) -> None:
    """Gathers what other processes did."""
    begun = 0
    for others in (build.ahead, build.workers):
        if others:
            others.finish()
            begun += others.count
    if build.workers:
        build.records.let_go()
    build.reuse.end(begun)


def begin(build: Build) -> None:
    """Lets another process of a large site begin with what takes longest, before any page is known.

    It is the part 0 of the build, see `Reuse.end_of_process`.
    """
    records, lasting = build.records, build.records.lasting
    size = max(len(lasting.before), len(records.services))
    if size < LARGE or records.site.api == "off" or not (build.stage.site and are_two()):
        return
    build.is_edit = bool(lasting.before) and lasting.differ(records) <= FEW
    if build.is_edit or not lasting.keeps_all:  # else this process will want what is worked out
        written, tasks = len(build.stage.here), _ahead(build)
        tasks = tasks if build.is_edit else [partial(_alone, task) for task in tasks]
        build.ahead = Helpers(tasks, lambda _: build.reuse.end_of_process(0, written), gives_way=build.is_edit)


def _ahead(build: Build) -> list[Task]:
    """What no page need be known for: the search, the data for others, and that of the plan."""
    searches = [partial(_write_search, build, code) for code in build.records.site.languages]
    plans = [partial(_write_plans, build, *one) for one in declare_plans(build.records, build.today)]
    return [*searches, partial(_write_api, build), *plans]


def _page_tasks(
    again: Sequence[Sequence[ToMake]], write_pages: Callable[[Sequence[ToMake]], None]
) -> tuple[list[Task], list[Task]]:
    """Writes some pages of the first language, with whose templates and wrappers other processes need not begin; gives
    what is left: slow ones, and many by some. `again`: what is to be made, by language.
    """
    few = [[one for one in some if not (MANY.match(one[0]) or SLOW.match(one[0]))] for some in again]
    many = [one for some in again for one in some if MANY.match(one[0])]
    slow = [one for some in again for one in some if SLOW.match(one[0])]
    for some in few[:1]:
        write_pages(some)
    write_pages(many[:1])
    size = max(PAGES_AT_ONCE, len(many) // 5000)
    tasks: list[Task] = [partial(write_pages, some) for some in few[1:] if some]
    tasks += [partial(write_pages, many[start : start + size]) for start in range(1, len(many), size)]
    return [partial(write_pages, slow)] if slow else [], tasks


def _to_make(declared: pages.Declared, reuse: Reuse) -> list[ToMake]:
    """The pages of one language that cannot be taken from the last site."""
    names = [f"{url}index.html" for url in declared.lines]
    taken = reuse.take_all(names)
    return [(url, declared) for url, name in zip(declared.lines, names, strict=True) if name not in taken]


def _be_sparing() -> None:
    """From now on much is made: what nobody needs goes at once."""
    gc.enable()
    keep_little()


def _alone(task: Callable[[], None]) -> None:
    """A task that takes much memory for a while."""
    _be_sparing()
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
