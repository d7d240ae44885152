"""Addresses of products: unique, readable, without Vietnamese marks (``Bàn ăn gỗ sồi`` -> ``ban-an-go-soi``)."""

import secrets
from collections.abc import Iterable, Sequence

from catalog.products.product import Product
from i18n.text import slugify

LONGEST = 120
_NUMBERED_ROUNDS = 9
_AT_ONCE = 500


def unique_slugs(names: Iterable[str]) -> list[str]:
    """A free slug for each name, in order. A taken one gets a number, ``ban-an-2`` to ``ban-an-9``, then random ones.

    One query per round of collisions and 500 names, whatever the catalogue's size.
    """
    bases = [slugify(name, "san-pham", max_length=LONGEST) for name in names]
    slugs = list(bases)
    given: set[str] = set()
    waiting: Sequence[int] = range(len(bases))
    number = 1
    while waiting:
        taken = _taken({slugs[place] for place in waiting})
        collided = []
        for place in waiting:
            if slugs[place] in taken or slugs[place] in given:
                collided.append(place)
            else:
                given.add(slugs[place])
        number += 1
        for place in collided:
            slugs[place] = f"{bases[place]}-{number if number <= _NUMBERED_ROUNDS else secrets.token_hex(3)}"
        waiting = collided
    return slugs


def unique_slug(name: str) -> str:
    """A free slug for one name."""
    return unique_slugs([name])[0]


def _taken(slugs: set[str]) -> set[str]:
    ordered = sorted(slugs)
    return {
        slug
        for start in range(0, len(ordered), _AT_ONCE)
        for slug in Product.objects.filter(slug__in=ordered[start : start + _AT_ONCE]).values_list("slug", flat=True)
    }
