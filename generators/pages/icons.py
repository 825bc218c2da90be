"""Icons of mkdocs-material as inline SVG."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

PLAIN = "material/account-group"  # on pages that should say nothing at a glance
FOLDER = files("material") / "templates" / ".icons"


def exists(name: str) -> bool:
    """True if the sets have an icon of this name: material/food-apple."""
    return FOLDER.joinpath(f"{name}.svg").is_file()


@cache
def icon(name: str) -> Markup:
    """The drawing, hidden from screen readers: the words beside it say the same."""
    svg = FOLDER.joinpath(f"{name}.svg").read_text(encoding="utf-8")
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL).strip()
    return Markup(svg.replace("<svg ", '<svg class="hr-icon" aria-hidden="true" focusable="false" ', 1))
