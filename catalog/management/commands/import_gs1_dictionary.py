"""``python -m marketplace import_gs1_dictionary FILE``: renew the table of application identifiers.

For whoever keeps the table: a new release of GS1's syntax dictionary is read and the facts of each entry written to
``catalog/traceability/gs1/application_identifiers.csv``, a range such as 3100-3105 on one line.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.traceability.gs1.read_dictionary import BadDictionary, read_dictionary, write_table


class Command(BaseCommand):
    help = "Renew the table of GS1 application identifiers from a release of the GS1 Barcode Syntax Dictionary."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rows = read_dictionary(options["file"].read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, BadDictionary) as bad:
            raise CommandError(str(bad)) from bad
        write_table(rows)
        self.stdout.write(f"{len(rows)} entries")
