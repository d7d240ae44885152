"""A record's address in one language, in the API."""

from i18n.graphql.types.language import LanguageDisplay
from marketplace.graphql import ANYONE, Field, ObjectType, String


class LocalizedSlug(ObjectType):
    """The part of a page's address that is the record's name."""

    class Meta:
        access = ANYONE

    language = Field(LanguageDisplay, required=True)
    slug = Field(String, required=True, description="Made of the name in the language, or of what stands in for it.")
