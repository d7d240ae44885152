"""Orders in every state, placed and handled through the verbs that buyers, sellers and staff call."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from catalog.products.product import Product
from catalog.traceability.lot import Lot
from logistics.shipments.record_event import record_event
from logistics.shipments.shipment import Shipment
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.demo.past import move_to_the_past
from marketplace.demo.people import People
from orders.checkout.choose_delivery import choose_delivery
from orders.checkout.complete import complete_checkout
from orders.checkout.create import create_checkout
from orders.checkout.lines import Wanted
from orders.checkout.totals import price_checkout
from orders.fulfillment.pack import pack_seller_order
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.by import By, Role
from orders.lifecycle.cancel import cancel_order
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.mark_as_paid import mark_as_paid

UTRECHT = AddressData(
    first_name="Sanne", last_name="Verhoeven", company_name="Werfkade Wonen", street_address_1="Oudegracht 900",
    postal_code="3511 AA", city="Utrecht", country="NL", phone="+31302300100",
)  # fmt: skip
BOLOGNA = AddressData(
    first_name="Giulia", last_name="Fantini", company_name="Bottega del Portico",
    street_address_1="Via del Pratello 900",
    postal_code="40122", city="Bologna", country_area="BO", country="IT", phone="+390512300100",
)  # fmt: skip
PORTLAND = AddressData(
    first_name="Dana", last_name="Whitlock", company_name="Fernhill Supply", street_address_1="900 NW Example Ave",
    postal_code="97209", city="Portland", country_area="OR", country="US", phone="+15035550100",
)  # fmt: skip
YAMAGUCHI = AddressData(
    first_name="結衣", last_name="青柳", company_name="青柳雑貨店", street_address_1="大手町900番地",
    postal_code="753-0072", city="山口市", country_area="山口県", country="JP", phone="+81839000100",
)  # fmt: skip
DAEJEON = AddressData(
    first_name="서연", last_name="한", company_name="한밭생활", street_address_1="대학로 900",
    postal_code="34141", city="유성구", country_area="대전광역시", country="KR", phone="+82428600100",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """Who orders what, and how far it has come: each of ``handled`` is one seller's part, in the order's order."""

    channel: str
    language: str
    address: AddressData
    lines: tuple[tuple[str, int], ...]
    email: str = ""
    by_account: bool = False
    gateway: str = "test_card"
    paid: bool = True
    canceled: bool = False
    days_ago: int = 0
    handled: tuple[str, ...] = field(default=())
    """``packing``, ``shipped``, ``customs`` or ``delivered`` for the parts that got that far."""


ORDERS = (
    DemoOrder(
        "eu",
        "nl",
        UTRECHT,
        (("ban-tra", 2), ("to-son-mai", 6)),
        by_account=True,
        days_ago=9,
        handled=("delivered", "customs"),
    ),
    DemoOrder(
        "eu", "nl", UTRECHT, (("ghe-lung-nan", 8),), by_account=True, gateway="bank_transfer", days_ago=2, paid=False
    ),
    DemoOrder(
        "eu",
        "it",
        BOLOGNA,
        (("bo-am-tra", 4), ("to-pho", 12)),
        "ordini@bottega-portico.example",
        days_ago=4,
        handled=("packing",),
    ),
    DemoOrder(
        "us",
        "en",
        PORTLAND,
        (("thot-go", 24), ("lot-ly", 12)),
        "orders@fernhill.example",
        days_ago=9,
        handled=("shipped",),
    ),
    DemoOrder("jp", "ja", YAMAGUCHI, (("khay-son-mai", 3),), "chumon@aoyagi.example", days_ago=1),
    DemoOrder(
        "kr", "ko", DAEJEON, (("mang-cut-say", 20),), "jumun@hanbat.example", days_ago=19, handled=("delivered",)
    ),
    DemoOrder("us", "en", PORTLAND, (("coc-men-hoa-bien", 12),), "orders@fernhill.example", days_ago=6, canceled=True),
)
CARD = {"card_number": "4242 4242 4242 4242"}
COURSE = (("IN_TRANSIT", 6, "TP. Hồ Chí Minh"), ("CUSTOMS", 3, ""), ("OUT_FOR_DELIVERY", 1, ""), ("DELIVERED", 0, ""))
STOPS = {"booked": 0, "shipped": 1, "customs": 2, "delivered": 4}
"""How many events of ``COURSE`` have happened."""


def place_orders(products: dict[str, Product], lots: dict[str, Lot], people: People) -> int:
    """Place and handle every order of the table; returns how many there are."""
    for wanted in ORDERS:
        order = place_order(wanted, products, people)
        if wanted.gateway == "bank_transfer" and wanted.paid:
            mark_as_paid(order_id=order.pk, reference="DEMO", by=people.operator)
        if wanted.canceled:
            cancel_order(order_id=order.pk, by=By(Role.BUYER), reason="Ordered twice by mistake")
        parts = SellerOrder.objects.filter(order=order).select_related("seller").order_by("position")
        shipments = [handle_part(part, stage, lots) for part, stage in zip(parts, wanted.handled, strict=False)]
        now = timezone.now()
        placed = now - timedelta(days=wanted.days_ago)
        move_to_the_past(order, [one for one in shipments if one], placed=placed, now=now)
    return len(ORDERS)


def place_order(wanted: DemoOrder, products: dict[str, Product], people: People) -> Order:
    """As of its day."""
    now = timezone.now() - timedelta(days=wanted.days_ago)
    checkout = create_checkout(
        channel=Channel.objects.get(slug=wanted.channel),
        language=wanted.language,
        now=now,
        wanted=[Wanted(_first_variant(products[key]), quantity) for key, quantity in wanted.lines],
        email=wanted.email,
        user=people.buyer if wanted.by_account else None,
        shipping_address=wanted.address,
    )
    for group in price_checkout(checkout, now=now).groups:
        choose_delivery(
            checkout_id=checkout.pk, seller_id=group.seller.pk, method_id=group.methods[0].method_id, now=now
        )
    checkout.refresh_from_db()
    return complete_checkout(
        checkout_id=checkout.pk,
        gateway_code=wanted.gateway,
        payment_data=CARD if wanted.gateway == "test_card" else {},
        accepted_total=price_checkout(checkout, now=now).total.gross.amount,
        now=now,
    )


def _first_variant(product: Product) -> int:
    return int(product.variants.order_by("sort_order", "pk").values_list("pk", flat=True)[0])


def handle_part(part: SellerOrder, stage: str, lots: dict[str, Lot]) -> Shipment | None:
    """As far as ``stage``; returns what was sent, if anything was."""
    owner = By(Role.SELLER, _owner(part))
    pack_seller_order(seller_order_id=part.pk, by=owner)
    if stage == "packing":
        return None
    dispatch = Dispatch(
        carrier="Demo Express", tracking_number=_tracking_number(part.pk), trace_codes=_codes(part, lots)
    )
    fulfillment = ship_seller_order(seller_order_id=part.pk, dispatch=dispatch, by=owner)
    now = timezone.now()
    for status, days_ago, place in COURSE[: STOPS[stage]]:
        record_event(
            shipment=fulfillment.shipment, status=status, occurred_at=now - timedelta(days=days_ago), place=place
        )
    return fulfillment.shipment


def _owner(part: SellerOrder) -> User:
    from marketplace.sellers.membership import owners_of

    return owners_of([part.seller_id])[0]


def _tracking_number(part_id: UUID) -> str:
    return f"DEMO{part_id.int % 10**9:09d}"


def _codes(part: SellerOrder, lots: dict[str, Lot]) -> list[str]:
    """A code of the lot for each part whose goods come from a traced one."""
    seller_lots = [lot for lot in lots.values() if lot.seller_id == part.seller_id]
    return [lot.codes.order_by("pk").values_list("code", flat=True)[0] for lot in seller_lots[:1]]
