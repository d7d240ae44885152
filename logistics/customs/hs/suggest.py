"""Codes that similar products here carry, and what the nomenclature says to a product's own words."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from catalog.models import Product
from logistics.customs.hs.find import HsHeading, find_codes, headings, words_of

MOST_NEIGHBOURS = 400
MOST_SUGGESTIONS = 6
SUBHEADING = 6


@dataclass(frozen=True, slots=True)
class HsSuggestion:
    """``products`` of ``sellers`` here carry it; none where only the nomenclature's words speak for it."""

    heading: HsHeading
    products: int
    sellers: int
    same_category: bool
    shared_words: tuple[str, ...]


def suggest_codes(product: Product, language: str) -> list[HsSuggestion]:
    """The likeliest first; four statements, whatever the number of products.

    1. Approved products of others and of the same seller, in the same category or with two words of this one's name,
       vote for their six digits: two votes for the category, one for every shared word. Codes with fewer than two
       fifths of the most votes are left out.
    2. The nomenclature's own best match for the name stands behind them.
    """
    words = words_of(product.name)
    votes: Counter[str] = Counter()
    products: Counter[str] = Counter()
    sellers: dict[str, set[int]] = defaultdict(set)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    category: set[str] = set()
    for other in _neighbours(product):
        same = set(words) & set(words_of(other.name))
        alike = product.category_id is not None and other.category_id == product.category_id
        if not alike and len(same) < 2:
            continue
        code = other.hs_subheading
        votes[code] += 2 * alike + len(same)
        products[code] += 1
        sellers[code].add(other.seller_id)
        shared[code].update(same)
        category |= {code} if alike else set()
    least = max(votes.values(), default=0) * 2 / 5
    codes = [code for code, given in votes.most_common(MOST_SUGGESTIONS) if given >= least]
    named = {heading.code: heading for heading in headings(codes, language)}
    found = [
        HsSuggestion(
            heading=named.get(code, HsHeading(code, "", language, ())),
            products=products[code],
            sellers=len(sellers[code]),
            same_category=code in category,
            shared_words=tuple(word for word, _times in shared[code].most_common(4)),
        )
        for code in codes
    ]
    return [*found, *_by_words_alone(product, language, set(codes), MOST_SUGGESTIONS - len(found))]


def _neighbours(product: Product) -> list[Product]:
    """Products that were looked through, of the same category first and the newest among them."""
    rows = Product.objects.current().filter(approval="APPROVED").exclude(pk=product.pk).exclude(hs_code="")
    fields = ("name", "category", "seller", "hs_code")
    alike = list(rows.filter(category=product.category_id).only(*fields).order_by("-pk")[:MOST_NEIGHBOURS])
    if len(alike) == MOST_NEIGHBOURS:
        return alike
    others = rows.exclude(category=product.category_id) if product.category_id else rows
    return alike + list(others.only(*fields).order_by("-pk")[: MOST_NEIGHBOURS - len(alike)])


def _by_words_alone(product: Product, language: str, known: set[str], room: int) -> list[HsSuggestion]:
    texts = dict.fromkeys((product.source_language, language))
    found: dict[str, HsHeading] = {}
    for each in texts:
        for heading in find_codes(product.name, each, limit=MOST_SUGGESTIONS):
            if len(heading.code) == SUBHEADING and heading.code not in known:
                found.setdefault(heading.code, heading)
    named = headings(list(found), language)
    return [HsSuggestion(heading, 0, 0, False, ()) for heading in named[: max(room, 0)]]
