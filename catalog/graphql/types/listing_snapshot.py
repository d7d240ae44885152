"""What was shown when, in the API: for staff."""

import json
from typing import Any

from catalog.models import ListingSnapshot as SnapshotRow
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ID,
    JSON,
    Boolean,
    DateTime,
    Field,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    permission,
)

STAFF = permission(Permission.TAKEDOWNS_MANAGE) | permission(Permission.PRODUCTS_APPROVE)


class ListingSnapshot(ObjectType):
    """What the public was shown of a product, from one moment until the next snapshot."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    shown_from = Field(DateTime, required=True)
    is_shown = Field(Boolean, required=True, description="False: nobody saw it from then on.")
    content = Field(JSON, required=True, description="Texts by language, markets with prices and windows, pictures.")
    digest = Field(String, required=True, description="SHA-256 over the digest before it and the content.")
    previous_digest = Field(String, required=True)

    resolve_shown_from = attribute("taken_at")

    @staticmethod
    @batch
    def resolve_content(rows: list[SnapshotRow], info: Any) -> list[Any]:
        return [json.loads(row.content) for row in rows]


ListingSnapshotCountableConnection = connection_type(ListingSnapshot)
