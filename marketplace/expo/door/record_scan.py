"""``record_scan``: a badge was held before a door, now or while the telephone had no network.

1. A scan whose ``client_id`` is known is the one that is there: the answer is the same, nothing is written.
2. The badge is found by its mark or its code. None: UNKNOWN. Void at the moment of the scan: VOID. Neither is kept.
3. Anything else is written down. Inwards it is AGAIN when the badge's scan before it on that day was inwards too,
   otherwise WELCOME; outwards it is GOODBYE.

A telephone's clock may be wrong: a moment that has not come yet counts as now.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.badges.badge import Badge, any_badge
from marketplace.expo.door.day import day_of
from marketplace.expo.door.door_key import MARK_LENGTH
from marketplace.expo.door.door_scan import LONGEST_DOOR, Direction, DoorScan
from marketplace.expo.exhibition import Expo
from marketplace.observability.metrics.instruments import counter

_scans = counter("door_scans", "Badges held before a fair's door, by what was answered.", ["outcome"])
OLDEST = timedelta(days=14)
"""What a telephone may still send."""


class Outcome(StrEnum):
    WELCOME = "WELCOME"
    AGAIN = "AGAIN"
    GOODBYE = "GOODBYE"
    UNKNOWN = "UNKNOWN"
    VOID = "VOID"


@dataclass(frozen=True, slots=True)
class Scan:
    """As a telephone sends it; ``mark`` is what it keeps of a code (see `door_key`), or the code itself."""

    mark: str
    door: str
    direction: str
    scanned_at: datetime
    client_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Answer:
    outcome: Outcome
    kind: str = ""
    """Of the badge, when it is known."""


def record_scan(*, expo: Expo, scan: Scan, now: datetime) -> Answer:
    """Raises ``Refused``. See the steps above."""
    answer = _record(expo, scan, now)
    _scans.labels(answer.outcome.lower()).inc()
    return answer


def _record(expo: Expo, scan: Scan, now: datetime) -> Answer:
    door, at = texts.tidy(scan.door), min(scan.scanned_at, now)
    _check(door, at, now)
    with transaction.atomic():
        known = DoorScan.objects.select_related("badge").filter(client_id=scan.client_id).first()
        badge = known.badge if known is not None else _badge(expo, scan.mark)
        if badge is None or badge.expo_id != expo.pk:
            return Answer(Outcome.UNKNOWN)
        if known is None and badge.voided_at is not None and badge.voided_at <= at:
            return Answer(Outcome.VOID, badge.kind)
        row = known or _write(expo, badge, door, scan, at)
    return Answer(_outcome(row), badge.kind)


def _badge(expo: Expo, mark: str) -> Badge | None:
    if len(mark) == MARK_LENGTH:
        return Badge.objects.filter(expo=expo, mark=mark).first()
    return any_badge(mark, expo=expo)


def _write(expo: Expo, badge: Badge, door: str, scan: Scan, at: datetime) -> DoorScan:
    """Two that come at once with one ``client_id`` are one row, and one answer."""
    row, _is_new = DoorScan.objects.get_or_create(
        client_id=scan.client_id,
        defaults={
            "expo": expo,
            "badge": badge,
            "door": door,
            "direction": Direction(scan.direction),
            "scanned_at": at,
            "day": day_of(expo, at),
        },
    )
    return row


def _outcome(row: DoorScan) -> Outcome:
    if row.direction == Direction.OUT:
        return Outcome.GOODBYE
    earlier = DoorScan.objects.filter(badge=row.badge_id, day=row.day).exclude(pk=row.pk)
    before = earlier.filter(scanned_at__lte=row.scanned_at).order_by("-scanned_at", "-pk").first()
    return Outcome.AGAIN if before is not None and before.direction == Direction.IN else Outcome.WELCOME


def _check(door: str, at: datetime, now: datetime) -> None:
    refuse_any([] if door else [texts.required("door")])
    refuse_any(texts.lengths({"door": door}, {"door": LONGEST_DOOR}))
    if at < now - OLDEST:
        message = _("This was scanned more than %(days)s days ago.")
        raise Refused(Problem("scanned_at", "INVALID", message, {"days": OLDEST.days}))
