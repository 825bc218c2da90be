"""Texts go out as one file and come back into the catalogue and the twins; what is wrong is named and left out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from generators import languages
from generators.cli import main
from generators.languages import language, plural_examples
from generators.load import load_text
from generators.translate.back import sort_out, write
from generators.translate.checks import faults
from generators.translate.entries import Entry, data_texts, messages
from generators.translate.formats import as_csv, as_po, from_csv, from_po
from generators.translate.twins import with_texts

FORMATS = {".po": (as_po, from_po), ".csv": (as_csv, from_csv)}


@pytest.fixture
def folders(tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small site, and catalogues of its own."""
    shutil.copytree(small, tmp_path / "resources")
    (tmp_path / "languages").mkdir()
    monkeypatch.setattr(languages, "FOLDER", tmp_path / "languages")
    language.cache_clear()
    yield tmp_path
    language.cache_clear()


def entries(folder: Path, code: str, everything: bool = False) -> list[Entry]:
    language.cache_clear()
    return [*messages(code), *data_texts(folder / "resources", code, everything)]


def invented(entry: Entry, code: str) -> tuple[str, ...]:
    """A translation that keeps what must be kept."""
    if len(entry.english) > 1:
        return tuple(f"{form} {entry.english[1]}" for form, _ in zip("uvwxyz", plural_examples(code), strict=False))
    return ("\n".join(f"~ {line}" for line in entry.english[0].split("\n")),)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["translate", *map(str, arguments)])


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("code", ["ar", "zh"])
def test_everything_goes_out_and_comes_back(folders: Path, code: str, kind: str) -> None:
    told = language(code)
    there = entries(folders, code, everything=True)
    assert not any(entry.is_told for entry in there)
    assert {entry.file for entry in there} >= {"", "needs.yaml", "questions.yaml", "us/services/pantry.yaml"}
    out, back = FORMATS[kind]
    filled = [Entry(e.file, e.path, e.english, invented(e, code), used_in=e.used_in) for e in there]
    found = sort_out(there, back(out(filled, told)), told, replace=False)
    assert (found.wrong, found.kept, len(found.sound)) == ([], [], len(there))
    write(folders / "resources", told, found.sound)
    again = entries(folders, code, everything=True)
    assert [(entry.context, entry.told) for entry in again] == [(entry.context, entry.told) for entry in filled]


def test_only_what_is_missing_goes_out(folders: Path) -> None:
    out = folders / "es.po"
    assert run("export", "es", out, "--resources", folders / "resources").exit_code == 0
    found = out.read_text("utf-8")
    assert 'msgid "Check what you may get"' in found and "questions.yaml place.ask" in found
    assert "needs.yaml food.name" not in found  # the small site has it in Spanish
    assert "us/services" not in found
    run("export", "es", out, "--all", "--services", "--resources", folders / "resources")
    found = out.read_text("utf-8")
    assert "needs.yaml food.name" in found and "us/services/pantry.yaml summary" in found


def test_what_is_wrong_is_named_and_the_rest_is_taken(folders: Path) -> None:
    file = folders / "ar.po"
    file.write_text(
        'msgid "Call %(number)s"\nmsgstr "اتصل"\n\n'
        'msgid "About this site"\nmsgstr "عن هذا الموقع"\n\n'
        'msgid "Nobody says this"\nmsgstr "لا أحد"\n\n'
        'msgctxt "needs.yaml food.name"\nmsgid "Meals"\nmsgstr "وجبات"\n\n'
        'msgctxt "needs.yaml food.summary"\nmsgid "Groceries, meals and money for food."\nmsgstr "طعام"\n',
        "utf-8",
    )
    result = run("import", "ar", file, "--resources", folders / "resources")
    assert result.exit_code == 1
    assert 'interface: "Call %(number)s": %(number)s is missing. Keep it as it is.' in result.output
    assert 'interface: "Nobody says this": the site has no such text.' in result.output
    assert 'needs.yaml food.name: "Meals": the English has changed. Export again.' in result.output
    assert "عن هذا الموقع" in (folders / "languages" / "ar.po").read_text("utf-8")


def test_what_a_native_speaker_has_read_is_kept(folders: Path) -> None:
    catalogue, twin = folders / "languages" / "ar.po", folders / "resources" / "needs.ar.yaml"
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"X-Reviewed-By: Amina\\n"\n'
    catalogue.write_text(f'{head}\nmsgid "About this site"\nmsgstr "قديم"\n', "utf-8")
    twin.write_text("reviewed_by: Amina\n# a remark\nfood:\n  name: قديم\n", "utf-8")
    file = folders / "ar.po"
    file.write_text(
        'msgid "About this site"\nmsgstr "جديد"\n\nmsgid "My plan"\nmsgstr "خطتي"\n\n'
        'msgctxt "needs.yaml food.name"\nmsgid "Food"\nmsgstr "جديد"\n',
        "utf-8",
    )
    result = run("import", "ar", file, "--resources", folders / "resources")
    assert result.exit_code == 0 and "2 kept" in result.output
    assert "قديم" in catalogue.read_text("utf-8") and "خطتي" in catalogue.read_text("utf-8")
    assert "قديم" in twin.read_text("utf-8")
    assert language("ar").reviewed_by == "Amina"
    assert run("check", "--help").exit_code == 2  # translate has two commands only
    assert CliRunner().invoke(main, ["check", "--resources", str(folders / "resources")]).exit_code == 0
    run("import", "ar", file, "--resources", folders / "resources", "--replace")
    assert "جديد" in catalogue.read_text("utf-8") and "X-Reviewed-By: Amina" in catalogue.read_text("utf-8")
    assert twin.read_text("utf-8") == "reviewed_by: Amina\n# a remark\nfood:\n  name: جديد\n"


