"""A small world whose every figure can be counted by hand: it is written out below, a line for each thing.

Sellers: f1 to f6 make furniture, c1 to c5 ceramics, l1 and l2 lacquer. Buyers are b1, b2 …
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from catalog.models import Product, ProductApproval, ProductChannelListing
from catalog.traceability.epcis.event import EpcisEvent
from i18n.exchange_rate import ExchangeRate
from i18n.today import HERE
from i18n.translate import set_translation
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import ShipmentStatus
from marketplace.channels.models import Channel
from marketplace.expo.models import Expo
from marketplace.expo.visitors.visitor import Visitor
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import SellerStatus
from orders.fulfillment.fulfillment import Fulfillment, FulfillmentKind, FulfillmentLine
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.quotes.quote import Quote
from orders.quotes.quote_request import QuoteRequest
from tests.factories.accounts import make_user
from tests.factories.catalog import make_product, make_variant
from tests.factories.channels import make_channel
from tests.factories.epcis_world import CBV, observed, transformed, write
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.sellers import make_seller
from tests.factories.traceability import make_lot

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=HERE)
CRAFTS = {"f": ("furniture", 6), "c": ("ceramics", 5), "l": ("lacquer", 2)}
_number = count(1)

RATES = [  # 1 EUR is …: JPY 160 and VND 28,000 make 1 JPY = 175 VND, USD 1.12 makes 1 USD = 25,000 VND
    ("EUR", "VND", "28000", "2026-10-30"),
    ("EUR", "JPY", "160", "2026-10-29"),
    ("EUR", "USD", "1.12", "2026-10-30"),
    ("EUR", "VND", "99999", "2026-11-01"),  # of another month
]

SENT = [  # country, tariff code, sellers, buyers, what each of them sent: net amount, currency
    ("NL", "4419", "f1 f2 f3 f4", "b1 b2 b3 b4", "1000", "EUR"),
    ("NL", "9403", "f1 f2 f3 f4 f5 f6", "b1 b2 b3 b4 b5 b6", "2000", "EUR"),
    ("JP", "6911", "c1 c2 c3 c4 c5", "b7 b8 b9 b10 b11", "100000", "JPY"),
    ("JP", "9401", "f1 f2 f3 f4 f5", "b12 b13 b14 b15 b16", "50000", "JPY"),
    ("US", "9403", "f1", "b17", "10000", "USD"),
    ("VN", "9403", "f3", "b20", "5000000", "VND"),  # not abroad
]
"""All of October. NL under 44 has a fifth: f5 and b5, €1,000, being one of three pieces of a line of €3,000."""

PROMISED = [  # the eleven that went to NL: the day promised in October, and when they came
    (10, "2026-10-09T12:00"),
    (10, "2026-10-10T23:59"),
    (11, "2026-10-11T08:00"),
    (12, "2026-10-12T08:00"),
    (12, "2026-10-01T08:00"),
    (20, "2026-10-19T08:00"),
    (31, "2026-10-31T08:00"),
    (10, "2026-10-11T00:01"),  # late by a minute, though it is the 10th still in London
    (15, "2026-10-16T08:00"),  # late
    (31, "2026-11-03T08:00"),  # late
    (31, ""),  # has not come at all
]

ASKED = [  # country, buyers, sellers that each of them asks
    ("NL", "b1", "f1"),
    ("NL", "b2", "f2"),
    ("NL", "b3", "f3"),
    ("NL", "b4", "f4"),
    ("NL", "b5", "f5"),
    ("JP", "b6", "f1 f2 f3"),
    ("KR", "b1", "f1"),
    ("KR", "b2", "f2"),
    ("KR", "b3", "f3"),
    ("KR", "b4", "f4"),
    ("KR", "b5", "f5"),
    ("KR", "b6", "f6"),
]

EXHIBITORS = {"VN": 7, "KR": 5, "JP": 1}
VISITORS = {"VN": 9, "KR": 6, "FR": 3, "DE": 2}


def at(text: str) -> datetime:
    """A moment on Vietnam's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


