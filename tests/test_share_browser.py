"""The plan as a link: made, sent, scanned, opened elsewhere; and links that are damaged, old or hostile."""

from __future__ import annotations

import base64
import subprocess
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import zxingcpp
from axe import violations
from conftest import PHONE, watched_page
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from test_state import stored

FIVE = ["snap", "wic", "medicaid", "liheap", "head-start"]
PRIVATE = "support-line"
PLAN = {
    "services": FIVE,
    "since": "2026-11-21",
    "review": "2026-12-20",
    "done": {"snap/0": True, "paper/photo-id": True},
    "owners": {"snap/1": "helper", "wic/0": "me"},
    "due": {"snap/1": "2026-12-01"},
    "status": {"snap": "waiting"},
    "goal": "Nobody reads this goal",
    "team": [{"role": "nurse", "name": "Nobody reads this name"}],
    "log": [{"day": "2026-11-20", "id": "snap", "who": "Nobody", "said": "Nobody reads this"}],
}
FACTS = {
    "place": {"state": "OH", "zip": "44101"},
    "people": [{"id": "p1", "relation": "self", "age": 31}],
    "savings": 300,
}
KEPT = ("services", "since", "review", "done", "owners", "due", "status")


@pytest.fixture
def other(browser: Browser) -> Iterator[Page]:
    """Another phone, watched like the first."""
    yield from watched_page(browser.new_context(viewport=PHONE, locale="en-US"))


def put(page: Page, state: dict[str, Any]) -> None:
    page.evaluate(
        'state => import(document.querySelector("script[src*=joined]").src.replace(/joined.*/, "handrail/state.mjs"))'
        ".then((s) => s.write(state))",
        state,
    )


def state_of(page: Page) -> Any:
    return page.evaluate(
        'import(document.querySelector("script[src*=joined]").src.replace(/joined.*/, "handrail/state.mjs"))'
        ".then((s) => s.read())"
    )


@pytest.fixture
def filled(phone: Page, site_url: str) -> Callable[..., Page]:
    """The plan of five services in a language, with the panel open."""

    def open_filled(base: str = "", **state: Any) -> Page:
        phone.goto(f"{site_url}{base}plan/")
        put(phone, {"plan": PLAN, **state})
        phone.locator("[data-key=keep-open]").click()
        phone.locator(".share > summary").click()
        return phone

    return open_filled


def make(page: Page) -> str:
    """The address of the link that the panel makes."""
    page.locator("[data-key=share-make]").click()
    page.locator(".share-made").wait_for()
    return page.locator("#share-link").input_value()


def opened(page: Page, link: str) -> Page:
    page.goto("about:blank")
    page.goto(link)
    page.locator(".share-arrived .hr-notice").wait_for()
    assert "#" not in page.url
    return page


def plan_without_names(page: Page) -> dict[str, Any]:
    plan = state_of(page)["plan"]
    return {key: plan[key] for key in KEPT}


# Made and opened


@pytest.mark.parametrize("base", ["", "es/"])
def test_a_link_opens_the_same_plan_on_another_phone(
    filled: Callable[..., Page], other: Page, site_url: str, base: str
) -> None:
    page = filled(base, facts=FACTS, needs=["food"])
    link = make(page)
    assert link.startswith(f"{site_url}{base}plan/#p1/2611/s:snap") and len(link) < 300
    assert "Nobody" not in link and "44101" not in link
    opened(other, link)
    expect(other.locator(".plan-name")).to_have_text(page.locator(".plan-name").all_inner_texts())
    assert plan_without_names(other) == plan_without_names(page)
    assert (state_of(other)["facts"], state_of(other)["plan"]["goal"]) == ({}, "")
    other.reload()  # it is this tab's plan now
    expect(other.locator(".plan-name")).to_have_count(5)


def test_days_of_letters_go_along_when_they_are_asked_for(filled: Callable[..., Page], other: Page) -> None:
    own = {"snap/interview": "2026-12-03", "snap/letter": "2026-11-18", "paper/photo-id": "2029-05-31"}
    page = filled(plan={**PLAN, "due": {**PLAN["due"], **own}})
    plain = make(page)
    assert "/plan/#p1/" in plain
    page.get_by_label("The days from my letters and cards too").check()
    link = make(page)
    assert "/plan/#p2/" in link and len(link) < 300
    opened(other, link)
    assert plan_without_names(other) == plan_without_names(page)
    opened(other, plain)
    other.get_by_role("button", name="Open the plan of the link").click()
    assert state_of(other)["plan"]["due"] == PLAN["due"]


