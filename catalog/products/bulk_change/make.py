"""``look_at_change`` and ``make_change``: what a change to many products does, first on paper, then for good."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from catalog.products.bulk_change.bulk_change import BulkChange
from catalog.products.bulk_change.change import Change, Row
from catalog.products.bulk_change.kinds import KINDS
from catalog.products.changed import products_changed
from catalog.products.product import Product
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.sellers.models import Seller

FORGOTTEN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Look:
    """What would change, and the mark that says so when it is made."""

    rows: Sequence[Row]
    fingerprint: str


class ChangedMeanwhile(Refused):
    """Something it touches is not what was looked at."""

    def __init__(self) -> None:
        message = _("Something was changed meanwhile. Look at the changes again.")
        super().__init__(Problem("fingerprint", "CHANGED_MEANWHILE", message))


def look_at_change(*, products: Sequence[Product], change: Change, now: datetime) -> Look:
    """A row for each product; nothing is written."""
    rows = KINDS[change.kind].plan(products, change, now)
    return Look(rows, _fingerprint(change, rows))


def make_change(
    *, seller: Seller, product_ids: Sequence[int], change: Change, fingerprint: str, now: datetime
) -> BulkChange:
    """Do what was looked at, to the products that it does not refuse, and tell so once.

    The fingerprint of the look is what makes it safe: the same change sent twice is made once, and one that was looked
    at before somebody else's change raises `ChangedMeanwhile`. `Refused` when no product would change.
    """
    with transaction.atomic():
        done = BulkChange.objects.filter(seller=seller, fingerprint=fingerprint, undone_at__isnull=True).first()
        if done is not None and done.may_be_undone(now):
            return done
        products = _locked(seller, product_ids)
        look = look_at_change(products=products, change=change, now=now)
        if look.fingerprint != fingerprint:
            raise ChangedMeanwhile
        rows = [row for row in look.rows if row.changes]
        if not rows:
            raise Refused(Problem("products", "NOTHING_TO_CHANGE", _("None of these products would change.")))
        KINDS[change.kind].write({row.product.pk: row.after for row in rows}, now)
        products_changed(row.product.pk for row in rows)
        BulkChange.objects.filter(seller=seller, made_at__lt=now - FORGOTTEN).delete()
        return BulkChange.objects.create(
            seller=seller,
            kind=change.kind.value,
            fingerprint=fingerprint,
            before={str(row.product.pk): row.before for row in rows},
            after={str(row.product.pk): row.after for row in rows},
            made_at=now,
        )


def _locked(seller: Seller, product_ids: Sequence[int]) -> list[Product]:
    rows = Product.objects.current().select_for_update().filter(seller=seller, pk__in=product_ids)
    found = {product.pk: product for product in rows.order_by("pk")}
    if len(found) < len(set(product_ids)):
        raise ChangedMeanwhile
    return [found[pk] for pk in product_ids]


def _fingerprint(change: Change, rows: Sequence[Row]) -> str:
    asked = [
        change.kind.value,
        change.channel.pk if change.channel else None,
        str(change.percent.normalize()) if change.percent is not None else None,
        change.category.pk if change.category else None,
        change.days,
    ]
    found = [[row.product.pk, row.before] for row in rows]
    return hashlib.sha256(json.dumps([asked, found], sort_keys=True).encode()).hexdigest()
