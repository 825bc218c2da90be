"""Long lists on several pages, all plain HTML: needs/food/, needs/food/page-2/ and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from .view import View

CARDS = 40  # services on one page
NEXT_TO = 2  # numbers shown on each side of the page that is read
Item = TypeVar("Item")


@dataclass(frozen=True)
class Pager:
    """One page of a list, and the way to the others."""

    base: str  # path of the first page: needs/food/
    number: int  # from 1
    count: int  # of pages

    def path(self, number: int) -> str:
        """Where a page of the list lies."""
        return page_path(self.base, number)

    @property
    def is_last(self) -> bool:
        """What comes after the list stands here."""
        return self.number == self.count

    @property
    def shown(self) -> list[int]:
        """Numbers to link: the first, the last and those around this page; 0 where some are left out."""
        near = range(self.number - NEXT_TO, self.number + NEXT_TO + 1)
        wanted = [number for number in range(1, self.count + 1) if number in (1, self.count) or number in near]
        found: list[int] = []
        for number in wanted:
            if found and number > found[-1] + 1:
                found.append(0)
            found.append(number)
        return found

    def title(self, view: View, title: str) -> str:
        """The title of the page: only the first has it bare."""
        if self.number == 1:
            return title
        return view.language.t("%(title)s, page %(number)s", title=title, number=self.number)

    def trail(self, trail: list[tuple[str, str]], title: str) -> list[tuple[str, str]]:
        """The crumbs: of all but the first page, with the first."""
        return trail if self.number == 1 else [*trail, (self.base, title)]


def page_path(base: str, number: int) -> str:
    """Where a page of a list lies, by the path of its first."""
    return base if number == 1 else f"{base}page-{number}/"


def pages(length: int, most: int = CARDS) -> range:
    """The numbers of the pages of so long a list: there is always one."""
    return range(1, max(1, -(-length // most)) + 1)


def cut(items: Sequence[Item], number: int, most: int = CARDS) -> Sequence[Item]:
    """What stands on one page."""
    return items[most * (number - 1) : most * number]
