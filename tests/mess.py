"""A made-up HSDS 1.1 export with every mess seen in the field, the same for the same seed."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from pathlib import Path
from typing import Any

STREETS = ("Elm", "Oak", "Main", "Second", "River", "Church", "Market")
CITIES = (("Tampa", "33601"), ("Miami", "33101"), ("Orlando", "32801"), ("Ocala", "34470"), ("Naples", "34102"))
THINGS = (
    "Food Pantry", "Rent Assistance", "Dental Clinic", "Counseling", "After School Club", "Job Training", "Legal Aid",
    "Domestic Violence Shelter", "Senior Meals", "Bus Passes", "Detox Program", "GED Classes", "Hotline", "Diapers",
)  # fmt: skip
WHO = ("St. Mary", "Hope House", "YMCA", "Catholic Charities", "Second Harvest", "New Start", "Bridge", "Harbor")
TIMES = ("9:0am", "830am", "2400", "9:00", "17:00:00", "5 PM", "noon", "0800", "25:00", "whenever", "12:30pm", "08:00")
PHONES = (
    "813-555-01{:02}", "(305) 281-12{:02}", "1-800-356-93{:02}", "Main: 813-281-11{:02}; Fax: 813-281-11{:02}, TTY 711",
    "813.281.12{:02} ext. 12", "call us", "555-12", "8132811{:03}", "+44 20 7946 09{:02}", "211",
)  # fmt: skip
WILD = (
    "javascript:alert(1)", "www.example.org", "example.org/a b", "http://example.org/x", "HTTPS://Example.org", "N/A",
    "data:text/html,<script>", "htp:/broken", "https://example.org/" + "a" * 600, "http://a.example.org; http://b.example.org",
)  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "{% raw %}", "\u202eevil", "\x07bell",
    "&lt;b&gt;bold&lt;/b&gt;", "../../etc/passwd", "=cmd|' /C calc'!A0", "---\n- x", "a: b # c", "'", "\u200bzero",
)  # fmt: skip
TABLES = {
    "organizations": "id,name,alternate_name,description,email,url,tax_status,tax_id,year_incorporated,legal_status",
    "services": "id,organization_id,program_id,name,alternate_name,description,url,email,status,"
    "interpretation_services,application_process,wait_time,fees,accreditations,licenses",
    "locations": "id,organization_id,name,alternate_name,description,transportation,latitude,longitude",
    "services_at_location": "id,service_id,location_id,description",
    "phones": "id,location_id,service_id,organization_id,contact_id,service_at_location_id,number,extension,type,"
    "language,description",
    "physical_addresses": "id,location_id,attention,address_1,address_2,city,region,state_province,postal_code,country",
    "regular_schedules": "id,service_id,location_id,service_at_location_id,weekday,opens_at,closes_at",
    "holiday_schedules": "id,service_id,location_id,closed,opens_at,closes_at,start_date,end_date",
    "eligibility": "id,service_id,eligibility",
    "service_areas": "id,service_id,service_area,description",
    "languages": "id,service_id,location_id,language",
    "accessibility_for_disabilities": "id,location_id,accessibility,details",
    "required_documents": "id,service_id,document",
    "payments_accepted": "id,service_id,payment",
    "funding": "id,organization_id,service_id,source",
    "contacts": "id,organization_id,service_id,name,title,department,email",
    "programs": "id,organization_id,name,alternate_name",
    "taxonomy": "id,name,parent_id,parent_name,vocabulary",
    "service_taxonomy": "id,service_id,taxonomy_id,taxonomy_detail",
    "metadata": "id,resource_id,resource_type,last_action_date,last_action_type,field_name,previous_value,"
    "replacement_value,updated_by",
}


def export(folder: Path, services: int, seed: int = 1) -> Counter[str]:
    """Writes the tables into a folder; how many rows each has."""
    random_ = random.Random(seed)
    rows = rows_of_tables(random_, services)
    counts: Counter[str] = Counter()
    folder.mkdir(parents=True)
    for table, head in TABLES.items():
        columns = head.split(",")
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(columns)
        for row in rows[table]:
            counts[table] += 1
            if row.pop("#shifted", None):
                cells = [str(row.get(column, "")) for column in columns]
                out.write(",".join(cells) + "\r\n")  # commas without quotes
            else:
                writer.writerow([row.get(column, "") for column in columns])
        data = out.getvalue()
        encoding = {"organizations": "utf-8-sig", "locations": "utf-16", "contacts": "cp1252"}.get(table, "utf-8")
        (folder / f"{table}.csv").write_bytes(data.encode(encoding, "replace"))
    return counts


def rows_of_tables(random_: random.Random, services: int) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    organizations = max(3, services // 6)
    for number in range(organizations):
        rows["organizations"].append(_organization(random_, number))
    rows["organizations"].append(dict(rows["organizations"][0]))  # the same again
    rows["organizations"].append({"id": "9", "name": ""})
    for number in range(30):
        code = f"BD-1800.{2000 + number}"
        rows["taxonomy"].append({"id": code, "name": f"Secret Name {number}", "vocabulary": "AIRS 211 Taxonomy"})
    rows["taxonomy"].append({"id": "open-1", "name": "Food", "vocabulary": "Open Eligibility"})
    rows["programs"].append({"id": "p1", "organization_id": "o1", "name": "SNAP outreach"})
    rows["programs"].append({"id": "p-nobody", "organization_id": "nobody", "name": "Lost"})
    for number in range(services):
        _service(random_, rows, number, organizations)
    rows["services"].append(dict(rows["services"][0]))
    rows["services"].append({**rows["services"][1], "name": "Another under the same id"})
    rows["services"].append({"id": "nameless", "organization_id": "o1", "description": "No name."})
    rows["services"].append({"id": "long", "name": "x" * 400})
    rows["services"].append({"id": "../../evil", "name": "../../../etc/passwd", "url": "javascript:alert(1)"})
    for number in range(services // 4):
        rows["eligibility"].append({"id": f"lost{number}", "service_id": f"lost{number}", "eligibility": "Adults"})
    return rows


def _organization(random_: random.Random, number: int) -> dict[str, Any]:
    name = f"{random_.choice(WHO)} {random_.choice(STREETS)} {number}"
    return {
        "id": f"o{number}",
        "name": name.upper() if number % 5 == 0 else name,
        "description": "Serves\\nall\\nwho come."
        if number % 7 == 0
        else f"{name} helps people. {random_.choice(HOSTILE)}",
        "email": random_.choice(("info@example.org", "nobody at example", "", "N/A")),
        "url": random_.choice(WILD),
        "legal_status": "501(c)(3)",
    }


def _service(random_: random.Random, rows: dict[str, list[dict[str, Any]]], number: int, organizations: int) -> None:
    id_ = f"s{number}"
    lost = number % 9 == 4  # about one in nine names an organization that does not exist
    owner = f"gone{number}" if lost else f"o{random_.randrange(organizations)}"
    name = f"{random_.choice(THINGS)} {random_.choice(STREETS)} {number % 900}"
    description = random_.choice(
        (
            f"{name}: help for people who need it. Call first.",
            f"Help.\\nCall first.\\n{random_.choice(HOSTILE)}",
            "<p>Groceries &amp; more</p><br>Every <b>Tuesday</b>",
            "Long. " + "This goes on and on. " * random_.choice((10, 60, 200)),
            "",
        )
    )
    row: dict[str, Any] = {
        "id": id_, "organization_id": owner, "name": name.upper() if number % 11 == 0 else name,
        "program_id": "p1" if number % 40 == 0 else "", "alternate_name": random_.choice(("", "N/A", f"Alt {number}")),
        "description": description, "url": random_.choice(WILD),
        "email": random_.choice(("", "a@example.org", "a@b", "x")),
        "status": random_.choice(("active", "active", "inactive", "defunct", "", "pending review")),
        "interpretation_services": random_.choice(("", "Language line", HOSTILE[number % len(HOSTILE)])),
        "application_process": random_.choice(("", "Call to make a visit.", "Walk in. " * 60, "1. Call\n2. Come")),
        "wait_time": random_.choice(("", "2 weeks", "None")),
        "fees": random_.choice(("", "Free", "No charge", "Sliding scale", "$5 a visit", "None", "x" * 3500)),
        "accreditations": random_.choice(("", "Joint Commission")),
    }  # fmt: skip
    if number % 97 == 3:
        row["description"] = "Groceries, diapers, and more"
        row["application_process"] = row["fees"] = row["url"] = ""
        row["interpretation_services"] = ""
        row["#shifted"] = True
    rows["services"].append(row)
    if number % 13:
        _place(random_, rows, number, id_, owner)
    for table, chance, cells in (
        ("phones", 0.8, {"number": random_.choice(PHONES).format(number % 100, (number + 1) % 100), "type": "voice",
                         "extension": random_.choice(("", "12", "0042"))}),
        ("eligibility", 0.5, {"eligibility": random_.choice(("Adults", "Ages 0-200", "Veterans\\nonly"))}),
        ("service_areas", 0.5, {"service_area": random_.choice(("Orange County", "Statewide", "33601", "Tampa Bay"))}),
        ("languages", 0.5, {"language": random_.choice(("English", "Spanish; English", "ASL", "Klingon"))}),
        ("required_documents", 0.3, {"document": random_.choice(("Photo ID", "None", "Proof of income or address"))}),
        ("payments_accepted", 0.1, {"payment": "Cash"}),
        ("funding", 0.1, {"source": "County grant"}),
        ("contacts", 0.2, {"name": "Zo\u00eb Pe\u00f1a", "title": "Director", "email": "zoe@example.org"}),
        ("service_taxonomy", 0.9, {"taxonomy_id": random_.choice((f"BD-1800.{2000 + number % 30}", "open-1", "none"))}),
    ):  # fmt: skip
        if random_.random() < chance:
            rows[table].append({"id": f"{table}{number}", "service_id": id_, **cells})
    for weekday in random_.sample(("1", "2", "3", "Monday", "Tue", "7", "Someday"), random_.randrange(4)):
        times = {"opens_at": random_.choice(TIMES), "closes_at": random_.choice(TIMES)}
        rows["regular_schedules"].append({"id": f"h{number}{weekday}", "service_id": id_, "weekday": weekday, **times})
    if number % 50 == 0:
        holiday = {"closed": "true", "start_date": "2026-12-25", "end_date": "2026-12-25"}
        rows["holiday_schedules"].append({"id": f"x{number}", "service_id": id_, **holiday})
        rows["holiday_schedules"].append({"id": f"y{number}", "service_id": id_, **holiday, "start_date": "2019-12-25"})
        rows["metadata"].append({"id": f"m{number}", "resource_id": id_, "last_action_date": "2025-03-04"})


def _place(random_: random.Random, rows: dict[str, list[dict[str, Any]]], number: int, id_: str, owner: str) -> None:
    location = f"l{number}"
    city, code = random_.choice(CITIES)
    latitude, longitude = random_.choice(
        (("27.95", "-82.45"), ("4686161.3", "-8580751.9"), ("", ""), ("0", "0"), ("200", "1"))
    )
    place = {"id": location, "organization_id": owner, "name": f"{city} Office {number}"}
    if number % 101 == 5:
        place |= {"name": "Annex, Room 2, rear", "latitude": "27.95", "longitude": "-82.45", "#shifted": True}
    else:
        place |= {"latitude": latitude, "longitude": longitude, "transportation": random_.choice(("", "Bus 12"))}
    rows["locations"].append(place)
    if number % 37 == 0:  # a place that no service has
        rows["locations"].append({"id": f"empty{number}", "organization_id": "gone", "name": "Nowhere"})
    link = {"id": f"sl{number}", "service_id": id_, "location_id": location if number % 61 else "missing"}
    rows["services_at_location"].append(link)
    address = {
        "id": f"a{number}", "location_id": location, "city": city.upper() if number % 3 == 0 else city,
        "address_1": f"{number} {random_.choice(STREETS)} St Apt #{number}", "country": "US",
        "state_province": random_.choice(("FL", "Florida", "", "Fla")),
        "postal_code": random_.choice((code, f"{code}-1234", "", "ABC 1234", "1234")),
    }  # fmt: skip
    rows["physical_addresses"].append(address)
    if number % 6 == 0:
        cells = {
            "id": f"w{number}",
            "location_id": location,
            "accessibility": "wheelchair",
            "details": "Ramp at the side",
        }
        rows["accessibility_for_disabilities"].append(cells)
