"""``set_schedule``: how often a seller, or everybody, is paid."""

from decimal import Decimal

from django.db import transaction

from i18n.currencies import is_currency
from i18n.money import BrokenMinorUnit, Money
from marketplace.sellers.models import Seller
from orders.payouts.schedule.schedule import PayoutFrequency, PayoutSchedule

_LAST_DAY = {PayoutFrequency.DAILY: 1, PayoutFrequency.WEEKLY: 7, PayoutFrequency.MONTHLY: 28}
MOST = Decimal(10) ** 12


class BadSchedule(ValueError):
    """``field`` is not possible with the rest; ``why`` in plain words."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}")
        self.field = field
        self.why = why


def set_schedule(
    *, seller_id: int | None, currency: str, frequency: str, day: int, minimum: Decimal | None
) -> PayoutSchedule:
    """The row of this seller and currency (nobody's: everybody's; none: all). Raises ``BadSchedule``."""
    if not 1 <= day <= _LAST_DAY[PayoutFrequency(frequency)]:
        raise BadSchedule("day", f"1 to {_LAST_DAY[PayoutFrequency(frequency)]}")
    if currency and not is_currency(currency):
        raise BadSchedule("currency", "not a currency")
    if minimum is not None:
        _check_minimum(minimum, currency)
    with transaction.atomic():
        row, _new = PayoutSchedule.objects.update_or_create(
            seller=None if seller_id is None else Seller.objects.get(pk=seller_id),
            currency=currency,
            defaults={"frequency": frequency, "day": day},
        )
        PayoutSchedule.objects.filter(pk=row.pk).update(minimum_amount=minimum)
        row.refresh_from_db()
    return row


def _check_minimum(minimum: Decimal, currency: str) -> None:
    if not currency:
        raise BadSchedule("currency", "an amount needs a currency")
    if not 0 <= minimum <= MOST:
        raise BadSchedule("minimum", "not an amount")
    try:
        Money(minimum, currency).minor_units()
    except BrokenMinorUnit:
        raise BadSchedule("minimum", "too many decimals") from None
