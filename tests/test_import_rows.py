"""Small files of every kind, and what is made of their rows and cells."""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import ROOT

from generators.api.tables import TABLES
from generators.importing import CannotRead, Records, Target, import_package
from generators.importing.cells import rows_of
from generators.importing.clean import email, link, name, plain
from generators.importing.hours import from_words, opening
from generators.importing.names import column_named, table_named
from generators.importing.needs import words_from
from generators.importing.numbers import numbers
from generators.importing.pieces import schedule_of
from generators.importing.reading import read_package
from generators.importing.rows import Row
from generators.importing.states import state_of_zip
from generators.importing.times import days_of, time_of
from generators.importing.who import ages
from generators.load import load_text

WORDS = words_from(load_text("w", "w", (ROOT / "resources/imports/words.yaml").read_bytes())[0].data)  # type: ignore[union-attr]
TARGET = Target(
    "list",
    "us/fl",
    datetime.date(2026, 11, 21),
    needs=frozenset(WORDS.needs),
    sensitive=frozenset({"support"}),
    documents=frozenset(WORDS.documents),
    figures=frozenset({"poverty-guideline", "poverty-guideline-each-more"}),
    areas=frozenset({"us", "us/fl", "us/pa"}),
    zoned=frozenset({"us/pa"}),
    words=WORDS,
)


def brought(path: Path, text: str | bytes) -> Records:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    made = import_package(path, TARGET)
    made.package.book.totals()  # stops when a row is not accounted for
    return made


def only(made: Records) -> Any:
    assert len(made.services) == 1, made.services
    return next(iter(made.services.values()))


def told(made: Records) -> str:
    return "\n".join(f"{note.kind} {note.field} {note.text}" for note in made.notes)


@pytest.mark.parametrize(
    ("text", "time"),
    [("9:0am", "9:00"), ("830am", "8:30"), ("2400", "24:00"), ("9:00", "9:00"), ("17:30:00", "17:30"), 
     ("5 PM", "17:00"),
     ("noon", "12:00"), ("12am", "0:00"), ("12:15 p.m.", "12:15"), ("0800", "8:00"), ("25:00", None), ("9:75", None),
     ("whenever", None), ("13pm", "13:00"), ("2401", None), ("", None)],
)  # fmt: skip
def test_times(text: str, time: str | None) -> None:
    assert time_of(text) == time


@pytest.mark.parametrize(
    ("text", "days"),
    [("Mon-Fri", 5), ("Monday, Wednesday and Friday", 3), ("weekdays", 5), ("MO,WE", 2), ("Fri-Mon", 4), ("7", 1),
     ("daily", 7), ("Tuesdays", 1), ("some days", None)],
)  # fmt: skip
def test_days(text: str, days: int | None) -> None:
    assert (None if (found := days_of(text)) is None else len(found)) == days


@pytest.mark.parametrize(
    ("low", "high", "made"),
    [("", "", None), ("0", "200", None), ("60", "999", {"from": 60}), ("18", "59", {"from": 18, "under": 60}),
     ("", "17", {"under": 18}), ("60", "20", None), ("-1", "nan", None), ("1e999", "inf", None),
     ("x", "17", {"under": 18}), ("0.5", "", None)],
)  # fmt: skip
def test_ages(low: str, high: str, made: dict[str, int] | None) -> None:
    assert ages(low, high, []) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [("412-281-1234", ["412-281-1234"]), ("(412) 281-1234 x12", ["412-281-1234 ext. 12"]), ("211", ["211"]),
     ("Main: 412-281-1234; Fax: 412-281-1235, TTY 711", ["412-281-1234", "412-281-1235", "711"]), ("call us", []),
     ("+44 20 7946 0958", ["+44 20 7946 0958"]), ("412-281-1234 (ask for Ana)", ["412-281-1234"]), ("123", []),
     ("4122811234 or 4122811235", ["412-281-1234", "412-281-1235"]), ("1-800-221-5689", ["1-800-221-5689"])],
)  # fmt: skip
def test_phones(text: str, made: list[str]) -> None:
    assert [phone["number"] for phone in numbers(text, "", "", "", [])] == made


def test_phones_keep_their_labels_and_kinds() -> None:
    main, fax, tty = numbers("Main: 412-281-1234; Fax: 412-281-1235, TTY 711", "", "", "", [])
    assert (main.get("label"), fax["kind"], tty["kind"]) == (None, "fax", "tty") or main["label"] == "Main"


