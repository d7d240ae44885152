"""What is sent to the server for a product."""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from itertools import chain
from typing import Any

from catalog.search.analyzer import exact_words, split, tokens
from catalog.search.codes import code_key, gtin_key
from catalog.search.document import Offer, ProductDocument
from i18n.collation import sort_key
from i18n.languages import LANGUAGES, fallback_chain

FOREVER = 2**62
_SCALE = 4
SHORTEST_KNOWN = 4
_LONGEST_KNOWN = 24
_LONGEST_SORTED = 60


def scaled(number: Decimal, rounding: str = ROUND_FLOOR) -> int:
    """A price or figure as a whole number of ten-thousandths, within what the index can hold."""
    whole = int(number.scaleb(_SCALE).to_integral_value(rounding))
    return min(max(whole, -FOREVER), FOREVER)


def scaled_up(number: Decimal) -> int:
    return scaled(number, ROUND_CEILING)


def unscaled(number: float) -> Decimal:
    return Decimal(int(number)).scaleb(-_SCALE)


def whole_name(name: str, language: str) -> str:
    """A name by its tokens: who types all of it means this product."""
    return f"{language}:{' '.join(tokens(name, language))}"


def whole_exact(name: str) -> str:
    """The same with its marks."""
    return f"={' '.join(exact_words(name))}"


def source(document: ProductDocument) -> dict[str, Any]:
    """The entry's fields; what is empty is left out."""
    fields = {**_texts(document), **_terms(document), **_facts(document), **_orders(document)}
    fields["offers"] = {offer.channel: _offer(offer) for offer in document.offers}
    return {name: value for name, value in fields.items() if value is not None and value != [] and value != {}}


def _texts(document: ProductDocument) -> dict[str, Any]:
    written = {language: texts for language, texts in document.texts.items() if language in LANGUAGES}
    short = {language: [each for each in (texts.name, *texts.extras) if each] for language, texts in written.items()}
    named = {language: line(texts.name, language) for language, texts in written.items() if texts.name}
    lines = [line(text, language) for language, texts in short.items() for text in texts]
    return {
        "name": {language: name.tokens for language, name in named.items()},
        "extra": {
            language: [line(extra, language).tokens for extra in texts.extras] for language, texts in written.items()
        },
        "body": {language: " ".join(tokens(texts.body, language)) for language, texts in written.items() if texts.body},
        "exact": [name.exact for name in named.values()],
        "word": " ".join(dict.fromkeys(chain.from_iterable(each.words for each in lines))),
        "whole": [
            *(f"{language}:{name.tokens}" for language, name in named.items()),
            *dict.fromkeys(f"={name.exact}" for name in named.values() if name.exact),
        ],
        "known": {
            language: list(dict.fromkeys(chain.from_iterable(line(text, language).known for text in texts)))
            for language, texts in short.items()
        },
        "written": short,
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A short text, analysed."""

    tokens: str
    exact: str
    """Words with their marks, without CJK."""
    words: tuple[str, ...]
    """Words with their endings, and single CJK characters."""
    known: tuple[str, ...]
    """``folded|as written`` of the words that may be misspelt."""


@lru_cache(maxsize=50_000)
def line(text: str, language: str) -> Line:
    """Names of categories, sellers and materials come again with every product."""
    found = list(split(text))
    latin = [word for word in found if not word.is_cjk]
    return Line(
        tokens=" ".join(tokens(text, language)),
        exact=" ".join(word.typed for word in latin),
        words=tuple(chain.from_iterable(word.folded if word.is_cjk else (word.folded,) for word in found)),
        known=tuple(
            f"{word.folded}|{word.typed}" for word in latin if SHORTEST_KNOWN <= len(word.folded) <= _LONGEST_KNOWN
        ),
    )


def _terms(document: ProductDocument) -> dict[str, Any]:
    gtins = [key for gtin in document.gtins if (key := gtin_key(gtin))]
    return {
        "id": document.product_id,
        "version": document.version,
        "seller": str(document.seller_id),
        "craft": document.craft,
        "category": [str(category_id) for category_id in document.category_ids],
        "material": document.material or None,
        "origin": document.origin or None,
        "certificate": list(document.certificates),
        "hs_code": [document.hs_code[:length] for length in range(2, len(document.hs_code) + 1)],
        "code": [*(f"s:{code_key(sku)}" for sku in document.skus), *(f"g:{key}" for key in gtins)],
        "in_stock": document.in_stock,
    }


def _facts(document: ProductDocument) -> dict[str, Any]:
    picked = {
        f"{fact.attribute_slug}={fact.value_slug}": None for fact in document.facts if fact.value_slug is not None
    }
    numbers = {
        (fact.attribute_slug, scaled(fact.number)): None
        for fact in document.facts
        if fact.value_slug is None and fact.number is not None
    }
    return {
        "attribute": list(picked),
        "number": [{"attribute": slug, "value": value} for slug, value in numbers],
    }


def _orders(document: ProductDocument) -> dict[str, Any]:
    return {
        "moq": document.moq,
        "lead_time": document.lead_time_days,
        "rating": None if document.rating is None else int(document.rating * 100),
        "created": _milliseconds(document.created_at),
        "updated": _milliseconds(document.updated_at),
        "by_name": {language: _order_of(document, language) for language in LANGUAGES},
    }


def _order_of(document: ProductDocument, language: str) -> str:
    """A text that sorts the name as a reader of the language sees it."""
    texts = (document.texts.get(each) for each in (*fallback_chain(language), document.source_language))
    shown = (each.name for each in texts if each is not None and each.name)
    primary, secondary, _text = sort_key(next(shown, ""), language)
    return f"{primary[:_LONGEST_SORTED]}\x01{secondary[:_LONGEST_SORTED]}"


def _offer(offer: Offer) -> dict[str, int]:
    stated = {
        "shown_from": int(offer.published_at.timestamp()) if offer.published_at else 0,
        "shown_until": int(offer.published_until.timestamp()) if offer.published_until else FOREVER,
    }
    return stated if offer.price is None else {**stated, "price": scaled(offer.price)}


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
