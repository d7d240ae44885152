"""``pageCreate``, ``-Update``, ``-Delete`` and ``-Translate``."""

from typing import Any

from catalog.graphql.inputs import read_upload
from catalog.products.picture import MOST_BYTES
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.content.graphql.access import CONTENT, REFUSED, the
from marketplace.content.graphql.types.page import Page, PageKindEnum
from marketplace.content.page import FIELDS
from marketplace.content.page import Page as PageRow
from marketplace.content.pages import create_page, delete_page, translate_page, update_page
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Field,
    InputObjectType,
    Mutation,
    String,
    Upload,
)
from marketplace.sellers.models import Seller


class PageInput(InputObjectType):
    """What is left out stays as it is; null clears it."""

    title = String()
    slug = String()
    kind = PageKindEnum()
    lead = String(description="What it is about, in a sentence or two.")
    content = String(
        description="Plain text, or HTML that is cut down to harmless tags. Links: https://…, mailto:…, page:its-slug."
    )
    picture = Upload(description="JPEG, PNG or WebP, up to 10 MB; null takes it away.")
    image_alt = String(description="What the picture shows.")
    seller = ID(description="Whom a story is about.")
    seo_title = String()
    seo_description = String()
    is_published = Boolean()
    published_at = DateTime(description="Shown from this moment; null for at once.")
    is_sample = Boolean()


class PageCreateInput(PageInput):
    """A new page."""

    title = String(required=True)
    source_language = LanguageCodeEnum(description="What it is written in; English unless said.")


class PageTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    title = String()
    lead = String()
    content = String()
    image_alt = String()
    seo_title = String()
    seo_description = String()


def _fields(given: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {name: given[name] or "" for name in (*FIELDS, "slug") if name in given}
    fields |= {name: given[name] for name in ("is_published", "is_sample") if given.get(name) is not None}
    if "published_at" in given:
        fields["published_at"] = given["published_at"]
    if given.get("kind"):
        fields["kind"] = given["kind"]
    if "picture" in given:
        upload = given["picture"]
        fields["picture"] = upload and read_upload(upload, most=MOST_BYTES, field="picture")
    if "seller" in given:
        fields["seller"] = given["seller"] and the(Seller, given["seller"], field="seller")
    if given.get("source_language"):
        fields["source_language"] = str(given["source_language"])
    return fields


class PageCreate(Mutation):
    """Write a page; it is shown to nobody unless isPublished says so."""

    class Arguments:
        input = PageCreateInput(required=True)

    class Meta:
        access = CONTENT
        creates = True
        known_errors = REFUSED

    page = Field(Page)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        return {"page": create_page(by=signed_in_user(info), **_fields(input))}


class PageUpdate(Mutation):
    """Change a page."""

    class Arguments:
        id = ID(required=True)
        input = PageInput(required=True)

    class Meta:
        access = CONTENT
        known_errors = REFUSED

    page = Field(Page)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"page": update_page(page=the(PageRow, id), by=signed_in_user(info), **_fields(input))}


class PageDelete(Mutation):
    """Delete a page, and the menu entries that lead to it."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = CONTENT

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_page(page=the(PageRow, id))
        return {}


class PageTranslate(Mutation):
    """Store a page's texts in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = PageTranslationInput(required=True)

    class Meta:
        access = CONTENT
        known_errors = REFUSED

    page = Field(Page)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        page = the(PageRow, id)
        texts = {name: input[name] or "" for name in FIELDS if name in input}
        by = signed_in_user(info)
        translate_page(page=page, language=str(language_code), texts=texts, translator=f"user:{by.pk}", by=by)
        return {"page": page}
