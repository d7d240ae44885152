"""What was agreed and is about to be an order: the same value from a basket and from an accepted quote."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from catalog.models import Product, ProductVariant
from catalog.pricing.taxed_money import TaxedMoney
from i18n.money import Money
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.vouchers.apply import AppliedVoucher
from orders.vouchers.borne_by import BorneBy


@dataclass(frozen=True, slots=True)
class Discount:
    """What a voucher took off, and whose money it is."""

    amount: Money
    borne_by: BorneBy


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one seller's goods travel, and for how much."""

    method_id: str
    name: str
    """A message id."""
    carrier: str
    price: TaxedMoney
    """After the voucher."""
    minimum_days: int | None = None
    maximum_days: int | None = None
    discount: Discount | None = None
    incoterm: str = "DAP"
    named_place: str = ""
    """Of the Incoterm; the buyer's city where nothing else was agreed."""


@dataclass(frozen=True, slots=True)
class SoldLine:
    """So many pieces at an agreed price. Without a variant it is made for this buyer alone, after its description."""

    variant: ProductVariant | None
    quantity: int
    unit: TaxedMoney
    total: TaxedMoney
    """After the voucher."""
    description: str = ""
    sku: str = ""
    origin_country: str = "VN"
    is_sample: bool = False
    discount: Discount | None = None

    @property
    def product(self) -> Product | None:
        return self.variant.product if self.variant else None


@dataclass(frozen=True, slots=True)
class SoldPart:
    """What one seller sells of it."""

    seller: Seller
    lines: tuple[SoldLine, ...]
    delivery: Delivery

    @property
    def subtotal(self) -> TaxedMoney:
        return sum_taxed((line.total for line in self.lines), self.delivery.price.currency)

    @property
    def total(self) -> TaxedMoney:
        return self.subtotal + self.delivery.price


@dataclass(frozen=True, slots=True)
class Gift:
    """The goods are for somebody else, who is to read the message and no prices."""

    message: str = ""


@dataclass(frozen=True, slots=True)
class Sale:
    """All that an order writes down. ``checkout_id`` is of the basket it came from, where it came from one."""

    user: User | None
    email: str
    channel: Channel
    language: str
    shipping_address: dict[str, Any]
    billing_address: dict[str, Any]
    parts: tuple[SoldPart, ...]
    note: str = ""
    purchase_order_number: str = ""
    checkout_id: UUID | None = None
    tax_ids: Sequence[Mapping[str, str]] = ()
    gift: Gift | None = None
    voucher: AppliedVoucher | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    """Texts by key that clients kept with the basket."""
    private_metadata: Mapping[str, str] = field(default_factory=dict)

    @property
    def currency(self) -> str:
        """The market's in a basket; a quote may have been agreed on in another one."""
        return self.parts[0].delivery.price.currency if self.parts else self.channel.currency_code

    @property
    def subtotal(self) -> TaxedMoney:
        return sum_taxed((part.subtotal for part in self.parts), self.currency)

    @property
    def shipping(self) -> TaxedMoney:
        return sum_taxed((part.delivery.price for part in self.parts), self.currency)

    @property
    def total(self) -> TaxedMoney:
        return sum_taxed((part.total for part in self.parts), self.currency)


def sum_taxed(amounts: Iterable[TaxedMoney], currency: str) -> TaxedMoney:
    total = TaxedMoney.zero(currency)
    for amount in amounts:
        total = total + amount
    return total
