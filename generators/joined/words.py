"""The words of a module in one language: where English stands in `t("...")`, the joined file holds the translation.

Texts with a plural keep their English keys: their forms travel with the page, and `words.mjs` chooses one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from babel.messages.jslexer import unquote_string

from .tokens import SIGN, SPACE, TEXT, WORD, Token

SAYS = ("t", "N_")  # functions whose first argument is a message
COUNTS = ("n", "NN_")  # those whose first two are


def in_words_of(messages: Mapping[str, str]) -> Callable[[list[Token]], list[Token]]:
    """A function that puts the tokens of a module into the language of `messages` (English -> translation)."""

    def say(found: list[Token]) -> list[Token]:
        told = list(found)
        solid = [place for place, token in enumerate(found) if token.kind != SPACE]
        for index, place in enumerate(solid[:-3]):
            if found[place].kind != WORD or found[place].text not in SAYS:
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
    """A text as JavaScript writes it; line separators end a text in older browsers."""
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def plurals_in(found: Iterable[Token]) -> Iterator[str]:
    """The form for one of every text with a plural: the first argument of `n` and `NN_`."""
    solid = [token for token in found if token.kind != SPACE]
    for name, opening, text in zip(solid, solid[1:], solid[2:], strict=False):
        if name.kind == WORD and name.text in COUNTS and opening.text == "(" and text.kind == TEXT:
            yield unquote_string(text.text)
