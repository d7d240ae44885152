"""Which certificates speak for which products on a day. An expired one never does."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from catalog.products.certificates.certificate import Certificate
from catalog.products.product import Product


def valid_certificates_of(product_ids: Collection[int], on: date) -> dict[int, list[Certificate]]:
    """The valid certificates by product: those that name it, then those of its seller's whole work. Three queries."""
    found: dict[int, list[Certificate]] = {product_id: [] for product_id in product_ids}
    valid = Certificate.objects.valid_on(on)
    named = Certificate.products.through.objects.filter(product_id__in=found, certificate__in=valid)
    links = named.select_related("certificate").order_by("certificate__scheme", "certificate_id")
    for link in links:
        if not link.certificate.covers_all_products:
            found[link.product_id].append(link.certificate)
    makers = dict(Product.objects.filter(pk__in=list(found)).order_by().values_list("pk", "seller_id"))
    of_seller: dict[int, list[Certificate]] = defaultdict(list)
    for row in valid.filter(seller_id__in=set(makers.values()), covers_all_products=True).order_by("scheme", "pk"):
        of_seller[row.seller_id].append(row)
    for product_id, seller_id in makers.items():
        found[product_id].extend(of_seller[seller_id])
    return found
