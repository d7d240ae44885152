"""Quotes in each state, between a buyer of the demo and the furniture maker, and what they write to each other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from catalog.products.product import Product
from i18n.today import today_here
from marketplace.channels.models import Channel
from marketplace.demo.orders import UTRECHT
from marketplace.demo.people import People
from marketplace.demo.sellers import SettledSeller
from orders.lifecycle.by import By, Role
from orders.payments.instalment import NeededFor
from orders.quotes.accept import Paying, accept_quote
from orders.quotes.agreed_sale import Acceptance
from orders.quotes.counter import counter_quote
from orders.quotes.decline import decline_quote, withdraw_quote
from orders.quotes.offer import offer_quote
from orders.quotes.offer_terms import OfferedLine, OfferTerms
from orders.quotes.payment_terms import PaymentTerms, PaymentTermsKind
from orders.quotes.quote import Quote
from orders.quotes.request_quote import RequestedLine, RequestTerms, request_quote

DEPOSIT = PaymentTerms(PaymentTermsKind.DEPOSIT, Decimal(30), NeededFor.SHIP)


@dataclass(frozen=True, slots=True)
class DemoQuote:
    """``steps`` of offer, counter, accept, decline and withdraw, each by whose turn it is."""

    product: str
    quantity: int
    prices: tuple[str, ...]
    """One for each offer or counter-offer."""
    steps: tuple[str, ...] = ()
    text: str = ""
    reason: str = field(default="")


QUOTES = (
    DemoQuote("ke-sach", 60, (), text="Kan de kast ook 10 cm smaller? Graag FOB en DAP."),
    DemoQuote("ghe-lung-nan", 120, ("61.00",), ("offer",), text="Voor een restaurant, levering in maart."),
    DemoQuote("ban-an-go-keo", 24, ("335.00", "318.00"), ("offer", "counter"), text="Twaalf per maand is ook goed."),
    DemoQuote("ban-tra", 40, ("112.00",), ("offer", "accept"), text="Zoals de vorige levering."),
    DemoQuote("giuong-doi", 10, (), ("decline",), text="Met opbergruimte?", reason="Không sản xuất loại có ngăn kéo."),
    DemoQuote("ghe-bap-benh", 30, ("149.00",), ("offer", "withdraw"), reason="Giá gỗ vừa thay đổi."),
)


def negotiate(products: dict[str, Product], sellers: dict[str, SettledSeller], people: People) -> list[Quote]:
    """Ask for each and go as far as it went; in the order of the table."""
    return [_negotiated(wanted, products[wanted.product], sellers["moc-an"], people) for wanted in QUOTES]


def _negotiated(wanted: DemoQuote, product: Product, maker: SettledSeller, people: People) -> Quote:
    variant = product.variants.order_by("sort_order", "pk")[0]
    request = request_quote(
        user=people.buyer,
        sellers=[maker.seller],
        terms=RequestTerms(
            channel=Channel.objects.get(slug="eu"), language="nl", currency="EUR", country="NL", incoterm="DAP",
            named_place="Utrecht", text=wanted.text,
        ),
        lines=[RequestedLine(quantity=wanted.quantity, product_id=product.pk, variant_id=variant.pk)],
        now=timezone.now() - timedelta(hours=5),
    )  # fmt: skip
    quote: Quote = request.quotes.get()
    prices = iter(wanted.prices)
    for step in wanted.steps:
        _take(quote, step, wanted, prices, maker, people)
        quote.refresh_from_db()
    return quote


def _take(
    quote: Quote, step: str, wanted: DemoQuote, prices: Iterator[str], maker: SettledSeller, people: People
) -> None:
    ours, theirs, now = By(Role.SELLER, maker.owner), By(Role.BUYER, people.buyer), timezone.now()
    if step == "offer":
        offer_quote(quote_id=quote.pk, terms=_terms(quote, next(prices)), by=ours, now=now)
    elif step == "counter":
        counter_quote(
            quote_id=quote.pk, terms=_terms(quote, next(prices)), by=theirs, now=now, shipping_address=UTRECHT.as_dict()
        )
    elif step == "decline":
        decline_quote(quote_id=quote.pk, by=ours, reason=wanted.reason, now=now)
    elif step == "withdraw":
        withdraw_quote(quote_id=quote.pk, by=ours, reason=wanted.reason, now=now)
    else:
        _accept(quote, theirs)


def _terms(quote: Quote, price: str) -> OfferTerms:
    lines = tuple(
        OfferedLine(
            description=line.description,
            quantity=line.quantity,
            unit_amount=Decimal(price),
            variant_id=line.variant_id,
            request_line_id=line.pk,
        )
        for line in quote.request.lines.order_by("position")
    )
    return OfferTerms(
        lines=lines,
        valid_until=today_here() + timedelta(days=21),
        lead_time_days=45,
        incoterm="FOB",
        named_place="Cái Mép",
        freight_amount=Decimal("180.00"),
        payment=DEPOSIT,
    )


def _accept(quote: Quote, by: By) -> None:
    to = UTRECHT.as_dict()
    accept_quote(
        quote_id=quote.pk,
        version=quote.latest_version,
        acceptance=Acceptance(shipping_address=to, billing_address=to, purchase_order_number="WK-2027-014"),
        paying=Paying("bank_transfer", {}),
        by=by,
        now=timezone.now(),
    )
