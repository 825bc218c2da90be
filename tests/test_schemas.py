"""The published schemas take every shipped record and refuse what the shapes refuse."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT

from generators.load import load
from generators.pages.schemas import schemas

SCHEMAS = dict(schemas())


def test_they_are_published_with_the_site(site: Path) -> None:
    for name, schema in SCHEMAS.items():
        assert json.loads((site / "maintain/schema" / name).read_text("utf-8")) == schema


def test_every_shipped_service_fits() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMAS["service.schema.json"])
    sources = [source for source in load(ROOT / "resources")[0] if "/services/" in source.name]
    services = [source for source in sources if source.name.count(".") == 1]
    assert len(services) > 100
    for source in services:
        assert [error.message for error in validator.iter_errors(source.data)] == [], source.path


@pytest.mark.parametrize("change", [{"sumary": "x"}, {"kind": "thing"}, {"rule": {"all": []}}])
def test_what_is_wrong_is_refused(change: dict[str, object]) -> None:
    helpline = next(source.data for source in load(ROOT / "tests/small")[0] if source.name.endswith("helpline.yaml"))
    assert not jsonschema.Draft202012Validator(SCHEMAS["service.schema.json"]).is_valid({**helpline, **change})