@dataclass
class World:
    channel: Channel
    sellers: dict[str, Seller] = field(default_factory=dict)
    fair: Expo | None = None


def make_world() -> World:
    world = World(channel=make_channel("eu"))
    for letter, (craft, number) in CRAFTS.items():
        for each in range(1, number + 1):
            world.sellers[f"{letter}{each}"] = make_seller(craft=craft)
    for base, quote, rate, on in RATES:
        moment, day = timezone.now(), date.fromisoformat(on)
        ExchangeRate.objects.create(base=base, quote=quote, rate=Decimal(rate), on=day, source="t", fetched_at=moment)
    _list_products(world)
    _trace_lots(world)
    _trade(world)
    _ask_quotes(world)
    _hold_fairs(world)
    return world


def _list_products(world: World) -> None:
    """17 are seen: 3 of f1, one of each other furniture maker, one of each potter, 2 of each lacquerer."""
    seen = []
    for name, seller in world.sellers.items():
        number = 3 if name == "f1" else 2 if name.startswith("l") else 1
        seen += [_listed(world, seller) for _ in range(number)]
    Product.objects.filter(pk=seen[0].pk).update(source_language="en")
    for product in seen[1:8]:  # seven can be read in English
        _translate(product, "en", name="Chair", description="Of oak.")
    _translate(seen[8], "en", name="Table", description="Of ash.")
    Product.objects.filter(pk=seen[8].pk).update(name="Bàn mới")  # its translation is of another text now
    for product in seen[9:12]:  # three have a name in Dutch; one of them has no description at all
        _translate(product, "nl", name="Stoel")
    Product.objects.filter(pk=seen[9].pk).update(description="")
    _not_seen(world)


def _not_seen(world: World) -> None:
    other = make_channel("closed", is_active=False)
    _listed(world, world.sellers["f1"], channel=other)
    _listed(world, world.sellers["f1"], is_published=False)
    _listed(world, world.sellers["f1"], approval=ProductApproval.PENDING)
    _listed(world, make_seller(craft="furniture", status=SellerStatus.SUSPENDED))
    _listed(world, make_seller(craft="food"), is_published=False)
    Product.objects.filter(pk=_listed(world, world.sellers["f1"]).pk).update(archived_at=timezone.now())


def _listed(world: World, seller: Seller, **overrides: Any) -> Product:
    listing = {name: overrides.pop(name) for name in ("channel", "is_published") if name in overrides}
    product = make_product(seller=seller, **overrides)
    shown = {"channel": world.channel, "is_published": True, **listing}
    ProductChannelListing.objects.create(product=product, **shown)
    return product


def _translate(product: Product, language: str, **texts: str) -> None:
    set_translation(subject="catalog.Product", object_id=product.pk, language=language, texts=texts)


def _trace_lots(world: World) -> None:
    """Six of six sellers are traced: five by two steps of their own, one by what went into it. Three are not: of one
    step, of two of which one was taken back, and of no step at all."""
    variants = {
        name: make_variant(Product.objects.filter(seller=world.sellers[name])[0])
        for name in ("f1", "f2", "f3", "f4", "f5", "f6")
    }
    lots = {name: make_lot(variant) for name, variant in variants.items()}
    two = [lots[f"f{each}"] for each in range(1, 6)]
    events = [
        observed([lot.uri], step=f"{CBV}{step}", hour=hour, seller_id=lot.seller_id)
        for lot in two
        for hour, step in ((1, "commissioning"), (2, "packing"))
    ]
    lot = lots["f6"]
    events += [
        observed(["urn:uuid:log"], step=f"{CBV}commissioning", hour=3, seller_id=lot.seller_id),
        transformed(["urn:uuid:log"], [lot.uri], step=f"{CBV}commissioning", hour=4, seller_id=lot.seller_id),
    ]
    once, back = make_lot(variants["f1"]), make_lot(variants["f1"])
    events.append(observed([once.uri], step=f"{CBV}packing", hour=5, seller_id=once.seller_id))
    wrong = observed([back.uri], step=f"{CBV}packing", hour=6, seller_id=back.seller_id)
    events += [observed([back.uri], step=f"{CBV}shipping", hour=7, seller_id=back.seller_id), wrong]
    write(events)
    assert wrong.row is not None
    EpcisEvent.objects.create(
        event_id=wrong.row.event_id,
        event_hash=wrong.row.event_hash,
        is_error_declaration=True,
        type="ObjectEvent",
        event_time=wrong.time,
        event_time_zone_offset="+07:00",
        record_time=wrong.time,
        seller_id=back.seller_id,
        document={},
    )
    make_lot(variants["f1"])


