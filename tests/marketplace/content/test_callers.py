"""Who may write pages and menus; a refusal is also shown to have changed nothing."""

from typing import Any

import pytest

from marketplace.accounts.models import User
from marketplace.content.drafts import save_draft
from marketplace.content.menu import Menu, MenuItem
from marketplace.content.menus import add_item, create_menu
from marketplace.content.page import Page
from marketplace.content.pages import create_page
from marketplace.content.version import PageDraft, PageVersion
from marketplace.graphql import Context, to_global_id
from marketplace.schema import schema
from tests.cast import Cast, assemble
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return assemble()


def run(document: str, actor: User | None = None) -> Any:
    return schema.execute(document, context=Context(actor=actor) if actor else Context())


def rows() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in (Page, Menu, MenuItem, PageDraft, PageVersion)]


def documents() -> dict[str, str]:
    """One of each mutation, about rows that are there."""
    page = create_page(title="Delivery")
    menu = create_menu(name="Footer")
    item = add_item(menu=menu, name="Delivery", page=page)
    draft = save_draft(page=page, language="vi", texts={"title": "Giao"}, by=make_user())
    other = save_draft(page=page, language="nl", texts={"title": "Levering"}, by=make_user())
    version = PageVersion.objects.get()
    named = (page, menu, item, draft, other, version)
    ids = {row: to_global_id(type(row).__name__, row.pk) for row in named}
    calls = {
        "pageCreate": 'pageCreate(input: {title: "New"})',
        "pageUpdate": f'pageUpdate(id: "{ids[page]}", input: {{isPublished: true}})',
        "pageTranslate": f'pageTranslate(id: "{ids[page]}", languageCode: VI, input: {{title: "Giao hàng"}})',
        "pageDraftSave": f'pageDraftSave(id: "{ids[page]}", languageCode: IT, input: {{title: "Consegna"}})',
        "pageDraftPublish": f'pageDraftPublish(id: "{ids[page]}", languageCode: VI)',
        "pageDraftDiscard": f'pageDraftDiscard(id: "{ids[page]}", languageCode: NL)',
        "pageVersionRestore": f'pageVersionRestore(id: "{ids[version]}")',
        "pagePreviewCreate": f'pagePreviewCreate(id: "{ids[page]}")',
        "menuCreate": 'menuCreate(input: {name: "Help"})',
        "menuUpdate": f'menuUpdate(id: "{ids[menu]}", input: {{name: "Foot"}})',
        "menuItemCreate": f'menuItemCreate(input: {{menu: "{ids[menu]}", name: "Fairs", url: "/en/eu/fairs"}})',
        "menuItemUpdate": f'menuItemUpdate(id: "{ids[item]}", input: {{url: "/vi/vn/fairs"}})',
        "menuItemTranslate": f'menuItemTranslate(id: "{ids[item]}", languageCode: VI, input: {{name: "Giao hàng"}})',
        "menuItemDelete": f'menuItemDelete(id: "{ids[item]}")',
        "menuDelete": f'menuDelete(id: "{ids[menu]}")',
        "pageDelete": f'pageDelete(id: "{ids[page]}")',
    }
    return {name: f"mutation {{ {call} {{ errors {{ field code }} }} }}" for name, call in calls.items()}


def test_nobody_but_the_operator_writes(cast: Cast) -> None:
    asked = documents()
    before = rows()
    for actor in (None, cast.buyer, cast.woodworks.owner, cast.pottery.owner, cast.expo_officer):
        for name, document in asked.items():
            result = run(document, actor)
            expected = "PERMISSION_DENIED" if actor else "UNAUTHENTICATED"
            assert [error["extensions"]["code"] for error in result.errors] == [expected], name
    assert rows() == before
    assert run("{ menus(first: 1) { edges { node { id } } } }", cast.buyer).errors


def test_the_operator_does(cast: Cast) -> None:
    for name, document in documents().items():
        result = run(document, cast.operator)
        assert not result.errors and result.data[name]["errors"] == [], (name, result.errors, result.data)
    assert list(Page.objects.values_list("title", flat=True)) == ["New"]
    assert (Menu.objects.get().name, MenuItem.objects.count()) == ("Help", 0)


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ('pageCreate(input: {title: " "})', "title"),
        (f'pageCreate(input: {{title: "{"x" * 251}"}})', "title"),
        ('menuCreate(input: {name: ""})', "name"),
        ('menuItemCreate(input: {menu: "MENU", name: "x", url: "//evil.example/"})', "url"),
        ('menuItemCreate(input: {menu: "MENU", name: "x", url: "https://evil.example/"})', "url"),
        ('menuItemCreate(input: {menu: "MENU", name: "x", url: "/a", page: "PAGE"})', "url"),
        ('menuItemCreate(input: {menu: "MENU", name: "x", parent: "DEEP"})', "parent"),
    ],
)
def test_what_is_refused(cast: Cast, document: str, field: str) -> None:
    page, menu = create_page(title="Delivery"), create_menu(name="Footer")
    first = add_item(menu=menu, name="a")
    deep = add_item(menu=menu, name="c", parent=add_item(menu=menu, name="b", parent=first))
    names = {"MENU": ("Menu", menu), "PAGE": ("Page", page), "DEEP": ("MenuItem", deep)}
    for word, (type_name, row) in names.items():
        document = document.replace(f'"{word}"', f'"{to_global_id(type_name, row.pk)}"')
    before = rows()
    result = run(f"mutation {{ made: {document} {{ errors {{ field code }} }} }}", cast.operator)
    assert [error["field"] for error in result.data["made"]["errors"]] == [field]
    assert rows() == before


def test_the_public_reads_what_is_published(cast: Cast) -> None:
    menu = create_menu(name="Footer")
    for title in ("Shown", "Hidden"):
        page = create_page(title=title, content="<p>a</p><script>b</script>", is_published=title == "Shown")
        add_item(menu=menu, name=title, page=page)
    document = '{ pages(first: 5) { totalCount } menu(slug: "footer") { items { name page { content } } } }'
    shown = run(document, cast.buyer).data
    assert shown["pages"]["totalCount"] == 1
    assert [item["page"] for item in shown["menu"]["items"]] == [{"content": "<p>a</p>"}, None]
    assert run(document, cast.operator).data["pages"]["totalCount"] == 2
