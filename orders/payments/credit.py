"""What a buyer paid beyond what an order costs: kept, shown, used or paid back, never lost."""

from uuid import UUID

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.order import Order
from orders.stored_money import stored


class BuyerCredit(models.Model):
    """One row per order that was overpaid. Its ledger account is BUYER_CREDIT of that order."""

    order = models.OneToOneField(Order, models.CASCADE, related_name="credit")
    currency = currency_field()
    amount = amount_field()
    """All that was ever kept."""
    used_amount = amount_field(default=0)
    """Spent on other orders."""
    returned_amount = amount_field(default=0)
    """Paid back, or about to be."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=models.F("used_amount") + models.F("returned_amount")),
                name="credit_not_overspent",
            )
        ]

    def __str__(self) -> str:
        return f"{self.available} of {self.order_id}"

    @property
    def available(self) -> Money:
        return stored(self.amount - self.used_amount - self.returned_amount, self.currency)


def lock_credit(order_id: UUID) -> BuyerCredit | None:
    """What is kept for this order, held until the transaction ends: after the lock of an order, be it another one."""
    rows = BuyerCredit.objects.select_for_update(of=("self",)).select_related("order")
    return rows.filter(order=order_id).first()


def keep_credit(order: Order, amount: Money) -> BuyerCredit:
    """Add to what is kept for the buyer of this order; the caller holds its lock and posts to the ledger."""
    BuyerCredit.objects.get_or_create(order=order, defaults={"currency": order.currency, "amount": 0})
    kept = BuyerCredit.objects.select_for_update(of=("self",)).get(order=order)
    kept.amount = (stored(kept.amount, kept.currency) + amount).amount
    kept.save(update_fields=["amount"])
    return kept


def spend_credit(order: Order, most: Money) -> Money:
    """Take up to ``most`` of what is kept, for paying it back; gives how much there was. Under the order's lock."""
    kept = lock_credit(order.pk)
    amount = min(most, kept.available) if kept else Money.zero(most.currency)
    if kept and amount:
        kept.returned_amount = kept.returned_amount + amount.amount
        kept.save(update_fields=["returned_amount"])
    return amount


def return_to_credit(number: str, amount: Money) -> BuyerCredit:
    """What credit of order ``number`` had paid elsewhere is kept again; the caller posts to the ledger."""
    kept = BuyerCredit.objects.select_for_update(of=("self",)).get(order__number=number)
    kept.used_amount = (stored(kept.used_amount, kept.currency) - amount).amount
    kept.save(update_fields=["used_amount"])
    return kept
