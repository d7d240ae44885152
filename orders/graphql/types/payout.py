"""Payouts in the API."""

from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from logistics.customs.documents.payment_qr import payment_qr_svg
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
    related,
)
from marketplace.sellers.graphql.types.seller import Seller
from orders.graphql.payout_access import OF_SELLER, STAFF
from orders.graphql.payout_wording import PAYOUT_STATUS, WAITS
from orders.payouts.discovery import rail_of
from orders.payouts.own_account import payout_qr
from orders.payouts.papers import Paper, paper_url
from orders.payouts.payout import plan_payouts, states
from orders.payouts.payout.payout import Payout as PayoutRow
from orders.payouts.payout.payout import PayoutEvent as EventRow
from orders.payouts.payout.payout import PayoutLine as LineRow
from orders.payouts.payout.payout_file import PayoutFile as FileRow
from orders.payouts.schedule import schedule
from orders.stored_money import stored

PayoutStatus = Enum.from_enum(
    states.PayoutStatus,
    name="PayoutStatus",
    description="PLANNED is set aside, SENT was given to the bank; REJECTED and CANCELED are payable again.",
)
PayoutWaits = Enum.from_enum(plan_payouts.Waits, name="PayoutWaits", description="Why nothing is paid out now.")
PayoutFrequency = Enum.from_enum(
    schedule.PayoutFrequency, name="PayoutFrequency", description="How often a seller is paid."
)

MOST_LINES = 500


class PayoutFile(ObjectType):
    """The file for the bank: ISO 20022 pain.001.001.09, one for each currency and day."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    message_id = Field(String, required=True)
    currency = Field(String, required=True)
    day = Field(Date, required=True)
    count = Field(Int, required=True)
    total = Field(Money, required=True)
    url = Field(String, required=True, description="The XML; the address works for an hour.")

    @staticmethod
    def resolve_url(file: FileRow, info: Any) -> str:
        return paper_url(Paper("PAYOUT_FILE", format="XML", id=str(file.pk)), now=info.context.now)


class PayoutEvent(ObjectType):
    """A step in the history of a payout."""

    class Meta:
        access = OF_SELLER

    status = Field(PayoutStatus, required=True)
    at = Field(DateTime, required=True)
    reason = Field(String, required=True, description="What the bank or the marketplace said.")


class PayoutLine(ObjectType):
    """One posting that a payout pays."""

    class Meta:
        access = OF_SELLER

    number = Field(String, description="The part of an order it is about.")
    at = Field(DateTime, required=True)
    amount = Field(Money, required=True, description="Below zero where something was given back.")


class PayoutInstructions(ObjectType):
    """What a person needs to pay it by hand."""

    class Meta:
        access = STAFF

    holder = Field(String, required=True)
    bank_name = Field(String, required=True)
    account_number = Field(String, required=True)
    bic = Field(String, required=True)
    bank_code = Field(String, required=True)
    reference = Field(String, required=True)
    qr = Field(String, description="A QR code (VietQR or EPC) for a banking app, as SVG.")

    resolve_reference = attribute("number")

    @staticmethod
    def resolve_holder(payout: PayoutRow, info: Any) -> str:
        return payout.holder.open()

    @staticmethod
    def resolve_account_number(payout: PayoutRow, info: Any) -> str:
        return payout.account_number.open()

    @staticmethod
    def resolve_qr(payout: PayoutRow, info: Any) -> str | None:
        _kind, text = payout_qr(payout)
        return payment_qr_svg(text) if text else None


class Payout(ObjectType):
    """Money that goes out to a seller at once."""

    class Meta:
        access = OF_SELLER

    id = Field(ID, required=True)
    number = Field(String, required=True)
    seller = Field(Seller, required=True)
    amount = Field(Money, required=True)
    status = Field(PayoutStatus, required=True)
    status_display = Field(String, required=True, description="In the language of the request.")
    rail = Field(String, required=True, description="bank_file, manual.")
    rail_name = Field(String, required=True, description="In the language of the request.")
    planned = Field(DateTime, required=True)
    holder = Field(String, required=True)
    bank_name = Field(String, required=True)
    masked_account = Field(String, required=True)
    reference = Field(String, required=True, description="What the bank calls it.")
    code = Field(String, required=True, description="Why the bank did not pay, as it codes it.")
    file = Field(PayoutFile, access=STAFF)
    instructions = Field(PayoutInstructions, access=STAFF, description="While somebody has to pay it by hand.")
    lines = Field(List(NonNull(PayoutLine)), required=True, size=50, description="At most the first 500.")
    events = Field(List(NonNull(PayoutEvent)), required=True, size=5)

    resolve_amount = attribute("money")
    resolve_planned = attribute("planned_at")
    resolve_seller = related("seller")
    resolve_file = related("file")

    @staticmethod
    def resolve_holder(payout: PayoutRow, info: Any) -> str:
        return payout.holder.open()

    @staticmethod
    def resolve_status_display(payout: PayoutRow, info: Any) -> str:
        return gettext(info.context.language, PAYOUT_STATUS[payout.status])

    @staticmethod
    def resolve_rail_name(payout: PayoutRow, info: Any) -> str:
        return gettext(info.context.language, rail_of(payout.rail).name)

    @staticmethod
    def resolve_instructions(payout: PayoutRow, info: Any) -> PayoutRow | None:
        open_ = payout.status in (states.PayoutStatus.PLANNED, states.PayoutStatus.SENT)
        return payout if open_ and payout.rail == "manual" else None

    @staticmethod
    @batch
    def resolve_lines(payouts: list[PayoutRow], info: Any) -> list[list["_Line"]]:
        found: dict[Any, list[_Line]] = {payout.pk: [] for payout in payouts}
        rows = LineRow.objects.filter(payout__in=payouts).select_related("payout", "entry__transaction__seller_order")
        for row in rows.order_by("entry_id")[: MOST_LINES * len(payouts)]:
            found[row.payout_id].append(_Line(row))
        return [found[payout.pk][:MOST_LINES] for payout in payouts]

    @staticmethod
    @batch
    def resolve_events(payouts: list[PayoutRow], info: Any) -> list[list[Any]]:
        found: dict[Any, list[Any]] = {payout.pk: [] for payout in payouts}
        for row in EventRow.objects.filter(payout__in=payouts).select_related("payout").order_by("at", "id"):
            found[row.payout_id].append(row)
        return [found[payout.pk] for payout in payouts]


class _Line:
    """A line as it is shown, with what the rule of access asks for."""

    def __init__(self, row: LineRow) -> None:
        posted = row.entry.transaction
        self.seller_id = row.payout.seller_id
        self.number = posted.seller_order.number if posted.seller_order else None
        self.at = posted.at
        self.amount = stored(-row.entry.amount, row.payout.currency)


class PayoutHold(ObjectType):
    """Why a seller's money is kept back."""

    class Meta:
        access = OF_SELLER

    seller = Field(Seller, required=True)
    reason = Field(String, required=True)
    placed = Field(DateTime, required=True)

    resolve_seller = related("seller")
    resolve_placed = attribute("placed_at")


