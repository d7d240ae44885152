"""The query ``landedCostEstimate``: from ids and quantities to the domain's estimate."""

from typing import Any

from catalog.models import Product, ProductVariant
from i18n.messages import gettext_noop as _
from logistics.basket_estimate import NotSoldHere, Terms, estimate_variants
from logistics.customs.origin.agreement import agreements
from logistics.customs.rules.parse import MODES
from logistics.incoterms import INCOTERMS
from logistics.landed_cost import LandedCost
from marketplace.channels.models import Channel
from marketplace.graphql import ID, InputError, InputObjectType, Int, integer_key

MOST_LINES = 50
MOST_PIECES = 1_000_000


class LandedCostLineInput(InputObjectType):
    """So many of a variant."""

    variant_id = ID(required=True)
    quantity = Int(required=True)


def landed_cost_of(
    info: Any,
    *,
    channel: str,
    lines: list[Any],
    country: str,
    postal_code: str | None = None,
    business: bool | None = None,
    incoterm: str | None = None,
    preference: str | None = None,
    mode: str | None = None,
) -> LandedCost:
    """Checks everything a stranger may send; raises ``InputError`` naming the field."""
    terms = _terms(business, incoterm, preference, mode)
    market = Channel.objects.active().filter(slug=channel).first()
    if market is None:
        raise InputError(_("There is no such market."), field="channel", code="NOT_FOUND")
    if not market.ships_to(country):
        raise InputError(_("This market does not deliver to that country."), field="country")
    quantities = _quantities(market, lines)
    try:
        return estimate_variants(
            channel=market,
            quantities=quantities,
            country=country,
            postal_code=(postal_code or "")[:20],
            terms=terms,
            at=info.context.now,
            language=info.context.language,
        )
    except NotSoldHere as refusal:
        raise InputError(_("This product is not sold in that market."), field="lines", code="NOT_FOUND") from refusal


def _terms(business: bool | None, incoterm: str | None, preference: str | None, mode: str | None) -> Terms:
    if incoterm is not None and incoterm not in INCOTERMS:
        raise InputError(_("This is none of the eleven rules of Incoterms 2020."), field="incoterm")
    if preference and preference not in agreements():
        raise InputError(_("This trade agreement is not on record."), field="preference")
    if mode is not None and mode not in MODES:
        raise InputError(_("This is no way of transport."), field="mode")
    return Terms(business=bool(business), incoterm=incoterm or "DAP", preference=preference or "", mode=mode or "")


def _quantities(market: Channel, lines: list[Any]) -> dict[ProductVariant, int]:
    wanted: dict[int, int] = {}
    if not 1 <= len(lines) <= MOST_LINES:
        raise InputError(_("From 1 to %(most)s lines are possible."), field="lines", params={"most": MOST_LINES})
    for index, line in enumerate(lines):
        if not 1 <= line["quantity"] <= MOST_PIECES:
            raise InputError(_("This quantity is not possible."), field="lines.quantity", index=index)
        key = integer_key(line["variant_id"], "ProductVariant", field="lines.variant_id")
        wanted[key] = min(wanted.get(key, 0) + line["quantity"], MOST_PIECES)
    found = _visible(market, list(wanted))
    if len(found) < len(wanted):
        raise InputError(_("This product is not sold in that market."), field="lines", code="NOT_FOUND")
    return {variant: wanted[variant.pk] for variant in found}


def _visible(market: Channel, ids: list[int]) -> list[ProductVariant]:
    """What the public sees in the market, with all that a consignment needs, in the order of the ids."""
    rows = ProductVariant.objects.current().select_related("product", "seller__address")
    found = rows.filter(pk__in=ids, product__in=Product.objects.published_in(market))
    return sorted(found, key=lambda variant: ids.index(variant.pk))
