"""Pages and menus: their part of the public API."""

from typing import Any

from django.db.models import QuerySet

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.content.graphql.access import CONTENT, visible_pages
from marketplace.content.graphql.mutations.menu import (
    MenuCreate,
    MenuDelete,
    MenuItemCreate,
    MenuItemDelete,
    MenuItemTranslate,
    MenuItemUpdate,
    MenuUpdate,
)
from marketplace.content.graphql.mutations.page import PageCreate, PageDelete, PageTranslate, PageUpdate
from marketplace.content.graphql.mutations.page_draft import (
    PageDraftDiscard,
    PageDraftPublish,
    PageDraftSave,
    PagePreviewCreate,
    PageVersionRestore,
)
from marketplace.content.graphql.types.menu import Menu, MenuCountableConnection
from marketplace.content.graphql.types.page import Page, PageCountableConnection, PageKindEnum
from marketplace.content.graphql.types.page_preview import PagePreview
from marketplace.content.menu import Menu as MenuRow
from marketplace.content.page import Page as PageRow
from marketplace.content.page import PageKind, PageQuerySet
from marketplace.content.preview import Preview, preview_of
from marketplace.graphql import (
    ANYONE,
    ID,
    ConnectionField,
    Field,
    InputError,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    integer_key,
)
from marketplace.keyed_rows import keyed_rows
from marketplace.sellers.seller import SellerStatus

_LONGEST = 120
_MOST = 100


class StringFilterInput(InputObjectType):
    """One of some texts."""

    eq = String()
    one_of = List(NonNull(String))


class PageWhereInput(InputObjectType):
    """Pages that fit all of it."""

    ids = List(NonNull(ID))
    slug = StringFilterInput()


class PageFilterInput(InputObjectType):
    """Pages that fit all of it."""

    search = String(description="Part of the title as it was written, or of the slug.")
    slugs = List(NonNull(String))


class ContentQueries(ObjectType):
    """Texts of the marketplace itself."""

    page = Field(
        Page,
        id=ID(),
        slug=String(),
        slug_language_code=LanguageCodeEnum(description="Taken for clients that send it: slugs are the same in all."),
        access=ANYONE,
        description="Null unless it is published; for those who write pages also before.",
    )
    pages = ConnectionField(
        PageCountableConnection,
        channel=String(description="Taken for clients that send it: pages are the same in every market."),
        filter=PageFilterInput(),
        where=PageWhereInput(),
        kind=PageKindEnum(),
        seller=String(description="A seller's slug: the stories about it."),
        access=ANYONE,
        description="By title, stories newest first. Those that are published; for those who write pages all.",
    )
    page_preview = Field(
        PagePreview,
        token=String(required=True, description="Of pagePreviewCreate."),
        access=ANYONE,
        description="A page with its drafts; null when the link is wrong or older than two hours.",
    )
    menu = Field(
        Menu,
        id=ID(),
        slug=String(),
        channel=String(description="Taken for clients that send it: menus are the same in every market."),
        access=ANYONE,
    )
    menus = ConnectionField(MenuCountableConnection, access=CONTENT)

    @staticmethod
    def resolve_page(
        root: Any, info: Any, id: str | None = None, slug: str | None = None, slug_language_code: Any = None
    ) -> PageRow | None:
        return visible_pages(info).filter(**_named("Page", id, slug)).first()

    @staticmethod
    def resolve_pages(
        root: Any,
        info: Any,
        channel: str | None = None,
        filter: Any = None,
        where: Any = None,
        kind: Any = None,
        seller: str | None = None,
    ) -> QuerySet[PageRow]:
        rows = _of(visible_pages(info), kind, seller)
        wanted, narrower = filter or {}, where or {}
        slug = narrower.get("slug") or {}
        for texts in (wanted.get("slugs"), slug.get("one_of"), [slug["eq"]] if slug.get("eq") is not None else None):
            rows = rows if texts is None else rows.filter(slug__in=texts[:_MOST])
        if narrower.get("ids") is not None:
            rows = rows.filter(pk__in=[integer_key(each, "Page", field="ids") for each in narrower["ids"][:_MOST]])
        words = (wanted.get("search") or "")[:_LONGEST].strip()
        return rows.filter(title__icontains=words) | rows.filter(slug__icontains=words) if words else rows

    @staticmethod
    def resolve_page_preview(root: Any, info: Any, token: str) -> Preview | None:
        return preview_of(token, info.context.language)

    @staticmethod
    def resolve_menu(
        root: Any, info: Any, id: str | None = None, slug: str | None = None, channel: str | None = None
    ) -> MenuRow | None:
        named = {"id" if name == "pk" else name: [value] for name, value in _named("Menu", id, slug).items()}
        return next(iter(keyed_rows(MenuRow, named)), None)

    @staticmethod
    def resolve_menus(root: Any, info: Any) -> QuerySet[MenuRow]:
        return MenuRow.objects.order_by("name", "pk")


def _of(rows: PageQuerySet, kind: Any, seller: str | None) -> PageQuerySet:
    """The pages of a kind or about a seller, in their order."""
    if seller is not None:
        rows = rows.filter(seller__slug=seller[:_LONGEST], seller__status=SellerStatus.APPROVED)
    if kind is None:
        return rows.order_by("title", "pk")
    newest_first = kind == PageKind.STORY
    return rows.filter(kind=kind).order_by(*(("-created_at", "-pk") if newest_first else ("title", "pk")))


def _named(type_name: str, id: str | None, slug: str | None) -> dict[str, Any]:
    if (id is None) == (slug is None):
        raise InputError(_("Give either the id or the slug."), field="id")
    return {"pk": integer_key(id, type_name)} if id is not None else {"slug": (slug or "")[:_LONGEST]}


class ContentMutations(ObjectType):
    """Writing pages and menus."""

    page_create = PageCreate.Field()
    page_update = PageUpdate.Field()
    page_delete = PageDelete.Field()
    page_translate = PageTranslate.Field()
    page_draft_save = PageDraftSave.Field()
    page_draft_publish = PageDraftPublish.Field()
    page_draft_discard = PageDraftDiscard.Field()
    page_version_restore = PageVersionRestore.Field()
    page_preview_create = PagePreviewCreate.Field()
    menu_create = MenuCreate.Field()
    menu_update = MenuUpdate.Field()
    menu_delete = MenuDelete.Field()
    menu_item_create = MenuItemCreate.Field()
    menu_item_update = MenuItemUpdate.Field()
    menu_item_delete = MenuItemDelete.Field()
    menu_item_translate = MenuItemTranslate.Field()
