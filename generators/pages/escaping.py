"""Text made safe for a page, by the shortest way: a page asks for it hundreds of times."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import markupsafe
from markupsafe import Markup, escape


def _by_markup(text: str) -> str:
    return str(escape(text))


# What `escape` itself calls, without the object around it; by another name in versions before 3.
_inner: Callable[[str], str] = getattr(markupsafe, "_escape_inner", _by_markup)
_new = str.__new__  # `Markup(text)` first asks what kind of thing the text is


def escaped(value: Any) -> str:
    """What stands on the page for a value: `Markup` as it is, everything else escaped."""
    kind = value.__class__
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return _inner(value) if kind is str else escape(value)


def escaped_text(text: str) -> Markup:
    """Plain text as `Markup`."""
    return _new(Markup, _inner(text)) if text.__class__ is str else escape(text)


def safe(text: str) -> Markup:
    """Text that is HTML already, of class `str`, as `Markup`."""
    return _new(Markup, text)
