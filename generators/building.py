"""What one build has gathered so far, and what it puts around every page."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from . import pages
from .disk import State
from .guides import Guides
from .joined import Assets, Words, squeezed_styles, used_styles
from .languages import language
from .model import Records
from .pages.class_words import class_words, within_prose
from .pages.correct import correction
from .pages.fallback import finished, without_empty_lines
from .pages.icons import icon_styles, with_icons
from .pages.shell import POLICY, fill, parted, sentinel, shell
from .processes import Helpers
from .reuse import Reuse
from .stage import Stage
from .write import Addresses

THEME_CSS = "assets/stylesheets/main.*.min.css"  # of Material
MODULES = "assets/handrail"  # in docs/ and in the site
# `mkdocs serve` puts a script of its own into every page; nothing else may ever need this.
SERVING_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")

Render = Callable[[Mapping[str, Any]], str]  # the theme's template, given its values


@dataclass
class Build:
    """What one build has gathered so far."""

    records: Records
    today: datetime.date
    docs: Path
    resources: Path
    places: tuple[Path, ...] = ()  # the files of the place table
    compiled: list[pages.Declared] = field(default_factory=list)  # the pages made from the data, by language
    urls: set[str] = field(default_factory=set)  # of all these
    folded: dict[str, str] = field(default_factory=dict)  # where prose finds services without a page of their own
    untold: set[str] = field(default_factory=set)  # src_uri of prose that stands in English under another language
    theme_css: str = ""  # what Material's style sheet says
    serving: bool = False
    guides: Guides = field(default_factory=Guides)
    addresses: Addresses = field(default_factory=Addresses)
    copies: dict[str, State] = field(default_factory=dict)  # files that are copied as they are, and their originals
    ahead: Helpers | None = None  # another process that does what no page need be known for: see `begin` in filling.py
    is_edit: bool = False  # does this one work after a few edits?
    workers: Helpers | None = None  # processes that write pages
    loaded: set[str] = field(default_factory=set)  # the joined scripts and styles that the last shell asks for

    def __post_init__(self) -> None:
        self.assets = Assets(self.docs / MODULES)

    def write_into(self, stage: Stage) -> None:
        """Where the new site is made. What would be the same as in the last one stands there already."""
        self.stage = stage
        self.reuse = Reuse(self.records, stage, self.assets)

    def stop(self) -> None:
        """What other processes do for it is not wanted any more."""
        for others in (self.ahead, self.workers):
            if others:
                others.stop()

    def view(self, code: str, path: str = "") -> pages.View:
        """The site in one language, from one page."""
        return pages.View(self.records, language(code), self.today, path=path)

    def shell(
        self,
        view: pages.View,
        kind: str,
        modules: tuple[str, ...] = (),
        later: tuple[str, ...] = (),
        last: tuple[str, ...] = (),
        styles: tuple[str, ...] = (),
        soon: tuple[str, ...] = (),
        **values: object,
    ) -> dict[str, Any]:
        """The values that the theme's templates take."""
        first = ("site.mjs", *modules)
        of_all = "site-later.mjs"
        after, end = (later, (of_all, *last)) if last else ((of_all, *later), ())
        parts = [names for names in (soon, first, after, end) if names]
        made = {names: self.assets.script(names, view.language, *parts[:place]) for place, names in enumerate(parts)}
        rest = {"later": made[after], **({"last": made[end]} if end else {})}
        policy = SERVING_POLICY if self.serving else POLICY
        style = self.style(kind, sum(parts, ()), styles, draws_icons=not soon)
        self.loaded = {*made.values(), style}
        return {
            **shell(view, kind, **values),
            "policy": Markup(policy),
            "soon": made[soon] if soon else "",
            "script": made[first],
            "later": rest,
            "style": style,
        }

    def style(self, kind: str, modules: tuple[str, ...], styles: tuple[str, ...], draws_icons: bool = True) -> str:
        """The address of the style sheet of a kind of page. Unless it `draws_icons`, they stand in the page itself."""
        is_prose = kind == "prose"

        def words() -> Words:
            return class_words(kind, self.assets.texts_of(modules), self.prose if is_prose else "")

        def theme(here: Words) -> str:
            own = squeezed_styles(self.theme_css) if is_prose else ""
            drawn = icon_styles() if draws_icons else ""
            return drawn + (used_styles(own, within_prose(here, self.prose)) if own else "")

        return self.assets.styles(kind, ("handrail.css", "languages.css", *styles), words, theme)

    @cached_property
    def prose(self) -> str:
        """All Markdown of the site."""
        return "\n".join(path.read_text("utf-8") for path in sorted(self.docs.rglob("*.md")))

    def wrapped(self, page: pages.Page, render: Render) -> tuple[str, frozenset[str]]:
        """The page in its wrapper, which is one for each language, kind and depth; and which joined files it loads."""
        scripts = (page.soon, page.modules, page.later, page.last, page.ahead)
        key = (page.language, page.kind, page.root, scripts, page.styles, page.is_discreet)
        view = self.view(page.language, page.path)
        wrapper, loads = self.records.once(("wrapper", *key), lambda: self._wrapper(view, page, render))
        correct = correction(view, page.title, "" if page.is_discreet else page.path)
        html = fill(
            wrapper,
            page,
            self.addresses.canonical(page.url),
            self.addresses.change(page.edit),
            correct,
            view.site.plain("tagline"),
        )
        return html, loads

    def _wrapper(self, view: pages.View, page: pages.Page, render: Render) -> tuple[list[str], frozenset[str]]:
        addresses = self.addresses
        values = self.shell(
            view,
            page.kind,
            page.modules,
            page.later,
            page.last,
            page.styles,
            page.soon,
            ahead=page.ahead,
            is_discreet=page.is_discreet,
            canonical=Markup(sentinel("canonical")) if addresses.site else None,
            change=Markup(sentinel("change")) if addresses.edit and addresses.repository else None,
        )
        html = finished(render(values))
        html = with_icons(html) if page.soon else html
        return parted(without_empty_lines(html)), frozenset(self.loaded)


def take_css(folders: list[str]) -> str:
    """The text of Material's style sheet, all that we take of it.

    Its folder is taken from the list: MkDocs need not look at the 14,000 files there.
    """
    sheet = next(sheet for folder in folders for sheet in Path(folder).glob(THEME_CSS))
    folders.remove(str(sheet.parents[THEME_CSS.count("/")]))
    return sheet.read_text("utf-8")
