"""Pages at the addresses that records had under an older id: they lead to the new one, also without scripts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from ..folded import address_of
from ..languages import language
from ..model import Records
from .environment import environment
from .view import View

KINDS = (("service", "services"), ("organization", "organizations"))


def moved_pages(
    records: Records, today: datetime.date, canonical: Callable[[str], str | None]
) -> Iterator[tuple[str, str]]:
    """Address of the file and whole HTML of each. `canonical` gives the full address of a page, where it is known."""
    for code in records.site.languages:
        told = language(code)
        for kind, folder in KINDS:
            for id_, record in getattr(records, folder).items():
                for old in record.was_called:
                    view = View(records, told, today, path=f"{folder}/{old}/")
                    at = address_of(records, id_) if kind == "service" else f"{folder}/{id_}/"
                    to = view.link(at) if "#" in at else f"../{id_}/"
                    html = (
                        environment(told)
                        .get_template("moved.html.j2")
                        .render(
                            view=view,
                            t=view.t,
                            name=view.headline(view.told(kind, id_, record)),
                            to=to,
                            canonical=canonical(f"{told.base}{at}") or to,
                        )
                    )
                    yield f"{told.base}{folder}/{old}/index.html", html
