"""Disputes: ``disputeOpen``, ``disputeAnswer``, ``disputeWrite``, ``disputeAccept``, ``disputeEscalate``,
``disputeWithdraw`` and ``disputeDecide``."""

import decimal
from typing import Any

from i18n.graphql.bounded import bounded, needed
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Decimal,
    Field,
    List,
    Mutation,
    String,
    Upload,
    permission,
)
from marketplace.sellers.member import MemberRole
from orders.disputes import dispute as stored
from orders.disputes.answer import answer_dispute, write_to_dispute
from orders.disputes.move_dispute import Said
from orders.disputes.open_dispute import open_dispute
from orders.disputes.settle import accept_offer, decide_dispute, escalate_dispute, withdraw_dispute
from orders.graphql.aftermath_access import bought_part, for_buyer, for_either, for_seller, for_staff
from orders.graphql.aftermath_refusals import DISPUTE, DISPUTE_CODES
from orders.graphql.inputs.amount import amount_in
from orders.graphql.inputs.attachments import HELP, cleaned_files
from orders.graphql.types.dispute import Dispute, DisputeReason

LONGEST = 4000


def _said(text: str, files: list[Any] | None) -> Said:
    return Said(needed(text, "text", LONGEST), cleaned_files(files))


class DisputeOpen(Mutation):
    """Call on the marketplace about a part of an order, as its buyer. The seller has to answer."""

    class Arguments:
        id = ID(required=True, description="The seller's part of the order.")
        token = String(description="For who is not signed in.")
        reason = DisputeReason(required=True)
        amount = Decimal(required=True, description="What is to be paid back, in the currency of the order.")
        text = String(required=True)
        files = List(Upload, description=HELP)

    class Meta:
        access = ANYONE
        error_codes = DISPUTE_CODES
        known_errors = DISPUTE
        creates = True
        cost = 10

    dispute = Field(Dispute)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        reason: Any,
        amount: decimal.Decimal,
        text: str,
        token: str | None = None,
        files: list[Any] | None = None,
    ) -> dict[str, Any]:
        part, by = bought_part(info, id, token)
        dispute = open_dispute(
            seller_order_id=part.pk,
            reason=stored.DisputeReason(str(getattr(reason, "value", reason))),
            claimed=amount_in(amount, part.currency, field="amount"),
            said=_said(text, files),
            by=by,
            now=info.context.now,
        )
        return {"dispute": dispute}


class DisputeAnswer(Mutation):
    """What the seller says to it, as its owner or manager, with a refund offered or none."""

    class Arguments:
        id = ID(required=True)
        text = String(required=True)
        amount = Decimal(description="A refund the seller offers.")
        files = List(Upload, description=HELP)

    class Meta:
        access = SIGNED_IN
        error_codes = DISPUTE_CODES
        known_errors = DISPUTE
        cost = 10

    dispute = Field(Dispute)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        text: str,
        amount: decimal.Decimal | None = None,
        files: list[Any] | None = None,
    ) -> dict[str, Any]:
        row, by = for_seller(info, stored.Dispute, id, MemberRole.MANAGER)
        offered = amount_in(amount, row.seller_order.currency, field="amount") if amount is not None else None
        done = answer_dispute(dispute_id=row.pk, said=_said(text, files), offered=offered, by=by, now=info.context.now)
        return {"dispute": done}


class DisputeWrite(Mutation):
    """A further message with evidence, of either side or of staff, while it is open."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For a buyer who is not signed in.")
        text = String(required=True)
        files = List(Upload, description=HELP)

    class Meta:
        access = ANYONE
        error_codes = DISPUTE_CODES
        known_errors = DISPUTE
        creates = True
        cost = 10

    dispute = Field(Dispute)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, text: str, token: str | None = None, files: list[Any] | None = None
    ) -> dict[str, Any]:
        row, by = for_either(info, stored.Dispute, id, token)
        write_to_dispute(dispute_id=row.pk, said=_said(text, files), by=by, now=info.context.now)
        return {"dispute": row}


class DisputeAccept(Mutation):
    """The buyer takes the refund the seller offered; it is owed at once."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For who is not signed in.")

    class Meta:
        access = ANYONE
        error_codes = DISPUTE_CODES
        known_errors = DISPUTE
        cost = 20

    dispute = Field(Dispute)

    @classmethod
    def perform(cls, info: Any, *, id: str, token: str | None = None) -> dict[str, Any]:
        row, by = for_buyer(info, stored.Dispute, id, token)
        return {"dispute": accept_offer(dispute_id=row.pk, by=by, now=info.context.now)}


class DisputeEscalate(Mutation):
    """The buyer lets the marketplace decide."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For who is not signed in.")
        text = String()

    class Meta:
        access = ANYONE
        error_codes = DISPUTE_CODES
        known_errors = DISPUTE
        cost = 10

    dispute = Field(Dispute)

    @classmethod
    def perform(cls, info: Any, *, id: str, token: str | None = None, text: str | None = None) -> dict[str, Any]:
        row, by = for_buyer(info, stored.Dispute, id, token)
        words = bounded(text or "", "text", LONGEST)
        said = Said(words) if words else None
        return {"dispute": escalate_dispute(dispute_id=row.pk, said=said, by=by, now=info.context.now)}


class DisputeWithdraw(Mutation):
    """The buyer lets go of it."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For who is not signed in.")

    class Meta:
        access = ANYONE
        error_codes = DISPUTE_CODES
        known_errors = DISPUTE
        cost = 10

    dispute = Field(Dispute)

    @classmethod
    def perform(cls, info: Any, *, id: str, token: str | None = None) -> dict[str, Any]:
        row, by = for_buyer(info, stored.Dispute, id, token)
        return {"dispute": withdraw_dispute(dispute_id=row.pk, by=by, now=info.context.now)}


class DisputeDecide(Mutation):
    """What goes back to the buyer, which may be nothing. Both sides read the reasons."""

    class Arguments:
        id = ID(required=True)
        amount = Decimal(required=True)
        text = String(required=True)

    class Meta:
        access = permission(Permission.ORDERS_MANAGE)
        error_codes = DISPUTE_CODES
        known_errors = DISPUTE
        cost = 20

    dispute = Field(Dispute)

    @classmethod
    def perform(cls, info: Any, *, id: str, amount: decimal.Decimal, text: str) -> dict[str, Any]:
        row, by = for_staff(info, stored.Dispute, id)
        refund = amount_in(amount, row.seller_order.currency, field="amount")
        done = decide_dispute(dispute_id=row.pk, refund=refund, said=_said(text, None), by=by, now=info.context.now)
        return {"dispute": done}
