"""The living page shows every component: one that is missing there fails here, by its name."""

import re
from pathlib import Path

import pytest
from django.test import Client
from jinja2 import nodes

from frontend.design.contrast import LEAST, colours, measured_pairs
from frontend.design.example import Example
from frontend.design.urls import pages
from frontend.rendering import FOLDER, environment
from marketplace.graphql.schema import Schema
from tests.frontend.soundness import problems

SHOWN = sorted((FOLDER / "design").glob("*.html"))
NAMES_OF_PAGES = [str(pattern.name) for pattern in pages]


def called(path: Path) -> set[str]:
    """The components that a template calls: ``ui.name``."""
    return _of_ui(environment("en").parse(path.read_text(encoding="utf-8")))


def _of_ui(tree: nodes.Node) -> set[str]:
    found = tree.find_all(nodes.Getattr)
    return {node.attr for node in found if isinstance(node.node, nodes.Name) and node.node.name == "ui"}


def drawn(names: set[str]) -> set[str]:
    """Those components and the ones they are made of."""
    parts = {}
    for path in (FOLDER / "components").glob("*.html"):
        for macro in environment("en").parse(path.read_text(encoding="utf-8")).find_all(nodes.Macro):
            calls = [call.node for call in macro.find_all(nodes.Call)]
            parts[macro.name] = {node.name for node in calls if isinstance(node, nodes.Name)} | _of_ui(macro)
    found: set[str] = set()
    while new := names - found:
        found |= new
        names = names.union(*(parts.get(name, set()) for name in new)) & (parts.keys() | names)
    return found


def test_every_component_is_on_the_page() -> None:
    all_components = {name for name in vars(environment("en").globals["ui"]) if not name.startswith("_")}
    missing = all_components - drawn(set().union(*map(called, SHOWN)))
    assert missing == set(), "show them in frontend/design/<page>.html"


def test_each_is_shown_under_its_name() -> None:
    for path in SHOWN:
        source = path.read_text(encoding="utf-8")
        named = {name for names in re.findall(r'specimen\("([^"]+)"', source) for name in names.split()}
        assert named <= drawn(called(path)), path.name


@pytest.mark.parametrize("name", NAMES_OF_PAGES)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_page_is_sound(browser: Client, whole_schema: Schema, name: str, language: str) -> None:
    address = next(str(pattern.pattern) for pattern in pages if pattern.name == name)
    response = browser.get(f"/{language}/{address}")
    html = response.content.decode()
    assert response.status_code == 200
    assert problems(html, language=language) == []
    assert 'content="noindex, follow"' in html
    assert html.count('data-theme="light"') <= html.count('data-theme="dark"') * 4


def test_the_page_is_in_no_menu(browser: Client) -> None:
    for path in (*(FOLDER / "layout").glob("*.html"), FOLDER / "sitemaps.py"):
        assert '"design' not in path.read_text(encoding="utf-8")


def test_contrast_is_measured_on_the_screens_own_colours() -> None:
    assert colours()["ground"].light == "#faf7f2"
    assert min(min(pair.light, pair.dark) for pair in measured_pairs()) >= LEAST


def test_an_example_answers_what_the_schema_has_and_nothing_else(whole_schema: Schema) -> None:
    quote = Example("Quote", status="OFFERED", **{"request.text": "For two shops."})
    assert (quote.status, quote["request"]["text"]) == ("OFFERED", "For two shops.")
    assert len(quote.versions) == 2
    assert not hasattr(quote, "thereIsNoSuchField")
    assert quote.get("thereIsNoSuchField", 1) == 1
