"""Policies and help: every page in every language, built alike in all of them."""

import re

import pytest

from i18n.languages import LANGUAGES
from marketplace.content.menu import MenuItem
from marketplace.content.page import Page, PageKind
from marketplace.content.versions import texts_in
from marketplace.demo.help_pages import write_help_pages
from marketplace.demo.site_pages import write_site_pages
from marketplace.demo.world import read_languages


@pytest.mark.parametrize("folder", ["site_pages", "help_pages"])
def test_every_page_is_built_alike_in_every_language(folder: str) -> None:
    languages = read_languages(folder)
    assert languages.keys() == set(LANGUAGES)
    for slug, own in languages["en"].items():
        for language, pages in languages.items():
            assert _built(pages[slug]["content"]) == _built(own["content"]), (language, slug)
        assert [code for code, pages in languages.items() if pages[slug]["title"] == own["title"]] == ["en"], slug


def _built(content: str) -> list[str]:
    """Tags with where links lead, in order."""
    return re.findall(r"<[^>]+>", content)


@pytest.mark.django_db
def test_they_are_published_in_every_language_and_the_foot_leads_to_policies() -> None:
    policies = read_languages("site_pages")
    assert write_site_pages() == len(policies["en"])
    assert write_help_pages() == Page.objects.filter(kind=PageKind.HELP, is_published=True).count()
    for page in Page.objects.all():
        for language in set(LANGUAGES) - {page.source_language}:
            assert texts_in(page, language)["content"].startswith("<p>"), (page.slug, language)
    foot = MenuItem.objects.order_by("sort_order", "pk")
    for_buyers = ["buying-step-by-step", "what-a-trace-code-tells"]
    assert [item.page.slug for item in foot if item.page is not None] == [*policies["en"], *for_buyers]
