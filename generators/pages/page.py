"""One finished page of the site, before the theme wraps it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page as a fragment of HTML and what the wrapper must know about it."""

    path: str  # the same in every language: services/snap/ ; empty for the home page
    language: str  # code
    title: str  # plain text
    html: str  # what stands inside <main>
    kind: str  # home, need, service ...: a class of <body>, and pages of one kind share a wrapper
    description: str = ""  # plain text
    edit: str | None = None  # the YAML it was made from, relative to the resources folder
    soon: tuple[str, ...] = ()  # entry modules in assets/handrail/ that run while the page is still being read
    ahead: str = ""  # data that its scripts are sure to need: address in the site
    modules: tuple[str, ...] = ()  # entry modules besides site.mjs
    later: tuple[str, ...] = ()  # those that come after the first view
    last: tuple[str, ...] = ()  # those that come when the later ones ask for them
    is_discreet: bool = False  # a plain icon, and no description of its own
    styles: tuple[str, ...] = ()  # style sheets in assets/handrail/ besides handrail.css

    @property
    def url(self) -> str:
        """From the root of the site: es/services/snap/."""
        return self.path if self.language == "en" else f"{self.language}/{self.path}"

    @property
    def root(self) -> str:
        """From the page to the root of the site: ../../"""
        return "../" * self.url.count("/")
