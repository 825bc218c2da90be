"""What stands around every page: filled once for a kind of page, then shared.

A wrapper is rendered with sentinels in the places that differ from page to page; `fill` puts the page into them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

from ..languages import COMPLETE, Language, language
from .page import Page
from .view import View

PLACES = ("title", "description", "content", "path", "canonical", "change", "correct")  # of a page, in its wrapper
SENTINEL = re.compile(r"@@handrail-(\w+)@@")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
NOT_TRANSLATED = ("maintain/", "admin/")  # folders that are in English only


def sentinel(place: str) -> str:
    """What stands in a wrapper until `fill`."""
    return f"@@handrail-{place}@@"


def shell(view: View, kind: str, **values: object) -> dict[str, Any]:
    """The values of the theme's templates; places not named in `values` are sentinels."""
    path = str(values.pop("path", sentinel("path")))
    return {
        **{place: Markup(sentinel(place)) for place in PLACES},
        "view": view,
        "t": view.t,
        "n": view.n,
        "link": view.link,
        "asset": view.asset,
        "kind": kind,
        "is_discreet": False,
        "ahead": "",
        "policy": Markup(POLICY),  # its quotes may stand as they are
        "path": path,
        "twins": twins(view, NOT_TRANSLATED[0] if kind == "maintain" else path),
        "is_complete": view.language.code in COMPLETE,
        **values,
    }


def twins(view: View, path: str) -> list[tuple[Language, str]]:
    """The page in every language, with the link from the root of the site."""
    if path.startswith(NOT_TRANSLATED):
        path = ""
    known = (language(code) for code in view.records.site.languages)
    return [(told, f"{view.root}{told.base}{path}" or "./") for told in known]


def fill(
    wrapper: Sequence[str], page: Page, canonical: str | None, change: str | None, correct: str, tagline: str
) -> str:
    """One finished page from the parts of its wrapper. What a page says is never searched for sentinels."""
    values = {
        "title": str(escape(page.title)),
        "description": str(escape(page.description or tagline)),
        "content": page.html,
        "path": page.path,
        "canonical": str(escape(canonical or "")),
        "change": str(escape(change or "")),
        "correct": str(escape(correct)),
    }
    return "".join(values[part] if at % 2 else part for at, part in enumerate(wrapper))


def parted(wrapper: str) -> list[str]:
    """A wrapper, cut at its sentinels: text, name of a place, text, and so on."""
    return SENTINEL.split(wrapper)
