"""What a search engine has to do for the catalogue."""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from django.conf import settings

from catalog.search.document import ProductDocument
from catalog.search.request import SearchPage, SearchRequest

ReadDocuments = Callable[[Sequence[int]], list[ProductDocument]]


class SearchUnavailable(Exception):
    """The engine or its index is out of reach for now."""


class SearchBackend(Protocol):
    """An index of public products; every product may stand in it once per channel."""

    def is_ready(self) -> bool:
        """Whether there is an index of the present shape."""

    def refresh(self, product_ids: Sequence[int], read: ReadDocuments) -> None:
        """Make the index say of these products what ``read`` says, and nothing of those it has no document for.

        An older state never overwrites a newer one: ``read`` is called while no other writer can write, or what was
        read later wins.
        Raises `SearchUnavailable`.
        """

    def versions(self, product_ids: Sequence[int]) -> dict[int, int]:
        """The version that the index has of each product; one it doesn't have is absent. Raises `SearchUnavailable`."""

    def rebuild(self, batches: Iterable[list[ProductDocument]]) -> int:
        """Build a new index beside the old one, then take its place at once; returns the number of products."""

    def search(self, request: SearchRequest) -> SearchPage:
        """A page of hits with as many facets as are asked for.

        Places are stable: between two pages of one order no product that keeps its place is repeated or left out,
        whatever is written meanwhile; ties are closed by the product's id. Raises `SearchUnavailable`, and
        `BadPlace` for a place of another order.
        """

    def correct(self, text: str, *, channel: str, language: str) -> str | None:
        """The words with those that the index doesn't know put right from its own vocabulary, marks included.

        ``None`` when nothing is to be put right, or nothing near is known. Raises `SearchUnavailable`.
        """


def backend() -> SearchBackend:
    """The engine of ``settings.SEARCH_BACKEND`` (tantivy unless set)."""
    name = getattr(settings, "SEARCH_BACKEND", "tantivy")
    module = f"catalog.search.backends.{name}.backend"
    if not str(name).isidentifier() or find_spec(module.rpartition(".")[0]) is None:
        raise LookupError(f"there is no search engine {name!r} in catalog/search/backends")
    created: SearchBackend = import_module(module).create()
    return created
