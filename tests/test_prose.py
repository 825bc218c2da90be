"""Guides name services that a site may not have."""

from __future__ import annotations

import pytest

from generators.prose import only_known_links

URLS = {"services/snap/", "es/needs/food/", "helper/"}


@pytest.mark.parametrize(
    "markdown, expected",
    [
        ("[SNAP](../services/snap/index.html)", "[SNAP](../services/snap/index.html)"),
        ("Ask [WIC](../services/wic/index.html).", "Ask WIC."),
        ("[Comida](../es/needs/food/index.html)", "[Comida](../es/needs/food/index.html)"),
        ("[Comida](../es/needs/work/index.html)", "Comida"),
        ("[desk](../helper/index.html), [sheet](../helper/gone/index.html)", "[desk](../helper/index.html), sheet"),
        ("[a](first-call.md) [b](https://www.usa.gov/)", "[a](first-call.md) [b](https://www.usa.gov/)"),
    ],
)
def test_a_link_to_what_is_not_there_is_words(markdown: str, expected: str) -> None:
    assert only_known_links(markdown, URLS, {}) == expected
