"""The review of a product by the marketplace's staff.

A seller submits a draft (or a rejected product it has mended); staff approve or reject it with a reason. What was
approved may be taken down the same way. **Changing the texts or pictures of an approved product puts it back into
review**, for they are what was reviewed; prices, stock, order quantities, category, HS code and translations are the
seller's daily business and leave the approval alone. A product in review again is not shown until it is approved.
"""

from django.db import transaction
from django.utils import timezone

from catalog.events import ProductApproved, ProductRejected, ProductSubmitted
from catalog.products.approval import ProductApproval, ProductApprovalChange
from catalog.products.attributes.required import missing_required
from catalog.products.changed import product_changed
from catalog.products.product import Product
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.events.publish import publish

REVIEWED_FIELDS = frozenset({"name", "description", "material", "source_language"})


class WrongApproval(ValueError):
    """The product's state does not allow this step."""

    def __init__(self, approval: str) -> None:
        super().__init__(f"not possible while the product is {approval}")
        self.approval = approval


def submit_product(*, product: Product, by: User | None) -> Product:
    """Ask for approval of a draft or rejected product; it must have a variant to sell. Raises `WrongApproval`."""
    with transaction.atomic():
        product = _locked(product, ProductApproval.DRAFT, ProductApproval.REJECTED)
        if not product.variants.filter(archived_at__isnull=True).exists():
            raise Refused(Problem("variants", "REQUIRED", _("Add at least one variant before asking for approval.")))
        refuse_any(
            Problem(
                "attributes", "REQUIRED", _("Fill in what the product type requires: %(name)s."), {"name": each.name}
            )
            for each in missing_required(product)
        )
        _become(product, ProductApproval.PENDING, by)
        publish(ProductSubmitted(product_id=product.pk))
    return product


def approve_product(*, product: Product, by: User | None, note: str = "") -> Product:
    """Let a waiting product be seen wherever it is published. Raises `WrongApproval`."""
    with transaction.atomic():
        product = _locked(product, ProductApproval.PENDING)
        _become(product, ProductApproval.APPROVED, by, note)
        publish(ProductApproved(product_id=product.pk))
    return product


def reject_product(*, product: Product, by: User | None, reason: str) -> Product:
    """Refuse a waiting product, or take an approved one down. The seller reads the reason, so there must be one."""
    if not reason.strip():
        raise Refused(Problem("reason", "REQUIRED", _("Say why, so that the seller can mend it.")))
    with transaction.atomic():
        product = _locked(product, ProductApproval.PENDING, ProductApproval.APPROVED)
        _become(product, ProductApproval.REJECTED, by, reason)
        publish(ProductRejected(product_id=product.pk))
    return product


def review_again(*, product: Product, by: User | None) -> None:
    """An approved product whose texts or pictures changed waits for approval again; any other stays as it is."""
    with transaction.atomic():
        if Product.objects.filter(pk=product.pk, approval=ProductApproval.APPROVED).exists():
            _become(product, ProductApproval.PENDING, by)
            publish(ProductSubmitted(product_id=product.pk))


def _locked(product: Product, *allowed: ProductApproval) -> Product:
    locked = Product.objects.select_for_update().get(pk=product.pk)
    if locked.approval not in allowed or locked.archived_at is not None:
        raise WrongApproval(locked.approval)
    return locked


def _become(product: Product, approval: ProductApproval, by: User | None, reason: str = "") -> None:
    product.approval = approval
    product.save(update_fields=["approval", "updated_at"])
    ProductApprovalChange.objects.create(
        product=product, approval=approval, reason=reason.strip()[:1000], by=by, at=timezone.now()
    )
    product_changed(product.pk)
