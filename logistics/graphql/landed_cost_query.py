"""The query ``landedCostEstimate``: from ids and quantities to the domain's estimate."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from catalog.models import Product, ProductVariant
from i18n.messages import gettext_noop as _
from logistics.basket_estimate import NotSoldHere, Terms, estimate_variants
from logistics.customs.origin.agreement import agreements
from logistics.customs.rules.parse import MODES
from logistics.incoterms import INCOTERMS
from logistics.landed_cost import LandedCost
from logistics.left_out import LeftOut, cannot_be_sent
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
    leave_out: bool | None = None,
) -> LandedCost:
    """Checks everything a stranger may send; raises ``InputError`` naming the field.

    With ``leave_out``, what cannot be sent there is named in the answer and the rest estimated; alone it is refused.
    """
    terms = _terms(business, incoterm, preference, mode)
    market = Channel.objects.active().filter(slug=channel).first()
    if market is None:
        raise InputError(_("There is no such market."), field="channel", code="NOT_FOUND")
    if not market.ships_to(country):
        raise InputError(_("This market does not deliver to that country."), field="country")
    wanted = _wanted(lines)
    shown = _visible(market, list(wanted))
    left_out = _left_out(wanted, shown, market, country, info.context.now) if leave_out else []
    try:
        cost = estimate_variants(
            channel=market,
            quantities=_quantities(wanted, shown, left_out),
            country=country,
            postal_code=(postal_code or "")[:20],
            terms=terms,
            at=info.context.now,
            language=info.context.language,
        )
    except NotSoldHere as refusal:
        raise InputError(_("This product is not sold in that market."), field="lines", code="NOT_FOUND") from refusal
    return replace(cost, left_out=tuple(left_out))


def _terms(business: bool | None, incoterm: str | None, preference: str | None, mode: str | None) -> Terms:
    if incoterm is not None and incoterm not in INCOTERMS:
        raise InputError(_("This is none of the eleven rules of Incoterms 2020."), field="incoterm")
    if preference and preference not in agreements():
        raise InputError(_("This trade agreement is not on record."), field="preference")
    if mode is not None and mode not in MODES:
        raise InputError(_("This is no way of transport."), field="mode")
    return Terms(business=bool(business), incoterm=incoterm or "DAP", preference=preference or "", mode=mode or "")


def _wanted(lines: list[Any]) -> dict[int, int]:
    """Pieces by the number of the variant."""
    wanted: dict[int, int] = {}
    if not 1 <= len(lines) <= MOST_LINES:
        raise InputError(_("From 1 to %(most)s lines are possible."), field="lines", params={"most": MOST_LINES})
    for index, line in enumerate(lines):
        if not 1 <= line["quantity"] <= MOST_PIECES:
            raise InputError(_("This quantity is not possible."), field="lines.quantity", index=index)
        key = integer_key(line["variant_id"], "ProductVariant", field="lines.variant_id")
        wanted[key] = min(wanted.get(key, 0) + line["quantity"], MOST_PIECES)
    return wanted


def _left_out(
    wanted: dict[int, int], shown: list[ProductVariant], market: Channel, country: str, now: datetime
) -> list[LeftOut]:
    return cannot_be_sent(wanted=list(wanted), shown=shown, channel=market, country=country, at=now)


def _quantities(
    wanted: dict[int, int], shown: list[ProductVariant], left_out: list[LeftOut]
) -> dict[ProductVariant, int]:
    without = {one.variant_id for one in left_out}
    found = {variant: wanted[variant.pk] for variant in shown if variant.pk not in without}
    if not found or len(found) + len(left_out) < len(wanted):
        raise InputError(_("This product is not sold in that market."), field="lines", code="NOT_FOUND")
    return found


def _visible(market: Channel, ids: list[int]) -> list[ProductVariant]:
    """What the public sees in the market, with all that a consignment needs, in the order of the ids."""
    rows = ProductVariant.objects.current().select_related("product", "seller__address")
    found = rows.filter(pk__in=ids, product__in=Product.objects.published_in(market))
    return sorted(found, key=lambda variant: ids.index(variant.pk))
