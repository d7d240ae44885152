"""Addresses of products: unique, readable, without Vietnamese marks (``Bàn ăn gỗ sồi`` -> ``ban-an-go-soi``)."""

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from catalog.products.product import Product
from i18n.text import slugify

LONGEST = 120
_NUMBERED = re.compile(r"-(\d+)$")
_AT_ONCE = 200


def unique_slugs(names: Iterable[str]) -> list[str]:
    """A free slug for each name, in order. A taken one gets the next number: ``ban-an``, ``ban-an-2``, ``ban-an-3``."""
    bases = [slugify(name)[:LONGEST].strip("-") or "san-pham" for name in names]
    taken = _taken(set(bases))
    slugs = []
    for base in bases:
        number = taken.get(base, 0) + 1
        taken[base] = number
        slugs.append(base if number == 1 else f"{base}-{number}")
        taken.setdefault(slugs[-1], 1)
    return slugs


def unique_slug(name: str) -> str:
    """A free slug for one name."""
    return unique_slugs([name])[0]


def _taken(bases: set[str]) -> dict[str, int]:
    """The highest number used of each base: 1 for the bare slug, 0 for none."""
    highest: dict[str, int] = {}
    ordered = sorted(bases)
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        matching = reduce(or_, (Q(slug__regex=rf"^{re.escape(base)}-[0-9]+$") for base in part), Q(slug__in=part))
        for slug in Product.objects.filter(matching).order_by().values_list("slug", flat=True):
            _count(slug, bases, highest)
    return highest


def _count(slug: str, bases: set[str], highest: dict[str, int]) -> None:
    if slug in bases:
        highest[slug] = max(highest.get(slug, 0), 1)
    numbered = _NUMBERED.search(slug)
    if numbered and len(numbered[1]) <= 9:
        base = slug[: numbered.start()]
        highest[base] = max(highest.get(base, 0), int(numbered[1]))
