"""At which address a service stands: a page of its own, or a part of the page of the organization that runs it.

`fold: organizations` in site.yaml asks for the second: then a large directory has few enough files for a free host.
A program, a sensitive service or one with a confidential address keeps its own page, and so does one that is closed.
"""

from __future__ import annotations

from collections.abc import Mapping

from .model import Records, Service

SECTIONS = 10  # services on one page of an organization, where they stand there in full
URGENCIES = ("now", "soon", "usual")
EFFORTS = ("call", "form", "papers")
# Ids that pages have for something else: a service that is called so keeps its own page.
TAKEN = frozenset("doors leave leave-help main q q-hint services stuck-title".split())


def address_of(records: Records, id_: str) -> str:
    """services/pantry/ or organizations/church/#pantry or organizations/church/page-2/#pantry"""
    own = f"services/{id_}/"
    if records.site.fold is None:
        return own
    found: str = folded(records).get(id_, own)
    return found


def folded(records: Records) -> Mapping[str, str]:
    """The addresses of all services that stand on the page of their organization."""
    found: Mapping[str, str] = records.listed(("folded",), lambda: _folded(records))
    return found


def on_a_page(records: Records, usual: int) -> int:
    """How many services stand on one page of an organization: `usual`, fewer where they stand there in full."""
    return SECTIONS if records.site.fold else usual


def in_a_file(records: Records, usual: int, most_files: int) -> int:
    """How many services share a file of those that the browser loads: more where the site must have few files."""
    return max(usual, -(-len(records.services) // most_files)) if records.site.fold else usual


def services_by(records: Records) -> Mapping[str, list[str]]:
    """Ids of the services that each organization runs, the most urgent and easiest first."""
    found: Mapping[str, list[str]] = records.listed(
        ("services by organizations",), lambda: _by_organization(records.brief("service"))
    )
    return found


def urgent_first(service: Service) -> tuple[int, int]:
    """Sorts the most urgent, then the easiest to the front."""
    return URGENCIES.index(service.urgency), EFFORTS.index(service.effort or "form")


def _folded(records: Records) -> dict[str, str]:
    if records.site.fold is None:
        return {}
    programs = {program for rows in records.doorways.values() for program in rows}
    found = {}
    organizations, services = records.brief("organization"), records.brief("service")
    for owner, ids in services_by(records).items():
        if owner not in organizations or organizations[owner].sensitive:
            continue
        for place, id_ in enumerate(ids):
            if id_ not in programs and id_ not in TAKEN and _may_fold(services[id_]):
                number = place // SECTIONS + 1
                page = f"page-{number}/" if number > 1 else ""
                found[id_] = f"organizations/{owner}/{page}#{id_}"
    return found


def _may_fold(service: Service) -> bool:
    return not (service.sensitive or service.address_confidential or service.kind == "program")


def _by_organization(services: Mapping[str, Service]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, service in services.items():
        if service.organization and service.status != "closed":
            found.setdefault(service.organization, []).append(key)
    for ids in found.values():
        ids.sort(key=lambda key: urgent_first(services[key]))
    return found
