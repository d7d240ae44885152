"""``freightSubscriptionCreate``, ``freightSubscriptionEnd`` and ``ssccPrefixUpdate``."""

from typing import Any

from catalog.graphql.access import caller
from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from logistics.graphql.shipments.refusals import PREFIX, SUBSCRIPTION
from logistics.graphql.shipments.subscription import FreightSubscription, SsccPrefix
from logistics.shipments.freight.subscribe import end_freight_subscription, subscribe_freight
from logistics.shipments.freight.subscription import FreightSubscription as SubscriptionRow
from logistics.shipments.sscc.use_prefix import use_company_prefix
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, String, integer_key
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole
from marketplace.sellers.membership import may


class FreightSubscriptionCreate(Mutation):
    """Open an address that a shipping line pushes its events to."""

    class Arguments:
        seller = ID(required=True)
        carrier_name = String(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = ("TOO_MANY",)
        known_errors = SUBSCRIPTION

    subscription = Field(FreightSubscription)
    secret = Field(String, description="Shown this once: the line signs its messages with it.")

    @classmethod
    def perform(cls, info: Any, *, seller: str, carrier_name: str) -> dict[str, Any]:
        own = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        name = bounded(carrier_name, "carrier_name", 80)
        if not name:
            raise InputError(_("Say which line."), field="carrier_name", code="REQUIRED")
        row, secret = subscribe_freight(seller_id=own.pk, carrier_name=name)
        return {"subscription": row, "secret": secret}


class FreightSubscriptionEnd(Mutation):
    """Close such an address for good. Twice changes nothing."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    subscription = Field(FreightSubscription)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        key = integer_key(id, "FreightSubscription", field="id")
        row = SubscriptionRow.objects.filter(pk=key).first()
        if row is None or not may(info.context.actor, row.seller_id, MemberRole.MANAGER):
            raise InputError(_("There is no such subscription."), field="id", code="NOT_FOUND")
        end_freight_subscription(subscription=row)
        return {"subscription": row}


class SsccPrefixUpdate(Mutation):
    """Number parcels under the prefix that GS1 gave to the company, from the next one on."""

    class Arguments:
        seller = ID(required=True)
        prefix = String(required=True, description="4 to 12 digits; empty for numbers known to this marketplace alone.")

    class Meta:
        access = SIGNED_IN
        known_errors = PREFIX

    prefix = Field(SsccPrefix)

    @classmethod
    def perform(cls, info: Any, *, seller: str, prefix: str) -> dict[str, Any]:
        own = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        digits = bounded(prefix, "prefix", 30)
        return {"prefix": use_company_prefix(seller_id=own.pk, prefix=digits, by=caller(info))}
