"""How much can still go back for many parts at once."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Sum

from i18n.money import Money
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.refund import Refund
from orders.stored_money import stored


def refundable_of(parts: Sequence[SellerOrder]) -> dict[UUID, Money]:
    """By part, as ``orders.payments.owe_refund.refundable`` says of one; in one query."""
    rows = Refund.objects.filter(seller_order__in=parts).order_by().values_list("seller_order").annotate(Sum("amount"))
    gone = dict(rows)
    return {part.pk: stored(part.charged_amount - gone.get(part.pk, 0), part.currency) for part in parts}
