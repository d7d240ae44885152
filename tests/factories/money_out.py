"""Payouts, accounts, holds and differences, for the world of the API."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from orders.lifecycle.by import SYSTEM
from orders.payouts.payout.bank_file import make_payout_file
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.plan_payouts import plan_payout, plan_payouts
from orders.payouts.reconciliation.difference import Difference, DifferenceKind
from orders.payouts.schedule.hold import hold_payouts
from orders.payouts.schedule.schedule import PayoutFrequency, PayoutSchedule
from tests.cast import Cast
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import earn, make_bank_account


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
    difference = Difference.objects.create(
        key="bank:of the world",
        kind=DifferenceKind.NOT_IN_LEDGER,
        gateway="bank_transfer",
        currency="EUR",
        ledger_amount=Decimal(0),
        provider_amount=Decimal("12.50"),
        about="?",
        on=now.date(),
        found_at=now,
    )
    return {"payout": Payout.objects.get(seller=cast.woodworks.seller), "difference": difference}
