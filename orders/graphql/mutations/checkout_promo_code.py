"""``checkoutAddPromoCode`` and ``checkoutRemovePromoCode``."""

from typing import Any

from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, ID, Field, InputError, String
from orders.checkout.promo_code import add_promo_code, remove_promo_code
from orders.graphql.access import checkout_key
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT, VOUCHER, VOUCHER_CODES, CheckoutError
from orders.graphql.types.checkout import Checkout
from orders.models import Checkout as CheckoutRow

LONGEST_TYPED = 100


class CheckoutAddPromoCode(CheckoutMutation):
    """Put a voucher on a basket, in place of an earlier one. Its problem says why it does not apply."""

    class Arguments:
        promo_code = String(required=True)

    class Meta:
        access = ANYONE
        error_type = CheckoutError
        error_codes = VOUCHER_CODES
        known_errors = {**CHECKOUT, **VOUCHER}
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, promo_code: str) -> dict[str, Any]:
        code = bounded(promo_code, "promo_code", LONGEST_TYPED)
        checkout = add_promo_code(checkout_id=checkout_key(info, id), code=code, now=info.context.now)
        return {"checkout": opened(info, checkout)}


class CheckoutRemovePromoCode(CheckoutMutation):
    """Take the voucher off a basket."""

    class Arguments:
        promo_code = String(description="The code; left out, whichever there is.")
        promo_code_id = ID(description="There are no gift cards here: always refused.")

    class Meta:
        access = ANYONE
        error_type = CheckoutError
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, promo_code: str | None = None, promo_code_id: str | None = None
    ) -> dict[str, Any]:
        if promo_code_id is not None:
            raise InputError(_("There is no such voucher on this basket."), field="promo_code_id", code="NOT_FOUND")
        key = checkout_key(info, id)
        code = promo_code if promo_code is not None else CheckoutRow.objects.values_list("voucher_code").get(pk=key)[0]
        checkout = remove_promo_code(
            checkout_id=key, code=bounded(code, "promo_code", LONGEST_TYPED), now=info.context.now
        )
        return {"checkout": opened(info, checkout)}
