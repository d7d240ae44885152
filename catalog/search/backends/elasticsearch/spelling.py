"""Words put right from the index's own vocabulary: found by their letters, given back with their marks."""

from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.dsl import Search
from elasticsearch.dsl import aggs as a
from elasticsearch.dsl import query as q

from catalog.search.analyzer import LONGEST_WORD, Words, split
from catalog.search.backends.elasticsearch.source import SHORTEST_KNOWN
from i18n.languages import LANGUAGES

_TWO_MISTAKES_FROM = 8
_MOST_WORDS = 12
_MOST_NEAR = 5


def correct(client: Elasticsearch, index: str, text: str, *, channel: str, language: str) -> str | None:
    """Two requests: which words the index doesn't know and what is near them; which of those the channel sells."""
    typed = list(split(text))[:_MOST_WORDS]
    near = _near(client, index, [word for word in typed if not word.is_cjk and len(word.folded) >= SHORTEST_KNOWN])
    if not near:
        return None
    written = _written(client, index, {each for found in near.values() for each in found}, channel, language)
    chosen = {word: next((written[each] for each in found if each in written), None) for word, found in near.items()}
    right = [chosen.get(word.folded) or word.typed for word in typed]
    return " ".join(right) if any(chosen.values()) else None


def _near(client: Elasticsearch, index: str, words: list[Words]) -> dict[str, list[str]]:
    """By unknown word what is known and differs from it by a letter or two, the commonest first."""
    asked = {word.folded: len(word.folded) >= _TWO_MISTAKES_FROM for word in words}
    search = Search(using=client, index=index).extra(size=0, track_total_hits=False)
    for word, twice in asked.items():
        term: Any = {
            "field": "word",
            "suggest_mode": "missing",
            "sort": "score",
            "size": _MOST_NEAR,
            "max_edits": 2 if twice else 1,
            "prefix_length": 0,
            "min_word_length": SHORTEST_KNOWN,
        }
        search = search.suggest(word, word, term=term)
    if not asked:
        return {}
    answer: dict[str, Any] = search.execute().to_dict()
    found = {word: entries[0]["options"] for word, entries in answer.get("suggest", {}).items() if entries}
    return {word: [option["text"] for option in options] for word, options in found.items() if options}


def _written(client: Elasticsearch, index: str, words: set[str], channel: str, language: str) -> dict[str, str]:
    """How each word is written in the channel's products: in the reader's language if it is, else in any."""
    languages = [language, *(each for each in LANGUAGES if each != language)]
    include = "(" + "|".join(sorted(word[:LONGEST_WORD] for word in words)) + ")\\|.*"
    search = Search(using=client, index=index).extra(size=0, track_total_hits=False)
    search = search.query(q.Bool(filter=[q.Exists(field=f"offers.{channel}.shown_from")]))
    for each in languages:
        search.aggs.bucket(each, a.Terms(field=f"known.{each}", include=include, size=100))
    answer: dict[str, Any] = search.execute().to_dict()
    found: dict[str, str] = {}
    for each in languages:
        for bucket in answer["aggregations"][each]["buckets"]:
            folded, _sign, typed = str(bucket["key"]).partition("|")
            found.setdefault(folded, typed)
    return found
