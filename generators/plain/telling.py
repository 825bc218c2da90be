"""What `check` says about plain words: a count and the worst, or every line. Nothing here stops a build."""

from __future__ import annotations

from ..model import Records
from .parts import Part, hard, parts
from .reading import LONG, WARN

WORST_SHOWN = 10


def told(records: Records, folder: str, everything: bool = False) -> list[str]:
    """Lines to print. `folder`: of the data, as the editor types it."""
    found = parts(records, folder)
    past = hard(found)
    long = [(part, sentence) for part in found for sentence in part.reading.long]
    swaps = [(part, pair) for part in found for pair in part.swaps]
    count = (
        f"Plain words: {len(past)} of {len(found)} texts are hard to read, {len(long)} sentences have more than "
        f"{LONG} words, {len(swaps)} words have an easier one."
    )
    if everything:
        return [
            *map(_hard, past),
            *(f'{_at(part)}: reminder: {len(text.split())} words in a sentence: "{text}"' for part, text in long),
            *(f'{_at(part)}: reminder: "{word}": say "{easier}".' for part, (word, easier) in swaps),
            count,
        ]
    shown = [f"  {_hard(part)}" for part in past[:WORST_SHOWN]]
    return [count, *shown, *(["  `check --plain` lists them all."] if past or long or swaps else [])]


def _hard(part: Part) -> str:
    if part.code == "en":
        said = f"US grade {part.reading.score} ({WARN['en']:.0f} or less is easy to read)"
    else:
        said = f"ease {part.reading.score} in Spanish ({WARN['es']:.0f} or more is easy to read)"
    return f"{_at(part)}: reminder: {said}. Shorter sentences and shorter words help."


def _at(part: Part) -> str:
    return f"{part.path}:{part.line()}"
