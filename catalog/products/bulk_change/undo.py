"""``undo_change``: everything as it was before a change to many products, or nothing."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from catalog.products.bulk_change.bulk_change import BulkChange
from catalog.products.bulk_change.change import ChangeKind, Facts
from catalog.products.bulk_change.kinds import KINDS
from catalog.products.changed import products_changed
from catalog.products.product import Product
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _

NAMED = 3


def undo_change(*, change: BulkChange, now: datetime) -> BulkChange:
    """Write back what was there, and tell so once; undoing twice changes nothing.

    Raises `Refused` when the time is over, when one of the products has been changed since where the change had
    touched it, or when it cannot be as it was any more (a market requires something since, an SKU is taken).
    """
    with transaction.atomic():
        locked = BulkChange.objects.select_for_update().get(pk=change.pk)
        if locked.undone_at is not None:
            return locked
        if not locked.may_be_undone(now):
            raise Refused(Problem("id", "TOO_LATE", _("This can no longer be undone.")))
        before, after = _by_key(locked.before), _by_key(locked.after)
        products = list(Product.objects.select_for_update().filter(pk__in=list(after)).order_by("pk"))
        kind = KINDS[ChangeKind(locked.kind)]
        current = kind.read(products, after)
        moved = [product.name for product in products if current[product.pk] != after[product.pk]]
        if moved or len(products) < len(after):
            message = _("Changed since, so nothing was undone: %(products)s.")
            raise Refused(Problem("id", "CHANGED_MEANWHILE", message, {"products": ", ".join(moved[:NAMED])}))
        refuse_any(kind.blocked(products, before, now))
        kind.write(before, now)
        products_changed(after)
        locked.undone_at = now
        locked.save(update_fields=["undone_at"])
    return locked


def _by_key(facts: Mapping[str, Facts]) -> dict[int, Facts]:
    return {int(key): said for key, said in facts.items()}
