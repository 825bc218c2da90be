"""What the people who keep the data should do next: whom to call, and where nothing is listed."""

from .command import reports
from .due import DueLine, due_lines, due_problems

__all__ = ["DueLine", "due_lines", "due_problems", "reports"]
