"""Requests, quotes and conversations for tests, made through the verbs people use."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from catalog.models import ProductVariant
from i18n.money import Money
from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller
from orders.lifecycle.by import By, Role
from orders.lifecycle.order import Order
from orders.messages.conversation import Conversation
from orders.messages.message import Message
from orders.messages.send import send_message
from orders.messages.start import start_conversation
from orders.messages.subject import Subject
from orders.payments.instalment import NeededFor
from orders.quotes.accept import Paying, accept_quote
from orders.quotes.agreed_sale import Acceptance
from orders.quotes.buyer_terms import BuyerTerms
from orders.quotes.counter import counter_quote
from orders.quotes.offer import offer_quote
from orders.quotes.offer_terms import OfferedLine, OfferTerms
from orders.quotes.payment_terms import PaymentTerms, PaymentTermsKind
from orders.quotes.quote import Quote
from orders.quotes.quote_request import QuoteRequest
from orders.quotes.request_quote import RequestedLine, RequestTerms, request_quote
from orders.quotes.set_buyer_terms import set_buyer_terms
from tests.factories.accounts import make_operator, make_user
from tests.factories.channels import make_channel
from tests.factories.orders import UTRECHT, make_chair
from tests.factories.sellers import make_seller

SELLER = By(Role.SELLER)
FULL = PaymentTerms()
THIRTY_SEVENTY = PaymentTerms(PaymentTermsKind.DEPOSIT, Decimal(30), NeededFor.SHIP)


def net(days: int) -> PaymentTerms:
    return PaymentTerms(PaymentTermsKind.NET, net_days=days)


def make_request_terms(**overrides: Any) -> RequestTerms:
    return RequestTerms(
        **{
            "channel": overrides.pop("channel", None) or make_channel("eu"),
            "language": "nl",
            "currency": "EUR",
            "country": "NL",
            "incoterm": "DAP",
            "named_place": "Utrecht",
            **overrides,
        }
    )


def make_request(
    *lines: RequestedLine, sellers: Sequence[Seller] = (), user: User | None = None, **overrides: Any
) -> QuoteRequest:
    """Something in words from one seller, unless told otherwise."""
    files = overrides.pop("files", ())
    return request_quote(
        user=user or make_user(),
        sellers=sellers or [make_seller()],
        terms=make_request_terms(**overrides),
        lines=lines or [RequestedLine(quantity=200, description="Bowls of bamboo, 14 cm")],
        now=timezone.now(),
        files=files,
    )


def make_quote(*lines: RequestedLine, **overrides: Any) -> Quote:
    """One that waits for the seller's answer."""
    return make_request(*lines, **overrides).quotes.select_related("request", "seller").get()


def make_chair_quote(
    quantity: int = 12, *, chair: ProductVariant | None = None, user: User | None = None, **overrides: Any
) -> Quote:
    """For chairs of the catalogue, asked of their seller."""
    variant = chair or make_chair()
    line = RequestedLine(quantity=quantity, product_id=variant.product_id, variant_id=variant.pk)
    return make_quote(line, sellers=[variant.seller], user=user, **overrides)


def make_terms(quote: Quote, *, price: str = "98.50", **overrides: Any) -> OfferTerms:
    """An offer that answers every line of the request at one price."""
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
        **{
            "lines": lines,
            "valid_until": today_here() + timedelta(days=14),
            "lead_time_days": 45,
            "incoterm": "FOB",
            "named_place": "Cái Mép",
            "freight_amount": Decimal("180.00"),
            "payment": THIRTY_SEVENTY,
            **overrides,
        }
    )


def make_offer(quote: Quote | None = None, **overrides: Any) -> Quote:
    quote = quote or make_chair_quote()
    return offer_quote(quote_id=quote.pk, terms=make_terms(quote, **overrides), by=SELLER, now=timezone.now())


def make_counter(quote: Quote | None = None, **overrides: Any) -> Quote:
    quote = quote or make_offer()
    return counter_quote(
        quote_id=quote.pk,
        terms=make_terms(quote, **{"price": "92.00", **overrides}),
        by=buyer_of(quote),
        now=timezone.now(),
        shipping_address=UTRECHT.as_dict(),
    )


def buyer_of(quote: Quote) -> By:
    return By(Role.BUYER, quote.request.user)


def accept(quote: Quote, *, by: By | None = None, gateway: str = "bank_transfer", **overrides: Any) -> Order:
    acceptance = Acceptance(
        **{"shipping_address": UTRECHT.as_dict(), "billing_address": UTRECHT.as_dict(), **overrides}
    )
    return accept_quote(
        quote_id=quote.pk,
        version=quote.latest_version,
        acceptance=acceptance,
        paying=Paying(gateway, {}),
        by=by or buyer_of(quote),
        now=timezone.now(),
    )


def make_buyer_terms(user: User, *, limit: str = "5000.00", currency: str = "EUR", net_days: int = 30) -> BuyerTerms:
    return set_buyer_terms(
        user=user, limit=Money(Decimal(limit), currency), net_days=net_days, reason="", by=make_operator()
    )


def make_conversation(buyer: User | None = None, seller: Seller | None = None, **about: Any) -> Conversation:
    subject = Subject(seller or make_seller(), **about)
    return start_conversation(buyer=buyer or make_user(), subject=subject, now=timezone.now())


def make_message(conversation: Conversation | None = None, *, by: By | None = None, **overrides: Any) -> Message:
    conversation = conversation or make_conversation()
    return send_message(
        **{
            "conversation_id": conversation.pk,
            "text": "Is de lak geschikt voor kinderen?",
            "by": by or By(Role.BUYER, conversation.buyer),
            "language": "nl",
            "now": timezone.now(),
            **overrides,
        }
    )
