"""``python -m marketplace restate_indicator exports-value 2026-10 --reason "…"``: count a month or fair again."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from marketplace.indicators.definitions import UnknownIndicator, definition_of
from marketplace.indicators.period import Period, PeriodKind
from marketplace.indicators.restate import CannotRestate, NeverCounted, restate
from marketplace.indicators.snapshot import Snapshot


class Command(BaseCommand):
    help = "Count an indicator again for a month (2026-10) or a fair (its slug); the earlier figures stay readable."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("indicator")
        parser.add_argument("period")
        parser.add_argument("--reason", required=True, help="published with the figures; no personal data")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            definition = definition_of(options["indicator"])
            period = _period(definition.id, definition.period, options["period"])
            made = restate(definition=definition, period=period, reason=options["reason"][:500], now=timezone.now())
        except (UnknownIndicator, CannotRestate, NeverCounted) as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"version {made.version}" if made else "the figures are as before")


def _period(indicator: str, kind: PeriodKind, text: str) -> Period:
    """As it was counted: a fair keeps the days that it had then."""
    for row in Snapshot.objects.filter(indicator=indicator).order_by("version"):
        period = Period(kind, row.first_day, row.last_day, row.scope)
        if period.code == text:
            return period
    raise NeverCounted(indicator, text)
