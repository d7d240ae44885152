"""A page as readers would see it, drafts included."""

from typing import Any

from i18n.graphql.types.localized_text import LocalizedText
from marketplace.content.graphql.types.page import Page
from marketplace.content.preview import Preview
from marketplace.graphql import ANYONE, Boolean, Field, ObjectType, batch


def _text(name: str) -> Any:
    def resolve(previews: list[Preview], info: Any) -> list[Any]:
        return [preview.texts.get(name) for preview in previews]

    return batch(resolve)


class PagePreview(ObjectType):
    """Seen by whoever has the link, for two hours; texts are in the language of the request or the nearest."""

    class Meta:
        access = ANYONE

    page = Field(Page, required=True, description="The texts it would show are beside it.")
    title = Field(LocalizedText, required=True)
    lead = Field(LocalizedText)
    content = Field(LocalizedText)
    image_alt = Field(LocalizedText)
    has_draft = Field(Boolean, required=True, description="Whether something unpublished is shown in this language.")

    resolve_title = _text("title")
    resolve_lead = _text("lead")
    resolve_content = _text("content")
    resolve_image_alt = _text("image_alt")
