"""Where MkDocs meets the house: declares every page, wraps it in the theme, reports problems in the data."""

from __future__ import annotations

import datetime
import fnmatch
import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

import jinja2
import mkdocs
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_date
from mkdocs.utils.templates import TemplateContext

from generators import pages, pipeline
from generators.admin import CannotFetch, admin_files
from generators.api import api_files
from generators.joined import FOLDER, HEADERS, Assets, headers
from generators.languages import language
from generators.load.places import read_places
from generators.model import Records
from generators.pages.class_words import class_words
from generators.pages.correct import correction
from generators.pages.fallback import finished
from generators.pages.glossary import with_words_linked
from generators.pages.looks import OWN_CSS, own_css, own_logo
from generators.pages.lost import LOST_STYLE, LOST_STYLE_HASH
from generators.pages.moved import moved_pages
from generators.pages.ready import with_ready_plans
from generators.pages.schemas import schemas
from generators.pages.shell import NOT_TRANSLATED, POLICY, fill, parted, sentinel, shell
from generators.pages.site import compile_data, declare_pages
from generators.problems import report
from generators.processes import do_all, nothing_to_collect
from generators.prose import named, only_known_links
from generators.salvage import salvage
from generators.write import Addresses, as_json, write

LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
MODULES = "assets/handrail"  # in docs/ and in the site
THEME_CSS = "assets/stylesheets/main.*.min.css"  # all that we take of Material
OWN_ASSETS = "assets/images/handrail*"
# Pages that there may be 20,000 of: MkDocs, which checks the links of prose, is told of those that prose links to.
MANY = re.compile(r"(?:[a-z]{2,3}/)?(?:services|organizations|areas|needs/[^/]+)/.")
PAGES_AT_ONCE = 20  # that one process writes before it takes the next
PROSE = re.compile(r"^(?P<page>.+)\.(?P<language>[a-z]{2,3})\.md$")
# `mkdocs serve` puts a script of its own into every page; nothing else may ever need this.
SERVING_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")


@dataclass
class Build:
    """What one build has gathered so far."""

    records: Records
    today: datetime.date
    docs: Path
    resources: Path
    compiled: list[pages.Declared] = field(default_factory=list)
    urls: set[str] = field(default_factory=set)  # of the pages made from the data
    untold: set[str] = field(default_factory=set)  # src_uri of prose that stands in English under another language
    theme_css: str = ""  # what Material's style sheet says
    places: tuple[Path, ...] = ()  # the files of the place table
    serving: bool = False
    linked: list[File] = field(default_factory=list)  # pages made from the data that MkDocs is told of
    addresses: Addresses = field(default_factory=Addresses)

    def __post_init__(self) -> None:
        self.assets = Assets(self.docs / MODULES)

    def view(self, code: str, path: str = "") -> pages.View:
        """The site in one language, from one page."""
        return pages.View(self.records, language(code), self.today, path=path)

    def shell(
        self,
        view: pages.View,
        kind: str,
        modules: tuple[str, ...] = (),
        later: tuple[str, ...] = (),
        styles: tuple[str, ...] = (),
        **values: object,
    ) -> dict[str, Any]:
        """The values that the theme's templates take."""
        first = ("site.mjs", *modules)
        after = ("site-later.mjs", *(name for name in later if name.endswith(".mjs")))
        script = self.assets.script(first, view.language)
        libraries = [self.assets.library(LUNR) for name in later if name == LUNR.name]
        words = self.assets.words(first + after, view.language)
        policy = SERVING_POLICY if self.serving else POLICY
        return {
            **shell(view, kind, words, **values),
            "policy": policy,
            "script": script,
            "later": {
                "libraries": libraries,
                "later": [self.assets.script(after, view.language, first)],
            },
            "style": self.style(kind, first + after, styles),
        }

    def style(self, kind: str, modules: tuple[str, ...], styles: tuple[str, ...]) -> str:
        """The address of the style sheet of a kind of page."""
        is_prose = kind == "prose"
        return self.assets.styles(
            kind,
            ("handrail.css", "languages.css", *styles),
            lambda: class_words(kind, self.assets.text_of(modules), self.prose() if is_prose else ""),
            self.theme_css if is_prose else "",
        )

    def prose(self) -> str:
        """All Markdown of the site."""
        return "\n".join(path.read_text("utf-8") for path in sorted(self.docs.rglob("*.md")))