def test_a_plan_without_days_of_letters_does_not_ask_for_them(filled: Callable[..., Page]) -> None:
    assert filled().locator("#share-days").count() == 0


def test_a_link_of_before_still_opens(other: Page, site_url: str) -> None:
    """As it was made in the first year, to the letter."""
    opened(other, f"{site_url}plan/#p1/2611/s:snap.0x.1b-1y6.v74.sb,wic/b:1xw/r:1yp/azi4")
    plan = state_of(other)["plan"]
    assert (plan["services"], plan["status"], plan["since"]) == (["snap", "wic"], {"snap": "waiting"}, "2026-11-21")


def test_answers_go_along_when_they_are_asked_for(filled: Callable[..., Page], other: Page) -> None:
    page = filled(facts=FACTS, needs=["food", "safety"])
    page.get_by_label("These, and the answers about my home").check()
    link = make(page)
    assert "#" in link and "44101" in link
    opened(other, link)
    assert (state_of(other)["facts"], state_of(other)["needs"]) == (FACTS, ["food"])


def test_the_other_language_can_be_chosen(filled: Callable[..., Page], other: Page, site_url: str) -> None:
    page = filled()
    page.get_by_label("Language of the page that opens").select_option("Español")
    link = make(page)
    assert link.startswith(f"{site_url}es/plan/#p1/")
    opened(other, link)
    expect(other.locator("h2", has_text="Paso a paso")).to_be_visible()


def test_private_services_stay_out_unless_chosen(filled: Callable[..., Page], other: Page) -> None:
    page = filled(plan={**PLAN, "services": [*FIVE, PRIVATE]})
    link = make(page)
    assert PRIVATE not in link
    expect(page.get_by_text("1 private service is left out of the link.")).to_be_visible()
    page.get_by_label("Private parts too").check()
    link = make(page)
    assert PRIVATE in link
    opened(other, link)
    expect(other.locator(".share-arrived")).to_contain_text("private parts")
    expect(other.locator(".plan-name")).to_have_count(6)
    assert other.evaluate("() => sessionStorage.length") == 0


def test_a_passphrase_closes_and_opens(filled: Callable[..., Page], other: Page) -> None:
    page = filled()
    page.get_by_label("Passphrase").fill("short")
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_role("alert")).to_contain_text("at least 8 letters")
    page.get_by_label("Passphrase").fill("blue bird two rivers")
    link = make(page)
    assert "snap" not in link and "blue" not in link
    opened(other, link)
    expect(other.locator(".plan-empty")).to_be_visible()
    other.get_by_label("This link needs a passphrase").fill("blue bird")
    other.get_by_role("button", name="Open", exact=True).click()
    expect(other.get_by_text("That is not the passphrase")).to_be_visible()
    other.get_by_label("This link needs a passphrase").fill(" blue bird two rivers")
    other.get_by_role("button", name="Open", exact=True).click()
    expect(other.locator(".plan-name")).to_have_count(5)
    assert plan_without_names(other) == plan_without_names(page)


def test_without_https_a_passphrase_is_explained(filled: Callable[..., Page], phone: Page, other: Page) -> None:
    page = filled()
    page.get_by_label("Passphrase").fill("blue bird two rivers")
    link = make(page)
    other.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    opened(other, link)
    expect(other.get_by_role("alert")).to_contain_text("https")
    put(other, {"plan": PLAN})
    other.locator("[data-key=keep-open]").click()
    other.locator(".share > summary").click()
    expect(other.locator(".share")).to_contain_text("only on an address that begins with https")
    assert "#p1/" in make(other)


def test_a_note_is_shown_as_the_senders_own(filled: Callable[..., Page], other: Page) -> None:
    page = filled()
    page.get_by_label("A short note from you").fill("Call me <b>after</b> the visit")
    opened(other, make(page))
    note = other.locator(".share-note")
    expect(note.locator("blockquote")).to_have_text("Call me <b>after</b> the visit")
    expect(note).to_contain_text("not the words of this site")
    note.get_by_role("button", name="Remove the note").click()
    expect(note).to_have_count(0)
    assert stored(other)["state"]["plan"]["note"] == ""


def test_a_link_marked_as_old_says_so_and_still_opens(filled: Callable[..., Page], other: Page) -> None:
    page = filled()
    page.get_by_label("Mark it as old after this day").fill("2021-05-31")
    expect(page.locator(".share")).to_contain_text("A link cannot be made to end.")
    opened(other, make(page))
    first = other.locator(".share-arrived p").first
    expect(first).to_contain_text("This link is old: it was marked as good until May 31, 2021.")
    expect(other.locator(".plan-name")).to_have_count(5)


