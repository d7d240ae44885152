"""Money out in the public API: for sellers what is theirs, for staff what is to be done."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Date,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    NonNull,
    ObjectType,
    PermissionDenied,
    String,
    connection_type,
)
from orders.graphql import payout_access as access
from orders.graphql.access import PAYOUTS_MANAGE
from orders.graphql.mutations.payout_files import PayoutFileCreate, PayoutReportTake
from orders.graphql.mutations.payout_rules import PayoutHoldPlace, PayoutRelease, PayoutScheduleSet
from orders.graphql.mutations.payouts import PayoutCancel, PayoutConfirm, PayoutMarkSent, PayoutPlanRun, PayoutReject
from orders.graphql.mutations.reconciliation import LedgerDifferenceExplain, ReconciliationRun
from orders.graphql.mutations.seller_bank_account_set import SellerBankAccountSet
from orders.graphql.types.payout import Payout, PayoutBalance, PayoutFile, PayoutHold, PayoutSchedule, PayoutStatus
from orders.graphql.types.seller_bank_account import SellerBankAccount
from orders.graphql.types.seller_statement import SellerStatement
from orders.graphql.types.withholding import DifferenceState, LedgerDifference, WithholdingReturn
from orders.payouts.bank_accounts.bank_account import SellerBankAccount as AccountRow
from orders.payouts.ledger.statement import currencies_of
from orders.payouts.papers import Paper, paper_url
from orders.payouts.payout.choose_rail import way_to
from orders.payouts.payout.payout import Payout as PayoutRow
from orders.payouts.payout.payout_file import PayoutFile as FileRow
from orders.payouts.payout.plan_payouts import prospect
from orders.payouts.reconciliation.difference import Difference as DifferenceRow
from orders.payouts.schedule.hold import PayoutHold as HoldRow
from orders.payouts.schedule.hold import open_hold
from orders.payouts.schedule.schedule import PayoutSchedule as ScheduleRow
from orders.payouts.schedule.schedule import schedule_for
from orders.payouts.statements.account_statement import AccountStatement, account_statement
from orders.payouts.statements.period import BadPeriod, Period
from orders.payouts.withholding.monthly_return import WithholdingReturn as ReturnMade
from orders.payouts.withholding.monthly_return import changes_of_seller, monthly_return

PayoutCountableConnection = connection_type(Payout)
PayoutFileCountableConnection = connection_type(PayoutFile)
LedgerDifferenceCountableConnection = connection_type(LedgerDifference)


class PayoutFilterInput(InputObjectType):
    """Which payouts to list."""

    status = List(NonNull(PayoutStatus))
    currency = String()


class LedgerDifferenceFilterInput(InputObjectType):
    """Which differences to list."""

    state = DifferenceState()
    with_gone = Boolean(description="Also those that are not there any more.")


@dataclass(frozen=True, slots=True)
class Balance:
    """A seller's money in a currency, with what the type shows."""

    seller_id: int
    currency: str
    payable: Any
    next_amount: Any
    minimum: Any
    frequency: str
    day: int
    is_ready: bool
    waits: Any
    hold: HoldRow | None


