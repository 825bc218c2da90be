"""The look over a finished site finds what a visitor would stumble over."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generators.pipeline import gather
from generators.verify import site_problems, whole_problems

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


def write(site: Path, name: str, body: str) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<html><head>{POLICY}</head><body>{body}</body></html>", "utf-8")


def test_a_sound_site_has_no_problems(tmp_path: Path) -> None:
    write(tmp_path, "index.html", '<a href="a/">A</a> <a href="a/#x">x</a> <a href="tel:211">211</a>')
    write(tmp_path, "a/index.html", '<h1 id="x">A</h1><a href="../">Home</a><a href="../a/#q=rent">state</a>')
    assert site_problems(tmp_path) == []


def test_every_kind_of_fault_is_named(tmp_path: Path) -> None:
    write(
        tmp_path,
        "index.html",
        '<a href="b/">B</a><a href="/a/">A</a><a href="#none">n</a><a href="javascript:x">j</a>'
        '<img src="https://example.org/x.png"><script>1</script><p onclick="x" id="i"></p><p id="i"></p>',
    )
    (tmp_path / "bare.html").write_text("<html></html>", "utf-8")
    (tmp_path / "a.css").write_text("@import 'https://example.org/x.css'; a{background:url(none.png)}", "utf-8")
    assert site_problems(tmp_path) == [
        "bare.html: no Content-Security-Policy",
        "index.html: a script stands inside the page",
        "index.html: `onclick` runs a script inside the page",
        'index.html: the id "i" stands twice',
        "index.html: b/ leads nowhere",
        "index.html: /a/ starts with a slash: it breaks under a sub-path",
        "index.html: #none: no such place on that page",
        "index.html: javascript:x is no kind of link we allow",
        "index.html: https://example.org/x.png is asked of another origin",
        "a.css: none.png leads nowhere",
        "a.css: https://example.org/x.css is asked of another origin",
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<link rel="preconnect" href="//example.org">',
        '<link rel="dns-prefetch canonical" href="https://example.org">',
        "<img src=https://example.org/x.png>",
        '<img alt="a > b" srcset="https://example.org/x.png 2x">',
        '<picture><source srcset="//example.org/x.webp"></picture>',
        '<video poster="https://example.org/x.png"></video>',
        '<svg><use xlink:href="https://example.org/x.svg#a"></use></svg>',
        '<svg><image href="https://example.org/x.png"/></svg>',
        '<form action="https://example.org/"></form>',
        '<a ping="https://example.org/" href="#x" id="x">x</a>',
        '<object data="https://example.org/"></object>',
        "<iframe\n  src='&#104;ttps://example.org/'></iframe>",
        '<p style="background:url(https://example.org/x.png)">x</p>',
        '<p style="background:\\75rl(//example.org/x.png)">x</p>',
        "<style>@import '//example.org/x.css';</style>",
        "<STYLE>@import '//example.org/x.css';</STYLE>",
        "<IMG SRC=https://example.org/x.png>",
        '<p\ntitle="x"><img src="https://example.org/x.png">',
        '<img src="\\\\example.org/x.png">',
    ],
)
def test_no_way_to_another_origin_is_missed(body: str, tmp_path: Path) -> None:
    write(tmp_path, "index.html", body)
    assert any("another origin" in problem for problem in site_problems(tmp_path)), site_problems(tmp_path)


@pytest.mark.parametrize(
    "policy",
    [
        "default-src *",
        "default-src 'none'; script-src 'self' 'unsafe-inline'",
        "default-src 'none'; script-src https://cdn.example.org",
        "default-src 'none'; connect-src https:",
        "script-src 'self'",
    ],
)
def test_a_policy_that_leaves_a_door_open_is_named(policy: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f'<meta http-equiv="Content-Security-Policy" content="{policy}">', "utf-8")
    assert [p for p in site_problems(tmp_path) if p.startswith("index.html: its Content-Security-Policy")]


def test_unchanged_pages_are_read_again_where_what_they_point_to_is_gone(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for site in (old, new):
        write(site, "index.html", '<a href="a/">A</a> <a href="b/#x">B</a> <a href="b/#y">B</a>')
        write(site, "a/index.html", "<p>A</p>")
    write(old, "b/index.html", '<p id="x"></p><p id="y"></p>')
    write(new, "b/index.html", '<p id="y"></p>')
    unchanged = {"index.html", "a/index.html"}
    assert site_problems(new, unchanged, old) == ["index.html: b/#x: no such place on that page"]
    (new / "a/index.html").unlink()
    assert site_problems(new, unchanged, old)[0] == "index.html: a/ leads nowhere"


def test_a_site_that_is_not_whole_is_named(small: Path, today: datetime.date) -> None:
    records, _ = gather(small, today)
    assert records is not None
    pages = {
        f"{base}{folder}/{id_}/index.html": 1000
        for base in ("", "es/")
        for folder, ids in (
            ("services", records.services),
            ("needs", records.needs),
            ("organizations", records.organizations),
        )
        for id_ in ids
    }
    old = Path("site")
    assert list(whole_problems(records, pages, 0, False, old)) == []
    assert list(whole_problems(records, pages, len(pages), False, old)) == []
    too_large = {**pages, "index.html": 1_000_001, "plan.json": 26_214_401}
    found = list(whole_problems(records, too_large, 100, False, old))
    assert "only 13 pages, where the site in site has 100" in found[0] and "--fewer-pages" in found[0]
    assert found[1].startswith("index.html: 1,000,001 bytes") and found[2].startswith("plan.json: 26,214,401 bytes")
    assert len(list(whole_problems(records, too_large, 100, True, old))) == 2
    del pages["es/services/pantry/index.html"]
    assert list(whole_problems(records, pages, 0, False, old)) == [
        'es/services/pantry/index.html: this page is missing, and the data has a service "pantry".'
    ]
