"""All organizations, A to Z: on one page where they are few, else a page for each letter, and more for a long one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..languages import language
from .page import Page
from .paging import Pager, cut, page_path, pages
from .view import View

BASE = "organizations/"
LETTERS = f"{BASE}a-to-z/"  # a page for each letter below it
FEW = 100  # organizations that one page holds
OTHER = "other"  # digits, and letters that are not of A to Z
Line = tuple[str, str]  # name, id
Lists = dict[str, list[Line]]  # by letter


def path_of(letter: str) -> str:
    """Where the organizations of a letter stand; of none, the list of all."""
    return f"{LETTERS}{letter}/" if letter else BASE


def letter_of(name: str) -> str:
    """`Área Help` -> `a`; what has no letter of A to Z first is `other`."""
    first = next((sign for sign in unicodedata.normalize("NFD", name) if sign.isalnum()), "").lower()
    return first if "a" <= first <= "z" and len(first) == 1 and first.isascii() else OTHER


def lists(view: View) -> Lists:
    """The organizations of each letter, by the names that their pages have; of a sensitive one that is neutral."""
    found: Lists = view.records.each(("organizations, A to Z", view.language.code), lambda: _lists(view))
    return found


def _lists(view: View) -> Lists:
    records = view.records
    names = records.lasting.rows(
        records,
        f"organizations/{view.language.code}",
        records.organizations,
        lambda id_: view.headline(view.organization(id_)),
    )
    named = [(name, id_) for id_, name in names.items()]
    found: Lists = {}
    for name, id_ in sorted(named, key=lambda one: (_plain(one[0]), one[1])):
        found.setdefault(letter_of(name), []).append((name, id_))
    return dict(sorted(found.items(), key=lambda one: (one[0] == OTHER, one[0])))


def _plain(name: str) -> str:
    """Without accents, so that Á sorts as A."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign)).casefold()


def organization_lists(view: View) -> Iterator[tuple[str, str, int]]:
    """Path, letter and number of every page of the list. All languages have the same."""
    yield BASE, "", 1
    if len(view.records.organizations) <= FEW:
        return
    longest: dict[str, int] = view.records.each(("longest lists of letters",), lambda: _longest(view))
    for letter, length in longest.items():
        for number in pages(length, FEW):
            yield page_path(path_of(letter), number), letter, number


def _longest(view: View) -> dict[str, int]:
    found: dict[str, int] = {}
    for code in view.records.site.languages:
        for letter, lines in lists(View(view.records, language(code), view.today, view.parts)).items():
            found[letter] = max(found.get(letter, 0), len(lines))
    return dict(sorted(found.items(), key=lambda one: (one[0] == OTHER, one[0])))


def organizations(view: View, letter: str, number: int) -> Page:
    """The list of all organizations, or one page of a letter."""
    is_short = len(view.records.organizations) <= FEW
    by_letter = lists(view)
    lines = by_letter.get(letter, [])
    longest = {} if is_short else view.records.each(("longest lists of letters",), lambda: _longest(view))
    pager = Pager(path_of(letter), number, len(pages(longest.get(letter, 0), FEW)))
    view = view.at(pager.path(number))
    title = view.language.t("Organizations, A to Z")
    shown = by_letter if is_short else {letter: list(cut(lines, number, FEW))} if letter else {}
    html = view.render(
        "organizations.html.j2",
        title=title,
        letter=letter,
        letters=[
            (each, len(by_letter.get(each, ())), f"#letter-{each}" if is_short else view.link(path_of(each)))
            for each in (by_letter if is_short else longest)
        ],
        shown=shown,
        named=_named,
        pager=pager,
        trail=[(BASE, title)] if letter else [],
        services_by=view.services_by,
        other=OTHER,
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title=pager.title(view, f"{title}: {_named(letter, view)}" if letter else title),
        html=html,
        kind="organizations",
        description=view.language.t("Who runs the services on this site, with their phone numbers.")
        if not letter
        else "",
        styles=("lists.css",),
    )


def _named(letter: str, view: View) -> str:
    """What a letter is called: `A`, or `0–9` for the rest."""
    return view.language.t("Other") if letter == OTHER else letter.upper()
