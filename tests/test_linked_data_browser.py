"""schema.org on service pages: there, small, escaped, allowed by the policy, and not on private pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Page

from generators.api import linked_data
from generators.model import Service

SERVICE = Service.model_validate(
    {
        "name": "Pantry",
        "phones": [{"number": "412-555-0100"}, {"number": "412-555-0101", "kind": "fax"}],
        "locations": [{"street": "1 Main Street", "city": "Erie", "state": "PA", "zip": "16501"}],
    }
)


def test_the_browser_reads_it_and_complains_of_nothing(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}services/wic/")
    text = phone.eval_on_selector('script[type="application/ld+json"]', "element => element.textContent")
    found = json.loads(text)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "GovernmentService")
    assert found["name"] == phone.inner_text("h1")
    assert len(text) < 1500


def test_a_private_page_says_nothing(site: Path) -> None:
    private = [page for page in site.glob("services/*/index.html") if "hr-named" in page.read_text("utf-8")]
    assert private
    assert not any("ld+json" in page.read_text("utf-8") for page in private)


def test_what_it_says() -> None:
    found = linked_data(SERVICE, "Pantry", "Food.", None, "Erie County")
    assert found == {
        "@context": "https://schema.org",
        "@type": "Service",
        "name": "Pantry",
        "description": "Food.",
        "areaServed": "Erie County",
        "availableChannel": {
            "@type": "ServiceChannel",
            "servicePhone": [{"@type": "ContactPoint", "telephone": "412-555-0100"}],
            "serviceLocation": [
                {
                    "@type": "Place",
                    "address": {
                        "@type": "PostalAddress",
                        "streetAddress": "1 Main Street",
                        "addressLocality": "Erie",
                        "addressRegion": "PA",
                        "postalCode": "16501",
                    },
                }
            ],
        },
    }
    assert linked_data(SERVICE.model_copy(update={"sensitive": True}), "x", "", None, None) is None
    assert linked_data(SERVICE.model_copy(update={"status": "closed"}), "x", "", None, None) is None


def test_a_name_cannot_end_the_script(site: Path) -> None:
    for page in site.glob("services/*/index.html"):
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"), re.S):
            assert "<" not in text
            json.loads(text)
