"""Codes and names of states, and the state of a ZIP code by its first three digits."""

from __future__ import annotations

from .clean import BLANKS

NAMES = {
    "AL": "alabama", "AK": "alaska", "AZ": "arizona", "AR": "arkansas", "CA": "california", "CO": "colorado",
    "CT": "connecticut", "DE": "delaware", "DC": "district of columbia", "FL": "florida", "GA": "georgia",
    "HI": "hawaii", "ID": "idaho", "IL": "illinois", "IN": "indiana", "IA": "iowa", "KS": "kansas", "KY": "kentucky",
    "LA": "louisiana", "ME": "maine", "MD": "maryland", "MA": "massachusetts", "MI": "michigan", "MN": "minnesota",
    "MS": "mississippi", "MO": "missouri", "MT": "montana", "NE": "nebraska", "NV": "nevada", "NH": "new hampshire",
    "NJ": "new jersey", "NM": "new mexico", "NY": "new york", "NC": "north carolina", "ND": "north dakota",
    "OH": "ohio", "OK": "oklahoma", "OR": "oregon", "PA": "pennsylvania", "RI": "rhode island",
    "SC": "south carolina", "SD": "south dakota", "TN": "tennessee", "TX": "texas", "UT": "utah", "VT": "vermont",
    "VA": "virginia", "WA": "washington", "WV": "west virginia", "WI": "wisconsin", "WY": "wyoming",
    "PR": "puerto rico", "VI": "virgin islands", "GU": "guam", "AS": "american samoa",
    "MP": "northern mariana islands",
}  # fmt: skip
_SHORT = {  # as newspapers and old lists write them
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "cal": "CA", "colo": "CO", "conn": "CT", "del": "DE",
    "fla": "FL", "ill": "IL", "ind": "IN", "kan": "KS", "kans": "KS", "mass": "MA", "mich": "MI", "minn": "MN",
    "miss": "MS", "mont": "MT", "neb": "NE", "nebr": "NE", "nev": "NV", "okla": "OK", "ore": "OR", "oreg": "OR",
    "penn": "PA", "penna": "PA", "tenn": "TN", "tex": "TX", "wash": "WA", "wis": "WI", "wisc": "WI", "wyo": "WY",
    "n carolina": "NC", "s carolina": "SC", "n dakota": "ND", "s dakota": "SD", "w virginia": "WV", "w va": "WV",
    "washington dc": "DC",
}  # fmt: skip
# First three digits, from and up to; where a range lies in two states, it is not here.
_ZIPS = (
    "5 5 NY,6 7 PR,8 8 VI,9 9 PR,10 27 MA,28 29 RI,30 38 NH,39 49 ME,50 54 VT,55 55 MA,56 59 VT,60 69 CT,70 89 NJ,"
    "100 149 NY,150 196 PA,197 199 DE,200 200 DC,202 205 DC,206 219 MD,220 246 VA,247 268 WV,270 289 NC,290 299 SC,"
    "300 319 GA,320 339 FL,341 342 FL,344 344 FL,346 347 FL,349 349 FL,350 352 AL,354 369 AL,370 385 TN,386 397 MS,"
    "398 399 GA,400 427 KY,430 458 OH,460 479 IN,480 499 MI,500 528 IA,530 532 WI,534 535 WI,537 549 WI,550 551 MN,"
    "553 567 MN,570 577 SD,580 588 ND,590 599 MT,600 620 IL,622 629 IL,630 631 MO,633 641 MO,644 658 MO,660 662 KS,"
    "664 679 KS,680 681 NE,683 693 NE,700 701 LA,703 708 LA,710 714 LA,716 729 AR,730 731 OK,734 741 OK,743 749 OK,"
    "750 799 TX,800 816 CO,820 831 WY,832 838 ID,840 847 UT,850 853 AZ,855 857 AZ,859 860 AZ,863 865 AZ,870 884 NM,"
    "885 885 TX,889 891 NV,893 895 NV,897 898 NV,900 908 CA,910 928 CA,930 961 CA,967 968 HI,970 979 OR,980 986 WA,"
    "988 994 WA,995 999 AK"
)


def _table() -> dict[int, str]:
    found = {}
    for part in _ZIPS.split(","):
        first, last, state = part.split()
        found.update(dict.fromkeys(range(int(first), int(last) + 1), state))
    return found


_STATE = _table()


def state_of_zip(code: str) -> str | None:
    """The state of a ZIP code; None where its first three digits do not settle it."""
    return _STATE.get(int(code[:3])) if code[:3].isdigit() and len(code) >= 5 else None


def state_named(text: str) -> str | None:
    """FL, Fla., Florida as FL; None where it is no state."""
    bare = text.strip().strip(".").replace(".", "")
    if bare.upper() in NAMES:
        return bare.upper()
    low = " ".join(bare.lower().split())
    if low in _SHORT:
        return _SHORT[low]
    return next((code for code, name in NAMES.items() if name == low), None) if low not in BLANKS else None
