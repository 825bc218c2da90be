"""The hours on a service page with two doors: the table, the sentences, maps, what is asked, and "Open now"."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe import violations
from playwright.sync_api import Browser, Page

from generators.publish import publish

TODAY = datetime.date(2026, 11, 21)
CLINIC = """\
name: Made-up Clinic
organization: food-bank
needs: [food]
summary: A clinic with two doors.
who_for: Everyone.
you_get: A check-up.
cost: Free.
apply:
  phone: {text: Call first., number: 412-555-0123}
phones: [{number: 412-555-0123}]
takes: One visit.
next: You go home.
steps: [{do: Call the clinic}]
asks: {id: false, referral: true}
spoken: [es, vi]
interpreter: true
access: [wheelchair, braille]
serves: {counties: [Allegheny, Butler], zips: ["15212", "02134"], note: Others may ask.}
schedule: {open: [{days: [mon, tue, wed, thu, fri], opens: "8:00", closes: "18:00"}]}
locations:
  - name: North Side
    street: "123 Main Street, 2nd floor"
    city: Pittsburgh
    state: PA
    zip: "15212"
    directions: The door is in the yard.
    phones: [{number: 412-555-0199, label: Front desk}]
    access: [step-free-toilet]
    schedule:
      open:
        - {days: [mon, wed], opens: "9:00", closes: "12:00"}
        - {days: [mon], opens: "13:00", closes: "17:30", note: families with children only}
        - {days: [tue], weeks: [2, -1], opens: "18:00", closes: "20:00"}
        - {days: [sat], opens: "22:00", closes: "2:00", season: {from: "11-01", until: "03-31"}}
        - {days: [fri], opens: "9:00", closes: "12:00", by_appointment: true}
        - {month_days: [1, 15], opens: "9:00", closes: "12:00"}
      changes:
        - {date: 2026-11-26, note: Thanksgiving}
        - {date: 2026-12-24, until: 2027-01-03}
        - {date: 2026-11-25, opens: "10:00", closes: "11:00"}
        - {date: 2025-12-25, note: long ago}
  - city: Denver
    state: CO
    street: 9 Elm Ave #4 & Co
    zip: "80202"
sourced: {from: "https://example.org/clinic", as_of: "2026-01"}
"""
SHELTER = """\
name: Made-up Shelter
organization: food-bank
needs: [food]
summary: A bed.
who_for: Everyone.
you_get: A bed.
cost: Free.
apply:
  phone: {text: Call first., number: 412-555-0123}
phones: [{number: 412-555-0123}]
takes: One night.
next: You sleep.
steps: [{do: Call the shelter}]
address_confidential: true
schedule: {open: [{opens: "0:00", closes: "24:00"}]}
locations: [{street: 77 Hidden Road, city: Pittsburgh, state: PA, zip: "15212", access: [quiet]}]
sourced: {from: "https://example.org/shelter", as_of: "2026-01"}
"""


@pytest.fixture(scope="module")
def clinic(small: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a small site with a clinic and a shelter."""
    folder = tmp_path_factory.mktemp("doors")
    shutil.copytree(small, folder / "resources")
    for name, zone in (("pa", "America/New_York"), ("co", "America/Denver")):
        area = folder / "resources" / "us" / name / "area.yaml"
        area.parent.mkdir()
        area.write_text(f"name: {name.upper()}\nlevel: state\ntime_zone: {zone}\n")
    services = folder / "resources" / "us" / "pa" / "services"
    services.mkdir()
    (services / "clinic.yaml").write_text(CLINIC.replace("9 Elm Ave #4 & Co", '"9 Elm Ave #4 & Co"'))
    (services / "shelter.yaml").write_text(SHELTER)
    publish(folder / "resources", folder / "site", TODAY, folder / "cache")
    return serve(folder / "site")


