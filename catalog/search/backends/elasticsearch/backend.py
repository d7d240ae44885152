"""The engine behind the `SearchBackend` protocol."""

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from django.conf import settings
from elasticsearch import BadRequestError, Elasticsearch
from elasticsearch.dsl import Search
from elasticsearch.dsl import query as q

from catalog.search.backends.base import ReadDocuments
from catalog.search.backends.elasticsearch import indices, writes
from catalog.search.backends.elasticsearch.address import parse
from catalog.search.backends.elasticsearch.client import connect, patiently
from catalog.search.backends.elasticsearch.facets import aggregations, read_facets
from catalog.search.backends.elasticsearch.failures import server
from catalog.search.backends.elasticsearch.filters import all_but, always, chosen
from catalog.search.backends.elasticsearch.order import Mark, Ordering, ordering_of, place, read_place
from catalog.search.backends.elasticsearch.shape import fingerprint, made_of, missing_plugins
from catalog.search.backends.elasticsearch.source import source
from catalog.search.backends.elasticsearch.spelling import correct
from catalog.search.backends.elasticsearch.text_query import Leniency, TextQuery, steps_for
from catalog.search.document import ProductDocument
from catalog.search.request import Hit, SearchPage, SearchRequest
from i18n.languages import LANGUAGES

_HEARTBEAT = 10.0
"""Seconds between two signs of life while an index is being filled."""
_MOST_AT_ONCE = 1000


def create() -> "ElasticsearchBackend":
    """The index of ``settings.SEARCH_URL``."""
    address = parse(settings.SEARCH_URL or "")
    return ElasticsearchBackend(connect(address), address.index, at_once=address.at_once)