@pytest.mark.parametrize(
    ("english", "told", "wrong"),
    [
        ("Call %(number)s", "Llame al %(number)s", 0),
        ("Call %(number)s", "Llame", 1),
        ("Call", "Llame al %(number)s", 1),
        ("%(a)s of %(b)s", "%(b)s: %(a)s", 0),
        ("within 10 days", "en 10 días", 0),
        ("within 10 days", "en diez días", 0),
        ("within ten days", "en 10 días", 1),
        ("within 10 days", "en 30 días", 1),
        ("Call 988", "Llame", 1),
        ("Call 988", "Llame al 998", 2),
        ("within 10 days", "خلال ١٠ أيام", 1),
        ("Call 1-800-772-1213 now", "Llame ahora al 1-800-772-1213", 0),
        ("at 100%", "al 100%", 0),
        ("all", "el 100%", 2),
        ("all", "<b>todo</b>", 1),
        ("all", "to\u202edo", 1),
        ("all", "", 0),
    ],
)
def test_places_and_numbers_stay(english: str, told: str, wrong: int) -> None:
    assert len(faults(english, told)) == wrong


def test_every_plural_form_is_wanted() -> None:
    arabic = language("ar")
    entry = Entry("", (), ("%(count)s day", "%(count)s days"))
    six = ("لا أيام", "يوم واحد", "يومان", "%(count)s أيام", "%(count)s يومًا", "%(count)s يوم")
    for forms, fine in ((six, True), (six[:3], False), ((*six[:3], "أيام", *six[4:]), False)):
        back = from_po(as_po([Entry("", (), entry.english, forms)], arabic))
        assert bool(sort_out([entry], back, arabic, False).sound) == fine


def test_a_table_holds_no_formula() -> None:
    told = language("vi")
    for text in ("=1+1", "+1", "-x", "@x", "'=x", "''=x", "'x", "\tx", "x"):
        table = as_csv([Entry("needs.yaml", ("a", "name"), (text,), (text,))], told)
        cells = table.decode("utf-8-sig").split("\r\n")[1].split(",")
        assert not any(cell.strip('"').startswith(("=", "+", "-", "@", "\t")) for cell in cells)
        assert [(item.english, item.forms) for item in from_csv(table)] == [(text, (text,))]


def test_a_twin_keeps_its_order_and_its_remarks() -> None:
    english = {
        "a": {"name": "A", "try": ["x", "y"]},
        "b": {"name": "B"},
        "c": {"name": "C", "synonyms": ["c"]},
    }
    before = '# head\n\n# about c\nc: {name: "ce"}   # kept\n# about a\na:\n  name: >-\n    long\n    text\n'
    data = load_text("x", "x", before.encode())[0].data
    new = {("a", "try", 1): "no: y", ("b", "name"): "- be", ("b", "hint"): "one\n\ntwo"}
    after = with_texts(before, data, english, new)
    assert after.startswith('# head\n\n# about c\nc: {name: "ce"}   # kept\n# about a\na:\n')
    assert load_text("x", "x", after.encode())[0].data == {
        "c": {"name": "ce"},
        "a": {"name": "long text", "try": [None, "no: y"]},
        "b": {"name": "- be", "hint": "one\n\ntwo"},
    }


def test_every_remark_stays_with_what_it_is_about() -> None:
    english = {
        "a": {"name": "A", "hint": "H"},
        "b": {"name": "B", "try": ["x", "y"], "more": [{"label": "L", "note": "N"}]},
        "c": {"name": "C"},
    }
    before = """# Français. The texts of a file.
b:  # about all of b
    # about the name
    name: >-  # folded
      one # no remark
      # nor this
    try: [ics, ypsilon]  # a list
    # about the rows
    more:
        # about the first row
        - label: "el # no remark"  # a label
          note: en
          # at the end of b
# about c
c:
  name: ce
# at the end
"""
    new = {("a", "name"): "ah", ("b", "try", 1): "i grec", ("b", "more", 0, "note"): "una\nnota"}
    data = load_text("x", "x", before.encode())[0].data
    after = with_texts(before, data, english, new)
    assert (
        after
        == """# Français. The texts of a file.
a:
  name: ah
b:  # about all of b
  # about the name
  name: "one # no remark # nor this"  # folded
  try:  # a list
    - ics
    - i grec
  # about the rows
  more:
    # about the first row
    - label: "el # no remark"  # a label
      note: |-
        una
        nota
      # at the end of b
# about c
c:
  name: ce
# at the end
"""
    )
    again = load_text("x", "x", after.encode())[0].data
    assert with_texts(after, again, english, new) == after


@pytest.mark.parametrize(
    "text", ["true", "No", "12", "1.5", "x: y", "x #y", "@x", '"x" y', "¿x?", "a\\b", "~", " x", "العربية: نص", "x:"]
)
def test_every_text_survives_yaml(text: str) -> None:
    after = with_texts("", None, {"a": {"name": "A"}}, {("a", "name"): text, ("a", "try", 1): text})
    assert load_text("x", "x", after.encode())[0].data == {"a": {"name": text, "try": [None, text]}}


def test_the_shipped_texts_in_spanish_keep_places_and_numbers() -> None:
    """Of messages and of the shared files; a service may name a number of its own for Spanish."""
    spanish = language("es")
    there = [*messages("es"), *data_texts(ROOT / "resources", "es")]
    told = [Entry(e.file, e.path, e.english) for e in there]
    back = from_po(as_po(there, spanish))
    assert sort_out(told, back, spanish, False).wrong == []
