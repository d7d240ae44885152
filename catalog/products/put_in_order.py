"""Put rows of a list in the order somebody drags them into."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _


def put_in_order(rows: QuerySet[Any], wanted: Sequence[int], *, key: str, field: str) -> None:
    """Number ``sort_order`` anew: the rows whose ``key`` is named first, in that order, then the others in theirs.

    Call it inside a transaction; the rows are locked. Raises `Refused` for a key that isn't there, or is named twice.
    """
    present = {getattr(row, key): row for row in rows.select_for_update().order_by("sort_order", "pk")}
    if len(set(wanted)) != len(wanted) or not set(wanted) <= present.keys():
        raise Refused(Problem(field, "INVALID", _("Name what is in this list, each once.")))
    named = set(wanted)
    for position, each in enumerate([*wanted, *(other for other in present if other not in named)]):
        present[each].sort_order = position
    rows.model._default_manager.bulk_update(present.values(), ["sort_order"], batch_size=200)
