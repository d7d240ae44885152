"""The engine behind the `SearchBackend` protocol.

On disk: ``<dir>/current`` names the folder in use, ``index-<shape>-<time>/``. A rebuild writes a new folder and then
replaces ``current`` in one step, so that searches go on meanwhile; readers notice at their next request.
"""

import shutil
import time
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from tantivy import Index, IndexWriter, Occur, Order, Query

from catalog.search.backends.base import ReadDocuments, SearchUnavailable
from catalog.search.backends.tantivy.facets import count_facets
from catalog.search.backends.tantivy.query import STEPS, Leniency, filter_clauses, text_query
from catalog.search.backends.tantivy.schema import ANALYZER, SHAPE, analyzer, build_schema, entries
from catalog.search.backends.tantivy.writer_lock import writing
from catalog.search.document import ProductDocument
from catalog.search.request import SearchPage, SearchRequest, Sort

_HEAP = 50_000_000
_ORDER_FIELDS = {Sort.PRICE: "price", Sort.CREATED: "created", Sort.LAST_MODIFIED: "updated"}


@lru_cache(maxsize=8)
def _backend(folder: Path) -> "TantivyBackend":
    return TantivyBackend(folder)


def create() -> "TantivyBackend":
    """The index of ``settings.SEARCH_INDEX_DIR``, its reader kept open for the life of the process."""
    return _backend(Path(settings.SEARCH_INDEX_DIR))


class TantivyBackend:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: tuple[str, Index] | None = None

    def is_ready(self) -> bool:
        return self._current() is not None

    def refresh(self, product_ids: Sequence[int], read: ReadDocuments) -> None:
        with writing(self._folder):
            name = self._current()
            if name is None:
                raise SearchUnavailable("there is no search index yet")
            writer = self._open(self._folder / name).writer(_HEAP, 1)
            for product_id in product_ids:
                writer.delete_documents_by_term("product", str(product_id))
            _add(writer, read(product_ids))
            writer.commit()
            writer.wait_merging_threads()

    def versions(self, product_ids: Sequence[int]) -> dict[int, int]:
        try:
            index = self._index()
            searcher = index.searcher()
            query = Query.term_set_query(index.schema, "product", [str(product_id) for product_id in product_ids])
            hits = searcher.search(query, max(searcher.num_docs, 1), count=False).hits
            addresses = [address for _score, address in hits]
            values = (searcher.fast_field_values(name, addresses) for name in ("id", "version"))
            return {int(str(product_id)): int(str(version)) for product_id, version in zip(*values, strict=True)}
        except (ValueError, OSError) as broken:
            raise SearchUnavailable(f"the search index cannot be read: {broken}") from broken

    def rebuild(self, batches: Iterable[list[ProductDocument]]) -> int:
        with writing(self._folder):
            path = self._folder / f"index-{SHAPE}-{time.time_ns()}"
            path.mkdir(parents=True)
            writer = self._open(path).writer(_HEAP, 1)
            count = 0
            for batch in batches:
                count += len(batch)
                _add(writer, batch)
            writer.commit()
            writer.wait_merging_threads()
            self._switch_to(path.name)
        return count

    def search(self, request: SearchRequest) -> SearchPage:
        try:
            index = self._index()
            for leniency in STEPS if request.text else (Leniency(),):
                page = self._search(index, request, leniency)
                if page.total:
                    break
        except (ValueError, OSError) as broken:  # what the engine raises for a damaged or vanished index
            raise SearchUnavailable(f"the search index cannot be read: {broken}") from broken
        return page

    def _search(self, index: Index, request: SearchRequest, leniency: Leniency) -> SearchPage:
        schema, searcher = index.schema, index.searcher()
        text = text_query(schema, request.text, leniency) if request.text else Query.all_query()
        if text is None:
            return SearchPage([], 0)
        query = Query.boolean_query([(Occur.Must, text), *filter_clauses(schema, request)])
        result = searcher.search(
            query,
            max(request.limit, 1),
            count=True,
            offset=request.offset,
            order_by_field=_ORDER_FIELDS.get(request.sort),
            order=Order.Desc if request.descending else Order.Asc,
        )
        addresses = [address for _score, address in result.hits][: request.limit]
        ids = [int(str(product_id)) for product_id in searcher.fast_field_values("id", addresses)]
        facets = count_facets(searcher, schema, request, text) if request.with_facets else ()
        return SearchPage(ids, result.count or 0, facets)  # type: ignore[attr-defined]  # missing in its stubs

    def _index(self) -> Index:
        """The current index with everything that has been committed."""
        name = self._current()
        if name is None:
            raise SearchUnavailable("there is no search index yet")
        if self._opened is None or self._opened[0] != name:
            self._opened = (name, self._open(self._folder / name))
        index = self._opened[1]
        index.reload()
        return index

    def _open(self, path: Path) -> Index:
        try:
            index = Index(build_schema(), path=str(path))
        except (ValueError, OSError) as broken:
            raise SearchUnavailable(f"the search index cannot be opened: {broken}") from broken
        index.register_tokenizer(ANALYZER, analyzer())
        index.config_reader("manual")
        return index

    def _current(self) -> str | None:
        try:
            name = (self._folder / "current").read_text().strip()
        except FileNotFoundError:
            return None
        right_shape = name.startswith(f"index-{SHAPE}-")
        return name if right_shape and (self._folder / name / "meta.json").exists() else None

    def _switch_to(self, name: str) -> None:
        """Searches that are under way keep the folder before this one; older ones go."""
        before = self._current()
        pointer = self._folder / "current.new"
        pointer.write_text(name)
        pointer.replace(self._folder / "current")
        for old in self._folder.glob("index-*"):
            if old.name not in {name, before}:
                shutil.rmtree(old, ignore_errors=True)


def _add(writer: IndexWriter, documents: Iterable[ProductDocument]) -> None:
    for document in documents:
        for entry in entries(document):
            writer.add_document(entry)
