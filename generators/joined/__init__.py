"""What pages load, made small: modules joined, styles cut down, names that change with the content."""

from .assets import FOLDER, Assets
from .headers import HEADERS, headers
from .modules import CannotJoin

__all__ = ["FOLDER", "HEADERS", "Assets", "CannotJoin", "headers"]
