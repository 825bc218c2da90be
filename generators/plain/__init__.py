"""Plain words: how hard a text is to read, and which words have an easier one."""

from .jargon import swaps
from .parts import Part, hard, part_of, parts
from .reading import Reading, reading
from .terms import TERMS, Found, terms_in

__all__ = ["TERMS", "Found", "Part", "Reading", "hard", "part_of", "parts", "reading", "swaps", "terms_in"]
