"""Pictures in the API. A resolver returns a `Picture`."""

from dataclasses import dataclass

from marketplace.graphql import ANYONE, Field, ObjectType, String


@dataclass(frozen=True, slots=True)
class Picture:
    url: str
    alt: str | None = None


class Image(ObjectType):
    """A picture, and words for those who do not see it."""

    class Meta:
        access = ANYONE

    url = Field(String, required=True)
    alt = Field(String)