class ElasticsearchBackend:
    """``at_once``: what is written can be found when the call returns, instead of within a second."""

    def __init__(self, client: Elasticsearch, index: str, *, at_once: bool = False) -> None:
        self._client, self._patient = client, patiently(client)
        self._names = indices.Names(index, fingerprint())
        self._at_once = at_once

    def is_ready(self) -> bool:
        with server("asking for the search index"):
            return indices.searched(self._client, self._names) is not None

    def refresh(self, product_ids: Sequence[int], read: ReadDocuments) -> None:
        with server("writing the search index"):
            read_at = writes.moment()
            sources = {document.product_id: source(document) for document in read(product_ids)}
            gone = [product_id for product_id in product_ids if product_id not in sources]
            # Only now, after reading: a rebuild that begins later reads what was read here, or newer.
            for index in indices.written(self._client, self._names):
                actions = [
                    *writes.puts(index, sources, read_at=read_at),
                    *writes.removals(index, gone, read_at=read_at),
                ]
                writes.write(self._patient, actions, refresh=self._at_once)

    def versions(self, product_ids: Sequence[int]) -> dict[int, int]:
        found: dict[int, int] = {}
        with server("reading versions"):
            for start in range(0, len(product_ids), _MOST_AT_ONCE):
                wanted = [str(product_id) for product_id in product_ids[start : start + _MOST_AT_ONCE]]
                answer = self._client.mget(index=self._names.alias, ids=wanted, source=["id", "version"])
                entries = (each["_source"] for each in answer["docs"] if each.get("found"))
                found |= {entry["id"]: entry["version"] for entry in entries}
        return found

    def rebuild(self, batches: Iterable[list[ProductDocument]]) -> int:
        with server("building the search index"):
            index = self._begin()
            try:
                count = self._fill(index, iter(batches))
                self._patient.indices.refresh(index=index)
            except BaseException:
                indices.abandon(self._patient, index)
                raise
            indices.switch(self._patient, self._names, index)
        return count

    def _begin(self) -> str:
        """A new index with every dictionary that the server has."""
        try:
            return indices.begin(self._patient, self._names, **made_of())
        except BadRequestError:
            missing = missing_plugins(self._patient)
            if not missing:
                raise
            return indices.begin(self._patient, self._names, **made_of(missing))

    def _fill(self, index: str, batches: Iterator[list[ProductDocument]]) -> int:
        """The server writes one batch while the next is read and analysed."""
        count, alive = 0, time.monotonic()
        with ThreadPoolExecutor(max_workers=1) as writer:
            writing: Future[None] | None = None
            while True:
                read_at = writes.moment()
                batch = next(batches, None)
                actions = list(
                    writes.puts(index, {each.product_id: source(each) for each in batch or ()}, read_at=read_at)
                )
                if writing is not None:
                    writing.result()
                if batch is None:
                    return count
                writing = writer.submit(writes.write, self._patient, actions)
                count += len(batch)
                if time.monotonic() - alive > _HEARTBEAT:
                    indices.keep_alive(self._patient, index)
                    alive = time.monotonic()

    def search(self, request: SearchRequest) -> SearchPage:
        ordering = ordering_of(request, languages=frozenset(LANGUAGES))
        steps = steps_for(as_you_type=request.as_you_type) if request.text else (Leniency(),)
        stated = request.after if request.before is None else request.before
        mark = None if stated is None else read_place(stated, ordering, steps=len(steps))
        text = TextQuery(request.text, request.language) if request.text else None
        tried = range(len(steps)) if mark is None else [mark.step]
        page = SearchPage()
        with server("searching"):
            for step in tried:
                matching = q.MatchAll() if text is None else text.query(steps[step])
                page = self._page(request, q.MatchNone() if matching is None else matching, ordering, step, mark)
                if page.total:
                    break
        return page

    def _page(
        self, asked: SearchRequest, matching: q.Query, ordering: Ordering, step: int, mark: Mark | None
    ) -> SearchPage:
        filters, backwards = chosen(asked), asked.before is not None
        # A filter whose facet is counted applies to the hits only afterwards, all others from the start.
        counted = {name: queries for name, queries in filters.items() if _facet_of(name) in asked.facets}
        rest = {name: queries for name, queries in filters.items() if name not in counted}
        search = Search(using=self._client, index=self._names.alias)
        search = search.query(q.Bool(must=[matching], filter=[*always(asked), *all_but(rest)]))
        if counted:
            search = search.post_filter(q.Bool(filter=all_but(counted)))
        for name, aggregation in aggregations(asked, counted).items():
            search.aggs.bucket(name, aggregation)
        search = search.sort(*ordering.sort(backwards=backwards)).source(False)
        search = search.extra(size=asked.limit + 1, track_total_hits=True)
        search = search.params(preference=_preference(asked))
        if mark is not None:
            search = search.extra(search_after=mark.values)
        return _read_page(asked, self._client_answer(search), counted, ordering, step)

    def _client_answer(self, search: Search[Any]) -> dict[str, Any]:
        answer: dict[str, Any] = search.execute().to_dict()
        return answer

    def correct(self, text: str, *, channel: str, language: str) -> str | None:
        with server("looking for known words"):
            return correct(self._client, self._names.alias, text, channel=channel, language=language)


def _facet_of(name: str) -> str:
    return name.partition(":")[0]


def _preference(asked: SearchRequest) -> str:
    """The same copy of the index for the same question, so that scores of two pages come from one copy."""
    return hashlib.sha256(f"{asked.channel}|{asked.text}".encode()).hexdigest()[:12]


def _read_page(asked: SearchRequest, answer: dict[str, Any], filters: Any, ordering: Ordering, step: int) -> SearchPage:
    found = answer["hits"]["hits"]
    kept = found[: asked.limit]
    hits = [Hit(int(each["_id"]), place(ordering, step, each["sort"])) for each in kept]
    if asked.before is not None:
        hits.reverse()
    return SearchPage(
        hits=tuple(hits),
        total=answer["hits"]["total"]["value"],
        has_more=len(found) > asked.limit,
        facets=read_facets(asked, filters, answer.get("aggregations", {})),
        as_typed=step == 0,
    )
