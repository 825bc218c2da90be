"""`python -m generators new`: asks a few questions and writes a valid, commented file; it never overwrites one."""

from .command import new

__all__ = ["new"]
