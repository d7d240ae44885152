"""Asking, offering, countering, saying no, and letting time pass."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from i18n.today import today_here
from marketplace.events.models import OutboxMessage
from marketplace.sellers.member import MemberRole
from orders.lifecycle.by import Role
from orders.payments.instalment import NeededFor
from orders.quotes.decline import decline_quote, withdraw_quote
from orders.quotes.expire import expire_quotes
from orders.quotes.offer_terms import OfferedLine, OfferedTier
from orders.quotes.payment_terms import PaymentTerms, PaymentTermsKind
from orders.quotes.quote import Quote
from orders.quotes.quote_event import QuoteEvent
from orders.quotes.quote_request import QuoteRequest
from orders.quotes.request_quote import RequestedLine
from orders.quotes.request_sample import request_sample
from orders.quotes.states import QUOTE_MOVES, IllegalQuoteMove, QuoteStatus, spoke_last, turn
from orders.quotes.visible_lines import lines_for
from tests.factories.accounts import make_user
from tests.factories.catalog import make_product
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair
from tests.factories.quotes import (
    SELLER,
    buyer_of,
    make_chair_quote,
    make_counter,
    make_offer,
    make_quote,
    make_request,
)
from tests.factories.sellers import make_member, make_seller

pytestmark = pytest.mark.django_db
ALL_IN_ADVANCE = PaymentTerms(PaymentTermsKind.DEPOSIT, Decimal(100), NeededFor.SHIP)


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[tuple[str | None, str]]:
    return {(problem.field, problem.code) for problem in refusal.value.problems}


def history(quote: Quote) -> list[tuple[str, str, int]]:
    return list(QuoteEvent.objects.filter(quote=quote).order_by("id").values_list("status", "role", "version"))


# ---- requests


def test_every_seller_asked_gets_a_quote_of_its_own_and_reads_what_concerns_it() -> None:
    chair = make_chair()
    other = make_seller()
    request = make_request(
        RequestedLine(quantity=5, product_id=chair.product_id, variant_id=chair.pk, target_amount=Decimal("99.00")),
        RequestedLine(quantity=40, description="Krukken, 45 cm"),
        sellers=[chair.seller, other],
    )

    numbers = list(request.quotes.order_by("number").values_list("number", flat=True))
    assert len(set(numbers)) == 2
    assert not any(number.startswith(request.number) for number in numbers)
    assert [line.quantity for line in lines_for(request, chair.seller_id)] == [5, 40]
    assert [line.quantity for line in lines_for(request, other.pk)] == [40]
    assert OutboxMessage.objects.filter(name="QuoteRequested").count() == 2


def test_goods_are_asked_of_their_own_seller_only() -> None:
    chair = make_chair()
    with pytest.raises(Refused) as refusal:
        make_request(
            RequestedLine(quantity=1, product_id=chair.product_id, variant_id=chair.pk), sellers=[make_seller()]
        )
    assert ("sellers", "INVALID") in codes(refusal)
    assert not QuoteRequest.objects.exists()


def test_goods_that_are_not_shown_cannot_be_asked_for() -> None:
    draft = make_product(approval="DRAFT")
    with pytest.raises(Refused) as refusal:
        make_request(RequestedLine(quantity=1, product_id=draft.pk), sellers=[draft.seller])
    assert ("lines", "NOT_FOUND") in codes(refusal)


def test_nobody_asks_a_seller_they_belong_to() -> None:
    seller = make_seller()
    member = make_member(seller, MemberRole.PACKER, make_user())
    with pytest.raises(Refused) as refusal:
        make_request(sellers=[seller], user=member)
    assert ("sellers", "INVALID") in codes(refusal)


def test_a_bad_request_is_told_everything_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        make_request(
            RequestedLine(quantity=0, description=""),
            incoterm="DDU",
            country="KP",
            currency="XAU",
            wanted_by=today_here() - timedelta(days=1),
        )
    assert codes(refusal) == {
        ("wanted_by", "INVALID"),
        ("incoterm", "INVALID"),
        ("country", "COUNTRY_NOT_SERVED"),
        ("currency", "INVALID"),
        ("lines", "INVALID"),
        ("lines", "REQUIRED"),
    }


def test_so_many_requests_a_day_and_no_more() -> None:
    user = make_user()
    QuoteRequest.objects.bulk_create(
        QuoteRequest(
            number=f"RFQ-{n}",
            user=user,
            channel=make_channel("eu"),
            language="nl",
            currency="EUR",
            incoterm="DAP",
            country="NL",
            created_at=timezone.now(),
        )
        for n in range(30)
    )
    with pytest.raises(Refused) as refusal:
        make_request(user=user)
    assert codes(refusal) == {(None, "TOO_MANY")}


def test_a_sample_is_one_piece_at_the_price_the_product_names() -> None:
    chair = make_chair()
    product = chair.product
    product.sample_available, product.sample_price_amount, product.sample_price_currency = True, Decimal("15"), "EUR"
    product.save()
    request = request_sample(
        user=make_user(), channel=make_channel("eu"), variant_id=chair.pk, language="nl", country="NL", text="",
        now=timezone.now(),
    )  # fmt: skip
    line = request.lines.get()
    assert (request.is_sample, line.quantity, line.target_amount) == (True, 1, Decimal("15"))
    assert request.quotes.get().seller == chair.seller


def test_no_sample_where_there_are_none() -> None:
    chair = make_chair()
    with pytest.raises(Refused) as refusal:
        request_sample(
            user=make_user(), channel=make_channel("eu"), variant_id=chair.pk, language="nl", country="NL", text="",
            now=timezone.now(),
        )  # fmt: skip
    assert codes(refusal) == {("variant_id", "NOT_AVAILABLE")}


# ---- offers


def test_versions_are_numbered_and_their_authors_remembered() -> None:
    quote = make_counter(make_offer(make_offer(), price="97.00"))
    versions = list(quote.versions.order_by("number").values_list("number", "author"))
    assert versions == [(1, "SELLER"), (2, "SELLER"), (3, "BUYER")]
    assert history(quote) == [
        ("REQUESTED", "BUYER", 0),
        ("OFFERED", "SELLER", 1),
        ("OFFERED", "SELLER", 2),
        ("COUNTERED", "BUYER", 3),
    ]
    assert quote.status == QuoteStatus.COUNTERED


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"valid_until": today_here() - timedelta(days=1)}, "valid_until"),
        ({"valid_until": today_here() + timedelta(days=400)}, "valid_until"),
        ({"lead_time_days": -1}, "lead_time_days"),
        ({"incoterm": "DAF"}, "incoterm"),
        ({"named_place": ""}, "named_place"),
        ({"freight_amount": Decimal("-1")}, "freight_amount"),
        ({"freight_amount": Decimal("0.001")}, "freight_amount"),
        ({"lines": ()}, "lines"),
        ({"lines": (OfferedLine("x", 1, Decimal("1.005")),)}, "lines"),
        ({"lines": (OfferedLine("", 1, Decimal(1)),)}, "lines"),
        ({"lines": (OfferedLine("x", 10, Decimal(5), tiers=(OfferedTier(5, Decimal(4)),)),)}, "lines"),
        ({"lines": (OfferedLine("x", 10, Decimal(5), tiers=(OfferedTier(20, Decimal(6)),)),)}, "lines"),
        ({"payment": PaymentTerms(PaymentTermsKind.DEPOSIT)}, "payment_terms.deposit_percent"),
        ({"payment": ALL_IN_ADVANCE}, "payment_terms.deposit_percent"),
        ({"payment": PaymentTerms(PaymentTermsKind.FULL, Decimal(30))}, "payment_terms"),
        ({"payment": PaymentTerms(PaymentTermsKind.NET, net_days=30)}, "payment_terms.kind"),
    ],
)  # fmt: skip
def test_a_bad_offer_leaves_nothing_behind(bad: dict[str, object], field: str) -> None:
    quote = make_chair_quote()
    with pytest.raises(Refused) as refusal:
        make_offer(quote, **bad)
    assert field in {name for name, _code in codes(refusal)}
    quote.refresh_from_db()
    assert (quote.status, quote.latest_version, quote.versions.count()) == (QuoteStatus.REQUESTED, 0, 0)


def test_a_seller_offers_its_own_goods_and_answers_its_own_lines_only() -> None:
    foreign = make_chair()
    quote = make_quote()
    elsewhere = make_quote().request.lines.get()
    for line in (
        OfferedLine("", 1, Decimal(1), variant_id=foreign.pk),
        OfferedLine("x", 1, Decimal(1), request_line_id=elsewhere.pk),
    ):
        with pytest.raises(Refused) as refusal:
            make_offer(quote, lines=(line,))
        assert codes(refusal) == {("lines", "NOT_FOUND")}


# ---- the table of moves


def test_whose_turn_it_is() -> None:
    assert {status: (turn(status), spoke_last(status)) for status in QuoteStatus} == {
        QuoteStatus.REQUESTED: (Role.SELLER, Role.BUYER),
        QuoteStatus.OFFERED: (Role.BUYER, Role.SELLER),
        QuoteStatus.COUNTERED: (Role.SELLER, Role.BUYER),
        QuoteStatus.ACCEPTED: (None, None),
        QuoteStatus.DECLINED: (None, None),
        QuoteStatus.WITHDRAWN: (None, None),
        QuoteStatus.EXPIRED: (None, None),
    }
    assert set(QUOTE_MOVES) == set(QuoteStatus)


def test_whose_turn_it_is_declines_and_who_spoke_last_withdraws() -> None:
    quote, now = make_offer(), timezone.now()
    buyer = buyer_of(quote)
    for verb, wrong in ((decline_quote, SELLER), (withdraw_quote, buyer)):
        with pytest.raises(IllegalQuoteMove):
            verb(quote_id=quote.pk, by=wrong, reason="", now=now)
    assert decline_quote(quote_id=quote.pk, by=buyer, reason="Te duur", now=now).status == QuoteStatus.DECLINED
    assert decline_quote(quote_id=quote.pk, by=buyer, reason="", now=now).status == QuoteStatus.DECLINED
    assert history(quote)[-1] == ("DECLINED", "BUYER", 1)
    assert QuoteEvent.objects.filter(quote=quote, status="DECLINED").count() == 1


def test_the_seller_takes_an_offer_back() -> None:
    quote = make_offer()
    withdrawn = withdraw_quote(quote_id=quote.pk, by=SELLER, reason="Gỗ hết", now=timezone.now())
    assert withdrawn.status == QuoteStatus.WITHDRAWN
    with pytest.raises(IllegalQuoteMove):
        make_counter(quote)


def test_what_nobody_answers_expires_once_and_may_be_offered_anew() -> None:
    quote = make_offer()
    late = timezone.now() + timedelta(days=15)
    assert expire_quotes(timezone.now() + timedelta(days=14)) == 0
    assert (expire_quotes(late), expire_quotes(late)) == (1, 0)
    quote.refresh_from_db()
    assert (quote.status, history(quote)[-1]) == (QuoteStatus.EXPIRED, ("EXPIRED", "SYSTEM", 1))
    with pytest.raises(IllegalQuoteMove):
        make_counter(quote)
    assert make_offer(quote).status == QuoteStatus.OFFERED


def test_an_offer_that_is_over_but_not_swept_yet_cannot_be_countered() -> None:
    quote = make_offer()
    Quote.objects.filter(pk=quote.pk).update(valid_until=today_here() - timedelta(days=1))
    with pytest.raises(IllegalQuoteMove):
        make_counter(quote)
