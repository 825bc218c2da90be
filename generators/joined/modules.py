"""One file of many ES modules: each keeps a scope of its own, and what it exports has one name in the file.

`import {a} from "./b.mjs"` becomes `const{a}=$b`. So a module must stand after those that it imports, and what it
exports must never be given another value: a ring of imports, `export let` and the like are refused.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from .tokens import COMMENT, SIGN, SPACE, TEXT, WORD, NotJavaScript, Token, tokens
from .words import Body, in_pieces

TOLD = "told.mjs"  # holds the words of a page
AT_ONCE = "//# allFunctionsCalledOnLoad"  # first line of an entry: browsers that know it prepare its functions beside
DEEPER = {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}


class CannotJoin(ValueError):
    """The message names the module."""


@dataclass(frozen=True)
class Module:
    """What one source says, taken apart."""

    name: str  # plan/element.mjs
    imports: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # module, (exported name, name here)
    exports: tuple[tuple[str, str], ...]  # exported name, what stands for it
    body: Body  # everything else
    is_at_once: bool = False  # it begins with AT_ONCE, and so does a joined file with it as an entry

    @cached_property
    def text(self) -> str:
        """The body as it goes out in English."""
        return self.body.told({})


def joined(
    folder: Path,
    entries: Iterable[str],
    messages: Mapping[str, str],
    held: Mapping[str, str] | None = None,
    words: str = "",
) -> str:
    """One ES module that does what `entries` do, in their order, and exports every module's exports by `handle`.

    It says its words in the language of `messages` (English -> translation). Modules `held` by another joined file are
    taken from there: by name, the relative address of the file. `words`, JSON, is told to TOLD before any other module
    can say a word.
    """
    held = held or {}
    entries = tuple(entries)
    names = in_order(folder, entries)
    own = [name for name in names if name not in held]
    modules = [read(folder, name) for name in own]
    telling = f"{handle(TOLD)}.tell({words});" if words else ""
    taken: dict[str, list[str]] = {}
    for name in sorted({of for module in modules for of, _ in module.imports} | ({TOLD} if words else set())):
        if name in held:
            taken.setdefault(held[name], []).append(handle(name))
    head = [AT_ONCE] if any(read(folder, name).is_at_once for name in entries) else []
    head += [f'import{{{",".join(names)}}}from"{holder}";' for holder, names in taken.items()]
    if telling and TOLD in held:
        head.append(telling)
    parts = (f"{_wrapped(module, messages)}{telling if module.name == TOLD else ''}" for module in modules)
    return "\n".join([*head, *parts, f"export{{{','.join(handle(name) for name in own)}}};\n"])


def handle(name: str) -> str:
    """The name of a module in the joined file: plan/element.mjs -> $plan$element."""
    return "$" + name.removesuffix(".mjs").replace("/", "$").replace("-", "_")


def in_order(folder: Path, entries: Iterable[str]) -> list[str]:
    """The modules that `entries` need, each after those that it imports."""
    done: list[str] = []
    for entry in entries:
        _visit(folder, entry, (), done)
    return done


def _visit(folder: Path, name: str, above: tuple[str, ...], done: list[str]) -> None:
    if name in above:
        ring = " -> ".join([*above[above.index(name) :], name])
        raise CannotJoin(
            f"these modules import each other in a ring: {ring}. Move what they share to a module of its own."
        )
    if name not in done:
        for other, _ in read(folder, name).imports:
            _visit(folder, other, (*above, name), done)
        done.append(name)


def read(folder: Path, name: str) -> Module:
    """A module of the folder; it is read again when its file has changed."""
    path = folder / name
    if not path.is_file():
        raise CannotJoin(f"there is no module {name}.")
    return _read(path, name, path.stat().st_mtime_ns)


@cache
def _read(path: Path, name: str, changed: int) -> Module:
    try:
        return taken_apart(name, path.read_text("utf-8"))
    except NotJavaScript as error:
        raise CannotJoin(f"{name}, {error}") from error


def taken_apart(name: str, source: str) -> Module:
    """The imports, the exports and the rest of a module."""
    found = [token for token in tokens(source) if token.kind != COMMENT]
    imports: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    exports: list[tuple[str, str]] = []
    body: list[Token] = []
    place = depth = 0
    while place < len(found):
        token = found[place]
        kind, text = token
        if kind == WORD:
            if text[0] == "$" and text != "$":
                raise CannotJoin(f"{name}: {text} begins with $, which is kept for the names of modules.")
            if depth == 0 and text == "import":
                place = _import(name, found, place, imports)
                continue
            if depth == 0 and text == "export":
                place = _export(name, found, place, imports, exports, body)
                continue
            if text == "import" and not _is_property(found, place):
                raise CannotJoin(f"{name}: import() and import.meta are not joined.")
        elif kind == SIGN:
            depth += DEEPER.get(text, 0)
        body.append(token)
        place += 1
    return Module(name, tuple(imports), tuple(exports), in_pieces(body), source.startswith(AT_ONCE))


Imports = list[tuple[str, tuple[tuple[str, str], ...]]]


def _import(name: str, found: list[Token], start: int, imports: Imports) -> int:
    """Notes `import "x"` and `import {a, b as c} from "x"`; returns the place after it."""
    words = list(_statement(found, start + 1))
    texts = [token.text for _, token in words]
    if len(words) >= 1 and words[0][1].kind == TEXT:
        pairs: tuple[tuple[str, str], ...] = ()
        used = 1
    elif texts[:1] == ["{"] and "}" in texts and texts[texts.index("}") + 1 : texts.index("}") + 2] == ["from"]:
        close = texts.index("}")
        pairs = _pairs(name, texts[1:close])
        used = close + 3
    else:
        raise CannotJoin(f'{name}: only `import {{a, b as c}} from "./x.mjs"` and `import "./x.mjs"` are joined.')
    imports.append((_other(name, texts[used - 1]), pairs))
    return _after(found, words[used - 1][0])


def _export(
    name: str, found: list[Token], start: int, imports: Imports, exports: list[tuple[str, str]], body: list[Token]
) -> int:
    """Notes what is exported; a declaration stays in the body. Returns the place to go on from."""
    words = list(_statement(found, start + 1))
    texts = [token.text for _, token in words]
    if texts[:1] == ["{"]:
        close = texts.index("}")
        pairs = _pairs(name, texts[1:close])
        if texts[close + 1 : close + 2] == ["from"]:
            other = _other(name, texts[close + 2])
            imports.append((other, ()))
            exports += [(new, f"{handle(other)}.{old}") for old, new in pairs]
            return _after(found, words[close + 2][0])
        exports += [(new, old) for old, new in pairs]
        return _after(found, words[close][0])
    if texts[:1] == ["default"] and texts[2:3] == [";"]:
        return words[2][0] + 1  # of a library that also exports by name; nobody imports a default here
    if texts[:1] in (["function"], ["class"], ["const"]) or texts[:2] == ["async", "function"]:
        named = texts[2] if texts[0] == "async" else texts[1]
        if named in ("*", "{", "["):
            raise CannotJoin(f"{name}: `export {texts[0]} {named}` is not joined. Give what is exported a name.")
        exports.append((named, named))
        return words[0][0]
    raise CannotJoin(f"{name}: `export {' '.join(texts[:2])}` is not joined. Export functions and constants by name.")


def _statement(found: list[Token], start: int) -> Iterator[tuple[int, Token]]:
    """The tokens from a place on that are not space, with their places: as many as an import may take."""
    count = 0
    for place in range(start, len(found)):
        if found[place].kind != SPACE:
            yield place, found[place]
            count += 1
            if count == 200:
                return


def _after(found: list[Token], place: int) -> int:
    """Past the semicolon that may follow."""
    following = place + 1
    while following < len(found) and found[following].kind == SPACE:
        following += 1
    has_end = following < len(found) and found[following].text == ";"
    return following + 1 if has_end else place + 1


def _pairs(name: str, texts: list[str]) -> tuple[tuple[str, str], ...]:
    """`a, b as c` -> (a, a), (b, c)."""
    pairs = []
    for part in re.split(r"\s*,\s*", " ".join(texts).strip().rstrip(",").strip()):
        words = part.split()
        if len(words) not in (1, 3) or "default" in words:
            raise CannotJoin(f"{name}: `{part}` is not joined.")
        pairs.append((words[0], words[-1]))
    return tuple(pairs)


def _other(name: str, text: str) -> str:
    """The module that a relative address means."""
    address = text[1:-1]
    if not address.startswith("."):
        raise CannotJoin(f"{name}: {address} is not one of our modules.")
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


def _is_property(found: list[Token], place: int) -> bool:
    return place > 0 and found[place - 1].text == "."


def _wrapped(module: Module, messages: Mapping[str, str]) -> str:
    """A module as a constant whose value is what it exports."""
    taken = "".join(
        f"const{{{','.join(old if old == new else f'{old}:{new}' for old, new in pairs)}}}={handle(other)};"
        for other, pairs in module.imports
        if pairs
    )
    given = ",".join(new if new == here else f"{new}:{here}" for new, here in module.exports)
    body = module.body.told(messages) if messages else module.text
    return f"const {handle(module.name)}=(()=>{{{taken}{body}\nreturn{{{given}}}}})();"
