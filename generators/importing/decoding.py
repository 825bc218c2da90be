"""Bytes of a file to text, whatever program saved it."""

from __future__ import annotations

import codecs

KINDS = ("UTF-8", "Windows-1252", "Latin-1")


def decoded(content: bytes) -> tuple[str, str | None]:
    """The text, and the encoding where it is not plain UTF-8: "UTF-16", "UTF-8 and Windows-1252"."""
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
    lines = [_line(line) for line in content.removeprefix(codecs.BOM_UTF8).split(b"\n")]
    kinds = {kind for _, kind in lines if kind}
    return "\n".join(text for text, _ in lines), " and ".join(kind for kind in KINDS if kind in kinds)


def _line(line: bytes) -> tuple[str, str]:
    """One line of a file that several programs have saved, and its encoding where it is not plain ASCII."""
    if line.isascii():
        return line.decode("ascii"), ""
    for name, kind in zip(("utf-8", "cp1252"), KINDS, strict=False):
        try:
            return line.decode(name), kind
        except UnicodeDecodeError:
            pass
    return line.decode("latin-1"), KINDS[-1]
