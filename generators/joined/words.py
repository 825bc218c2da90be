"""The words of a module in one language: where English stands in `t("...")`, the joined file holds the translation.

Texts with a plural keep their English keys: the file tells their forms, and `words.mjs` chooses one. So do those
marked by `N_` for later: some are said in two languages at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from babel.messages.jslexer import unquote_string

from .tokens import COMMENT, SPACE, TEXT, WORD, Token, squeezed

SAYS = "t"  # the function whose first argument is a message
MARKS = "N_"  # marks a message for later
COUNTS = ("n", "NN_")  # those whose first two are
CALLED = (SAYS, MARKS, *COUNTS)


GAP = Token(TEXT, '"\0"')  # stands in no source


class Body(NamedTuple):
    """What a module does, squeezed, and cut where it says a message."""

    pieces: tuple[str, ...]  # one more than messages
    messages: tuple[tuple[str, str], ...]  # as the source writes each, and what it is
    calls: Mapping[str, tuple[str, ...]]  # the first arguments of all calls of SAYS, MARKS and COUNTS

    def told(self, messages: Mapping[str, str]) -> str:
        """The module in the language of `messages` (English -> translation)."""
        said = [quoted(messages[message]) if message in messages else text for text, message in self.messages]
        return "".join(chain.from_iterable(zip(self.pieces, [*said, ""], strict=True)))


def in_pieces(found: Sequence[Token]) -> Body:
    """The body of a module from its tokens."""
    solid = [(place, token) for place, token in enumerate(found) if token.kind not in (SPACE, COMMENT)]
    with_gaps = list(found)
    messages = []
    calls: dict[str, dict[str, None]] = {name: {} for name in CALLED}
    for index, (_, token) in enumerate(solid[:-2]):
        if token.kind != WORD or token.text not in calls:
            continue
        opening, (place, text) = solid[index + 1][1], solid[index + 2]
        if opening.text != "(" or text.kind != TEXT:
            continue
        message = unquote_string(text.text)
        calls[token.text][message] = None
        is_ours = not index or solid[index - 1][1].text not in (".", "function")
        if token.text == SAYS and is_ours and index + 3 < len(solid) and solid[index + 3][1].text in (",", ")"):
            with_gaps[place] = GAP
            messages.append((text.text, message))
    pieces = tuple(squeezed(with_gaps).split(GAP.text))
    return Body(pieces, tuple(messages), {name: tuple(said) for name, said in calls.items()})


def quoted(text: str) -> str:
    """A text as JavaScript writes it."""
    return as_script(text)


def as_script(value: object) -> str:
    """Plain JSON that is JavaScript too: line separators end a text in older browsers."""
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
