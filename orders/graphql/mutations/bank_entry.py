"""``bankEntryMatch``, ``bankEntryIgnore``, ``bankEntryUndo`` and ``bankEntriesMatchExact``."""

from typing import Any
from uuid import UUID

from i18n.graphql.bounded import bounded, needed
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, Field, InputError, Int, Mutation, String
from orders.bank_statements.entry import BankEntry as EntryRow
from orders.bank_statements.ignore_entry import ignore_entry
from orders.bank_statements.match_entry import match_exact, match_payment, match_refund
from orders.bank_statements.match_order import match_order
from orders.bank_statements.undo_entry import undo_entry
from orders.graphql import bank_refusals
from orders.graphql.access import key_of
from orders.graphql.types.bank_entry import BankEntry
from orders.graphql.types.bank_statement import STAFF
from orders.payments.payment import Payment as PaymentRow
from orders.payments.refund import Refund as RefundRow

LONGEST_REASON = 400


def _entry_key(id: str) -> UUID:
    return _known(EntryRow, id, "BankEntry", "id")


def _known(model: Any, id: str, type_name: str, field: str) -> UUID:
    key = key_of(id, type_name, field=field)
    if not model.objects.filter(pk=key).exists():
        raise InputError(_("There is no such thing."), field=field, code="NOT_FOUND")
    return key


class BankEntryMatch(Mutation):
    """A line of a statement is this payment, or this refund.

    Less than what is open leaves the payment open; more is kept as the buyer's credit. A refund is sent whole.
    """

    class Arguments:
        id = ID(required=True)
        payment = ID()
        refund = ID()
        order_number = String(description="Instead of either, where no suggestion is right: BDM-2026-000123.")

    class Meta:
        access = STAFF
        error_codes = bank_refusals.ENTRY_CODES
        known_errors = bank_refusals.ENTRY
        cost = 10

    entry = Field(BankEntry)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        payment: str | None = None,
        refund: str | None = None,
        order_number: str | None = None,
    ) -> dict[str, Any]:
        key, by = _entry_key(id), signed_in_user(info)
        if [bool(payment), bool(refund), bool(order_number)].count(True) != 1:
            raise InputError(_("Say which payment or which refund it is."), field="payment", code="REQUIRED")
        if order_number:
            return {"entry": match_order(entry_id=key, number=bounded(order_number, "orderNumber", 40), by=by)}
        if refund:
            refund_key = _known(RefundRow, refund, "Refund", "refund")
            return {"entry": match_refund(entry_id=key, refund_id=refund_key, by=by)}
        payment_key = _known(PaymentRow, payment or "", "Payment", "payment")
        return {"entry": match_payment(entry_id=key, payment_id=payment_key, by=by)}


class BankEntryIgnore(Mutation):
    """A line is none of the orders': a fee, interest, a transfer between own accounts."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = bank_refusals.ENTRY_CODES
        known_errors = bank_refusals.ENTRY
        cost = 10

    entry = Field(BankEntry)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        said = needed(reason, "reason", LONGEST_REASON)
        return {"entry": ignore_entry(entry_id=_entry_key(id), reason=said, by=signed_in_user(info))}


class BankEntryUndo(Mutation):
    """What was decided about a line was wrong: it is open again.

    Money it had paid for an order is taken off it by an entry the other way round; nothing is deleted.
    """

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = bank_refusals.ENTRY_CODES
        known_errors = bank_refusals.ENTRY
        cost = 10

    entry = Field(BankEntry)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        said = needed(reason, "reason", LONGEST_REASON)
        return {"entry": undo_entry(entry_id=_entry_key(id), reason=said, by=signed_in_user(info))}


class BankEntriesMatchExact(Mutation):
    """Apply every suggestion that leaves no doubt: named by its reference or number, and exactly what is open."""

    class Meta:
        access = STAFF
        cost = 200

    matched = Int()

    @classmethod
    def perform(cls, info: Any) -> dict[str, Any]:
        return {"matched": match_exact(by=signed_in_user(info))}
