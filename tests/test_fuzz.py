"""Broken files of every kind: never a traceback, never a hang, and each report says `path:line`.

`HANDRAIL_LONG=1` takes 20,000 files.
"""

from __future__ import annotations

import datetime
import os
import re
import signal
import traceback
import types
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from lengths import so_many

from generators.examples import rule_problems
from generators.load import load_text
from generators.problems import Problem, report
from generators.validate import validate

COUNT = so_many(500, 20_000)
SECONDS = 20  # far more than any file may take
LINE = re.compile(r"^\S+\.yaml:\d+: \S")
VALUES = (
    ["null", "~", "true", "yes", "0", "-1", "1.5", "1e999", ".nan", "[]", "{}", '""', "[[]]", "{a: {b: c}}", "[null]"]
    + ["2026-02-31", "9" * 400, "!!python/object/apply:os.system [ls]", "*a", "&a x", "<<", "=", "0x1F", "{{ 7*7 }}"]
    + ["|", ">", "? x", "- x", "@x", "`x`", "%x", "'", '"', "\\", "../../etc/passwd", "__proto__", "constructor"]
    + ["<script>alert(1)</script>", "javascript:alert(1)", "\u202egnp", "\u0000", "\ud7ff", "😀" * 50, "http://[::1"]
)


def flip(random: Random, content: bytes) -> bytes:
    found = bytearray(content)
    for _ in range(random.randint(1, 12)):
        found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def cut(random: Random, content: bytes) -> bytes:
    return content[: random.randrange(len(content))]


def slice_out(random: Random, content: bytes) -> bytes:
    start = random.randrange(len(content))
    return content[:start] + content[start + random.randint(1, 60) :]


