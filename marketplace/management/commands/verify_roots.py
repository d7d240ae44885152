"""``python -m marketplace verify_roots``: whether any event, leaf, root or signature was rewritten."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.models import DailyRoot, ProofLeaf
from catalog.traceability.proof.check_days import check_days


class Command(BaseCommand):
    help = "Compute every leaf, root and signature of captured events again and report what differs. Changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = list(check_days())
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write(f"{DailyRoot.objects.count()} days with {ProofLeaf.objects.count()} events and files hold.")
