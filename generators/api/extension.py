"""A record and its way back: what HSDS fields say as they stand, and what our extension must say beside them.

`restored(exported)` gives the plain form of the record, as it is written in YAML. The extension holds exactly those
fields that would otherwise come back differently, so a name or a phone changed in the HSDS fields is a change here.
"""

from __future__ import annotations

import json
from typing import Any

from .places import PHONE_TYPES
from .terms import NEED, RECORD, RULE

Json = dict[str, Any]
PRIVATE = ("for_helpers",)  # said to helpers only: it goes out only when asked for
OURS = (RECORD, RULE)  # the link types of attributes that are ours
OF_RULE = ("rule", "rule_for", "also_needed", "examples")
KINDS = {name: kind for kind, name in PHONE_TYPES.items()}
SHORT = 300  # a longer description, or one in paragraphs, is no summary


def plain(record: Any, private: bool = False) -> Json:
    """A record as it is written in YAML, without what is not for everybody (unless `private`)."""
    found: Json = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if not private:
        for name in PRIVATE:
            found.pop(name, None)
        if "imported" in found:
            found["imported"].pop("extra", None)  # columns that nobody has looked over
    return found


def left_over(own: Json, exported: Json, read: Any) -> tuple[Json, Json]:
    """What the extension must hold so that `restored` gives `own` again: fields of the record, fields of the rule."""
    said = read(exported)
    rest: Json = {key: value for key, value in own.items() if said.get(key) != value}
    rest.update((key, None) for key in said if key not in own)
    rule = {key: rest.pop(key) for key in OF_RULE if key in rest}
    return rest, rule


def restored(exported: Json) -> Json:
    """The plain form of a service or an organization from its HSDS object; `id` and `area` are those it has with us.

    An object without our extension gives what its HSDS fields say.
    """
    found = said_by_service(exported) if "status" in exported else said_by_organization(exported)
    for attribute in exported.get("attributes", ()):
        if attribute.get("link_type") in OURS:
            found.update(json.loads(attribute["value"]))
    return {key: value for key, value in found.items() if value is not None}


def said_by_service(exported: Json) -> Json:
    """What the HSDS fields of a service say in our words."""
    found = _said(exported, {"name": "name", "url": "website", "email": "email", "fees_description": "cost"})
    found |= _said(exported, {"eligibility_description": "who_for", "interpretation_services": "languages"})
    found |= _described(exported.get("description", ""))
    if name := _text(exported, "alternate_name"):
        found["also_called"] = [name]
    if needs := [_code(each) for each in exported.get("attributes", ()) if each.get("link_type") == NEED]:
        found["needs"] = needs
    if codes := [each["code"] for each in exported.get("languages", ()) if each.get("code")]:
        found["spoken"] = codes
    if exported.get("phones"):
        found["phones"] = [_phone(each) for each in exported["phones"]]
    if doors := [_door(each["location"]) for each in exported.get("service_at_locations", ()) if "location" in each]:
        found["locations"] = doors
    if exported["status"] == "defunct":
        found["status"] = "closed"
    return found


def said_by_organization(exported: Json) -> Json:
    """What the HSDS fields of an organization say in our words."""
    found = _said(exported, {"name": "name", "website": "website", "email": "email"})
    if exported.get("description") != exported["name"]:
        found |= _described(exported.get("description", ""))
    if name := _text(exported, "alternate_name"):
        found["also_called"] = [name]
    if exported.get("phones"):
        found["phones"] = [_phone(each) for each in exported["phones"]]
    if exported.get("locations"):
        found["locations"] = [_door(each) for each in exported["locations"]]
    return found


def _said(exported: Json, names: dict[str, str]) -> Json:
    return {own: text for name, own in names.items() if (text := _text(exported, name))}


def _text(exported: Json, name: str) -> str:
    """A text without the blanks around it: most readers of HSDS cut them, so they never count."""
    return str(exported.get(name) or "").strip()


def _described(text: str) -> Json:
    """A short description is a summary."""
    text = text.strip()
    if not text:
        return {}
    return {"summary" if len(text) <= SHORT and "\n" not in text else "description": text}


def _code(attribute: Json) -> str:
    return str(attribute["taxonomy_term"]["code"])


def _phone(row: Json) -> Json:
    found = _said(row, {"number": "number", "description": "label"})
    if row.get("extension"):
        found["number"] = f"{found['number']} ext. {row['extension']}"
    if (kind := KINDS.get(row.get("type", ""), "call")) != "call":
        found["kind"] = kind
    return found


def _door(row: Json) -> Json:
    found = _said(row, {"name": "name", "transportation": "directions"})
    for name in ("latitude", "longitude"):
        if row.get(name) is not None:
            found[name] = row[name]
    for address in row.get("addresses", ())[:1]:
        parts = {"address_1": "street", "city": "city", "state_province": "state", "postal_code": "zip"}
        found |= _said(address, parts)
    if row.get("phones"):
        found["phones"] = [_phone(each) for each in row["phones"]]
    return found
