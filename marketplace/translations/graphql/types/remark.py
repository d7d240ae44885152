"""Remarks about single texts in the API."""

from marketplace.graphql import SIGNED_IN, Field, ObjectType, String


class TranslationRemark(ObjectType):
    """Something that is wrong with a translation, or worth a second look."""

    class Meta:
        access = SIGNED_IN

    code = Field(String, required=True)
    message = Field(String, required=True, description="In the language of the request.")