def swap_lines(random: Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    for _ in range(random.randint(1, 3)):
        a, b = random.randrange(len(lines)), random.randrange(len(lines))
        lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def double_line(random: Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    lines.insert(random.randrange(len(lines)), random.choice(lines))
    return b"\n".join(lines)


def move_in(random: Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    index = random.randrange(len(lines))
    by = random.choice([b" ", b"  ", b"    ", b"\t", b"- ", b"? ", b": "])
    lines[index] = by + lines[index] if random.random() < 0.7 else lines[index].lstrip()
    return b"\n".join(lines)


def other_value(random: Random, content: bytes) -> bytes:
    """A value of another type, or a hostile one."""
    lines = content.split(b"\n")
    places = [index for index, line in enumerate(lines) if b":" in line]
    if not places:
        return content
    index = random.choice(places)
    key = lines[index].partition(b":")[0]
    lines[index] = key + b": " + random.choice(VALUES).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def other_name(random: Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    index = random.randrange(len(lines))
    value = lines[index].partition(b":")[2]
    lines[index] = random.choice(VALUES).encode("utf-8", "surrogatepass") + b":" + value
    return b"\n".join(lines)


def deeper(random: Random, content: bytes) -> bytes:
    depth = random.choice([5, 29, 31, 200, 20_000])
    opened, closed = random.choice([(b"[", b"]"), (b"{a: ", b"}"), (b"- ", b"")])
    nest = opened * depth + b"x" + closed * depth
    return other_value(random, content).replace(b": ", b": " + nest, 1) if random.random() < 0.5 else nest


def anchors(random: Random, content: bytes) -> bytes:
    bomb = b"\n".join(b"a%d: &a%d [*a%d, *a%d]" % (i, i, max(i - 1, 0), max(i - 1, 0)) for i in range(30))
    return content + b"\n" + bomb if random.random() < 0.5 else content.replace(b": ", b": &a ", 1) + b"\nb: *a\n"


def huge(random: Random, content: bytes) -> bytes:
    size = random.choice([2_000, 80_000, 999_000, 1_100_000, 10_000_000])
    lines = content.split(b"\n")
    lines.insert(
        random.randrange(len(lines)), b"summary: " + random.choice([b"x", b"x ", b"# ", b"a:", b"[", b"%"]) * size
    )
    return b"\n".join(lines)[: size + len(content)]


def other_coding(random: Random, content: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(random.choice(["utf-16", "utf-32", "utf-16-le", "latin-1", "cp1252"]), "replace")


def splice(random: Random, content: bytes) -> bytes:
    a, b = sorted((random.randrange(len(content)), random.randrange(len(content))))
    at = random.randrange(len(content))
    return content[:at] + content[a:b] + content[at:]


# Most of the time small mistakes, now and then a monster.
MISTAKES: list[tuple[Callable[[Random, bytes], bytes], int]] = [
    (flip, 20),
    (cut, 10),
    (slice_out, 12),
    (swap_lines, 12),
    (double_line, 6),
    (move_in, 14),
    (other_value, 30),
    (other_name, 8),
    (deeper, 3),
    (anchors, 2),
    (huge, 1),
    (other_coding, 2),
    (splice, 8),
]


class Hangs(Exception):
    pass


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    def stop(_: int, __: types.FrameType | None) -> None:
        raise Hangs

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)  # of the processor: waiting for others is no hang
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


MORE = {
    "us/pa/area.yaml": "name: Made-up State\nlevel: state\nstuck: [helpline]\n",
    "us/pa/doorways.yaml": """food-stamps:
  name: Made-up Card
  url: "https://example.org/"
  phone: "412-555-0125"
  sourced: {from: "https://example.org/", as_of: "2026-01"}
""",
    "barriers.yaml": """ride:
  name: No ride
  try: [Ask if they can do it by phone.]
  services: [helpline]
""",
    "presets.yaml": """new-mother:
  name: A new baby
  summary: For a mother in the first months after a birth.
  needs: [food]
  services: [helpline, pantry]
  first: [Call the helpline.]
  sources: [{from: "https://example.org/", as_of: "2026-01"}]
""",
    "letters.yaml": """food-stamps:
  name: Made-up Food Stamps
  services: [food-stamps]
  last_days:
    - {label: Last day to ask, days: 90}
    - {label: Last day to keep it, days: 10, keeps: true, note: Ask before that day.}
  reasons: [Did they get every paper?]
  helpers: [helpline]
  letter: ["I do not agree with your notice dated %(date)s.", "Here is why: %(what)s"]
  sources: [{from: "https://example.org/", as_of: "2026-01"}]
""",
}


def originals(small: Path) -> dict[str, bytes]:
    """The files of the small site, and one of each kind that it lacks."""
    files = {path.relative_to(small).as_posix(): path.read_bytes() for path in sorted(small.rglob("*.yaml"))}
    return {**files, **{name: text.encode() for name, text in MORE.items()}}


def test_the_unbroken_files_are_sound(small: Path, today: datetime.date) -> None:
    sources = [load_text(f"r/{name}", name, content)[0] for name, content in originals(small).items()]
    records, problems = validate([source for source in sources if source is not None], today, "r")
    assert records is not None, report(problems)
    assert [str(problem) for problem in rule_problems(records, "r")] == []


@pytest.mark.parametrize("part", range(4))
def test_no_broken_file_breaks_us(part: int, small: Path, today: datetime.date) -> None:
    files = originals(small)
    sources = {name: load_text(f"r/{name}", name, content)[0] for name, content in files.items()}
    counts: Counter[str] = Counter()
    broken: list[str] = []
    for number in range(part, COUNT, 4):
        name, content = mistaken(number, files)
        try:
            with at_most(SECONDS):
                counts[outcome(name, content, sources, today)] += 1
        except Hangs:
            broken.append(f"file {number} ({name}) hangs")
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            broken.append(f"file {number} ({name}): {type(error).__name__}: {str(error)[:300]} {where}")
        if len(broken) > 20:
            break
    if told := os.environ.get("HANDRAIL_FUZZ_COUNTS"):
        with open(told, "a", encoding="utf-8") as file:
            file.write(f"part {part}: {dict(counts)}\n")
    assert broken == []
    assert counts["refused"] > counts["taken"] / 4


def mistaken(number: int, files: dict[str, bytes]) -> tuple[str, bytes]:
    """The file of this number: the same in every run."""
    random = Random(number)
    name = random.choice(sorted(files))
    content = files[name]
    for make, _ in random.choices(MISTAKES, [weight for _, weight in MISTAKES], k=random.choice([1, 1, 1, 2, 3])):
        content = make(random, content) or b"x"
    return name, content


def outcome(name: str, content: bytes, sources: dict[str, object], today: datetime.date) -> str:
    """Refused with a report, or taken."""
    source, problems = load_text(f"r/{name}", name, content)
    if source is None:
        assert problems
        return checked(problems)
    others = [other for key, other in sources.items() if key != name and other is not None]
    records, found = validate([*others, source], today, "r")  # type: ignore[list-item]
    if records is not None:
        found = [*found, *rule_problems(records, "r")]
    return checked(found)


def checked(problems: list[Problem]) -> str:
    for problem in problems:
        assert LINE.match(str(problem)), str(problem)[:300]
        assert len(str(problem)) < 4000, str(problem)[:300]
        assert "Traceback" not in problem.text and "pydantic" not in problem.text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", problem.text), str(problem)
    return "refused" if any(not problem.reminder for problem in problems) else "taken"
