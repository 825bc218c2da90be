"""What a template sees: words, links, texts of records, icons, phones."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from ..folded import address_of, services_by, urgent_first
from ..fresh import Look, look_at
from ..hours import summary_of_service
from ..languages import Language
from ..model import Phone, Records, Service
from ..phones import phone_href
from . import eligibility, icons
from .compiled import Macro
from .environment import environment
from .fallback import finished, marked
from .told import Told

RESOURCES = "resources"  # the folder in the repository
SERVICE = re.compile(r"services/([^/]+)/")


@dataclass(frozen=True)
class View:
    """The site in one language, seen from one page."""

    records: Records
    language: Language
    today: datetime.date
    parts: Mapping[str, Any] = field(default_factory=dict)  # data of other layers: check, ...
    path: str = ""  # of the page, without its language

    def at(self, path: str) -> View:
        """The same, seen from another page."""
        return View(self.records, self.language, self.today, self.parts, path)

    def render(self, template: str, **values: object) -> str:
        """One fragment of HTML."""
        html = (
            environment(self.language)
            .get_template(template)
            .render(view=self, t=self.t, n=self.n, link=self.link, asset=self.asset, icon=icons.icon, **values)
        )
        return finished(html)

    def kept(self, macro: Macro, *words: str) -> Markup:
        """What a macro says for these words, made once for all pages of the language at this depth."""
        key = ("kept", macro.name, self.language.code, self.root, self.today, words)
        said: Markup = self.records.once(key, lambda: macro(*words))
        return said

    # words

    def t(self, text: str, **values: object) -> Markup:
        """The message, escaped; values that are Markup stay as they are."""
        message: Markup = self.language.once(("escaped", text), lambda: Markup(escape(self.language.t(text))))
        if values:
            filled = {name: value if type(value) is int else escape(value) for name, value in values.items()}
            message = Markup(str(message) % filled)
        return message if self.language.has(text) else marked(message)

    def n(self, one: str, many: str, count: int, **values: object) -> Markup:
        """The plural form, escaped."""
        message = Markup(escape(self.language.n(one, many, count, **values)))
        return message if self.language.has(one) else marked(message)

    def date(self, day: datetime.date) -> Markup:
        """A day with its machine form, in its own direction."""
        said = f'<time datetime="{day.isoformat()}"><bdi>{escape(self.language.date(day))}</bdi></time>'
        return Markup(said)

    def month(self, text: str) -> Markup:
        """`2026-03` or `2026-03-05` as a person says it."""
        if len(text) == 10:
            return self.date(datetime.date.fromisoformat(text))
        said: Markup = self.language.once(("month", text), lambda: self._month(text))
        return said

    def _month(self, text: str) -> Markup:
        said = self.language.month(datetime.date.fromisoformat(f"{text}-01"))
        return Markup('<time datetime="{}"><bdi>{}</bdi></time>').format(text, said)

    # links

    @cached_property
    def root(self) -> str:
        """From this page to the root of the site."""
        return "../" * (self.language.base + self.path).count("/")

    def link(self, path: str) -> str:
        """To another page in the same language; `services/pantry/` also where it is a part of another page."""
        if self.records.site.fold and (service := SERVICE.fullmatch(path)):
            path = address_of(self.records, service[1])
        return f"{self.root}{self.language.base}{path}" or "./"

    def asset(self, path: str) -> str:
        """To a file that all languages share."""
        return f"{self.root}{path}"

    def data(self, name: str) -> str:
        """To the language's data for browser modules."""
        return self.asset(f"assets/handrail/data/{name}.{self.language.code}.json")

    # records

    def told(self, kind: str, key: str, record: object) -> Told:
        """A record whose texts come in this language, or in English with a mark."""
        return Told(self.records, self.language.code, f"{kind}/{key}", record)

    def service(self, key: str) -> Told:
        """A service by its id."""
        return self.told("service", key, self.records.services[key])

    def need(self, key: str) -> Told:
        """A need by its id."""
        return self.told("need", key, self.records.needs[key])

    def organization(self, key: str) -> Told:
        """An organization by its id."""
        return self.told("organization", key, self.records.organizations[key])

    def document(self, key: str) -> Told:
        """A document by its id."""
        return self.told("document", key, self.records.documents[key])

    def headline(self, told: Told) -> str:
        """What the page of a record is called: in its title, its h1 and the crumbs that lead to it.

        Titles stay in the history of the browser, and the h1 is what can be read across a room. So a sensitive record
        has a neutral one; its name comes below, smaller, where only the reader is.
        """
        return told.plain("discreet") or told.plain("name")

    def headed(self, told: Told) -> Markup:
        """The same for the page itself: a name that stands in English says so to screen readers."""
        return told.text("discreet") or told.text("name")

    def way_to(self, need: str) -> str:
        """The link to a need; to a sensitive one by way of the page that says what leaving can do."""
        return self.link("before/" if self.records.needs[need].sensitive else f"needs/{need}/")

    @cached_property
    def site(self) -> Told:
        """The settings of the site."""
        return self.told("site", "site", self.records.site)

    def services_of(self, need: str) -> list[str]:
        """Ids of a need's services: most urgent and easiest first; the need's own before those that only touch it."""
        found: dict[str, list[str]] = self.records.listed(
            ("services of needs",), lambda: _by_need(self.records.brief("service"))
        )
        return found.get(need, [])

    def services_by(self, organization: str) -> list[str]:
        """Ids of an organization's services, in the same order."""
        return services_by(self.records).get(organization, [])

    def stuck(self, area: str = "us") -> list[str]:
        """Whom to call at a dead end: the area's own first, then the areas around it, then the site's."""
        parts = area.split("/")
        folders = ["/".join(parts[:length]) for length in range(len(parts), 0, -1)]
        named = [key for folder in folders if folder in self.records.areas for key in self.records.areas[folder].stuck]
        return [key for key in dict.fromkeys((*named, *self.records.site.stuck)) if key in self.records.services]

    def emergency(self) -> list[str]:
        """The services whose numbers stand on every page."""
        return [key for key in self.records.site.emergency if key in self.records.services]

    # who can get it

    def rule(self, key: str) -> Markup:
        """The rule of a service in words; nothing where it has none."""
        lines = self.parts["said"].get(key, ())
        if not lines:
            return Markup()
        rules: dict[int, tuple[object, Markup]] = self.records.once(("rules in words",), dict)
        if id(lines) not in rules:  # equal rules have one list of lines, kept beside its words
            rules[id(lines)] = (lines, Markup('<div class="hr-rule">{}</div>').format(eligibility.as_list(lines)))
        return rules[id(lines)][1]

    def is_long(self, key: str) -> bool:
        """Is the rule of a service too long for a card?"""
        return eligibility.conditions(self.parts["said"].get(key, ())) > eligibility.FEW

    def is_quite_long(self, key: str) -> bool:
        """Is it too long for the page of a service of which there is much to say?"""
        return eligibility.conditions(self.parts["said"].get(key, ())) > eligibility.SOME

    def is_very_long(self, key: str) -> bool:
        """Is it too long even for the page of a service of which there is little?"""
        return eligibility.conditions(self.parts["said"].get(key, ())) > eligibility.MANY

    # phones

    def first_phone(self, key: str) -> Phone | None:
        """The number to call first for a service."""
        service = self.records.services[key]
        return next((phone for phone in service.phones if phone.kind == "call"), next(iter(service.phones), None))

    def as_phone(self, number: str) -> Phone:
        """A bare number as a number to call."""
        return Phone(number=number)

    def number(self, phone: Phone) -> Markup:
        """A number as people say it, always left to right."""
        return Markup(f'<bdi dir="ltr">{escape(phone.number)}</bdi>')

    def href(self, phone: Phone) -> str | None:
        """`tel:` to call, `sms:` to text, nothing for a fax."""
        return None if phone.kind == "fax" else phone_href(phone.number, phone.kind)

    def site_of(self, url: str) -> Markup:
        """`www.ssa.gov/ssi/` -> `ssa.gov`, always left to right."""
        return Markup(f'<bdi dir="ltr">{escape(urlsplit(url).netloc.removeprefix("www."))}</bdi>')

    def outside(self, url: str, words: str | Markup) -> Markup:
        """A link to another site, which does not learn where the reader came from."""
        return Markup(f'<a href="{escape(url)}" rel="noreferrer">{escape(words)}</a>')

    def hours_line(self, told: Told) -> Markup:
        """The hours of a service in one line: as they are written, else from its schedule; nothing where unknown."""
        return told.text("hours") or escape(summary_of_service(self.language, told.record, self.today))

    # where a record was written

    def area(self, key: str) -> str:
        """The folder of the area that a record lies in: us/pa; key as `service/snap`."""
        placed = self.records.placed.get(key)
        return placed.area if placed else "us"

    def edit(self, key: str) -> str | None:
        """The YAML of a record, relative to the resources folder."""
        placed = self.records.placed.get(key)
        return placed.path if placed else None

    def edit_online(self, key: str) -> str | None:
        """The YAML of a record in the editor of the repository's host."""
        site, placed = self.records.site, self.records.placed.get(key)
        return f"{site.repository.rstrip('/')}/{RESOURCES}/{quote(placed.path)}" if site.repository and placed else None

    # how fresh it is

    def look(self, service: Service) -> Look | None:
        """The last time that somebody looked at a service."""
        return look_at(service)


def _by_need(services: Mapping[str, Service]) -> dict[str, list[str]]:
    """Ids of the services of each need, in the order of its page."""
    found: dict[str, list[str]] = {}
    for key, service in services.items():
        for need in () if service.status == "closed" else dict.fromkeys(service.needs):
            found.setdefault(need, []).append(key)
    for need, ids in found.items():
        ids.sort(key=lambda key, need=need: (*urgent_first(services[key]), services[key].needs[:1] != (need,)))  # type: ignore[misc]
    return found
