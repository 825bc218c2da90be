"""One catalogue, `<code>.po`, as it stands in its file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

REVIEWED = re.compile(r'^"X-Reviewed-By:[ \t]*(?P<who>.*?)\\n"\s*$', re.MULTILINE)
# The gettext rule of each language: how many forms, and which one a count takes.
PLURAL_RULES = {
    "en": "nplurals=2; plural=(n != 1);",
    "es": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "vi": "nplurals=1; plural=0;",
    "zh": "nplurals=1; plural=0;",
    "ht": "nplurals=2; plural=(n > 1);",
    "so": "nplurals=2; plural=(n != 1);",
}


@dataclass(frozen=True)
class Catalogue:
    """What a `.po` says, and who has read it."""

    catalog: Catalog
    reviewed_by: str  # a native speaker who has read all of it; empty while it is only machine-made

    def get(self, id_: str) -> Message | None:
        """The message (of a plural by its form for one), or None."""
        return self.catalog.get(id_)


def read(path: Path) -> Catalogue:
    """Reads one file."""
    content = path.read_bytes()
    with path.open("rb") as file:
        catalog = read_po(file)
    return Catalogue(catalog, reviewed_by(content.decode("utf-8")))


def reviewed_by(text: str) -> str:
    """Who has read the catalogue, by its header."""
    found = REVIEWED.search(text.partition("\n\n")[0])
    return found["who"].strip() if found else ""


def translations(path: Path, locale: Locale) -> tuple[dict[str, str], dict[str, dict[str, str]], str]:
    """Messages, plural forms (by CLDR category) and the reader; empty and unsure messages are left out."""
    catalogue = read(path)
    messages: dict[str, str] = {}
    plurals: dict[str, dict[str, str]] = {}
    for message in catalogue.catalog:
        if not message.id or message.fuzzy or not message.string:
            continue
        if isinstance(message.id, (tuple, list)):
            strings = [message.string] if isinstance(message.string, str) else list(message.string)
            if all(strings):
                plurals[message.id[0]] = _by_category(strings, catalogue.catalog, locale)
        else:
            messages[message.id] = str(message.string)
    return messages, plurals, catalogue.reviewed_by


def plural_examples(code: str) -> list[str]:
    """For each gettext form of a language some counts that take it: ["1", "0, 2, 3, 4 ..."]."""
    rule = _gettext_rule(PLURAL_RULES[code].partition("plural=")[2].rstrip(";"))
    count = int(PLURAL_RULES[code][len("nplurals=")])
    taken: dict[int, list[int]] = {index: [] for index in range(count)}
    for number in range(200):
        taken[rule(number)].append(number)
    return [", ".join(map(str, found[:5])) + (" ..." if len(found) > 5 else "") for found in taken.values()]


def _by_category(strings: list[str], catalog: Catalog, locale: Locale) -> dict[str, str]:
    """Gettext's numbered forms under the CLDR categories, found by trying counts."""
    rule = _gettext_rule(catalog.plural_expr)
    forms = {"other": strings[-1]}
    for count in range(200, -1, -1):
        forms[locale.plural_form(count)] = strings[min(rule(count), len(strings) - 1)]
    return forms


def _gettext_rule(expression: str):  # type: ignore[no-untyped-def]
    """The function from a count to the number of the form."""
    from gettext import c2py

    return c2py(expression)
