"""One row of a spreadsheet that holds several things: the service, its place, its phone, its languages."""

from __future__ import annotations

from collections.abc import Iterator

from .ids import short_hash, slug
from .rows import Row


def split(row: Row) -> Iterator[Row]:
    """The row itself without the cells of others, then a row for each other thing, part of the first."""
    if row.table not in ("service", "organization", "location"):
        yield row
        return
    own = {name: text for name, text in row.cells.items() if "." not in name}
    others: dict[str, dict[str, str]] = {}
    for name, text in row.cells.items():
        if "." in name:
            table, _, column = name.partition(".")
            others.setdefault(table, {})[column] = text
    if row.table == "service" and "name" not in own:
        if named := own.get("program") or own.get("organization_name"):
            own["name"] = named
    if not own.get("id"):
        own["id"] = _made_up_id(own, others)
    main = Row(row.table, row.file, row.line, own)
    yield main
    link = f"{row.table}_id"
    place = own["id"] if row.table == "location" else f"{own['id']}@"
    if row.table != "location" and others.keys() & {"address", "location", "mail"}:
        cells = {**others.get("location", {}), "id": place, link: own["id"]}
        if "confidential" in own:
            cells["confidential"] = own["confidential"]
        yield Row("location", row.file, row.line, cells, main)
    if row.table == "service" and own.get("location_id"):
        cells = {"service_id": own["id"], "location_id": own["location_id"]}
        yield Row("service_at_location", row.file, row.line, cells, main)
    if "address" in others:
        yield Row("address", row.file, row.line, {**others["address"], "location_id": place}, main)
    if "mail" in others:
        cells = {"address_type": "postal", **others["mail"], "location_id": place}
        yield Row("address", row.file, row.line, cells, main)
    for table, cells in others.items():
        if table == "phone":
            for kind, number in cells.items():
                phone = {"number": number, link: own["id"], **({} if kind == "number" else {"type": kind})}
                yield Row("phone", row.file, row.line, phone, main)
        elif table.startswith("phone"):
            yield Row("phone", row.file, row.line, {**cells, link: own["id"]}, main)
        elif table not in ("address", "location", "mail"):
            if table == "accessibility":
                cells = {**cells, "location_id": place} if "address" in others else {**cells, link: own["id"]}
            yield Row(table, row.file, row.line, {link: own["id"], **cells}, main)


def _made_up_id(own: dict[str, str], others: dict[str, dict[str, str]]) -> str:
    """An id that stays the same from one import to the next, by name and address, and does not tell the address."""
    address = others.get("address", {})
    parts = [address.get(name, "").lower() for name in ("address_1", "full", "city", "postal_code")]
    name = "-".join(filter(None, (slug(own.get("source", "")), slug(own.get("name", ""), 80)))) or "nameless"
    return f"{name}-{short_hash('|'.join(parts))}" if any(parts) else name
