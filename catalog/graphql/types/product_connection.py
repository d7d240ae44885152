"""A page of products with what can narrow it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from catalog.graphql.in_channel import put_in_channel
from catalog.graphql.types.facet import Facet, labelled
from catalog.graphql.types.product import Product
from catalog.models import Product as ProductRow
from catalog.search.request import SearchRequest
from catalog.search.search_products import search_products
from marketplace.channels.models import Channel
from marketplace.graphql import Boolean, Field, List, NonNull, Page, connection_type
from marketplace.graphql.connections.keyset import KeysetPage


@dataclass(frozen=True)
class ProductPage(Page):
    """A page of search hits, or with ``keyset`` one of the database; ``request`` is what facets are counted for."""

    items: Sequence[ProductRow] = ()
    request: SearchRequest | None = None
    channel: Channel | None = None
    degraded: bool = False
    keyset: KeysetPage | None = None

    @property
    def edges(self) -> list[dict[str, Any]]:
        edges = super().edges if self.keyset is None else self.keyset.edges
        put_in_channel((edge["node"] for edge in edges), self.channel)
        return edges

    @property
    def page_info(self) -> dict[str, Any]:
        return super().page_info if self.keyset is None else self.keyset.page_info

    @property
    def total_count(self) -> int | None:
        return super().total_count if self.keyset is None else self.keyset.total_count


def _resolve_facets(page: ProductPage, info: Any) -> list[Any]:
    if page.request is None or page.channel is None:
        return []
    counted = search_products(replace(page.request, offset=0, limit=0, with_facets=True))
    return labelled(counted.facets, channel=page.channel, language=info.context.language)


ProductCountableConnection = connection_type(
    Product,
    facets=Field(
        NonNull(List(NonNull(Facet))),
        description="What further choices would leave; empty without a channel, or while the index is out of reach.",
    ),
    resolve_facets=staticmethod(_resolve_facets),
    degraded=Field(
        Boolean, required=True, description="The search index is out of reach: only names were looked through."
    ),
)
