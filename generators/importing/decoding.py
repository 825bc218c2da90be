"""Bytes of a file to text, whatever program saved it."""

from __future__ import annotations

import codecs


def decoded(content: bytes) -> tuple[str, str | None]:
    """The text, and the encoding where it is not plain UTF-8: "UTF-16", "Windows-1252"."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace"), "UTF-16"
    sample = content[:2000]
    if len(sample) > 20 and sample.count(b"\0") * 3 > len(sample):
        order = "utf-16-le" if sample[1::2].count(b"\0") > sample[::2].count(b"\0") else "utf-16-be"
        return content.decode(order, "replace"), "UTF-16"
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "Latin-1"
