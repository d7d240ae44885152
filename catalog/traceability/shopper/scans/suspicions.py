"""What is unusual in the openings of codes: each rule is one query over all codes of its days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q, QuerySet, Sum

from catalog.traceability.lot import TraceCodeStatus
from catalog.traceability.shopper.checks.piece_pin import PiecePin
from catalog.traceability.shopper.checks.tries import MOST_WRONG
from catalog.traceability.shopper.scans.left import codes_that_left
from catalog.traceability.shopper.scans.rules import Threshold, thresholds
from catalog.traceability.shopper.scans.scan_alert import ScanRule
from catalog.traceability.shopper.scans.scan_count import ScanCount


@dataclass(frozen=True, slots=True)
class Suspicion:
    code: str
    rule: str
    scans: int
    countries: tuple[str, ...]
    since: date


def suspicions(now: datetime) -> Iterator[Suspicion]:
    """All that the rules find today, whether told before or not."""
    today = now.date()
    for rule, threshold in thresholds().items():
        since = today - timedelta(days=threshold.days - 1)
        if rule == ScanRule.WRONG_PINS:
            yield from _wrong_pins(since)
        else:
            yield from _scanned(rule, threshold, since)


def _scanned(rule: str, threshold: Threshold, since: date) -> Iterator[Suspicion]:
    rows = _rows_of(rule, since)
    ranked = rows.order_by().values("code_id").annotate(
        scans=Sum("count"), places=Count("country", distinct=True, filter=~Q(country=""))
    )  # fmt: skip
    found = dict(
        ranked.filter(scans__gte=threshold.scans, places__gte=threshold.countries).values_list("code_id", "scans")
    )
    if rule == ScanRule.BEFORE_SHIPPING:
        gone = codes_that_left(found)
        found = {code: scans for code, scans in found.items() if code not in gone}
    countries = _countries(rows.filter(code__in=found))
    for code, scans in found.items():
        yield Suspicion(code, rule, scans, countries[code], since)


def _rows_of(rule: str, since: date) -> QuerySet[ScanCount]:
    rows = ScanCount.objects.filter(day__gte=since)
    if rule == ScanRule.AFTER_VOIDING:
        return rows.filter(code__status=TraceCodeStatus.VOIDED, day__gt=F("code__voided_at__date"))
    rows = rows.filter(code__status=TraceCodeStatus.ACTIVE)
    abroad = ~Q(country__in=["", "VN"])
    return rows.filter(abroad) if rule == ScanRule.BEFORE_SHIPPING else rows


def _countries(rows: Iterable[ScanCount]) -> dict[str, tuple[str, ...]]:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counted[row.code_id][row.country] += row.count
    ranked = {code: [country for country, _scans in each.most_common() if country] for code, each in counted.items()}
    return defaultdict(tuple, {code: tuple(countries) for code, countries in ranked.items()})


def _wrong_pins(since: date) -> Iterator[Suspicion]:
    tried = PiecePin.objects.filter(wrong_on__gte=since, wrong_tries__gte=MOST_WRONG)
    for code, tries in tried.values_list("code_id", "wrong_tries"):
        yield Suspicion(code, ScanRule.WRONG_PINS, tries, (), since)
