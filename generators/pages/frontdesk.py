"""What the front-desk sheet of the plan says, in one language; the sheet shows two languages line by line."""

from __future__ import annotations

from typing import Any

from babel import Locale

from ..languages import N_, Language, language
from ..model import Records

PHRASES = {
    "title": N_("Please read this with me"),
    "name": N_("My name"),
    "interpreter": N_("I need an interpreter: %(language)s."),
    "free": N_(
        "I do not have to pay for an interpreter. Offices that get federal money must take reasonable steps to help "
        "with language."
    ),
    "come_for": N_("I come for"),
    "step": N_("What I want to do today"),
    "have": N_("Papers that I have with me"),
    "missing": N_("Papers that I do not have yet. Tell me what else will do."),
    "write": N_("Please write here"),
    "next": N_("What happens next"),
    "by_when": N_("By when"),
    "who": N_("Your name and phone number"),
    "number": N_("Number of my case"),
    "date": N_("Printed on %(date)s."),
}


def frontdesk_data(records: Records, speech: Language) -> dict[str, Any]:
    """Plain JSON for `front-desk.mjs`.

    `language`: code, dir, dates (patterns, one a month), what it is called in each language of the site; `languages`:
    code and name of all; `phrases` by name.
    """
    codes = records.site.languages
    return {
        "language": {
            "code": speech.code,
            "dir": speech.dir,
            "dates": speech.formats["dates"],
            "list": speech.formats["list"],
            "called": {code: called(speech, language(code)) for code in codes},
        },
        "languages": [{"code": code, "name": language(code).name} for code in codes],
        "phrases": {key: speech.t(phrase) for key, phrase in PHRASES.items()},
    }


def called(spoken: Language, told: Language) -> str:
    """What a language is called in another: Spanish; its own name where nobody has told us."""
    if spoken.code == told.code:
        return spoken.name
    names = Locale.parse(told.locale.language).languages
    return str(names.get(spoken.code, spoken.name))
