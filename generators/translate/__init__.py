"""Texts that wait for a translation go out as one file, and come back into the catalogue and the twins of the data."""

from .command import translate

__all__ = ["translate"]
