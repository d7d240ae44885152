"""What an exhibitor is found by besides its own name: its texts in all languages, its trade's names, and what it shows.

Kept folded in `Exhibitor.words_shown`, written anew whenever one of them changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from catalog.events import ProductChanged, ProductsChanged
from catalog.models import Product
from i18n.events import TextsTranslated
from i18n.languages import LANGUAGES
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.text import fold
from i18n.translate import translations_of
from marketplace.expo.exhibitor import Exhibit, Exhibitor

LONGEST = 12_000
TRADES = {
    "furniture": _("Furniture"),
    "lacquer": _("Lacquerware"),
    "ceramics": _("Ceramics"),
    "footwear": _("Footwear"),
    "rubber": _("Rubber goods"),
    "mechanics": _("Mechanical engineering"),
    "fruit": _("Fresh fruit"),
    "textile": _("Textiles"),
    "food": _("Food"),
    "crafts": _("Handicrafts"),
}
_AT_ONCE = 500
_PRODUCT = "catalog.Product"


def refresh_words(exhibitor_ids: Iterable[int]) -> None:
    """Write the words of these exhibitors anew; five queries for five hundred of them."""
    ids = sorted(set(exhibitor_ids))
    for start in range(0, len(ids), _AT_ONCE):
        _refresh(ids[start : start + _AT_ONCE])


def _refresh(ids: list[int]) -> None:
    exhibitors = list(Exhibitor.objects.filter(pk__in=ids).order_by("pk"))
    said = translations_of(Exhibitor.SUBJECT, ids, fields=["name", "description"])
    shown = _shown(ids)
    changed = []
    for each in exhibitors:
        own = [*(row.text for row in said[str(each.pk)]), each.description, *_trades(each)]
        texts = [*shown[each.pk], *own]
        words = fold(" ".join(dict.fromkeys(texts)))[:LONGEST]
        if words != each.words_shown:
            each.words_shown = words
            changed.append(each)
    Exhibitor.objects.bulk_update(changed, ["words_shown"])


def _trades(exhibitor: Exhibitor) -> Iterator[str]:
    """The names that a trade of ours has in all languages: whoever writes ``furniture`` is found by ``đồ gỗ``."""
    for category in exhibitor.categories:
        label = TRADES.get(category.strip().casefold())
        if label:
            yield from (gettext(language, label) for language in LANGUAGES)


def _shown(ids: list[int]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    public = set(Product.objects.published_anywhere().filter(pk__in=_products(ids)).values_list("pk", flat=True))
    exhibits = list(Exhibit.objects.filter(exhibitor_id__in=ids).order_by("pk").select_related("product"))
    names = translations_of(_PRODUCT, public, fields=["name"])
    for each in exhibits:
        if each.title:
            found[each.exhibitor_id].append(each.title)
        if each.product is not None and each.product_id in public:
            found[each.exhibitor_id] += [each.product.name, *(row.text for row in names[str(each.product_id)])]
    return found


def _products(ids: list[int]) -> list[int]:
    shown = Exhibit.objects.filter(exhibitor_id__in=ids, product__isnull=False).order_by()
    return list(shown.values_list("product_id", flat=True).distinct())


def words_of_product(event: ProductChanged) -> None:
    _refresh_showing([event.product_id])


def words_of_products(event: ProductsChanged) -> None:
    _refresh_showing(event.product_ids)


def words_of_translations(event: TextsTranslated) -> None:
    """Names of exhibitors or of products in another language."""
    if event.subject == Exhibitor.SUBJECT:
        refresh_words(int(key) for key in event.object_ids)
    elif event.subject == _PRODUCT:
        _refresh_showing(int(key) for key in event.object_ids)


def _refresh_showing(product_ids: Iterable[int]) -> None:
    showing = Exhibit.objects.filter(product_id__in=list(product_ids)).order_by()
    refresh_words(showing.values_list("exhibitor_id", flat=True))
