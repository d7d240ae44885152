"""Ask for a sample: one piece of goods whose seller gives samples away or sells them."""

from datetime import datetime
from decimal import Decimal

from catalog.models import Product, ProductVariant
from catalog.refusal import Problem, Refused
from i18n.convert import NoRate, convert
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from orders.quotes.quote_request import QuoteRequest
from orders.quotes.request_quote import RequestedLine, RequestTerms, request_quote


def request_sample(
    *, user: User, channel: Channel, variant_id: int, language: str, country: str, text: str, now: datetime
) -> QuoteRequest:
    """A request for one piece, marked as a sample, at the product's own price for samples where it names one.

    It goes to the account's own address where there is one. Raises `Refused`.
    """
    published = Product.objects.published_in(channel, at=now)
    rows = ProductVariant.objects.current().filter(product__in=published).select_related("product", "seller")
    variant = rows.filter(pk=variant_id).first()
    if variant is None:
        raise Refused(Problem("variant_id", "NOT_FOUND", _("These goods are not shown here.")))
    if not variant.product.sample_available:
        raise Refused(Problem("variant_id", "NOT_AVAILABLE", _("There are no samples of this product.")))
    address = _own_address(user, channel, country)
    return request_quote(
        user=user,
        sellers=[variant.seller],
        terms=RequestTerms(
            channel=channel,
            language=language,
            currency=channel.currency_code,
            country=address["country"] if address else country or channel.default_country,
            incoterm="DAP",
            named_place=address["city"] if address else "",
            text=text,
            shipping_address=address,
            is_sample=True,
        ),
        lines=[
            RequestedLine(
                quantity=1,
                product_id=variant.product_id,
                variant_id=variant.pk,
                target_amount=_price(variant.product, channel, now),
            )
        ],
        now=now,
    )


def _price(product: Product, channel: Channel, now: datetime) -> Decimal | None:
    """What the product asks for a sample, in the market's currency; nothing where that isn't known."""
    price = product.sample_price
    if price is None:
        return None
    if price.currency == channel.currency_code:
        return price.quantize().amount
    try:
        return convert(price, channel.currency_code, on=day_here(now)).money.amount
    except NoRate:
        return None


def _own_address(user: User, channel: Channel, country: str) -> dict[str, str] | None:
    """The account's default one, where the market delivers there and no other country was named."""
    own = user.default_shipping_address.as_data() if user.default_shipping_address else None
    if own is None or not channel.ships_to(own.country) or country not in ("", own.country):
        return None
    return own.as_dict()
