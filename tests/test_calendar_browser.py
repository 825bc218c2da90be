"""The dates of a plan as a calendar file, read back as a calendar program reads it, and as a picture."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect
from test_plan_browser import ALL, open_plan, pages, plan_of
from test_state import served

STAMP = "20261121T120000Z"


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with served(pages()) as address:
        yield address


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, accept_downloads=True)
    page = context.new_page()
    page.clock.install(time=datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC))
    page.goto(home)
    yield page
    context.close()


def written(page: Page, *events: dict[str, str]) -> str:
    """The file of the events."""
    text = page.evaluate(
        '([events, stamp]) => import("/assets/handrail/plan/calendar.mjs").then((m) => m.calendar(events, stamp))',
        [list(events), STAMP],
    )
    return str(text)


def event(title: str = "Call back", note: str = "", key: str = "snap/0", day: str = "2026-12-31") -> dict[str, str]:
    return {"key": key, "day": day, "title": title, "note": note}


def read(text: str | bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def saved(page: Page) -> bytes:
    """What the button saves."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the dates to my calendar").click()
    assert waiting.value.suggested_filename == "dates.ics"
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "Call back about papers",
        "Llame otra vez, por los papeles; mañana",
        "اتصل مرة أخرى بشأن الأوراق " * 12,
        "電話をかける📞" * 30,
        'back\\slash, comma; colon: "quote" and\na new line ' * 4,
    ],
)
def test_texts_come_back_as_they_were(page: Page, text: str) -> None:
    file = written(page, event(title=text, note=text))
    for line in file.split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\n" not in line and "\r" not in line
    assert file.endswith("END:VCALENDAR\r\n")
    found = read(file)[0]
    assert str(found["SUMMARY"]) == str(found["DESCRIPTION"]) == text


def test_an_event_is_a_whole_day_with_an_alarm_on_the_morning_before(page: Page) -> None:
    found = read(written(page, event()))[0]
    assert found.decoded("DTSTART") == datetime.date(2026, 12, 31)
    assert found.decoded("DTEND") == datetime.date(2027, 1, 1)
    assert found.decoded("DTSTAMP") == datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)
    alarm = found.walk("VALARM")[0]
    assert alarm["ACTION"] == "DISPLAY" and str(alarm["DESCRIPTION"]) == "Call back"
    assert alarm.decoded("TRIGGER") == datetime.timedelta(hours=-15)


def test_the_same_step_is_the_same_event_without_its_name(page: Page) -> None:
    keys = ["snap/0", "snap/1", "wic/0"]
    first = [str(one["UID"]) for one in read(written(page, *(event(key=key) for key in keys)))]
    later = [str(one["UID"]) for one in read(written(page, *(event(key=key, day="2027-01-05") for key in keys)))]
    assert first == later and len(set(first)) == 3
    assert not any(word in uid for uid in first for word in ("snap", "wic"))


def test_a_calendar_file_names_what_made_it(page: Page) -> None:
    found = icalendar.Calendar.from_ical(written(page, event()))
    assert found["VERSION"] == "2.0" and found["PRODID"] == "-//Handrail//Plan//EN"


def test_control_characters_are_left_out(page: Page) -> None:
    assert str(read(written(page, event(title="a\r\nEND:VEVENT\x00b\u007f")))[0]["SUMMARY"]) == "a\nEND:VEVENT b "


def test_the_button_saves_dates_that_name_nothing(page: Page, home: str) -> None:
    open_plan(page, home, *ALL)
    file = saved(page)
    found = read(file)
    assert [one.decoded("DTSTART").isoformat() for one in found] == ["2026-11-24", "2026-12-01"]
    assert {str(one["SUMMARY"]) for one in found} == {"Call back about papers"}
    assert str(found[0]["DESCRIPTION"]) == "Look at number 3 of your plan."
    for word in (b"heat", b"energy", b"groceries", b"grocery"):
        assert word not in file.lower()


def test_days_that_are_over_are_not_saved(page: Page, home: str) -> None:
    open_plan(page, home, "groceries", "heat", since="2026-11-15")
    assert [one.decoded("DTSTART").isoformat() for one in read(saved(page))] == ["2026-11-25"]
    open_plan(page, home, "groceries", "heat", since="2026-01-15")
    expect(page.get_by_role("button", name="Save the dates to my calendar")).to_have_count(0)


