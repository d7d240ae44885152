"""Which part of a list is asked for: ``first``/``after`` or ``last``/``before``."""

from dataclasses import dataclass
from typing import Any

from marketplace.graphql.errors import KnownError, _

PAGING = frozenset({"first", "last", "before", "after"})
DEFAULT = 20
MAXIMUM = 100


class BadPagination(KnownError):
    """``first`` and ``last`` do not go together, or ask for too much."""

    code = "BAD_PAGINATION"


@dataclass(frozen=True, slots=True)
class Slice:
    """``size`` elements from one end, between two exclusive cursors."""

    size: int
    backward: bool
    after: str | None
    before: str | None


def read_slice(
    first: int | None = None, last: int | None = None, after: str | None = None, before: str | None = None, **_rest: Any
) -> Slice:
    """Check the arguments; neither ``first`` nor ``last`` means the first `DEFAULT`. Raises `BadPagination`."""
    if first is not None and last is not None:
        raise BadPagination(_("Ask for first or for last, not for both."))
    size = first if first is not None else last
    if size is None:
        size = DEFAULT
    if size < 0:
        raise BadPagination(_("A page cannot have fewer than 0 elements."))
    if size > MAXIMUM:
        raise BadPagination(
            _("A page can have at most %(maximum)s elements, not %(asked)s."), {"maximum": MAXIMUM, "asked": size}
        )
    return Slice(size=size, backward=last is not None, after=after or None, before=before or None)
