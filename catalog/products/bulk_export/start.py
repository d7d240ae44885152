"""Ask for an export."""

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from catalog.products.bulk_export.models import FileType, ProductExport
from catalog.products.product import Product
from catalog.products.spreadsheet.vocabulary import HEADER_LANGUAGES
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller

KEPT = timedelta(hours=24)
MOST_PENDING = 5


def start_export(
    *, seller: Seller, by: User | None, file_type: str, headers: str, product_ids: Collection[int] | None = None
) -> ProductExport:
    """An export that is still to be written (see `work`): of everything, or of these of the seller's products.

    Raises `Refused` for an unknown kind of file, or when too many exports of the seller are waiting.
    """
    if file_type not in FileType.values or headers not in HEADER_LANGUAGES:
        raise Refused(Problem("file_type", "INVALID", _("There is no such kind of file.")))
    own = Product.objects.current().filter(seller=seller)
    with transaction.atomic():
        if ProductExport.objects.filter(seller=seller, status="PENDING").count() >= MOST_PENDING:
            raise Refused(Problem("input", "INVALID", _("Wait until your earlier exports are ready.")))
        if product_ids is not None:
            product_ids = sorted(set(own.values_list("pk", flat=True)).intersection(product_ids))
        return ProductExport.objects.create(
            seller=seller,
            by=by,
            file_type=file_type,
            headers=headers,
            product_ids=product_ids,
            to_do=own.count() if product_ids is None else len(product_ids),
            expires_at=timezone.now() + KEPT,
        )
