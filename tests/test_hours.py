"""What is open now, until when and what opens next: one table for Python and the browser; the clock of every zone."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from conftest import ROOT
from playwright.sync_api import Browser

from generators.hours import clock_data, known_zones, needs_zone, open_any, open_now, schedule_data, zone_of
from generators.hours.clock import local, moment
from generators.model import Area, Schedule

MODULES = ROOT / "docs" / "assets" / "handrail"
UTC = datetime.UTC
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Plain(yaml.SafeLoader):
    """Days and moments stay text."""


Plain.yaml_implicit_resolvers = {
    first: [one for one in found if not one[0].endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
TABLE = yaml.load((ROOT / "tests" / "hours.yaml").read_text("utf-8"), Plain)


def minute(text: str | None) -> int | None:
    """`2026-11-23T14:00` in UTC as minutes since 1970."""
    return None if text is None else int(datetime.datetime.fromisoformat(f"{text}+00:00").timestamp()) // 60


def cases() -> list[tuple[str, dict[str, Any], dict[str, Any], int, dict[str, Any]]]:
    """Name, hours, clock, moment and what must come out."""
    found = []
    for name, case in TABLE.items():
        schedule = Schedule.model_validate(case["schedule"])
        zone = zone_of(schedule, "us", {})
        assert zone is not None, name
        hours = schedule_data(schedule, zone)
        clock = clock_data([zone], datetime.date.fromisoformat(case["built"]))
        for at, expected in case["at"].items():
            wanted = {key: value if key == "state" else minute(value) for key, value in expected.items()}
            now = minute(at)
            assert now is not None
            found.append((f"{name} at {at}", hours, clock, now, wanted))
    return found


CASES = cases()


@pytest.mark.parametrize(
    ("hours", "clock", "now", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_python(hours: dict[str, Any], clock: dict[str, Any], now: int, wanted: dict[str, Any]) -> None:
    assert open_now(hours, clock, now) == wanted


def random_hours(pick: random.Random) -> dict[str, Any]:
    """A schedule of rows and changes in one of three zones."""

    def hour() -> str:
        return f"{pick.randrange(24)}:{pick.choice(['00', '15', '30'])}"

    def row() -> dict[str, Any]:
        made: dict[str, Any] = {"opens": hour(), "closes": hour()} if pick.random() < 0.9 else {}
        made["days"] = pick.sample(DAYS, pick.randrange(8))
        if pick.random() < 0.2:
            made["weeks"] = pick.sample([1, 2, 3, 4, 5, -1], 2)
        if pick.random() < 0.1:
            made["month_days"] = pick.sample(range(1, 32), 3)
        if pick.random() < 0.2:
            made["season"] = {"from": pick.choice(["11-01", "03-01"]), "until": pick.choice(["03-31", "12-15"])}
        if pick.random() < 0.2:
            made["since"] = f"2027-0{pick.randrange(1, 10)}-10"
        made["by_appointment"] = pick.random() < 0.15
        return made

    day = datetime.date(2027, pick.randrange(1, 13), pick.randrange(1, 29))
    changes = [{"date": day, "until": day + datetime.timedelta(days=pick.randrange(9))}] if pick.random() < 0.4 else []
    zone = pick.choice(["America/New_York", "America/Phoenix", "Australia/Lord_Howe"])
    rows = [row() for _ in range(pick.randrange(4))]
    return schedule_data(Schedule.model_validate({"time_zone": zone, "open": rows, "changes": changes}), zone)


RANDOM = [
    (random_hours(pick), int(datetime.datetime(2027, 1, 1, tzinfo=UTC).timestamp()) // 60 + pick.randrange(400 * 1440))
    for pick in (random.Random(seed) for seed in range(1500))
]
CLOCK = clock_data(["America/New_York", "America/Phoenix", "Australia/Lord_Howe"], datetime.date(2026, 11, 21))


def test_the_browser_agrees(browser: Browser, serve: Callable[[Path], str]) -> None:
    context = browser.new_context(timezone_id="Asia/Tokyo")  # the zone of the device must not matter
    page = context.new_page()
    page.goto(f"{serve(MODULES)}hours.mjs")
    run = """async (cases) => {
      const { openNow } = await import("/hours.mjs");
      return cases.map((one) => openNow(one[0], one[1], one[2]));
    }"""
    got = page.evaluate(run, [[hours, clock, now] for _, hours, clock, now, _ in CASES])
    assert [(case[0], found) for case, found in zip(CASES, got, strict=True)] == [(case[0], case[4]) for case in CASES]
    several = """async ([cases, clock]) => {
      const { openNow, openAny } = await import("/hours.mjs");
      return cases.map(([hours, now], at) => {
        const several = cases.slice(at, at + 3).map((one) => one[0]);
        return [openNow(hours, clock, now), openAny(several, clock, now)];
      });
    }"""
    got = page.evaluate(several, [RANDOM, CLOCK])
    context.close()
    wanted = [
        [open_now(hours, CLOCK, now), open_any([one[0] for one in RANDOM[at : at + 3]], CLOCK, now)]
        for at, (hours, now) in enumerate(RANDOM)
    ]
    assert got == wanted
    assert {one[0]["state"] for one in wanted} == {"open", "closed", "appointment", "ask"}


def plainly_open(hours: dict[str, Any], now: int) -> bool:
    """The same asked of `zoneinfo`, day by day, without the table."""
    zone = ZoneInfo(hours["zone"])
    at = datetime.datetime.fromtimestamp(now * 60, UTC)
    for back in (0, 1):
        day = at.astimezone(zone).date() - datetime.timedelta(days=back)
        changed = any(one["date"] <= day.isoformat() <= one["until"] for one in hours.get("changes", ()))
        for row in () if changed else hours.get("open", ()):
            week = (day.day - 1) // 7 + 1
            last = (day + datetime.timedelta(days=7)).month != day.month
            season = row.get("season")
            inside = season is None or (
                season[0] <= day.isoformat()[5:] <= season[1]
                if season[0] <= season[1]
                else not season[1] < day.isoformat()[5:] < season[0]
            )
            holds = (
                day.weekday() in row.get("days", range(7))
                and day.day in row.get("month_days", range(32))
                and ("weeks" not in row or week in row["weeks"] or (last and -1 in row["weeks"]))
                and row.get("since", "") <= day.isoformat()
                and inside
            )
            if holds and "times" in row and "by_appointment" not in row:
                start, end = (
                    datetime.datetime.combine(day, datetime.time(), zone) + datetime.timedelta(minutes=one)
                    for one in row["times"]
                )
                if start.astimezone(UTC) <= at < end.astimezone(UTC):
                    return True
    return False


def test_open_is_what_the_days_say_by_themselves() -> None:
    found = [(open_now(hours, CLOCK, now)["state"] == "open", plainly_open(hours, now)) for hours, now in RANDOM]
    assert [at for at, (one, other) in enumerate(found) if one != other] == []
    assert sum(one for one, _ in found) > 200


@pytest.mark.parametrize(
    "zone", ["America/New_York", "America/Anchorage", "Pacific/Honolulu", "Australia/Lord_Howe", "UTC"]
)
def test_the_table_is_what_zoneinfo_says(zone: str) -> None:
    clock = clock_data([zone], datetime.date(2026, 11, 21))
    table = clock["zones"][zone]
    for now in range(clock["from"], clock["until"], 97):
        there = datetime.datetime.fromtimestamp(now * 60, ZoneInfo(zone)).replace(tzinfo=UTC)
        assert local(table, now) == int(there.timestamp()) // 60
    for shown in range(clock["from"] + 1440, clock["until"] - 1440, 29):
        wall = datetime.datetime.fromtimestamp(shown * 60, UTC).replace(tzinfo=ZoneInfo(zone))
        assert moment(table, shown) == int(wall.timestamp()) // 60


def test_a_clock_is_small() -> None:
    clock = clock_data(
        ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"], datetime.date(2026, 11, 21)
    )
    assert len(json.dumps(clock, separators=(",", ":"))) < 800


def test_zones_have_the_names_that_people_know() -> None:
    assert {"America/New_York", "America/Phoenix", "Pacific/Honolulu", "US/Eastern"} <= known_zones()
    assert "America/Pittsburgh" not in known_zones()


AREAS = {
    "us": Area(name="United States", level="nation"),
    "us/pa": Area(name="Pennsylvania", level="state", time_zone="America/New_York"),
    "us/tn": Area(name="Tennessee", level="state"),
    "us/tn/shelby": Area(name="Shelby County", level="county", time_zone="America/Chicago"),
}
NINE = Schedule.model_validate({"open": [{"opens": "9:00", "closes": "17:00"}]})
ALWAYS = Schedule.model_validate({"open": [{"opens": "0:00", "closes": "24:00"}]})


@pytest.mark.parametrize(
    ("area", "state", "zone"),
    [
        ("us/pa/allegheny", None, "America/New_York"),
        ("us/pa/allegheny", "PA", "America/New_York"),
        ("us/tn/shelby", "TN", "America/Chicago"),
        ("us/tn/davidson", "TN", None),
        ("us/tn/shelby", "PA", "America/New_York"),
        ("us/pa", "OH", None),
        ("us", "PA", "America/New_York"),
        ("us", None, None),
    ],
)
def test_the_zone_is_that_of_the_nearest_area(area: str, state: str | None, zone: str | None) -> None:
    assert zone_of(NINE, area, AREAS, state) == zone


def test_day_and_night_needs_no_zone() -> None:
    assert (needs_zone(NINE), needs_zone(ALWAYS), zone_of(ALWAYS, "us", AREAS)) == (True, False, "UTC")
    own = NINE.model_copy(update={"time_zone": "America/Boise"})
    assert zone_of(own, "us/pa", AREAS) == "America/Boise"


def test_closed_for_a_while() -> None:
    hours = schedule_data(NINE, "America/New_York", datetime.date(2026, 12, 1))
    clock = clock_data(["America/New_York"], datetime.date(2026, 11, 21))
    assert open_now(hours, clock, minute("2026-11-23T15:00") or 0) == {
        "state": "closed",
        "opens": minute("2026-12-01T14:00"),
    }