def test_messages_hold_the_link_and_nothing_else(filled: Callable[..., Page]) -> None:
    page = filled()
    link = make(page)
    assert unquote(page.locator("[data-key=share-sms]").get_attribute("href") or "") == f"sms:?&body={link}"
    assert (
        unquote(page.locator("[data-key=share-mail]").get_attribute("href") or "")
        == f"mailto:?subject=A link&body={link}"
    )


def test_copying_and_sharing(filled: Callable[..., Page], phone: Page) -> None:
    phone.add_init_script("navigator.share = (given) => { window.given = given; return Promise.resolve(); }")
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = filled()
    link = make(page)
    expect(page.get_by_role("button", name="Copy the link")).to_be_focused()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.get_by_role("button", name="Share", exact=True).click()
    assert page.evaluate("window.given") == {"url": link}


def test_a_link_is_forgotten_when_the_plan_changes(filled: Callable[..., Page]) -> None:
    page = filled()
    page.get_by_label("A short note from you").fill("Call me")
    make(page)
    page.locator(".plan-week").get_by_role("checkbox").first.click()
    expect(page.get_by_text("Your plan has changed. Make the link again.")).to_be_visible()
    expect(page.locator(".share-qr")).to_have_count(0)
    expect(page.get_by_label("A short note from you")).to_have_value("Call me")
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Yes, clear everything").click()
    put(page, {"plan": PLAN})
    page.locator("[data-key=keep-open]").click()
    page.locator(".share > summary").click()
    expect(page.get_by_label("A short note from you")).to_have_value("")


# Two plans in one tab


def test_a_tab_with_a_plan_asks_first(filled: Callable[..., Page], other: Page, site_url: str) -> None:
    link = make(filled())
    other.goto(site_url + "plan/")
    put(other, {"plan": {"services": ["csfp"], "goal": "Mine"}, "facts": {"savings": 5}})
    opened(other, link)
    expect(other.locator(".share-arrived p", has_text="This tab already holds a plan or answers.")).to_be_focused()
    expect(other.locator(".plan-name")).to_have_count(1)
    other.get_by_role("button", name="Keep mine").click()
    assert state_of(other)["plan"]["goal"] == "Mine"
    opened(other, link)
    other.get_by_role("button", name="Open the plan of the link").click()
    expect(other.locator(".plan-name")).to_have_count(5)
    state = state_of(other)
    assert (state["facts"], state["plan"]["goal"], "csfp" in state["plan"]["services"]) == ({}, "", False)
    opened(other, link)  # the very same plan: nothing to ask
    expect(other.get_by_role("button", name="Keep mine")).to_have_count(0)


def test_a_link_put_into_the_address_of_an_open_page_is_read(
    filled: Callable[..., Page], other: Page, site_url: str
) -> None:
    link = make(filled())
    other.goto(site_url + "plan/")
    other.locator(".plan-empty").wait_for()
    other.evaluate("hash => { location.hash = hash; }", link.partition("#")[2])
    expect(other.locator(".plan-name")).to_have_count(5)
    assert "#" not in other.url


def test_the_link_is_not_lost_with_the_connection(filled: Callable[..., Page], browser: Browser) -> None:
    link = make(filled())
    page = browser.new_page()
    page.route("**/data/plan/en/index.json", lambda route: route.abort())
    page.goto(link)
    page.get_by_text("Your plan could not be shown.").wait_for()
    page.unroute("**/data/plan/en/index.json")
    page.reload()
    expect(page.locator(".plan-name")).to_have_count(5)
    page.close()


def test_places_on_the_page_are_no_links(other: Page, site_url: str) -> None:
    other.goto(site_url + "plan/#main")
    other.locator(".plan-empty").wait_for()
    expect(other.locator(".share-arrived .hr-notice")).to_have_count(0)
    assert other.url.endswith("#main")


# What changed since


def sealed(page: Page, site_url: str, body: str) -> str:
    """A link with the right mark at its end, whatever it says."""
    if not page.url.startswith(site_url):
        page.goto(site_url + "about/")
    mark = page.evaluate(
        "([url, body]) => import(url).then((text) => text.markOf(body))",
        [site_url + "assets/handrail/share/text.mjs", body],
    )
    return f"{site_url}plan/#{body}/{mark}"


