"""What a product lacks before a market may see it (data/publishing.toml: dated, each rule with its legal basis)."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils import timezone

from catalog.products.listing import VariantChannelListing
from catalog.products.product import Product
from catalog.products.translate import SUBJECT
from i18n.messages import gettext_noop as _
from i18n.translate import translations_of
from marketplace.channels.defaults import EUROPEAN_UNION
from marketplace.channels.models import Channel

DATA = Path(__file__).parent / "data" / "publishing.toml"


@dataclass(frozen=True, slots=True)
class Requirement:
    code: str
    field: str
    countries: str
    severity: str
    effective_from: date
    legal_basis: str
    effective_to: date | None = None

    def holds(self, channel: Channel, on: date) -> bool:
        in_force = self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)
        return in_force and _APPLIES[self.countries](channel)


@dataclass(frozen=True, slots=True)
class PublishGap:
    """Something that is missing. Only a ``blocking`` gap stops the publication."""

    field: str
    code: str
    message: str
    blocking: bool
    legal_basis: str


_APPLIES: Mapping[str, Callable[[Channel], bool]] = {
    "*": lambda channel: True,
    "EU": lambda channel: not set(EUROPEAN_UNION).isdisjoint(channel.countries),
    "abroad": lambda channel: any(country != "VN" for country in channel.countries),
}


@cache
def requirements() -> tuple[Requirement, ...]:
    """Every rule of the file."""
    with DATA.open("rb") as file:
        return tuple(Requirement(**row) for row in tomllib.load(file)["requirement"])


def missing_to_publish(product: Product, channel: Channel, *, on: date | None = None) -> list[PublishGap]:
    """Everything the product lacks for the channel, what blocks first; messages are message ids."""
    today = on or timezone.now().date()
    gaps = [
        PublishGap(rule.field, rule.code, _CHECKS[rule.code][1], rule.severity == "refuse", rule.legal_basis)
        for rule in requirements()
        if rule.holds(channel, today) and not _CHECKS[rule.code][0](product, channel)
    ]
    return sorted(gaps, key=lambda gap: not gap.blocking)


def _has_price(product: Product, channel: Channel) -> bool:
    variants = product.variants.filter(archived_at__isnull=True)
    return VariantChannelListing.objects.filter(channel=channel, variant__in=variants).exists()


def _is_named(product: Product, channel: Channel) -> bool:
    if product.source_language in channel.languages:
        return True
    return bool(translations_of(SUBJECT, [product.pk], channel.languages, ["name"])[str(product.pk)])


def _names_manufacturer(product: Product, channel: Channel) -> bool:
    seller = product.seller
    return bool(seller.legal_name and seller.email and seller.address.street_address_1)


_CHECKS: Mapping[str, tuple[Callable[[Product, Channel], bool], str]] = {
    "PRICE": (_has_price, _("Give at least one variant a price in this market.")),
    "NAME_LANGUAGE": (_is_named, _("Write or translate the name into one of this market's languages.")),
    "HS_CODE": (lambda product, channel: bool(product.hs_code), _("Goods that cross a border need an HS code.")),
    "MANUFACTURER": (
        _names_manufacturer,
        _("Buyers in the European Union must see the manufacturer's name, postal address and e-mail address."),
    ),
    "RESPONSIBLE_PERSON": (
        lambda product, channel: product.seller.address.country in EUROPEAN_UNION,
        _("Name a responsible person within the European Union before you ship consumer goods there."),
    ),
    "PICTURE": (lambda product, channel: product.media.exists(), _("Add at least one picture.")),
}