class PayoutBalance(ObjectType):
    """What lies with the marketplace for a seller in a currency."""

    class Meta:
        access = OF_SELLER

    currency = Field(String, required=True)
    payable = Field(Money, required=True, description="Below zero the seller owes.")
    next_amount = Field(Money, required=True, description="Without what waits for a return or dispute.")
    minimum = Field(Money, required=True, description="Less is kept for the next time.")
    frequency = Field(PayoutFrequency, required=True)
    day = Field(Int, required=True, description="1 is Monday for WEEKLY, the day of the month for MONTHLY.")
    is_ready = Field(Boolean, required=True, description="The next run of the planner pays it out.")
    waits = Field(PayoutWaits)
    explanation = Field(String, description="Why it waits, in the language of the request.")
    hold = Field(PayoutHold)

    @staticmethod
    def resolve_explanation(balance: Any, info: Any) -> str | None:
        return gettext(info.context.language, WAITS[balance.waits]) if balance.waits else None


class PayoutSchedule(ObjectType):
    """How often is paid out, and from what amount on. The row that names most counts."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    seller = Field(Seller, description="Null: of everybody.")
    currency = Field(String, required=True, description="Empty: in every currency.")
    frequency = Field(PayoutFrequency, required=True)
    day = Field(Int, required=True)
    minimum = Field(Money)

    resolve_seller = related("seller")

    @staticmethod
    def resolve_minimum(row: schedule.PayoutSchedule, info: Any) -> Any:
        return None if row.minimum_amount is None else stored(row.minimum_amount, row.currency)
