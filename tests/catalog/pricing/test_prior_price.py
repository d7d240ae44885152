"""The worked example of the module, and what may and may not be announced."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from catalog.models import PriceRecord, VariantChannelListing
from catalog.pricing.prior_price import prior_prices
from catalog.pricing.reduction_rule import reduction_rule
from marketplace.channels.models import Channel
from tests.factories.catalog import make_sellable_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db


def _day(day: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, tzinfo=UTC)


Row = tuple[datetime, str | None, str | None, datetime | None]


def _bowl(eu: Channel, begins: datetime, *rows: Row) -> Decimal | None:
    """The price before a sale that begins then; each row: recorded at, regular, sale (running from then), until."""
    variant = make_sellable_variant(eu, price=Decimal("12.00"))
    PriceRecord.objects.filter(variant=variant).delete()
    for at, regular, sale, until in rows:
        PriceRecord.objects.create(
            variant=variant,
            channel=eu,
            currency="EUR",
            price_amount=regular,
            sale_amount=sale,
            sale_starts_at=at if sale else None,
            sale_ends_at=until,
            recorded_at=at,
        )
    listing = VariantChannelListing.objects.get(variant=variant, channel=eu)
    listing.sale_amount, listing.sale_starts_at = Decimal("10.00"), begins
    return prior_prices([listing], channel=eu).get(listing.pk)


def test_an_earlier_sale_within_thirty_days_is_the_price_before() -> None:
    eu = make_channel("eu")
    rows = [(_day(1, 6), "12.00", None, None), (_day(1), "12.00", "9.00", _day(6)), (_day(6), "12.00", None, None)]
    assert _bowl(eu, _day(20), *rows) == Decimal("9.00")
    assert _bowl(eu, _day(10, 12), *rows) == Decimal("12.00")


def test_a_day_before_the_window_does_not_count_and_its_first_moment_does() -> None:
    eu = make_channel("eu")
    start = _day(30)
    edge = start - timedelta(days=30)
    assert _bowl(eu, start, (_day(1, 6), "8.00", None, None), (edge, "12.00", None, None)) == Decimal("12.00")
    later = edge + timedelta(seconds=1)
    assert _bowl(eu, start, (_day(1, 6), "8.00", None, None), (later, "12.00", None, None)) == Decimal("8.00")


def test_a_sale_that_ran_all_the_time_hides_the_regular_price() -> None:
    eu = make_channel("eu")
    assert _bowl(eu, _day(30), (_day(1, 6), "12.00", "11.00", None)) == Decimal("11.00")


def test_a_raised_price_just_before_the_sale_does_not_help() -> None:
    eu = make_channel("eu")
    assert _bowl(eu, _day(30), (_day(1, 6), "10.50", None, None), (_day(29), "20.00", None, None)) == Decimal("10.50")


def test_days_without_an_offer_count_nothing() -> None:
    eu = make_channel("eu")
    assert _bowl(eu, _day(30), (_day(1, 6), "5.00", None, None), (_day(7, 6), None, None, None)) is None
    assert _bowl(eu, _day(30)) is None


def test_each_market_has_a_rule_with_its_basis() -> None:
    assert "98/6/EC" in reduction_rule(make_channel("eu"), on=_day(1).date()).legal_basis
    assert "own rule" in reduction_rule(make_channel("jp"), on=_day(1).date()).legal_basis
    with pytest.raises(LookupError):
        reduction_rule(make_channel("eu"), on=datetime(2020, 1, 1, tzinfo=UTC).date())
