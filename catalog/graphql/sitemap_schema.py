"""What the site's sitemaps are made of."""

from typing import Any

from catalog.graphql.in_channel import channel_named
from catalog.products import sitemap
from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, DateTime, Field, InputError, Int, List, NonNull, ObjectType, String

MOST_PARTS = 100_000


class SitemapPart(ObjectType):
    """A numbered part of a market's public products."""

    class Meta:
        access = ANYONE

    number = Field(Int, required=True)
    last_modified = Field(DateTime, required=True)


class SitemapEntry(ObjectType):
    """A public product."""

    class Meta:
        access = ANYONE

    key = Field(Int, required=True, description="Where to go on after.")
    slugs = Field(NonNull(List(NonNull(String))), description="In each language, in the order of `languages`.")
    last_modified = Field(DateTime, required=True)

    @staticmethod
    def resolve_key(entry: sitemap.SitemapEntry, info: Any) -> int:
        return entry.product_id


class SitemapQueries(ObjectType):
    """Public products by thousands, with nothing but their addresses."""

    sitemap_parts = Field(
        NonNull(List(NonNull(SitemapPart))), channel=String(required=True), access=ANYONE, cost=10, size=10
    )
    sitemap_entries = Field(
        NonNull(List(NonNull(SitemapEntry))),
        channel=String(required=True),
        part=Int(required=True),
        after=Int(description="The key of the last entry known."),
        access=ANYONE,
        cost=10,
        size=sitemap.AT_ONCE,
        description="Up to a thousand public products of the part, oldest first.",
    )

    @staticmethod
    def resolve_sitemap_parts(root: Any, info: Any, channel: str) -> list[sitemap.SitemapPart]:
        market = channel_named(info, channel)
        return [] if market is None else sitemap.sitemap_parts(channel=market, at=info.context.now)

    @staticmethod
    def resolve_sitemap_entries(
        root: Any, info: Any, channel: str, part: int, after: int | None = None
    ) -> list[sitemap.SitemapEntry]:
        if not 0 <= part < MOST_PARTS:
            raise InputError(_("There is no such part."), field="part")
        market = channel_named(info, channel)
        if market is None:
            return []
        return sitemap.sitemap_entries(channel=market, part=part, after=max(after or 0, 0), at=info.context.now)
