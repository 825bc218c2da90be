"""Names of languages in English, as HSDS wants them beside their codes."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return dict(Locale("en").languages)


def language_name(code: str) -> str:
    """`es` is Spanish; empty where nobody knows the code."""
    return _names().get(code, "")
