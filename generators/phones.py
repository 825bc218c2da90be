"""Phone numbers: is this one that can be called?"""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers

_SHORT = re.compile(r"^([2-9]11|988|\d{5,6})$")  # 211, 988; five or six digits take texts
_USUAL = re.compile(
    r"^(?:\+?1[-. ]?)?\(?([2-9]\d\d)\)?[-. ]{0,2}(\d{3})[-. ]?(\d{4})$", re.ASCII
)  # as nearly all are written


@lru_cache(maxsize=50_000)
def phone_problem(number: str) -> str | None:
    """What is wrong with a number as it was typed, and the mend; nothing when it can be called."""
    digits = re.sub(r"\D", "", number)
    if _SHORT.match(digits):
        return None
    try:
        parsed = phonenumbers.parse(number, "US")
    except phonenumbers.NumberParseException:
        return f'"{number}" is not a phone number. Write it as 412-555-0123 or 1-800-221-5689.'
    if not phonenumbers.is_possible_number(parsed):
        count = len(str(parsed.national_number))
        return f'"{number}" has {count} digits after the country code; a number in the United States has 10. Check it.'
    if not phonenumbers.is_valid_number(parsed) and not digits[-7:].startswith("555"):
        return f'"{number}" cannot be right: no numbers start like that. Check it with the organization.'
    return None


@lru_cache(maxsize=50_000)
def phone_href(number: str, kind: str = "call") -> str:
    """The link that dials: `tel:+18002215689`, `tel:988`, `sms:741741`."""
    scheme = "sms" if kind == "text" else "tel"
    digits = re.sub(r"\D", "", number)
    if _SHORT.match(digits):
        return f"{scheme}:{digits}"
    if usual := _USUAL.match(number):
        return f"{scheme}:+1{usual[1]}{usual[2]}{usual[3]}"
    try:
        parsed = phonenumbers.parse(number, "US")
    except phonenumbers.NumberParseException:
        return f"{scheme}:{digits}"
    extension = f";ext={parsed.extension}" if parsed.extension else ""
    return f"{scheme}:{phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)}{extension}"
