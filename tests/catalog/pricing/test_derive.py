from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from catalog.models import PriceDerivation, PriceRecord, PriceRule, ProductVariant, VariantChannelListing
from catalog.pricing.derive import derive_price, rederive_outdated
from catalog.pricing.price import VariantPrice, prices_for
from catalog.pricing.set_base_price import remove_base_price, set_base_price
from catalog.pricing.set_price import set_price
from catalog.pricing.set_price_rule import set_price_rule
from catalog.refusal import Refused
from i18n.models import ExchangeRate
from i18n.today import today_here
from marketplace.events.models import OutboxMessage
from tests.factories.catalog import make_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db


def _rate(quote: str, rate: str, *, days_ago: int = 1) -> None:
    ExchangeRate.objects.create(
        base="VND",
        quote=quote,
        rate=Decimal(rate),
        on=today_here() - timedelta(days=days_ago),
        source="manual",
        fetched_at=timezone.now(),
    )


def _price(variant: ProductVariant, channel: str = "eu") -> VariantPrice:
    market = make_channel(channel)
    return prices_for(variants=[variant], channel=market)[variant.pk]


def _bowl(tiers: tuple[tuple[int, Decimal], ...] = ()) -> ProductVariant:
    variant = make_variant()
    set_base_price(variant=variant, price=Decimal(1_500_000), currency="VND", tiers=tiers)
    return variant


def _told() -> int:
    return OutboxMessage.objects.filter(name__in=["ProductChanged", "ProductsChanged"]).count()


def test_the_worked_example() -> None:
    _rate("EUR", "0.0000348")
    variant = _bowl(((10, Decimal(1_350_000)), (20, Decimal(1_349_000))))
    rule = {"markup_percent": Decimal(15), "step": Decimal(1), "ending": Decimal("0.95")}
    set_price_rule(seller=variant.seller, channel=make_channel("eu"), **rule)

    derive_price(variant=variant, channel=make_channel("eu"))

    price = _price(variant)
    assert price.unit.amount == Decimal("59.95")
    # 1,350,000 comes to 54.027 and ends as 53.95; the next tier rounds to the same price and is left out.
    assert [(t.minimum_quantity, t.price.gross.amount) for t in price.tiers] == [(10, Decimal("53.95"))]
    derivation = PriceDerivation.objects.get()
    assert (derivation.rate, derivation.rate_source) == (Decimal("0.0000348"), "manual")
    assert derivation.base_amount == 1_500_000


def test_a_new_rate_reaches_derived_prices_alone_and_only_once() -> None:
    _rate("EUR", "0.0000348", days_ago=2)
    derived, given_price = _bowl(), _bowl()
    derive_price(variant=derived, channel=make_channel("eu"))
    set_price(variant=given_price, channel=make_channel("eu"), price=Decimal("52.20"))
    assert _price(derived).unit.amount == Decimal("52.20")

    _rate("EUR", "0.0000400")
    told = _told()
    assert _price(derived).unit.amount == Decimal("52.20"), "nothing moves until it is derived again"

    assert rederive_outdated(now=timezone.now()) == 1
    assert rederive_outdated(now=timezone.now()) == 0

    assert _price(derived).unit.amount == Decimal("60.00")
    assert _price(given_price).unit.amount == Decimal("52.20")
    assert _told() == told + 1
    assert PriceDerivation.objects.get().rate == Decimal("0.00004")
    assert [record.price_amount for record in PriceRecord.objects.filter(variant=derived)] == [
        Decimal("52.20"),
        Decimal("60.00"),
    ]


def test_a_new_rate_that_rounds_to_the_same_price_is_kept_without_telling_anybody() -> None:
    _rate("JPY", "0.0060", days_ago=2)
    variant = _bowl()
    set_price_rule(seller=variant.seller, channel=make_channel("jp"), step=Decimal(1000))
    derive_price(variant=variant, channel=make_channel("jp"))
    _rate("JPY", "0.0061")
    told = _told()

    assert rederive_outdated(now=timezone.now()) == 0

    assert _price(variant, "jp").unit.amount == 9000
    assert PriceDerivation.objects.get().rate == Decimal("0.0061")
    assert _told() == told


