"""``python -m marketplace print_schema [--check]``: the public API in schema definition language."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marketplace.schema import schema

SNAPSHOT = Path(__file__).resolve().parents[2] / "schema.graphql"


class Command(BaseCommand):
    help = "Write marketplace/schema.graphql; with --check, fail when it differs from the code."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        printed = schema.sdl().rstrip() + "\n"
        if not options["check"]:
            SNAPSHOT.write_text(printed)
            return
        if not SNAPSHOT.exists() or SNAPSHOT.read_text() != printed:
            raise CommandError("marketplace/schema.graphql is out of step; run: python -m marketplace print_schema")
