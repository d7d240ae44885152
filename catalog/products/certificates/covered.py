"""Which products are spoken for differently when a certificate changes."""

from django.db.models import Q

from catalog.products.certificates.certificate import Certificate
from catalog.products.product import Product


def covered_ids(certificate: Certificate) -> set[int]:
    """The products the certificate speaks for, archived ones left out."""
    named = Q(pk__in=certificate.products.values("pk"))
    wanted = Q(seller_id=certificate.seller_id) if certificate.covers_all_products else named
    return set(Product.objects.current().filter(wanted).values_list("pk", flat=True))
