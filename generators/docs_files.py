"""Which files of docs/ and of the theme go into the site, and where: prose in each language, and our own pictures."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from .building import MODULES
from .pages.shell import NOT_TRANSLATED

OWN_ASSETS = "assets/images/handrail*"
PROSE = re.compile(r"^(?P<page>.+)\.(?P<language>[a-z]{2,3})\.md$")


def keep_own_assets(files: Files, config: MkDocsConfig) -> None:
    """Of the theme's files only our own are used; modules and styles are joined first."""
    for file in list(files):
        if file.src_dir in (None, config.docs_dir):
            if file.src_uri.startswith(f"{MODULES}/") and file.src_uri.endswith((".mjs", ".css")):
                files.remove(file)
            continue
        if not fnmatch.fnmatch(file.src_uri, OWN_ASSETS):
            files.remove(file)


def place_prose(languages: Sequence[str], files: Files, config: MkDocsConfig) -> set[str]:
    """`docs/words.es.md` becomes /es/words/; where it is missing, the English stands there and says so.

    Gives the names of those that stand in English under another language.
    """
    untold = set()
    others = [code for code in languages if code != "en"]
    for file in list(files.documentation_pages()):
        file.inclusion = InclusionLevel.NOT_IN_NAV
        match = PROSE.match(file.src_uri)
        if match is None:
            continue
        if match["language"] in others:
            file.dest_uri = f"{match['language']}/{_dest(match['page'])}"
        else:
            file.inclusion = InclusionLevel.EXCLUDED
    for file in list(files.documentation_pages()):
        if PROSE.match(file.src_uri) or file.src_uri.startswith(NOT_TRANSLATED):
            continue
        page = file.src_uri.removesuffix(".md")
        for code in others:
            if files.get_file_from_path(f"{page}.{code}.md") is None:
                name = f"{page}.{code}.md"
                twin = File.generated(config, name, content=file.content_string, inclusion=InclusionLevel.NOT_IN_NAV)
                twin.dest_uri = f"{code}/{_dest(page)}"
                untold.add(twin.src_uri)
                files.append(twin)
    return untold


def _dest(page: str) -> str:
    """guides/index -> guides/index.html; guides/words -> guides/words/index.html."""
    return f"{page}.html" if page.rpartition("/")[2] == "index" else f"{page}/index.html"


def language_of(languages: Sequence[str], url: str) -> tuple[str, str]:
    """es/guides/ -> (es, guides/)."""
    first, _, rest = url.partition("/")
    return (first, rest) if first in languages and first != "en" else ("en", url)


def scrollable_tables(html: str) -> str:
    """A table too wide for a phone scrolls in a frame that the keyboard reaches."""
    framed = html.replace("<table>", '<div class="hr-scroll" tabindex="0"><table>')
    return framed.replace("</table>", "</table></div>")
