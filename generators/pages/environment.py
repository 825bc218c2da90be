"""The templates of pages, compiled once for a language with its words already in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..languages import Language
from .compiled import Code, Macro, escaped
from .fallback import marked
from .kept_templates import KeptTemplates

INDENT = re.compile(r"(?m)^[ \t]+")
SEEN = ("view", "t", "n", "link", "asset", "icon")  # what a template sees that another one imports
MESSAGE = re.compile(r'\{\{ t\("([^"\\]*)"\) \}\}')  # without values: the same on every page


def environment(language: Language) -> Environment:
    """The environment of a language: autoescaping, strict about what is not there."""
    found: Environment = language.once("templates", lambda: _environment(language))
    return found


def _environment(language: Language) -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=KeptTemplates(language.code),
    )
    made.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
    made.context_class = _Plain
    made.code_generator_class = Code
    made.extend(escaped=escaped, macro=Macro, macros_of=partial(_shared, made))
    made.add_extension(_Words)
    made.globals["words of"] = language
    return made


def _shared(made: Environment, name: str, context: Context) -> Any:
    """The macros of a template that sees no page: made once for all pages of a language at one depth."""
    view = context["view"]
    key = ("macros", name, view.language.code, view.root, view.today, id(view.parts))
    return view.records.once(key, lambda: made.get_template(name).make_module({word: context[word] for word in SEEN}))


class _Words(Extension):
    """Puts messages into the text of a template, so that no page looks them up; lines are not indented in pages."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        language = self.environment.globals["words of"]
        assert isinstance(language, Language)
        return MESSAGE.sub(lambda found: _literal(language, found[1], found[0]), INDENT.sub("", source))


def _literal(language: Language, text: str, call: str) -> str:
    """The escaped message, unless it has what a template would read."""
    message = language.t(text)
    if "{" in message:
        return call
    said = Markup(escape(message))
    return str(said if language.has(text) else marked(said))


class _Plain(Context):
    """Calls what a template calls, and nothing else: none of ours asks for Jinja's own state."""

    def call(
        self, __obj: Callable[..., Any], *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
    ) -> Any:
        return __obj(*args, **kwargs)