def _trade(world: World) -> None:
    sent = [
        _send(world, country, code, seller, buyer, amount, currency)
        for country, code, sellers, buyers, amount, currency in SENT
        for seller, buyer in zip(sellers.split(), buyers.split(), strict=True)
    ]
    sent.insert(4, _send(world, "NL", "4419", "f5", "b5", "3000", "EUR", quantity=3, pieces=1))
    for fulfillment, (day, came) in zip(sent[:11], PROMISED, strict=True):
        _promise(fulfillment, date(2026, 10, day), came)
    _around(world)


def _around(world: World) -> None:
    """What belongs to October only in part, or not at all."""
    second = place(world, "VN", "b21", "f1 f2", "2026-10-01T00:10")  # one order, though it has two parts
    assert second.seller_orders.count() == 2
    for part in place(world, "JP", "b22", "f1", "2026-10-05T10:00").seller_orders.all():
        SellerOrder.objects.filter(pk=part.pk).update(status=SellerOrderStatus.CANCELED)
    place(world, "KR", "b23", "f1", "2026-11-01T00:10")
    place(world, "KR", "b23", "f1", "2026-09-30T23:50")
    ship(place(world, "KR", "b24", "f1", "2026-09-20T10:00"), "9403", "7000", "EUR", moment="2026-09-30T23:50")
    again = ship(place(world, "KR", "b24", "f1", "2026-09-20T10:00"), "9403", "7000", "EUR", moment="2026-10-09T10:00")
    Fulfillment.objects.filter(pk=again.pk).update(kind=FulfillmentKind.REPLACEMENT)
    _promise(again, date(2026, 10, 20), "")
    canceled = ship(place(world, "KR", "b24", "f1", "2026-09-20T10:00"), "9403", "1", "EUR", moment="2026-09-21T10:00")
    _promise(canceled, date(2026, 10, 20), "")
    Shipment.objects.filter(pk=canceled.shipment_id).update(status=ShipmentStatus.CANCELLED)


def _send(
    world: World,
    country: str,
    code: str,
    seller: str,
    buyer: str,
    amount: str,
    currency: str,
    *,
    quantity: int = 1,
    pieces: int = 1,
) -> Fulfillment:
    order = place(world, country, buyer, seller, "2026-10-05T10:00", currency=currency)
    return ship(order, code, amount, currency, quantity=quantity, pieces=pieces)


def place(world: World, country: str, buyer: str, sellers: str, moment: str, currency: str = "EUR") -> Order:
    number = f"T-{next(_number):05d}"
    amounts: dict[str, Any] = {"currency": currency, "subtotal_amount": 1, "shipping_amount": 0, "total_amount": 1}
    order = Order.objects.create(
        number=number,
        email=f"{buyer}@example.org",
        channel=world.channel,
        language="en",
        shipping_address={"country": country},
        billing_address={"country": country},
        created_at=at(moment),
        payment_due_at=at(moment),
        **amounts,
    )
    for position, name in enumerate(sellers.split(), start=1):
        SellerOrder.objects.create(
            order=order,
            seller=world.sellers[name],
            number=f"{number}-{position}",
            position=position,
            status=SellerOrderStatus.SHIPPED,
            delivery_method_id="x",
            delivery_method_name="x",
            carrier="manual",
            created_at=at(moment),
            **amounts,
        )
    return order


