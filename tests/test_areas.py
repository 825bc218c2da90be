"""Lists of areas, organizations and needs: what stands where, on which page, and what never does."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import lists_corpus
import pytest
from conftest import ROOT

from generators.pages import Page
from generators.pages.organizations import letter_of
from generators.pages.paging import Pager, cut, pages
from generators.pages.site import declare_pages
from generators.pipeline import gather

TODAY = datetime.date(2026, 11, 22)
CARD = re.compile(r'class="hr-card-title"><a href="[./]*services/([\w-]+)/"')
Made = dict[str, Page]


def made_of(resources: Path) -> Made:
    """Every page by its address."""
    records, problems = gather(resources, TODAY)
    assert records is not None, problems
    return {url: declared.make(url) for declared in declare_pages(records, TODAY) for url in declared.lines}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("lists") / "resources"
    lists_corpus.write(folder)
    return made_of(folder)


@pytest.fixture(scope="module")
def shipped() -> Made:
    return made_of(ROOT / "resources")


def cards(made: Made, path: str) -> list[str]:
    return CARD.findall(made[path].html)


# pages of a list


def test_a_list_is_cut_into_pages() -> None:
    assert list(pages(0)) == [1] and list(pages(40)) == [1] and list(pages(41)) == [1, 2]
    assert list(cut(range(95), 3)) == list(range(80, 95))
    assert [Pager("x/", number, 9).path(number) for number in (1, 2)] == ["x/", "x/page-2/"]


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [(1, 3, [1, 2, 3]), (1, 9, [1, 2, 3, 0, 9]), (5, 9, [1, 0, 3, 4, 5, 6, 7, 0, 9]), (9, 9, [1, 0, 7, 8, 9])],
)
def test_of_many_pages_some_are_shown(number: int, count: int, shown: list[int]) -> None:
    assert Pager("x/", number, count).shown == shown


# needs and areas


def test_a_long_need_shows_the_nation_and_leads_to_its_areas(made: Made) -> None:
    need = made["needs/food/"].html
    assert {"pantry", "food-stamps"} <= set(cards(made, "needs/food/")) <= {"pantry", "helpline", "food-stamps"}
    assert 'href="../../needs/food/pa/">Pennsylvania</a>' in need
    state = made["needs/food/pa/"].html
    for county in ("allegheny", "butler", "westmoreland"):
        assert f'href="../../../needs/food/pa/{county}/"' in state


def test_every_service_of_a_need_stands_on_a_card_of_its_area(made: Made) -> None:
    found = [id_ for url in made if re.match(r"needs/food/(pa/)?(\w+/)?(page-\d+/)?$", url) for id_ in cards(made, url)]
    twice = {id_ for id_ in found if found.count(id_) > 1}
    assert twice == {"two-counties"}, "only one that names counties stands there too"
    assert {f"corner-{number}" for number in range(lists_corpus.PANTRIES)} <= set(found)
    assert {"keystone-groceries", "two-counties", "one-zip", "quiet-house", "butler-1", "pantry"} <= set(found)


def test_the_nearest_come_first_and_the_pages_follow(made: Made) -> None:
    base = "needs/food/pa/allegheny/"
    assert [len(cards(made, path)) for path in (base, f"{base}page-2/", f"{base}page-3/")] == [40, 40, 21]
    assert f"{base}page-4/" not in made
    first, last = made[base].html, made[f"{base}page-3/"].html
    assert 'href="../../../../needs/food/pa/allegheny/page-2/" rel="next"' in first and 'rel="prev"' not in first
    assert 'rel="prev"' in last and 'rel="next"' not in last
    assert "For all of Pennsylvania" not in first
    assert last.index("For all of Pennsylvania") < last.index("For the whole country")
    assert "Page 3 of 3" in last and made[f"{base}page-3/"].title.endswith("page 3")


def test_a_local_form_hides_the_general_one_and_a_named_county_the_others(made: Made) -> None:
    last = made["needs/food/pa/allegheny/page-3/"].html
    assert "keystone-line" not in last and "Keystone Office" in last and "Two County Van" in last
    far = made["needs/food/pa/westmoreland/"].html
    assert "keystone-line" in far and "Two County Van" not in far


def test_a_county_tells_apart_what_is_there_and_what_names_it(made: Made) -> None:
    last = made["needs/food/pa/allegheny/page-3/"].html
    there, named, wider = re.split("Also for people in|For all of Pennsylvania", last)
    assert "Two County Van" in named and "Two County Van" not in there + wider
    assert "Corner" in there and "Corner" not in named
    assert "Two County Van" in made["needs/food/pa/"].html


def test_an_area_page_counts_and_leads_on(made: Made) -> None:
    page = made["areas/pa/allegheny/"].html
    assert 'href="../../../needs/food/pa/allegheny/">' in page and "(101)" in page
    assert 'href="../../../needs/food/booklet/pa/allegheny/">' in page
    assert 'href="../../../areas/pa/"' in page and "Pennsylvania" in made["areas/"].html


def test_the_crumbs_of_a_service_lead_through_its_areas(made: Made) -> None:
    crumbs = made["services/corner-5/"].html.split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', crumbs) == [
        "../../",
        *(f"../../needs/food/{area}" for area in ("", "pa/", "pa/allegheny/")),
    ]


def test_all_languages_have_the_same_pages(made: Made) -> None:
    english = {url for url in made if not url.startswith("es/")}
    assert {f"es/{url}" for url in english if not url.startswith("maintain/")} == {
        u for u in made if u.startswith("es/")
    }


def test_a_booklet_says_whom_to_call_and_where_to_go(made: Made) -> None:
    booklet = made["needs/food/booklet/pa/allegheny/"].html
    entry = next(part for part in booklet.split("<article") if "Corner Pantry 01" in part)
    assert "412-555-0177" in entry and "4 Mill Road, Pittsburgh" in entry and "5 Mill Road" in entry
    assert "6 Mill Road" not in entry
    assert not [url for url, page in made.items() if "Hidden Lane" in page.html]


# organizations


def test_letters() -> None:
    names = ["Émile", "bread", "2nd", "مركز", "", "“Quoted” Help"]
    assert [letter_of(name) for name in names] == ["e", "b", "other", "other", "other", "q"]


def test_organizations_from_a_to_z(made: Made) -> None:
    first, second = made["organizations/a-to-z/a/"].html, made["organizations/a-to-z/a/page-2/"].html
    assert "Aid 000" in first and "Aid 119" not in first and "Aid 119" in second
    assert (
        "Émile House" in made["organizations/a-to-z/e/"].html
        and "2nd Chance" in made["organizations/a-to-z/other/"].html
    )
    start = made["organizations/"].html
    assert re.findall(r'a-to-z/(\w+)/"', start) == ["a", "b", "e", "m", "q", "other"]
    assert 'aria-current="page">A<' in first


def test_a_private_organization_has_its_neutral_name_and_no_doors(made: Made) -> None:
    lists = [page for url, page in made.items() if "a-to-z" in url]
    assert "Quiet Line" in made["organizations/a-to-z/q/"].html
    assert not [page for page in lists if "Hidden House" in page.html]
    page = made["organizations/quiet-line/"]
    assert page.title == "Quiet Line" and page.is_discreet and not page.description
    assert "Office Road" not in page.html
    assert not [page for page in made.values() if "Hidden Lane" in page.html]


def test_an_organization_shows_its_doors_and_what_it_runs_on_as_many_pages_as_needed(made: Made) -> None:
    first, last = made["organizations/many/"], made["organizations/many/page-3/"]
    for said in ("The Corners", "church basement", "help@example.org", "412-555-0100", "Office", "1 Main Street"):
        assert said in first.html
    assert "9 AM" in first.html and "Monday" in first.html and "openstreetmap" in first.html
    assert "25 Main Street" not in first.html and "25 Main Street" in made["organizations/many/page-2/"].html
    assert [len(cards(made, f"organizations/many/{page}")) for page in ("", "page-2/", "page-3/")] == [40, 40, 10]
    assert "church basement" not in last.html and last.title == "Many Doors, page 3"


# the search page, and what stays small


def test_the_search_page_of_a_large_site_counts_and_that_of_a_small_one_names(made: Made, shipped: Made) -> None:
    assert 'href="../organizations/"' in made["search/"].html and 'href="../areas/"' in made["search/"].html
    assert shipped["search/"].html.count("services/") > 300 and 'href="../areas/"' not in shipped["search/"].html


def test_the_shipped_site_has_no_pages_of_areas_and_no_second_pages(shipped: Made) -> None:
    assert not [url for url in shipped if "page-" in url or "areas/" in url or "a-to-z" in url]
    assert not re.search("hr-pager|hr-areas", "".join(shipped[url].html for url in shipped if "needs/" in url))


def test_no_page_is_long_whatever_the_list(made: Made) -> None:
    longest = max(made.values(), key=lambda page: len(page.html))
    assert len(longest.html) < 120_000, longest.path
