"""What every template keeps to, read from its source and from pages that ask nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from frontend.page import Page
from frontend.rendering import FOLDER, environment
from frontend.urls import urlpatterns
from tests.frontend.fake_api import FakeApi

TEMPLATES = sorted(FOLDER.rglob("*.html"))
FRAGMENTS = {"product-cost", "product-beside", "suggestions"}
STATIC = FOLDER / "static" / "frontend"


def name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def pages() -> list[type[Page]]:
    found = []
    for pattern in urlpatterns:
        for page in getattr(pattern, "url_patterns", [pattern]):
            if hasattr(page.callback, "page_class") and page.name not in FRAGMENTS:
                found.append(page.callback.page_class)
    return found


def with_frames(source: str) -> Iterator[str]:
    """A template and those that it extends: a frame may have the heading."""
    yield source
    for frame in re.findall(r'^{% extends "([^"]+)" %}', source, re.MULTILINE):
        yield from with_frames((FOLDER / frame).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_compiles(path: Path) -> None:
    environment("vi").get_template(name(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_inline_style_or_script(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    source = source.replace('<script type="application/ld+json">', "")  # data, which nothing runs
    assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style|javascript:|<script(?![^>]*\ssrc=)", source)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_picture_has_an_alt_and_every_post_its_token(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for picture in re.findall(r"<img [^>]*>", source):
        assert " alt=" in picture
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", source, re.DOTALL):
        assert "ui.action(" in form or "csrf_token" in form


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.__name__)
def test_a_page_has_its_template_and_one_heading(page: type[Page]) -> None:
    template = page.file(".html")
    if page.is_file:
        assert not template.exists(), "what answers a file shows no template"
        assert page.show is not Page.show
        return
    source = template.read_text(encoding="utf-8")
    headings = sum(text.count("<h1") for text in with_frames(source))
    assert 1 <= headings <= 2, "two only where one of two branches is shown"
    assert "{% block title %}" in source


@pytest.mark.parametrize("address", ["sign-in", "register", "reset", "set-password?token=x", "confirm?token=x", "terms",
                                     "privacy", "sign-out", "looking", "nowhere"])  # fmt: skip
@pytest.mark.parametrize("language", ["en", "vi", "zh-Hans"])
def test_a_rendered_page_is_sound(browser: Client, api: FakeApi, address: str, language: str) -> None:
    api.answers["Looking"] = {"impersonation": None}
    html = browser.get(f"/{language}/eu/{address}").content.decode()
    assert f'<html lang="{language}"' in html
    assert html.count("<h1") == 1
    assert "<main" in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    labelled = set(re.findall(r'<label[^>]*\sfor="([^"]+)"', html))
    for field in re.findall(r"<(?:input|select|textarea)[^>]*>", html):
        if 'type="hidden"' not in field and 'type="checkbox"' not in field and 'type="radio"' not in field:
            met = re.search(r'\sid="([^"]+)"', field)
            assert met is not None and met[1] in labelled, field


def test_colours_are_named_in_one_file_only() -> None:
    for sheet in sorted((STATIC / "css").glob("*.css")):
        if sheet.name != "tokens.css":
            bare = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
            assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", bare), sheet.name


def shown_without_language(source: str) -> list[str]:
    """Texts of records that stand in a page as they are; a title and an attribute cannot name a language."""
    found = []
    for met in re.finditer(r"\{\{ [\w.]+\.localized\.\w+\.text(?:\|\w+)? \}\}", source):
        before = source[: met.start()]
        blocks = re.findall(r"\{% (block title|block description|endblock)", before)
        is_head = bool(blocks) and blocks[-1] != "endblock"
        is_attribute = before.rfind("<") > before.rfind(">")
        if not is_head and not is_attribute:
            found.append(met[0])
    return found


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_records_text_names_its_language_where_it_is_another(path: Path) -> None:
    assert not shown_without_language(path.read_text(encoding="utf-8")), "ui.text and ui.long_text say it"


def test_a_text_without_its_language_is_seen() -> None:
    assert shown_without_language("<p>{{ fair.localized.name.text }}</p>")
    assert not shown_without_language(
        '<p title="{{ fair.localized.name.text }}">{{ ui.text(fair.localized.name) }}</p>'
    )
    assert not shown_without_language("{% block title %}{{ fair.localized.name.text }}{% endblock %}")
