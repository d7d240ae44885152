"""``count_facets``: how many exhibitors each choice of a directory would show.

A facet's own values are counted as if nothing were chosen in it, so that a second value can be added to the first;
everything else that is chosen counts. The rows are read once and counted in memory: five thousand of them are few.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalog.models import Product
from catalog.products.category_tree import lineages
from i18n.text import fold
from marketplace.expo.directory.choice import FACETS, DirectoryChoice, chosen
from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.hall import Booth
from marketplace.sellers.models import Seller

MOST_VALUES = 40


@dataclass(frozen=True, slots=True)
class CountedValue:
    """``words`` is how exhibitors write a kind of goods; other values are named by who shows them."""

    value: str
    count: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class CountedFacet:
    name: str
    values: Sequence[CountedValue]


@dataclass(slots=True)
class _Exhibitor:
    categories: Mapping[str, str]
    country: str
    sells_here: bool
    halls: set[int]
    goods: set[int]
    """The main categories of what is shown."""
    all_goods: set[int]


def count_facets(expo_ids: Iterable[int], wanted: DirectoryChoice) -> dict[int, list[CountedFacet]]:
    """Of each exhibition; a facet without values is left out. The same number of queries for any number of them."""
    nothing_chosen = wanted
    for facet in FACETS:
        nothing_chosen = nothing_chosen.without(facet)
    by_expo = _read(sorted(set(expo_ids)), nothing_chosen)
    tests = _tests(wanted)
    return {expo_id: _count(exhibitors, tests) for expo_id, exhibitors in by_expo.items()}


def _read(expo_ids: Sequence[int], wanted: DirectoryChoice) -> dict[int, list[_Exhibitor]]:
    exhibitors = chosen(Exhibitor.objects.filter(expo_id__in=expo_ids), wanted).order_by()
    sellers = set(Seller.objects.approved().values_list("pk", flat=True))
    halls, goods = _halls(expo_ids), _goods(expo_ids)
    found: dict[int, list[_Exhibitor]] = {expo_id: [] for expo_id in expo_ids}
    columns = ("pk", "expo_id", "categories", "country", "seller_id")
    for pk, expo_id, categories, country, seller_id in exhibitors.order_by("pk").values_list(*columns):
        paths = goods.get(pk, ())
        found[expo_id].append(
            _Exhibitor(
                categories={fold(each): each for each in categories},
                country=country,
                sells_here=seller_id in sellers,
                halls=halls.get(pk, set()),
                goods={path[-1] for path in paths},
                all_goods={each for path in paths for each in path},
            )
        )
    return found


def _halls(expo_ids: Sequence[int]) -> dict[int | None, set[int]]:
    booths = Booth.objects.filter(hall__expo_id__in=expo_ids, exhibitor__isnull=False).order_by()
    halls: defaultdict[int | None, set[int]] = defaultdict(set)
    for exhibitor_id, hall_id in booths.values_list("exhibitor_id", "hall_id"):
        halls[exhibitor_id].add(hall_id)
    return halls


def _goods(expo_ids: Sequence[int]) -> dict[int, list[list[int]]]:
    """The categories of the products that each exhibitor shows, from themselves to their root."""
    public = Product.objects.published_anywhere()
    shown = Exhibit.objects.filter(exhibitor__expo_id__in=expo_ids, product__in=public).order_by()
    pairs = set(shown.values_list("exhibitor_id", "product__category_id"))
    lines = lineages(category_id for _exhibitor, category_id in pairs)
    goods: defaultdict[int, list[list[int]]] = defaultdict(list)
    for exhibitor_id, category_id in pairs:
        if category_id in lines:
            goods[exhibitor_id].append(lines[category_id])
    return goods


Test = Callable[[_Exhibitor], bool]


def _tests(wanted: DirectoryChoice) -> dict[str, Test]:
    """What each facet in which something is chosen asks of an exhibitor."""
    halls, countries = set(wanted.halls), {country.upper() for country in wanted.countries}
    categories, goods = {fold(each) for each in wanted.categories}, set(wanted.goods)
    tests: dict[str, Test] = {}
    if halls:
        tests["halls"] = lambda each: bool(each.halls & halls)
    if categories:
        tests["categories"] = lambda each: bool(each.categories.keys() & categories)
    if goods:
        tests["goods"] = lambda each: bool(each.all_goods & goods)
    if countries:
        tests["countries"] = lambda each: each.country in countries
    if wanted.sells_here is not None:
        tests["sells_here"] = lambda each: each.sells_here == wanted.sells_here
    return tests


def _count(exhibitors: Collection[_Exhibitor], tests: Mapping[str, Test]) -> list[CountedFacet]:
    counters: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for each in exhibitors:
        failed = [facet for facet, test in tests.items() if not test(each)]
        for facet in FACETS if not failed else failed if len(failed) == 1 else ():
            counters[facet].update(_values(each, facet))
        for folded, words in each.categories.items():
            spellings[folded][words] += 1
    return [
        CountedFacet(facet, [CountedValue(value, count, _usual(spellings, facet, value)) for value, count in most])
        for facet, counter in counters.items()
        if (most := sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:MOST_VALUES])
    ]


def _values(each: _Exhibitor, facet: str) -> Iterable[str]:
    if facet == "countries":
        return (each.country,)
    if facet == "sells_here":
        return ("true",) if each.sells_here else ()
    values: Iterable[object] = getattr(each, facet)
    return map(str, values)


def _usual(spellings: Mapping[str, Counter[str]], facet: str, value: str) -> str:
    """``Đồ gỗ`` for ``do go``: as most exhibitors write it."""
    return spellings[value].most_common(1)[0][0] if facet == "categories" else ""
