"""``merge_exhibitors``: two entries of one firm at a fair become one.

1. Lock the fair, its halls, both exhibitors, then what is theirs, in the order of `locks`; look for obstacles.
2. Booths go over as a change of the plan; meetings find a table.
3. Everything else that points to the exhibitor that goes follows (`declared`); of what both have, one remains.
4. Its name and numbers become other spellings, its texts fill what is missing, decisions about lists name who stays.
5. The empty entry is deleted, then who stays takes the fields that it lacked, the tax code among them.

``Go Vi Du Co., Ltd`` (imported, booth A01, 3 leads) into ``Gỗ Ví Dụ`` (typed in, contract): one exhibitor Gỗ Ví Dụ with
contract, booth and leads, which the next list knows by either spelling.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from catalog.refusal import refuse_any
from marketplace.accounts.models import User
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.directory.words import refresh_words
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.hall import Booth, Hall
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.locks import lock_application, lock_exhibitor, lock_expo, lock_hall, lock_invoice, lock_meeting
from marketplace.expo.meetings.meeting import Meeting
from marketplace.expo.merge.entry import bring_texts, filled, keep_name
from marketplace.expo.merge.meetings import bring_meetings
from marketplace.expo.merge.moves import follow
from marketplace.expo.merge.obstacles import never_one, obstacles
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.editing import editing


def merge_exhibitors(*, goes: Exhibitor, stays: Exhibitor, now: datetime, by: User | None = None) -> Exhibitor:
    """Make ``goes`` part of ``stays``, which is returned. Raises ``Refused``, and has changed nothing then.

    Nothing that people wrote is lost, and issued papers keep the name they were issued to.
    """
    refuse_any(never_one(goes, stays))
    with transaction.atomic():
        goes, stays = _lock(goes, stays)
        refuse_any(obstacles(goes, stays, now=now))
        _lock_business(goes)
        result = filled(goes, stays)
        _give_booths(goes, stays, by)
        bring_meetings(goes, stays, now=now)
        follow(goes, stays)
        keep_name(goes, stays)
        _redirect_decisions(goes, stays)
        _delete(goes)
        result.save()
        bring_texts(goes, result)
        refresh_words([result.pk])
        return Exhibitor.objects.get(pk=result.pk)


def _lock(goes: Exhibitor, stays: Exhibitor) -> tuple[Exhibitor, Exhibitor]:
    lock_expo(stays.expo_id)
    for hall_id in Hall.objects.filter(expo_id=stays.expo_id).order_by("pk").values_list("pk", flat=True):
        lock_hall(hall_id)
    locked = {pk: lock_exhibitor(pk) for pk in sorted((goes.pk, stays.pk))}
    return locked[goes.pk], locked[stays.pk]


def _lock_business(goes: Exhibitor) -> None:
    for lock, model in ((lock_application, FairApplication), (lock_invoice, FairInvoice), (lock_meeting, Meeting)):
        for pk in model._default_manager.filter(exhibitor=goes).order_by("pk").values_list("pk", flat=True):
            lock(pk)


def _give_booths(goes: Exhibitor, stays: Exhibitor, by: User | None) -> None:
    """Booths, and promises of booths, hall by hall."""
    theirs: dict[int, list[Booth]] = {}
    for booth in Booth.objects.filter(Q(exhibitor=goes) | Q(reserved_for=goes)).order_by("hall_id", "pk"):
        theirs.setdefault(booth.hall_id, []).append(booth)
    for hall_id, booths in theirs.items():
        with editing(hall_id, verb=PlanVerb.ASSIGNED, by=by, seen=dict.fromkeys(booths)) as edit:
            for locked in map(edit.booth, booths):
                locked.exhibitor = stays if locked.exhibitor_id == goes.pk else locked.exhibitor
                locked.reserved_for = stays if locked.reserved_for_id == goes.pk else locked.reserved_for


def _redirect_decisions(goes: Exhibitor, stays: Exhibitor) -> None:
    """Lists that are not applied yet: who was said to be the one that goes is the one that stays."""
    for stored in ExhibitorImport.objects.select_for_update().filter(expo_id=stays.expo_id, applied_at__isnull=True):
        if goes.pk in stored.decisions.values():
            said = {number: stays.pk if each == goes.pk else each for number, each in stored.decisions.items()}
            ExhibitorImport.objects.filter(pk=stored.pk).update(decisions=said)


def _delete(goes: Exhibitor) -> None:
    """Whatever would go with it was forgotten above: rather nothing is done at all."""
    _count, deleted = Exhibitor.objects.filter(pk=goes.pk).delete()
    if deleted != {Exhibitor._meta.label: 1}:
        raise RuntimeError(f"exhibitor {goes.pk} still had something: {deleted}")
