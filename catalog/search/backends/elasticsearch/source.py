"""What is sent to the server for a product."""

from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import chain
from typing import Any

from catalog.search.analyzer import exact_words, split, tokens, words
from catalog.search.codes import code_key, gtin_key
from catalog.search.document import Offer, ProductDocument, Texts
from i18n.languages import LANGUAGES, fallback_chain
from i18n.text import sort_key

FOREVER = 2**62
_SCALE = 4
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
    names = [texts.name for texts in document.texts.values() if texts.name]
    extras = [extra for texts in document.texts.values() for extra in texts.extras]
    named = [(language, texts.name) for language, texts in written.items() if texts.name]
    return {
        "name": {language: _line(texts.name, language) for language, texts in written.items() if texts.name},
        "extra": {
            language: [_line(extra, language) for extra in texts.extras]
            for language, texts in written.items()
            if texts.extras
        },
        "body": {language: _line(texts.body, language) for language, texts in written.items() if texts.body},
        "exact": [" ".join(exact_words(name)) for name in names],
        "word": " ".join(dict.fromkeys(chain.from_iterable(map(words, (*names, *extras))))),
        "whole": [*(whole_name(name, language) for language, name in named), *(whole_exact(name) for _, name in named)],
        "known": {language: _vocabulary(texts) for language, texts in written.items()},
        "written": {language: [texts.name, *texts.extras, texts.body] for language, texts in written.items()},
    }


def _line(text: str, language: str) -> str:
    return " ".join(tokens(text, language))


def _vocabulary(texts: Texts) -> list[str]:
    found = chain.from_iterable(map(split, (texts.name, *texts.extras)))
    return list(dict.fromkeys(f"{w.folded}|{w.typed}" for w in found if 2 <= len(w.folded) <= _LONGEST_KNOWN))


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