@pytest.mark.parametrize(
    ("body", "said", "services"),
    [
        ("p1/2611/s:snap,a-service-of-old.0x", "1 service of this link is not on this site any more.", 1),
        ("p1/2611/s:snap,constructor,tostring", "2 services of this link are not on this site any more.", 1),
        ("p1/2611/s:snap,wic/w:a-need-of-old", "1 need of this link is not on this site any more.", 2),
        ("p1/2611/s:snap.47x.0x", "SNAP (food stamps) has fewer steps now.", 1),
        ("p1/2611/s:snap.0x.1b.vzz", "The steps of SNAP (food stamps) are other ones now.", 1),
        ("p1/2411/s:snap", "Steps, papers and limits may be other ones now.", 1),
    ],
)
def test_what_is_not_here_any_more_is_told(other: Page, site_url: str, body: str, said: str, services: int) -> None:
    opened(other, sealed(other, site_url, body))
    expect(other.locator(".share-arrived section")).to_contain_text(said)
    expect(other.locator(".plan-name")).to_have_count(services)
    if "zz" in body:
        assert (state_of(other)["plan"]["done"], state_of(other)["plan"]["owners"]) == ({}, {})


def test_a_link_with_nothing_known_opens_nothing(other: Page, site_url: str) -> None:
    opened(other, sealed(other, site_url, "p1/2611/s:gone-for-ever"))
    expect(other.get_by_role("alert")).to_contain_text("Nothing was opened.")
    expect(other.locator(".plan-empty")).to_be_visible()
    assert other.evaluate("() => sessionStorage.length") == 0


# Hostile


def letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


SCRIPT = "<img src=x onerror=window.hit=1><script>window.hit=1</script>"
BOMB = letters(zlib.compress(b"0" * 20_000_000, 9))
SMALL_BOMB = letters(zlib.compress(b"0" * 1_400_000, 9))
GOOD = "p1/2611/s:snap"
# Each ends in the right mark, so that what it says is really looked at.
DAMAGED = {
    "no month": "p1/s:snap",
    "a month that is none": "p1/2613/s:snap",
    "a section twice": "p1/2611/s:snap/s:wic",
    "a service twice": "p1/2611/s:snap,snap",
    "a step twice": "p1/2611/s:snap.0x.0a",
    "a step twice with a zero": "p1/2611/s:snap.0x.00a",
    "a step that says nothing": "p1/2611/s:snap.0",
    "a status twice": "p1/2611/s:snap.sa.sb",
    "__proto__ as a service": "p1/2611/s:__proto__.0x",
    "__proto__ as a section": "p1/2611/__proto__:x",
    "__proto__ as a program": "p1/2611/s:snap/v:00000000.1__proto__",
    "__proto__ as a person": "p1/2611/s:snap/q:ra.w__proto__",
    "a section of nobody": "p1/2611/s:snap/y:1",
    "no number": "p1/2611/s:snap/g:NaN",
    "no end": "p1/2611/s:snap/g:Infinity",
    "a huge number": "p1/2611/s:snap/g:99999999999999999999",
    "a power": "p1/2611/s:snap/g:1e9",
    "below nothing": "p1/2611/s:snap/g:-1",
    "too old": "p1/2611/s:snap/q:ra.a121",
    "31 people": "p1/2611/s:snap/q:" + ",".join(["rd"] * 31),
    "two of self": "p1/2611/s:snap/q:ra,ra",
    "married to nobody here": "p1/2611/s:snap/q:ra.w9",
    "married to oneself": "p1/2611/s:snap/q:ra.w1",
    "money of nobody": "p1/2611/s:snap/q:ra/i:ka.p3.ee.a5",
    "money without a time": "p1/2611/s:snap/i:ka.a5",
    "answers past the last": "p1/2611/s:snap/v:zzzzzzzz",
    "a day of letters": "p1/2611/s:snap/b:!!!",
    "script as a service": f"p1/2611/s:{SCRIPT}",
    "script as a county": "p1/2611/s:snap/a:c" + letters(SCRIPT.encode()),
    "a phone number as a county": "p1/2611/s:snap/a:c" + letters(b"Call 900 555 0100"),
    "javascript: as a service": "p1/2611/s:javascript:alert(1)",
    "bytes that are no letters": "p1/2611/s:snap/n:" + letters(b"\xff\xfe\xc0\xaf"),
    "letters that are no bytes": "p1/2611/s:snap/n:a=b",
    "a secret and more": "p1/2611/s:snap/l:abcd",
}
RAW = {
    "cut off": "#p1/2611/s:snap,wi",
    "only a version": "#p1",
    "less than that": "#p",
    "a small bomb": "#p1/2611/n:" + SMALL_BOMB + "/abcd",
    "no mark": "#p1/2611/s:snap/",
    "bad percent": "#p1/2611/s:%E0%A4%A/abcd",
    "percent alone": "#%",
    "script": "#" + SCRIPT,
    "javascript:": "#javascript:window.hit=1",
    "turned letters": "#p1/2611/\u202es:snap\u202c/abcd",
    "random bytes": "#%00%ff%80\u0001~~^`{}|\\",
    "json": '#{"__proto__":{"hit":1}}',
    "of another site": "#!/state=eyJhIjoxfQ",
}
OTHERS = {
    "a later version": ("#p3/2711/s:snap/abcd", "another version of this site"),
    "a bomb": ("#p1/2611/n:" + BOMB + "/abcd", "too long"),
    "just too long": ("#p1/2611/n:" + "A" * 2048, "too long"),
}


