"""Kinds of pages, makers' stories, drafts, previews and versions."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from marketplace.accounts.models import User
from marketplace.content.drafts import discard_draft, publish_draft, restore_version, save_draft
from marketplace.content.page import Page, PageKind
from marketplace.content.pages import create_page, translate_page, update_page
from marketplace.content.preview import LIFETIME, preview_token
from marketplace.content.rich_text import links_in, sanitised_page
from marketplace.content.version import PageDraft, PageVersion
from marketplace.graphql import Context
from marketplace.schema import schema
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import SellerStatus
from tests.cast import Cast, assemble

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return assemble()


def ask(document: str, actor: User | None = None, language: str = "en", **variables: Any) -> Any:
    context = Context(actor=actor, language=language) if actor else Context(language=language)
    result = schema.execute(document, variables, context=context)
    assert not result.errors, result.errors
    return result.data


def story(cast: Cast, **more: Any) -> Page:
    fields: dict[str, Any] = {"title": "Chị Hoài", "kind": "story", "seller": cast.woodworks.seller}
    return create_page(**{**fields, "is_published": True, "source_language": "vi", **more})


def test_a_front_asks_for_the_stories_of_a_maker(cast: Cast) -> None:
    told = story(cast, lead="Ba đời đóng bàn ghế.")
    story(cast, title="Sắp kể", published_at=timezone.now() + timedelta(days=1))
    create_page(title="How to buy", kind=PageKind.HELP, is_published=True)
    document = """query($seller: String) { pages(kind: STORY, seller: $seller, first: 5) {
        edges { node { slug kind lead seller { slug } picture { url } } } } }"""
    slug = cast.woodworks.seller.slug
    for seller in (None, slug):
        nodes = [edge["node"] for edge in ask(document, seller=seller)["pages"]["edges"]]
        assert nodes == [
            {"slug": told.slug, "kind": "STORY", "lead": told.lead, "seller": {"slug": slug}, "picture": None}
        ]
    assert ask(document, seller=cast.pottery.seller.slug)["pages"]["edges"] == []
    Seller.objects.filter(slug=slug).update(status=SellerStatus.SUSPENDED)
    assert ask(document, seller=slug)["pages"]["edges"] == []
    assert ask(document)["pages"]["edges"][0]["node"]["seller"] is None


def test_a_draft_is_seen_by_its_link_alone_until_it_is_published(cast: Cast) -> None:
    page = story(cast, content="<p>Cũ</p>")
    translate_page(page=page, language="en", texts={"title": "Hoài", "content": "<p>Old</p>"})
    save_draft(page=page, language="vi", texts={"content": "<p>Mới</p>"}, by=cast.operator)
    save_draft(page=page, language="en", texts={"content": "<p>New</p>"}, by=cast.operator)
    token, _until = preview_token(page)
    look = "query($t: String!) { pagePreview(token: $t) { hasDraft content { text state } title { text } } }"
    read = "query($s: String!) { page(slug: $s) { localized { content { text } } } }"
    for language, now, then in (("vi", "<p>Cũ</p>", "<p>Mới</p>"), ("en", "<p>Old</p>", "<p>New</p>")):
        assert ask(read, language=language, s=page.slug)["page"]["localized"]["content"]["text"] == now
        preview = ask(look, language=language, t=token)["pagePreview"]
        assert (preview["hasDraft"], preview["content"]["text"]) == (True, then)
    assert ask(look, language="nl", t=token)["pagePreview"]["hasDraft"] is False
    for wrong in ("", "x", token + "x", "x" * 5000, token.replace(":", "é")):
        assert ask(look, t=wrong)["pagePreview"] is None
    publish_draft(page=page, language="vi", by=cast.operator)
    assert ask(read, language="vi", s=page.slug)["page"]["localized"]["content"]["text"] == "<p>Mới</p>"
    discard_draft(page=page, language="en")
    with pytest.raises(Refused):
        publish_draft(page=page, language="en", by=cast.operator)
    assert ask(read, language="en", s=page.slug)["page"]["localized"]["content"]["text"] == "<p>Old</p>"


def test_a_preview_ends(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    page = create_page(title="Later")
    token, until = preview_token(page)
    assert abs(until - timezone.now() - LIFETIME) < timedelta(minutes=1)
    late = time.time() + LIFETIME.total_seconds() + 5
    monkeypatch.setattr("django.core.signing.time.time", lambda: late)
    assert ask("query($t: String!) { pagePreview(token: $t) { hasDraft } }", t=token)["pagePreview"] is None


def test_what_a_page_said_before_can_be_read_and_said_again(cast: Cast) -> None:
    page = create_page(title="Fees", content="<p>One.</p>", by=cast.operator)
    update_page(page=page, content="<p>Two.</p>", by=cast.operator)
    update_page(page=page, content="<p>Two.</p>", by=cast.operator)  # changes nothing, so it is no version
    translate_page(page=page, language="vi", texts={"title": "Phí"}, by=cast.operator)
    rows = list(PageVersion.objects.order_by("number").values_list("number", "language", "changed", "made_by"))
    by = cast.operator.pk
    assert rows[0][:2] == (1, "en")
    assert rows[1:] == [(2, "en", ["content"], by), (3, "vi", ["title"], by)]
    restore_version(version=PageVersion.objects.get(number=1), by=cast.operator)
    page.refresh_from_db()
    assert (page.content, PageVersion.objects.count()) == ("<p>One.</p>", 4)
    document = """query($s: String!) { page(slug: $s) { versions(first: 1) { totalCount edges { node {
        number texts { content lead } madeBy { email } } } } languages { language { code } state missing } } }"""
    answer = ask(document, cast.operator, s=page.slug)["page"]
    assert answer["versions"] == {
        "totalCount": 4,
        "edges": [
            {
                "node": {
                    "number": 4,
                    "texts": {"content": "<p>One.</p>", "lead": ""},
                    "madeBy": {"email": cast.operator.email},
                }
            }
        ],
    }
    states = {row["language"]["code"]: (row["state"], row["missing"]) for row in answer["languages"]}
    assert states["EN"] == ("SOURCE", [])
    assert states["VI"] == ("MISSING", ["content"])
    assert states["NL"] == ("MISSING", ["title", "content"])


def test_markup_is_cut_down_to_what_is_safe_and_links_lead_somewhere(cast: Cast) -> None:
    cases = {
        '<p onclick="x()">a</p>': "<p>a</p>",
        '<a href="javascript:alert(1)">a</a>': "<a>a</a>",
        '<a href="JaVaScRiPt&#58;alert(1)">a</a>': "<a>a</a>",
        '<a href="//evil.example/">a</a>': "<a>a</a>",
        '<a href="https://a.example/\\@b">a</a>': "<a>a</a>",
        '<a href="page:delivery" style="x" target="_blank">a</a>': ('<a href="page:delivery">a</a>'),
        "<script>x</script><h2>a</h2>": "<h2>a</h2>",
        '<img src=x onerror=alert(1)><a href="https://a.example/b?c=1">a</a>': (
            '<a href="https://a.example/b?c=1">a</a>'
        ),
        '<style><a href="https://a.example/"></style><h2>a': "<h2>a</h2>",
        "Bàn <gỗ>": "<p>Bàn &lt;gỗ&gt;</p>",
    }
    for typed, stored in cases.items():
        clean = sanitised_page(typed)
        assert clean.replace(' rel="noopener noreferrer"', "") == stored, typed
        assert sanitised_page(clean) == clean, typed
    assert links_in('<p><a href="page:x">y</a> <a href="https://z.example/">z</a></p>') == [
        "page:x",
        "https://z.example/",
    ]
    with pytest.raises(Refused) as refused:
        create_page(title="Leads nowhere", content='<p><a href="page:gone">there</a></p>')
    assert refused.value.problems[0].params == {"slug": "gone"}
    there = create_page(title="There", slug="there")
    create_page(title="Leads there", slug="from", content='<p><a href="page:there">there</a></p>')
    document = '{ page(slug: "from") { deadLinks } }'
    assert ask(document, cast.operator)["page"]["deadLinks"] == ["there"]
    update_page(page=there, is_published=True)
    assert ask(document, cast.operator)["page"]["deadLinks"] == []
    assert not PageDraft.objects.exists()
