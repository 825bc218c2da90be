"""What goes out comes back: any service, any organization, as JSON and as tables, also through the importer."""

from __future__ import annotations

import datetime
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from conftest import ROOT
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from lengths import so_many
from random_records import records

from generators import pipeline
from generators.api import exported, hsds_files, restored, zipped
from generators.api.extension import plain
from generators.importing import import_package
from generators.model import Organization, Placed, Records, Service

TODAY = datetime.date(2026, 11, 21)
SHIPPED, _ = pipeline.gather(ROOT / "resources", TODAY)
assert SHIPPED is not None
RULES = [service.rule for service in SHIPPED.services.values() if service.rule]
SERVICES = records(
    Service,
    RULES,
    organization=st.sampled_from(["", "org-1"]),
    needs=st.lists(st.sampled_from(list(SHIPPED.needs)), max_size=3, unique=True),
)
ORGANIZATIONS = records(Organization, RULES)
EXAMPLES = so_many(40, 400)
EASY = settings(
    deadline=None,
    max_examples=EXAMPLES,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to make so large a record smaller takes over five minutes
)


def differing(found: dict[str, Any], wanted: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The fields that are not the same, and both their values: of a failure, that is all that one wants to see."""
    names = dict.fromkeys([*found, *wanted])
    return {name: (found.get(name), wanted.get(name)) for name in names if found.get(name) != wanted.get(name)}


def site(service: Service, organization: Organization) -> Records:
    """A site with one service and one organization."""
    placed = {"service/one": Placed("x", "us"), "organization/org-1": Placed("x", "us")}
    return replace(SHIPPED, services={"one": service}, organizations={"org-1": organization}, placed=placed)


@EASY
@given(SERVICES, ORGANIZATIONS)
def test_what_goes_out_as_json_comes_back_the_same(service: Service, organization: Organization) -> None:
    for private in (False, True):
        given = exported(site(service, organization), TODAY, private)
        back = restored(json.loads(json.dumps(given.services[0])))
        assert (back.pop("id"), back.pop("area")) == ("one", "us")
        assert differing(back, plain(service, private)) == {}
        if private:
            assert Service.model_validate(back) == service
        back = restored(json.loads(json.dumps(given.organizations[0])))
        assert (back.pop("id"), back.pop("area")) == ("org-1", "us")
        assert differing(back, plain(organization, private)) == {}


@EASY
@given(SERVICES, ORGANIZATIONS)
def test_what_is_imported_from_an_export_is_what_was_exported(service: Service, organization: Organization) -> None:
    assume(service.name.strip() and organization.name.strip())  # the import takes no record without a name
    whole = site(service, organization)
    given = exported(whole, TODAY, private=True)
    pages = dict(hsds_files(given, single=False))
    for name, data in (
        ("data.zip", zipped(given, whole)),
        ("services.json", pages["services/index.json"]),
        ("organizations.json", pages["organizations/index.json"]),
    ):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            made = import_package(path)
        for kind, uuid, back, record in (
            ("service", given.services[0]["id"], made.services, service),
            ("organization", given.organizations[0]["id"], made.organizations, organization),
        ):
            if name not in ("data.zip", f"{kind}s.json"):
                continue
            found = {key: value for key, value in back[uuid].items() if key != "imported"}
            wanted = {key: value for key, value in plain(record, private=True).items() if key != "imported"}
            if kind == "service":  # a list of services names its organizations in short: there they get a new id
                owner, wanted_owner = found.pop("organization", ""), wanted.pop("organization", "")
                assert owner == wanted_owner or name != "data.zip"
                assert made.ids[f"service/{uuid}"] == "one"
            elif name == "data.zip":
                assert made.ids[f"organization/{uuid}"] == "org-1"
            assert differing(found, wanted) == {}
