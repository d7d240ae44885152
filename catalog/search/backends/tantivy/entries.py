"""A product as its entries in the index: one per channel it is published in; the texts are analysed once."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Any

from tantivy import Document

from catalog.search.analyzer import Words, exact_words, split, tokens
from catalog.search.backends.tantivy.schema import PARTS, in_language
from catalog.search.codes import code_key, gtin_key
from catalog.search.document import Offer, ProductDocument, Texts
from catalog.search.facet_ranges import PRICE_STEPS
from i18n.collation import sort_key
from i18n.languages import LANGUAGES, fallback_chain

FOREVER = 2**62
NO_VALUE = "~"
NOTHING = "!"
"""Sort after and before every number."""
_ALIKE = 0.002
_LEVELS = 2**20
_SCALE = 4
_LONGEST_KNOWN = 24


def scaled(price: Decimal) -> int:
    """A price as a whole number of ten-thousandths, within what the index can hold."""
    return min(max(int(price.scaleb(_SCALE)), 0), FOREVER)


def unscaled(number: float | str) -> Decimal:
    return Decimal(str(number)).scaleb(-_SCALE)


def entries(document: ProductDocument) -> Iterator[Document]:
    shared = _shared(document)
    return (_entry(document, offer, shared) for offer in document.offers)


def whole_name(name: str, language: str) -> str:
    """A name by its tokens: who types all of it means this product."""
    return f"{language}:{' '.join(tokens(name, language))}"


def whole_exact(name: str) -> str:
    """The same with its marks."""
    return f"={' '.join(exact_words(name))}"


def known_form(folded: str, typed: str) -> str:
    """A word of the vocabulary: found by its folded form, shown with its marks."""
    return f"{folded}|{typed}"


@dataclass(slots=True)
class _Shared:
    """What the entries of a product have in common."""

    exact: list[str] = field(default_factory=list)
    words: dict[str, None] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """By field, tokens parted by spaces."""
    terms: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[str, int] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)


def _shared(document: ProductDocument) -> _Shared:
    shared = _Shared()
    for language, texts in document.texts.items():
        if language in LANGUAGES:
            _add_language(shared, language, texts)
    shared.texts["exact"] = " ".join(shared.exact)
    shared.texts["word"] = " ".join(shared.words)
    _add_terms(shared, document)
    _add_facts(shared, document)
    _add_orders(shared, document)
    return shared


def _add_language(shared: _Shared, language: str, texts: Texts) -> None:
    analysed = {
        "name": " ".join(tokens(texts.name, language)),
        "extra": " ".join(_tokens_of(extra, language) for extra in texts.extras),
        "body": " ".join(tokens(texts.body, language)),
    }
    shared.texts |= {in_language(part, language): analysed[part] for part in PARTS if analysed[part]}
    named = tuple(split(texts.name))
    if named:
        typed = [word.typed for word in named if not word.is_cjk]
        shared.exact += typed
        shared.terms["whole"] += [f"{language}:{analysed['name']}", f"={' '.join(typed)}"]
    vocabulary = dict.fromkeys((*named, *chain.from_iterable(map(_words_of, texts.extras))))
    shared.terms[in_language("known", language)] += [
        known_form(word.folded, word.typed) for word in vocabulary if 2 <= len(word.folded) <= _LONGEST_KNOWN
    ]
    for word in vocabulary:
        shared.words |= dict.fromkeys(word.folded if word.is_cjk else (word.folded,))


@lru_cache(maxsize=100_000)
def _tokens_of(text: str, language: str) -> str:
    """Names of sellers, categories and materials come again and again."""
    return " ".join(tokens(text, language))


@lru_cache(maxsize=100_000)
def _words_of(text: str) -> tuple[Words, ...]:
    return tuple(split(text))


def _add_terms(shared: _Shared, document: ProductDocument) -> None:
    shared.terms |= {
        "product": [str(document.product_id)],
        "seller": [str(document.seller_id)],
        "craft": [document.craft],
        "category": [str(category_id) for category_id in document.category_ids],
        "material": [document.material] if document.material else [],
        "origin": [document.origin] if document.origin else [],
        "certificate": list(document.certificates),
        "hs_code": [document.hs_code[:length] for length in range(2, len(document.hs_code) + 1)],
        "code": [
            *(f"s:{code_key(sku)}" for sku in document.skus),
            *(f"g:{gtin_key(gtin)}" for gtin in document.gtins),
        ],
    }


def _add_facts(shared: _Shared, document: ProductDocument) -> None:
    """Values as ``colour=red``; numbers stand in a field of their own and are announced as ``width#``."""
    numbers: dict[str, list[float]] = defaultdict(list)
    terms: dict[str, None] = {}
    for fact in document.facts:
        if fact.value_slug is not None:
            terms[f"{fact.attribute_slug}={fact.value_slug}"] = None
        elif fact.number is not None:
            numbers[fact.attribute_slug].append(float(fact.number))
            terms[f"{fact.attribute_slug}#"] = None
    shared.terms["attribute"] = list(terms)
    shared.attributes = dict(numbers)


