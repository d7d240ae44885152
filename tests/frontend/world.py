"""A small world behind the pages: one maker, a chair with tiers, orders, a traced lot, a fair."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from catalog.favorites.keep import keep_favorite
from catalog.models import Product, ProductVariant
from catalog.products.collections.collections import add_products, create_collection, list_collection
from catalog.search.index_products import rebuild_index
from catalog.traceability.lot import Lot
from catalog.traceability.shopper.checks.make_pins import make_pins
from catalog.traceability.shopper.warranty.terms import set_warranty_terms
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.content.drafts import save_draft
from marketplace.content.menus import add_item, create_menu
from marketplace.content.page import Page as SitePage
from marketplace.content.pages import create_page
from marketplace.content.preview import preview_token
from marketplace.expo.booths import assign_booth
from marketplace.expo.exhibitors import show_product
from marketplace.graphql import to_global_id
from marketplace.sellers.invitation_token import make_token
from marketplace.sellers.invite import invite_member
from marketplace.sellers.models import Seller
from orders.lifecycle.order import Order
from tests.factories.accounts import make_user
from tests.factories.aftermath import make_delivered_order, make_dispute, make_return
from tests.factories.catalog import make_category, make_image, make_media, make_product
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_hall
from tests.factories.fair_business import make_open_fair
from tests.factories.leads import make_fair_visitor
from tests.factories.meetings import make_meeting, make_seminar
from tests.factories.orders import make_chair, make_checkout, make_order, make_paid_order, make_ready_checkout
from tests.factories.quotes import make_chair_quote, make_conversation, make_counter, make_message, make_offer
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
    furniture = make_category(name="Furniture", description="<p>For the house.</p>")
    seats = make_category(name="Seats", parent=furniture)
    product = make_product(seller=seller, slug="ghe-vi-du", category=seats)
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
    keep_favorite(user=buyer, product=product)
    member = make_member(seller)
    rebuild_index()
    return World(
        buyer=buyer,
        member=member,
        seller=seller,
        order=order,
        addresses={
            "product": "products/ghe-vi-du",
            "product-reviews": "products/ghe-vi-du/reviews",
            "compare": "compare?p=ghe-vi-du",
            "category": f"categories/{furniture.slug}",
            "collection": _collection(channel, product),
            "site-page": _site_page(),
            "site-preview": f"preview/{preview_token(_story(seller))[0]}",
            "invitation": _invitation(seller, member, buyer),
            "review": f"review/{to_global_id('ReviewInvitation', make_invitation(product, user=buyer).pk)}",
            "report-review": f"review/{to_global_id('ProductReview', make_review(product).pk)}/report",
            "seller": "makers/moc-vi-du",
            "order": f"orders/{to_global_id('Order', order.pk)}",
            **_talk(buyer, seller, chair),
            **_aftermath(buyer, chair),
            **_traced(lot),
            **_fair(seller, product, buyer),
        },
        new_basket=to_global_id("Checkout", make_checkout((chair, 2), email="", address=None).pk),
        ready_basket=to_global_id("Checkout", make_ready_checkout((chair, 2)).pk),
    )


def _traced(lot: Lot) -> dict[str, str]:
    """A piece with a hidden number and a warranty."""
    code = make_code(lot)
    set_warranty_terms(product=lot.variant.product, months=24)
    make_pins(seller_id=lot.seller_id, codes=[code.code])
    page = f"t/{code.code}"
    return {"trace": page, "trace-warranty": f"{page}/warranty", "trace-feedback": f"{page}/feedback"}


def _talk(buyer: User, seller: Seller, chair: ProductVariant) -> dict[str, str]:
    """A quote that was bargained over, and a question about a product."""
    quote = make_offer(make_counter(make_offer(make_chair_quote(12, chair=chair, user=buyer))))
    talk = make_conversation(buyer, seller, product=chair.product)
    make_message(talk)
    return {
        "request-quote": "quote-request?product=ghe-vi-du",
        "quote": f"quotes/{to_global_id('Quote', quote.pk)}",
        "write-message": "messages/new?product=ghe-vi-du",
        "conversation": f"messages/{to_global_id('Conversation', talk.pk)}",
    }


def _aftermath(buyer: User, chair: ProductVariant) -> dict[str, str]:
    """An order that arrived, and what its buyer makes of it."""
    part = make_delivered_order((chair, 4), user=buyer).seller_orders.get()
    request, address = make_return(part, 1), to_global_id("Order", part.order_id)
    disputed = make_delivered_order((chair, 2), user=buyer).seller_orders.get()
    return {
        "order-return": f"orders/{address}/{to_global_id('SellerOrder', part.pk)}/return",
        "order-dispute": f"orders/{address}/{to_global_id('SellerOrder', part.pk)}/dispute",
        "return": f"returns/{to_global_id('ReturnRequest', request.pk)}",
        "tracking": f"track/{part.fulfillments.get().shipment.tracking_token}",
        "dispute": f"disputes/{to_global_id('Dispute', make_dispute(disputed).pk)}",
    }


def _fair(seller: Seller, product: Product, buyer: User) -> dict[str, str]:
    """A fair that takes applications, with the buyer for a visitor."""
    expo = make_open_fair(slug="hoi-cho-vi-du")
    booth = make_booth(make_hall(expo))
    exhibitor = make_exhibitor(expo, seller=seller)
    assign_booth(booth=booth, exhibitor=exhibitor)
    show_product(exhibitor=exhibitor, product=product)
    make_meeting(exhibitor, make_fair_visitor(expo, user=buyer, consents=("MATCHMAKING",)))
    make_seminar(expo)
    fair, card = f"fairs/{expo.slug}", f"fairs/{expo.slug}/{to_global_id('Exhibitor', exhibitor.pk)}"
    below = {"route": "route", "plan": "plan", "apply": "apply", "register": "visit", "agenda": "agenda"}
    below |= {"matches": "matches", "seminars": "seminars"}
    return {
        "fair": fair,
        "exhibitor": card,
        "fair-meeting": f"{card}/meeting",
        "fair-visit": f"fair-visit?fair={to_global_id('Expo', expo.pk)}",
        **{f"fair-{name}": f"{fair}/{rest}" for name, rest in below.items()},
    }


def _site_page() -> str:
    page = create_page(
        title="Return policy", content="<h3>How</h3><p>Write first.</p>", is_published=True, is_sample=True
    )
    add_item(menu=create_menu(name="Footer", slug="footer"), name="Returns", page=page)
    return f"pages/{page.slug}"


def _story(seller: Seller) -> SitePage:
    story = create_page(title="Ba đời đóng bàn ghế", kind="story", seller=seller, source_language="vi", slug="ba-doi",
                        lead="Ở làng mộc.", picture=make_image(), image_alt="Người thợ bên bàn bào", is_published=True,
                        content='<p>Xem <a href="page:return-policy">cách đổi trả</a>.</p>')  # fmt: skip
    save_draft(page=story, language="en", texts={"title": "Three generations", "content": "<p>Draft.</p>"}, by=None)
    return story


def _collection(channel: Channel, product: Product) -> str:
    collection = create_collection(name="Gifts for Tết", description="<p>Picked by hand.</p>", picture=make_image())
    add_products(collection=collection, products=[product])
    list_collection(collection=collection, channel=channel, is_published=True)
    return f"collections/{collection.slug}"


def _invitation(seller: Seller, owner: User, invited: User) -> str:
    sent = invite_member(seller=seller, email=invited.email, role="MANAGER", by=owner, now=timezone.now())
    return f"invitation?token={make_token(sent)}"
