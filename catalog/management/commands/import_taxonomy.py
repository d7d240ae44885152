"""``python -m marketplace import-taxonomy FILE…``: read a published product taxonomy into the catalogue."""

from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.products.taxonomy.import_taxonomy import import_taxonomy
from catalog.products.taxonomy.record import UnreadableFile


class Command(BaseCommand):
    help = (
        "Read categories, attributes, values and their names from the Shopify product taxonomy's distribution files "
        "(dist/<language>/categories.json or .txt, attributes.json, attribute_values.json, taxonomy.json) or from "
        "tables (CSV). What is there already is found by external reference; running it again changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--language", help="the language of distribution files that don't lie in a folder named for it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        start = monotonic()
        try:
            report = import_taxonomy(options["files"], language=options["language"], progress=self.stdout.write)
        except UnreadableFile as unreadable:
            raise CommandError(str(unreadable)) from unreadable
        for line in report.lines():
            self.stdout.write(line)
        self.stdout.write(f"{monotonic() - start:.1f} s", self.style.NOTICE)