@pytest.fixture
def tokyo(browser: Browser) -> Iterator[Page]:
    """A phone whose owner is far away."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, timezone_id="Asia/Tokyo", locale="en-US")
    yield context.new_page()
    context.close()


def at(page: Page, moment: str) -> None:
    """The clock of the phone shows a moment in UTC and goes on."""
    page.clock.install(time=datetime.datetime.fromisoformat(f"{moment}+00:00"))


def badges(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".hr-open-now").all_inner_texts()]


def test_without_scripts_the_table_says_all(clinic: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{clinic}services/clinic/")
    north, denver = page.locator(".hr-place").all()
    rows = [row.locator("th, td > span").all_inner_texts() for row in north.locator(".hr-week tr").all()]
    assert [" | ".join(row) for row in rows] == [
        "Monday | 9 AM to noon | 1 PM to 5:30 PM: families with children only",
        "Tuesday | Only on some days: see below",
        "Wednesday | 9 AM to noon",
        "Thursday | Only on some days: see below",
        "Friday | 9 AM to noon (by appointment)",
        "Saturday | 10 PM to 2 AM (November 1 to March 31)",
        "Sunday | Only on some days: see below",
    ]
    said = north.inner_text()
    assert "2nd Tuesday of the month, last Tuesday of the month: 6 PM to 8 PM" in said
    assert "Days 1, 15 of the month: 9 AM to noon" in said
    assert said.index("November 25, 2026: 10 AM to 11 AM") < said.index("November 26, 2026: closed (Thanksgiving)")
    assert "December 24, 2026 to January 3, 2027: closed" in said
    assert "2025" not in said
    assert "Times are in this time zone: Eastern Time." in said
    assert "123 Main Street, 2nd floor\nPittsburgh, PA 15212" in said
    assert denver.locator(".hr-week").count() == 0
    assert page.locator(".hr-open-now:visible").count() == 0
    body = page.locator("main").inner_text()
    for text in (
        "No ID needed.",
        "You need a referral: somebody must send you.",
        "Call first and ask what else to bring.",
        "Staff speak: Spanish, Vietnamese",
        "You can get in with a wheelchair, Braille",
        "A toilet without steps",
        "For people who live in these counties: Allegheny, Butler",
        "15212, 02134",
    ):
        assert text in body, text
    context.close()


def test_maps_get_the_address_and_nothing_else(clinic: str, phone: Page) -> None:
    phone.goto(f"{clinic}services/clinic/")
    links = phone.locator(".hr-place >> nth=1 >> .hr-maps a")
    address = "9%20Elm%20Ave%20%234%20%26%20Co%2C%20Denver%2C%20CO%2080202"
    assert [link.get_attribute("href") for link in links.all()] == [
        f"https://www.openstreetmap.org/search?query={address}",
        f"https://www.google.com/maps/search/?api=1&query={address}",
        f"https://maps.apple.com/?q={address}",
    ]
    assert {link.get_attribute("rel") for link in links.all()} == {"noreferrer"}
    assert all(link.bounding_box()["height"] >= 44 for link in links.all())  # type: ignore[index]


def test_a_confidential_address_has_no_map(clinic: str, phone: Page) -> None:
    at(phone, "2026-11-23T15:00")
    phone.goto(f"{clinic}services/shelter/")
    assert phone.locator(".hr-maps").count() == 0
    said = phone.locator(".hr-place").inner_text()
    assert "The address is kept private. Call: they will tell you where to go." in said
    assert "Hidden" not in phone.content() and "15212" not in phone.content()
    assert "Open 24 hours" in phone.locator("main").inner_text()
    assert badges(phone) == ["Open now, day and night"]


def test_open_now_in_the_time_of_the_door_on_any_phone(clinic: str, tokyo: Page) -> None:
    at(tokyo, "2026-11-23T16:59")
    tokyo.goto(f"{clinic}services/clinic/")
    assert badges(tokyo) == ["Open now, until 6 PM (time there)", "Open now, until noon (time there)"]
    tokyo.clock.run_for(61_000)  # a minute later
    assert badges(tokyo)[1] == "Closed now. Opens today at 1 PM (time there)."


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-22T04:00", "Open now, until 2 AM (time there)"),  # Saturday 23:00 there, in the season
        ("2026-11-22T08:00", "Closed now. Opens tomorrow at 9 AM (time there)."),
        ("2026-11-27T15:00", "By appointment: call first"),
        ("2026-11-24T02:00", "Closed now. Opens tomorrow at 6 PM (time there)."),
        ("2026-12-24T15:00", "Closed now. Opens January 4, 9 AM (time there)."),
        ("2026-12-03T15:00", "Closed now. Opens Saturday, 10 PM (time there)."),
        ("1970-01-01T00:10", "The clock of your phone seems wrong, so we cannot say what is open now. See the hours."),
        (
            "2031-01-01T00:10",
            "This page is old, or the clock of your phone is wrong: we cannot say what is open now. Call first.",
        ),
    ],
)
def test_the_badge(clinic: str, tokyo: Page, moment: str, said: str) -> None:
    at(tokyo, moment)
    tokyo.goto(f"{clinic}services/clinic/")
    assert badges(tokyo)[1] == said
    assert tokyo.locator(".hr-week tr").count() == 14  # the table stays


def test_no_violation_and_no_sideways_scroll(clinic: str, phone: Page) -> None:
    at(phone, "2026-11-23T15:00")
    for scheme in ("light", "dark"):
        phone.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for page in ("services/clinic/", "services/shelter/"):
            phone.goto(f"{clinic}{page}")
            assert violations(phone) == []
            assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_one_line_on_cards_in_booklets_and_in_the_plan(clinic: str, phone: Page) -> None:
    phone.goto(f"{clinic}needs/food/")
    card = phone.locator(".hr-card", has_text="Made-up Clinic").inner_text()
    assert "North Side: Mon, Wed 9 AM–noon; Mon 1 PM–5:30 PM" in card
    assert "Denver: Mon–Fri 8 AM–6 PM" in card
    phone.goto(f"{clinic}needs/food/booklet/pa/")
    assert "Hours: North Side: Mon, Wed 9 AM–noon" in phone.locator(".fold").inner_text()
    data = phone.request.get(f"{clinic}assets/handrail/data/plan/en/0.json").json()  # all of the few services
    assert data["services"]["shelter"]["hours"] == "every day 24 hours"
    assert data["services"]["helpline"]["hours"] is None
