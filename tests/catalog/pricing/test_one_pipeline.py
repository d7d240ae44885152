"""List, product page, search, basket, order and estimate ask the same pipeline: they agree to the cent, always."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import PriceTier, ProductVariant, VariantChannelListing
from catalog.pricing.current_amount import current_amount
from catalog.pricing.price import prices_for
from catalog.pricing.price_range import product_price
from catalog.search.document_trade import offers_of
from frontend.storefront.price_table import price_at
from i18n.currencies import exponent_of
from i18n.money import Money
from logistics.basket_estimate import estimate_variants
from marketplace.channels.models import Channel
from marketplace.graphql import Context, to_global_id
from marketplace.schema import schema
from orders.checkout.lines import Wanted, update_lines
from orders.checkout.totals import price_checkout
from tests.factories.catalog import make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.orders import make_checkout, make_exchange_rate

pytestmark = pytest.mark.django_db
NOW = timezone.now() + timedelta(hours=1)
PRODUCT = """query($id: ID!, $channel: String!) { product(id: $id, channel: $channel) {
  pricing { onSale discount { gross { amount } }
    priceRange { start { gross { amount } net { amount } } }
    priceRangeUndiscounted { start { gross { amount } } } }
  variants { pricing { onSale price { gross { amount } net { amount } tax { amount } }
    priceUndiscounted { gross { amount } } discount { gross { amount } }
    tiers { minimumQuantity price { gross { amount } net { amount } } } } } } }"""


@dataclass
class Terms:
    """What a seller said of a variant's price, in minor units, and how many a buyer wants."""

    price: int
    sale: int | None
    begins: int
    ends: int | None
    tiers: list[tuple[int, int]]
    quantity: int


@st.composite
def terms(draw: Any) -> Terms:
    price = draw(st.integers(20, 10**7))
    quantities = sorted(draw(st.sets(st.integers(2, 60), max_size=3)))
    falling = sorted(draw(st.sets(st.integers(1, price - 1), min_size=3, max_size=3)), reverse=True)
    begins = draw(st.sampled_from([-2, -1, 1]))
    return Terms(
        price=price,
        sale=draw(st.none() | st.integers(1, price - 1)),
        begins=begins,
        ends=draw(st.sampled_from([None, begins + 1])),
        tiers=list(zip(quantities, falling, strict=False)),
        quantity=draw(st.integers(1, 70)),
    )


def _say(variant: ProductVariant, channel: Channel, said: Terms) -> None:
    def amount(units: int) -> Decimal:
        return Money.from_minor(units, channel.currency_code).amount

    day = timedelta(days=1)
    PriceTier.objects.filter(listing__variant=variant).delete()
    listing = VariantChannelListing.objects.get(variant=variant, channel=channel)
    VariantChannelListing.objects.filter(pk=listing.pk).update(
        price_amount=amount(said.price),
        sale_amount=None if said.sale is None else amount(said.sale),
        sale_starts_at=None if said.sale is None else NOW + said.begins * day,
        sale_ends_at=None if said.sale is None or said.ends is None else NOW + said.ends * day,
    )
    PriceTier.objects.bulk_create(
        PriceTier(listing=listing, minimum_quantity=quantity, price_amount=amount(price))
        for quantity, price in said.tiers
    )


def _expected(said: Terms) -> int:
    """The rule in one line: the lowest of what holds now and what the quantity reaches."""
    runs = said.sale is not None and said.begins <= 0 and (said.ends is None or said.ends > 0)
    one = said.sale if runs and said.sale is not None else said.price
    return min([one, *(price for quantity, price in said.tiers if quantity <= said.quantity)])


@pytest.mark.parametrize(("slug", "includes_tax"), [("vn", True), ("vn", False), ("eu", True), ("jp", True)])
def test_they_agree_to_the_cent(slug: str, includes_tax: bool) -> None:
    channel = make_channel(slug)
    Channel.objects.filter(pk=channel.pk).update(prices_include_tax=includes_tax)
    channel.refresh_from_db()
    make_exchange_rate()
    variant = make_sellable_variant(channel, price=100, stock=1000)
    variant = ProductVariant.objects.select_related("product__seller__address", "seller__address").get(pk=variant.pk)
    checkout = None if slug != "eu" else make_checkout((variant, 1), channel=channel)

    @given(said=terms())
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    def agree(said: Terms) -> None:
        _say(variant, channel, said)
        _compare(variant, channel, said, checkout)

    agree()


def _compare(variant: ProductVariant, channel: Channel, said: Terms, checkout: Any) -> None:
    wanted = {variant.pk: said.quantity}
    priced = prices_for(variants=[variant], channel=channel, quantities=wanted, at=NOW)[variant.pk]
    one = prices_for(variants=[variant], channel=channel, at=NOW)[variant.pk]
    stored = priced.price.gross if channel.prices_include_tax else priced.price.net
    assert stored.minor_units() == _expected(said)
    assert priced.price.net + priced.price.tax == priced.price.gross
    assert abs(priced.price.tax.amount - priced.price.net.amount * priced.tax_rate) <= Decimal(1).scaleb(
        -exponent_of(channel.currency_code)
    )

    shown = _asked(variant, channel)
    own = shown["variants"][0]["pricing"]
    assert own["price"]["gross"]["amount"] == one.listed.gross.amount
    assert own["price"]["net"]["amount"] == one.listed.net.amount
    assert own["onSale"] == shown["pricing"]["onSale"] == one.on_sale == (one.discount is not None)
    assert shown["pricing"]["priceRange"]["start"]["gross"]["amount"] == one.listed.gross.amount
    assert shown["pricing"]["priceRangeUndiscounted"]["start"]["gross"]["amount"] == one.undiscounted.gross.amount
    assert price_at({"pricing": own}, said.quantity)["gross"]["amount"] == priced.unit.amount
    assert product_price([one, None]) is not None

    rows = VariantChannelListing.objects.filter(variant=variant, channel=channel)
    in_database = rows.annotate(now=current_amount(NOW)).values_list("now", flat=True).get()
    listed = one.listed.gross if channel.prices_include_tax else one.listed.net
    assert in_database == listed.amount
    assert [offer.price for offer in offers_of([variant.product_id], at=NOW)[variant.product_id]] == [listed.amount]

    cost = estimate_variants(
        channel=channel,
        quantities={variant: said.quantity},
        country=channel.default_country,
        at=NOW,
        language="en",
    )
    assert cost.goods == (priced.price.gross * said.quantity).quantize()
    if checkout is not None:
        update_lines(checkout_id=checkout.pk, wanted=[Wanted(variant.pk, said.quantity)], now=NOW)
        [line] = price_checkout(checkout, now=NOW).lines
        assert line.unit == priced.price
        assert line.line.seen_amount is not None
        assert line.problem is None
        assert line.total.gross == (priced.unit * said.quantity).quantize()


def _asked(variant: ProductVariant, channel: Channel) -> Any:
    keys = {"id": to_global_id("Product", variant.product_id), "channel": channel.slug}
    result = schema.execute(PRODUCT, keys, context=Context(language="en", now=NOW))
    assert result.errors is None
    return result.data["product"] if result.data else None
