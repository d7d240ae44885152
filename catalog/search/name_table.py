"""The names of categories and sellers in one language, kept in memory and found by how any word in them begins."""

import time
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from catalog.products.category import Category
from catalog.search.analyzer import normal
from i18n.languages import fallback_chain
from i18n.text import is_cjk
from i18n.translation import Translation
from marketplace.sellers.models import Seller

LIFETIME = 300.0
"""Seconds that a table is used. What is renamed meanwhile is offered by its old name, what is gone leads nowhere and is
left out by whoever counts."""
_LAST = "\U0010ffff"
_kept: dict[tuple[str, str], tuple[float, "NameTable"]] = {}


@dataclass(frozen=True, slots=True)
class NameTable:
    """``beginnings``: every folded name from each of its words on, in order, with its id."""

    names: dict[int, str]
    beginnings: list[tuple[str, int]]

    def beginning_with(self, text: str, most: int) -> list[tuple[int, str]]:
        """Ids and names; names that begin with the text before those with a word that does, then the shortest."""
        wanted = _plain(text)
        start = bisect_left(self.beginnings, (wanted, -1))
        end = bisect_left(self.beginnings, (wanted + _LAST, -1))
        found = {each for _beginning, each in self.beginnings[start:end]}
        ranked = sorted(found, key=lambda each: (not _plain(self.names[each]).startswith(wanted), *self._size(each)))
        return [(each, self.names[each]) for each in ranked[:most]]

    def _size(self, each: int) -> tuple[int, int]:
        return len(self.names[each]), each


def category_names(language: str) -> NameTable:
    return _table("catalog.Category", language)


def seller_names(language: str) -> NameTable:
    """Of approved sellers."""
    return _table("sellers.Seller", language)


def forget_names() -> None:
    """Read all names anew when they are next asked for."""
    _kept.clear()


def _table(subject: str, language: str) -> NameTable:
    kept = _kept.get((subject, language))
    if kept is not None and time.monotonic() - kept[0] < LIFETIME:
        return kept[1]
    table = _read(subject, language)
    _kept[subject, language] = time.monotonic(), table
    return table


def _read(subject: str, language: str) -> NameTable:
    names = {pk: (_rank(own, language), name) for pk, name, own in _rows(subject)}
    stored = Translation.objects.filter(subject=subject, field="name", language__in=fallback_chain(language))
    for object_id, code, text in stored.order_by().values_list("object_id", "language", "text"):
        pk = int(object_id)
        if pk in names and _rank(code, language) < names[pk][0]:
            names[pk] = (_rank(code, language), text)
    plain = {pk: name for pk, (_rank_of_it, name) in names.items()}
    return NameTable(plain, sorted((part, pk) for pk, name in plain.items() for part in _beginnings(name)))


def _rows(subject: str) -> Iterable[tuple[Any, ...]]:
    if subject == "catalog.Category":
        return ((pk, name, "en") for pk, name in Category.objects.order_by().values_list("pk", "name"))
    return Seller.objects.approved().order_by().values_list("pk", "name", "source_language")


def _rank(code: str, language: str) -> int:
    chain = fallback_chain(language)
    return chain.index(code) if code in chain else len(chain)


def _plain(text: str) -> str:
    return " ".join(normal(text).split())


def _beginnings(name: str) -> Iterator[str]:
    plain = _plain(name)
    for place, character in enumerate(plain):
        if is_cjk(character) or (character.isalnum() and (place == 0 or not plain[place - 1].isalnum())):
            yield plain[place:]
