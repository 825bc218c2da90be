"""The reference of conditions is whole, its examples are rules, and the table of figures lists every figure."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import ROOT, TODAY

from generators.languages import language
from generators.model import Records
from generators.model.rule import Rule
from generators.pages import View
from generators.pages.figures import figures
from generators.pages.vocabulary import EXAMPLES, YES, as_yaml, conditions, vocabulary
from generators.pipeline import gather

WORDS = [field.alias or name for name, field in Rule.model_fields.items()]


def records(resources: Path) -> Records:
    found, problems = gather(resources, TODAY)
    assert found is not None, problems
    return found


@pytest.mark.parametrize("folder", ["resources", "tests/small"])
def test_every_word_has_a_shape_a_meaning_an_example_and_a_sentence(folder: str) -> None:
    view = View(records(ROOT / folder), language("en"), TODAY)
    found = list(conditions(view))
    assert [entry.word for entry in found] == WORDS
    for entry in found:
        assert entry.shape and entry.means and entry.said.striptags(), entry.word
        assert Rule.model_validate(yaml.safe_load(entry.example)).word == entry.word
        assert all(key.shape for key in entry.keys)
    assert "<h3" in vocabulary(view).html


@pytest.mark.parametrize("word", WORDS)
def test_the_table_s_own_examples_are_rules(word: str) -> None:
    rule = {word: EXAMPLES.get(word, YES)}
    assert Rule.model_validate(rule).word == word
    assert yaml.safe_load(as_yaml(rule)) == rule or word == "dates"


def test_every_figure_is_listed() -> None:
    own = records(ROOT / "resources")
    html = figures(View(own, language("en"), TODAY)).html
    assert own.figures
    assert [key for key in own.figures if f'id="{key}"' not in html] == []
    assert "soon" in html
