"""Drafts, previews and versions of pages."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.content.drafts import discard_draft, publish_draft, restore_version, save_draft
from marketplace.content.graphql.access import CONTENT, REFUSED, the
from marketplace.content.graphql.mutations.page import PageTranslationInput
from marketplace.content.graphql.types.page import Page
from marketplace.content.graphql.types.page_version import PageDraft
from marketplace.content.page import FIELDS
from marketplace.content.page import Page as PageRow
from marketplace.content.preview import preview_token
from marketplace.content.version import PageVersion as VersionRow
from marketplace.graphql import ID, DateTime, Field, Mutation, String


class PageDraftSave(Mutation):
    """Keep texts of a page for later; nobody reads them before they are published."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True, description="The page's own language, or another.")
        input = PageTranslationInput(required=True)

    class Meta:
        access = CONTENT
        known_errors = REFUSED

    draft = Field(PageDraft)
    page = Field(Page)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        page = the(PageRow, id)
        texts = {name: input[name] or "" for name in FIELDS if name in input}
        draft = save_draft(page=page, language=str(language_code), texts=texts, by=signed_in_user(info))
        return {"draft": draft, "page": page}


class PageDraftPublish(Mutation):
    """Let the page say what its draft in a language says."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)

    class Meta:
        access = CONTENT
        known_errors = REFUSED

    page = Field(Page)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any) -> dict[str, Any]:
        page = the(PageRow, id)
        return {"page": publish_draft(page=page, language=str(language_code), by=signed_in_user(info))}


class PageDraftDiscard(Mutation):
    """Forget a draft; the page stays as it is."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)

    class Meta:
        access = CONTENT
        known_errors = REFUSED

    page = Field(Page)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any) -> dict[str, Any]:
        return {"page": discard_draft(page=the(PageRow, id), language=str(language_code))}


class PageVersionRestore(Mutation):
    """Let the page say again what it said in a version, in that version's language. It becomes a new version."""

    class Arguments:
        id = ID(required=True, description="The version's.")

    class Meta:
        access = CONTENT
        known_errors = REFUSED

    page = Field(Page)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"page": restore_version(version=the(VersionRow, id), by=signed_in_user(info))}


class PagePreviewCreate(Mutation):
    """Make a link by which somebody without rights sees the page with its drafts, for two hours."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = CONTENT
        creates = True

    token = Field(String, description="For pagePreview.")
    expires_at = Field(DateTime)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        token, until = preview_token(the(PageRow, id))
        return {"token": token, "expires_at": until}
