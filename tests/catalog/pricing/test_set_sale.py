from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.models import PriceRecord
from catalog.pricing.price import VariantPrice, prices_for
from catalog.pricing.set_price import set_price
from catalog.pricing.set_sale import end_sale, set_sale
from catalog.products.variant import ProductVariant
from catalog.refusal import Refused
from tests.factories.catalog import make_sellable_variant, make_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _price(variant: ProductVariant, *, at: object = None, quantity: int = 1) -> VariantPrice:
    found = prices_for(
        variants=[variant],
        channel=make_channel("vn"),
        quantities={variant.pk: quantity},
        at=at,  # type: ignore[arg-type]  # a moment or nothing
    )
    return found[variant.pk]


def test_a_sale_holds_from_its_beginning_to_its_end() -> None:
    variant = make_sellable_variant(price=1_080_000, tiers=[(10, Decimal(972_000))])
    begin = timezone.now() + DAY
    end = begin + 14 * DAY
    set_sale(variant=variant, channel=make_channel("vn"), price=Decimal(999_000), starts_at=begin, ends_at=end)

    before, running, over = (_price(variant, at=at) for at in (begin - DAY, begin, end))

    assert [price.listed.gross.amount for price in (before, running, over)] == [1_080_000, 999_000, 1_080_000]
    assert [price.on_sale for price in (before, running, over)] == [False, True, False]
    assert running.listed.net.amount == 925_000
    assert running.undiscounted.gross.amount == 1_080_000
    assert running.discount is not None
    assert running.discount.gross.amount == 81_000
    assert running.sale_ends_at == end
    assert over.prior is None


def test_the_buyer_has_whichever_is_better_of_sale_and_tier() -> None:
    variant = make_sellable_variant(price=100, tiers=[(10, Decimal(90)), (50, Decimal(70))])
    set_sale(variant=variant, channel=make_channel("vn"), price=Decimal(80))
    assert [_price(variant, quantity=n).unit.amount for n in (1, 10, 49, 50)] == [80, 80, 80, 70]
    assert [(tier.minimum_quantity, tier.price.gross.amount) for tier in _price(variant).tiers] == [(50, 70)]


@pytest.mark.parametrize(
    ("price", "start", "end", "field"),
    [
        ("100", None, None, "sale.price"),
        ("120", None, None, "sale.price"),
        ("0", None, None, "sale.price"),
        ("79.5", None, None, "sale.price"),
        ("80", -DAY, None, "sale.starts_at"),
        ("80", 2 * DAY, DAY, "sale.ends_at"),
        ("80", None, -DAY, "sale.ends_at"),
    ],
)
def test_impossible_sales_are_refused_and_change_nothing(
    price: str, start: timedelta | None, end: timedelta | None, field: str
) -> None:
    variant = make_sellable_variant(price=100)
    now = timezone.now()
    with pytest.raises(Refused) as refused:
        set_sale(
            variant=variant,
            channel=make_channel("vn"),
            price=Decimal(price),
            starts_at=now + start if start else None,
            ends_at=now + end if end else None,
        )
    assert field in {problem.field for problem in refused.value.problems}
    assert not _price(variant).on_sale


def test_a_variant_without_a_price_has_no_sale() -> None:
    with pytest.raises(Refused):
        set_sale(variant=make_variant(), channel=make_channel("vn"), price=Decimal(80))


def test_a_running_sale_keeps_its_beginning_when_it_is_changed() -> None:
    variant = make_sellable_variant(price=100)
    begun = set_sale(variant=variant, channel=make_channel("vn"), price=Decimal(80)).sale_starts_at
    later = timezone.now() + 3 * DAY
    set_sale(variant=variant, channel=make_channel("vn"), price=Decimal(75), starts_at=begun, ends_at=later)
    assert _price(variant).listed.gross.amount == 75


def test_an_ended_sale_is_over_and_written_down() -> None:
    variant = make_sellable_variant(price=100)
    set_sale(variant=variant, channel=make_channel("vn"), price=Decimal(80))
    end_sale(variant=variant, channel=make_channel("vn"))
    end_sale(variant=variant, channel=make_channel("vn"))
    assert not _price(variant).on_sale
    assert list(PriceRecord.objects.filter(variant=variant).values_list("sale_amount", flat=True)) == [None, 80, None]


def test_a_regular_price_below_the_sale_ends_what_it_lowers() -> None:
    variant = make_sellable_variant(price=100)
    set_sale(variant=variant, channel=make_channel("vn"), price=Decimal(80))
    set_price(variant=variant, channel=make_channel("vn"), price=Decimal(70))
    assert (_price(variant).unit.amount, _price(variant).on_sale) == (70, False)
