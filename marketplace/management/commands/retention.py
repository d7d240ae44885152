"""``python -m marketplace retention``: let go of what need not be kept, now instead of with the daily job."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from marketplace.expo.contracts.forget import due_papers, forget_fair_papers
from orders.accounting_records import due_records, forget_accounting_records
from orders.personal_data import expired_orders, forget_expired_orders


class Command(BaseCommand):
    help = "Empty what names people in orders, books and papers of fairs after the law's period. --dry-run only counts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Say what is due, and change nothing.")

    def handle(self, *args: Any, dry_run: bool = False, **options: Any) -> None:
        now = timezone.now()
        if dry_run:
            due = {**due_records(now), **due_papers(now), "orders to empty": expired_orders(now)}
            for name, rows in due.items():
                self.stdout.write(f"{name}: {rows.count()} due")
            return
        books, orders = forget_accounting_records(now=now), forget_expired_orders(now)
        papers = forget_fair_papers(now=now)
        self.stdout.write(
            f"People went from {books} records of the books, {orders} orders and {papers} records of fairs' papers."
        )
