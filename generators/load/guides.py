"""The guides that there are: records may name one."""

from __future__ import annotations

from pathlib import Path

GUIDES = Path(__file__).parent.parent.parent / "docs" / "guides"


def guide_names() -> list[str]:
    """The names of the guides in English: `new-baby` for docs/guides/new-baby.md."""
    return sorted(path.stem for path in GUIDES.glob("*.md") if "." not in path.stem)
