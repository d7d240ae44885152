"""Lines of bank statements in the API, for staff: what they may be, and what they were taken for."""

from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    related_list,
    to_global_id,
)
from orders.bank_statements import entry, parsed, suggest
from orders.bank_statements.match import BankMatch as MatchRow
from orders.graphql.types.bank_statement import STAFF
from orders.graphql.types.order import Order

BankEntryStatus = Enum.from_enum(
    entry.EntryStatus, name="BankEntryStatus", description="What has been made of a line of a statement."
)
BankEntryDirection = Enum.from_enum(
    parsed.Direction, name="BankEntryDirection", description="CREDIT came in, DEBIT went out."
)
BankEntryEventType = Enum.from_enum(
    entry.EntryEventType, name="BankEntryEventType", description="What can happen to a line of a statement."
)
BankSuggestionReason = Enum.from_enum(
    suggest.Reason, name="BankSuggestionReason", description="Why a line may be a payment or a refund, or why not."
)
REASONS = {
    suggest.Reason.REFERENCE: _("The payment reference is in it."),
    suggest.Reason.ORDER_NUMBER: _("The order's number is in it."),
    suggest.Reason.AMOUNT: _("The amount is exactly what is open."),
    suggest.Reason.PART_OF_AMOUNT: _("The amount is less than what is open."),
    suggest.Reason.MORE_THAN_AMOUNT: _("The amount is more than what is open; the rest would be kept as credit."),
    suggest.Reason.NAME: _("The other party has the name on the invoice."),
    suggest.Reason.NOTHING_OPEN: _("Nothing is open: all of it would be kept as credit."),
    suggest.Reason.OTHER_CURRENCY: _("It is in another currency and cannot pay for this."),
}
EVENTS = {
    entry.EntryEventType.IMPORTED: _("Read from a statement"),
    entry.EntryEventType.MATCHED: _("Assigned to order %(note)s"),
    entry.EntryEventType.IGNORED: _("Set aside: %(note)s"),
    entry.EntryEventType.UNDONE: _("Opened again: %(note)s"),
}


class BankSuggestion(ObjectType):
    """What a line may be, with the reasons. Exactly one of ``payment`` and ``refund`` is there."""

    class Meta:
        access = STAFF

    order = Field(Order, required=True)
    payment = Field(ID, description="For bankEntryMatch.")
    refund = Field(ID, description="For bankEntryMatch.")
    open = Field(Money, required=True, description="What is still to be paid, or to be sent back.")
    score = Field(Int, required=True)
    reasons = Field(List(NonNull(BankSuggestionReason)), required=True, size=3)
    explanations = Field(List(NonNull(String)), required=True, size=3, description="The reasons, for people.")
    is_exact = Field(Boolean, required=True, description="bankEntriesMatchExact would apply it.")
    is_possible = Field(Boolean, required=True)

    @staticmethod
    def resolve_payment(found: suggest.Suggestion, info: Any) -> str | None:
        return to_global_id("Payment", found.payment.pk) if found.payment else None

    @staticmethod
    def resolve_refund(found: suggest.Suggestion, info: Any) -> str | None:
        return to_global_id("Refund", found.refund.pk) if found.refund else None

    @staticmethod
    def resolve_explanations(found: suggest.Suggestion, info: Any) -> list[str]:
        return [gettext(info.context.language, REASONS[reason]) for reason in found.reasons]


class BankMatch(ObjectType):
    """What a line was taken for."""

    class Meta:
        access = STAFF

    order = Field(Order, required=True)
    amount = Field(Money, required=True)
    is_refund = Field(Boolean, required=True)
    was_exact = Field(Boolean, required=True, description="Applied because reference and amount left no doubt.")
    at = Field(DateTime, required=True)

    resolve_amount = attribute("money")

    @staticmethod
    def resolve_is_refund(match: MatchRow, info: Any) -> bool:
        return match.refund_id is not None


class BankEntryEvent(ObjectType):
    """A step in the history of a line."""

    class Meta:
        access = STAFF

    type = Field(BankEntryEventType, required=True)
    at = Field(DateTime, required=True)
    message = Field(String, required=True, description="In the language of the request.")

    @staticmethod
    def resolve_message(event: entry.BankEntryEvent, info: Any) -> str:
        said = EVENTS[entry.EntryEventType(event.type)]
        return gettext(info.context.language, said, note=event.note or "–")


class BankEntry(ObjectType):
    """A line of a statement."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    status = Field(BankEntryStatus, required=True)
    direction = Field(BankEntryDirection, required=True)
    amount = Field(Money, required=True)
    booked_on = Field(Date, required=True)
    valued_on = Field(Date)
    account_number = Field(String, required=True, description="Ours.")
    bank_reference = Field(String, required=True)
    structured_reference = Field(String, required=True)
    text = Field(String, required=True, description="What the payer and the bank wrote.")
    other_name = Field(String, required=True)
    other_account = Field(String, required=True)
    is_reversal = Field(Boolean, required=True, description="The bank takes an earlier line back.")
    suggestions = Field(
        List(NonNull(BankSuggestion)), required=True, size=5, cost=5, description="Best first; none once decided."
    )
    match = Field(BankMatch, description="While it is MATCHED.")
    events = Field(List(NonNull(BankEntryEvent)), required=True, size=4)

    resolve_amount = attribute("money")
    resolve_events = related_list(lambda _info: entry.BankEntryEvent.objects.order_by("at", "id"), by="entry_id")

    @staticmethod
    @batch
    def resolve_suggestions(rows: list[entry.BankEntry], info: Any) -> list[list[suggest.Suggestion]]:
        found = suggest.suggestions_for([row for row in rows if row.status == entry.EntryStatus.OPEN])
        return [found.get(row.pk, []) for row in rows]

    @staticmethod
    @batch
    def resolve_match(rows: list[entry.BankEntry], info: Any) -> list[MatchRow | None]:
        current = MatchRow.objects.filter(entry__in=rows, reverses=None, reversed_by=None)
        found = {match.entry_id: match for match in current.select_related("order__channel")}
        return [found.get(row.pk) for row in rows]
