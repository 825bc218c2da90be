"""`fold: organizations`: services stand on the pages of who runs them, and every link finds them there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TODAY
from edits import directory, write_service
from playwright.sync_api import Browser
from whole_plan import whole_plan

from generators.folded import TAKEN, address_of, folded, in_a_file
from generators.pipeline import gather
from generators.prose import only_known_links, parts_of
from generators.publish import publish

OWN = {  # services that keep their own pages, and what of their record makes them
    "quiet": "sensitive: true\ndiscreet: Support\n",
    "hidden": "address_confidential: true\n",
    "scheme": "kind: program\n",
    "ended": "status: closed\n",
    "doors": "",
}


@pytest.fixture(scope="module")
def resources(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with 12 services of one organization more, and with one of each kind that keeps its page."""
    found = directory(small, tmp_path_factory.mktemp("folded") / "resources")
    (found / "site.yaml").write_text(
        (found / "site.yaml").read_text("utf-8") + 'fold: organizations\nsite_url: "https://example.org/"\n', "utf-8"
    )
    for number in range(30, 42):
        write_service(found, number, 1)
    services = found / "us/pa/services"
    text = (services / "help-1.yaml").read_text("utf-8")
    for name, more in OWN.items():
        kept = re.sub(r", address: \"[^\"]*\"", "", text) if name == "hidden" else text
        (services / f"{name}.yaml").write_text(kept + more, "utf-8")
    with (found / "us/services/help-30.yaml").open("a", encoding="utf-8") as file:
        file.write("was_called: [help-thirty]\n")
    return found


@pytest.fixture(scope="module")
def folded_site(resources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of these, with the look over all its links."""
    out = tmp_path_factory.mktemp("folded-site")
    publish(resources, out / "site", TODAY, out / "cache")
    return out / "site"


def test_every_folded_service_is_a_part_of_one_page_in_each_language(resources: Path, folded_site: Path) -> None:
    records, _ = gather(resources, TODAY)
    assert records is not None
    here = folded(records)
    assert {"help-1", "help-30", "help-41", "listed-20", "pantry"} <= set(here) and not set(OWN) & set(here)
    assert len({address.partition("#")[0] for address in here.values() if "org-1/" in address}) == 2
    for id_, address in here.items():
        page, _, part = address.partition("#")
        assert part == id_
        for base in ("", "es/"):
            text = (folded_site / base / page / "index.html").read_text("utf-8")
            assert text.count(f' id="{id_}"') == 1 and text.count("<h1") == 1
            assert f'data-service="{id_}"' in text and 'data-plan-url="' in text
            assert not (folded_site / base / "services" / id_ / "index.html").exists()
    for id_ in OWN:
        assert (folded_site / "services" / id_ / "index.html").is_file()
    owner = "".join(path.read_text("utf-8") for path in (folded_site / "organizations/org-1").rglob("index.html"))
    assert not re.findall('class="hr-part" id="(?:quiet|hidden)"', owner)


def test_links_data_and_the_sitemap_lead_to_the_part(resources: Path, folded_site: Path) -> None:
    records, _ = gather(resources, TODAY)
    assert records is not None
    at = address_of(records, "help-30")
    assert at.startswith("organizations/org-1/") and at.endswith("#help-30")
    data = folded_site / "assets/handrail/data"
    assert whole_plan(folded_site, "es")["services"]["help-30"]["url"] == at
    cards = [card for path in (data / "search/en").glob("cards-*.json") for card in json.loads(path.read_text("utf-8"))]
    more = {card[0]: card[-1] for card in cards if card}
    assert f"organizations/{more['help-30']['at']}/#help-30" == at and "at" not in more["quiet"]
    assert f'href="../../{at}"' in (folded_site / "needs/food/index.html").read_text("utf-8")
    assert f'url=../../{at}"' in (folded_site / "services/help-thirty/index.html").read_text("utf-8")
    sitemap = (folded_site / "sitemap.xml").read_text("utf-8")
    assert "/organizations/org-1/page-2/" in sitemap and "/services/help-30/" not in sitemap
    assert "https://example.org/sitemap.xml" in (folded_site / "robots.txt").read_text("utf-8")


def test_a_part_is_found_and_goes_into_the_plan(
    folded_site: Path, serve: Callable[[Path], str], browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    home = serve(folded_site)
    page.goto(f"{home}search/#q=made-up help number 41")
    page.wait_for_selector('a[href$="#help-41"]')
    page.click('h3 a[href$="#help-41"]')
    page.wait_for_selector("#help-41 button:not([hidden])")
    assert page.evaluate("document.getElementById('help-41').getBoundingClientRect().top") < 740
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.click("#help-41 button[data-service]")
    page.click("#help-41 button[data-service]")
    page.wait_for_selector("text=Made-up help 41")
    assert page.url.startswith(f"{home}plan/")
    assert page.locator('a[href$="#help-41"]').count()
    page.close()


def test_prose_leads_to_the_part() -> None:
    at = {"es/services/pantry/": "es/organizations/church/#pantry"}
    text = "[x](../../es/services/pantry/index.html) [y](../services/gone/index.html)"
    assert only_known_links(text, (), at) == "[x](../../es/organizations/church/index.html#pantry) y"
    assert parts_of(["a/#x", "a/#b"]) == {"a/": '<a id="b"></a><a id="x"></a>'}


def test_the_ids_of_the_page_are_taken(folded_site: Path, resources: Path) -> None:
    records, _ = gather(resources, TODAY)
    assert records is not None
    for page in {address.partition("#")[0] for address in folded(records).values()}:
        ids = set(re.findall(r' id="([^"]+)"', (folded_site / page / "index.html").read_text("utf-8")))
        assert ids - set(records.services) <= TAKEN


def test_only_a_folded_site_has_larger_parts(resources: Path, small: Path) -> None:
    folded_, _ = gather(resources, TODAY)
    plain, _ = gather(small, TODAY)
    assert folded_ is not None and plain is not None
    assert in_a_file(plain, 2, 1) == 2 and in_a_file(folded_, 2, 1) == len(folded_.services)
