"""``metadata`` and ``privateMetadata``, by Saleor's names: for the fields of records that keep some."""

from collections.abc import Mapping, Sequence
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.metadata import LONGEST_KEY, LONGEST_TEXT, MOST_KEYS, TooMuchMetadata
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    Field,
    InputError,
    InputObjectType,
    Interface,
    List,
    NonNull,
    ObjectType,
    String,
    permission,
)

STAFF_ONLY = permission(Permission.ORDERS_MANAGE)


class MetadataItem(ObjectType):
    """A text under its key."""

    class Meta:
        access = ANYONE

    key = Field(String, required=True)
    value = Field(String, required=True)


class MetadataInput(InputObjectType):
    """A text under its key."""

    key = String(required=True)
    value = String(required=True)


TYPES_OF_ROWS: dict[type, type[ObjectType]] = {}
"""Which type of the API a record is, for those that keep metadata; each package adds its own."""


class ObjectWithMetadata(Interface):
    """Something that clients may keep texts with."""

    metadata = Field(List(NonNull(MetadataItem)), required=True)
    metafield = Field(String, key=String(required=True))
    private_metadata = Field(List(NonNull(MetadataItem)))
    private_metafield = Field(String, key=String(required=True))

    @classmethod
    def resolve_type(cls, row: Any, info: Any) -> type[ObjectType]:
        return TYPES_OF_ROWS[type(row)]


class Metadata(ObjectType):
    """The fields of a record that has ``metadata`` and ``private_metadata``."""

    class Meta:
        access = ANYONE

    metadata = Field(List(NonNull(MetadataItem)), required=True, description="For whoever may read the record.")
    metafield = Field(String, key=String(required=True), description="One text of metadata.")
    private_metadata = Field(List(NonNull(MetadataItem)), access=STAFF_ONLY)
    private_metafield = Field(String, key=String(required=True), access=STAFF_ONLY)

    @staticmethod
    def resolve_metadata(row: Any, info: Any) -> list[dict[str, str]]:
        return items_of(row.metadata)

    @staticmethod
    def resolve_metafield(row: Any, info: Any, key: str) -> str | None:
        return row.metadata.get(key)

    @staticmethod
    def resolve_private_metadata(row: Any, info: Any) -> list[dict[str, str]]:
        return items_of(row.private_metadata)

    @staticmethod
    def resolve_private_metafield(row: Any, info: Any, key: str) -> str | None:
        return row.private_metadata.get(key)


def items_of(stored: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"key": key, "value": text} for key, text in sorted(stored.items())]


def given_metadata(items: Sequence[Any] | None) -> dict[str, str]:
    """The value of a list of `MetadataInput`; of a key that is given twice the last counts."""
    return {item["key"]: item["value"] for item in items or ()}


METADATA_ERRORS: dict[type[Exception], Any] = {
    TooMuchMetadata: lambda _refusal: InputError(
        _("At most %(keys)s keys of %(key)s characters with texts of %(text)s characters are kept."),
        field="input",
        params={"keys": MOST_KEYS, "key": LONGEST_KEY, "text": LONGEST_TEXT},
    )
}
