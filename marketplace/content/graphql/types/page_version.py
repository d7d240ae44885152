"""Versions and drafts of pages in the API, for those who write them."""

from typing import Any

from i18n.graphql.types.language import LanguageDisplay
from marketplace.accounts.graphql.types.user import User
from marketplace.content.graphql.access import CONTENT
from marketplace.content.version import PageVersion as VersionRow
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related,
)


class PageTexts(ObjectType):
    """What a page says in one language; null where it says nothing."""

    class Meta:
        access = CONTENT

    title = String()
    lead = String()
    content = String()
    image_alt = String()
    seo_title = String()
    seo_description = String()


class PageVersion(ObjectType):
    """A page in one language as it was after a change."""

    class Meta:
        access = CONTENT

    id = Field(ID, required=True)
    number = Field(Int, required=True)
    language = Field(LanguageDisplay, required=True)
    texts = Field(PageTexts, required=True)
    changed = Field(NonNull(List(NonNull(String))), size=10, description="The fields that were changed, as in inputs.")
    was_published = Field(Boolean, required=True)
    made_by = Field(User, description="Null for a program, and for somebody whose account is gone.")
    made_at = Field(DateTime, required=True)

    resolve_made_by = related("made_by")

    @staticmethod
    @batch
    def resolve_changed(versions: list[VersionRow], info: Any) -> list[list[str]]:
        return [[_camel(name) for name in version.changed] for version in versions]


PageVersionConnection = connection_type(PageVersion)


class PageDraft(ObjectType):
    """Texts that only those who write pages see, until they are published."""

    class Meta:
        access = CONTENT

    id = Field(ID, required=True)
    language = Field(LanguageDisplay, required=True)
    texts = Field(PageTexts, required=True)
    saved_by = Field(User)
    saved = Field(DateTime, required=True)

    resolve_saved_by = related("saved_by")
    resolve_saved = attribute("saved_at")


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)
