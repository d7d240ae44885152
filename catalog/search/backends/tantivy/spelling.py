"""Words that the index doesn't know put right from its own vocabulary: the nearest word, then the commonest."""

from collections import defaultdict

from tantivy import Query, Searcher

from catalog.search.analyzer import Words, split
from catalog.search.backends.tantivy.schema import in_language
from catalog.search.distance import distance
from i18n.languages import LANGUAGES

_SHORTEST = 3
_MOST_FORMS = 20_000


def corrected(searcher: Searcher, within: Query, text: str, language: str) -> str | None:
    """The words as the index writes them, marks included; ``None`` when nothing is put right or one stays unknown.

    A word is known in any language; it is put right from the reader's own, then from the others. ``within`` says which
    entries count.
    """
    found, changed = [], False
    for word in split(text):
        if any(_known(searcher, word, each) for each in LANGUAGES):
            found.append(word.typed)
            continue
        near = next((best for each in _own_first(language) if (best := _nearest(searcher, within, word, each))), None)
        if near is None:
            return None
        found.append(near)
        changed = True
    return " ".join(found) if changed else None


def _own_first(language: str) -> list[str]:
    return sorted(LANGUAGES, key=lambda each: each != language)


def _known(searcher: Searcher, word: Words, language: str) -> bool:
    return bool(searcher.terms_with_prefix(in_language("known", language), f"{word.folded}|", limit=1))


def _nearest(searcher: Searcher, within: Query, word: Words, language: str) -> str | None:
    """The form of the nearest word that begins alike or with the first two letters changed about."""
    if len(word.folded) < _SHORTEST:
        return None
    most = 1 if len(word.folded) < 6 else 2
    beginnings = dict.fromkeys((word.folded[0], word.folded[1]))
    near: dict[tuple[int, str], int] = {}
    forms: dict[str, dict[str, int]] = defaultdict(dict)
    for beginning in beginnings:
        field = in_language("known", language)
        for term, count in searcher.terms_with_prefix(field, beginning, limit=_MOST_FORMS):
            folded, _sign, typed = term.partition("|")
            if abs(len(folded) - len(word.folded)) > most:
                continue
            if folded not in forms:
                apart = distance(word.folded, folded, most=most)
                if apart is None:
                    continue
                near[apart, folded] = 0
            if folded in forms or any(folded == each for _apart, each in near):
                forms[folded][typed] = count
    if not forms:
        return None
    best = min(near, key=lambda each: (each[0], -sum(forms[each[1]].values()), each[1]))[1]
    return _commonest(searcher, within, language, forms[best], best)


def _commonest(searcher: Searcher, within: Query, language: str, forms: dict[str, int], folded: str) -> str:
    """Of the ways the word is written the one that most of the entries within reach have."""
    known = searcher.terms_with_prefix(in_language("known", language), f"{folded}|", filter_query=within)
    counts = {term.partition("|")[2]: count for term, count in known} or forms
    return max(counts, key=lambda typed: (counts[typed], typed))
