"""Hostile texts, and a record of every kind to put them into."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import mess
import yaml
from conftest import ROOT
from filled import filled, text_places

from generators.model import (
    Area,
    Barrier,
    Document,
    Doorway,
    Figure,
    Letter,
    Need,
    Organization,
    Preset,
    Question,
    Service,
    SiteSettings,
    Urgent,
)
from generators.validate.translations import TEXT_FIELDS, TEXT_LISTS

CORPUS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    '" autofocus onfocus="alert(1)',
    "</title></script><svg/onload=alert(1)>",
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "{{ 7*7 }}{% for x in y %}${alert(1)}<%= 1 %>",
    "@@handrail-content@@ @@handrail-title@@",
    "[x](javascript:alert(1)) ![x](https://example.org/x.png)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "%(name)s %s %d {0} {name}",
    "__proto__",
    "constructor",
    "../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "a/../../b",
    "]]> --> */ <!-- x",
    'https://example.org/" onclick="alert(1)',
    "https://example.org/' onclick='alert(1)",
    "http://user:pass@example.org\\@evil.example/",
    "//evil.example/x.js",
    "a\u202eb\u2066c",
    "a\u200bb\u0000c",
    "line\u2028alert(1)\u2029line",
    "\ufeffx",
    "x" * 3001,
]
RULE = {
    "all": [
        {"age": {"from": 18, "under": 65}},
        {"relation": ["self", "spouse"]},
        {"status": ["citizen"]},
        {"place": {"states": ["PA"], "counties": ["Allegheny"]}},
        {"receives": {"any_of": ["food-stamps"], "whose": "anyone"}},
        {"expense": {"any_of": ["rent"]}},
        {"situation": {"any_of": ["homeless"]}},
        {"maybe": {"because": "Some words (because).", "if": {"pregnant": True}}},
        {"any": [{"income": {"of": "food", "at_most": {"share": "poverty-guideline", "of": "poverty-guideline"}}}]},
        {"count": {"at_least": 1, "who": {"veteran": True}}},
    ]
}
FACTS = {
    "place": {"state": "OH", "county": "Some County"},
    "people": [{"relation": "self", "age": 30, "status": "citizen"}],
    "incomes": [{"person": "p1", "kind": "wages", "amount": 9000, "per": "month"}],
}
SCHEDULE = {
    "time_zone": "America/New_York",
    "open": [
        {"days": ["mon"], "opens": "9:00", "closes": "17:00", "note": "Some words (open)"},
        {"days": ["tue"], "note": "Some words (by appointment)", "season": {"from": "11-01", "until": "03-31"}},
    ],
    "changes": [{"date": "2026-12-24", "opens": "9:00", "closes": "12:00", "note": "Some words (change)"}],
}
RULED = {
    "rule": RULE,
    "rule_for": "household",
    "examples": [{"name": "Some words (example)", "facts": FACTS, "outcome": "unlikely"}],
    "schedule": SCHEDULE,
    "locations": [{"name": "Some door", "street": "1 Elm Street", "city": "Tampa", "schedule": SCHEDULE}],
    "verified": {"date": "2026-01-01", "by": "Some words (by)", "how": "phone"},
}
CHOICE = {"value": "homeless", "label": "Some words (label)", "hint": "Some words (hint)"}
FIGURE = {"unit": "dollars a year", "standing": True, "until": None, "rows": {"everywhere": {"2026-01-01": 5}}}


def twin(name: str, key: str | None = None) -> dict[str, Any]:
    """Spanish for every text of a record of the small site."""
    data = yaml.safe_load((ROOT / "tests" / "small" / name).read_text("utf-8"))
    told = _texts(data[key] if key else data)
    assert isinstance(told, dict) and list(text_places(told))
    return told


def _texts(value: Any, field: str = "") -> Any:
    if isinstance(value, dict):
        made = {key: _texts(inner, key) for key, inner in value.items() if key not in ("rule", "examples")}
        return {key: inner for key, inner in made.items() if inner is not None}
    if isinstance(value, list):
        inside = [_texts(inner, field) for inner in value]
        return inside if any(inside) else None
    return f"Unas palabras ({field})" if field in TEXT_FIELDS | TEXT_LISTS and isinstance(value, str) else None


# kind -> file, key in it (none: the file is the record), a record without a hostile text
KINDS: dict[str, tuple[str, str | None, Callable[[], dict[str, Any]]]] = {
    "service": ("us/services/{}.yaml", None, partial(filled, Service)),
    "service with a rule": ("us/services/{}-rule.yaml", None, partial(filled, Service, **RULED)),
    "organization": ("us/organizations/{}.yaml", None, partial(filled, Organization)),
    "figure": ("us/figures/{}.yaml", None, partial(filled, Figure, **FIGURE)),
    "need": ("needs.yaml", "{}", partial(filled, Need)),
    "document": ("documents.yaml", "{}", partial(filled, Document)),
    "urgent": ("urgent.yaml", "{}", partial(filled, Urgent)),
    "letter": ("letters.yaml", "{}", partial(filled, Letter)),
    "preset": ("presets.yaml", "{}", partial(filled, Preset)),
    "question": ("questions.yaml", "situations", partial(filled, Question, group="situations", choices=[CHOICE])),
    "barrier": ("barriers.yaml", "ride", partial(filled, Barrier)),
    "area": ("us/pa/area.yaml", None, partial(filled, Area, level="state")),
    "doorway": ("us/pa/doorways.yaml", "food-stamps", partial(filled, Doorway)),
    "site": ("site.yaml", None, partial(filled, SiteSettings, languages=["en", "es"])),
    "service in Spanish": ("us/services/food-stamps.es.yaml", None, partial(twin, "us/services/food-stamps.yaml")),
    "question in Spanish": ("questions.es.yaml", "receives", partial(twin, "questions.yaml", "receives")),
    "site in Spanish": ("site.es.yaml", None, partial(twin, "site.yaml")),
}
ONCE = {kind for kind, (file, key, _) in KINDS.items() if "{}" not in f"{file}{key}"}  # one a site


def export(folder: Path) -> None:
    """An HSDS export with every text of the corpus in every column: once as words, once as ids too."""
    folder.mkdir()
    for table, head in mess.TABLES.items():
        columns = head.split(",")
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            for number, text in enumerate(CORPUS):
                known = {
                    column: f"{column.removesuffix('_id')}{number}" for column in columns if column.endswith("_id")
                }
                known["id"] = f"{TABLE_IDS.get(table, table)}{number}"
                if table in ("services", "organizations"):
                    known["name"] = f"Hostile {table} {number}"
                writer.writerow([known.get(column, text) for column in columns])
                writer.writerow([text for _ in columns])


TABLE_IDS = {"services": "service", "organizations": "organization", "locations": "location", "contacts": "contact",
             "services_at_location": "service_at_location", "taxonomy": "taxonomy", "programs": "program"}  # fmt: skip
