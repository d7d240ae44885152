"""``DirectoryChoice``: what somebody wants to see of a fair's directory."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from typing import Any

from django.db.models import Q, QuerySet

from catalog.products.category_tree import below
from i18n.text import fold
from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.hall import Booth
from marketplace.sellers.models import Seller

MOST_WORDS, LONGEST_SEARCH = 6, 100
MOST_VALUES = 50
FACETS = ("halls", "categories", "goods", "countries", "sells_here")


@dataclass(frozen=True, slots=True)
class DirectoryChoice:
    """Exhibitors that fit every field that is filled, and of a field any of its values."""

    search: str = ""
    """Words of the name in any language, of the kinds of goods or of what is shown, with or without accents."""
    halls: Collection[int] = ()
    categories: Collection[str] = ()
    """Kinds of goods as exhibitors write them; compared folded."""
    goods: Collection[int] = ()
    """Categories of the marketplace with everything below them, of the products that are shown."""
    countries: Collection[str] = ()
    sells_here: bool | None = None
    product: int | None = None
    booth: str = ""
    """The code of a booth, in whatever hall."""

    def without(self, facet: str) -> "DirectoryChoice":
        """The same without the values of one facet, by which that facet's own choices are counted."""
        empty: dict[str, Any] = {each.name: each.default for each in fields(self)}
        return replace(self, **{facet: empty[facet]})


def chosen(exhibitors: QuerySet[Exhibitor], wanted: DirectoryChoice) -> QuerySet[Exhibitor]:
    """The rows that fit, none of them twice."""
    return _of_facets(_searched(exhibitors, wanted), wanted)


def _searched(exhibitors: QuerySet[Exhibitor], wanted: DirectoryChoice) -> QuerySet[Exhibitor]:
    for word in fold(wanted.search[:LONGEST_SEARCH]).split()[:MOST_WORDS]:
        exhibitors = exhibitors.filter(Q(search_text__contains=word) | Q(words_shown__contains=word))
    if wanted.product is not None:
        shown = Exhibit.objects.filter(product_id=wanted.product)
        exhibitors = exhibitors.filter(pk__in=shown.values("exhibitor_id"))
    if wanted.booth:
        there = Booth.objects.filter(code__iexact=wanted.booth[:20], exhibitor__isnull=False)
        exhibitors = exhibitors.filter(pk__in=there.values("exhibitor_id"))
    return exhibitors


def _of_facets(exhibitors: QuerySet[Exhibitor], wanted: DirectoryChoice) -> QuerySet[Exhibitor]:
    if wanted.halls:
        booths = Booth.objects.filter(hall_id__in=wanted.halls, exhibitor__isnull=False)
        exhibitors = exhibitors.filter(pk__in=booths.values("exhibitor_id"))
    if wanted.categories:
        any_of = Q(pk__in=[])
        for category in wanted.categories:
            any_of |= Q(categories_text__contains=f"|{fold(category[:50])}|")
        exhibitors = exhibitors.filter(any_of)
    if wanted.goods:
        shown = Exhibit.objects.filter(product__category_id__in=below(wanted.goods))
        exhibitors = exhibitors.filter(pk__in=shown.values("exhibitor_id"))
    if wanted.countries:
        exhibitors = exhibitors.filter(country__in=[country[:2].upper() for country in wanted.countries])
    if wanted.sells_here is not None:
        sellers = Q(seller__in=Seller.objects.approved())
        exhibitors = exhibitors.filter(sellers if wanted.sells_here else ~sellers)
    return exhibitors
