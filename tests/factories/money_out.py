"""Payouts, accounts, holds and differences, for the world of the API."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.sellers.models import Seller
from orders.invoicing.draft import draft_tax_invoice
from orders.invoicing.hand_over import record_answer, send_tax_invoice
from orders.invoicing.issue import issue_tax_invoice
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.by import SYSTEM
from orders.payouts.payout.bank_file import make_payout_file
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.payout_file import PayoutFile
from orders.payouts.payout.plan_payouts import plan_payout, plan_payouts
from orders.payouts.reconciliation.difference import Difference, DifferenceKind
from orders.payouts.schedule.hold import hold_payouts
from orders.payouts.schedule.schedule import PayoutFrequency, PayoutSchedule
from orders.payouts.tax_returns.prepare import prepare_tax_return
from orders.payouts.tax_returns.tax_return import TaxReturn, TaxReturnLine
from tests.cast import Cast
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import earn, make_bank_account

CURRENCIES = ("EUR", "VND", "USD", "JPY", "KRW", "GBP", "CHF", "AUD", "SGD", "CAD")


def make_payout(**account: Any) -> Payout:
    """A planned payout of a seller of its own, in euros."""
    now = timezone.now()
    seller = make_seller()
    make_bank_account(seller, **{"usable_from": now - timedelta(days=1), **account})
    earn(seller)
    made = plan_payout(seller.pk, "EUR", now=now)
    if made is None:
        raise AssertionError("nothing was payable")
    return made


def make_money_out(cast: Cast) -> dict[str, Any]:
    """A payout that waits, one in a bank file, one that was planned for another house, a hold, a difference."""
    now = timezone.now()
    for house, bic in ((cast.woodworks, ""), (cast.pottery, "VIDUVNVX")):
        make_bank_account(house.seller, usable_from=now - timedelta(days=1), bic=bic)
        earn(house.seller)
    plan_payouts(now=now)
    make_payout_file(currency="EUR", by=SYSTEM, now=now)
    hold_payouts(seller_id=cast.pottery.seller.pk, reason="Hỏi lại", by=cast.operator, now=now)
    PayoutSchedule.objects.create(seller=cast.woodworks.seller, frequency=PayoutFrequency.MONTHLY, day=15)
    PayoutSchedule.objects.create(currency="EUR", frequency=PayoutFrequency.WEEKLY, minimum_amount=Decimal(20))
    return {
        "payout": Payout.objects.get(seller=cast.woodworks.seller),
        "difference": _difference("of the world"),
        "tax_invoice": make_tax_invoice(cast.woodworks.seller),
        "tax_return": _tax_return(cast.woodworks.seller, 2025, 7),
    }


def make_tax_invoice(seller: Seller, *, now: datetime | None = None) -> TaxInvoice:
    """Issued, and taken by the tax authority."""
    moment = now or timezone.now()
    draft = draft_tax_invoice(seller_order_id=earn(seller).pk, by=SYSTEM, now=moment)
    made = issue_tax_invoice(invoice_id=draft.pk, by=SYSTEM, now=moment)
    send_tax_invoice(invoice_id=made.pk, by=SYSTEM, now=moment)
    record_answer(invoice_id=made.pk, accepted=True, authority_code="CQT-1", reason="", by=SYSTEM, now=moment)
    return TaxInvoice.objects.get(pk=made.pk)


def _tax_return(seller: Seller, year: int, month: int) -> TaxReturn:
    """Of a month in which nothing was withheld, with a line all the same."""
    made = prepare_tax_return(year=year, month=month, by=None, now=timezone.now())
    amounts = {"revenue_amount": 100, "vat_amount": 1, "pit_amount": 2, "vat_due": 1, "pit_due": 2}
    TaxReturnLine.objects.create(tax_return=made, seller=seller, currency="EUR", **amounts)
    return made


def more_money_out(seller: Seller, operator: User, number: int) -> None:
    """Another payout of ``seller`` and of another house, in a file of their own; another hold, rule and difference."""
    now, weeks = timezone.now(), timedelta(weeks=number)
    latest = Payout.objects.filter(seller=seller).latest("slot")
    Payout.objects.filter(pk=latest.pk).update(slot=latest.slot - weeks)
    earn(seller)
    earn(seller)
    plan_payout(seller.pk, "EUR", now=now)
    other = make_payout().seller
    of_today = PayoutFile.objects.latest("day")
    earlier = {"day": of_today.day - weeks, "message_id": f"{of_today.message_id}-{number}"}
    PayoutFile.objects.filter(pk=of_today.pk).update(**earlier)
    make_payout_file(currency="EUR", by=SYSTEM, now=now)
    hold_payouts(seller_id=other.pk, reason="Hỏi lại", by=operator, now=now)
    PayoutSchedule.objects.create(seller=other, frequency=PayoutFrequency.DAILY)
    make_bank_account(seller, currency=CURRENCIES[number])
    _difference(f"more {number}")
    make_tax_invoice(seller)
    draft_tax_invoice(seller_order_id=earn(seller).pk, by=SYSTEM, now=now)
    later = _tax_return(seller, 2025 + (7 + number) // 12, (7 + number) % 12 + 1)
    TaxReturnLine.objects.create(
        tax_return=later, seller=other, currency="EUR", revenue_amount=1, vat_amount=0, pit_amount=0
    )


def _difference(key: str) -> Difference:
    now = timezone.now()
    return Difference.objects.create(
        key=f"bank:{key}",
        kind=DifferenceKind.NOT_IN_LEDGER,
        gateway="bank_transfer",
        currency="EUR",
        ledger_amount=Decimal(0),
        provider_amount=Decimal("12.50"),
        about="?",
        on=now.date(),
        found_at=now,
    )
