"""What pages load, made small: modules joined, styles cut down, names that change with the content."""

from .assets import FOLDER, Assets
from .headers import HEADERS, headers
from .modules import CannotJoin
from .styles import Words, squeezed_styles, used_styles

__all__ = ["FOLDER", "HEADERS", "Assets", "CannotJoin", "Words", "headers", "squeezed_styles", "used_styles"]
