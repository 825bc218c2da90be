"""The second page of a service of which there is much to say: what a first reader does not need.

It keeps the service's own page small (see docs/maintain/performance.md): the whole rule, the days to know, how to keep
the help, and who may speak for somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..folded import folded
from ..model import Records, Service
from .page import Page
from .view import View

LONG = 1150  # letters that the page of a service shows in English; past these it has a second page
FIELDS = ("description", "who_for", "you_get", "cost", "takes", "next", "renewal", "if_told_no", "accessibility")


def more_path(id_: str) -> str:
    """services/snap/more/"""
    return f"services/{id_}/more/"


def has_more(view: View, id_: str) -> bool:
    """Has a service a second page? The same in every language."""
    return much(view)[id_]


def much(view: View) -> Mapping[str, bool]:
    """The same of all services."""
    found: Mapping[str, bool] = view.records.each(("more",), lambda: _much(view))
    return found


def _much(view: View) -> dict[str, bool]:
    """Of each service: is there much to say?"""

    def is_much(id_: str) -> bool:
        return view.is_very_long(id_) or _letters(view.records, view.records.services[id_]) > LONG

    return view.records.lasting.rows(view.records, "more", view.records.services, is_much)


def with_more(view: View) -> Iterator[str]:
    """The services that have a second page."""
    here = frozenset(folded(view.records))  # in full on the pages of their organizations
    for key, is_much in much(view).items():
        if is_much and key not in here and view.records.services[key].status != "closed":
            yield key


def parts(view: View, id_: str) -> dict[str, bool]:
    """What the second page holds, by the ids of its headings."""
    service = view.records.services[id_]
    return {
        "rule": view.is_quite_long(id_),
        "next": bool(service.next),
        "days": service.dates is not None,
        "renewal": bool(service.renewal),
        "no": bool(service.if_told_no),
        "speak": bool(service.representative or service.release),
        "else": bool(service.alternatives),
    }


def more(view: View, id_: str) -> Page:
    """The page at services/<id>/more/."""
    view = view.at(more_path(id_))
    told = view.service(id_)
    title = view.language.t("More about %(name)s", name=view.headline(told))
    return Page(
        path=view.path,
        language=view.language.code,
        title=title,
        html=view.render(
            "more.html.j2",
            id=id_,
            told=told,
            service=told.record,
            rule=view.rule(id_) if view.is_quite_long(id_) else "",
            trail=[(f"services/{id_}/", view.headed(told))],
            area=view.area(told.key),
        ),
        kind="more",
        edit=view.edit(told.key),
        is_discreet=told.record.sensitive,
        styles=("discreet.css",) if told.record.sensitive else (),
    )


def _letters(records: Records, service: Service) -> int:
    """About how many letters the page of a service shows in English."""
    texts = [getattr(service, name) or "" for name in FIELDS]
    texts += [text or "" for step in service.steps for text in (step.do, step.tip)]
    texts += [way.text or "" for way in (service.apply.online, service.apply.phone, service.apply.in_person) if way]
    texts += [line for paper in service.bring for line in records.documents[paper.document].any_of]
    texts += service.also_needed
    return sum(len(text) for text in texts)
