"""The look over a finished site finds what a visitor would stumble over."""

from __future__ import annotations

from pathlib import Path

from generators.linkcheck import site_problems

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
    (tmp_path / "a.css").write_text("@import 'https://example.org/x.css';", "utf-8")
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
        "a.css: asks another origin for something",
    ]
