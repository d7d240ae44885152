"""Find products by words.

**What decides the order** (disclosed as Decree 248/2026/NĐ-CP, article 11, asks; nobody can pay for a place):

1. every word typed has to be in the product's texts, in any of the marketplace's languages and in any inflection;
   words of the same meaning stand in for each other, and count less than what was typed;
2. a word in the product's name counts three times as much as in its description, one in its material, properties,
   category or seller's name twice as much; in the reader's language it counts four times as much as in a language that
   the reader falls back to; rarer words count more than common ones (BM25);
3. words that stand together in the name count more, and so do words typed with exactly the name's Vietnamese marks;
   a name that was typed whole stands before the others;
4. an article number, a bar code or a tariff code is found exactly, and stands first;
5. only if nothing is found, the last word may be unfinished, then words may be the end of a longer one, then have a
   typing mistake, and at last a part of the words is enough;
6. products that count alike stand in the order in which they were entered.

The buyer may choose to order by price, name, date or rating instead. Sales, clicks and the seller's size play no part.

The engine only proposes: whatever it returns is checked against the database, so that a product which was hidden a
moment ago is never shown. Without its index, names and codes are matched in the database and the page says
``degraded``.
"""

from dataclasses import replace

import structlog
from django.conf import settings

from catalog.search.backends.base import SearchUnavailable, backend
from catalog.search.in_database import IN_DATABASE, search_in_database
from catalog.search.request import SearchPage, SearchRequest
from catalog.search.visible import visible
from marketplace.observability.metrics.instruments import counter
from marketplace.observability.outgoing import Calling

LONGEST_TEXT = 200
log = structlog.get_logger(__name__)
_degraded = counter("search_degraded", "Searches that the database had to answer, without the index.")


def search_products(request: SearchRequest) -> SearchPage:
    """A page of products that the public may see in the channel; never raises for the lack of an index.

    Raises `BadPlace` for a place that no page of this order gave. A page may be shorter than was asked for although
    more follow: what the index has and the public may not see any more is left out.
    """
    request = replace(request, text=request.text.strip()[:LONGEST_TEXT])
    place = request.after if request.after is not None else request.before
    if place and place[0] == IN_DATABASE:
        return search_in_database(request)
    try:
        with Calling("search", settings.SEARCH_BACKEND):
            page = backend().search(request)
    except SearchUnavailable as unavailable:
        _degraded.inc()
        cause = unavailable.__cause__ or unavailable
        log.warning("search is degraded", error=f"{type(cause).__module__}.{type(cause).__qualname__}")
        return search_in_database(request)
    public = visible(request, page.ids)
    return replace(page, hits=tuple(hit for hit in page.hits if hit.product_id in public))
