"""Baskets and orders for tests, made through the verbs people use."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from catalog.models import ProductVariant
from i18n.exchange_rate import ExchangeRate
from marketplace.accounts.addresses.data import AddressData
from marketplace.channels.models import Channel
from orders.checkout.checkout import Checkout
from orders.checkout.choose_delivery import choose_delivery
from orders.checkout.complete import complete_checkout
from orders.checkout.create import create_checkout
from orders.checkout.lines import Wanted
from orders.checkout.totals import price_checkout
from orders.fulfillment.pack import pack_seller_order
from orders.lifecycle.by import By, Role
from orders.lifecycle.order import Order
from tests.factories.catalog import make_product, make_sellable_variant
from tests.factories.channels import make_channel

ACCEPTED_CARD = {"card_number": "4242 4242 4242 4242"}
DECLINED_CARD = {"card_number": "4000 0000 0000 0002"}

UTRECHT = AddressData(
    first_name="Sanne",
    last_name="Voorbeeld",
    street_address_1="Voorbeeldgracht 12",
    postal_code="3511 AB",
    city="Utrecht",
    country="NL",
    phone="+31301234567",
)
DI_AN = AddressData(
    first_name="Hoa",
    last_name="Trần Thử",
    street_address_1="7 đường Ví Dụ",
    city_area="Phường Dĩ An",
    country_area="Thành phố Hồ Chí Minh",
    country="VN",
    phone="+84900000000",
)
SELLER = By(Role.SELLER)
BUYER = By(Role.BUYER)


def make_exchange_rate() -> ExchangeRate:
    """1 EUR = 1.10 USD: delivery tariffs are in dollars."""
    return ExchangeRate.objects.get_or_create(
        base="EUR",
        quote="USD",
        on=date(2026, 1, 1),
        source="test",
        defaults={"rate": Decimal("1.10"), "fetched_at": timezone.now()},
    )[0]


def make_chair(channel: Channel | None = None, *, price: str = "120.00", **overrides: Any) -> ProductVariant:
    """A chair of a seller of its own, sold in the European market."""
    measures = {"length_mm": 500, "width_mm": 500, "height_mm": 900}
    product = overrides.pop("product", None) or make_product(seller=overrides.pop("seller", None))
    return make_sellable_variant(
        channel or make_channel("eu"), price=Decimal(price), product=product, **{**measures, **overrides}
    )


def make_checkout(
    *wanted: tuple[ProductVariant, int],
    channel: Channel | None = None,
    address: AddressData | None = UTRECHT,
    **overrides: Any,
) -> Checkout:
    """A basket of a guest from Utrecht; one chair unless told otherwise."""
    make_exchange_rate()
    pairs = wanted or ((make_chair(channel), 1),)
    return create_checkout(
        **{
            "channel": channel or make_channel("eu"),
            "language": "nl",
            "email": "sanne@example.org",
            "now": timezone.now(),
            "wanted": [Wanted(variant.pk, quantity) for variant, quantity in pairs],
            "shipping_address": address,
            **overrides,
        }
    )


def make_ready_checkout(*wanted: tuple[ProductVariant, int], **overrides: Any) -> Checkout:
    """One that can be completed: the cheapest delivery is chosen for every seller."""
    checkout = make_checkout(*wanted, **overrides)
    now = timezone.now()
    for group in price_checkout(checkout, now=now).groups:
        choose_delivery(
            checkout_id=checkout.pk, seller_id=group.seller.pk, method_id=group.methods[0].method_id, now=now
        )
    return checkout


def complete(
    checkout_id: UUID,
    *,
    gateway: str = "bank_transfer",
    data: dict[str, str] | None = None,
    accepted: Decimal | None = None,
) -> Order:
    """Complete a checkout at the price it has."""
    if accepted is None:
        checkout = Checkout.objects.select_related("channel").filter(pk=checkout_id).first()
        accepted = price_checkout(checkout, now=timezone.now()).total.gross.amount if checkout else Decimal(0)
    return complete_checkout(
        checkout_id=checkout_id,
        gateway_code=gateway,
        payment_data=data or {},
        accepted_total=accepted,
        now=timezone.now(),
    )


def make_order(*wanted: tuple[ProductVariant, int], **overrides: Any) -> Order:
    """An order that waits for a bank transfer."""
    return complete(make_ready_checkout(*wanted, **overrides).pk)


def make_paid_order(*wanted: tuple[ProductVariant, int], **overrides: Any) -> Order:
    """An order paid with the test card."""
    return complete(make_ready_checkout(*wanted, **overrides).pk, gateway="test_card", data=ACCEPTED_CARD)


def make_packed_order(*wanted: tuple[ProductVariant, int], **overrides: Any) -> Order:
    """A paid order that all its sellers are packing."""
    order = make_paid_order(*wanted, **overrides)
    for seller_order in order.seller_orders.all():
        pack_seller_order(seller_order_id=seller_order.pk, by=SELLER)
    order.refresh_from_db()
    return order