def _add_orders(shared: _Shared, document: ProductDocument) -> None:
    rating = None if document.rating is None else int(document.rating * 100)
    shared.terms |= {
        "rating_up": [order_key(rating, document.product_id)],
        "rating_down": [order_key(rating, document.product_id, missing=NOTHING)],
        "created": [order_key(_milliseconds(document.created_at), document.product_id)],
        "updated": [order_key(_milliseconds(document.updated_at), document.product_id)],
    }
    for language in LANGUAGES:
        name = _name_in(document, language)
        primary, secondary, _text = sort_key(name, language)
        key = f"{primary[:60]}\x01{secondary[:60]}\x01{document.product_id:012d}"
        shared.terms[in_language("by_name", language)] = [key]
    shared.numbers = {"id": document.product_id, "version": document.version}
    for field_name, value in (("moq", document.moq), ("lead_time", document.lead_time_days), ("rating", rating)):
        if value is not None:
            shared.numbers[field_name] = value


def _name_in(document: ProductDocument, language: str) -> str:
    """The name as a reader of the language sees it."""
    for each in (*fallback_chain(language), document.source_language):
        if each in document.texts and document.texts[each].name:
            return document.texts[each].name
    return ""


def order_key(value: int | None, product_id: int, *, missing: str = NO_VALUE) -> str:
    """A text that sorts by the value, then by the id; ``missing`` decides on which end those without one stand."""
    return f"{missing if value is None else f'{value:020d}'}:{product_id:012d}"


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _entry(document: ProductDocument, offer: Offer, shared: _Shared) -> Document:
    entry = Document()
    price = None if offer.price is None else scaled(offer.price)
    for name, text in shared.texts.items():
        entry.add_text(name, text)
    for name, terms in shared.terms.items():
        for term in terms:
            entry.add_text(name, term)
    entry.add_text("channel", offer.channel)
    entry.add_text("price_up", order_key(price, document.product_id))
    entry.add_text("price_down", order_key(price, document.product_id, missing=NOTHING))
    for name, number in shared.numbers.items():
        entry.add_unsigned(name, number)
    if price is not None:
        entry.add_unsigned("price", price)
        entry.add_unsigned("price_step", bisect_right(PRICE_STEPS, unscaled(price)))
    _add_window(entry, offer)
    entry.add_float("precedence", _ALIKE * (1 - document.product_id % _LEVELS / _LEVELS))
    entry.add_boolean("in_stock", document.in_stock)
    if shared.attributes:
        entry.add_json("number", shared.attributes)
    return entry


def _add_window(entry: Document, offer: Offer) -> None:
    """Most products are shown since ever and for ever; searches look at the moments of the others only."""
    entry.add_boolean("timed", offer.published_at is not None or offer.published_until is not None)
    entry.add_unsigned("published", int(offer.published_at.timestamp()) if offer.published_at else 0)
    entry.add_unsigned("until", int(offer.published_until.timestamp()) if offer.published_until else FOREVER)
