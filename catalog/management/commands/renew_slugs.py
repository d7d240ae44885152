"""``python -m marketplace renew_slugs``: give every product the addresses of its names, where it lacks them."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.products.addresses import BATCH, renew_product_slugs
from catalog.products.product import Product


class Command(BaseCommand):
    help = "Bring the products' addresses in step with their names; changes do it by themselves."

    def handle(self, *args: Any, **options: Any) -> None:
        changed, last = 0, 0
        products = Product.objects.current().order_by("pk")
        while ids := list(products.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
            changed += renew_product_slugs(ids)
            last = ids[-1]
        self.stdout.write(f"{changed} addresses are new or changed.")
