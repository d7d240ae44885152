"""Withhold tax of what a household or individual seller has earned of a part.

1. Enterprises are never withheld; nothing is before the duty began.
2. The revenue is what the seller earned before commission: the buyer's money and the marketplace's vouchers.
3. VAT where the goods stay in Vietnam, PIT by residence; each a percentage of the revenue as it stands, rounded once.
4. The difference to what was withheld before is one posting, in the transaction that changed the earning: a refund
   gives back what was withheld of it, however often it is divided.

5. What had been paid to the state by then is owed by the state: it is taken off the seller's next return.

Example: a resident household earns 2,000,000 VND in Vietnam: VAT 20,000, PIT 10,000. Half goes back: 10,000 and 5,000.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from i18n.money import Money
from marketplace.sellers.seller import EntityType, Seller, TaxResidence
from orders.lifecycle.seller_order import SellerOrder
from orders.payouts.commission.take import percent_of
from orders.payouts.earning import Earning
from orders.payouts.ledger.account import seller_payable, tax_receivable, tax_withheld
from orders.payouts.ledger.post import About, Entry, credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind
from orders.payouts.statements.period import HERE
from orders.payouts.withholding.held import lock_withheld
from orders.payouts.withholding.rates import rate_on
from orders.payouts.withholding.tax_withholding import TaxWithholding, WithholdingChange
from orders.stored_money import stored


@dataclass(frozen=True, slots=True)
class Withheld:
    revenue: Money
    vat: Money
    pit: Money


def withhold(part: SellerOrder, earning: Earning) -> None:
    """Bring what is withheld into step with ``earning``; nothing where nothing changed. Under the order's lock."""
    now = timezone.now()
    row = TaxWithholding.objects.filter(seller_order=part).first() or _begin(part, now)
    if row is None:
        return
    revenue = earning.earned + earning.voucher
    due = Withheld(revenue, percent_of(revenue, row.vat_percent), percent_of(revenue, row.pit_percent))
    before = Withheld(
        *(stored(amount, row.currency) for amount in (row.revenue_amount, row.vat_amount, row.pit_amount))
    )
    if due != before:
        _change(part, row, before, due, now)


def _begin(part: SellerOrder, now: datetime) -> TaxWithholding | None:
    seller = Seller.objects.get(pk=part.seller_id)
    rate = rate_on(now.astimezone(HERE).date())
    if seller.entity_type == EntityType.ENTERPRISE or rate is None:
        return None
    domestic = part.order.shipping_address.get("country") == "VN"
    resident = seller.tax_residence == TaxResidence.RESIDENT
    return TaxWithholding.objects.create(
        seller_order=part,
        currency=part.currency,
        is_domestic=domestic,
        vat_percent=rate.vat_percent if domestic else Decimal(0),
        pit_percent=rate.pit_resident_percent if resident else rate.pit_non_resident_percent,
        checked=rate.checked,
        legal_basis=rate.legal_basis,
    )


def _change(part: SellerOrder, row: TaxWithholding, before: Withheld, due: Withheld, now: datetime) -> None:
    position = row.changes.count() + 1
    vat, pit = due.vat - before.vat, due.pit - before.pit
    WithholdingChange.objects.create(
        withholding=row,
        seller_id=part.seller_id,
        position=position,
        at=now,
        currency=row.currency,
        is_domestic=row.is_domestic,
        revenue_amount=(due.revenue - before.revenue).amount,
        vat_amount=vat.amount,
        pit_amount=pit.amount,
    )
    post(
        TransactionKind.WITHHOLDING,
        key=f"withholding:{part.pk}:{position}",
        currency=row.currency,
        entries=_entries(part.seller_id, vat + pit),
        about=About(order=part.order, seller_order=part),
        at=now,
    )
    row.revenue_amount, row.vat_amount, row.pit_amount = due.revenue.amount, due.vat.amount, due.pit.amount
    row.save(update_fields=["revenue_amount", "vat_amount", "pit_amount"])


def _entries(seller_id: int, amount: Money) -> list[Entry]:
    """Below zero: back to the seller, out of what is still held; the rest is owed by the state."""
    if amount.amount >= 0:
        return [debit(seller_payable(seller_id), amount), credit(tax_withheld(seller_id), amount)]
    back = -amount
    held = min(back, lock_withheld(seller_id, amount.currency))
    return [
        debit(tax_withheld(seller_id), held),
        debit(tax_receivable(seller_id), back - held),
        credit(seller_payable(seller_id), back),
    ]
