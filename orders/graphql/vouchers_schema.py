"""Vouchers' part of the public API."""

from typing import Any

from django.db.models import QuerySet

from i18n.graphql.bounded import bounded
from marketplace.graphql import ID, SIGNED_IN, ConnectionField, Field, InputObjectType, ObjectType, String
from orders.graphql.mutations.checkout_changes_accept import CheckoutChangesAccept
from orders.graphql.mutations.checkout_papers import CheckoutGiftUpdate, CheckoutTaxIdsUpdate
from orders.graphql.mutations.checkout_promo_code import CheckoutAddPromoCode, CheckoutRemovePromoCode
from orders.graphql.mutations.vouchers import (
    VoucherChannelListingUpdate,
    VoucherCodeBulkDelete,
    VoucherCreate,
    VoucherDelete,
    VoucherUpdate,
)
from orders.graphql.types.voucher import Voucher, VoucherCountableConnection
from orders.graphql.voucher_access import find_voucher_of, vouchers_of
from orders.vouchers.voucher import Voucher as VoucherRow
from orders.vouchers.voucher_code import tidy_code


class VoucherFilterInput(InputObjectType):
    """Vouchers that fit all of it."""

    search = String(description="A code, or part of the name.")


class VouchersQueries(ObjectType):
    """Vouchers of a seller or of the marketplace."""

    voucher = Field(
        Voucher, id=ID(required=True), access=SIGNED_IN, description="For who keeps it; null for everybody else."
    )
    vouchers = ConnectionField(
        VoucherCountableConnection,
        seller=ID(description="Whose; left out, for staff, the marketplace's own."),
        filter=VoucherFilterInput(),
        access=SIGNED_IN,
        description="Newest first, for managers of the seller and staff.",
    )

    @staticmethod
    def resolve_voucher(root: Any, info: Any, id: str) -> VoucherRow | None:
        return find_voucher_of(info, id)

    @staticmethod
    def resolve_vouchers(root: Any, info: Any, seller: str | None = None, filter: Any = None) -> QuerySet[VoucherRow]:
        rows = vouchers_of(info, seller)
        search = bounded((filter or {}).get("search") or "", "filter.search", 100)
        if not search:
            return rows
        by_code = VoucherRow.objects.filter(codes__code=tidy_code(search)).values("pk")
        return rows.filter(name__icontains=search) | rows.filter(pk__in=by_code)


class VouchersMutations(ObjectType):
    """Making vouchers, and using them."""

    voucher_create = VoucherCreate.Field()
    voucher_update = VoucherUpdate.Field()
    voucher_delete = VoucherDelete.Field()
    voucher_channel_listing_update = VoucherChannelListingUpdate.Field()
    voucher_code_bulk_delete = VoucherCodeBulkDelete.Field()
    checkout_add_promo_code = CheckoutAddPromoCode.Field()
    checkout_remove_promo_code = CheckoutRemovePromoCode.Field()
    checkout_tax_ids_update = CheckoutTaxIdsUpdate.Field()
    checkout_gift_update = CheckoutGiftUpdate.Field()
    checkout_changes_accept = CheckoutChangesAccept.Field()
