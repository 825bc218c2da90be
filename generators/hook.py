"""Where MkDocs meets the house: declares every page, wraps it in the theme, reports problems in the data."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_date
from mkdocs.utils.templates import TemplateContext

from generators import pipeline
from generators.building import MODULES, Build, take_css
from generators.docs_files import keep_own_assets, language_of, place_prose, scrollable_tables
from generators.filling import MANY, begin, end_filling, fill_site
from generators.joined import FOLDER, HEADERS, headers
from generators.load.places import read_places
from generators.memory import FORGETFUL, Memory
from generators.model import Lasting, Records, watched
from generators.pages import TwoPages
from generators.pages.correct import correction
from generators.pages.glossary import with_words_linked
from generators.pages.kept_templates import KeptTemplates, remember
from generators.pages.looks import OWN_CSS, own_css, own_logo
from generators.pages.lost import LOST_STYLE, LOST_STYLE_HASH
from generators.pages.ready import with_ready_plans
from generators.pages.schemas import schemas
from generators.pages.shell import POLICY
from generators.pages.site import declare_pages
from generators.problems import report
from generators.processes import nothing_to_collect
from generators.prose import folded_of, named, only_known_links, parts_of
from generators.reuse import copies_of, forget_lasting, open_lasting
from generators.salvage import salvage
from generators.sitemap import ROBOTS, entries, robots, sitemaps
from generators.stage import Stage, remember_stage, stage_in_place
from generators.write import Addresses

_command = "build"
_memory = Memory()  # of `mkdocs serve`
_build: Build | None = None
_making = ExitStack()  # open while MkDocs makes the prose
_env: jinja2.Environment | None = None  # of all templates of the theme, until MkDocs has it
_linked: list[File] = []  # pages made from the data that MkDocs is told of


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers the command: only `serve` relaxes the security policy."""
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the data. With a problem in it the build ends here, before the old site is touched."""
    global _build
    here = Path(config.config_file_path).parent
    resources = Path(os.environ.get("HANDRAIL_RESOURCES") or os.path.relpath(here / "resources"))
    today = os.environ.get("HANDRAIL_TODAY")
    day = datetime.date.fromisoformat(today) if today else datetime.date.today()
    with nothing_to_collect():
        cache = os.environ.get("HANDRAIL_CACHE")
        memory = _memory if _command == "serve" else config.extra.get("memory") or FORGETFUL
        look = config.extra.get("look")
        records, problems = pipeline.gather(resources, day, Path(cache) if cache else None, memory, look)
    if problems:
        print(report(problems), file=sys.stderr)
    is_whole = records is not None
    if records is None and os.environ.get("HANDRAIL_SKIP_BAD"):
        records = _salvaged(resources, day)
    if records is None:
        wrong = sum(not problem.reminder for problem in problems)
        raise Abort(f"The data has {wrong} problem(s) to mend (see above). Nothing was built.")
    places = tuple(read_places(resources).files.values())
    config.site_name = records.site.name
    if records.site.site_url:
        config.site_url = f"{records.site.site_url.rstrip('/')}/"
    if records.site.repository:
        config.repo_url = f"{records.site.repository.rstrip('/')}/"
        config.edit_uri = f"{config.repo_url}docs/"
    addresses = Addresses(
        config.site_url or "", config.repo_url or "", config.edit_uri or "", config.edit_uri_template or ""
    )
    stage = config.extra.get("stage") or _stage_of(config)
    lasting, folder = Lasting(), Path(cache) if cache else None
    if stage.site and is_whole and (folder or memory.keeps):
        lasting = open_lasting(folder, stage.site, records, day, f"{addresses} {_command}", memory)
    elif stage.site:
        forget_lasting(folder, stage.site, memory)
    _build = Build(watched(records, lasting), day, Path(config.docs_dir), resources.absolute(), places)
    _build.serving = _command == "serve"
    _build.addresses = addresses
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")
    _build.theme_css = take_css(config.theme.dirs)
    config.watch.append(str(resources))
    remember(_build.records)
    _build.write_into(stage)
    begin(_build)
    return config


def _stage_of(config: MkDocsConfig) -> Stage:
    """Where the site is made without `python -m generators`.

    MkDocs empties its folder before each build: what it serves is kept from that, and only what changed is written.
    """
    folder = Path(config.site_dir)
    if _command != "serve":
        return Stage(folder)
    stage = stage_in_place(folder, _memory)
    config.site_dir = str(stage.scratch)
    return stage


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Declares every page: to MkDocs those that prose links to, so that the links are checked.

    Then what is made from the data is written, or other processes begin to, while MkDocs makes the prose.
    """
    global _env
    build = now()
    _making.close()
    _linked.clear()
    keep_own_assets(files, config)
    build.untold |= place_prose(build.records.site.languages, files, config)
    taken = {file.dest_uri for file in files}
    prose = [file for file in files.documentation_pages() if file.inclusion != InclusionLevel.EXCLUDED]
    linked = set().union(*(named(file.content_string) for file in files.documentation_pages()))
    build.folded = folded_of(build.records, linked)
    parts = parts_of(build.folded.values())
    try:
        build.compiled = list(declare_pages(build.records, build.today))
    except TwoPages as error:
        raise PluginError(f"two records want to have the page /{error}. Rename one.") from error
    for declared in build.compiled:
        build.urls.update(declared.lines)
    for name in taken:
        if name.endswith("index.html") and (url := name.removesuffix("index.html")) in build.urls:
            raise PluginError(f"two pages want to be /{url}: one of docs/ and one made from the data. Rename one.")
    for declared in build.compiled:
        told = {url for url in declared.others if not MANY.match(url)}
        told |= declared.lines.keys() & (linked | parts.keys())
        for url in filter(told.__contains__, declared.lines):
            name, part = f"{url}index.html", parts.get(url, "")
            _linked.append(File.generated(config, name, content=part, inclusion=InclusionLevel.NOT_IN_NAV))
            files.append(_linked[-1])
    build.guides.names = [file.dest_uri for file in prose]
    build.guides.links = sorted({*(linked & build.urls), *build.folded.values()})
    if build.guides.take(build.records, build.reuse):
        for file in (*prose, *_linked):
            files.remove(file)
        _linked.clear()
    for path in build.places:
        files.append(File.generated(config, f"{MODULES}/data/places/{path.name}", abs_src_path=str(path)))
    build.copies = copies_of((file.dest_uri, file.abs_src_path) for file in files if not file.is_documentation_page())
    if build.guides.is_taken:  # else prose may name them
        copied = build.reuse.take_copies(build.copies)
        for file in [file for file in files if file.dest_uri in copied]:
            files.remove(file)
    for name, content in build.records.lasting.made(build.records, "schemas", _schemas):
        files.append(File.generated(config, f"maintain/schema/{name}", content=content))
    files.append(File.generated(config, HEADERS, content=headers(None if build.records.site.admin else POLICY, FOLDER)))
    if (home := build.addresses.canonical("")) and ROBOTS not in taken:
        files.append(File.generated(config, ROBOTS, content=robots(home)))
    if css := own_css(build.records.site):
        files.append(File.generated(config, OWN_CSS, content=css))
    if logo := build.records.site.logo:
        files.append(File.generated(config, own_logo(logo), abs_src_path=str(build.resources / logo)))
    _env = config.theme.get_env()
    _env.autoescape = True
    _env.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    _env.bytecode_cache = KeptTemplates("theme")
    fill_site(build, _env.get_template("main.html").render)
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """MkDocs takes the templates that our own pages have."""
    global _env
    own, _env = _env, None
    assert own is not None
    for file in _linked:  # not for MkDocs to write
        files.remove(file)
    _linked.clear()
    _making.enter_context(now().guides.made())
    return own


