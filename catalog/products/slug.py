"""Addresses of products: unique, readable, without Vietnamese marks (``Bàn ăn gỗ sồi`` -> ``ban-an-go-soi``)."""

import secrets
from collections.abc import Iterable, Sequence

from catalog.products.product import Product
from i18n.slugs.slug import Slug
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
    """Those that lead to a product already, as its own or as one of its name's, current or former."""
    ordered = sorted(slugs)
    batches = [ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE)]
    taken: set[str] = set()
    for batch in batches:
        taken.update(Product.objects.filter(slug__in=batch).values_list("slug", flat=True))
        taken.update(Slug.objects.filter(subject="catalog.Product", text__in=batch).values_list("text", flat=True))
    return taken
