"""``undo_change``: put a plan's rows back to what they were before a change."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Booth, Hall
from marketplace.expo.locks import lock_hall
from marketplace.expo.plan.change import PlanChange, PlanVerb, record_change
from marketplace.expo.plan.feature import HallFeature
from marketplace.expo.plan.rules import floor_of, place_problems
from marketplace.expo.plan.snapshot import fill_booth, fill_feature, snapshot, snapshots

Remembered = dict[str, Any]


def undo_change(*, change: PlanChange, by: User | None = None) -> PlanChange:
    """Take one change back, as a new change, which can be undone itself. Raises ``Refused``.

    1. Every booth and feature is still as the change left it; else somebody worked on, and nothing is undone.
    2. What the change made goes, what it removed comes back under its old id, the rest is as before.
    3. What comes back lies on nothing that came meanwhile, under a code that is free, with exhibitors that exist.
    """
    with transaction.atomic():
        hall = lock_hall(change.hall_id)
        before, after = change.booths("before"), change.booths("after")
        features_before, features_after = change.before.get("features", []), change.after.get("features", [])
        if not (before or after or features_before or features_after):
            raise Refused(Problem("id", "CANNOT_UNDO", _("This change cannot be undone.")))
        rows = {booth.pk: booth for booth in Booth.objects.filter(hall=hall, pk__in=_ids(before, after))}
        _check_untouched(rows, after)
        _put_features(hall, features_before, features_after)
        put = _put_booths(hall, rows, before)
        return record_change(
            hall,
            PlanVerb.UNDONE,
            before={"booths": after, "features": features_after},
            after={"booths": snapshots(put), "features": features_before},
            by=by,
        )


def _ids(*lists: Iterable[Remembered]) -> set[int]:
    return {row["id"] for rows in lists for row in rows}


def _check_untouched(rows: dict[int, Booth], after: list[Remembered]) -> None:
    left = {row["id"]: row["version"] for row in after}
    if {pk: booth.version for pk, booth in rows.items()} != left:
        raise _worked_on()


def _worked_on() -> Refused:
    message = _("Somebody has worked on this part of the plan since; the change cannot be undone any more.")
    return Refused(Problem("id", "STALE", message))


def _put_booths(hall: Hall, rows: dict[int, Booth], before: list[Remembered]) -> list[Booth]:
    gone = rows.keys() - _ids(before)
    Booth.objects.filter(pk__in=gone).delete()
    floor = floor_of(hall, but=rows)
    codes = set(Booth.objects.filter(hall=hall).exclude(pk__in=rows).values_list("code", flat=True))
    people = set(Exhibitor.objects.filter(expo_id=hall.expo_id).values_list("pk", flat=True))
    put = []
    for remembered in before:
        booth = fill_booth(rows.get(remembered["id"]) or Booth(pk=remembered["id"], hall=hall), remembered)
        booth.version = max(booth.version, remembered["version"]) + 1
        if booth.code in codes or {booth.exhibitor_id, booth.reserved_for_id} - people - {None}:
            raise _worked_on()
        refuse_any(place_problems(floor, booth.outline))
        put.append(booth)
    # Codes may have changed places among them: all leave theirs before any takes its own.
    for booth in put:
        Booth.objects.filter(pk=booth.pk).update(code=f"~{booth.pk}")
    for booth in put:
        booth.save()
    return put


def _put_features(hall: Hall, before: list[Remembered], after: list[Remembered]) -> None:
    current = {row.pk: row for row in HallFeature.objects.filter(hall=hall, pk__in=_ids(before, after))}
    if {pk: snapshot(row) for pk, row in current.items()} != {row["id"]: row for row in after}:
        raise _worked_on()
    HallFeature.objects.filter(pk__in=current.keys() - _ids(before)).delete()
    for remembered in before:
        old = current.get(remembered["id"]) or HallFeature(pk=remembered["id"], hall=hall)
        feature = fill_feature(old, remembered)
        on_booths = [b for b in hall.booths.all() if feature.blocks and b.outline.overlaps(feature.outline)]
        if on_booths:
            raise _worked_on()
        feature.save()
