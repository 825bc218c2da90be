"""The files that pages load: one script and one style sheet for a kind of page, named after what they hold.

A name that changes with its content can be kept by browsers for ever, see `headers.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..languages import Language
from .modules import TOLD, in_order, joined, read
from .styles import Words, squeezed_styles, used_styles, without_idle_variables
from .words import COUNTS, MARKS, SAYS, as_script

FOLDER = "assets/joined"  # in the site


@dataclass
class Assets:
    """What was made so far for the pages of one build."""

    sources: Path  # docs/assets/handrail
    put: Callable[[str, str], None] = lambda address, text: None  # writes a file: address in the site, content
    known: dict[tuple[object, ...], str] = field(default_factory=dict)

    def script(self, modules: tuple[str, ...], language: Language, *before: tuple[str, ...]) -> str:
        """The address of one module that does what `modules` do, in a language.

        What the scripts that come `before` hold already is taken from them, so that no module runs twice.
        """
        key = ("script", modules, language.code, *before)
        if key not in self.known:
            held: dict[str, str] = {}
            for place, names in enumerate(before):
                holder = f"./{self.script(names, language, *before[:place]).rpartition('/')[2]}"
                held = {**dict.fromkeys(in_order(self.sources, names), holder), **held}
            own = [name for name in in_order(self.sources, modules) if name not in held]
            words = self._words(own, list(held), language)
            told = as_script(words) if words else ""
            text = joined(self.sources, modules, language.messages, held, told)
            self.known[key] = self._named(f"{modules[-1].removesuffix('.mjs')}.{language.code}", "js", text)
        return self.known[key]

    def _words(self, own: list[str], held: list[str], language: Language) -> dict[str, Any]:
        """What `told.mjs` must learn for these modules: messages that are not in the joined file already, plurals, what
        is `missing` in the language, and, where nothing is held yet, the language and how it writes dates.
        """
        if language.code == "en" or TOLD not in own + held:
            return {}
        said = self._said(own, language)
        if TOLD in held:
            before = self._said(held, language)
            said = {kind: {text: said[kind][text] for text in said[kind] if text not in before[kind]} for kind in said}
            said["missing"] = list(said["missing"])
            return {kind: texts for kind, texts in said.items() if texts}
        formats = {name: language.formats[name] for name in ("dates", "months", "short", "plural", "list")}
        return {"lang": language.code, **said, "missing": list(said["missing"]), "formats": formats}

    def _said(self, names: list[str], language: Language) -> dict[str, Any]:
        """The messages and plurals of some modules, and what is missing, as the keys of a table."""
        bodies = [read(self.sources, name).body for name in names]
        said, marked, counted = (
            sorted({text for body in bodies for name in called for text in body.calls[name]})
            for called in ((SAYS,), (MARKS,), COUNTS)
        )
        return {
            "messages": {text: language.messages[text] for text in marked if text in language.messages},
            "plurals": {text: dict(language.plurals[text]) for text in counted if text in language.plurals},
            "missing": {text: True for text in said if text not in language.messages},
        }

    def styles(
        self, name: str, sheets: Iterable[str], words: Callable[[], Words], theme: Callable[[Words], str]
    ) -> str:
        """The address of one style sheet: the rules of `theme` and `sheets` that a page with these words can use.

        Neither is asked where the sheet is known already.
        """
        key = ("styles", name, *sheets)
        if key not in self.known:
            here = words()
            texts = [theme(here), *((self.sources / sheet).read_text("utf-8") for sheet in sheets)]
            used = "".join(used_styles(squeezed_styles(text), here) for text in texts)
            self.known[key] = self._named(name, "css", without_idle_variables(used))
        return self.known[key]

    def texts_of(self, modules: Iterable[str]) -> list[str]:
        """The source of all modules that these need, for the class names in it."""
        return [read(self.sources, name).text for name in in_order(self.sources, modules)]

    def _named(self, name: str, ending: str, text: str) -> str:
        hashed = hashlib.sha256(text.encode()).hexdigest()[:8]
        address = f"{FOLDER}/{name}.{hashed}.{ending}"
        self.put(address, text)
        return address
