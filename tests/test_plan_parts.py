"""The plan's data in parts: nothing is lost, both languages of code agree where it lies, and a plan loads its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generators.parted import Part, Rows
from generators.plan.parts import NAMES, compare_parts, number_of, part_of, parted, plan_parts
from generators.write import as_json

SHORT = ("name", "language", "url", "needs", "sensitive", "phones")  # what a plan shows of a service in passing
DATA = "assets/handrail/data"


def said(parts: Iterable[tuple[str, Part]]) -> dict[str, Any]:
    """What the files say, by their names."""
    return {name: json.loads(as_json(part.make())) for name, part in parts}


def in_parts(services: Mapping[str, Any], size: int) -> list[list[str]]:
    return parted({id_: number_of(id_) for id_ in services}, size)


def made_up(count: int) -> dict[str, Any]:
    services = {
        f"service-{number}": {
            **{name: f"{name} {number}" for name in SHORT},
            "alternatives": [f"service-{(number + 7) % count}"],
            "steps": [number],
        }
        for number in range(count)
    }
    barriers = [{"id": "ride", "services": ["service-0", "gone"]}]
    return {"services": services, "barriers": barriers, "documents": {"id": {"services": []}, "bill": {}}, "site": {}}


@pytest.mark.parametrize("count", [1, 4, 5, 3000])
def test_the_parts_hold_every_service_once_and_name_the_others(count: int) -> None:
    plan = made_up(count)
    services = plan["services"]
    rest = {key: value for key, value in plan.items() if key != "services"}
    shorts = Rows(services, lambda key: {name: services[key][name] for name in SHORT})
    ids = in_parts(services, 4)
    parts = said(plan_parts(lambda: rest, Rows(services, services.__getitem__, NAMES), shorts, ids, 1))
    index = parts.pop("index.json")
    assert index["parts"] == len(parts) and "services" not in index
    assert set(index["near"]) == {"service-0"}
    found = {id_: one for part in parts.values() for id_, one in part["services"].items()}
    assert found == plan["services"]
    assert sum(len(part["services"]) for part in parts.values()) == count
    for number, part in parts.items():
        assert all(f"{part_of(id_, len(parts))}.json" == number for id_ in part["services"])
        here = part["services"].keys() | part["near"].keys()
        assert all(other in here for one in part["services"].values() for other in one["alternatives"])
        assert all(set(one) == set(SHORT) for one in part["near"].values())
    assert max(len(part["services"]) for part in parts.values()) <= 20


def test_what_is_compared_is_in_its_part() -> None:
    compared = {"services": {f"service-{number}": {"cost": number} for number in range(100)}}
    services = compared["services"]
    parts = said(compare_parts(Rows(services, services.__getitem__), in_parts(services, 32)))
    assert len(parts) == 4
    for id_, one in compared["services"].items():
        assert parts[f"{part_of(id_, 4)}.json"]["services"][id_] == one


def test_the_browser_looks_in_the_same_part(phone: Page, site_url: str) -> None:
    ids = ["snap", "a", "", "wic-2", "medicaid-long-term-care"] + [f"service-{number}" for number in range(200)]
    phone.goto(f"{site_url}plan/")
    text = Path(__file__).parent.parent.joinpath("docs/assets/handrail/plan/data.mjs").read_text("utf-8")
    body = text[text.index("export function partOf") :].split("\n}\n")[0].replace("export ", "") + "\n}"
    found = phone.evaluate(f"(ids) => {{ {body}; return ids.map((id) => [partOf(id, 34), partOf(id, 5000)]); }}", ids)
    assert found == [[part_of(id_, 34), part_of(id_, 5000)] for id_ in ids]


def test_a_plan_loads_the_parts_of_its_own_services(phone: Page, site_url: str, site: Path) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url.partition("/data/")[2]))
    count = json.loads((site / DATA / "plan/en/index.json").read_text("utf-8"))["parts"]
    for service in ("snap", "wic"):
        phone.goto(f"{site_url}services/{service}/")
        phone.get_by_role("button", name="Add to my plan").click()
    phone.goto(f"{site_url}plan/")
    expect(phone.locator(".plan-name")).to_have_count(2)
    own = {f"plan/en/{part_of(id_, count)}.json" for id_ in ("snap", "wic")}
    assert {name for name in asked if name.startswith("plan")} == {"plan/en/index.json", *own}
    phone.evaluate(
        'async () => { const name = document.querySelector("script[data-later]").src;'
        " const parts = await import(name); const { read, write } = parts.$state;"
        ' write({ plan: Object.assign(read().plan, { services: ["snap", "wic", "liheap", "no-such-service"] }) }); }'
    )
    expect(phone.locator(".plan-name")).to_have_count(3)
    assert f"plan/en/{part_of('liheap', count)}.json" in asked
    expect(phone.get_by_text("One service of your plan is not on this site any more.")).to_be_visible()


def test_a_part_that_does_not_come_leaves_the_plan_as_it_was(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}services/snap/")
    phone.get_by_role("button", name="Add to my plan").click()
    phone.goto(f"{site_url}plan/")
    expect(phone.locator(".plan-name")).to_have_count(1)
    phone.route("**/data/plan/en/*.json", lambda route: route.fulfill(status=200, body="<html>Sign in</html>"))
    phone.evaluate(
        'async () => { const name = document.querySelector("script[data-later]").src;'
        " const parts = await import(name); const { read, write } = parts.$state;"
        ' write({ plan: Object.assign(read().plan, { services: ["snap", "liheap"] }) }); }'
    )
    expect(phone.get_by_role("status").filter(has_text="could not be loaded")).to_be_visible()
    expect(phone.locator(".plan-name")).to_have_count(1)
