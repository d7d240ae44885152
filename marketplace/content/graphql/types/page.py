"""Pages in the API."""

from catalog.graphql.types.page_texts import all_with_page_fields, one_slug, with_page_fields
from i18n.graphql.localized import (
    localized_texts,
    localized_type,
    stored_translation,
    stored_translations,
    translation_type,
)
from i18n.graphql.types.language import LanguageDisplay, language_argument
from marketplace.content.graphql.access import CONTENT
from marketplace.content.page import FIELDS, SUBJECT
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    connection_type,
)

PageLocalized = localized_type(
    "PageLocalized", required=["title"], optional=["content", "seo_title", "seo_description"]
)
PageTranslation = translation_type(
    "PageTranslation", FIELDS, id=Field(ID, required=True), slug=Field(String, description="The same in all languages.")
)


class Page(ObjectType):
    """A text of the marketplace itself."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    slug = Field(String, required=True)
    title = Field(String, required=True, description="As it was written; see localized.")
    content = Field(String, required=True, description="Sanitised HTML, as it was written.")
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

    resolve_created = attribute("created_at")
    resolve_localized = localized_texts(SUBJECT, FIELDS)
    resolve_translation = with_page_fields(stored_translation(SUBJECT, FIELDS), "Page", one_slug)
    resolve_translations = all_with_page_fields(stored_translations(SUBJECT, FIELDS), "Page", one_slug)


PageCountableConnection = connection_type(Page)
