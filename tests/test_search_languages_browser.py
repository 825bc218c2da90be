"""Search in scripts without blanks and from right to left: what is typed finds what was written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from test_state import served

from generators.languages import language
from generators.load import load
from generators.search import search_files
from generators.validate import validate

TWINS = {
    "zh": "name: 社区食品储藏室\nsummary: 免费领取食物。\n",
    "ar": "name: بنك الطعام في الحي\nsummary: مواد غذائية مجانية للعائلات.\n",
    "vi": "name: Kho thực phẩm của khu phố\nsummary: Nhận đồ ăn miễn phí.\n",
}
NEEDS = {
    "zh": "food:\n  name: 食物\n  synonyms: [吃的, 没饭吃]\n",
    "ar": "food:\n  name: طعام\n  synonyms: [جوع, أكل]\n",
}


@pytest.fixture(scope="module")
def page(browser: Browser, small: Path, tmp_path_factory: pytest.TempPathFactory, today: Any) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("small") / "resources"
    shutil.copytree(small, folder)
    for code, text in TWINS.items():
        (folder / f"us/services/pantry.{code}.yaml").write_text(text, "utf-8")
    for code, text in NEEDS.items():
        (folder / f"needs.{code}.yaml").write_text(text, "utf-8")
    records, problems = validate(load(folder)[0], today, "small")
    assert records is not None, problems
    made = {"index.html": "<title>Search</title>"}
    for code in TWINS:
        made |= {f"{code}/{name}": json.dumps(data) for name, data in search_files(records, language(code))}
    with served(made) as address:
        page = browser.new_page()
        page.goto(address)
        yield page


def found(page: Page, code: str, text: str) -> list[str]:
    """Names of what is found, in their order."""
    names: list[str] = page.evaluate(
        """([code, text]) => Promise.all([import("/assets/handrail/search.mjs"),
            import("/assets/handrail/search/cards.mjs")]).then(([search, shown]) => {
          const load = (url) => fetch(url).then((one) => one.json());
          return search.open("/" + code + "/", load).then((library) => search.find(library, text)
            .then((answer) => shown.cards(library.parts, answer.numbers.sort(answer.compare))))
            .then((cards) => cards.map((card) => card.name));
        })""",
        [code, text],
    )
    return names


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "食品"),
        ("zh", "食品储藏室"),
        ("zh", "我要食物"),
        ("zh", "没饭吃"),
        ("ar", "الطعام"),
        ("ar", "طعام"),
        ("ar", "والطعام"),
        ("ar", "غذائيه"),
        ("ar", "اكل"),
        ("ar", "الطعا"),
        ("vi", "thực phẩm"),
        ("vi", "thuc pham"),
        ("zh", "food pantry"),
    ],
)
def test_what_is_typed_is_found(page: Page, code: str, text: str) -> None:
    assert found(page, code, text)[:1] == [TWINS[code].split("\n")[0].removeprefix("name: ")]


@pytest.mark.parametrize(("code", "text"), [("zh", "律师"), ("ar", "محام"), ("vi", "luật sư")])
def test_other_words_find_nothing(page: Page, code: str, text: str) -> None:
    assert found(page, code, text) == []
