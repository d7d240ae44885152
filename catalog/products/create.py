"""Create a product."""

from typing import Unpack

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.products.approval import ProductApproval, ProductApprovalChange
from catalog.products.changed import product_changed
from catalog.products.classification.record import record_hs_codes
from catalog.products.fields import ProductFields, checked_product
from catalog.products.product import Product
from catalog.products.slug import unique_slug
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller

ATTEMPTS = 3


def create_product(*, seller: Seller, by: User | None, **fields: Unpack[ProductFields]) -> Product:
    """A draft of the seller's, with an address of its own. Nothing is visible to the public yet. Raises `Refused`."""
    clean = checked_product(fields)
    if not clean.get("name"):
        raise Refused(Problem("name", "REQUIRED", _("A product needs a name.")))
    with transaction.atomic():
        product = _with_free_slug(seller, clean)
        ProductApprovalChange.objects.create(product=product, approval=ProductApproval.DRAFT, by=by, at=timezone.now())
        record_hs_codes({product.pk: ("", product.hs_code)}, by=by)
        product_changed(product.pk)
    return product


def _with_free_slug(seller: Seller, clean: ProductFields) -> Product:
    """Another seller may take the same address between looking and writing: look again, a few times."""
    for _attempt in range(ATTEMPTS - 1):
        try:
            with transaction.atomic():
                return Product.objects.create(seller=seller, slug=unique_slug(clean["name"]), **clean)
        except IntegrityError:
            continue
    return Product.objects.create(seller=seller, slug=unique_slug(clean["name"]), **clean)