@pytest.mark.parametrize(
    ("text", "made"),
    [("www.example.org", "https://www.example.org"), ("http://a.example.org/x", "http://a.example.org/x"), ("N/A", ""),
     ("javascript:alert(1)", ""), ("JavaScript:alert(1)", ""), ("data:text/html,x", ""), ("HTTPS://Example.org", "https://Example.org"),
     
     ("example.org/a b", "https://example.org/a"), ("not a link", ""), ("vbscript:x", ""), ("//a.example", "https://a.example"),
     ("https://example.org/<b>", "https://example.org/")],
)  # fmt: skip
def test_links(text: str, made: str) -> None:
    assert link(text, []) == made


def test_texts() -> None:
    assert plain("<p>Groceries &amp; more</p><br>Every <b>Tuesday</b>", []) == "Groceries & more\n\nEvery Tuesday"
    assert plain("&lt;script&gt;alert(1)&lt;/script&gt;Hi", []) == "Hi"
    assert plain("One\\nTwo\x07\u202e", []) == "One\nTwo"
    assert plain("a < b and <3 years", []) == "a < b and <3 years"
    assert name("FOOD BANK OF THE YMCA AT O'NEIL ST", []) == "Food Bank of the YMCA at O'Neil St"
    assert name("WIC", []) == "WIC"
    assert email("mailto:a@example.org; b@example.org", []) == "a@example.org"
    assert email("a at example", []) == ""


def test_states_of_zips_are_those_of_the_table() -> None:
    table = ROOT.parent / "shared" / "data" / "geo" / "geonames-US-2026-03.txt"
    if not table.exists():
        pytest.skip(f"the table of places is not here: {table}")
    wrong = set()
    for line in table.read_text("utf-8").splitlines():
        code, _, state = line.split("\t")[:3]
        if code.isdigit() and (made := state_of_zip(code)) is not None and made != state:
            wrong.add((code[:3], made, state))
    assert wrong == set()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "name,city,description\nCaf\u00e9 Nu\u00f1ez,Miami,Hot soup \u2013 free tonight\n"
    assert only(brought(tmp_path / "list.csv", text.encode(encoding)))["name"] == "Caf\u00e9 Nu\u00f1ez"


def test_two_encodings_in_one_file(tmp_path: Path) -> None:
    lines = [b"name,email", "Caf\u00e9,a@a.org".encode(), "Nu\u00f1ez,b@a.org".encode("cp1252"), b"Elm,c@a.org"]
    made = brought(tmp_path / "list.csv", b"\xef\xbb\xbf" + b"\r\n".join(lines))
    assert {record["name"] for record in made.services.values()} == {"Caf\u00e9", "Nu\u00f1ez", "Elm"}
    assert "saved as UTF-8 and Windows-1252" in told(made)


def test_a_spreadsheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Services"
    sheet.append(["Agency Name", "Program Name", "Phone", "ZIP", "Last Updated", "Hours", "Colour", "Cost"])
    sheet.append(
        [
            "Hope House",
            "Elm Pantry",
            4122811234,
            "15212",
            datetime.datetime(2026, 3, 1),
            "Mon-Fri: 9am-5pm",
            "red",
            None,
        ]
    )
    out = io.BytesIO()
    book.save(out)
    made = brought(tmp_path / "list.xlsx", out.getvalue())
    record = only(made)
    assert record["organization"] == "hope-house" and next(iter(made.organizations.values()))["name"] == "Hope House"
    assert record["phones"] == [{"number": "412-281-1234"}]
    assert record["locations"][0]["state"] == "PA" and "the state PA from the ZIP code" in told(made)
    assert record["schedule"]["open"][0]["days"] == ["mon", "tue", "wed", "thu", "fri"]
    assert record["imported"]["extra"]["colour"] == "red"
    assert "cost" not in record and "fees" not in record  # blank is unknown, not free


def test_a_zip_of_tables_is_never_unpacked_to_disk(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../services.csv", "id,organization_id,name\n1,o1,Pantry\n2,o9,Kitchen\n")
        archive.writestr("x/organizations.csv", "id,name\no1,Hope House\n")
        archive.writestr("x/eligibility.csv", "id,service_id,eligibility\n1,77,Adults\n2,1,Adults\n")
        archive.writestr("readme.txt", "x")
    made = brought(
        tmp_path / "a" / "list.zip" if (tmp_path / "a").mkdir() else tmp_path / "a" / "list.zip", out.getvalue()
    )
    assert {record["name"] for record in made.services.values()} == {"Pantry", "Kitchen"}
    assert made.services["1"]["organization"] == "hope-house" and made.services["1"]["who_for"] == "Adults"
    assert "organization" not in made.services["2"] and "no organization has the id o9" in told(made)
    assert [(row.table, why) for row, why in made.package.book.refused()] == [("eligibility", "there is no service 77")]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "list.zip"]


