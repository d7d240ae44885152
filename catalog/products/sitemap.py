"""The products of a market for search engines: in parts that stay the same while products come and go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max

from catalog.products.addresses import SUBJECT
from catalog.products.product import Product
from i18n.languages import LANGUAGES
from i18n.slugs.find import current_slugs, slug_for
from marketplace.channels.models import Channel

PART = 10_000
"""Ids of a part. A sitemap may have 50,000 addresses and 50 MB; with seven languages each, size comes first."""
AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class SitemapPart:
    """``number`` 3 has the public products with ids from 30,000 up to 39,999."""

    number: int
    last_modified: datetime


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A product's slug in each of the marketplace's languages, in their order."""

    product_id: int
    slugs: Sequence[str]
    last_modified: datetime


def sitemap_parts(*, channel: Channel, at: datetime) -> list[SitemapPart]:
    """The parts that have public products, in one query."""
    public = Product.objects.published_in(channel, at=at).order_by()
    rows = public.annotate(part=F("pk") / PART).values("part").annotate(last=Max("updated_at")).order_by("part")
    return [SitemapPart(row["part"], row["last"]) for row in rows]


def sitemap_entries(*, channel: Channel, part: int, after: int = 0, at: datetime) -> list[SitemapEntry]:
    """Up to a thousand public products of a part whose ids follow ``after``, in two queries."""
    public = Product.objects.published_in(channel, at=at).filter(pk__gte=part * PART, pk__lt=(part + 1) * PART)
    columns = ("pk", "slug", "source_language", "updated_at")
    rows = list(public.filter(pk__gt=after).order_by("pk").values_list(*columns)[:AT_ONCE])
    current = current_slugs(SUBJECT, [pk for pk, *_ in rows])
    return [
        SitemapEntry(
            pk, [slug_for(code, current[pk], own=slug, own_language=written_in) for code in LANGUAGES], modified
        )
        for pk, slug, written_in, modified in rows
    ]
