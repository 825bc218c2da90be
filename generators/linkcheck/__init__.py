"""Whether the links of the data still answer: slowly, politely, and with a warning only after a second day without."""

from .command import check_links

__all__ = ["check_links"]