class PayoutsQueries(ObjectType):
    """What was paid out, what will be, and what does not agree."""

    payouts = ConnectionField(
        PayoutCountableConnection,
        seller=ID(description="Left out: of all sellers, for staff."),
        filter=PayoutFilterInput(),
        access=SIGNED_IN,
        description="Newest first, for managers of the seller and for staff who pay out.",
    )
    payout = Field(Payout, id=ID(required=True), access=SIGNED_IN, description="Null for who may not know of it.")
    payout_balances = Field(
        List(NonNull(PayoutBalance)),
        seller=ID(required=True),
        required=True,
        access=SIGNED_IN,
        size=5,
        cost=10,
        description="By currency, for managers of the seller and for staff who pay out.",
    )
    seller_bank_accounts = Field(
        List(NonNull(SellerBankAccount)), seller=ID(required=True), required=True, access=SIGNED_IN, size=5
    )
    seller_statement = Field(
        SellerStatement,
        seller=ID(required=True),
        currency=String(required=True),
        first_day=Date(required=True),
        last_day=Date(required=True),
        access=SIGNED_IN,
        cost=50,
        description="At most a year, days of Vietnam; for managers of the seller and for staff who pay out.",
    )
    withholding_certificate_url = Field(
        String,
        seller=ID(required=True),
        year=Int(required=True),
        access=SIGNED_IN,
        description="A PDF of what was withheld in a year, where anything was; the address works for an hour.",
    )
    payout_schedules = Field(List(NonNull(PayoutSchedule)), required=True, access=access.STAFF, size=20)
    payout_holds = Field(List(NonNull(PayoutHold)), required=True, access=access.STAFF, size=20)
    payout_files = ConnectionField(PayoutFileCountableConnection, access=access.STAFF)
    ledger_differences = ConnectionField(
        LedgerDifferenceCountableConnection, filter=LedgerDifferenceFilterInput(), access=access.STAFF
    )
    withholding_return = Field(
        WithholdingReturn, year=Int(required=True), month=Int(required=True), access=access.STAFF, cost=50
    )

    @staticmethod
    def resolve_payouts(root: Any, info: Any, seller: str | None = None, filter: Any = None) -> QuerySet[PayoutRow]:
        if seller is None and not info.context.actor.has_permission(PAYOUTS_MANAGE):
            raise PermissionDenied(_("Say of which seller."))
        rows = access.payouts(access.seller_key(info, seller) if seller is not None else None)
        wanted = filter or {}
        if wanted.get("status"):
            rows = rows.filter(status__in=[getattr(each, "value", each) for each in wanted["status"]])
        if wanted.get("currency"):
            rows = rows.filter(currency=wanted["currency"][:3])
        return rows

    @staticmethod
    def resolve_payout(root: Any, info: Any, id: str) -> PayoutRow | None:
        return access.find_payout(info, id)

    @staticmethod
    def resolve_payout_balances(root: Any, info: Any, seller: str) -> list[Balance]:
        key = access.seller_key(info, seller)
        return [_balance(key, currency, info.context.now) for currency in currencies_of(key)[:12]]

    @staticmethod
    def resolve_seller_bank_accounts(root: Any, info: Any, seller: str) -> list[AccountRow]:
        return list(AccountRow.objects.filter(seller=access.seller_key(info, seller)).order_by("currency"))

    @staticmethod
    def resolve_seller_statement(
        root: Any, info: Any, seller: str, currency: str, first_day: date, last_day: date
    ) -> AccountStatement:
        key = access.seller_key(info, seller)
        try:
            period = Period(first_day, last_day)
        except BadPeriod:
            raise InputError(_("Choose a period of at most a year."), field="lastDay") from None
        if not is_currency(currency):
            raise InputError(_("A currency is written as three letters, such as EUR."), field="currency")
        return account_statement(key, currency=currency, since=period.since, until=period.until)

    @staticmethod
    def resolve_withholding_certificate_url(root: Any, info: Any, seller: str, year: int) -> str | None:
        key = access.seller_key(info, seller)
        if not 2025 <= year <= 2999 or not changes_of_seller(key, Period(date(year, 1, 1), date(year, 12, 31))):
            return None
        paper = Paper("CERTIFICATE", language=info.context.language, seller=key, first=f"{year}-01-01")
        return paper_url(paper, now=info.context.now)

    @staticmethod
    def resolve_payout_schedules(root: Any, info: Any) -> list[ScheduleRow]:
        return list(ScheduleRow.objects.order_by("id")[:1000])

    @staticmethod
    def resolve_payout_holds(root: Any, info: Any) -> list[HoldRow]:
        return list(HoldRow.objects.filter(released_at=None).order_by("-placed_at", "-id")[:1000])

    @staticmethod
    def resolve_payout_files(root: Any, info: Any) -> QuerySet[FileRow]:
        return FileRow.objects.order_by("-day", "-id")

    @staticmethod
    def resolve_ledger_differences(root: Any, info: Any, filter: Any = None) -> QuerySet[DifferenceRow]:
        wanted = filter or {}
        rows = DifferenceRow.objects.select_related("explained_by").order_by("-on", "-id")
        if wanted.get("state"):
            rows = rows.filter(state=getattr(wanted["state"], "value", wanted["state"]))
        return rows if wanted.get("with_gone") else rows.filter(gone_at=None)

    @staticmethod
    def resolve_withholding_return(root: Any, info: Any, year: int, month: int) -> ReturnMade:
        if not (2025 <= year <= 2999 and 1 <= month <= 12):
            raise InputError(_("This is no month."), field="month")
        return monthly_return(year, month)


def _balance(seller_id: int, currency: str, now: Any) -> Balance:
    due = prospect(seller_id, currency, now=now, way=way_to(seller_id, currency, now=now))
    calendar = schedule_for(seller_id, currency)
    return Balance(
        seller_id=seller_id,
        currency=currency,
        payable=due.payable,
        next_amount=due.amount,
        minimum=due.minimum,
        frequency=calendar.frequency,
        day=calendar.day,
        is_ready=due.waits is None,
        waits=due.waits,
        hold=open_hold(seller_id),
    )


class PayoutsMutations(ObjectType):
    """Paying sellers."""

    seller_bank_account_set = SellerBankAccountSet.Field()
    payout_plan_run = PayoutPlanRun.Field()
    payout_mark_sent = PayoutMarkSent.Field()
    payout_confirm = PayoutConfirm.Field()
    payout_reject = PayoutReject.Field()
    payout_cancel = PayoutCancel.Field()
    payout_file_create = PayoutFileCreate.Field()
    payout_report_take = PayoutReportTake.Field()
    payout_hold = PayoutHoldPlace.Field()
    payout_release = PayoutRelease.Field()
    payout_schedule_set = PayoutScheduleSet.Field()
    reconciliation_run = ReconciliationRun.Field()
    ledger_difference_explain = LedgerDifferenceExplain.Field()
