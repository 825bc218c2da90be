"""Style sheets and security policies: nothing in them may reach another origin or let a script in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)""", re.I)
_QUOTED = re.compile(r"""(?:@import|image-set\()\s*["']([^"']*)["']""", re.I)
_OWN = re.compile(r"^(?:'none'|'self'|'sha(?:256|384|512)-[\w+/=-]+'|data:|blob:)$")


def asked(css: str) -> list[str]:
    """Every address that a style sheet loads."""
    plain = _ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), _COMMENT.sub("", css))
    found = [double or single or bare.strip() for double, single, bare in _URL.findall(plain)]
    return found + _QUOTED.findall(plain)


def is_elsewhere(address: str) -> bool:
    """Does it name another origin?"""
    low = address.strip().lower()
    if low.startswith(("data:", "#")):
        return False
    return low.startswith(("//", "\\")) or bool(re.match(r"[a-z][a-z0-9+.-]*:", low))


@lru_cache
def policy_faults(policy: str | None) -> tuple[str, ...]:
    """What a security policy leaves open."""
    return tuple(_policy_faults(policy))


def _policy_faults(policy: str | None) -> Iterator[str]:
    if policy is None:
        yield "no Content-Security-Policy"
        return
    rules = {words[0].lower(): words[1:] for part in policy.split(";") if (words := part.split())}
    if "default-src" not in rules:
        yield "its Content-Security-Policy has no default-src"
    for name, words in rules.items():
        for word in words:
            if name.endswith("-src") and not _OWN.match(word) and not (name == "style-src" and "unsafe" in word):
                yield f"its Content-Security-Policy lets `{word}` in ({name})"
