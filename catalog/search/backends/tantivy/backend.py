"""The engine behind the `SearchBackend` protocol."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from tantivy import Index, IndexWriter, Occur, Query

from catalog.search.backends.base import ReadDocuments, SearchUnavailable
from catalog.search.backends.tantivy.entries import entries
from catalog.search.backends.tantivy.facets import count_facets
from catalog.search.backends.tantivy.filters import Filters, terms
from catalog.search.backends.tantivy.folder import IndexFolder, open_index
from catalog.search.backends.tantivy.order import Mark, ordering_of, read_place, select
from catalog.search.backends.tantivy.query import KNOWN_WORDS, UNKNOWN_WORDS, Leniency, TextQuery, steps_for
from catalog.search.backends.tantivy.spelling import corrected
from catalog.search.backends.tantivy.writer_lock import writing
from catalog.search.document import ProductDocument
from catalog.search.request import Facet, SearchPage, SearchRequest

_HEAP = 50_000_000
_REBUILDING_HEAP = 200_000_000


@lru_cache(maxsize=8)
def _backend(folder: Path) -> "TantivyBackend":
    return TantivyBackend(folder)


def create() -> "TantivyBackend":
    """The index of ``settings.SEARCH_INDEX_DIR``, its reader kept open for the life of the process."""
    return _backend(Path(settings.SEARCH_INDEX_DIR))


class TantivyBackend:
    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)

    def is_ready(self) -> bool:
        return self._folder.current() is not None

    def refresh(self, product_ids: Sequence[int], read: ReadDocuments) -> None:
        with writing(self._folder.path):
            name = self._folder.current()
            if name is None:
                raise SearchUnavailable("there is no search index yet")
            try:
                writer = open_index(self._folder.path / name).writer(_HEAP, 1)
                for product_id in product_ids:
                    writer.delete_documents_by_term("product", str(product_id))
                _add(writer, read(product_ids))
                writer.commit()
                writer.wait_merging_threads()
            except (ValueError, OSError) as broken:
                raise SearchUnavailable(f"the search index cannot be written: {broken}") from broken

    def versions(self, product_ids: Sequence[int]) -> dict[int, int]:
        try:
            index = self._folder.reader()
            searcher = index.searcher()
            query = terms(index.schema, "product", product_ids)
            hits = searcher.search(query, max(searcher.num_docs, 1), count=False).hits
            addresses = [address for _score, address in hits]
            values = (searcher.fast_field_values(name, addresses) for name in ("id", "version"))
            return {int(str(product_id)): int(str(version)) for product_id, version in zip(*values, strict=True)}
        except (ValueError, OSError) as broken:
            raise self._unreadable(broken) from broken

    def rebuild(self, batches: Iterable[list[ProductDocument]]) -> int:
        with writing(self._folder.path):
            path = self._folder.new()
            writer = open_index(path).writer(_REBUILDING_HEAP, 1)
            count = 0
            for batch in batches:
                count += len(batch)
                _add(writer, batch)
            writer.commit()
            writer.wait_merging_threads()
            self._folder.switch_to(path.name)
        return count

    def search(self, request: SearchRequest) -> SearchPage:
        ordering = ordering_of(request)
        place = request.after if request.after is not None else request.before
        mark = None if place is None else read_place(place, ordering)
        try:
            return _Search(self._folder.reader(), request).page(mark)
        except (ValueError, OSError) as broken:  # what the engine raises for a damaged or vanished index
            raise self._unreadable(broken) from broken

    def correct(self, text: str, *, channel: str, language: str) -> str | None:
        try:
            index = self._folder.reader()
            return corrected(index.searcher(), terms(index.schema, "channel", [channel]), text, language)
        except (ValueError, OSError) as broken:
            raise self._unreadable(broken) from broken

    def _unreadable(self, broken: Exception) -> SearchUnavailable:
        self._folder.forget()
        return SearchUnavailable(f"the search index cannot be read: {broken}")


class _Search:
    """One request at one state of the index."""

    def __init__(self, index: Index, request: SearchRequest) -> None:
        self._request, self._searcher = request, index.searcher()
        self._filters = Filters(index, self._searcher, request)
        self._text = TextQuery(index.schema, request.text, request.language) if request.text else None

    def page(self, mark: Mark | None) -> SearchPage:
        """The first step of leniency that finds something; of a further page the step of the page before it."""
        steps = steps_for(as_you_type=self._request.as_you_type) if self._text else (Leniency(),)
        numbers = self._numbers() if mark is None else [min(mark.step, len(steps) - 1)]
        found, text = SearchPage(as_typed=False), Query.empty_query()
        for number in numbers:
            text = self._text.query(steps[number]) if self._text else Query.all_query()
            found = self._step(number, text, mark)
            if found.total:
                break
        return replace(found, facets=self._facets(text)) if self._request.facets else found

    def _numbers(self) -> Sequence[int]:
        if self._text is None:
            return [0]
        return KNOWN_WORDS if self._text.is_known(self._searcher) else UNKNOWN_WORDS

    def _facets(self, text: Query) -> tuple[Facet, ...]:
        """Also of a search that its filters leave nothing of: another choice of one of them may."""
        chosen = [attribute.slug for attribute in self._request.attributes or ()]
        return count_facets(self._searcher, self._filters, text, self._request.facets, chosen)

    def _step(self, number: int, text: Query, mark: Mark | None) -> SearchPage:
        request = self._request
        selection = select(
            self._searcher,
            Query.boolean_query([(Occur.Must, text), *self._filters.clauses()]),
            ordering=ordering_of(request),
            step=number,
            limit=request.limit,
            after=mark if request.after is not None else None,
            before=mark if request.after is None else None,
        )
        return SearchPage(selection.hits, selection.total, selection.has_more, as_typed=number == 0)


def _add(writer: IndexWriter, documents: Iterable[ProductDocument]) -> None:
    for document in documents:
        for entry in entries(document):
            writer.add_document(entry)
