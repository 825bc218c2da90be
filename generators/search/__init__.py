"""Finding services by what people type: everything that the browser loads for it, in small files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..folded import in_a_file
from ..languages import Language
from ..model import Records, Service, mark, reading
from ..model.reads import unnoted
from ..parted import Part
from .cards import called_of, card
from .facets import facet_files, hours_of, open_file, said_of
from .index import Found, Index
from .kept import keep_index, last_index
from .near import near_files, near_rows
from .parts import CARDS, MOST_CARD_FILES, card_files, parts
from .texts import FIELDS, everyday, texts_of
from .words import ENDINGS, LITTLE, fold, stem, tables, words

__all__ = [
    "ENDINGS",
    "FIELDS",
    "LITTLE",
    "SearchFiles",
    "documents",
    "fold",
    "search_files",
    "searched",
    "stem",
    "tables",
    "words",
]


MakeFiles = Callable[[], list[tuple[str, Any]]]  # gives names and JSON
NEED = "~"  # stands before the id of a need, as a term of the services that are for it


def documents(records: Records, language: Language) -> dict[int, dict[str, list[str]]]:
    """Terms by field of every service, by its number."""
    find = _finding(records, language)
    keys = Index().changed(searched(records, language), find).keys
    return {number: find(key)[0] for number, key in enumerate(keys) if key}


def search_files(records: Records, language: Language) -> Iterator[tuple[str, Any]]:
    """Name and JSON of the files of one language, as `parts` promises."""
    files = SearchFiles(records, language)
    for _, _, make in files.groups():
        yield from make()
    yield from ((name, part.make()) for name, part in files.cards())


def searched(records: Records, language: Language) -> Mapping[str, bytes]:
    """Marks of what each service is found by: only when one changes, the words are put together anew."""

    def make() -> dict[str, bytes]:
        def of(key: str) -> bytes:
            service = records.services[key]
            return b"" if _is_hidden(service) else mark([texts_of(records, language, key), service.needs])

        found = records.lasting.rows(records, f"searched/{language.code}", records.services, of)
        return records.lasting.follows({key: one for key, one in found.items() if one}, found)

    marks: Mapping[str, bytes] = records.each(("searched", language.code), make)
    return marks


class SearchFiles:
    """The files of one language, in groups that depend on different things."""

    def __init__(self, records: Records, language: Language) -> None:
        self.records = records
        self.language = language
        self.marks = searched(records, language)
        self._index: Index | None = None
        self.keys: list[str] = records.lasting.made(records, f"search/order/{language.code}", self._order)
        self.size = -(-in_a_file(records, CARDS, MOST_CARD_FILES) * 6 // 5)  # a place in six or so is to spare

    def groups(self) -> Iterator[tuple[str, bytes, Callable[[], Iterable[tuple[str, Any]]]]]:
        """Each group with its name, the mark of all that it takes from others, and what makes its files."""
        records, language, keys = self.records, self.language, self.keys
        ids = sorted(self.marks)
        order = mark(keys)
        files: dict[str, MakeFiles] = {
            "facets": lambda: facet_files(records, language, keys),
            "open": lambda: open_file(records, language, keys),
            "near": lambda: near_files(records, keys),
        }
        with unnoted():
            shown: dict[str, Mapping[str, Any]] = {
                "facets": said_of(records, ids),
                "open": hours_of(records, ids),
                "near": near_rows(records, ids),
            }
        about: dict[str, list[str]] = {}
        groups = []
        for name, make in files.items():
            known = mark([order, list(shown[name].values())])
            about[name], made = self._about(name, known, make)
            groups.append((name, known, made))
        beside = {"facets": about["facets"] + about["open"], "near": about["near"], "cards": self.size}
        yield "words", mark(beside), lambda: self._words(beside)
        self._index = None  # what is made next takes as much memory
        yield from groups
        states_ = [("states.json", states(records, language))]
        yield "states", b"", lambda: states_

    def _about(self, name: str, known: bytes, make: MakeFiles) -> tuple[list[str], MakeFiles]:
        """What `index.json` says of some files, and what makes them. `known`: the mark of all that they depend on."""
        records, key = self.records, f"search/{name}/{self.language.code}"
        kept = records.lasting.get(records, key)
        if kept is not None and kept[0] == known:
            return kept[1], make
        with unnoted():
            made = make()
        about = [next(iter(content)) if name == "near" else content["group"] for _, content in made]
        records.lasting.put(records, key, (known, about), ())
        return about, lambda: made

    def cards(self) -> Iterator[tuple[str, Part]]:
        """The files with what results show of each service, in the order of their numbers."""
        records, language = self.records, self.language
        return card_files(self.keys, self.size, lambda key: card(records, language, key))

    def _order(self) -> list[str]:
        """The keys of the services by number."""
        return list(self._made().keys)

    def _made(self) -> Index:
        """What is found by which words: that of the last build, with what an edit changed."""
        marks = dict(self.marks.items())  # on all of which it depends
        if self._index is None:
            with reading():
                last = last_index(self.records.lasting, self.language.code)
                self._index = last.changed(marks, _finding(self.records, self.language))
                if self._index is not last:
                    keep_index(self.records.lasting, self.language.code, self._index)
        return self._index

    def _words(self, beside: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        """What is found by which words."""
        records, language = self.records, self.language
        needs = {
            key: records.text(language.code, f"need/{key}", ("name",), one.name)[0]
            for key, one in records.needs.items()
        }
        cut = {**tables(language.code), "everyday": everyday_words(records, language), "needs": needs, **beside}
        return parts(self._made(), cut)


def _is_hidden(service: Service) -> bool:
    """Its page says that it is closed; nobody should find it."""
    return service.status == "closed"


def _finding(records: Records, language: Language) -> Callable[[str], Found]:
    """What gives for a service its terms by field, and what it is called, as phrases of terms."""

    def find(key: str) -> Found:
        texts = texts_of(records, language, key)
        terms = {name: [word for text in texts[name] for word in words(text, language.code)] for name in FIELDS}
        terms["needs"] += [NEED + need for need in records.services[key].needs]
        phrases = dict.fromkeys(" ".join(words(text, language.code)) for text in called_of(texts))
        return terms, [phrase for phrase in phrases if phrase]

    return find


def states(records: Records, language: Language) -> list[tuple[str, str]]:
    """Postal code and name of every state that the question of the place knows."""
    asked = records.questions.get("place")
    return [
        (choice.value, records.text(language.code, "question/place", ("choices", at, "label"), choice.label)[0])
        for at, choice in enumerate(asked.choices if asked else ())
    ]


def everyday_words(records: Records, language: Language) -> dict[str, list[str]]:
    """Ids of the needs that a phrase of terms is an everyday word for: "light bill" -> utilities."""
    found: dict[str, list[str]] = {}
    for need, phrases in everyday(records, language).items():
        for text in phrases:
            phrase = " ".join(words(text, language.code))
            if phrase and need not in found.setdefault(phrase, []):
                found[phrase].append(need)
    return found
