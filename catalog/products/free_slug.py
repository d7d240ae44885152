"""Addresses of what the operator makes: readable, and free in its table."""

from typing import Any

from django.db.models import QuerySet

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from i18n.text import slugify

LONGEST = 120


def free_slug(rows: QuerySet[Any], name: str, wanted: str = "") -> str:
    """``wanted``, refused when another row has it; without one, the name's words, numbered when they are taken."""
    if wanted:
        slug = slugify(wanted, max_length=LONGEST)
        if not slug or not slug.isascii():
            raise Refused(Problem("slug", "INVALID", _("An address is made of Latin letters, digits and hyphens.")))
        if rows.filter(slug=slug).exists():
            raise Refused(Problem("slug", "UNIQUE", _("The address “%(slug)s” is taken."), {"slug": slug}))
        return slug
    base = slugify(name, "x", max_length=LONGEST - 5)
    taken = set(rows.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(slug for slug in numbered if slug not in taken)
