"""``python -m marketplace import-hs FILE``: read a nomenclature of the Harmonized System."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from i18n.languages import LANGUAGES
from logistics.customs.hs.import_names import UnreadableNomenclature, import_names


class Command(BaseCommand):
    help = (
        "Read names of HS codes (2, 4 and 6 digits) in one language from a CSV file with a header: the code in a "
        "column hscode, code, hs_code or hs, the name in description, name or text. Running it again changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--language", default="en", help="the language of the names (default: en)")
        parser.add_argument("--edition", default="HS 2022", help="which edition of the nomenclature (default: HS 2022)")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["language"] not in LANGUAGES:
            raise CommandError(f"{options['language']} is none of the marketplace's languages")
        try:
            report = import_names(options["file"], language=options["language"], edition=options["edition"][:40])
        except UnreadableNomenclature as unreadable:
            raise CommandError(str(unreadable)) from unreadable
        self.stdout.write(f"{report.written} written, {report.unchanged} unchanged, {report.skipped} skipped")
