"""The looks that a nonprofit chooses in `site.yaml`: one colour and a logo, as a small style sheet of its own."""

from __future__ import annotations

from ..colour import accent_css
from ..model import SiteSettings

OWN_CSS = "assets/handrail/own.css"
_LOGO = ".hr-logo{block-size:2.25rem;max-inline-size:7rem;inline-size:auto;object-fit:contain}"


def own_css(site: SiteSettings) -> str:
    """Empty where the site keeps the looks of the house."""
    return (accent_css(site.colour) if site.colour else "") + (_LOGO if site.logo else "")


def own_logo(name: str) -> str:
    """Where the logo stands in the site."""
    return f"assets/images/own/{name}"
