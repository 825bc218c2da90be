"""Prose that names services which a site may not have: there the words stay and the link goes."""

from __future__ import annotations

import re
from collections.abc import Container

# [words](../es/services/snap/index.html): a page made from the data, as the guides link it
MADE = re.compile(
    r"\[([^\]\[]+)\]\((?:\.\./)+((?:[a-z]{2,3}/)?(?:services|needs|organizations|helper)/(?:[a-z0-9/-]+/)?)index\.html\)"
)


def named(markdown: str) -> set[str]:
    """The pages made from the data that a text links to: "es/services/snap/"."""
    return {match.group(2) for match in MADE.finditer(markdown)}


def only_known_links(markdown: str, urls: Container[str]) -> str:
    """Markdown whose links to pages made from the data lead only to those in `urls` ("es/services/snap/")."""
    return MADE.sub(lambda match: match.group(0) if match.group(2) in urls else match.group(1), markdown)
