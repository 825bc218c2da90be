"""The words of a module in one language: where English stands in `t("...")`, the joined file holds the translation.

Texts with a plural keep their English keys: the file tells their forms, and `words.mjs` chooses one. So do those
marked by `N_` for later: some are said in two languages at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from babel.messages.jslexer import unquote_string

from .tokens import SIGN, SPACE, TEXT, WORD, Token

SAYS = "t"  # the function whose first argument is a message
MARKS = "N_"  # marks a message for later
COUNTS = ("n", "NN_")  # those whose first two are


def in_words_of(messages: Mapping[str, str]) -> Callable[[Sequence[Token]], Sequence[Token]]:
    """A function that puts the tokens of a module into the language of `messages` (English -> translation)."""

    def say(found: Sequence[Token]) -> Sequence[Token]:
        if not messages:
            return found
        told = list(found)
        solid = [place for place, token in enumerate(found) if token.kind != SPACE]
        for index, place in enumerate(solid[:-3]):
            if found[place].kind != WORD or found[place].text != SAYS:
                continue
            if index and found[solid[index - 1]].text in (".", "function"):
                continue
            opening, text, after = (found[solid[index + step]] for step in (1, 2, 3))
            if opening.text == "(" and opening.kind == SIGN and text.kind == TEXT and after.text in (",", ")"):
                message = unquote_string(text.text)
                if message in messages:
                    told[solid[index + 2]] = Token(TEXT, quoted(messages[message]))
        return told

    return say


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


def said_in(found: Iterable[Token], names: Collection[str]) -> Iterator[str]:
    """The first argument of every call of a function with one of these names."""
    solid = [token for token in found if token.kind != SPACE]
    for name, opening, text in zip(solid, solid[1:], solid[2:], strict=False):
        if name.kind == WORD and name.text in names and opening.text == "(" and text.kind == TEXT:
            yield unquote_string(text.text)
