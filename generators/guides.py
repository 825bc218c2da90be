"""Guides and other prose, which MkDocs makes: all of it is taken from the last site, or all of it is made again.

It depends on our own files, on what the wrapper shows of the records, and on which of the pages that it links to exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from .model import Records, reading
from .model.reads import Note
from .reuse import Reuse

KEY = "guides"


@dataclass
class Guides:
    """The prose of one build."""

    names: list[str] = field(default_factory=list)  # its files in the site
    links: list[str] = field(default_factory=list)  # the pages made from the data that it links to and that exist
    addresses: list[str | None] = field(default_factory=list)  # of its pages, whole, as the sitemap has them
    loads: set[str] = field(default_factory=set)  # joined scripts and styles
    notes: set[Note] = field(default_factory=set)
    is_taken: bool = False

    def take(self, records: Records, reuse: Reuse) -> bool:
        """Takes all of it from the last site, if all of it would be the same."""
        found = records.lasting.get(records, KEY)
        if found is None or found[:2] != (self.names, self.links):
            return False
        self.is_taken = all([reuse.take(name) for name in self.names])
        if self.is_taken:
            self.addresses = found[2]
        return self.is_taken

    @contextmanager
    def made(self) -> Iterator[None]:
        """While it is made: what is read is noted."""
        with reading() as notes:
            yield
        self.notes |= notes

    def keep(self, records: Records, reuse: Reuse) -> None:
        """Remembers it for the next build."""
        if self.is_taken:
            return
        for name in self.names:
            reuse.made(name, (), self.loads)
        records.lasting.put(records, KEY, (self.names, self.links, self.addresses), self.notes)
