"""What may be meant by the first letters of something: products, categories and sellers that lead somewhere."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from catalog.products.product import Product
from catalog.search.analyzer import normal
from catalog.search.backends.base import SearchUnavailable, backend
from catalog.search.name_table import category_names, seller_names
from catalog.search.request import SearchRequest
from catalog.search.search_products import search_products
from i18n.text import is_cjk, runs
from i18n.translate import localize
from marketplace.sellers.models import Seller

MOST = 8
MOST_GROUPS = 5
SHORTEST = 2
LONGEST = 100
_CANDIDATES = 12
_READ = 24
_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Completion:
    """A product, a category or a seller by its name in the reader's language. ``count``: products that it leads to."""

    id: int
    name: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Completions:
    products: tuple[Completion, ...] = ()
    categories: tuple[Completion, ...] = ()
    sellers: tuple[Completion, ...] = ()
    phrases: tuple[str, ...] = ()
    """Words that stand together in several of the products' names and begin with what was typed."""
    degraded: bool = False


def autocomplete(*, channel: str, text: str, language: str, now: datetime) -> Completions:
    """Nothing for a single letter, except in scripts where one may be a word."""
    text = text.strip()[:LONGEST]
    if not normal(text).strip() or (len(text) < SHORTEST and not is_cjk(text)):
        return Completions()
    asked = SearchRequest(channel=channel, now=now, text=text, language=language, as_you_type=True, limit=_READ)
    page = search_products(asked)
    products = _products(page.ids, language)
    sellers = _filled(asked, "sellers", seller_names(language).beginning_with(text, _CANDIDATES))
    approved = set(Seller.objects.approved().filter(pk__in=[each.id for each in sellers]).values_list("pk", flat=True))
    return Completions(
        products=tuple(products[:MOST]),
        categories=tuple(_filled(asked, "categories", category_names(language).beginning_with(text, _CANDIDATES))),
        sellers=tuple(each for each in sellers if each.id in approved),
        phrases=tuple(phrases_in([product.name for product in products], text)),
        degraded=page.degraded,
    )


def _products(ids: Sequence[int], language: str) -> list[Completion]:
    by_id = Product.objects.only("name", "source_language").in_bulk(ids)
    rows = [by_id[each] for each in ids if each in by_id]
    texts = localize(
        subject="catalog.Product",
        rows=rows,
        fields=["name"],
        language=language,
        source_language=lambda row: row.source_language,
    )
    named = ((row.pk, text["name"]) for row, text in zip(rows, texts, strict=True))
    return [Completion(pk, name.text) for pk, name in named if name]


def _filled(asked: SearchRequest, by: str, candidates: Iterable[tuple[int, str]]) -> list[Completion]:
    """Those candidates in which there is something: a suggestion never leads to an empty page."""
    found: list[Completion] = []
    for each, name in candidates:
        if len(found) == MOST_GROUPS:
            break
        request = SearchRequest(channel=asked.channel, now=asked.now, limit=0, **{by: [each]})  # type: ignore[arg-type]  # both take ids
        try:
            count = backend().search(request).total
        except SearchUnavailable:
            return []
        if count:
            found.append(Completion(each, name, count))
    return found


def phrases_in(names: Iterable[str], text: str) -> list[str]:
    """Up to five phrases of two to four words, those of most names first; one name alone makes no phrase."""
    wanted = normal(text).split()
    counts: Counter[str] = Counter()
    for name in names:
        words = [run for run, run_is_cjk in runs(name) if not run_is_cjk]
        folded = [normal(word) for word in words]
        counts.update({phrase.casefold(): 1 for phrase in _beginning_with(words, folded, wanted)})
    common = [phrase for phrase, count in counts.most_common() if count > 1]
    found: list[str] = []
    for phrase in common:
        goes_further = any(phrase.startswith(f"{shorter} ") for shorter in found)
        if not goes_further and not _only_cut_off(phrase, common, counts):
            found.append(phrase)
    return found[:MOST_GROUPS]


def _beginning_with(words: list[str], folded: list[str], wanted: list[str]) -> Iterable[str]:
    if not wanted:
        return
    for start in range(len(words) - len(wanted) + 1):
        begun = folded[start : start + len(wanted)]
        if begun[:-1] == wanted[:-1] and begun[-1].startswith(wanted[-1]):
            for end in range(max(start + 2, start + len(wanted)), min(start + _LONGEST_PHRASE, len(words)) + 1):
                yield " ".join(words[start:end])


def _only_cut_off(phrase: str, phrases: list[str], counts: Counter[str]) -> bool:
    """Whether a longer phrase says the same of just as many names: ``khay sơn`` beside ``khay sơn mài``."""
    return any(longer.startswith(f"{phrase} ") and counts[longer] == counts[phrase] for longer in phrases)
