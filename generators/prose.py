"""Prose that names services which a site may not have: there the words stay and the link goes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from .folded import address_of, folded
from .model import Records

# [words](../es/services/snap/index.html): a page made from the data, as the guides link it
MADE = re.compile(
    r"\[([^\]\[]+)\]\(((?:\.\./)+)((?:[a-z]{2,3}/)?(?:services|needs|organizations|helper)/(?:[a-z0-9/-]+/)?)index\.html\)"
)


def named(markdown: str) -> set[str]:
    """The pages made from the data that a text links to: "es/services/snap/"."""
    return {match.group(3) for match in MADE.finditer(markdown)}


def folded_of(records: Records, linked: Iterable[str]) -> dict[str, str]:
    """Of the pages that a text links to those that are parts of others: "es/organizations/church/#pantry" by url."""
    here, found = folded(records), {}
    for url in linked:
        base, _, id_ = url.rstrip("/").rpartition("services/")
        if id_ in here:
            found[url] = base + address_of(records, id_)
    return found


def parts_of(addresses: Iterable[str]) -> dict[str, str]:
    """The places that such addresses name, as HTML for each page, so that MkDocs knows them."""
    found: dict[str, str] = {}
    for page, _, part in (address.partition("#") for address in sorted(addresses)):
        found[page] = found.get(page, "") + f'<a id="{part}"></a>'
    return found


def only_known_links(markdown: str, urls: Container[str], folded: Mapping[str, str]) -> str:
    """Markdown whose links to pages made from the data lead only to those in `urls` ("es/services/snap/").

    `folded`: where a service stands that has no page of its own: "es/organizations/church/#pantry".
    """

    def led(match: re.Match[str]) -> str:
        words, up, url = match.groups()
        if url in urls:
            return match.group(0)
        page, _, part = folded.get(url, "").partition("#")
        return f"[{words}]({up}{page}index.html#{part})" if page else words

    return MADE.sub(led, markdown)
