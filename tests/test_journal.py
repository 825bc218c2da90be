"""A file of the cache that grows comes back whole or not at all."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generators.journal import GROWN, LENGTH, Journal, Make, Piece, Put
from generators.model.noted import Noted
from generators.model.rows import Rows

LONG = "long " * 2000


def making(number: int, found: list[Piece]) -> Make:
    """A segment with a few values and one piece."""

    def make(put: Put) -> Iterator[Any]:
        found.append(put(marshal.dumps([number, LONG])))
        yield number
        yield {"number": number}

    return make


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, list[Piece]]:
    pieces: list[Piece] = []
    journal = Journal(tmp_path / "some" / "kept.bin")
    assert journal.read() == [] and journal.is_large
    assert journal.begin(making(0, pieces)) and not journal.is_large
    assert journal.add(making(1, pieces)) and journal.is_large  # twice what it was
    assert GROWN < 2
    return journal.path, pieces


def test_segments_and_their_pieces_come_back(written: tuple[Path, list[Piece]]) -> None:
    path, pieces = written
    journal = Journal(path)
    assert journal.read() == [[0, {"number": 0}], [1, {"number": 1}]]
    assert [journal.value(piece) for piece in pieces] == [[0, LONG], [1, LONG]]
    assert journal.add(making(2, pieces))
    assert len(Journal(path).read()) == 3 and journal.value(pieces[2]) == [2, LONG]
    assert journal.begin(making(3, pieces))
    assert Journal(path).read() == [[3, {"number": 3}]]


def test_values_may_stay_packed(written: tuple[Path, list[Piece]]) -> None:
    journal = Journal(written[0])
    assert journal.read(packed=1) == [[marshal.dumps(number), {"number": number}] for number in range(2)]
    told = written[0].stat()
    assert journal.which == (told.st_ino, told.st_size)


def test_one_value_of_each_segment_is_told_without_the_rest(written: tuple[Path, list[Piece]], tmp_path: Path) -> None:
    path, _ = written
    journal = Journal(path)
    assert journal.each(0) == [0, 1] and journal.each(1) == [{"number": 0}, {"number": 1}]
    assert journal.which == (path.stat().st_ino, path.stat().st_size)
    assert Journal(tmp_path / "none").each(0) == []
    whole = path.read_bytes()
    for end in range(0, len(whole), 97):
        path.write_bytes(whole[:end])
        assert journal.each(1) in ([], [{"number": 0}])
    for place in range(0, len(whole), 61):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :])
        assert len(journal.each(1)) <= 2  # whatever it says: whoever reads all of it sees the damage


def test_the_first_value_is_told_without_the_rest(written: tuple[Path, list[Piece]], tmp_path: Path) -> None:
    path, pieces = written
    whole, first = path.read_bytes(), pieces[0].at + pieces[0].size + LENGTH + len(marshal.dumps(0))
    assert Journal(path).begins_with(0) and not Journal(path).begins_with(1)
    assert not Journal(tmp_path / "none").begins_with(0)
    for end in (*range(0, len(whole), 97), first - 1, first):
        path.write_bytes(whole[:end])
        assert Journal(path).begins_with(0) == (end >= first)
    path.write_bytes(bytes([255]) * 400)
    assert not Journal(path).begins_with(0)


def test_one_that_is_damaged_or_half_written_is_as_good_as_none(written: tuple[Path, list[Piece]]) -> None:
    path, pieces = written
    whole = path.read_bytes()
    for end in range(len(whole) - 1, len(whole) // 2 + 1, -997):
        path.write_bytes(whole[:end])
        assert Journal(path).read() == []
    for at in (0, 33, 45, len(whole) - 3, whole.rindex(b"number")):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert Journal(path).read() == []
    at = pieces[0].at + 50
    path.write_bytes(whole[:at] + b"\0" + whole[at + 1 :])
    journal = Journal(path)
    assert len(journal.read()) == 2  # a piece is looked at when somebody asks for it
    assert journal.value(pieces[0]) is None and journal.value(pieces[1]) == [1, LONG]


@pytest.mark.parametrize("fault", ["full", "another"])
def test_what_cannot_be_added_takes_the_file_away(
    fault: str, written: tuple[Path, list[Piece]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, pieces = written
    journal = Journal(path)
    journal.read()
    if fault == "full":
        monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
    else:
        path.write_bytes(b"another")
    assert not journal.add(making(2, pieces))
    assert not path.exists() and journal.is_large


def test_notes_have_the_same_places_when_they_come_back() -> None:
    notes = [("record", "item", "service/a"), ("each", ("more", "en"), "there", "a"), ("record", "item", "service/b")]
    noted = Noted()
    assert [noted.place(note) for note in (*notes, notes[0])] == [0, 1, 2, 0]
    noted.marks[:] = [b"one", None, b"three"]
    again = Noted(marshal.loads(marshal.dumps(noted.plain())))
    more = ("record", "item", "service/c")
    assert [again.place(note) for note in (notes[2], more, notes[1], notes[0])] == [2, 3, 1, 0]
    assert again.all(range(4)) == [*notes, more] and again.marks == [b"one", None, b"three", None]
    assert [list(places) for places in again.places] == [[0, 2], [1]] and again.before == 3
    noted.add(marshal.loads(marshal.dumps(again.plain(3, 2))))
    assert noted.all(range(4)) == [*notes, more]
    fewer = again.only([False, True, True, True])
    assert fewer.all(range(3)) == [notes[1], notes[2], more] and fewer.marks == [None, b"three", None]
    again.begin()
    assert [list(places) for places in again.places] == [[0, 2, 3], [1]]


def test_news_of_a_table_make_the_old_one_the_new_one() -> None:
    old = Rows([str(number) for number in range(20)], list(range(20)), [b"1234"] * 20)
    assert old.news() is None  # nothing of it is kept yet
    kept = Rows(*old.plain())
    old.kept()
    now = old.taken(old.ids, {3, 5})
    assert now.missing == {3, 5} and old.values[3] == 3
    now.put(3, "new", b"5678", [("record", "item", "service/3")])
    news = now.news()
    assert news is not None
    kept.take_news(marshal.loads(marshal.dumps(news)))
    assert kept.plain() == now.plain() and kept.missing == {5}
    assert kept.taken(["5", "3", "new"], ()).missing == {0, 2}
    assert now.taken(["1"], ()).news() is None


def test_a_table_knows_whether_its_rows_are_as_they_were_kept() -> None:
    old = Rows(["1", "2", "3"], ["one", "two", None], [b"1234", b"5678", b""], [2])
    old.kept()
    again = old.taken(["1", "2", "3"], {1})
    again.put(1, "two", b"9876", ())
    assert again.is_same and again.places[1] == b"9876" and old.places[1] == b"5678"
    again.put(2, "three", b"9876", ())  # nobody knows what it was
    assert not again.is_same and old.values == ["one", "two", None]
    other = old.taken(["1", "2", "3"], {1})
    other.put(1, "deux", b"5678", ())
    assert not other.is_same and other.places is old.places
    assert not old.taken(["1", "2"], ()).is_same
    assert other.taken(other.ids, ()).is_same is False
    numbers_, truths = Rows(["1"], [1], [b""]), Rows(["1"], [1], [b""])
    for rows, value in ((numbers_, 1), (truths, True)):
        rows.kept()
        taken = rows.taken(rows.ids, {0})
        taken.put(0, value, b"", ())
        assert taken.is_same == (value is not True)  # it would be written otherwise
