"""Which attributes a category suggests."""

from collections import defaultdict
from collections.abc import Iterable

from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.category_attribute import CategoryAttribute
from catalog.products.category_tree import lineages


def suggested_by(category_ids: Iterable[int | None]) -> dict[int, list[Attribute]]:
    """Each category's attributes in order: its own list, or that of the nearest category above that has one.

    The taxonomy states the whole list of every category, and a list below need not contain the one above (a "Dress"
    has no "Activity" although "Clothing" has), so lists are never added up. Two queries.
    """
    paths = lineages(category_ids)
    above = {ancestor for path in paths.values() for ancestor in path}
    lists: dict[int, list[Attribute]] = defaultdict(list)
    rows = CategoryAttribute.objects.filter(category_id__in=above).select_related("attribute")
    for row in rows.order_by("category_id", "sort_order", "pk"):
        lists[row.category_id].append(row.attribute)
    return {
        category_id: next((lists[ancestor] for ancestor in path if ancestor in lists), [])
        for category_id, path in paths.items()
    }