def refused(page: Page, link: str, said: str) -> None:
    """A clear message, a clean start, nothing run, nothing stored."""
    opened(page, link)
    expect(page.locator(".share-arrived").get_by_role("alert")).to_contain_text(said)
    expect(page.locator(".plan-empty")).to_be_visible()
    expect(page.locator("h1")).to_have_text("My plan")
    assert page.evaluate("[window.hit, Object.prototype.hit, sessionStorage.length]") == [None, None, 0]
    page.get_by_role("button", name="Close this message").click()
    expect(page.locator(".share-arrived section")).to_have_count(0)


@pytest.mark.parametrize("behind", [".", ",", ")", "?!", "%29", ">.", "*"])
def test_marks_behind_a_link_are_not_part_of_it(other: Page, site_url: str, behind: str) -> None:
    opened(other, sealed(other, site_url, GOOD + "/b:1xw") + behind)
    expect(other.locator(".plan-name")).to_have_count(1)


def test_the_links_below_would_open_without_their_damage(other: Page, site_url: str) -> None:
    opened(other, sealed(other, site_url, GOOD + "/q:ra.a120,rb.w1/i:ka.p1.ee.a5/v:00000002.1food-box/b:1xw"))
    expect(other.locator(".plan-name")).to_have_count(1)
    assert state_of(other)["facts"]["receives"] == {"snap": True, "food-box": True}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_hostile_link_with_the_right_mark(other: Page, site_url: str, name: str) -> None:
    refused(other, sealed(other, site_url, DAMAGED[name]), "This link is damaged")


@pytest.mark.parametrize("name", RAW)
def test_a_hostile_text_for_a_link(other: Page, site_url: str, name: str) -> None:
    refused(other, f"{site_url}plan/{RAW[name]}", "This link is damaged")


@pytest.mark.parametrize("name", OTHERS)
def test_a_link_that_is_too_much(other: Page, site_url: str, name: str) -> None:
    link, said = OTHERS[name]
    refused(other, f"{site_url}plan/{link}", said)


def test_a_link_of_one_megabyte(other: Page, site_url: str) -> None:
    other.goto(site_url + "about/")
    other.evaluate("() => setTimeout(() => { location.href = '../plan/#p1/2611/s:' + 'a,'.repeat(500000); }, 0)")
    expect(other.locator(".share-arrived").get_by_role("alert")).to_contain_text("too long", timeout=30_000)
    expect(other.locator(".plan-empty")).to_be_visible()
    assert other.url == site_url + "plan/"


def test_a_hostile_link_leaves_the_plan_of_the_tab_alone(other: Page, site_url: str) -> None:
    other.goto(site_url + "plan/")
    put(other, {"plan": PLAN})
    opened(other, f"{site_url}plan/#p1/2611/s:csfp/0000")
    expect(other.locator(".plan-name")).to_have_count(5)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (SCRIPT, SCRIPT),
        ("javascript:alert(1) https://example.com tel:900", "javascript:alert(1) https://example.com tel:900"),
        ("Call \u202e1234\u202c \u2066now\u2069\u200b!\u0000", "Call 1234 now !"),
        ("x" * 900, "x" * 200),
    ],
)
def test_a_hostile_note_stays_plain_text(other: Page, site_url: str, text: str, shown: str) -> None:
    opened(other, sealed(other, site_url, f"{GOOD}/n:{letters(text.encode())}"))
    assert other.locator(".share-note blockquote").text_content() == shown
    assert other.locator(".share-note a, .share-note img, .share-note script").count() == 0
    assert other.evaluate("window.hit") is None


