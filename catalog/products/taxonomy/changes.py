"""What an import changed that products show or are found by, and which products those are."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from catalog.products.attributes.affected import products_of_attribute, products_of_value
from catalog.products.categories import products_below

AT_ONCE = 500


@dataclass
class Changes:
    """Keys of records that existed before; what is new is in no product yet."""

    categories: set[int] = field(default_factory=set)
    attributes: set[int] = field(default_factory=set)
    values: set[int] = field(default_factory=set)

    def products(self) -> set[int]:
        """The products in those categories or below, and those that say something by those attributes and values."""
        return {
            *_each(self.categories, products_below),
            *_each(self.attributes, products_of_attribute),
            *_each(self.values, products_of_value),
        }


def _each(keys: Collection[int], find: Callable[..., Collection[int]]) -> set[int]:
    ordered = sorted(keys)
    return {found for start in range(0, len(ordered), AT_ONCE) for found in find(*ordered[start : start + AT_ONCE])}
