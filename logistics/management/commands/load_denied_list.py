"""``python -m marketplace load_denied_list FORMAT FILE``: for lists that are too large to upload, and for the clock."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from logistics.customs.screening.formats.registry import list_formats
from logistics.customs.screening.list_format import ListUnreadable
from logistics.customs.screening.load_list import load_list


class Command(BaseCommand):
    help = (
        "Load an edition of a list of denied parties from a file. It takes the place of the edition before; the same "
        "file again changes nothing. Orders that have not left yet are compared with it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("format", choices=sorted(list_formats()))
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            edition = load_list(source=options["format"], content=path.read_bytes(), file_name=path.name)
        except (OSError, ListUnreadable) as unreadable:
            raise CommandError(str(unreadable)) from unreadable
        self.stdout.write(f"{edition.party_count} parties, published {edition.published_on or 'on an unknown day'}")
