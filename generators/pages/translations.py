"""The page for maintainers that counts what each language has: messages, texts of the data, guides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from ..languages import COMPLETE, Language, language
from ..languages.extract import ROOT, template
from ..model import FREE_LISTS, Records
from ..validate.texts import texts
from .page import Page
from .view import View

KINDS = (
    ("site", "Settings of the site"),
    ("urgent", "Doors for tonight"),
    ("need", "Needs"),
    ("question", "Questions"),
    ("document", "Papers"),
    ("barrier", "What stands in the way"),
    ("letter", "Letters"),
    ("preset", "Presets"),
    ("service", "Services"),
    ("organization", "Organizations"),
    ("figure", "Figures"),
)
WIDTH = 120  # of a bar


@dataclass(frozen=True)
class Count:
    """How much of one kind of text a language has."""

    what: str
    done: int
    of: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return self.done * 100 // self.of if self.of else 100

    @property
    def bar(self) -> Markup:
        """A bar as long as what is done. The number stands beside it."""
        return Markup(
            '<svg class="hr-bar" width="{0}" height="12" viewBox="0 0 {0} 12" aria-hidden="true" focusable="false">'
            '<rect width="{0}" height="12" rx="3" fill="currentColor" opacity="0.18"/>'
            '<rect width="{1}" height="12" rx="3" fill="currentColor"/></svg>'
        ).format(WIDTH, WIDTH * self.done // self.of if self.of else WIDTH)


def translations(view: View) -> Page:
    """The page at maintain/translations/."""
    view = view.at("maintain/translations/")
    told = [language(code) for code in view.records.site.languages if code != "en"]
    return Page(
        path=view.path,
        language=view.language.code,
        title="How far each language is",
        html=view.render(
            "translations.html.j2", languages=[(one, counts(view.records, one)) for one in told], complete=COMPLETE
        ),
        kind="maintain",
        description="For each language what is translated: messages, texts of the data, guides.",
    )


def counts(records: Records, told: Language) -> list[Count]:
    """What a language has of each kind; kinds that the site does not use are left out."""
    ids = _messages()
    found = [Count("Messages of the interface", sum(told.has(id_) for id_ in ids), len(ids))]
    for kind, what in KINDS:
        known = records.translations.get(told.code, {})
        places = [(key, path) for key, record in _records(records, kind) for path, _ in texts(_plain(record))]
        done = sum(_has(known.get(key, {}), path) for key, path in places)
        if places:
            found.append(Count(what, done, len(places)))
    return [*found, _guides(told.code)]


def _records(records: Records, kind: str) -> list[tuple[str, Any]]:
    """Key and record of each of one kind."""
    if kind == "site":
        return [("site/site", records.site)]
    name = {"urgent": "urgent"}.get(kind, f"{kind}s")
    return [(f"{kind}/{id_}", record) for id_, record in getattr(records, name).items()]


def _plain(record: Any) -> Any:
    return record.model_dump(by_alias=True, exclude_none=True)


def _has(known: dict[tuple[str | int, ...], str], path: tuple[str | int, ...]) -> bool:
    """Is the text there? Of a list that may differ in length, any of it."""
    if path[-1] in FREE_LISTS:
        return any(place[: len(path)] == path for place in known)
    return path in known


@cache
def _messages() -> tuple[str, ...]:
    """Every message, of a plural its form for one."""
    return tuple(m.id if isinstance(m.id, str) else m.id[0] for m in template() if m.id)


def _guides(code: str) -> Count:
    """Pages of prose, without those for maintainers."""
    pages = [path for path in (ROOT / "docs").rglob("*.md") if "maintain" not in path.parts and "." not in path.stem]
    return Count("Guides", sum(path.with_suffix(f".{code}.md").exists() for path in pages), len(pages))