def on_post_build(config: MkDocsConfig) -> None:
    """All that MkDocs makes itself is made. What `mkdocs serve` shows is changed where it must be."""
    _making.close()
    end_filling(now())
    if _command == "serve":
        build = now()
        build.stage.absorb()
        build.stage.finish()
        keep(build)
        remember_stage(build.stage, _memory)


def on_build_error(error: Exception) -> None:
    """What other processes do for this build is not wanted any more."""
    if _build is not None:
        _build.stop()


def on_shutdown() -> None:
    """`mkdocs serve` takes away what it shows; this is what stands beside it."""
    if _build is not None:
        _build.stop()  # somebody ended the build from outside
    if _command == "serve" and _build is not None:
        shutil.rmtree(_build.stage.scratch, ignore_errors=True)


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """A guide may name a service that this site does not have: its name stays, without a link."""
    return only_known_links(markdown, now().urls, now().folded)


def on_page_context(
    context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Prose takes the same wrapper."""
    build = now()
    code, path = language_of(build.records.site.languages, page.url)
    view = build.view(code, path)
    untold = page.file.src_uri in build.untold
    prose = with_words_linked(view, scrollable_tables(page.content or ""), "en" if untold else code)
    content = Markup(with_ready_plans(view, prose))
    values = build.shell(
        view,
        "prose",
        path=path,
        title=page.title or "",
        description=page.meta.get("description") or view.site.plain("tagline"),
        content=content,
        canonical=page.canonical_url,
        change=page.edit_url,
        correct=correction(view, page.title or "", path),
        untold=untold,
    )
    build.guides.loads |= build.loaded
    context.update(values)  # type: ignore[typeddict-item]
    return context


def on_template_context(context: TemplateContext, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """The sitemap learns of the pages made from the data; the page for lost readers gets its words."""
    build = now()
    if template_name == "sitemap.xml":
        addresses = (build.addresses.canonical(url) for declared in build.compiled for url in declared.lines)
        if not build.guides.is_taken:
            build.guides.addresses = [file.page.canonical_url for file in context["pages"] if file.page]
        all_ = [address for address in (*build.guides.addresses, *addresses) if address]
        home = build.addresses.canonical("") or ""
        listed = entries(all_, home, build.records.site.languages)
        (_, sitemap), *parts = sitemaps(listed, home, get_build_date())
        for name, text in parts:
            build.stage.write(name, text)
        context.update({"sitemap": Markup(sitemap)})  # type: ignore[misc]
    else:
        views = [build.view(code) for code in build.records.site.languages]
        home = f"{context['base_url'].rstrip('/')}/"
        values = {"views": views, "home": home, "style": Markup(LOST_STYLE), "style_hash": LOST_STYLE_HASH}
        context.update(values)  # type: ignore[typeddict-item]
    return context


def _schemas() -> list[tuple[str, str]]:
    """The schemas for editors of YAML: name of the file and text."""
    return [(name, json.dumps(schema, indent=1)) for name, schema in schemas()]


def _salvaged(resources: Path, day: datetime.date) -> Records | None:
    """The records without those that have problems, which are listed."""
    found = salvage(resources, day)
    if found.records is None:
        print(
            "A problem stands in a file that every page needs, so it cannot be left out. Mend these first:",
            file=sys.stderr,
        )
        print(report(found.in_the_way), file=sys.stderr)
    else:
        print(f"Left out of the site ({len(found.left_out)}):", file=sys.stderr)
        print(report(found.left_out), file=sys.stderr)
    return found.records


def keep(build: Build) -> None:
    """Keeps what a build made; its site is found sound."""
    build.guides.keep(build.records, build.reuse)
    build.reuse.made_copies(build.copies)
    build.records.lasting.save(build.records)


def now() -> Build:
    """The build that is going on, or just ended."""
    assert _build is not None
    return _build
