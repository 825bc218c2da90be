"""The ids of records that go out: UUIDs, the same in every build."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Mapping
from typing import Any

from ..model import Organization, Records, Service

HOUSE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:handrail:data")
KINDS = {  # a digit for each kind of part
    name: f"{digit:x}"
    for digit, name in enumerate(
        "phones schedules hours areas papers languages accessibility address at need own location".split(), 1
    )
}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Ids:
    """UUIDs of one site. A record that came with a UUID keeps it; every other is made from the site and its id.

    The site is known by `data_namespace` of site.yaml, else by its name.
    """

    def __init__(self, records: Records) -> None:
        site = records.site
        self.namespace = uuid.UUID(site.data_namespace) if site.data_namespace else uuid.uuid5(HOUSE, site.name)
        self._bytes = self.namespace.bytes
        self._taken: set[str] = set()
        self._rows: list[dict[str, Any]] = []  # on all of which each UUID may depend
        self.organizations = self._all(records, "organization", records.organizations)
        self.services = self._all(records, "service", records.services)

    def of(self, name: str) -> str:
        """The UUIDv5 of a name under this site: `need/food`, `<uuid>/phones/0`."""
        digest = bytearray(hashlib.sha1(self._bytes + name.encode(), usedforsecurity=False).digest()[:16])
        digest[6] = digest[6] & 0x0F | 0x50
        digest[8] = digest[8] & 0x3F | 0x80
        text = digest.hex()
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    @staticmethod
    def below(owner: str, kind: str, place: int = 0) -> str:
        """The UUID of a part of a record: that of `of` for its owner, the last digits being a kind and a place."""
        return f"{owner[:-4]}{KINDS[kind]}{place:03x}"

    def _all(
        self, records: Records, kind: str, of: Mapping[str, Service] | Mapping[str, Organization]
    ) -> dict[str, str]:
        """The UUID of each record by its id; of two that came with the same one the first keeps it."""

        def make(id_: str) -> list[str]:
            record = of[id_]
            source = record.imported.id.lower() if record.imported else ""
            return [self.of(f"{kind}/{id_}"), source if UUID.fullmatch(source) else ""]

        found = {}
        rows = records.lasting.rows(records, f"uuids/{kind}", of, make)
        for id_, (own, source) in rows.items():
            is_its = source and source not in self._taken
            found[id_] = source if is_its else own
            if is_its:
                self._taken.add(source)
        self._rows.append(rows)
        return records.lasting.follows(found, *self._rows)
