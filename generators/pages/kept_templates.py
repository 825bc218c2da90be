"""Templates that were compiled in an earlier build, so that they are not compiled again."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from ..model import Records

_records: Records | None = None


def remember(records: Records) -> None:
    """From now on compiled templates are kept with what else lasts of these records."""
    global _records
    _records = records


class KeptTemplates(BytecodeCache):
    """The templates of one environment. `words`: the language whose words are in them."""

    def __init__(self, words: str) -> None:
        self.words = words

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled of just this source, if it was kept."""
        if _records is not None:
            found = _records.lasting.get(_records, self._key(bucket))
            if found is not None:
                bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        if _records is not None:
            _records.lasting.put(_records, self._key(bucket), bucket.bytecode_to_string(), ())

    def _key(self, bucket: Bucket) -> str:
        return f"template/{self.words}/{bucket.key}/{bucket.checksum}"
