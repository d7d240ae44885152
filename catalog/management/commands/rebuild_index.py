"""``python -m marketplace rebuild_index``: build the search index anew; searches go on meanwhile."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.search.index_products import rebuild_index


class Command(BaseCommand):
    help = "Build the search index anew from the database."

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild_index(progress=self._show)
        self.stdout.write(f"The search index has {count} products.")

    def _show(self, done: int, total: int) -> None:
        self.stdout.write(f"{done} of {total} approved products read")
