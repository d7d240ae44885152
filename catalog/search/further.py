"""Where a search may lead that found too little, or too much."""

from dataclasses import replace

from catalog.products.product import Product
from catalog.search.analyzer import split
from catalog.search.autocomplete import phrases_in
from catalog.search.backends.base import SearchUnavailable, backend
from catalog.search.request import SearchPage, SearchRequest
from i18n.translate import localize
from marketplace.keyed_rows import keyed_rows

LITTLE = 3
MOST = 5
_MOST_WORDS = 6


def did_you_mean(request: SearchRequest, found: SearchPage) -> str | None:
    """The words put right from the index's own vocabulary.

    Only when they found nothing as they were typed, or hardly anything, and only if the words put right find more.
    """
    if not request.text or found.degraded or (found.as_typed and found.total >= LITTLE):
        return None
    try:
        phrase = backend().correct(request.text, channel=request.channel, language=request.language)
        if phrase is None or phrase.casefold() == request.text.casefold():
            return None
        better = _found(request, phrase)
    except SearchUnavailable:
        return None
    return phrase if better.as_typed and better.total > (found.total if found.as_typed else 0) else None


def further_searches(request: SearchRequest, found: SearchPage) -> list[str]:
    """Narrower phrases that several of the hits have in their names; after no hit, the words without one of them."""
    if not request.text or found.degraded:
        return []
    if found.total:
        typed = request.text.casefold()
        return [phrase for phrase in phrases_in(_names(request, found), request.text) if phrase != typed][:MOST]
    words = [word.typed for word in split(request.text)][:_MOST_WORDS]
    shorter = [" ".join(words[:place] + words[place + 1 :]) for place in range(len(words))] if len(words) > 1 else []
    try:
        return [phrase for phrase in dict.fromkeys(shorter) if _leads_somewhere(request, phrase)][:MOST]
    except SearchUnavailable:
        return []


def _leads_somewhere(request: SearchRequest, phrase: str) -> bool:
    page = _found(request, phrase)
    return page.as_typed and page.total > 0


def _found(request: SearchRequest, phrase: str) -> SearchPage:
    return backend().search(replace(request, text=phrase, after=None, before=None, limit=0, facets=()))


def _names(request: SearchRequest, found: SearchPage) -> list[str]:
    rows = keyed_rows(Product, {"id": found.ids})
    texts = localize(
        subject="catalog.Product",
        rows=rows,
        fields=["name"],
        language=request.language,
        source_language=lambda row: row.source_language,
    )
    return [text["name"].text for text in texts if text["name"]]
