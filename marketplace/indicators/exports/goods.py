"""Goods that left the country in a period: where to, under which chapter of the tariff, of which seller."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, CharField, Count, F, IntegerField, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce, NullIf, Substr

from marketplace.indicators.definition import UNKNOWN, Key
from marketplace.indicators.margins import places_in_sums
from marketplace.indicators.period import Period
from marketplace.indicators.trade import buyer, country_in, first_day_of, within
from orders.fulfillment.fulfillment import Fulfillment, FulfillmentKind, FulfillmentLine

HOME = "VN"


@dataclass(frozen=True, slots=True)
class Goods:
    """What one seller sent to one country under one chapter, of lines in one currency."""

    key: Key
    """Country and chapter."""
    seller_id: int
    currency: str
    worth: Decimal
    """Net of tax, after vouchers, without freight."""
    items: int
    """Lines of goods sent."""


def goods(period: Period) -> Iterator[Goods]:
    """One statement, read row by row. What is sent in full is added up by the database; of a line that was sent in
    part it tells how much of it, for shares of money are not worked out there."""
    is_whole = When(quantity=F("order_line__quantity"), then=Value(0))
    rows = _sent(period).annotate(
        seller=F("fulfillment__seller_order__seller"),
        currency=F("order_line__currency"),
        part=Case(is_whole, default=F("quantity"), output_field=IntegerField()),
        whole=Case(is_whole, default=F("order_line__quantity"), output_field=IntegerField()),
    )
    grouped = rows.values("country", "chapter", "seller", "currency", "part", "whole")
    for row in grouped.annotate(worth=Sum("order_line__total_net_amount"), items=Count("pk")).order_by().iterator():
        yield _goods(row)


def _goods(row: Mapping[str, Any]) -> Goods:
    worth = Decimal(row["worth"])
    if row["whole"]:
        worth = worth * row["part"] / row["whole"]
    return Goods((row["country"], row["chapter"]), row["seller"], row["currency"], worth, row["items"])


def buyers(period: Period) -> dict[Key, int]:
    """How many there were, by country and chapter and of every sum; four statements."""
    rows = _sent(period).annotate(buyer=buyer("fulfillment__seller_order__order__email"))
    found: dict[Key, int] = {}
    for names in (("country", "chapter"), ("country",), ("chapter",), ()):
        grouped = rows.values(*names) if names else rows.annotate(all=Value("")).values("all")
        for row in grouped.annotate(buyers=Count("buyer", distinct=True)).order_by():
            key = places_in_sums((str(row.get("country", "")), str(row.get("chapter", ""))))
            found[key[_place_of(names)]] = row["buyers"]
    return found


def _place_of(names: tuple[str, ...]) -> int:
    """Which of the four places that a cell has in the sums these names make."""
    return 0 if len(names) == 2 else 3 if not names else 1 if names == ("country",) else 2


def _sent(period: Period) -> QuerySet[FulfillmentLine]:
    chapter = Coalesce(NullIf(Substr("order_line__hs_code", 1, 2), Value("")), Value(UNKNOWN), output_field=CharField())
    return (
        FulfillmentLine.objects.filter(
            fulfillment__kind=FulfillmentKind.ORDERED,
            **within(period.since, period.until, "fulfillment__created_at"),
        )
        .annotate(country=country_in("fulfillment__seller_order__order__shipping_address"), chapter=chapter)
        .exclude(country__in=(HOME, UNKNOWN))
    )


def begins() -> date | None:
    return first_day_of(Fulfillment)
