import uuid
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from marketplace.expo.badges.issue import issue_staff_badge, reissue_badge
from marketplace.expo.exhibitors import show_product
from marketplace.expo.leads.notes import LeadNotes
from marketplace.expo.leads.record import record_lead
from marketplace.expo.leads.update import update_lead
from marketplace.expo.models import Badge, Exhibitor, Lead, LeadScan
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor
from tests.factories.leads import badge_code, make_fair_visitor, make_lead, make_open_fair

pytestmark = pytest.mark.django_db


def test_same_person_twice_is_one_lead_with_two_moments() -> None:
    exhibitor, by = make_exhibitor(make_open_fair()), make_user()
    visitor = make_fair_visitor(exhibitor.expo)
    chair, table = (show_product(exhibitor=exhibitor, title=title) for title in ("Ghế ví dụ", "Bàn ví dụ"))
    now = timezone.now()
    first = make_lead(
        exhibitor, visitor, at=now - timedelta(hours=2), by=by, note="Wants chairs.", rating=3, exhibit_ids=(chair.pk,)
    )
    again = make_lead(exhibitor, visitor, at=now, note="And tables.", exhibit_ids=(table.pk,))
    assert again.pk == first.pk
    again.refresh_from_db()
    assert [scan.scanned_at for scan in again.scans.all()] == [now - timedelta(hours=2), now]
    assert (again.scanned_at, again.last_scanned_at) == (now - timedelta(hours=2), now)
    assert (again.note, again.rating) == ("Wants chairs.\n\nAnd tables.", 3)
    assert {exhibit.pk for exhibit in again.exhibits.all()} == {chair.pk, table.pk}
    assert [scan.by for scan in again.scans.all()] == [by, None]


def test_moment_sent_twice_counts_once_even_with_other_words() -> None:
    exhibitor, key = make_exhibitor(make_open_fair()), uuid.uuid4()
    visitor = make_fair_visitor(exhibitor.expo)
    lead = make_lead(exhibitor, visitor, client_id=key, note="Once.")
    assert make_lead(exhibitor, visitor, client_id=key, note="Twice.").pk == lead.pk
    assert LeadScan.objects.count() == 1
    assert Lead.objects.get().note == "Once."


def test_key_of_another_exhibitor_hides_nothing() -> None:
    expo, key = make_open_fair(), uuid.uuid4()
    visitor = make_fair_visitor(expo)
    leads = [make_lead(make_exhibitor(expo), visitor, client_id=key) for _ in range(2)]
    assert leads[0].exhibitor_id != leads[1].exhibitor_id
    assert LeadScan.objects.count() == 2


def test_refusals_write_nothing() -> None:
    exhibitor = make_exhibitor(make_open_fair())
    other_fair = make_exhibitor(make_open_fair())
    visitor, now = make_fair_visitor(exhibitor.expo), timezone.now()
    old_code = badge_code(visitor)
    reissue_badge(badge=Badge.objects.get(visitor=visitor), now=now - timedelta(minutes=5))
    staff = issue_staff_badge(expo=exhibitor.expo, holder_name="Người Gác Cửa", now=now - timedelta(days=1))
    foreign = show_product(exhibitor=other_fair, title="Của người khác")
    good = badge_code(visitor)
    cases: dict[str, tuple[Exhibitor, str, datetime, dict[str, Any], str, str]] = {
        "no badge": (exhibitor, "0000000000000", now, {}, "code", "NOT_FOUND"),
        "of another fair": (other_fair, good, now, {}, "code", "NOT_FOUND"),
        "of staff": (exhibitor, staff.code, now, {}, "code", "NOT_A_VISITOR"),
        "void": (exhibitor, old_code, now, {}, "code", "BADGE_VOID"),
        "too long ago": (exhibitor, good, now - timedelta(days=31), {}, "scanned_at", "INVALID"),
        "rating": (exhibitor, good, now, {"rating": 6}, "rating", "INVALID"),
        "past follow-up": (
            exhibitor,
            good,
            now,
            {"follow_up_on": now.date() - timedelta(9)},
            "follow_up_on",
            "INVALID",
        ),
        "long note": (exhibitor, good, now, {"note": "a" * 4001}, "note", "INVALID"),
        "foreign exhibit": (exhibitor, good, now, {"exhibit_ids": (foreign.pk,)}, "exhibit_ids", "NOT_FOUND"),
    }
    for name, (of, code, at, notes, field, expected) in cases.items():
        with pytest.raises(Refused) as refused:
            record_lead(
                exhibitor=of,
                code=code,
                client_id=uuid.uuid4(),
                scanned_at=at,
                by=None,
                notes=LeadNotes(**notes),
                now=now,
            )
        assert [(p.field, p.code) for p in refused.value.problems] == [(field, expected)], name
    assert Lead.objects.count() == LeadScan.objects.count() == 0


def test_badge_replaced_after_the_scan_is_taken_late() -> None:
    exhibitor = make_exhibitor(make_open_fair())
    visitor, now = make_fair_visitor(exhibitor.expo), timezone.now()
    code = badge_code(visitor)
    reissue_badge(badge=Badge.objects.get(visitor=visitor), now=now)
    late = record_lead(
        exhibitor=exhibitor, code=code, client_id=uuid.uuid4(), scanned_at=now - timedelta(hours=1), by=None, now=now
    )
    assert late.visitor == visitor


def test_telephone_ahead_of_time_is_set_right() -> None:
    now = timezone.now()
    exhibitor = make_exhibitor(make_open_fair())
    code = badge_code(make_fair_visitor(exhibitor.expo))
    lead = record_lead(
        exhibitor=exhibitor, code=code, client_id=uuid.uuid4(), scanned_at=now + timedelta(days=1), by=None, now=now
    )
    assert lead.scanned_at == now


def test_update_replaces_and_ticks_off() -> None:
    now = timezone.now()
    lead = make_lead(note="Before.", rating=2, follow_up_on=now.date() + timedelta(days=1))
    lead = update_lead(lead=lead, changes={"note": "After.", "rating": None, "followed_up": True}, now=now)
    assert (lead.note, lead.rating, lead.followed_up_at) == ("After.", None, now)
    lead = update_lead(lead=lead, changes={"follow_up_on": now.date() + timedelta(days=5)}, now=now)
    assert lead.followed_up_at is None
    with pytest.raises(Refused):
        update_lead(lead=lead, changes={"rating": 0, "note": "No."}, now=now)
    assert Lead.objects.get().note == "After."
