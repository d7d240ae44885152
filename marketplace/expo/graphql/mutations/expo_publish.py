"""``expoPublish``."""

from typing import Any

from marketplace.expo.arrange import publish_expo
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.types.expo import Expo
from marketplace.graphql import ID, Boolean, Field, Mutation


class ExpoPublish(Mutation):
    """Show an exhibition to the public, or hide it."""

    class Arguments:
        id = ID(required=True)
        is_published = Boolean(default_value=True)

    class Meta:
        access = STAFF

    expo = Field(Expo)

    @classmethod
    def perform(cls, info: Any, *, id: str, is_published: bool | None = True) -> dict[str, Any]:
        return {"expo": publish_expo(expo=expo_of(info, id), is_published=is_published is not False)}
