"""Plain words: how hard a text is to read, and which words have an easier one."""

from .jargon import swaps
from .parts import Part, hard, part_of, parts
from .reading import Reading, reading

__all__ = ["Part", "Reading", "hard", "part_of", "parts", "reading", "swaps"]
