"""Spreadsheets as people keep them: each heading's text arrives in its field, and nothing private arrives anywhere."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import openpyxl
import pytest
from hsds_oracle import Cell, Made
from lengths import so_many
from test_import_content import everything, faults

from generators.importing import Records, import_package

AT = "service.locations[]"
# field -> the headings under which people have it; one of them is taken for a list
HEADINGS: dict[str, tuple[str, ...]] = {
    "service.name": ("Name", "Service Name", "service_name", "Title", "PublicName"),
    "organization.name": ("Agency Name", "Organization", "Provider", "Agency", "ParentAgency"),
    "service.also_called[]": ("AKA", "Alternate Name", "AlternateName"),
    "service.summary service.description": ("Description", "Summary", "Service Description", "AgencyDescription"),
    f"{AT}.street": ("Address", "Street Address", "Street", "Address 1", "Physical Address", "PhysicalAddress1",
                     "Site Address"),
    f"{AT}.street 2": ("Address 2", "Address Line 2", "PhysicalAddress2"),
    f"{AT}.city": ("City", "Town", "PhysicalCity"),
    f"{AT}.zip": ("Zip", "ZIP Code", "Zipcode", "Postal Code", "PhysicalPostalCode"),
    f"{AT}.name": ("Location Name", "Site Name"),
    f"{AT}.directions": ("Directions", "Transportation", "BusServiceAccess"),
    f"{AT}.accessibility": ("Accessibility", "DisabilitiesAccess"),
    "service.phones[].number": ("Phone", "Phone Number", "Telephone", "Phone1Number", "Main Phone"),
    "service.phones[].number fax": ("Fax", "Fax Number", "PhoneFax"),
    "service.phones[].number tty": ("TTY", "PhoneTTY"),
    "service.phones[].number two": ("Phone2Number",),
    "service.phones[].label": ("Phone2Name",),
    "service.email": ("Email", "E-mail", "Email Address", "EmailAddressMain"),
    "service.website": ("Website", "URL", "Web Site", "WebsiteAddress"),
    "service.hours": ("Hours", "Hours of Operation", "Opening Hours", "HoursOfOperation"),
    "service.cost": ("Cost", "Fees", "Fee", "FeeStructureSource"),
    "service.who_for": ("Eligibility", "Who Can Get It", "Eligibility Requirements"),
    "service.steps[].do": ("How to Apply", "Application Process", "Intake", "ApplicationProcess"),
    "service.bring_note": ("What to Bring", "Documents", "Required Documents", "DocumentsRequired"),
    "service.languages": ("Languages", "Languages Spoken", "LanguagesOffered"),
    "service.serves.note": ("Area Served", "Service Area", "Counties Served", "CoverageArea"),
    "service.takes": ("Wait Time", "NormalWaitTime"),
    "service.description more": ("Notes", "Comments", "More Information"),
    "": ("Category", "Service Type", "Board President", "Tax ID", "Internal Code", "PhysicalCounty", "MailingAddress1"),
}  # fmt: skip
PHONES = ("service.phones[].number", "service.phones[].number fax", "service.phones[].number tty",
          "service.phones[].number two")  # fmt: skip


def word(random_: random.Random) -> str:
    return "".join(random_.choice("bdfgklmprtvxz") + random_.choice("aeiou") for _ in range(3)) + "q"


def value(field: str, random_: random.Random) -> str:
    if field in PHONES:
        return f"412-{random_.randrange(200, 999)}-{random_.randrange(2000, 9999)}"
    if field == f"{AT}.zip":
        return str(random_.randrange(15001, 15999))
    if field == "service.email":
        return f"{word(random_)}@example.org"
    if field == "service.website":
        return f"https://{word(random_)}.example.org/"
    if field == f"{AT}.street":
        return f"{random_.randrange(10, 9999)} {word(random_).capitalize()} Street"
    return f"{word(random_).capitalize()} {word(random_)} {word(random_)}"


def a_list(seed: int) -> tuple[list[dict[str, str]], list[Cell]]:
    """Three rows under headings of which each field has one, and each cell with the field for it."""
    random_ = random.Random(seed)
    named = {field: random_.choice(names) for field, names in HEADINGS.items() if field}
    named |= {f"kept {number}": name for number, name in enumerate(random_.sample(HEADINGS[""], 4))}
    rows: list[dict[str, str]] = []
    cells = []
    for number in range(3):
        row = {"State": "PA"}
        for field, heading in random_.sample(list(named.items()), len(named)):
            text = value(field, random_)
            row[heading] = text
            fits = tuple(f"service.{part}" if part == "description" else part for part in field.split()
                         if "." in part and not field.startswith("kept"))  # fmt: skip
            if field == f"{AT}.accessibility":
                fits += ("service.accessibility",)
            if heading == "MailingAddress1":
                fits = ()
            cells.append(Cell(f"{heading} of row {number + 1}", (text,), fits, " " in text or "@" in text))
        rows.append(row)
    return rows, cells


def brought(rows: list[dict[str, str]], path: Path) -> Records:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(columns)
        for row in rows:
            sheet.append([row.get(name, "") for name in columns])
        book.save(path)
    elif path.suffix == ".json":
        path.write_text(json.dumps(rows), "utf-8")
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, columns)
            table.writeheader()
            table.writerows(rows)
    return import_package(path)


@pytest.mark.parametrize("file", ["list.csv", "list.xlsx", "list.json"])
def test_every_value_of_a_list_arrives(file: str, tmp_path: Path) -> None:
    for seed in range(so_many(4, 60)):
        rows, cells = a_list(seed)
        made = brought(rows, tmp_path / file)
        assert len(made.services) == 3
        assert list(faults(Made(cells=cells), made)) == [], f"seed {seed}: {sorted(rows[0])}"


SECRET = "77 Vaxiq Lane"


@pytest.mark.parametrize(
    "flag",
    [
        {"Confidential": "yes"},
        {"Confidential": "Do not publish"},
        {"Address Confidential": "x"},
        {"PhysicalAddressIsPrivate": "Yes"},
        {"Is Private": "TRUE"},
        {"Hide Address": "1"},
        {"ExcludeFromWebsite": "Yes"},
    ],
    ids=lambda flag: "-".join(*flag.items()),
)
@pytest.mark.parametrize("file", ["list.csv", "list.xlsx", "list.json", "organizations.csv", "locations.csv"])
def test_a_private_address_arrives_nowhere(flag: dict[str, str], file: str, tmp_path: Path) -> None:
    row = {
        "Name": "Vaxiq House", "Description": f"Come to {SECRET}.", "Address": SECRET, "City": "Zubimiq", "State": "PA",
        "Zip": "15203", "Latitude": "40.123456", "Longitude": "-79.654321", "Phone": "412-281-1234", **flag,
    }  # fmt: skip
    if "PhysicalAddressIsPrivate" in flag:
        row["PhysicalAddress1"] = row.pop("Address")
    made = brought([row], tmp_path / file)
    said = json.dumps([everything(made), made.ids, [(note.field, note.text) for note in made.notes]])
    told = [why for _, why in made.package.book.refused()]
    for part in (SECRET if "PhysicalAddressIsPrivate" not in flag else "", "Zubimiq", "40.123456", "-79.654321"):
        assert not part or part not in said, part
    assert made.notes or told, "the report says why"


def test_what_is_private_beside_the_address_arrives_nowhere(tmp_path: Path) -> None:
    rows = [{
        "PublicName": "Vaxiq House", "PhysicalAddress1": "12 Elm Street", "PhysicalCity": "Pittsburgh",
        "PhysicalStateProvince": "PA", "Phone1Number": "412-281-1234", "Phone1IsPrivate": "No",
        "Phone2Number": "412-281-9999", "Phone2Name": "Vice Vaxiq", "Phone2IsPrivate": "Yes",
        "MailingAddress1": "PO Box 7777", "MailingCity": "Zubimiq", "MailingAddressIsPrivate": "Yes",
        "SeniorWorkerName": "Bofiq Dulaq", "SeniorWorkerIsPrivate": "Yes", "InternalNotes": "Owes us a call",
        "Public/Private": "Private", "TaxonomyTerms": "Secret Term",
    }]  # fmt: skip
    made = brought(rows, tmp_path / "list.csv")
    (service,) = made.services.values()
    assert service["locations"][0]["street"] == "12 Elm Street"
    assert [phone["number"] for phone in service["phones"]] == ["412-281-1234"]
    said = json.dumps(service)
    for part in ("9999", "Vice", "7777", "Zubimiq", "Bofiq", "Owes", "Secret Term"):
        assert part not in said, part
    told = " ".join(note.text for note in made.notes)
    assert "phone2" in told and "mailing_address" in told and "senior_worker" in told and "for the staff" in told


@pytest.mark.parametrize("street", ["Confidential", "Address is confidential", "Undisclosed location", "(withheld)"])
def test_a_street_that_is_not_told_hides_the_place(street: str, tmp_path: Path) -> None:
    row = {"Name": "House", "Description": "Help.", "Address": street, "City": "Zubimiq", "State": "PA",
           "Latitude": "40.123456", "Longitude": "-79.654321"}  # fmt: skip
    (service,) = brought([row], tmp_path / "list.csv").services.values()
    assert service["address_confidential"] is True
    assert "Zubimiq" not in json.dumps(service) and "40.1" not in json.dumps(service)


def test_an_address_for_letters_is_no_door(tmp_path: Path) -> None:
    row = {"Name": "House", "Description": "Help.", "MailingAddress1": "PO Box 7", "MailingCity": "Pittsburgh",
           "MailingStateProvince": "PA", "MailingPostalCode": "15203"}  # fmt: skip
    (service,) = brought([row], tmp_path / "list.csv").services.values()
    assert "street" not in json.dumps(service.get("locations", []))
    assert service["description"] == "Mailing address: PO Box 7, Pittsburgh, PA 15203"