def test_a_secret_within_a_secret_is_refused(other: Page, site_url: str) -> None:
    other.goto(site_url + "about/")
    inner = sealed(other, site_url, "p1/2611/l:abcd").partition("#")[2]
    secret = other.evaluate(
        "([url, text]) => import(url).then((s) => s.lock(text, 'one two three'))",
        [site_url + "assets/handrail/share/secret.mjs", "#" + inner],
    )
    opened(other, sealed(other, site_url, f"p1/2611/l:{secret}"))
    other.get_by_label("This link needs a passphrase").fill("one two three")
    other.get_by_role("button", name="Open", exact=True).click()
    expect(other.get_by_role("alert")).to_contain_text("This link is damaged")


# QR codes and paper


def test_the_code_on_the_screen_is_read_by_a_reader(filled: Callable[..., Page], tmp_path: Path) -> None:
    page = filled()
    link = make(page)
    picture = tmp_path / "code.png"
    page.locator(".share-figure svg").screenshot(path=picture)
    assert read_codes(picture) == [link]


def test_the_code_on_paper_is_read_by_a_reader(filled: Callable[..., Page], tmp_path: Path) -> None:
    """At the size it has on paper, 150 dots an inch, as a cheap printer and a phone see it."""
    page = filled(plan={**PLAN, "team": [], "log": []})
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(page.pdf(format="Letter"))
    assert codes_on_paper(pdf) == []
    page.get_by_label("A short note from you").fill("Please call me before you go to the office. I have the papers.")
    link = make(page)
    pdf.write_bytes(page.pdf(format="Letter"))
    assert codes_on_paper(pdf) == [link]
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "Anyone who has this paper can open it." in " ".join(text.split())
    assert "Make the link" not in text and "#p1" not in text
    assert len(PdfReader(pdf).pages) <= 3


def test_a_link_that_would_not_scan_has_no_code(filled: Callable[..., Page]) -> None:
    page = filled(
        facts={"people": [{"id": f"p{n}", "relation": "child", "age": n, "blind": True} for n in range(1, 20)]}
    )
    page.get_by_label("These, and the answers about my home").check()
    assert len(make(page)) > 300
    expect(page.locator(".share-qr")).to_have_count(0)
    expect(page.locator(".share")).to_contain_text("too long for a QR code")
    page.get_by_role("button", name="Make it with the services only").click()
    expect(page.locator(".share-figure .share-qr")).to_be_visible()
    expect(page.get_by_label("The services, steps and days")).to_be_checked()
    assert len(page.locator("#share-link").input_value()) < 300


def codes_on_paper(pdf: Path) -> list[str]:
    pictures = pdf.with_suffix("")
    pictures.mkdir(exist_ok=True)
    subprocess.run(["pdftoppm", "-r", "150", "-png", pdf, pictures / "page"], check=True)
    found = [text for picture in sorted(pictures.iterdir()) for text in read_codes(picture)]
    for picture in pictures.iterdir():
        picture.unlink()
    return found


def read_codes(picture: Path) -> list[str]:
    with Image.open(picture) as image:
        return [code.text for code in zxingcpp.read_barcodes(image.convert("L"))]


# For everyone


@pytest.mark.parametrize("base", ["", "es/"])
def test_the_panel_can_be_used_by_everyone_on_a_small_phone(filled: Callable[..., Page], base: str) -> None:
    page = filled(base, plan={**PLAN, "services": [*FIVE, PRIVATE], "note": "Call me"}, facts=FACTS)
    page.set_viewport_size({"width": 320, "height": 640})
    make(page)
    page.evaluate("scrollTo(0, 0)")  # the header that stays in sight would cover a part of some field
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_questions_about_a_link_can_be_answered_by_everyone(filled: Callable[..., Page], other: Page) -> None:
    page = filled()
    page.get_by_label("Passphrase").fill("blue bird two rivers")
    other.set_viewport_size({"width": 320, "height": 640})
    opened(other, make(page))
    expect(other.get_by_label("This link needs a passphrase")).to_be_focused()
    assert violations(other) == []


def test_a_link_is_stored_nowhere(filled: Callable[..., Page]) -> None:
    link = make(filled())
    page = filled()
    kept = page.evaluate("JSON.stringify([sessionStorage, localStorage, document.cookie, history.state])")
    assert link.partition("#p1/")[2] not in kept and "p1/2611" not in kept
