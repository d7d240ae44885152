"""Add, change and remove a seller's certificates."""

from collections.abc import Sequence
from typing import Unpack

from django.db import transaction
from django.utils import timezone

from catalog.products.certificates.certificate import Certificate
from catalog.products.certificates.covered import covered_ids
from catalog.products.certificates.fields import CertificateFields, checked_certificate, refuse_foreign
from catalog.products.certificates.scan import delete_scan
from catalog.products.changed import products_changed
from catalog.products.product import Product
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.sellers.models import Seller

MOST_CERTIFICATES = 200


def add_certificate(
    *, seller: Seller, products: Sequence[Product] = (), **fields: Unpack[CertificateFields]
) -> Certificate:
    """A certificate for the products named, or for all with ``covers_all_products``. Raises `Refused`."""
    clean = checked_certificate(fields)
    refuse_foreign(products, seller.pk)
    with transaction.atomic():
        if Certificate.objects.current().filter(seller=seller).count() >= MOST_CERTIFICATES:
            message = _("A seller has at most %(most)s certificates. Remove those that have ended.")
            raise Refused(Problem("scheme", "INVALID", message, {"most": MOST_CERTIFICATES}))
        certificate = Certificate.objects.create(seller=seller, **clean)
        certificate.products.set(products)
        products_changed(covered_ids(certificate))
    return certificate


def update_certificate(
    *, certificate: Certificate, products: Sequence[Product] | None = None, **fields: Unpack[CertificateFields]
) -> Certificate:
    """Change the fields given; a new last day lets the warnings begin anew. Raises `Refused`."""
    clean = checked_certificate(fields, current=certificate)
    if products is not None:
        refuse_foreign(products, certificate.seller_id)
    with transaction.atomic():
        before = covered_ids(certificate)
        if "valid_until" in clean and clean["valid_until"] != certificate.valid_until:
            certificate.warned_days = None
        for name, value in clean.items():
            setattr(certificate, name, value)
        certificate.save()
        if products is not None:
            certificate.products.set(products)
        products_changed(before | covered_ids(certificate))
    return certificate


def remove_certificate(*, certificate: Certificate) -> None:
    """Show it nowhere any more; the row stays for the seller's records, its scan goes."""
    with transaction.atomic():
        scan = certificate.file
        certificate.removed_at, certificate.file, certificate.file_is_public = timezone.now(), "", False
        certificate.save(update_fields=["removed_at", "file", "file_is_public", "updated_at"])
        products_changed(covered_ids(certificate))
        transaction.on_commit(lambda: delete_scan(scan))
