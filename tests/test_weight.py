"""How much a page weighs until its first view, over the wire, compressed as hosts do; and what its files are called."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from lengths import some_of
from playwright.sync_api import Browser, Page
from squeezing import served, squeezed_bytes

from generators import languages
from generators.joined import CannotJoin, Words
from generators.joined.modules import in_order, joined, taken_apart
from generators.joined.styles import squeezed_styles, used_styles, without_idle_variables
from generators.joined.tokens import COMMENT, SPACE, NotJavaScript, squeezed, tokens
from generators.joined.words import in_pieces
from generators.pages.class_words import ADMONITION, class_words

SOURCES = ROOT / "docs/assets/handrail"
MODULES = sorted(path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.mjs"))
MOST_BYTES = 32 * 1024
MOST_REQUESTS = 6
MOST_OF_A_SERVICE = 5 * 1024  # of its HTML
KIND = re.compile(r'<body class="hr-page hr-kind-([\w-]+)"')
BROUGHT = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const brought = performance.getEntriesByType("resource").filter((one) => one.startTime <= page.loadEventEnd);
  const bytes = brought.reduce((sum, one) => sum + one.transferSize, page.transferSize);
  const icon = document.querySelector("link[rel=icon]").href; // no list in the browser names it
  return {requests: 2 + brought.length, bytes, icon};
}"""


