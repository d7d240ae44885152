"""Who trades here: sellers with goods in stock, a carrier they all use, an operator, and a program that is told."""

from dataclasses import dataclass

from marketplace.graphql import to_global_id
from marketplace.webhooks.event_type import WebhookEventType
from tests.factories.accounts import PASSWORD, make_operator
from tests.factories.carriers import make_carrier_account
from tests.factories.catalog import make_product
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair, make_exchange_rate
from tests.factories.sellers import make_member, make_seller
from tests.factories.webhooks import make_webhook
from tests.load.stage.peers import Peers

STOCK = 400
"""Pieces of each variant: some of them sell out."""
NAMES = ("Ghế tựa Sen", "Bàn trà Tre", "Kệ sách Mây", "Đôn gốm Lái Thiêu", "Khay sơn mài Tương Bình Hiệp")
TOLD = [
    WebhookEventType.ORDER_PLACED,
    WebhookEventType.ORDER_PAID,
    WebhookEventType.ORDER_CANCELED,
    WebhookEventType.SELLER_ORDER_SHIPPED,
]


@dataclass(frozen=True)
class House:
    """A seller as its own people see it."""

    id: str
    owner: str
    """Their e-mail address; everybody signs in with `PASSWORD`."""


@dataclass(frozen=True)
class World:
    houses: list[House]
    variants: list[str]
    """Global ids."""
    pieces: dict[int, int]
    """By variant, what lay there at the beginning."""
    operator: str
    password: str = PASSWORD


def make_world(peers: Peers, *, sellers: int = 3, goods: int = 4) -> World:
    channel = make_channel("eu")
    make_exchange_rate()
    operator = make_operator(email="operator@example.org", language="vi")
    make_carrier_account("dhl_express", base_url=peers.carrier.url, settings=peers.carrier.credentials())
    make_webhook(target_url=peers.receiver.url, events=TOLD)
    houses, variants = [], []
    for number in range(sellers):
        seller = make_seller()
        owner = make_member(seller)
        houses.append(House(to_global_id("Seller", seller.pk), owner.email))
        for place in range(goods):
            name = f"{NAMES[(number + place) % len(NAMES)]} {number}{place}"
            product = make_product(seller=seller, name=name)
            variants.append(make_chair(channel, product=product, stock=STOCK, price=f"{40 + 10 * place}.00"))
    return World(
        houses=houses,
        variants=[to_global_id("ProductVariant", variant.pk) for variant in variants],
        pieces={variant.pk: STOCK for variant in variants},
        operator=operator.email,
    )