def test_a_folder_that_another_site_exported(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text('{"version": "3.0"}', "utf-8")
    with zipfile.ZipFile(tmp_path / "hsds-3.0.zip", "w") as archive:
        archive.writestr("services.csv", "id,name\n1,Pantry\n")
    assert [row.cells["name"] for row in read_package(tmp_path).tables["service"]] == ["Pantry"]


def test_json_lines_and_pages_of_an_api(tmp_path: Path) -> None:
    thing = {"id": "5", "name": "Pantry", "phones": [{"number": "412-281-1234", "type": "voice"}], "odd": {"a": 1}}
    made = brought(tmp_path / "list.jsonl", "\n".join(json.dumps(one) for one in (thing, {**thing, "id": "6"})))
    assert len(made.services) == 2
    record = only(brought(tmp_path / "page.json", json.dumps({"total_pages": 1, "contents": [thing]})))
    assert record["phones"] == [{"number": "412-281-1234"}] and record["imported"]["extra"]["odd"] == '{"a": 1}'


def test_hours_of_3_x_and_in_words() -> None:
    def made(**cells: str) -> Any:
        return opening(Row("schedule", "f", 1, cells), [], [])[0]

    assert made(freq="MONTHLY", byday="2TU", opens_at="09:00", closes_at="17:00") == {
        "days": ["tue"], "weeks": [2], "opens": "9:00", "closes": "17:00",
    }  # fmt: skip
    assert made(freq="MONTHLY", byday="FR", bysetpos="-1")["weeks"] == [-1]
    assert made(freq="MONTHLY", bymonthday="1,15")["month_days"] == [1, 15]
    second = made(freq="WEEKLY", interval="2", byday="MO", opens_at="09:00", closes_at="10:00")
    assert "opens" not in second and "Every 2 weeks" in second["note"]  # never a promise for a week when it is closed
    assert made(weekday="1", opens_at="9:00", closes_at="5:00") == {"days": ["mon"]}
    assert made(weekday="Sunday", opens_at="19:00", closes_at="7:00")["closes"] == "7:00"
    words = "Monday: Closed Tuesday: Closed Wednesday: 11:00 AM - 01:00 PM"
    assert from_words(words) == [{"days": ["wed"], "opens": "11:00", "closes": "13:00"}]
    assert from_words("Every Thursday 10:00 6:00") is None
    assert from_words("Monday: 9am-11am, second week only") is None


def test_hours_of_days_that_differ_by_week_of_those_that_are_closed_and_of_midnight() -> None:
    def made(*given: dict[str, str]) -> Any:
        rows = [Row("schedule", "f", 1, cells) for cells in given]
        return schedule_of(rows, [], datetime.date(2026, 11, 21), [], [])[0].get("open")

    times = {"freq": "MONTHLY", "opens_at": "09:00", "closes_at": "00:00"}
    assert made({**times, "byday": "1MO,3FR"}) == [
        {"days": ["mon"], "weeks": [1], "opens": "9:00", "closes": "24:00"},
        {"days": ["fri"], "weeks": [3], "opens": "9:00", "closes": "24:00"},
    ]
    assert made({**times, "byday": "1FR,3FR"}) == [
        {"days": ["fri"], "weeks": [1, 3], "opens": "9:00", "closes": "24:00"}
    ]
    closed = {"weekday": "Monday", "opens_at": "Closed"}
    assert made({"weekday": "Tuesday", "opens_at": "9:00", "closes_at": "12:00"}, closed) == [
        {"days": ["tue"], "opens": "9:00", "closes": "12:00"}
    ]
    assert made({"weekday": "Monday", "opens_at": "14:00Z", "closes_at": "22:00Z"}) == [{"days": ["mon"]}]
    assert made({"weekday": "Monday", "opens_at": "09:00-05:00", "closes_at": "17:00-05:00"})[0]["opens"] == "9:00"
    assert made({**times, "byday": "FR", "until": "2020-01-01"}) is None


def test_hours_have_a_time_zone_or_are_words(tmp_path: Path) -> None:
    def made(state: str, code: str) -> Any:
        text = f"name,address,city,state,zip,hours\nElm Pantry,1 Elm St,X,{state},{code},Mon: 9am-5pm\n"
        return only(brought(tmp_path / "list.csv", text))

    assert "time_zone" not in made("PA", "15212")["schedule"]  # that of the area
    assert made("FL", "32501")["schedule"]["time_zone"] == "America/Chicago"
    assert made("FL", "33601")["schedule"]["time_zone"] == "America/New_York"
    unknown = made("FL", "32401")  # some of it is in the one, some in the other
    assert "schedule" not in unknown and unknown["hours"] == "Monday 9:00 to 17:00"


def test_a_row_shifted_by_a_comma_is_joined_or_refused() -> None:
    head = "id,name,description,url,latitude,longitude\n"
    _, (row,) = rows_of(head + "1,Pantry,Food, and more,https://example.org,40.1,-80.1\n")
    assert row.cells["description"] == "Food, and more" and row.cells["latitude"] == "40.1" and row.mended
    _, (row,) = rows_of(head + "1,Pantry,North,South,https://example.org,40.1,-80.1\n")
    assert "a comma is not in quotes" in row.fault  # two ways to join it: nobody knows
    _, (row,) = rows_of(head + "1,Pantry,https://example.org,40.1,-80.1\n")
    assert "do not fit" in row.fault
    _, (row,) = rows_of(head + "1,Pantry,Food,40.1,Ask at the door,-80.1\n")
    assert "do not stand in their columns" in row.fault
    _, (row,) = rows_of(head + '1,"Pantry\nNorth",Food\n')
    assert row.cells["name"] == "Pantry\nNorth" and not row.fault  # cells at the end may be missing


def test_a_quote_that_is_never_closed_takes_no_other_row_along() -> None:
    head = "id,name,city,url\n"
    _, rows = rows_of(
        head + '1,"Pantry,Erie,https://a.example\n2,Kitchen,Erie,\n3,"Closet, North",Erie,\n4,Soup,Erie,\n'
    )
    assert [(row.line, row.cells["id"], row.cells["name"]) for row in rows] == [
        (2, "1", "Pantry"),
        (3, "2", "Kitchen"),
        (4, "3", "Closet, North"),
        (5, "4", "Soup"),
    ]
    assert "not closed" in rows[0].mended and not any(row.fault or row.mended for row in rows[1:])
    _, rows = rows_of(head + '1,"Pantry,Erie,\n2,"Kitchen\nSouth",Erie,\n3,Soup,Erie,\n')
    assert [row.cells["name"] for row in rows] == ["Pantry", "Kitchen\nSouth", "Soup"]
    _, rows = rows_of(head + '1,"Pantry\nNorth, South, East, and West",Erie,\n2,Kitchen,Erie,\n')
    assert [row.cells["name"] for row in rows] == ["Pantry\nNorth, South, East, and West", "Kitchen"]


@pytest.mark.parametrize(
    ("latitude", "longitude", "made"),
    [("27.95", "-82.45", (27.95, -82.45)), ("-82.45", "27.95", (27.95, -82.45)), ("27.95", "82.45", None),
     ("13.4", "144.8", (13.4, 144.8)), ("0", "0", None), ("nan", "1e400", None), ("27,95", "-82,45", None),
     ("51.5", "-0.1", (51.5, -0.1))],
)  # fmt: skip
def test_coordinates(tmp_path: Path, latitude: str, longitude: str, made: tuple[float, float] | None) -> None:
    text = f'name;address;latitude;longitude\nElm;1 Elm St;"{latitude}";"{longitude}"\n'
    (door,) = only(brought(tmp_path / "list.csv", text))["locations"]
    assert (door.get("latitude"), door.get("longitude")) == (made or (None, None))


def test_a_hidden_address_is_in_nothing_that_is_written(tmp_path: Path) -> None:
    text = (
        "name,address,city,zip,confidential,phone,notes,latitude,longitude\n"
        "Support House,77 Secret Lane,Erie,16501,yes,814-455-1234,Ring at 77 Secret Lane,42.1,-80.1\n"
        "Domestic Violence Shelter,78 Secret Lane,Erie,16501,,814-455-1235,Knock twice,42.1,-80.1\n"
        "Elm Pantry,79 Elm Lane,Erie,16501,no,814-455-1236,,42.1,-80.1\n"
    )
    made = brought(tmp_path / "list.csv", text)
    everything = json.dumps([made.services, made.ids, told(made)])
    assert "79 Elm Lane" in everything
    for secret in ("77 Secret", "78 Secret", "Secret Lane", "secret-lane"):
        assert secret not in everything, secret
    shelter = next(record for record in made.services.values() if record["name"].startswith("Domestic"))
    assert shelter["sensitive"] and shelter["address_confidential"] and shelter["discreet"] == "Support service"
    assert shelter["phones"] == [{"number": "814-455-1235"}]
    assert "violence" not in json.dumps(list(made.ids.values()))


def test_names_of_the_211_taxonomy_are_never_kept(tmp_path: Path) -> None:
    folder = tmp_path / "hsds"
    folder.mkdir()
    (folder / "services.csv").write_text("id,name\n1,Morning Table\n")
    (folder / "taxonomy.csv").write_text("id,name,vocabulary\nBD-1800.2000,Food Pantries,AIRS\nx1,Meals,Ours\n")
    (folder / "service_taxonomy.csv").write_text("id,service_id,taxonomy_id\n1,1,BD-1800.2000\n2,1,x1\n")
    record = only(import_package(folder, TARGET))
    assert record["imported"]["extra"]["taxonomy"] == "BD-1800.2000; x1 Meals"
    assert record["needs"] == ["food"]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [("a.json", "{", "not JSON"), ("a.csv", "", "no row"), ("a.csv", "name,city\n", "no row"),
     ("a.txt", "x", "ends in"),
     ("a.xlsx", "x", "not a spreadsheet"), ("a.json", "[" * 100000, "not JSON")],
)  # fmt: skip
def test_what_cannot_be_read_says_so(tmp_path: Path, file: str, text: str, says: str) -> None:
    with pytest.raises(CannotRead, match=says):
        brought(tmp_path / file, text)


