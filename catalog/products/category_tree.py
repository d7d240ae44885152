"""Questions about the category tree, each answered by one query however deep the tree is.

The tree has thousands of rows, so nothing reads it whole for one product; the database walks it (``WITH RECURSIVE``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from django.db import connection
from django.db.models.expressions import RawSQL

from catalog.products.category import Category

_BELOW = """
WITH RECURSIVE below(id) AS (
    SELECT id FROM catalog_category WHERE id IN (%s)
    UNION SELECT child.id FROM catalog_category child JOIN below ON child.parent_id = below.id
) SELECT id FROM below
"""
_ABOVE = """
WITH RECURSIVE above(start, id, parent_id, distance) AS (
    SELECT id, id, parent_id, 0 FROM catalog_category WHERE id IN (%s)
    UNION SELECT above.start, up.id, up.parent_id, above.distance + 1
    FROM catalog_category up JOIN above ON up.id = above.parent_id WHERE above.distance < 20
) SELECT start, id FROM above ORDER BY start, distance
"""
_EACH_BELOW = """
WITH RECURSIVE below(start, id) AS (
    SELECT id, id FROM catalog_category WHERE id IN (%s)
    UNION SELECT below.start, child.id FROM catalog_category child JOIN below ON child.parent_id = below.id
) SELECT start, id FROM below
"""
_AT_ONCE = 500


def parents() -> dict[int, int | None]:
    """Every category's parent: for whoever needs the whole tree."""
    return dict(Category.objects.order_by().values_list("id", "parent_id"))


def below(category_ids: Iterable[int]) -> RawSQL:
    """A subquery of the categories and everything below them, for ``filter(category_id__in=below([…]))``."""
    ids = [int(each) for each in category_ids] or [0]
    return RawSQL(_BELOW % ", ".join(["%s"] * len(ids)), ids)  # noqa: S611  # only placeholders are put in


def with_descendants(category_ids: Iterable[int]) -> set[int]:
    """The categories and everything below them: a filter on Furniture also finds Chairs."""
    return set(Category.objects.filter(pk__in=below(category_ids)).order_by().values_list("pk", flat=True))


def lineages(category_ids: Iterable[int | None]) -> dict[int, list[int]]:
    """Each category with its ancestors, from itself to its root. One query for any number of categories up to 500."""
    found: dict[int, list[int]] = defaultdict(list)
    for category_id, ancestor_id in _pairs(_ABOVE, category_ids):
        found[category_id].append(ancestor_id)
    return dict(found)


def descendants(category_ids: Iterable[int]) -> dict[int, set[int]]:
    """Each category with everything below it, itself included. One query for any number up to 500."""
    found: dict[int, set[int]] = defaultdict(set)
    for category_id, below_id in _pairs(_EACH_BELOW, category_ids):
        found[category_id].add(below_id)
    return dict(found)


def _pairs(statement: str, category_ids: Iterable[int | None]) -> Iterator[tuple[int, int]]:
    ids = sorted({each for each in category_ids if each is not None})
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        with connection.cursor() as cursor:
            cursor.execute(statement % ", ".join(["%s"] * len(part)), part)
            yield from cursor.fetchall()


def lineage(category_id: int | None, parent_of: Mapping[int, int | None]) -> list[int]:
    """The category and its ancestors, from itself to the root, in a tree that was read already."""
    path: list[int] = []
    while category_id is not None and category_id not in path:
        path.append(category_id)
        category_id = parent_of.get(category_id)
    return path