_command = "build"
_build: Build | None = None


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
        records, problems = pipeline.gather(resources, day, Path(cache) if cache else None)
    if problems:
        print(report(problems), file=sys.stderr)
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
    _build = Build(
        records, day, Path(config.docs_dir), resources.absolute(), places=places, serving=_command == "serve"
    )
    _build.addresses = Addresses(
        config.site_url or "", config.repo_url or "", config.edit_uri or "", config.edit_uri_template or ""
    )
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")
    config.watch.append(str(resources))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Declares every page: to MkDocs those that prose links to, so that the links are checked."""
    build = _now()
    _keep_own_assets(build, files, config)
    _place_prose(build, files, config)
    taken = {file.dest_uri for file in files}
    linked = set().union(*(named(file.content_string) for file in files.documentation_pages()))
    for page in declare_pages(build.records, build.today):
        dest = f"{page.url}index.html"
        if dest in taken:
            raise PluginError(f"two pages want to be /{page.url}: one of docs/ and one made from the data. Rename one.")
        taken.add(dest)
        build.compiled.append(page)
        build.urls.add(page.url)
        if page.url in linked or not MANY.match(page.url):
            build.linked.append(File.generated(config, dest, content="", inclusion=InclusionLevel.NOT_IN_NAV))
            files.append(build.linked[-1])
    for path in build.places:
        files.append(File.generated(config, f"{MODULES}/data/places/{path.name}", abs_src_path=str(path)))
    for name, schema in schemas():
        files.append(File.generated(config, f"maintain/schema/{name}", content=json.dumps(schema, indent=1)))
    files.append(File.generated(config, HEADERS, content=headers(None if build.records.site.admin else POLICY, FOLDER)))
    if css := own_css(build.records.site):
        files.append(File.generated(config, OWN_CSS, content=css))
    if logo := build.records.site.logo:
        files.append(File.generated(config, own_logo(logo), abs_src_path=str(build.resources / logo)))
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Writes everything that is made from the data, in two processes where there is much of it."""
    build = _now()
    env.autoescape = True
    env.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    for file in build.linked:  # not for MkDocs to write
        files.remove(file)
    site = Path(config.site_dir)
    template = env.get_template("main.html")
    wrappers: dict[tuple[object, ...], list[str]] = {}
    build.assets.put = partial(write, site)

    def write_pages(some: Sequence[pages.Declared]) -> None:
        for declared in some:
            page = declared.make()
            write(site, f"{page.url}index.html", _wrapped(build, template, wrappers, page))

    def write_data() -> None:
        for name, data in compile_data(build.records, build.today):
            write(site, f"{MODULES}/data/{name}", as_json(data))
        for path, content in api_files(build.records, build.today):
            write(site, path, content)
        for path, html in moved_pages(build.records, build.today, build.addresses.canonical):
            write(site, path, html)

    try:
        for path, part in admin_files(build.records, Path(os.environ.get("HANDRAIL_CACHE") or ".cache/handrail")):
            write(site, path, part)
    except CannotFetch as error:
        print(f"The site is built without the editing form at /admin/: {error}. Build again later.", file=sys.stderr)
    for code in build.records.site.languages:
        build.shell(build.view(code), "prose")
    many = [declared for declared in build.compiled if MANY.match(declared.url)]
    write_pages([declared for declared in build.compiled if not MANY.match(declared.url)])
    write_pages(many[:1])  # with their templates and wrapper the other process need not begin
    size = max(PAGES_AT_ONCE, len(many) // 5000)
    some = [partial(write_pages, many[start : start + size]) for start in range(1, len(many), size)]
    do_all([write_data, *some])
    return env


def _wrapped(
    build: Build,
    template: jinja2.Template,
    wrappers: dict[tuple[object, ...], list[str]],
    page: pages.Page,
) -> str:
    """The page in its wrapper: one for each language, kind and depth, kept in `wrappers`."""
    addresses = build.addresses
    key = (page.language, page.kind, page.root, page.modules, page.later, page.styles, page.is_discreet)
    view = build.view(page.language, page.path)
    if key not in wrappers:
        canonical = Markup(sentinel("canonical")) if addresses.site else None
        change = Markup(sentinel("change")) if addresses.edit and addresses.repository else None
        values = build.shell(
            view,
            page.kind,
            page.modules,
            page.later,
            page.styles,
            is_discreet=page.is_discreet,
            canonical=canonical,
            change=change,
        )
        wrappers[key] = parted(finished(template.render(values)))
    correct = correction(view, page.title, "" if page.is_discreet else page.path)
    return fill(
        wrappers[key],
        page,
        addresses.canonical(page.url),
        addresses.change(page.edit),
        correct,
        view.site.plain("tagline"),
    )


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """A guide may name a service that this site does not have: its name stays, without a link."""
    return only_known_links(markdown, _now().urls)


def on_page_context(
    context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Prose takes the same wrapper."""
    build = _now()
    code, path = _language_of(build, page.url)
    view = build.view(code, path)
    untold = page.file.src_uri in build.untold
    prose = with_words_linked(view, _scrollable_tables(page.content or ""), "en" if untold else code)
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
    context.update(values)  # type: ignore[typeddict-item]
    return context


def on_template_context(context: TemplateContext, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """The sitemap learns of the pages made from the data; the page for lost readers gets its words."""
    build = _now()
    if template_name == "sitemap.xml":
        day = get_build_date()
        addresses = (build.addresses.canonical(page.url) for page in build.compiled)
        made: list[Any] = [{"page": {"canonical_url": address, "update_date": day}} for address in addresses]
        context["pages"] = [*context["pages"], *made]
    else:
        views = [build.view(code) for code in build.records.site.languages]
        home = f"{context['base_url'].rstrip('/')}/"
        values = {"views": views, "home": home, "style": Markup(LOST_STYLE), "style_hash": LOST_STYLE_HASH}
        context.update(values)  # type: ignore[typeddict-item]
    return context


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


def _keep_own_assets(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Of the theme's files only the style sheet is used, and what is our own; modules and styles are joined first."""
    for file in list(files):
        if file.src_dir in (None, config.docs_dir):
            if file.src_uri.startswith(f"{MODULES}/") and file.src_uri.endswith((".mjs", ".css")):
                files.remove(file)
            continue
        if fnmatch.fnmatch(file.src_uri, THEME_CSS):
            build.theme_css = file.content_string
        if not fnmatch.fnmatch(file.src_uri, OWN_ASSETS):
            files.remove(file)


def _place_prose(build: Build, files: Files, config: MkDocsConfig) -> None:
    """`docs/words.es.md` becomes /es/words/; where it is missing, the English stands there and says so."""
    others = [code for code in build.records.site.languages if code != "en"]
    for file in list(files.documentation_pages()):
        file.inclusion = InclusionLevel.NOT_IN_NAV
        match = PROSE.match(file.src_uri)
        if match is None:
            continue
        if match["language"] in others:
            file.dest_uri = f"{match['language']}/{_dest(match['page'])}"
        else:
            file.inclusion = InclusionLevel.EXCLUDED
    for file in list(files.documentation_pages()):
        if PROSE.match(file.src_uri) or file.src_uri.startswith(NOT_TRANSLATED):
            continue
        page = file.src_uri.removesuffix(".md")
        for code in others:
            if files.get_file_from_path(f"{page}.{code}.md") is None:
                name = f"{page}.{code}.md"
                twin = File.generated(config, name, content=file.content_string, inclusion=InclusionLevel.NOT_IN_NAV)
                twin.dest_uri = f"{code}/{_dest(page)}"
                build.untold.add(twin.src_uri)
                files.append(twin)


def _dest(page: str) -> str:
    """guides/index -> guides/index.html; guides/words -> guides/words/index.html."""
    return f"{page}.html" if page.rpartition("/")[2] == "index" else f"{page}/index.html"


def _language_of(build: Build, url: str) -> tuple[str, str]:
    """es/guides/ -> (es, guides/)."""
    first, _, rest = url.partition("/")
    return (first, rest) if first in build.records.site.languages and first != "en" else ("en", url)


def _scrollable_tables(html: str) -> str:
    """A table too wide for a phone scrolls in a frame that the keyboard reaches."""
    framed = html.replace("<table>", '<div class="hr-scroll" tabindex="0"><table>')
    return framed.replace("</table>", "</table></div>")


def records() -> Records:
    """What the build that just ended was made of."""
    return _now().records


def _now() -> Build:
    """The build that is going on."""
    assert _build is not None
    return _build
