"""``python -m marketplace check_stock``: whether stock, its movements and what orders hold add up."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.models import Stock, StockMovement
from catalog.stock.check import check_stock
from orders.allocation.check import check_allocations


class Command(BaseCommand):
    help = "Report every stock that is not the sum of its movements, or holds what no order asks for. Changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        lines = [
            f"{found.sku} in {found.warehouse}: {found.on_hand} there, movements add up to {found.moved}"
            for found in check_stock()
        ]
        lines += [
            f"{found.sku} {f'in {found.place}' if found.place else 'promised'}: {found.counted} counted for orders, "
            f"their allocations add up to {found.held}"
            for found in check_allocations()
        ]
        if lines:
            raise CommandError("\n".join(lines))
        self.stdout.write(f"{Stock.objects.count()} stocks and {StockMovement.objects.count()} movements add up.")