def ship(
    order: Order,
    code: str,
    amount: str,
    currency: str,
    *,
    moment: str = "2026-10-08T10:00",
    quantity: int = 1,
    pieces: int = 1,
) -> Fulfillment:
    part = order.seller_orders.get()
    net = Decimal(amount)
    line = OrderLine.objects.create(
        seller_order=part,
        product_name="Ghế",
        product_name_source="Ghế",
        sku="S",
        hs_code=code,
        origin_country="VN",
        quantity=quantity,
        quantity_fulfilled=pieces,
        currency=currency,
        unit_amount=net / quantity,
        unit_net_amount=net / quantity,
        total_amount=net * 2,  # with tax and freight of anything: only the net amount counts
        total_net_amount=net,
    )
    shipment = Shipment.objects.create(
        seller=part.seller,
        reference=part.number,
        carrier="manual",
        language="en",
        consignment_data={},
        status=ShipmentStatus.IN_TRANSIT,
        shipped_at=at(moment),
    )
    found = Fulfillment.objects.create(seller_order=part, position=1, shipment=shipment, created_at=at(moment))
    FulfillmentLine.objects.create(fulfillment=found, order_line=line, quantity=pieces)
    return found


def _promise(fulfillment: Fulfillment, day: date, came: str) -> None:
    delivered = at(came) if came else None
    rows = Shipment.objects.filter(pk=fulfillment.shipment_id)
    rows.update(promised_delivery=day, delivered_at=delivered)


def _ask_quotes(world: World) -> None:
    buyers = {f"b{each}": make_user() for each in range(1, 7)}
    for country, buyer, sellers in [*ASKED, ("FR", "b1", "f1")]:
        moment = at("2026-10-31T23:50" if country != "FR" else "2026-11-01T00:10")  # France asked in November
        number = f"R-{next(_number):05d}"
        request = QuoteRequest.objects.create(
            number=number,
            user=buyers[buyer],
            channel=world.channel,
            language="en",
            currency="EUR",
            incoterm="FOB",
            country=country,
            created_at=moment,
        )
        for position, seller in enumerate(sellers.split()):
            Quote.objects.create(
                number=f"{number}-{position}",
                request=request,
                seller=world.sellers[seller],
                valid_until=date(2026, 12, 1),
                created_at=moment,
                updated_at=moment,
            )


def _hold_fairs(world: World) -> None:
    world.fair = make_expo(name="Hội chợ Mẫu", starts_on=date(2026, 11, 3), ends_on=date(2026, 11, 6))
    for country in _each(EXHIBITORS):
        make_exhibitor(world.fair, country=country)
    for country in _each(VISITORS):
        _visitor(world.fair, country, confirmed_at=NOW)
    _visitor(world.fair, "VN")
    _visitor(world.fair, "VN", confirmed_at=NOW, withdrawn_at=NOW)
    late = make_expo(name="Hội chợ Sau", starts_on=date(2026, 11, 13), ends_on=date(2026, 11, 16))
    make_exhibitor(late, country="IT")
    hidden = make_expo(is_published=False, starts_on=date(2026, 10, 1), ends_on=date(2026, 10, 2))
    make_exhibitor(hidden, country="IT")


def _visitor(fair: Expo, country: str, **moments: datetime) -> None:
    email = f"visitor{next(_number)}@example.org"
    Visitor.objects.create(expo=fair, country=country, email=email, registered_at=NOW - timedelta(days=30), **moments)


def _each(counts: dict[str, int]) -> Iterator[str]:
    for country, number in counts.items():
        yield from [country] * number