@pytest.fixture(scope="module")
def squeezing(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def heaviest(site: Path) -> dict[tuple[str, str], str]:
    """The longest page of each kind and language; of prose, which is alike in all, in English and Spanish."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for path in sorted(site.rglob("index.html")):
        name = path.relative_to(site).parent.as_posix()
        text = path.read_text("utf-8")
        kind = KIND.search(text)
        assert kind, path
        first = name.split("/")[0]
        key = (kind[1], first if first in languages.KNOWN else "en")
        found[key] = max(found.get(key, (0, "")), (len(text), "" if name == "." else f"{name}/"))
    return {key: name for key, (_, name) in found.items() if key[0] != "prose" or key[1] in ("en", "es")}


def test_a_first_view_of_every_kind_of_page(browser: Browser, site: Path, squeezing: str) -> None:
    pages = heaviest(site)
    kinds = {"home", "need", "service", "more", "check", "plan", "search"}
    assert all({kind for kind, code in pages if code == told} >= kinds for told in languages.KNOWN)
    wrong = []
    codes = some_of(list(languages.KNOWN), "en", "es", "ar")  # Arabic, because its letters weigh the most
    for (kind, code), name in pages.items():
        if code not in codes:
            continue
        page = browser.new_page()
        page.goto(squeezing + name)
        page.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
        found = page.evaluate(BROUGHT)
        requests, taken = found["requests"], found["bytes"] + len(page.request.get(found["icon"]).body())
        page.close()
        if requests > MOST_REQUESTS or taken > MOST_BYTES:
            wrong.append(f"{kind} {code} /{name}: {taken} bytes in {requests} requests")
    assert not wrong, "\n".join(wrong)


def test_what_comes_later_is_not_part_of_the_first_view(browser: Browser, squeezing: str) -> None:
    context = browser.new_context(bypass_csp=True)  # `wait_for_function` evaluates text
    page = context.new_page()
    page.goto(f"{squeezing}check/")
    page.get_by_role("heading", name="What do you need help with?").wait_for()
    page.wait_for_function("performance.getEntriesByType('resource').some((one) => /screening/.test(one.name))")
    early = page.evaluate(
        "() => { const [page] = performance.getEntriesByType('navigation');"
        "return performance.getEntriesByType('resource').filter((one) => one.startTime <= page.loadEventEnd)"
        ".map((one) => one.name); }"
    )
    assert not [name for name in early if "screening" in name or "/check.en." in name]
    context.close()


def test_the_page_of_a_service_is_short(site: Path) -> None:
    """In every language."""
    pages = [path for path in site.rglob("services/*/index.html")]
    sizes = {path.parent.relative_to(site).as_posix(): len(squeezed_bytes(path)) for path in pages}
    assert sum(name.startswith("ar/") for name in sizes) == sum(name.startswith("services/") for name in sizes) > 100
    assert [f"{name}: {size}" for name, size in sorted(sizes.items()) if size > MOST_OF_A_SERVICE] == []


def test_a_short_page_says_what_a_first_reader_needs(site: Path) -> None:
    """Of a service of which there is much to say: whom to call, who can get it, how to apply and what to bring."""
    for code in ("", "es/", "ar/"):
        page = (site / code / "services/medicaid/index.html").read_text("utf-8")
        for part in ("who", "get", "apply", "states", "bring", "steps", "takes", "no", "good", "source"):
            assert f'<h2 id="{part}">' in page, part
        assert page.count('href="tel:') > 5 and page.count("/papers/#") == 8
        more = (site / code / "services/medicaid/more/index.html").read_text("utf-8")
        for part in re.findall(r'href="more/#([\w-]+)"', page):
            assert f'<h2 id="{part}">' in more, part
        assert "hr-rule" in more and "hr-rule" not in page


def test_a_service_with_little_to_say_has_one_page(site: Path) -> None:
    page = (site / "services/call-211/index.html").read_text("utf-8")
    assert "more/#" not in page and not (site / "services/call-211/more").exists()


def test_every_script_of_the_site_parses_and_is_named_after_its_content(phone: Page, site: Path) -> None:
    files = sorted((site / "assets/joined").iterdir())
    assert {path.suffix for path in files} == {".js", ".css"}
    for path in files:
        assert path.name.split(".")[-2] == hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    scripts = [
        re.sub(r"(?m)^(import|export)\{.*$", "", path.read_text("utf-8")) for path in files if path.suffix == ".js"
    ]
    assert phone.evaluate(
        "(texts) => texts.map((text) => { new Function('\"use strict\";' + text); return 1; }).length", scripts
    )


def test_every_script_and_style_sheet_of_the_site_is_used_by_a_page(site: Path) -> None:
    """Nothing of Material's scripts is copied along, and nothing of lunr's."""
    named: set[str] = set()
    for path in [*site.rglob("*.html"), *(site / "assets/joined").iterdir()]:
        named.update(re.findall(r"[\w.-]+\.(?:js|css)\b", path.read_text("utf-8")))
    endings = {".js", ".mjs", ".css", ".map", ".woff", ".woff2", ".wasm"}
    files = [path for path in site.rglob("*") if path.suffix in endings and path.is_file()]
    assert len(files) > 20
    assert [path for path in files if path.name not in named] == []
    assert [path for path in files if path.parent.name != "joined"] == []
    text = "\n".join(path.read_text("utf-8") for path in files)
    assert not any(
        word in text
        for word in ("lunr.Builder", "lunr.stemmerSupport", "fonts.googleapis", "api.github.com", "unpkg.com")
    )


def test_the_headers_let_browsers_keep_what_is_named_after_its_content(site: Path) -> None:
    text = (site / "_headers").read_text("utf-8")
    assert "/assets/joined/*\n  Cache-Control: public, max-age=31536000, immutable\n" in text
    assert "script-src 'self';" in text and "Referrer-Policy: no-referrer" in text


def test_no_page_loses_a_rule_of_its_own_classes(site: Path) -> None:
    """A class that stands in a page and in the sources' styles stands in the page's style sheet too."""
    named = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
    ruled = set(named.findall("".join(path.read_text("utf-8") for path in SOURCES.glob("*.css"))))
    sheets: dict[Path, set[str]] = {}
    own: dict[Path, set[str]] = {}
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        links = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
        assert len(links) == 1
        sheet = (path.parent / links[0]).resolve()
        sheets.setdefault(sheet, set(named.findall(sheet.read_text("utf-8"))))
        own.setdefault(sheet, set()).update(
            word for part in re.findall(r'class="([^"]*)"', text) for word in part.split()
        )
    handrail = set(named.findall((SOURCES / "handrail.css").read_text("utf-8")))
    for sheet, words in own.items():
        assert (words & handrail) - sheets[sheet] == set(), sheet.name
    assert ruled


def test_frames_of_notes_are_styled_only_where_markdown_has_one() -> None:
    assert not class_words("prose", [], "A page with no note.").names & ADMONITION
    assert class_words("prose", [], '!!! note "Read this"\n    A note.').names >= ADMONITION


# modules


@pytest.mark.parametrize("name", MODULES)
def test_squeezing_keeps_every_token(name: str) -> None:
    found = tokens((SOURCES / name).read_text("utf-8"))
    assert "".join(token.text for token in found) == (SOURCES / name).read_text("utf-8")
    solid = [token for token in found if token.kind not in (SPACE, COMMENT)]
    again = [token for token in tokens(squeezed(found)) if token.kind not in (SPACE, COMMENT)]
    assert again == solid


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("a = b // c\n/ d / e", "a=b\n/d/e"),
        ("return /[/]'\"`/g.test(x)", "return /[/]'\"`/g.test(x)"),
        ("x = `a ${ f({b: `}`}) } // no comment` ; y", "x=`a ${ f({b: `}`}) } // no comment`;y"),
        ("a + +b; a - -b; a++\n+b", "a+ +b;a- -b;a++\n+b"),
        ("const a = 1\nconst b = 2", "const a=1\nconst b=2"),
        ("1 .toFixed()", "1 .toFixed()"),
        ("'it\\'s // here' /* gone */ + \"/* here */\"", "'it\\'s // here'+\"/* here */\""),
    ],
)
def test_squeezed(source: str, result: str) -> None:
    assert squeezed(tokens(source)) == result


@pytest.mark.parametrize("source", ["x = `a ${ b ", "x = `abc", 'x = "abc'])
def test_text_without_an_end_is_refused(source: str) -> None:
    with pytest.raises(NotJavaScript, match="line 1"):
        tokens(source)


@pytest.mark.parametrize(
    "source",
    [
        "export let count = 0;",
        "export default function () {}",
        "export * from './b.mjs';",
        "import all from './b.mjs';",
        "import * as all from './b.mjs';",
        "import { a } from 'library';",
        "const later = import('./b.mjs');",
        "export const { a } = b;",
        "const $a = 1;",
    ],
)
def test_what_cannot_be_joined_soundly_is_refused(source: str) -> None:
    with pytest.raises(CannotJoin, match="a.mjs: "):
        taken_apart("a.mjs", source)


def test_a_ring_of_imports_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mjs").write_text('import { b } from "./b.mjs";\nexport const a = 1;\n')
    (tmp_path / "b.mjs").write_text('import { a } from "./a.mjs";\nexport const b = 1;\n')
    with pytest.raises(CannotJoin, match=re.escape("a.mjs -> b.mjs -> a.mjs")):
        in_order(tmp_path, ["a.mjs"])


def test_joined_modules_do_what_they_did(phone: Page, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.mjs").write_text(
        'import { one as first, twice } from "./deep/b.mjs";\nimport "./c.mjs";\n'
        'export { one } from "./deep/b.mjs";\nconst own = 5; // not the other own\n'
        "export function sum() {\n  return first + twice(own) + globalThis.c;\n}\nexport { own as five };\n"
    )
    (tmp_path / "deep/b.mjs").write_text(
        "const own = 7;\nexport const one = own;\nexport const twice = (x) => 2 * x;\nexport default one;\n"
    )
    (tmp_path / "c.mjs").write_text("globalThis.c = 100;\n")
    text = joined(tmp_path, ["a.mjs"], {})
    found = phone.evaluate(
        "(text) => import(URL.createObjectURL(new Blob([text], {type: 'text/javascript'})))"
        ".then((all) => [all.$a.sum(), all.$a.one, all.$a.five, Object.keys(all)])",
        text,
    )
    assert found == [117, 7, 5, ["$a", "$c", "$deep$b"]]


def test_a_later_file_takes_what_the_first_one_holds(tmp_path: Path) -> None:
    (tmp_path / "a.mjs").write_text('import { b } from "./b.mjs";\nexport const a = b;\n')
    (tmp_path / "b.mjs").write_text("export const b = 1;\n")
    text = joined(tmp_path, ["a.mjs"], {}, {"b.mjs": "./first.js"})
    assert text.startswith('import{$b}from"./first.js";') and "$b=(" not in text


def test_a_message_is_said_in_the_language_of_the_page() -> None:
    messages = {"Yes": "Sí", "Call %(number)s": "Llame al %(number)s", "It\u2019s": "Es"}
    source = 't("Yes") + t(\'Call %(number)s\', { number: n }) + x.t("Yes") + N_(\n  "It\\u2019s"\n) + "Yes"'
    result = in_pieces(tokens(source)).told(messages)
    assert result == 't("Sí")+t("Llame al %(number)s",{number:n})+x.t("Yes")+N_("It\\u2019s")+"Yes"'


# styles


def cut(css: str, names: str, elements: str = "a p") -> str:
    return used_styles(squeezed_styles(css), Words(frozenset(names.split()), frozenset(elements.split())))


def test_styles_keep_only_what_can_match() -> None:
    css = """
    /* gone */ .a, .b > p:not(.c) { color: red; content: "; } .a /*"; }
    @media print { .b { top: 0 } .a { top: 1px } }  @media screen { .b { top: 0 } }
    #d .a { top: 0 } [data-x] { top: 0 } nav { top: 0 } a:is(.z, .y)::before { top: 0 }
    """
    assert cut(css, "a d-") == ('.a{color:red;content:"; } .a /*"}@media print{.a{top:1px}}a:is(.z, .y)::before{top:0}')
    assert "#d-1" in cut("#d-1 { top: 0 }", "d-") and cut("#e { top: 0 }", "d-") == ""


def test_variables_that_nothing_reads_go() -> None:
    css = ':root{--a:url("data:;{");--b:1px;--c:var(--d);--d:2px}p{top:var(--b)}'
    assert without_idle_variables(css) == ":root{--b:1px;}p{top:var(--b)}"
