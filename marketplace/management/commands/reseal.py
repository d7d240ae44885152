"""``python -m marketplace reseal``: every sealed secret under the newest of ``SEALING_KEYS``."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from marketplace.sealed.reseal_all import reseal_all


class Command(BaseCommand):
    help = "Move every sealed secret to the newest key. Run it again at will; answers kept for a day need the old key."

    def handle(self, *args: Any, **options: Any) -> None:
        found = reseal_all()
        self.stdout.write(f"{found.moved} secrets moved to the newest key, {found.kept} lay under it already.")
        if found.broken:
            raise CommandError("No known key opens:\n" + "\n".join(found.broken))
