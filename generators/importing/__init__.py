"""Brings records in: spreadsheets and HSDS of every version to YAML, with a report that accounts for every row."""

from .convert import Records, converted, import_package
from .mapping import Mapping, as_yaml, read_mapping
from .opening import CannotRead
from .place import Target

__all__ = ["CannotRead", "Mapping", "Records", "Target", "as_yaml", "converted", "import_package", "read_mapping"]
