"""Transfers to sellers' own Stripe accounts, out of the buyers' charges (separate charges and transfers).

A transfer carries the order's number as ``transfer_group`` and names the charge it is taken out of, so that it can be
made before that charge is settled. Stripe serves no accounts in Vietnam (``orders.stripe_api.accounts``): sellers there
are refused with COUNTRY_NOT_SUPPORTED and paid over another rail.
"""

from typing import Any
from uuid import UUID

import stripe

from i18n.messages import gettext_noop as _
from i18n.money import Money
from orders.payouts.rail import (
    Payee,
    PayoutAnswer,
    PayoutOutcome,
    PayoutRequest,
    Rail,
    RailUnavailable,
    Refusal,
)
from orders.stripe_api.accounts import COUNTRIES
from orders.stripe_api.amounts import CURRENCIES, to_stripe
from orders.stripe_api.client import ask, is_configured
from orders.stripe_api.errors import StripeRefused, StripeUnavailable
from orders.stripe_api.intents import charge_of
from orders.stripe_api.metadata import noted

KEY = "payout"
"""The name of our id in the metadata of Stripe's transfers and reversals."""


class StripeTransfer(Rail):
    code = "stripe_transfer"
    name = _("Transfer to the seller's Stripe account")
    pays_by_part = True

    def refuses(self, currency: str, payee: Payee) -> Refusal | None:
        if not is_configured():
            return Refusal.NOT_CONFIGURED
        if currency not in CURRENCIES:
            return Refusal.CURRENCY_NOT_SUPPORTED
        if payee.country not in COUNTRIES:
            return Refusal.COUNTRY_NOT_SUPPORTED
        if not payee.reference:
            return Refusal.ACCOUNT_MISSING
        return None if payee.can_receive else Refusal.ACCOUNT_NOT_READY

    def pay(self, request: PayoutRequest) -> PayoutOutcome:
        """Refused while Stripe doesn't trust the account, or the charge was settled in another currency."""
        refusal = self.refuses(request.amount.currency, request.payee)
        if refusal is not None:
            return PayoutOutcome(PayoutAnswer.REFUSED, code=refusal)
        try:
            made = _made_before(request) or _transfer(request)
        except StripeRefused as refused:
            return PayoutOutcome(PayoutAnswer.REFUSED, code=refused.code.upper())
        except StripeUnavailable as trouble:
            raise RailUnavailable(self.code) from trouble
        return PayoutOutcome(PayoutAnswer.DONE, reference=made.id)

    def reverse(self, reference: str, *, amount: Money, reversal_id: UUID) -> PayoutOutcome:
        try:
            made = _reversed_before(reference, reversal_id) or _reverse(reference, amount, reversal_id)
        except StripeRefused as refused:
            return PayoutOutcome(PayoutAnswer.REFUSED, code=refused.code.upper())
        except StripeUnavailable as trouble:
            raise RailUnavailable(self.code) from trouble
        return PayoutOutcome(PayoutAnswer.DONE, reference=made)


def _made_before(request: PayoutRequest) -> stripe.Transfer | None:
    """Stripe forgets idempotency keys after a day or more; the metadata of its transfers doesn't."""
    if not request.group:
        return None
    wanted: Any = {"transfer_group": request.group, "destination": request.payee.reference, "limit": 100}
    rows = ask(lambda client: list(client.v1.transfers.list(wanted).auto_paging_iter()))
    return next((row for row in rows if noted(row.metadata, KEY) == str(request.payout_id)), None)


def _transfer(request: PayoutRequest) -> stripe.Transfer:
    wanted: Any = {
        "amount": to_stripe(request.amount),
        "currency": request.amount.currency.lower(),
        "destination": request.payee.reference,
        "metadata": {KEY: str(request.payout_id), "seller": str(request.payee.seller_id)},
    }
    if request.group:
        wanted["transfer_group"] = request.group
    if request.description:
        wanted["description"] = request.description
    if request.source:
        wanted["source_transaction"] = charge_of(request.source)
    key = f"transfer:{request.payout_id}"
    return ask(lambda client: client.v1.transfers.create(wanted, {"idempotency_key": key}))


def _reversed_before(reference: str, reversal_id: UUID) -> str | None:
    rows = ask(lambda client: list(client.v1.transfers.reversals.list(reference, {"limit": 100}).auto_paging_iter()))
    return next((row.id for row in rows if noted(row.metadata, KEY) == str(reversal_id)), None)


def _reverse(reference: str, amount: Money, reversal_id: UUID) -> str:
    wanted: Any = {"amount": to_stripe(amount), "metadata": {KEY: str(reversal_id)}}
    key = f"reversal:{reversal_id}"
    return ask(lambda client: client.v1.transfers.reversals.create(reference, wanted, {"idempotency_key": key})).id


RAIL = StripeTransfer()
