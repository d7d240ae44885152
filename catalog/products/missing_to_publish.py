"""What a product lacks before a market may see it (data/publishing.toml: dated, each rule with its legal basis)."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.db.models import prefetch_related_objects
from django.utils import timezone

from catalog.products.listing import VariantChannelListing
from catalog.products.media import ProductMedia
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
    return missing_of_each([product], channel, on=on)[0]


def missing_of_each(products: Sequence[Product], channel: Channel, *, on: date | None = None) -> list[list[PublishGap]]:
    """The same for many products, in their order and with as many queries as for one."""
    today = on or timezone.now().date()
    gaps: list[list[PublishGap]] = [[] for _product in products]
    for rule in requirements():
        if rule.holds(channel, today):
            check, message = _CHECKS[rule.code]
            gap = PublishGap(rule.field, rule.code, message, rule.severity == "refuse", rule.legal_basis)
            for own, is_met in zip(gaps, check(products, channel), strict=True):
                if not is_met:
                    own.append(gap)
    return [sorted(own, key=lambda gap: not gap.blocking) for own in gaps]


Check = Callable[[Sequence[Product], Channel], list[bool]]


def _have_price(products: Sequence[Product], channel: Channel) -> list[bool]:
    listed = VariantChannelListing.objects.filter(
        channel=channel, variant__product__in=products, variant__archived_at__isnull=True
    )
    priced = set(listed.values_list("variant__product_id", flat=True))
    return [product.pk in priced for product in products]


def _are_named(products: Sequence[Product], channel: Channel) -> list[bool]:
    found = translations_of(SUBJECT, [product.pk for product in products], channel.languages, ["name"])
    return [product.source_language in channel.languages or bool(found[str(product.pk)]) for product in products]


def _name_manufacturer(products: Sequence[Product], channel: Channel) -> list[bool]:
    prefetch_related_objects(products, "seller__address")
    sellers = [product.seller for product in products]
    return [bool(seller.legal_name and seller.email and seller.address.street_address_1) for seller in sellers]


def _are_made_in_the_union(products: Sequence[Product], channel: Channel) -> list[bool]:
    prefetch_related_objects(products, "seller__address")
    return [product.seller.address.country in EUROPEAN_UNION for product in products]


def _have_picture(products: Sequence[Product], channel: Channel) -> list[bool]:
    shown = set(ProductMedia.objects.filter(product__in=products).values_list("product_id", flat=True))
    return [product.pk in shown for product in products]


_CHECKS: Mapping[str, tuple[Check, str]] = {
    "PRICE": (_have_price, _("Give at least one variant a price in this market.")),
    "NAME_LANGUAGE": (_are_named, _("Write or translate the name into one of this market's languages.")),
    "HS_CODE": (
        lambda products, channel: [bool(product.hs_code) for product in products],
        _("Goods that cross a border need an HS code."),
    ),
    "MANUFACTURER": (
        _name_manufacturer,
        _("Buyers in the European Union must see the manufacturer's name, postal address and e-mail address."),
    ),
    "RESPONSIBLE_PERSON": (
        _are_made_in_the_union,
        _("Name a responsible person within the European Union before you ship consumer goods there."),
    ),
    "PICTURE": (_have_picture, _("Add at least one picture.")),
}