def test_private_dates_are_saved_only_when_wanted(page: Page) -> None:
    """As on paper: only after "Print it too"."""
    data = {
        "plan": {"since": "2026-11-21", "review": None},
        "order": ["quiet"],
        "list": [{"ids": ["quiet"], "key": "quiet/0", "kind": "step", "day": "2026-11-24"}],
    }
    drawn = """([data, isHidden]) => import("/assets/handrail/plan/save-dates.mjs").then(({ saveDates }) => {
      const page = { plan: data.plan, order: data.order, today: "2026-11-21", isHidden: () => isHidden };
      return saveDates(page, data.list).textContent;
    })"""
    hidden = page.evaluate(drawn, [data, True])
    assert "Save the dates" not in hidden and "One private date is left out of the file." in hidden
    shown = page.evaluate(drawn, [data, False])
    assert "Save the dates" in shown and "left out" not in shown


def test_the_picture_has_a_mark_for_each_day(page: Page, home: str) -> None:
    open_plan(page, home, *ALL)
    picture = page.locator(".plan-dates svg")
    expect(picture).to_have_attribute("aria-hidden", "true")
    assert picture.locator(".plan-day").all_text_contents() == ["24", "1"]
    assert picture.locator(".plan-month").all_text_contents() == ["Nov", "Dec"]
    box = picture.bounding_box()
    assert box is not None
    for mark in picture.locator("circle, text").all():
        inside = mark.bounding_box()
        assert inside is not None
        assert box["x"] - 1 <= inside["x"] and inside["x"] + inside["width"] <= box["x"] + box["width"] + 1
    plan_of(page, "groceries", "heat")
    page.goto(home + "es/plan/")
    expect(page.locator(".plan-dates .plan-month").first).to_have_text("nov")


def test_marks_of_near_days_do_not_cover_each_other(page: Page, home: str) -> None:
    """The next twelve weeks and what comes later each have their own line."""
    lines = page.evaluate(
        """() => import("/assets/handrail/plan/timeline.mjs").then(({ timeline }) => {
          const days = [
            "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2027-01-19", "2027-04-21", "2027-10-21"
          ];
          const page = { today: "2026-11-21", paperClass: () => null };
          const picture = timeline(page, days.map((day) => ({ day: day, ids: ["a"] })));
          return Array.from(picture.querySelectorAll("svg")).map((line) => ({
            marks: Array.from(line.querySelectorAll(".plan-mark")).map((one) => [
              Number(one.getAttribute("cx")), Number(one.getAttribute("cy")), Number(one.getAttribute("r"))
            ]),
            months: Array.from(line.querySelectorAll(".plan-month")).map((one) => Number(one.getAttribute("x")))
          }));
        })"""
    )
    assert [len(line["marks"]) for line in lines] == [5, 2]
    for line in lines:
        for index, (x, y, r) in enumerate(line["marks"]):
            assert r <= x <= 320 - r and y >= r
            for other_x, other_y, _ in line["marks"][index + 1 :]:
                assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (2 * r) ** 2
        assert all(later - earlier >= 30 for earlier, later in zip(line["months"], line["months"][1:], strict=False))


def test_days_that_are_long_over_are_in_no_picture(page: Page) -> None:
    empty = page.evaluate(
        """() => import("/assets/handrail/plan/timeline.mjs").then(({ timeline }) =>
          timeline({ today: "2026-11-21", paperClass: () => null }, [{ day: "2026-01-01", ids: ["a"] }]) === null)"""
    )
    assert empty


def test_each_kind_of_day_has_a_neutral_title(page: Page, home: str) -> None:
    due = {
        "groceries/apply": "2026-11-22",
        "groceries/interview": "2026-11-23",
        "groceries/decision": "2026-11-26",
        "groceries/renewal": "2027-05-02",
        "groceries/appeal": "2026-12-24",
        "paper/photo-id": "2027-03-01",
        "groceries/0": "2026-11-25",
    }
    open_plan(page, home, "groceries", "heat", due=due)
    file = saved(page)
    assert b"\r\n" in file and b"\n" not in file.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    titles = {one.decoded("DTSTART").isoformat(): str(one["SUMMARY"]) for one in read(file)}
    assert titles == {
        "2026-11-22": "Last day to send a form",
        "2026-11-23": "Appointment",
        "2026-11-24": "Call back about papers",
        "2026-11-25": "A step of my plan",
        "2026-11-26": "Look for a letter",
        "2026-12-01": "Call back about papers",
        "2026-12-24": "Last day to answer a letter",
        "2027-03-01": "A paper runs out",
        "2027-05-02": "Look for a form to send back",
    }
    for one in read(file):
        assert one.decoded("DTEND") - one.decoded("DTSTART") == datetime.timedelta(days=1)
        assert len(one.walk("VALARM")) == 1
    assert len({str(one["UID"]) for one in read(file)}) == len(titles)
    for word in (b"heat", b"energy", b"grocer", b"photo", b"interview", b"appeal"):
        assert word not in file.lower()