def test_columns_of_hsds_keep_their_names() -> None:
    """`address_1` in a table of addresses is no `1`: every standard column means itself."""
    renamed = {}
    for title, columns in TABLES.items():
        table = table_named(title)
        assert table is not None, title
        for column in (column.split(":")[0].split("*")[0].rstrip("!") for column in columns):
            if column_named(table, column) not in (None, column):
                renamed[title, column] = column_named(table, column)
    assert renamed == {("services", "fees"): "fees_description"}


@pytest.mark.parametrize("title", ["addresses", "physical_addresses"])
def test_tables_of_addresses_give_their_streets(tmp_path: Path, title: str) -> None:
    files = {
        "organizations.csv": "id,name\no1,Elm House\n",
        "services.csv": "id,organization_id,name,status\ns1,o1,Elm pantry,active\n",
        "locations.csv": "id,name,location_type\nl1,Elm House,physical\nl2,Oak House,confidential\n",
        "service_at_location.csv": "id,service_id,location_id\na1,s1,l1\n",
        f"{title}.csv": (
            "id,location_id,address_1,address_2,city,state_province,postal_code,country,address_type\n"
            "p0,l1,PO Box 5,,Pittsburgh,PA,15201,US,postal\n"
            "p1,l1,12 Elm Street,Suite 3,Pittsburgh,PA,15203,US,physical\n"
        ),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name_, text in files.items():
            packed.writestr(name_, text)
    (door,) = brought(tmp_path / "data.zip", out.getvalue()).services["s1"]["locations"]
    assert door["street"] == "12 Elm Street, Suite 3"
    assert (door["city"], door["state"], door["zip"]) == ("Pittsburgh", "PA", "15203")


def test_a_place_of_the_type_confidential_brings_no_address(tmp_path: Path) -> None:
    one = {
        "id": "s1",
        "name": "Elm House",
        "status": "active",
        "organization": {"id": "o1", "name": "Elm"},
        "service_at_locations": [
            {
                "id": "a1",
                "location": {
                    "id": "l1",
                    "location_type": "confidential",
                    "addresses": [
                        {"id": "p1", "address_1": "12 Elm Street", "city": "Pittsburgh", "state_province": "PA"}
                    ],
                },
            }
        ],
    }
    made = brought(tmp_path / "services.json", json.dumps([one]))
    assert made.services["s1"]["address_confidential"] is True
    assert "Elm Street" not in json.dumps([made.services, made.organizations], default=str)
