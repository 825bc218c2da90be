"""`python -m generators new`: asks a few questions and writes a valid, commented file; it never overwrites one."""

from .command import new
from .schema import schema

__all__ = ["new", "schema"]