def test_a_new_base_price_and_a_new_rule_are_felt_at_once() -> None:
    _rate("EUR", "0.0000348")
    variant = _bowl()
    derive_price(variant=variant, channel=make_channel("eu"))
    set_base_price(variant=variant, price=Decimal(3_000_000), currency="VND", tiers=[(5, Decimal(2_000_000))])
    assert _price(variant).unit.amount == Decimal("104.40")
    assert _price(variant).tiers[0].price.gross.amount == Decimal("69.60")
    set_price_rule(seller=variant.seller, channel=make_channel("eu"), step=Decimal(5))
    assert _price(variant).unit.amount == Decimal(105)


def test_a_given_price_and_a_forgotten_base_price_end_the_following() -> None:
    _rate("EUR", "0.0000348")
    first, second = _bowl(), _bowl()
    for variant in (first, second):
        derive_price(variant=variant, channel=make_channel("eu"))
    set_price(variant=first, channel=make_channel("eu"), price=Decimal(50))
    remove_base_price(variant=second)
    assert not PriceDerivation.objects.exists()
    assert [_price(variant).unit.amount for variant in (first, second)] == [Decimal(50), Decimal("52.20")]


def test_without_a_base_price_or_a_rate_nothing_is_derived() -> None:
    with pytest.raises(Refused):
        derive_price(variant=make_variant(), channel=make_channel("eu"))
    with pytest.raises(Refused):
        derive_price(variant=_bowl(), channel=make_channel("kr"))
    assert not VariantChannelListing.objects.exists()


def test_a_rate_that_is_gone_leaves_the_price_as_it_was() -> None:
    _rate("EUR", "0.0000348")
    variant = _bowl()
    derive_price(variant=variant, channel=make_channel("eu"))
    ExchangeRate.objects.all().delete()
    assert rederive_outdated(now=timezone.now()) == 0
    assert _price(variant).unit.amount == Decimal("52.20")


@pytest.mark.parametrize(
    "rule",
    [
        {"markup_percent": Decimal(-91)},
        {"markup_percent": Decimal("1.234")},
        {"step": Decimal("0.001")},
        {"step": Decimal(-1)},
        {"ending": Decimal("0.95")},
        {"step": Decimal(1), "ending": Decimal(1)},
        {"step": Decimal(1), "ending": Decimal(-1)},
        {"rounding": "SIDEWAYS"},
    ],
)
def test_impossible_rules_are_refused(rule: dict[str, object]) -> None:
    with pytest.raises(Refused):
        set_price_rule(seller=make_variant().seller, channel=make_channel("eu"), **rule)  # type: ignore[arg-type]
    assert not PriceRule.objects.exists()


@pytest.mark.parametrize(
    ("amount", "step", "ending", "rounding", "price"),
    [
        ("13.40", "1", "0.95", "NEAREST", "12.95"),
        ("13.45", "1", "0.95", "NEAREST", "13.95"),
        ("13.40", "1", "0.95", "UP", "13.95"),
        ("13.94", "1", "0.95", "DOWN", "12.95"),
        ("0.20", "1", "0.95", "NEAREST", "0.95"),
        ("17.5", "5", "0", "NEAREST", "20"),
        ("2", "5", "0", "NEAREST", "5"),
        ("82499", "1000", "0", "NEAREST", "82000"),
        ("82499", "1000", "900", "NEAREST", "82900"),
        ("82.4999", "0", "0", "NEAREST", "82.4999"),
    ],
)
def test_rounding(amount: str, step: str, ending: str, rounding: str, price: str) -> None:
    rule = PriceRule(step=Decimal(step), ending=Decimal(ending), rounding=rounding)
    assert rule.rounded(Decimal(amount)) == Decimal(price)


@given(
    amount=st.decimals("0.01", "1e9", places=2),
    step=st.sampled_from(["0.05", "0.5", "1", "5", "10", "1000"]),
    share=st.sampled_from(["0", "0.5", "0.9"]),
    rounding=st.sampled_from(["NEAREST", "UP", "DOWN"]),
)
def test_a_rounded_price_is_a_step_away_at_most_and_always_above_zero(
    amount: Decimal, step: str, share: str, rounding: str
) -> None:
    rule = PriceRule(step=Decimal(step), ending=Decimal(step) * Decimal(share), rounding=rounding)
    price = rule.rounded(amount)
    assert price > 0
    assert (price - rule.ending) % rule.step == 0
    assert abs(price - amount) < rule.step or price == (rule.ending or rule.step)
    assert rule.rounded(price) == price
