"""What came back from a translator: what is sound goes into the files, what is not is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..languages import Language, catalogue_path, plural_examples
from ..load import load_text
from .catalogue import with_messages
from .checks import faults, sign_faults
from .entries import Entry, source_of
from .formats import Told
from .twins import HEAD, with_texts

COUNT = "%(count)s"


@dataclass(frozen=True)
class Sorted:
    """The translations of one file by what becomes of them."""

    sound: dict[Entry, tuple[str, ...]]
    kept: list[Entry]  # reviewed, and not to be replaced
    wrong: list[str]  # a sentence each


def sort_out(entries: Iterable[Entry], back: Iterable[Told], told: Language, replace: bool) -> Sorted:
    """Which translations can be taken."""
    known = {(entry.context, entry.english[0]): entry for entry in entries}
    contexts = {entry.context for entry in known.values()}
    found = Sorted({}, [], [])
    for item in back:
        entry = known.get((item.context, item.english))
        name = f'{item.context or "interface"}: "{item.english[:60]}"'
        if entry is None:
            changed = item.context and item.context in contexts
            why = "the English has changed. Export again." if changed else "the site has no such text."
            found.wrong.append(f"{name}: {why}")
            continue
        forms = tuple(text.strip() for text in item.forms)
        if forms == entry.told or not any(forms):
            continue
        if mistakes := list(_mistakes(entry, forms, told)):
            found.wrong.extend(f"{name}: {mistake}" for mistake in mistakes)
        elif entry.is_told and entry.reviewed and not replace:
            found.kept.append(entry)
        else:
            found.sound[entry] = forms
    return found


def _mistakes(entry: Entry, forms: tuple[str, ...], told: Language) -> Iterator[str]:
    if len(entry.english) == 1:
        yield from sign_faults(entry.english[0], forms[0]) if entry.is_list else faults(entry.english[0], forms[0])
        return
    counts = plural_examples(told.code)
    if len(forms) != len(counts) or not all(forms):
        yield f"{told.name} needs {len(counts)} forms, for {'; '.join(counts)}."
        return
    for text, numbers in zip(forms, counts, strict=True):
        says_it_in_a_word = numbers.isdecimal() and COUNT not in text  # "two days", which is for 2 alone
        yield from faults(entry.english[-1].replace(COUNT, "") if says_it_in_a_word else entry.english[-1], text)


def write(resources: Path, told: Language, sound: dict[Entry, tuple[str, ...]]) -> list[Path]:
    """Puts translations into the catalogue and the twins; the files that were written."""
    written = []
    messages = {entry: forms for entry, forms in sound.items() if not entry.path}
    if messages:
        path = catalogue_path(told.code)
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_text(with_messages(before, told, messages), "utf-8")
        written.append(path)
    by_file: dict[str, dict[tuple[str | int, ...], str]] = defaultdict(dict)
    for entry, forms in sound.items():
        if entry.path:
            by_file[entry.file][entry.path] = forms[0]
    for name, new in by_file.items():
        path = resources / name.replace(".yaml", f".{told.code}.yaml")
        written.append(_write_twin(resources, path, name, told, new))
    return written


def _write_twin(resources: Path, path: Path, name: str, told: Language, new: dict[tuple[str | int, ...], str]) -> Path:
    english = source_of(resources, name)
    assert english is not None
    before = path.read_text("utf-8") if path.exists() else ""
    source = load_text(str(path), path.name, before.encode("utf-8"))[0] if before else None
    head = "" if before else HEAD.format(language=told.name, name=Path(name).name)
    text = with_texts(before, source.data if source else None, english.data, new, head)
    again, problems = load_text(str(path), path.name, text.encode("utf-8"))
    if again is None:
        raise ValueError(f"{path}: {problems}")
    path.write_text(text, "utf-8")
    return path
