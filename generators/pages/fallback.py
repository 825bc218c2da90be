"""Messages that a language does not have yet stand in English, marked for screen readers and for the direction.

A message can end up inside an attribute or a title, where no element may stand. So `marked` only puts signs around it,
and `finished` turns them into elements where elements can be, and drops them elsewhere.
"""

from __future__ import annotations

import re

from markupsafe import Markup

BEGIN, END = "\ue000", "\ue001"  # stand in no text
OPENED, CLOSED = '<span lang="en" dir="ltr">', "</span>"
PIECE = re.compile(
    r"<(?:script|style|title|option|textarea)\b.*?</(?:script|style|title|option|textarea)>|<[^>]*>", re.S
)
EMPTY = re.compile(r"\n\s*\n")


def marked(message: Markup) -> Markup:
    """English in a page of another language."""
    return Markup(BEGIN) + message + Markup(END)


def finished(html: str) -> str:
    """The page with its marks as elements."""
    if BEGIN not in html:
        return html
    done, at = [], 0
    for piece in PIECE.finditer(html):
        done.append(_as_elements(html[at : piece.start()]))
        done.append(_dropped(piece[0]))
        at = piece.end()
    done.append(_as_elements(html[at:]))
    return "".join(done)


def _as_elements(text: str) -> str:
    return text.replace(BEGIN, OPENED).replace(END, CLOSED)


def _dropped(text: str) -> str:
    return text.replace(BEGIN, "").replace(END, "")


def without_empty_lines(html: str) -> str:
    """The same page: templates leave lines empty where they have nothing to say."""
    return EMPTY.sub("\n", html)
