"""Queries and mutations about accounts with carriers."""

from typing import Any

from django.db.models import QuerySet

from logistics.carriers.accounts.carrier_account import CarrierAccount as AccountRow
from logistics.graphql.carriers.access import own_account, owner_for
from logistics.graphql.carriers.mutations import (
    CarrierAccountCheck,
    CarrierAccountConnect,
    CarrierAccountDisconnect,
    CarrierAccountRenewWebhookSecret,
    CarrierAccountUpdate,
)
from logistics.graphql.carriers.types import CarrierAccount
from marketplace.graphql import ID, SIGNED_IN, Field, List, NonNull, ObjectType


class CarrierQueries(ObjectType):
    """Who carries for whom."""

    carrier_account = Field(
        CarrierAccount,
        id=ID(required=True),
        access=SIGNED_IN,
        description="For the managers of its seller, or for staff.",
    )
    carrier_accounts = Field(
        NonNull(List(NonNull(CarrierAccount))),
        seller=ID(description="Left out: the marketplace's own, for staff."),
        access=SIGNED_IN,
        size=10,
        description="Those that are connected now. For the managers of the seller.",
    )

    @staticmethod
    def resolve_carrier_account(root: Any, info: Any, id: str) -> AccountRow:
        return own_account(info, id)

    @staticmethod
    def resolve_carrier_accounts(root: Any, info: Any, seller: str | None = None) -> QuerySet[AccountRow]:
        return AccountRow.objects.live().filter(seller=owner_for(info, seller)).order_by("carrier")


class CarrierMutations(ObjectType):
    """Connecting carriers."""

    carrier_account_connect = CarrierAccountConnect.Field()
    carrier_account_update = CarrierAccountUpdate.Field()
    carrier_account_check = CarrierAccountCheck.Field()
    carrier_account_renew_webhook_secret = CarrierAccountRenewWebhookSecret.Field()
    carrier_account_disconnect = CarrierAccountDisconnect.Field()
