"""``User.avatar``: added here because pictures stand above accounts."""

from typing import Any

from marketplace.graphql import SIGNED_IN, Field, Int, ObjectType, String, batch
from marketplace.sellers.graphql.types.image import Image


class AvatarOfUser(ObjectType):
    """People have no pictures on this marketplace."""

    class Meta:
        access = SIGNED_IN

    avatar = Field(
        Image,
        access=SIGNED_IN,
        args={"size": Int(description="Taken for clients that send it."), "format": String(description="The same.")},
        description="Always null: people have no pictures here.",
    )

    @staticmethod
    @batch
    def resolve_avatar(users: list[Any], info: Any, size: int | None = None, format: str | None = None) -> list[None]:
        return [None] * len(users)
