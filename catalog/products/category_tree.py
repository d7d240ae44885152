"""The category tree, read whole: it has hundreds of rows, so one query answers every question about it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from catalog.products.category import Category


def parents() -> dict[int, int | None]:
    """Every category's parent."""
    return dict(Category.objects.order_by().values_list("id", "parent_id"))


def with_descendants(category_ids: Iterable[int]) -> set[int]:
    """The categories and everything below them: a filter on Furniture also finds Chairs."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for child, parent in parents().items():
        children[parent].append(child)
    found: set[int] = set()
    waiting = list(category_ids)
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(children[current])
    return found


def lineage(category_id: int | None, parent_of: Mapping[int, int | None]) -> list[int]:
    """The category and its ancestors, from itself to the root."""
    path: list[int] = []
    while category_id is not None and category_id not in path:
        path.append(category_id)
        category_id = parent_of.get(category_id)
    return path
