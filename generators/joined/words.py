"""The words of a module in one language: where English stands in `t("...")`, the joined file holds the translation.

Texts with a plural keep their English keys: the file tells their forms, and `words.mjs` chooses one. So do those
marked by `N_` for later: some are said in two languages at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from babel.messages.jslexer import unquote_string

from .tokens import COMMENT, SIGN, SPACE, TEXT, WORD, Token, squeezed

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
    solid = [place for place, token in enumerate(found) if token.kind not in (SPACE, COMMENT)]
    with_gaps = list(found)
    messages = []
    for index, place in enumerate(solid[:-3]):
        if found[place].kind != WORD or found[place].text != SAYS:
            continue
        if index and found[solid[index - 1]].text in (".", "function"):
            continue
        opening, text, after = (found[solid[index + step]] for step in (1, 2, 3))
        if opening.text == "(" and opening.kind == SIGN and text.kind == TEXT and after.text in (",", ")"):
            with_gaps[solid[index + 2]] = GAP
            messages.append((text.text, unquote_string(text.text)))
    calls = {name: tuple(dict.fromkeys(said_in([found[place] for place in solid], name))) for name in CALLED}
    return Body(tuple(squeezed(with_gaps).split(GAP.text)), tuple(messages), calls)


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


def said_in(solid: Sequence[Token], name: str) -> Iterator[str]:
    """The first argument of every call of a function; `solid`: tokens without spaces."""
    for place, token in enumerate(solid[:-2]):
        if token.text == name and token.kind == WORD:
            opening, text = solid[place + 1], solid[place + 2]
            if opening.text == "(" and text.kind == TEXT:
                yield unquote_string(text.text)
