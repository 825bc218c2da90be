"""The page for people who were told no, and what its browser module reads."""

from __future__ import annotations

import datetime
from typing import Any

from ..folded import address_of
from ..languages import N_, NN_, Language
from ..languages import language as spoken
from ..model import LastDay, Letter, Phone, Records
from ..phones import phone_href
from .page import Page
from .told import Told
from .view import View

LEGAL = "legal"  # the need whose services give free legal help
COUNTED = {  # a letter's `counted_from` -> how its days are said
    "notice": NN_("%(count)s day from the date on the notice", "%(count)s days from the date on the notice"),
    "discharge": NN_(
        "%(count)s day from the day they want you to leave", "%(count)s days from the day they want you to leave"
    ),
    "bill": NN_(
        "%(count)s day from the first bill after your visit", "%(count)s days from the first bill after your visit"
    ),
}
DATED = {  # a letter's `counted_from` -> the date that we ask for
    "notice": N_("The date on the notice"),
    "discharge": N_("The day they want you to leave"),
    "bill": N_("The date of the first bill after your visit"),
}
# The lines around the paragraphs of every letter.
HEAD = (N_("Date: %(today)s"), N_("Case number: %(case)s"), N_("To: the office that sent me the notice"))
FOOT = (N_("Thank you."), N_("Signed: %(line)s"))


def letter(view: View) -> Page:
    """The page at letter/: every kind of letter in words; the browser works out the days and fills a letter in."""
    view = view.at("letter/")
    legal = [key for key in view.services_of(LEGAL) if view.records.services[key].needs[:1] == (LEGAL,)]
    kinds = [
        (view.told("letter", key, kind), [days_in_words(view.language, kind, last) for last in kind.last_days])
        for key, kind in view.records.letters.items()
    ]
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("I got a letter"),
        html=view.render("letter.html.j2", legal=legal, need=LEGAL, kinds=kinds),
        kind="letter",
        description=view.language.t("Told no, cut off, or asked to pay back? You can answer."),
        modules=("letter.mjs",) if kinds else (),
        edit="letters.yaml" if kinds else None,
    )


def days_in_words(language: Language, kind: Letter, last: LastDay) -> str:
    """How a last day is counted: "65 days from the date on the notice"."""
    if last.days + last.mail_days == 0:
        return language.t("That same day")
    return language.n(*COUNTED[kind.counted_from], last.days + last.mail_days)


def letters_data(records: Records, language: Language, today: datetime.date) -> dict[str, Any]:
    """What `letter.mjs` reads.

    `as_of`: the day of the build. `kinds`: id, name, lang, counted_from, dated, last_days, reasons, helpers, letters
    (by language: the lines of the whole letter with blanks such as %(name)s; English first, which every office reads).
    """
    return {
        "as_of": today.isoformat(),
        "kinds": [_kind(records, language, key, kind) for key, kind in records.letters.items()],
    }


def _kind(records: Records, language: Language, key: str, kind: Letter) -> dict[str, Any]:
    told = Told(records, language.code, f"letter/{key}", kind)
    return {
        "id": key,
        "name": told.plain("name"),
        "lang": "en" if told.falls_back("name") else language.code,
        "counted_from": kind.counted_from,
        "dated": language.t(DATED[kind.counted_from]),
        "last_days": [
            {
                "label": told.plain("last_days", index, "label"),
                "note": told.plain("last_days", index, "note"),
                "days": last.days + last.mail_days,
                "keeps": last.keeps,
                "pays_back": last.pays_back,
                "varies": last.varies,
            }
            for index, last in enumerate(kind.last_days)
        ],
        "reasons": [told.plain("reasons", index) for index in range(len(kind.reasons))],
        "helpers": [_helper(records, language, id_) for id_ in kind.helpers],
        "letters": {code: _lines(records, spoken, key, kind) for code, spoken in _spoken(language).items()},
    }


def _spoken(language: Language) -> dict[str, Language]:
    return {"en": spoken("en"), language.code: language}


def _lines(records: Records, language: Language, key: str, kind: Letter) -> list[str]:
    """The whole letter, line by line, with its blanks."""
    told = Told(records, language.code, f"letter/{key}", kind)
    body = [told.plain("letter", index) for index in range(len(kind.letter))]
    return ["%(name)s\n%(address)s", *map(language.t, HEAD), *body, *map(language.t, FOOT), "%(name)s"]


def _helper(records: Records, language: Language, key: str) -> dict[str, Any]:
    """A service that helps for free, with the number to call."""
    service = records.services[key]
    told = Told(records, language.code, f"service/{key}", service)
    phone = next((phone for phone in service.phones if phone.kind == "call"), None)
    if phone is None and service.apply.phone and service.apply.phone.number:
        phone = Phone(number=service.apply.phone.number)
    return {
        "name": told.plain("name"),
        "url": address_of(records, key),
        "number": phone.number if phone else None,
        "href": phone_href(phone.number) if phone else None,
    }
