"""The operator writes a story: drafted, looked at by a link, published, and gone back to."""

import re
from typing import Any

import pytest
from django.test import Client

from frontend.page_text import page_text
from marketplace.content.page import Page
from marketplace.content.pages import create_page
from marketplace.content.version import PageDraft, PageVersion
from marketplace.graphql import to_global_id
from tests.factories.accounts import PASSWORD, make_operator
from tests.factories.catalog import make_image
from tests.factories.channels import make_channel
from tests.frontend.conftest import post

pytestmark = pytest.mark.django_db


def test_a_story_from_its_draft_to_its_readers(browser: Client) -> None:
    make_channel("eu")
    help_page = create_page(title="How to buy", slug="how-to-buy", kind="help", is_published=True)
    story = create_page(title="Two sisters", content="<p>Old.</p>", is_published=True)
    entered: Any = post(browser, "/en/eu/sign-in", "enter", email=make_operator().email, password=PASSWORD)
    assert entered.status_code == 302
    browser.get("/en/eu/terms")  # the market is remembered: desks have none in their addresses
    desk = f"/en/operator/pages/{to_global_id('Page', story.pk)}"
    texts = {"language": "en", "title": "Two sisters", "content": '<p>New <a href="page:how-to-buy">help</a>.</p>'}

    kept: Any = post(browser, desk, "draft", **texts)
    assert kept.status_code == 302 and PageDraft.objects.count() == 1
    assert "This is a draft" in browser.get(desk).content.decode()
    looked: Any = post(browser, desk, "preview", language="en")
    preview = browser.get(looked.headers["Location"]).content.decode()
    assert f'href="/en/eu/pages/{help_page.slug}"' in preview and "noindex" in preview
    reader = Client()
    assert "New" in reader.get(looked.headers["Location"]).content.decode()
    assert "Old." in reader.get("/en/eu/pages/two-sisters").content.decode()

    nowhere: Any = post(browser, desk, "save", **{**texts, "content": '<p><a href="page:gone">x</a></p>'})
    assert nowhere.status_code == 422 and "There is no page" in nowhere.content.decode()
    assert post(browser, desk, "save", **texts).status_code == 302
    assert 'name="language" value="vi"' in browser.get(desk, {"language": "vi"}).content.decode()
    vietnamese = {"language": "vi", "title": "Hai chị em", "content": "Chuyện mới."}
    assert post(browser, desk, "save", **vietnamese).status_code == 302
    settings = {"kind": "STORY", "isPublished": "1", "publishedOn": "2026-01-02", "picture": _picture()}
    assert post(browser, desk, "settings", **settings).status_code == 302
    assert 'value="2026-01-02"' in browser.get(desk).content.decode()
    html = reader.get("/en/eu/pages/two-sisters").content.decode()
    assert "New" in html and "story-picture" in html and 'class="prose site-page story"' in html
    assert "Chuyện mới." in reader.get("/vi/eu/pages/two-sisters").content.decode()
    assert "This text is shown in" in reader.get("/en/eu/pages/two-sisters").content.decode() or "Old" not in html
    assert post(browser, desk, "restore", version=to_global_id("PageVersion", _first())).status_code == 302
    story.refresh_from_db()
    assert (story.content, story.kind) == ("<p>Old.</p>", "story")
    assert reader.get("/en/eu/preview/forged").status_code == 404


def test_only_safe_links_are_shown() -> None:
    def address(slug: str) -> str:
        return f"/en/eu/pages/{slug}"

    hostile = '<a href="javascript:x">a</a><a href="//e.example">b</a><a href="page:x&quot; onclick=&quot;y">c</a>'
    assert re.findall(r'href="[^"]*"', page_text(hostile, address)) == []
    assert 'href="/en/eu/pages/x"' in page_text('<a href="page:x">x</a>', address)


def _first() -> int:
    return int(PageVersion.objects.filter(page=Page.objects.get(slug="two-sisters")).earliest("number").pk)


def _picture() -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("a.png", make_image(), "image/png")
