"""A page of products with what can narrow it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from catalog.graphql.in_channel import put_in_channel
from catalog.graphql.place_cursor import cursor_of
from catalog.graphql.types.facet import Facet, labelled
from catalog.graphql.types.product import Product
from catalog.models import Product as ProductRow
from catalog.search.further import did_you_mean, further_searches
from catalog.search.request import FACETS, BadPlace, SearchPage, SearchRequest
from catalog.search.search_products import search_products
from marketplace.channels.models import Channel
from marketplace.graphql import Boolean, Field, List, NonNull, Page, String, connection_type
from marketplace.graphql.connections.cursor import BadCursor
from marketplace.graphql.connections.keyset import KeysetPage
from marketplace.keyed_rows import keyed_rows
from marketplace.read_log import depends_on_more


@dataclass(frozen=True)
class ProductPage(Page):
    """A page that something else has cut, or with ``keyset`` one of the database."""

    items: Sequence[ProductRow] = ()
    channel: Channel | None = None
    request: SearchRequest | None = None
    """What facets are counted for."""
    keyset: KeysetPage | None = None

    @property
    def edges(self) -> list[Any]:
        put_in_channel(self.items if self.keyset is None else self.keyset.nodes, self.channel)
        return super().edges if self.keyset is None else self.keyset.edges

    @property
    def page_info(self) -> dict[str, Any]:
        return super().page_info if self.keyset is None else self.keyset.page_info

    @property
    def total_count(self) -> int | None:
        return super().total_count if self.keyset is None else self.keyset.total_count

    @property
    def degraded(self) -> bool:
        return False


class SearchedPage(ProductPage):
    """A page of search hits, looked for when something of it is selected."""

    @cached_property
    def found(self) -> SearchPage:
        if self.request is None:
            return SearchPage()
        depends_on_more()
        try:
            return search_products(self.request)
        except BadPlace:
            raise BadCursor from None

    @cached_property
    def rows(self) -> dict[int, ProductRow]:
        return {row.pk: row for row in keyed_rows(ProductRow, {"id": self.found.ids})}

    @cached_property
    def edges(self) -> list[dict[str, Any]]:
        rows = self.rows
        put_in_channel(rows.values(), self.channel)
        return [
            {"node": rows[hit.product_id], "cursor": cursor_of(hit)}
            for hit in self.found.hits
            if hit.product_id in rows
        ]

    @property
    def page_info(self) -> dict[str, Any]:
        asked, edges = self.request, self.edges
        backward = asked is not None and asked.before is not None
        return {
            "has_next_page": backward or self.found.has_more,
            "has_previous_page": self.found.has_more if backward else asked is not None and asked.after is not None,
            "start_cursor": edges[0]["cursor"] if edges else None,
            "end_cursor": edges[-1]["cursor"] if edges else None,
        }

    @property
    def total_count(self) -> int | None:
        return self.found.total

    @property
    def degraded(self) -> bool:
        return self.found.degraded

    @property
    def did_you_mean(self) -> str | None:
        return did_you_mean(self.request, self.found) if self.request else None

    @property
    def suggestions(self) -> list[str]:
        return further_searches(self.request, self.found) if self.request else []


def _resolve_facets(page: ProductPage, info: Any) -> list[Any]:
    if page.request is None or page.channel is None or page.degraded:
        return []
    depends_on_more()
    counted = search_products(replace(page.request, after=None, before=None, limit=0, facets=FACETS))
    return labelled(counted.facets, channel=page.channel, language=info.context.language)


_FACETS: dict[str, Any] = {
    "facets": Field(
        NonNull(List(NonNull(Facet))),
        description=(
            "What further choices would leave; a facet's own choices don't count for its figures. "
            "Empty without a channel, and while the index is out of reach."
        ),
    ),
    "resolve_facets": staticmethod(_resolve_facets),
    "degraded": Field(
        Boolean,
        required=True,
        description="The index is out of reach: only names and codes were looked through.",
    ),
}
ProductCountableConnection = connection_type(Product, **_FACETS)
ProductSearchConnection = connection_type(
    Product,
    "ProductSearchConnection",
    **_FACETS,
    did_you_mean=Field(
        String,
        description="The words put right from what the index knows, when they found nothing or little as they are.",
    ),
    suggestions=Field(
        NonNull(List(NonNull(String))),
        size=5,
        description="Up to five searches that lead further: narrower ones, or after no result, wider ones.",
    ),
)
