from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from i18n.money import Money
from marketplace.events.deliver import deliver_pending
from marketplace.expo.leads.update import delete_lead
from marketplace.expo.models import Lead
from marketplace.fair_trade import attribute, window
from marketplace.fair_trade.models import LeadOutcome, OutcomeKind
from marketplace.fair_trade.outcomes_of import OutcomeSum, outcomes_of
from orders.events import OrderPlaced, QuoteRequested
from orders.lifecycle.by import By, Role
from orders.lifecycle.cancel import cancel_order
from orders.lifecycle.seller_order import SellerOrder
from orders.quotes.quote import Quote
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor
from tests.factories.leads import make_fair_visitor, make_lead, make_open_fair
from tests.factories.quotes import accept, make_offer, make_quote
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def meet(**fair: object) -> Lead:
    """A visitor with an account, scanned by a seller's stand two days ago."""
    exhibitor = make_exhibitor(make_open_fair(**fair), seller=make_seller())
    visitor = make_fair_visitor(exhibitor.expo, user=make_user())
    return make_lead(exhibitor, visitor, at=timezone.now() - timedelta(hours=2))


def ask(lead: Lead) -> Quote:
    """The lead's visitor asks the lead's seller, and the events are delivered."""
    assert lead.exhibitor.seller is not None
    quote = make_quote(sellers=[lead.exhibitor.seller], user=lead.visitor.user)
    deliver_all()
    return quote


def deliver_all() -> None:
    while deliver_pending(limit=100):
        pass


def rows() -> list[tuple[int | None, str, str, Decimal]]:
    return [(row.lead_id, row.kind, row.number, row.amount) for row in LeadOutcome.objects.order_by("pk")]


def test_quote_and_order_of_a_lead_come_of_the_fair_once() -> None:
    lead = meet()
    quote = ask(lead)
    assert rows() == [(lead.pk, "QUOTE", quote.number, Decimal(0))]
    make_offer(quote, price="2.50")
    deliver_all()
    assert rows() == [(lead.pk, "QUOTE", quote.number, Decimal("680.00"))], "200 at 2.50, and 180.00 freight"
    quote.refresh_from_db()
    order = accept(quote)
    deliver_all()
    part = SellerOrder.objects.get(order=order)
    expected = [(lead.pk, "QUOTE", quote.number, Decimal("680.00")), (lead.pk, "ORDER", part.number, part.total_amount)]
    assert rows() == expected
    attribute.follow_request(QuoteRequested(quote_id=str(quote.pk)))
    attribute.follow_order(OrderPlaced(order_id=str(order.pk)))
    assert rows() == expected, "delivered again"
    expo = lead.exhibitor.expo
    assert outcomes_of(expo) == [
        OutcomeSum(OutcomeKind.QUOTE, 1, Money(Decimal("680.00"), "EUR")),
        OutcomeSum(OutcomeKind.ORDER, 1, Money(part.total_amount, "EUR")),
    ]
    assert outcomes_of(expo, exhibitor_id=make_exhibitor(expo).pk) == []
    cancel_order(order_id=order.pk, by=By(Role.BUYER, lead.visitor.user), reason="")
    deliver_all()
    assert [one.kind for one in outcomes_of(expo)] == ["QUOTE"], "an order called off is none"
    delete_lead(lead=lead)
    assert [one.count for one in outcomes_of(expo)] == [1], "what came of it outlives the lead"


def test_deals_of_others_are_nobodys() -> None:
    lead = meet()
    seller = lead.exhibitor.seller
    assert seller is not None
    make_quote(sellers=[seller], user=make_user())
    make_quote(sellers=[make_seller()], user=lead.visitor.user)
    before = make_quote(sellers=[seller], user=lead.visitor.user)
    Quote.objects.filter(pk=before.pk).update(created_at=lead.scanned_at - timedelta(hours=1))
    deliver_all()
    assert rows() == []


def test_window_ends_when_visitors_are_forgotten() -> None:
    today = timezone.now().date()
    inside, outside = (meet() for _ in range(2))
    for lead, days in ((inside, 179), (outside, 182)):
        expo = lead.exhibitor.expo
        expo.starts_on = expo.ends_on = today - timedelta(days=days)
        expo.save()
        Lead.objects.filter(pk=lead.pk).update(scanned_at=timezone.now() - timedelta(days=days))
        ask(lead)
    assert [row[0] for row in rows()] == [inside.pk]
    assert window.window(today) == timedelta(days=180)


def test_latest_fair_has_the_deal() -> None:
    seller, user = make_seller(), make_user()
    leads = []
    for days in (200, 20):
        exhibitor = make_exhibitor(make_open_fair(), seller=seller)
        lead = make_lead(exhibitor, make_fair_visitor(exhibitor.expo, user=user))
        moment = timezone.now() - timedelta(days=days)
        Lead.objects.filter(pk=lead.pk).update(scanned_at=moment, last_scanned_at=moment)
        leads.append(lead)
    ask(leads[0])
    assert [row[0] for row in rows()] == [leads[1].pk]


def test_scan_that_arrives_late_looks_back() -> None:
    exhibitor, now = make_exhibitor(make_open_fair(), seller=make_seller()), timezone.now()
    visitor = make_fair_visitor(exhibitor.expo, user=make_user())
    quote = make_quote(sellers=[exhibitor.seller], user=visitor.user)
    deliver_all()
    assert rows() == []
    lead = make_lead(exhibitor, visitor, at=now - timedelta(hours=3))
    deliver_all()
    assert rows() == [(lead.pk, "QUOTE", quote.number, Decimal(0))]


def test_visitor_without_account_is_known_by_the_confirmed_address() -> None:
    exhibitor = make_exhibitor(make_open_fair(), seller=make_seller())
    visitor = make_fair_visitor(exhibitor.expo, email="later@example.org")
    lead = make_lead(exhibitor, visitor, at=timezone.now() - timedelta(minutes=5))
    unconfirmed = make_user(email="later@example.org", is_confirmed=False)
    make_quote(sellers=[exhibitor.seller], user=unconfirmed)
    deliver_all()
    assert rows() == []
    unconfirmed.is_confirmed = True
    unconfirmed.save()
    make_quote(sellers=[exhibitor.seller], user=unconfirmed)
    deliver_all()
    assert [row[0] for row in rows()] == [lead.pk]
