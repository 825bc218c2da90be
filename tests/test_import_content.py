"""Whether each value of a package arrives: in its field, in what is kept or in the report, and in no wrong field."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hsds_columns import DIALECTS
from hsds_forms import FORMS
from hsds_oracle import Made, package
from lengths import so_many

from generators.importing import Records, import_package

KEPT = "extra"  # `imported: extra`, on no page
Found = list[tuple[str, Any]]  # service.locations[].street -> what stands there
ONLY = {"nested": "3", "nested-UK": "UK"}  # forms that one dialect has
FORM_OF = [(dialect, form) for dialect in DIALECTS for form in FORMS if ONLY.get(form, dialect) == dialect]


def leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}.{name}")
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from leaves(inner, f"{path}[]")
    else:
        yield KEPT if ".imported.extra" in path else path, value


def everything(made: Records) -> Found:
    records = (("service", made.services), ("organization", made.organizations))
    return [leaf for kind, some in records for record in some.values() for leaf in leaves(record, kind)]


def says(value: Any, form: str) -> bool:
    return form in value if isinstance(value, str) else str(value) == form


def faults(given: Made, made: Records) -> Iterator[str]:
    """What is lost, and what stands where it does not belong."""
    found = everything(made)
    told = " ".join(f"{note.field} {note.text}" for note in made.notes)
    refused = {row.cells.get("id") for row, why in made.package.book.refused() if why}
    for cell in given.cells:
        places = {path for path, value in found for form in cell.forms if says(value, form)}
        if cell.fits and not places & set(cell.fits):
            yield f"not in its field: {cell.place}, {cell.forms[0]}: wanted in {cell.fits}, is in {sorted(places)}"
        elif not (places or any(form in told for form in cell.forms) or cell.place.split(" of ")[1] in refused):
            yield f"lost: {cell.place}, {cell.forms[0]}"
        if cell.telling and (wrong := places - {*cell.fits, KEPT}):
            yield f"in a wrong field: {cell.place}, {cell.forms[0]}: is in {sorted(wrong)}"


@pytest.mark.parametrize(("dialect", "form"), FORM_OF)
def test_every_value_of_a_package_arrives(dialect: str, form: str, tmp_path: Path) -> None:
    for seed in range(so_many(2, 40)):
        into = tmp_path / str(seed)
        into.mkdir()
        given = package(dialect, seed)
        made = import_package(FORMS[form](given.tables, into, random.Random(seed)))
        assert list(faults(given, made)) == [], f"seed {seed}"
        for service, owner in given.owners.items():
            assert made.services[service]["organization"] == made.ids[f"organization/{owner}"]
            doors = [door["id"] for door in made.services[service].get("locations", [])]
            assert sorted(doors) == sorted(given.doors.get(service, []))


def test_the_judge_sees_a_street_that_is_lost_and_one_in_a_wrong_field(tmp_path: Path) -> None:
    given = package("3", 1)
    made = import_package(FORMS["tabular"](given.tables, tmp_path, random.Random(1)))
    street = next(cell for cell in given.cells if cell.place.startswith("address.address_1"))
    for record in made.services.values():
        for door in record.get("locations", []):
            door["city"] = door.pop("street")
    seen = list(faults(given, made))
    assert any(line.startswith(f"not in its field: {street.place}") for line in seen)
    assert any(line.startswith(f"in a wrong field: {street.place}") for line in seen)
