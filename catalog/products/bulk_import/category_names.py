"""Categories by what people call them: address, taxonomy id, or a name or path of names in any language."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from catalog.products.category import SUBJECT, Category
from i18n.text import fold
from i18n.translation import Translation

_ARROWS = re.compile(r"\s*[>›»→]\s*")
_SLASHES = re.compile(r"\s*/\s*")
AMBIGUOUS = -1


class CategoryNames:
    """Read once per run: two queries. A name that several categories share is told apart by the path before it."""

    def __init__(self) -> None:
        self._parent: dict[int, int | None] = {}
        self._codes: dict[str, int] = {}
        self._own: dict[int, str] = {}
        self._called: dict[str, set[int]] = defaultdict(set)
        self._names: dict[int, dict[str, str]] = defaultdict(dict)
        columns = ("pk", "parent_id", "slug", "external_reference", "name")
        for pk, parent, slug, reference, name in Category.objects.order_by().values_list(*columns):
            self._parent[pk], self._own[pk] = parent, slug
            self._codes |= {slug: pk} | ({reference.lower(): pk} if reference else {})
            self._add(pk, "en", name)
        rows = Translation.objects.filter(subject=SUBJECT, field="name").order_by()
        for object_id, language, text in rows.values_list("object_id", "language", "text"):
            if int(object_id) in self._parent:
                self._add(int(object_id), language, text)
        self.find = lru_cache(maxsize=4096)(self._find)

    def _add(self, pk: int, language: str, name: str) -> None:
        self._called[fold(name).strip()].add(pk)
        self._names[pk][language] = name

    def _find(self, text: str) -> int | None:
        """The category's id, `AMBIGUOUS`, or ``None``: ``Đồ gỗ > Bàn`` is the Bàn that stands under Đồ gỗ."""
        code = self._codes.get(text.strip().lower()) or self._codes.get(text.rpartition("/")[2].strip().lower())
        if code is not None:
            return code
        found: set[int] = set()
        for parts in ([text], _ARROWS.split(text), _SLASHES.split(text)):
            found = self._at_path([fold(part).strip() for part in parts if part.strip()])
            if len(found) == 1:
                return next(iter(found))
        return AMBIGUOUS if found else None

    def _at_path(self, names: Sequence[str]) -> set[int]:
        if not names:
            return set()
        candidates = self._called.get(names[-1], set())
        whole = {pk for pk in candidates if self._stands_under(pk, names[:-1])}
        if len(whole) > 1:
            at_root = {pk for pk in whole if len(self._line(pk)) == len(names)}
            whole = at_root or whole
        return whole or candidates

    def _stands_under(self, pk: int, names: Sequence[str]) -> bool:
        line = self._line(pk)[1:]
        pairs = zip(reversed(names), line, strict=False)
        return len(line) >= len(names) and all(above in self._called.get(name, ()) for name, above in pairs)

    def _line(self, pk: int | None) -> list[int]:
        """The category and what is above it, from itself to the root."""
        line: list[int] = []
        while pk is not None and pk not in line:
            line.append(pk)
            pk = self._parent.get(pk)
        return line

    def path(self, pk: int, language: str) -> str:
        """What finds this category again: its path of names in a language, or its address where those are shared."""
        names = [self._names[each].get(language) or self._names[each]["en"] for each in reversed(self._line(pk))]
        path = " > ".join(names)
        return path if self.find(path) == pk else self._own[pk]
