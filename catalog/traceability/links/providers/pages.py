"""The pages of our own that codes lead to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings
from django.utils import timezone

from catalog.products.addresses import slugs_in
from catalog.products.certificates.valid import valid_certificates_of
from catalog.products.listing import ProductChannelListing
from catalog.products.product import Product
from catalog.traceability.links.level import Level
from catalog.traceability.links.link import Link
from catalog.traceability.lot import TraceCode, TraceCodeStatus
from catalog.traceability.qr import trace_url
from catalog.traceability.recall.recall_of import recalls_of
from i18n.languages import DEFAULT_LANGUAGE, LANGUAGES
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel

HTML = "text/html"
_PRODUCT, _TRACE, _CERTIFICATES = _("Product page"), _("Where it comes from"), _("Certificates")
_RECALL = _("This lot is called back")


def product_pages(level: Level, language: str) -> Iterator[Link]:
    """A published product's page in every language; the default is the one for readers of any other language."""
    for product, channel in shown_products(level):
        for code in LANGUAGES:
            yield Link(
                "pip",
                product_address(product, channel, code),
                gettext(code, _PRODUCT),
                (code,),
                HTML,
                is_default=code == DEFAULT_LANGUAGE,
            )


def trace_pages(level: Level, language: str) -> Iterator[Link]:
    """The page of a piece, or of a lot, which chooses the language itself."""
    for address in _trace_addresses(level):
        yield Link("traceability", address, gettext(language, _TRACE), (), HTML, is_default=True)


def recall_pages(level: Level, language: str) -> Iterator[Link]:
    """While a lot is called back: the same page, which begins with the notice then."""
    lots = [level.code.lot] if level.code is not None else level.lots
    if lots and recalls_of([lot.pk for lot in lots]):
        for address in _trace_addresses(level):
            yield Link("recallStatus", address, gettext(language, _RECALL), (), HTML, is_default=True)


def certificate_pages(level: Level, language: str) -> Iterator[Link]:
    """The part of the product's page that has its valid certificates, if it has any."""
    shown = shown_products(level)
    valid = valid_certificates_of([product.pk for product, _channel in shown], timezone.localdate())
    for product, channel in shown:
        if valid[product.pk]:
            for code in LANGUAGES:
                address = f"{product_address(product, channel, code)}#certificates"
                yield Link("certificationInfo", address, gettext(code, _CERTIFICATES), (code,), HTML)


def shown_products(level: Level) -> list[tuple[Product, Channel]]:
    """The products of a GTIN that the public may see, each with the first market that shows it."""
    if level.qualifiers or not level.variants:
        return []
    wanted = {variant.product_id for variant in level.variants}
    products = Product.objects.published_anywhere().filter(pk__in=wanted).select_related("seller")
    listings = ProductChannelListing.objects.shown(timezone.now()).filter(product__in=wanted, channel__is_active=True)
    channels = {row.product_id: row.channel for row in listings.select_related("channel").order_by("-channel_id")}
    return [(product, channels[product.pk]) for product in products.order_by("pk") if product.pk in channels]


def product_address(product: Product, channel: Channel, language: str) -> str:
    """The public page in the language; it says itself where the product is called otherwise there."""
    (slug,) = slugs_in(language, [product])
    return f"{settings.PUBLIC_URL}/{language}/{channel.slug}/products/{quote(slug)}"


def _trace_addresses(level: Level) -> list[str]:
    """A lot is shown by the first of its labels that counts, and nothing is said of that one piece then."""
    if level.code is not None:
        return [trace_url(level.code.code)]
    active = TraceCode.objects.filter(status=TraceCodeStatus.ACTIVE).order_by("created_at", "code")
    first = (active.filter(lot=lot).values_list("code", flat=True).first() for lot in level.lots)
    return [f"{trace_url(code)}?by=lot" for code in first if code is not None]
