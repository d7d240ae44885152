"""``python -m marketplace load_rates <feed> <file>``: store the exchange rates of a published file."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from i18n.rate_feeds import UnknownFeed, feed, feeds
from i18n.rate_feeds.record import BadRateFile
from i18n.store_rates import store_rates

_LARGEST_FILE = 32 * 1024 * 1024


class Command(BaseCommand):
    help = "Store the exchange rates of a file that a feed publishes. Loading it again changes nothing."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("feed", help=f"one of: {', '.join(feeds())}")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            records = feed(options["feed"])(_content(options["file"]))
        except (UnknownFeed, BadRateFile) as error:
            raise CommandError(str(error)) from error
        stored = store_rates(source=options["feed"], records=records, now=timezone.now())
        self.stdout.write(f"{stored.created} new, {stored.corrected} corrected, {stored.unchanged} already known")


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise CommandError(f"{path} is larger than any file of rates")
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}") from error
