"""Pages in the API."""

from typing import Any

from catalog.graphql.types.media import SIZED, kind_of
from catalog.graphql.types.page_texts import address_fields, all_with_page_fields, one_slug, with_page_fields
from catalog.products import media_files
from i18n.graphql.localized import (
    localized_texts,
    localized_type,
    stored_translation,
    stored_translations,
    translation_type,
)
from i18n.graphql.types.language import LanguageDisplay, language_argument
from i18n.translate import localize
from marketplace.content.graphql.access import CONTENT
from marketplace.content.graphql.types.page_language import PageLanguage, resolve_languages
from marketplace.content.graphql.types.page_version import PageDraft, PageVersionConnection
from marketplace.content.links import dead_links
from marketplace.content.page import FIELDS, SUBJECT, PageKind
from marketplace.content.page import Page as PageRow
from marketplace.content.version import PageDraft as DraftRow
from marketplace.content.version import PageVersion as VersionRow
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    ConnectionField,
    DateTime,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related,
    related_connection,
    related_list,
)
from marketplace.sellers.graphql.types.image import Image, Picture
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.models import Seller as SellerRow

PageKindEnum = Enum.from_enum(
    PageKind, name="PageKind", description="POLICY: what the law or the marketplace asks. STORY: about a maker."
)
PageLocalized = localized_type(
    "PageLocalized", required=["title"], optional=["lead", "content", "image_alt", "seo_title", "seo_description"]
)
PageTranslation = translation_type("PageTranslation", FIELDS, **address_fields("The same in all languages."))


class Page(ObjectType):
    """A text of the marketplace itself."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    slug = Field(String, required=True)
    kind = Field(PageKindEnum, required=True)
    title = Field(String, required=True, description="As it was written; see localized.")
    lead = Field(String, required=True, description="What it is about, in a sentence or two.")
    content = Field(
        String,
        required=True,
        description="Sanitised HTML, as it was written. A link page:slug leads to the page of that slug.",
    )
    picture = Field(Image, args=dict(SIZED), description="Its words are in the language of the request or the nearest.")
    image_alt = Field(String, required=True, description="What the picture shows, as it was written.")
    seller = Field(Seller, description="Whom a story is about; null unless the public sees the seller.")
    seo_title = Field(String, required=True)
    seo_description = Field(String, required=True)
    source_language = Field(LanguageDisplay, required=True)
    is_published = Field(Boolean, required=True)
    published_at = Field(DateTime, description="Shown from this moment; null for at once.")
    is_sample = Field(Boolean, required=True, description="A sample that counsel has to replace.")
    created = Field(DateTime, required=True)
    updated_at = Field(DateTime, required=True, access=CONTENT)
    localized = Field(PageLocalized, required=True, language_code=language_argument())
    translation = Field(PageTranslation, language_code=language_argument(required=True))
    translations = Field(NonNull(List(NonNull(PageTranslation))))
    languages = Field(NonNull(List(NonNull(PageLanguage))), size=8, description="How far each language has come.")
    drafts = Field(NonNull(List(NonNull(PageDraft))), size=8, access=CONTENT)
    versions = ConnectionField(PageVersionConnection, access=CONTENT, description="Newest first.")
    dead_links = Field(
        NonNull(List(NonNull(String))),
        access=CONTENT,
        description="Slugs that its text, as it was written, leads to and the public cannot open.",
    )

    resolve_created = attribute("created_at")
    resolve_seller = related("seller", queryset=lambda info: SellerRow.objects.approved())
    resolve_localized = localized_texts(SUBJECT, FIELDS)
    resolve_translation = with_page_fields(stored_translation(SUBJECT, FIELDS), "Page", one_slug)
    resolve_translations = all_with_page_fields(stored_translations(SUBJECT, FIELDS), "Page", one_slug)
    resolve_languages = resolve_languages
    resolve_drafts = related_list(lambda info: DraftRow.objects.order_by("language"), by="page_id")
    resolve_versions = related_connection(lambda info: VersionRow.objects.order_by("-number", "-pk"), by="page_id")

    @staticmethod
    @batch
    def resolve_picture(pages: list[PageRow], info: Any, size: int | None = None, format: Any = None) -> list[Any]:
        shown = [page for page in pages if page.image]
        texts = localize(
            subject=SUBJECT,
            rows=shown,
            fields=["image_alt"],
            language=info.context.language,
            source_language=lambda page: page.source_language,
        )
        alts = {page.pk: text["image_alt"] for page, text in zip(shown, texts, strict=True)}
        words = {key: alt.text if alt else "" for key, alt in alts.items()}
        kind = kind_of(format)
        return [
            Picture(media_files.url_of(page.image, size, kind), words[page.pk]) if page.image else None
            for page in pages
        ]

    @staticmethod
    @batch
    def resolve_dead_links(pages: list[PageRow], info: Any) -> list[list[str]]:
        return [sorted(slugs) for slugs in dead_links([page.content for page in pages])]


PageCountableConnection = connection_type(Page)
