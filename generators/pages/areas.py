"""Which services of a need are in which area: the area's own, those below it, those of the areas around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from ..load.places import plain
from ..model import Service
from .paging import CARDS
from .view import View

NATION = "us"
SERVING = ""  # stands for those that lie elsewhere and name the county
COUNTY = 2  # slashes in the folder of a county


def inner(area: str) -> str:
    """The path of an area inside another: us/pa/allegheny -> pa/allegheny/ ; nothing for the nation."""
    below = area.partition("/")[2]
    return f"{below}/" if below else ""


def around(area: str) -> list[str]:
    """The area and those around it, the nearest first: [us/pa/allegheny, us/pa, us]."""
    parts = area.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts), 0, -1)]


def area_name(view: View, area: str) -> str:
    """What an area is called in the language of the page."""
    if area.count("/") == 1:
        names: dict[str, str] = view.records.once(
            ("names of states", view.language.code), lambda: dict(view.parts["check"]["states"])
        )
        if name := names.get(area.rpartition("/")[2].upper()):
            return name
    record = view.records.areas.get(area)
    return view.told("area", area, record).plain("name") if record else area


def own(view: View, need: str) -> dict[str, list[str]]:
    """Ids of a need's services by the folder they lie in, each list in the order of the need's page."""
    found: dict[str, list[str]] = view.records.listed(
        ("own services", need), lambda: _by_area(view, need, lambda id_: [view.records.home(f"service/{id_}")])
    )
    return found


def serving(view: View, need: str) -> dict[str, list[str]]:
    """Ids of a need's services that lie elsewhere and name a county, by the county's folder."""
    found: dict[str, list[str]] = view.records.listed(
        ("serving", need), lambda: _by_area(view, need, lambda id_: served(view, id_))
    )
    return found


def _by_area(view: View, need: str, areas: Callable[[str], list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id_ in view.services_of(need):
        for area in areas(id_):
            found.setdefault(area, []).append(id_)
    return found


def served(view: View, id_: str) -> list[str]:
    """The folders of the counties that a service of their state names and does not lie in."""
    named, home = view.records.brief("service")[id_].serves, view.records.home(f"service/{id_}")
    if named is None or not named.counties or home == NATION:
        return []
    folders = _counties(view).get("/".join(home.split("/")[:2]), {})
    found = dict.fromkeys(folders.get(plain(name), "") for name in named.counties)
    return [area for area in found if area and not f"{home}/".startswith(f"{area}/")]


def _counties(view: View) -> dict[str, dict[str, str]]:
    """The folders of counties by their state's folder and their name."""

    def make() -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for area, told in view.records.areas.items():
            if area.count("/") == COUNTY:
                found.setdefault(area.rpartition("/")[0], {})[plain(told.name)] = area
        return found

    counties: dict[str, dict[str, str]] = view.records.once(("folders of counties",), make)
    return counties


def listed(view: View, need: str) -> list[str]:
    """The services on the page of a need: all where one page holds them, else those of the nation."""
    found = view.services_of(need)
    return found if len(found) <= CARDS else own(view, need).get(NATION, [])


def counted(view: View, need: str) -> Mapping[str, int]:
    """How many services of a need each area has, with all that lies below it; a county also those that name it."""
    found: Mapping[str, int] = view.records.listed(("counted services", need), lambda: _counted(view, need))
    return found


def _counted(view: View, need: str) -> dict[str, int]:
    found: Counter[str] = Counter()
    for area, ids in own(view, need).items():
        for each in around(area):
            found[each] += len(ids)
    for area, ids in serving(view, need).items():
        found[area] += len(ids)
    return dict(found)


def below(view: View, found: Mapping[str, int], area: str) -> list[tuple[str, str, int]]:
    """Folder, name and count of the areas right below one, by name; only those that have any."""
    inside = areas_below(view)
    named = [(each, area_name(view, each), count) for each in inside.get(area, ()) if (count := found.get(each, 0))]
    return sorted(named, key=lambda one: (one[1].casefold(), one[0]))


def areas_below(view: View) -> dict[str, list[str]]:
    """The folders right below each area."""
    found: dict[str, list[str]] = view.records.listed(("areas below",), lambda: _below(view))
    return found


def _below(view: View) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    folders = {each for home in view.records.homes() for each in around(home)}
    for area in sorted(folders | set(view.records.areas)):
        found.setdefault(area.rpartition("/")[0], []).append(area)
    return found


def nearest_first(
    view: View, need: str, area: str, services: Mapping[str, Any] | None = None
) -> list[tuple[str, list[str]]]:
    """Every area from this one outward with its own services of a need; a local form hides the general.

    A service of the state that says which counties it serves is left out for a county that it does not name. Those
    that lie elsewhere and name the county come after the county's own, under SERVING. `services`: all of them, as far
    as the caller may read them.
    """
    by_area = own(view, need)
    services = services or view.records.services
    found = [
        (each, [id_ for id_ in by_area.get(each, ()) if _is_for(view, services[id_], each, area)])
        for each in around(area)
    ]
    if named := serving(view, need).get(county := "/".join(area.split("/")[: COUNTY + 1]), []):
        found = [(each, [id_ for id_ in ids if id_ not in named]) for each, ids in found]
        found.insert([each for each, _ in found].index(county) + 1, (SERVING, list(named)))
    hidden = {form for _, ids in found for id_ in ids if (form := services[id_].local_form_of)}
    return [(each, [id_ for id_ in ids if id_ not in hidden]) for each, ids in found] if hidden else found


def _is_for(view: View, service: Service, home: str, area: str) -> bool:
    """May people of the area come, by the counties that the service names? What names none is for all."""
    if service.serves is None or not service.serves.counties or home == area or home.count("/") != 1:
        return True
    county = "/".join(area.split("/")[:3])
    record = view.records.areas.get(county)
    return record is None or plain(record.name) in {plain(name) for name in service.serves.counties}
