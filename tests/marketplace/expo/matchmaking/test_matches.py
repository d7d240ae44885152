"""Matches: scored with reasons, by what is shown, sold and named; nobody is proposed who did not agree."""

from datetime import timedelta
from time import perf_counter
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.models import Product
from catalog.products.category import Category
from i18n.translate import set_translation
from marketplace.expo.exhibitors import show_product, translate_exhibitor
from marketplace.expo.matchmaking.exhibitors import matching_exhibitors
from marketplace.expo.matchmaking.match import Match, ReasonKind
from marketplace.expo.matchmaking.visitors import matching_visitors
from marketplace.expo.models import Exhibit, Exhibitor, Expo, Visitor
from tests.factories.catalog import make_category, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.meetings import make_fair_visitor
from tests.factories.reputation import make_certificate
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
NOW = timezone.now() + timedelta(hours=1)
FAST = 3


class Fair:
    """One exhibitor shows lacquer and sells it to Korea, one sells it, one names it, one has nothing of it."""

    def __init__(self) -> None:
        self.expo = make_expo()
        self.crafts = make_category(name="Crafts")
        self.lacquer = make_category(name="Lacquerware", parent=self.crafts)
        set_translation(
            subject="catalog.Category", object_id=self.lacquer.pk, language="vi", texts={"name": "Đồ sơn mài"}
        )
        self.channel = make_channel("kr", countries=["KR"])
        seller = make_seller()
        self.shows = make_exhibitor(self.expo, seller=seller)
        for _ in range(2):
            show_product(exhibitor=self.shows, product=self._product(seller))
        show_product(exhibitor=self.shows, product=make_product(seller=seller, category=self.lacquer))  # unpublished
        make_certificate(Product.objects.filter(seller=seller).first())
        sells = make_seller()
        self._product(sells)
        self.sells = make_exhibitor(self.expo, seller=sells)
        self.names = make_exhibitor(self.expo, categories=("Đồ sơn mài", "Gỗ"), country="VN")
        translate_exhibitor(exhibitor=self.names, language="ko", texts_given={"name": "예시 옻칠"})
        self.nothing = make_exhibitor(self.expo, categories=("Máy móc",))

    def _product(self, seller: object) -> Product:
        product = make_product(seller=seller, category=self.lacquer, source_language="en")
        return make_sellable_variant(self.channel, product=product).product

    def visitor(self, *interests: Category, expo: Expo | None = None, **overrides: Any) -> Visitor:
        chosen = [category.pk for category in interests]
        return make_fair_visitor(expo or self.expo, interests=chosen, **overrides)


@pytest.fixture
def fair() -> Fair:
    return Fair()


def told(match: Match[Exhibitor] | Match[Visitor]) -> list[tuple[ReasonKind, int]]:
    return [(reason.kind, reason.count) for reason in match.reasons]


def test_the_best_come_first_and_say_why(fair: Fair) -> None:
    visitor = fair.visitor(fair.crafts, fair.lacquer)
    matches = matching_exhibitors(visitor, now=NOW)
    assert [match.row for match in matches] == [fair.shows, fair.sells, fair.names]
    assert [match.score for match in matches] == sorted((match.score for match in matches), reverse=True)
    shown, sold, named = matches
    kinds = {kind for kind, _count in told(shown)}
    assert kinds == {ReasonKind.EXHIBITS, ReasonKind.SHIPS, ReasonKind.CERTIFICATES}
    assert told(shown)[0] == (ReasonKind.EXHIBITS, 2), "the unpublished third one is nobody's business"
    assert {reason.category_id for reason in shown.reasons if reason.category_id} == {fair.crafts.pk, fair.lacquer.pk}
    assert next(reason.schemes for reason in shown.reasons if reason.schemes) == ("FSC",)
    assert (ReasonKind.SELLS, 1) in told(sold)
    assert {kind for kind, _count in told(named)} == {ReasonKind.CATEGORY, ReasonKind.LANGUAGE}


def test_who_looks_for_nothing_or_for_something_else_has_no_match(fair: Fair) -> None:
    assert matching_exhibitors(fair.visitor(), now=NOW) == []
    assert matching_exhibitors(fair.visitor(make_category()), now=NOW) == []
    elsewhere = fair.visitor(fair.lacquer, expo=make_expo())
    assert matching_exhibitors(elsewhere, now=NOW) == []


def test_exhibitors_see_only_who_agreed(fair: Fair) -> None:
    keen = fair.visitor(fair.crafts, name="이예시")
    dutch = fair.visitor(fair.lacquer, country="NL", language="nl")
    for other in (
        fair.visitor(fair.lacquer, consents=()),
        fair.visitor(fair.lacquer, confirmed_at=None),
        fair.visitor(fair.lacquer, withdrawn_at=NOW),
        fair.visitor(make_category()),
    ):
        assert other.pk not in {match.row.pk for match in matching_visitors(fair.shows, now=NOW)}
    matches = matching_visitors(fair.shows, now=NOW)
    assert [match.row for match in matches] == [keen, dutch]
    assert told(matches[0]) == [(ReasonKind.EXHIBITS, 2), (ReasonKind.SHIPS, 0)]
    assert {kind for kind, _ in told(matching_visitors(fair.names, now=NOW)[0])} == {ReasonKind.CATEGORY}
    assert matching_visitors(fair.nothing, now=NOW) == []


def test_the_number_of_statements_does_not_grow(fair: Fair) -> None:
    visitor = fair.visitor(fair.crafts, fair.lacquer)
    with CaptureQueriesContext(
        connection,
    ) as few:
        matching_exhibitors(visitor, now=NOW)
    grow(fair, 60, products=1)
    with CaptureQueriesContext(connection) as many:
        matching_exhibitors(visitor, now=NOW)
    assert len(many) == len(few) <= 14


@pytest.mark.services
def test_five_thousand_exhibitors_are_matched_fast(fair: Fair) -> None:
    grow(fair, 5_000, products=300)
    visitor = fair.visitor(fair.crafts, fair.lacquer)
    for _ in range(300):
        fair.visitor(fair.lacquer)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # PostgreSQL does so by itself a minute after so many rows came
    before = perf_counter()
    matches = matching_exhibitors(visitor, now=NOW)
    between = perf_counter()
    visitors = matching_visitors(fair.shows, now=NOW)
    assert len(matches) == len(visitors) == 50
    assert between - before < FAST
    assert perf_counter() - between < FAST


def grow(fair: Fair, exhibitors: int, *, products: int) -> None:
    """More exhibitors, all naming the category, with exhibits of the products there are."""
    rows = [Exhibitor(expo=fair.expo, name=f"Ví Dụ {n}", categories=["Đồ sơn mài"]) for n in range(exhibitors)]
    for row in rows:
        row.refresh_keys()
    made = Exhibitor.objects.bulk_create(rows)
    goods = [fair._product(fair.sells.seller) for _ in range(products)]
    Exhibit.objects.bulk_create(
        Exhibit(exhibitor=made[n % exhibitors], product=goods[n % products]) for n in range(max(products * 3, 60))
    )
