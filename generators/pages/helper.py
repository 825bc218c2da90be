"""The page for helpers and case managers, and what its browser module reads."""

from __future__ import annotations

from typing import Any

from ..languages import N_, Language
from ..languages import language as spoken
from ..model import Records
from .page import Page
from .told import Told
from .view import View

# What the referral sheet says. It stands on paper in the family's language and in English, whatever the page speaks.
REFERRAL = {
    "title": N_("Referral"),
    "date": N_("Date"),
    "from": N_("From: name, organization and phone of the helper"),
    "to": N_("To"),
    "who": N_("Who: name and how to reach them"),
    "language": N_("Language"),
    "interpreter": N_("Please have an interpreter ready."),
    "why": N_("Why"),
    "agreed": N_("What was agreed"),
    "by": N_("by %(date)s"),
    "me": N_("the family"),
    "helper": N_("the helper"),
    "agency": N_("the agency"),
    "papers": N_("Papers at hand"),
    "missing": N_("Papers still missing"),
    "consent": N_(
        "I agree that this sheet is given to the office named above, only for this request. "
        "It was read to me in my language. I can take this back at any time by telling my helper."
    ),
    "signed": N_("Signature and day"),
}


def helper(view: View) -> Page:
    """The page at helper/."""
    view = view.at("helper/")
    open_presets = [(key, preset) for key, preset in view.records.presets.items() if not preset.sensitive]
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("For helpers and case managers"),
        html=view.render("helper.html.j2", presets=open_presets),
        kind="helper",
        description=view.language.t("Ten minutes with a family, and a plan on paper at the end."),
        later=("helper.mjs",),
        styles=("plan.css", "plan-paper.css", "sheets.css", "share.css", "helper.css"),
    )


def helper_data(records: Records, language: Language) -> dict[str, Any]:
    """What `helper.mjs` reads; families' pages do not carry it.

    `hints` by id of the service: text, lang. `presets`: id, name, summary, services, first, goal, hint, sensitive,
    asks_first (it or one of its services is private), lang, url and guide (from the root of the language; null where
    there is none). `languages`: code, name, english, base, dir. `referral`: the words of the referral sheet.
    """
    return {
        "hints": {key: _hint(records, language, key) for key, one in records.services.items() if one.for_helpers},
        "presets": [_preset(records, language, key) for key in records.presets],
        "languages": [_language(code) for code in records.site.languages],
        "referral": {key: language.t(text) for key, text in REFERRAL.items()},
    }


def _hint(records: Records, language: Language, key: str) -> dict[str, str]:
    told = Told(records, language.code, f"service/{key}", records.services[key])
    return {"text": told.plain("for_helpers"), "lang": "en" if told.falls_back("for_helpers") else language.code}


def _preset(records: Records, language: Language, key: str) -> dict[str, Any]:
    preset = records.presets[key]
    told = Told(records, language.code, f"preset/{key}", preset)
    return {
        "id": key,
        "name": told.plain("name"),
        "summary": told.plain("summary"),
        "services": list(preset.services),
        "first": [told.plain("first", index) for index in range(len(preset.first))],
        "goal": told.plain("goal"),
        "hint": told.plain("for_helpers"),
        "sensitive": preset.sensitive,
        "asks_first": preset.sensitive or any(records.services[one].sensitive for one in preset.services),
        "lang": "en" if told.falls_back("name") else language.code,
        "guide": f"guides/{preset.guide}/" if preset.guide else None,
        "url": None if preset.sensitive else f"helper/{key}/",
    }


def _language(code: str) -> dict[str, str]:
    known = spoken(code)
    english = known.locale.get_language_name("en") or known.name
    return {"code": code, "name": known.name, "english": english, "base": known.base, "dir": known.dir}
