"""What a voucher is made of, checked as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypedDict

from catalog.models import Category, Collection, Product
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from i18n.money import Money
from marketplace.channels.models import Channel
from orders.vouchers.voucher import ValueType, Voucher, VoucherType

LONGEST_NAME = 120
MOST_USES = 10_000_000
MOST_NAMED = 500
MOST_AMOUNT = Decimal(10) ** 12


class VoucherFields(TypedDict, total=False):
    """What is left out stays as it is."""

    name: str
    type: VoucherType
    value_type: ValueType
    is_active: bool
    starts_at: datetime
    ends_at: datetime | None
    usage_limit: int | None
    limit_per_customer: int | None
    single_use: bool
    minimum_quantity: int | None
    countries: list[str]
    products: Sequence[Product]
    categories: Sequence[Category]
    collections: Sequence[Collection]


RELATIONS = ("products", "categories", "collections")


@dataclass(frozen=True, slots=True)
class Worth:
    """What it takes off in a channel."""

    channel: Channel
    value: Decimal
    minimum_spent: Decimal | None = None


def field_problems(voucher: Voucher, fields: VoucherFields) -> Iterator[Problem]:
    """``voucher`` already has the new plain fields."""
    if len(voucher.name) > LONGEST_NAME:
        yield Problem("name", "INVALID", _("At most %(limit)s characters."), {"limit": LONGEST_NAME})
    if voucher.ends_at is not None and voucher.ends_at <= voucher.starts_at:
        yield Problem("end_date", "INVALID", _("It has to end after it begins."))
    limits = {
        "usage_limit": voucher.usage_limit,
        "limit_per_customer": voucher.limit_per_customer,
        "min_checkout_items_quantity": voucher.minimum_quantity,
    }
    for name, limit in limits.items():
        if limit is not None and not 1 <= limit <= MOST_USES:
            yield Problem(name, "INVALID", _("A whole number from 1 to %(most)s."), {"most": MOST_USES})
    for relation in RELATIONS:
        if len(fields.get(relation) or ()) > MOST_NAMED:  # type: ignore[arg-type]  # each of the three is a sequence
            yield Problem(relation, "TOO_MANY", _("At most %(limit)s."), {"limit": MOST_NAMED})
    foreign = [each for each in fields.get("products") or () if voucher.seller_id not in (None, each.seller_id)]
    if foreign:
        yield Problem("products", "NOT_FOUND", _("You have no such product."))


def worth_problems(voucher: Voucher, worths: Sequence[Worth]) -> Iterator[Problem]:
    for index, worth in enumerate(worths):
        most = Decimal(100) if voucher.value_type == ValueType.PERCENTAGE else MOST_AMOUNT
        if not 0 < worth.value <= most:
            message = _("More than 0 and at most %(most)s.")
            yield Problem("discount_value", "INVALID", message, {"most": most}, index)
        elif voucher.value_type == ValueType.FIXED and not _is_payable(worth.value, worth.channel):
            yield Problem("discount_value", "INVALID", _("The currency has no such small unit."), index=index)
        least = worth.minimum_spent
        if least is not None and not (0 <= least <= MOST_AMOUNT and _is_payable(least, worth.channel)):
            yield Problem(
                "min_amount_spent", "INVALID", _("This is not an amount of the market's currency."), index=index
            )


def _is_payable(amount: Decimal, channel: Channel) -> bool:
    money = Money(amount, channel.currency_code)
    return money.quantize() == money
