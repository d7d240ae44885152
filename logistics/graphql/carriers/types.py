"""Accounts with carriers, as their owners see them: never a secret."""

from collections.abc import Sequence
from typing import Any

from i18n.messages import gettext
from logistics.carriers.accounts.carrier_account import CarrierAccount as AccountRow
from logistics.carriers.accounts.webhook import WebhookDoor, address_of
from logistics.carriers.registry import carriers
from logistics.graphql.carriers.access import MANAGERS
from logistics.graphql.types.carrier import Carrier
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)
from marketplace.sellers.graphql.types.seller import Seller


class CarrierAccountSetting(ObjectType):
    """What was entered. Whoever may read the account may read this."""

    class Meta:
        access = SIGNED_IN

    name = Field(String, required=True)
    label = Field(String, required=True, description="In the language of the request.")
    value = Field(String, required=True, description="Of a secret, at most its last four characters.")


class CarrierAccount(ObjectType):
    """An account with a carrier: of a seller, or the marketplace's own, which serves sellers who have none."""

    class Meta:
        access = MANAGERS

    id = Field(ID, required=True)
    carrier = Field(Carrier, required=True)
    seller = Field(Seller, description="Null: the marketplace's own.")
    is_test = Field(Boolean, required=True, description="The carrier's trial system: nothing is driven anywhere.")
    settings = Field(NonNull(List(NonNull(CarrierAccountSetting))), size=5)
    connected_at = Field(DateTime, required=True)
    checked_at = Field(DateTime, description="When the carrier last said whether it takes the credentials.")
    is_working = Field(Boolean, description="What it said; null when it could not be asked.")
    webhook_address = Field(String, description="Without its secret; null for a carrier that sends no messages.")

    resolve_seller = related("seller")

    @staticmethod
    @batch
    def resolve_carrier(rows: Sequence[AccountRow], info: Any) -> list[dict[str, str]]:
        return [{"code": row.carrier} for row in rows]

    @staticmethod
    @batch
    def resolve_settings(rows: Sequence[AccountRow], info: Any) -> list[list[dict[str, str]]]:
        return [_settings(row, info.context.language) for row in rows]

    @staticmethod
    @batch
    def resolve_webhook_address(rows: Sequence[AccountRow], info: Any) -> list[str | None]:
        return [address_of(row) if _sends_messages(row) else None for row in rows]


class CarrierWebhook(ObjectType):
    """What is entered at the carrier so that it tells what happens. Shown now and at no other time."""

    class Meta:
        access = SIGNED_IN

    address = Field(String, required=True, description="It holds a secret where the carrier can only repeat it.")
    secret = Field(String, description="Null where the carrier asks for none beside the address.")

    @staticmethod
    @batch
    def resolve_secret(doors: Sequence[WebhookDoor], info: Any) -> list[str | None]:
        return [door.secret or None for door in doors]


def _settings(row: AccountRow, language: str) -> list[dict[str, str]]:
    known = carriers().get(row.carrier)
    labels = {field.name: gettext(language, field.label) for field in known.account_fields} if known else {}
    return [
        {"name": name, "label": labels.get(name, name), "value": value} for name, value in row.shown.items() if value
    ]


def _sends_messages(row: AccountRow) -> bool:
    known = carriers().get(row.carrier)
    return known is not None and "WEBHOOK" in known.capabilities
