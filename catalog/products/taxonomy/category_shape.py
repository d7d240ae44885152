"""The shape of a taxonomy's tree, checked before anything of it is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from catalog.products.category import MOST_LEVELS, Category
from catalog.products.taxonomy.record import Kind, Record, Source

CYCLE = "it is below itself"
TOO_DEEP = f"categories have at most {MOST_LEVELS} levels"


@dataclass
class Shape:
    """Every category's parent as the files say, and as the catalogue has it where they don't."""

    above: dict[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    _levels: dict[str, int | str] = field(default_factory=dict)

    def level(self, reference: str) -> int | str:
        """The level, or why the category can't have one."""
        path: list[str] = []
        current = reference
        while current and current not in self._levels:
            if current in path:
                return self._remember(path, CYCLE)
            if current not in self.above:
                break
            path.append(current)
            current = self.above[current]
        if current and current not in self._levels and current not in self.above:
            return self._remember(path, f"there is no category {current} above it")
        return self._remember(path, self._levels[current] if current else -1)

    def _remember(self, path: list[str], start: int | str) -> int | str:
        found = start
        for reference in reversed(path):
            if isinstance(found, int):
                found = found + 1 if found + 1 < MOST_LEVELS else TOO_DEEP
            self._levels[reference] = found
        return found


def shape_of(sources: Iterable[Source]) -> Shape:
    """What the files say comes first; the first of them that speaks of a category decides."""
    above: dict[str, str] = {}
    for source in sources:
        for record in source.records(Kind.CATEGORY):
            if record.reference and _speaks(record):
                above.setdefault(record.reference, record.above)
    present = Category.objects.exclude(external_reference=None).order_by()
    for reference, parent in present.values_list("external_reference", "parent__external_reference"):
        above.setdefault(reference or "", parent or "")
    return Shape(above)


def _speaks(record: Record) -> bool:
    return bool(record.names)
