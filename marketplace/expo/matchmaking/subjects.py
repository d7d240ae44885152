"""What exhibitors have of what somebody looks for: shown, sold here, or named as a category. One query each."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Count

from catalog.models import Product
from catalog.products.category import SUBJECT as CATEGORY
from catalog.products.category import Category
from catalog.products.category_tree import descendants
from i18n.text import fold
from i18n.translate import translations_of
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.matchmaking.match import Reason, ReasonKind

Found = dict[int, list[Reason]]


def interests_by_category(interests: Collection[int]) -> dict[int, set[int]]:
    """For each category the interests that it is part of: itself, and those above it."""
    found: dict[int, set[int]] = defaultdict(set)
    for interest, categories in descendants(interests).items():
        for category in {interest, *categories}:
            found[category].add(interest)
    return found


def shown_products(expo: Expo, wanted: Mapping[int, set[int]]) -> Found:
    """Exhibitors that show products of the categories, counted per interest."""
    exhibits = Exhibit.objects.filter(
        exhibitor__expo=expo, product__category__in=list(wanted), product__in=Product.objects.published_anywhere()
    )
    rows = exhibits.order_by().values_list("exhibitor_id", "product__category_id").annotate(Count("pk"))
    return _per_interest(rows, wanted, ReasonKind.EXHIBITS)


def sold_products(expo: Expo, wanted: Mapping[int, set[int]], *, but: Mapping[int, list[Reason]]) -> Found:
    """Exhibitors whose seller sells such products here, where they show none of them (``but``)."""
    linked = Exhibitor.objects.filter(expo=expo, seller__isnull=False).order_by()
    products = Product.objects.published_anywhere().filter(
        category__in=list(wanted), seller__in=linked.values("seller")
    )
    rows = products.order_by().values_list("seller_id", "category_id").annotate(Count("pk"))
    sellers = by_seller(linked.values_list("seller_id", "pk"))
    mine = [(pk, category, count) for seller, category, count in rows for pk in sellers[seller]]
    found = _per_interest(mine, wanted, ReasonKind.SELLS)
    shown = {(pk, reason.category_id) for pk, reasons in but.items() for reason in reasons}
    return {pk: [one for one in reasons if (pk, one.category_id) not in shown] for pk, reasons in found.items()}


def named_categories(expo: Expo, interests: Collection[int], *, only: int | None = None) -> Found:
    """Exhibitors that name a category in the directory, in whichever of our languages."""
    names = _names(interests)
    found: Found = defaultdict(list)
    rows = Exhibitor.objects.filter(expo=expo).exclude(categories_text__in=["", "||"])
    if only is not None:
        rows = rows.filter(pk=only)
    for pk, text in rows.order_by().values_list("pk", "categories_text"):
        hit = {names[name] for name in text.strip("|").split("|") if name in names}
        found[pk] = [Reason(ReasonKind.CATEGORY, category_id=interest) for interest in sorted(hit)]
    return {pk: reasons for pk, reasons in found.items() if reasons}


def by_seller(rows: Iterable[tuple[int | None, int]]) -> dict[int, list[int]]:
    """The exhibitors of each seller; two of one fair may be the same seller."""
    found: dict[int, list[int]] = defaultdict(list)
    for seller, pk in rows:
        if seller is not None:
            found[seller].append(pk)
    return found


def _names(interests: Collection[int]) -> dict[str, int]:
    names = {fold(name): pk for pk, name in Category.objects.filter(pk__in=interests).values_list("pk", "name")}
    for object_id, rows in translations_of(CATEGORY, interests, fields=["name"]).items():
        names.update({fold(row.text): int(object_id) for row in rows})
    return names


def _per_interest(rows: Iterable[tuple[int, int, int]], wanted: Mapping[int, set[int]], kind: ReasonKind) -> Found:
    counts: Counter[tuple[int, int]] = Counter()
    for pk, category, count in rows:
        for interest in wanted[category]:
            counts[pk, interest] += count
    found: Found = defaultdict(list)
    for (pk, interest), count in counts.items():
        found[pk].append(Reason(kind, count=count, category_id=interest))
    return dict(found)
