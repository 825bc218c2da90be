"""Discreet mode in the finished site: what stays behind of a private page, and addresses that nobody may learn."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from generators.pipeline import gather
from generators.publish import publish
from generators.validate.discreet import telling_word

RESOURCES = ROOT / "resources"
STREETS = ("12 Hidden Lane", "77 Cellar Road", "PO Box 4410")
SHELTER = """
name: Quiet House
organization: food-bank
needs: [food]
summary: A place for some nights.
who_for: Anyone who needs it.
you_get: A bed and meals.
cost: Free.
apply:
  phone: {text: Call first., number: 412-555-0199}
  in_person: {text: They tell you where to come., address: "77 Cellar Road, Rear Door 9b"}
  mail: {address: "PO Box 4410, Millville, PA 15999"}
takes: One call.
next: They ask what you need.
phones:
  - {number: 412-555-0199}
steps:
  - {do: Call the house, takes: 10 minutes}
address: "12 Hidden Lane\\nMillville, PA 15999"
address_confidential: true
urgency: now
effort: call
synonyms: [bed]
sourced: {from: "https://example.org/house", as_of: "2026-01"}
"""


def private_records(kind: str) -> dict[str, dict[str, str]]:
    """The sensitive records of the shipped data, by id."""
    if kind == "needs":
        return {
            key: one
            for key, one in yaml.safe_load((RESOURCES / "needs.yaml").read_text()).items()
            if one.get("sensitive")
        }
    paths = (path for path in (RESOURCES / "us" / kind).glob("*.yaml") if not path.name.endswith(".es.yaml"))
    records = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in paths}
    return {key: one for key, one in records.items() if one.get("sensitive")}


PRIVATE = [
    (kind, key, one) for kind in ("needs", "services", "organizations") for key, one in private_records(kind).items()
]


def test_danger_health_and_status_are_private() -> None:
    kinds = {kind: [key for k, key, _ in PRIVATE if k == kind] for kind in ("needs", "services")}
    assert kinds["needs"] == ["support"]
    assert {"support-line", "listening-line", "advice-line", "clinic-care", "legal-help-newcomers"} <= set(
        kinds["services"]
    )


@pytest.mark.parametrize("base", ["", "es/"])
@pytest.mark.parametrize(("kind", "key", "record"), PRIVATE, ids=lambda value: value if isinstance(value, str) else "")
def test_what_a_history_keeps_of_a_page_says_nothing(
    site: Path, kind: str, key: str, record: dict[str, str], base: str
) -> None:
    text = (site / base / kind / key / "index.html").read_text("utf-8")
    head = text.partition("</head>")[0]
    title = re.search("<title>(.*?)</title>", head)
    h1 = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
    assert title is not None and h1 is not None
    shown = re.sub("<.*?>", "", h1.group(1)).strip()
    assert title.group(1).startswith(f"{shown} - ")
    assert base or shown == record["discreet"]
    for told in (title.group(1), re.findall('name="description" content="(.*?)"', head)[0], key):
        assert telling_word(told) is None, told
        assert record["name"] not in told
    assert "images/handrail-page.svg" in head
    assert record["name"] not in head


def test_no_page_below_a_private_record_tells_in_its_address_or_title(site: Path) -> None:
    """Booklets and paper forms of a private need too."""
    ids = {key for _, key, _ in PRIVATE}
    pages = [path for path in site.rglob("index.html") if ids & set(path.relative_to(site).parts)]
    assert len(pages) >= 2 * len(PRIVATE)
    for path in pages:
        head = path.read_text("utf-8").partition("</head>")[0]
        said = re.findall('<title>(.*?)</title>|name="description" content="(.*?)"', head)
        assert len(said) == 2
        for text in (path.relative_to(site).as_posix(), *(one or other for one, other in said)):
            assert telling_word(text) is None, text
            assert not any(record["name"] in text for _, _, record in PRIVATE), text


def test_every_way_to_a_private_need_comes_by_the_page_before_it(site: Path) -> None:
    for page in ("index.html", "search/index.html", "needs/food/index.html"):
        text = (site / page).read_text("utf-8")
        assert 'needs/support/"' not in text, page
        assert 'before/"' in text, page
    before = (site / "before/index.html").read_text("utf-8")
    assert 'href="../needs/support/"' in before
    assert re.search(r'<a class="hr-button[^"]*" href="https://[^"]+" data-module="leave"', before)


def test_numbers_of_private_services_come_with_the_phone_bill(site: Path) -> None:
    words = "Calls and texts may show on a shared phone bill"
    for kind, key, record in PRIVATE:
        if kind == "services" and record.get("phones"):
            text = (site / kind / key / "index.html").read_text("utf-8")
            act = text.partition('<aside class="hr-act"')[2].partition("</aside>")[0]
            assert words in act, key
            if (url := record["apply"].get("online", {}).get("url")) is not None:  # type: ignore[attr-defined]
                assert act.index(words) < act.index("Another way, without a call") < act.index(url), key
    for page in ("index.html", "needs/support/index.html", "needs/housing/index.html"):
        assert words in (site / page).read_text("utf-8"), page
    assert words not in (site / "services/snap/index.html").read_text("utf-8").partition('id="else"')[0]


@pytest.mark.parametrize("service", ["tanf", "medicaid", "child-support-services"])
def test_good_cause_comes_before_every_other_step(site: Path, service: str) -> None:
    text = (site / "services" / service / "index.html").read_text("utf-8")
    steps = text.partition('<ol class="hr-steps">')[2]
    assert "good cause" in steps.partition("</li>")[0]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up site with a service whose address is confidential."""
    folder = tmp_path_factory.mktemp("confidential")
    shutil.copytree(ROOT / "tests" / "small", folder / "resources")
    (folder / "resources/us/services/quiet-house.yaml").write_text(SHELTER, "utf-8")
    publish(folder / "resources", folder / "site", datetime.date(2026, 11, 21), folder / "cache")
    return folder / "site"


def test_a_confidential_address_is_in_no_file_of_the_site(small_site: Path) -> None:
    assert "Quiet House" in (small_site / "services/quiet-house/index.html").read_text("utf-8")
    parts = [word.lower().encode() for street in STREETS for word in (street, street.split(maxsplit=1)[1])]
    parts += [b"millville", b"15999", b"rear door 9b"]
    # The place table names every town of the country, on every site alike.
    files = [path for path in small_site.rglob("*") if path.is_file() and path.parent.name != "places"]
    assert len(files) > 50
    found = [(path.name, part) for path in files for part in parts if part in path.read_bytes().lower()]
    assert found == []


def test_without_the_mark_the_same_address_is_shown(tmp_path: Path, small: Path, today: datetime.date) -> None:
    shutil.copytree(small, tmp_path / "resources")
    text = SHELTER.replace("address_confidential: true\n", "")
    (tmp_path / "resources/us/services/quiet-house.yaml").write_text(text, "utf-8")
    records, _ = gather(tmp_path / "resources", today)
    assert records is not None
    assert STREETS[0] in str(records.services["quiet-house"].address)
