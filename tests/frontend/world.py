"""A small world behind the pages: one maker, a chair with tiers, orders, a traced lot, a fair."""

from dataclasses import dataclass
from decimal import Decimal

from catalog.models import Product
from catalog.search.index_products import rebuild_index
from marketplace.accounts.models import User
from marketplace.expo.booths import assign_booth
from marketplace.expo.exhibitors import show_product
from marketplace.graphql import to_global_id
from marketplace.sellers.models import Seller
from orders.lifecycle.order import Order
from tests.factories.accounts import make_user
from tests.factories.catalog import make_category, make_media, make_product
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.orders import make_chair, make_checkout, make_order, make_paid_order, make_ready_checkout
from tests.factories.reputation import make_certificate, make_invitation, make_review
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_code, make_lot, make_step


@dataclass(frozen=True)
class World:
    buyer: User
    member: User
    seller: Seller
    order: Order
    addresses: dict[str, str]
    """The page's name to the rest of its address below language (and market)."""
    new_basket: str
    ready_basket: str


def make_world() -> World:
    channel = make_channel("eu")
    seller = make_seller(slug="moc-vi-du", founded_year=1998, website_url="https://moc.example")
    product = make_product(seller=seller, slug="ghe-vi-du", category=make_category())
    make_media(product)
    make_media(product)
    make_certificate(product)
    tiers = [(10, Decimal("110.00")), (50, Decimal("99.00"))]
    chair = make_chair(channel, product=product, tiers=tiers, moq=2, order_multiple=2, lead_time_days=21)
    lot = make_lot(chair)
    make_step(lot)
    buyer = make_user()
    order = make_order((chair, 2), user=buyer)
    make_paid_order((chair, 2), user=buyer)
    rebuild_index()
    return World(
        buyer=buyer,
        member=make_member(seller),
        seller=seller,
        order=order,
        addresses={
            "product": "products/ghe-vi-du",
            "product-reviews": "products/ghe-vi-du/reviews",
            "compare": "compare?p=ghe-vi-du",
            "review": f"review/{to_global_id('ReviewInvitation', make_invitation(product, user=buyer).pk)}",
            "report-review": f"review/{to_global_id('ProductReview', make_review(product).pk)}/report",
            "seller": "makers/moc-vi-du",
            "order": f"orders/{to_global_id('Order', order.pk)}",
            "trace": f"t/{make_code(lot).code}",
            **_fair(seller, product),
        },
        new_basket=to_global_id("Checkout", make_checkout((chair, 2), email="", address=None).pk),
        ready_basket=to_global_id("Checkout", make_ready_checkout((chair, 2)).pk),
    )


def _fair(seller: Seller, product: Product) -> dict[str, str]:
    expo = make_expo(slug="hoi-cho-vi-du")
    booth = make_booth(make_hall(expo))
    exhibitor = make_exhibitor(expo, seller=seller)
    assign_booth(booth=booth, exhibitor=exhibitor)
    show_product(exhibitor=exhibitor, product=product)
    return {"fair": f"fairs/{expo.slug}", "exhibitor": f"fairs/{expo.slug}/{to_global_id('Exhibitor', exhibitor.pk)}"}
