import csv
from datetime import date, timedelta
from io import BytesIO, StringIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from i18n.today import day_here
from marketplace.accounts.privacy.erase import erase_proven
from marketplace.accounts.privacy.export import export_personal_data
from marketplace.events.deliver import deliver_pending
from marketplace.expo.leads.contact import give_contact_again, leads_about, withdraw_contact
from marketplace.expo.leads.export import LeadFormat, export_leads
from marketplace.expo.leads.forget import forget_leads
from marketplace.expo.leads.wanted import WantedLeads, wanted_leads
from marketplace.expo.models import Exhibitor, Lead, LeadExport, Visitor
from marketplace.expo.visitors.change import change_visitor, withdraw_visitor
from marketplace.expo.visitors.forget import forget_visitors
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor
from tests.factories.leads import make_fair_visitor, make_lead, make_open_fair

pytestmark = pytest.mark.django_db


def shown() -> set[int]:
    return set(Lead.objects.with_contact().values_list("pk", flat=True))


def agree(visitor: Visitor, *purposes: str) -> None:
    change_visitor(visitor=visitor, changes={}, consents=purposes, now=timezone.now())


def table(exhibitor: Exhibitor) -> list[dict[str, str]]:
    made = export_leads(
        exhibitor=exhibitor,
        leads=Lead.objects.order_by("pk"),
        file_format=LeadFormat.CSV,
        language="en",
        by=None,
        now=timezone.now(),
    )
    return list(csv.DictReader(StringIO(made.content.decode("utf-8-sig"))))


def test_contact_follows_the_consent_of_the_scan() -> None:
    exhibitor = make_exhibitor(make_open_fair())
    with_consent, without = (make_fair_visitor(exhibitor.expo, consents=given) for given in (("LEADS",), ("NEWS",)))
    lead, blind = make_lead(exhibitor, with_consent), make_lead(exhibitor, without)
    assert shown() == {lead.pk}
    agree(without, "LEADS")
    assert shown() == {lead.pk}, "a consent given after the scan is not for it"
    make_lead(exhibitor, without)
    assert shown() == {lead.pk, blind.pk}, "scanned again, with consent"
    agree(with_consent)
    assert shown() == {blind.pk}, "withdrawn"
    agree(with_consent, "LEADS")
    assert shown() == {blind.pk}, "given again: for those who scan from now on"
    make_lead(exhibitor, with_consent)
    assert shown() == {lead.pk, blind.pk}


def test_visitor_takes_the_contact_back_from_one_or_all() -> None:
    expo, now = make_open_fair(), timezone.now()
    visitor, other = make_fair_visitor(expo), make_fair_visitor(expo)
    a, b, c = (make_lead(make_exhibitor(expo), visitor) for _ in range(3))
    others = make_lead(a.exhibitor, other)
    assert withdraw_contact(visitor=visitor, lead=others, now=now) == 0, "another's lead"
    assert withdraw_contact(visitor=visitor, lead=a, now=now) == 1
    assert shown() == {b.pk, c.pk, others.pk}
    make_lead(a.exhibitor, visitor)
    assert a.pk not in shown(), "a further scan does not undo it"
    assert give_contact_again(visitor=visitor, lead=a, now=timezone.now())
    assert a.pk in shown()
    assert withdraw_contact(visitor=visitor, now=now) == 3
    assert shown() == {others.pk}
    agree(visitor)
    assert not give_contact_again(visitor=visitor, lead=a, now=now), "there is no consent to give it under"
    assert [lead.pk for lead in leads_about(visitor)] == [a.pk, c.pk, b.pk]


def test_export_is_formula_safe_logged_and_hides_who_did_not_consent() -> None:
    exhibitor, by = make_exhibitor(make_open_fair()), make_user()
    visitor = make_fair_visitor(exhibitor.expo, name="=HYPERLINK(1)", firm="+Firm")
    make_lead(exhibitor, visitor, note="-note\nsecond line", rating=5)
    make_lead(exhibitor, make_fair_visitor(exhibitor.expo, consents=(), name="Unseen"), note="Quiet visitor")
    make_lead(make_exhibitor(exhibitor.expo), visitor)
    first, second = table(exhibitor)
    assert (first["Name"], first["Firm"], first["E-mail"]) == ("'=HYPERLINK(1)", "'+Firm", visitor.email)
    assert (first["Note"], first["Rating"], first["Country"]) == ("'-note\nsecond line", "5", "South Korea")
    assert (second["Name"], second["E-mail"], second["Language"], second["Note"]) == ("", "", "", "Quiet visitor")
    agree(visitor)
    assert table(exhibitor)[0]["Name"] == ""
    book = export_leads(
        exhibitor=exhibitor,
        leads=Lead.objects.all(),
        file_format=LeadFormat.XLSX,
        language="vi",
        by=by,
        now=timezone.now(),
    )
    sheet = load_workbook(BytesIO(book.content)).worksheets[0]
    assert sheet.max_row == 3
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    log = LeadExport.objects.order_by("pk")
    assert [(row.by, row.leads, row.contacts) for row in log] == [(None, 2, 1), (None, 2, 0), (by, 2, 0)]


def test_filters() -> None:
    exhibitor, now = make_exhibitor(make_open_fair()), timezone.now()
    today, visitor = day_here(now), make_fair_visitor(exhibitor.expo, name="Hồ Thị Mẫu")
    hot = make_lead(exhibitor, visitor, rating=5, follow_up_on=today + timedelta(days=2), note="Bamboo")
    cold = make_lead(exhibitor, make_fair_visitor(exhibitor.expo, consents=(), name="Hồ Kín"), rating=2)
    old = make_lead(exhibitor, at=now - timedelta(days=3), visitor=make_fair_visitor(exhibitor.expo, consents=()))
    cases: list[tuple[WantedLeads, list[Lead]]] = [
        (WantedLeads(), [cold, hot, old]),
        (WantedLeads(least_rating=4), [hot]),
        (WantedLeads(follow_up_due=True), [hot]),
        (WantedLeads(follow_up_due=False), [cold, old]),
        (WantedLeads(day=day_here(now - timedelta(days=3))), [old]),
        (WantedLeads(day=date.max), []),
        (WantedLeads(day=date.min), []),
        (WantedLeads(search="ho"), [hot]),
        (WantedLeads(search="bamboo mau"), [hot]),
        (WantedLeads(search="kin"), []),
    ]
    for wanted, expected in cases:
        found = wanted_leads(exhibitor=exhibitor, wanted=wanted, today=today + timedelta(days=2))
        assert [lead.pk for lead in found] == [lead.pk for lead in expected], wanted


def test_person_reads_and_erases_what_leads_hold() -> None:
    expo, user, stand = make_open_fair(), make_user(), make_user()
    lead = make_lead(make_exhibitor(expo), make_fair_visitor(expo, user=user), by=stand, note="Likes tea.", rating=4)
    held = export_personal_data(user)["exhibitor_leads"]
    assert [row["exhibitor"] for row in held["scannedBy"]] == [lead.exhibitor.name]
    assert "Likes tea." not in str(held), "the exhibitor's own words"
    assert export_personal_data(stand)["exhibitor_leads"]["scanned"] == 1
    erase_proven(user=user)
    erase_proven(user=stand)
    lead.refresh_from_db()
    assert (lead.note, lead.rating, lead.scans.get().by) == ("", 4, None)
    assert lead.pk not in shown()


def test_withdrawn_visitors_and_old_fairs_are_forgotten() -> None:
    gone = make_lead(note="Said who she is.")
    withdraw_visitor(visitor=gone.visitor, now=timezone.now())
    deliver_pending(limit=100)
    old = make_lead(note="Long ago.")
    gone.refresh_from_db()
    assert gone.note == ""
    assert forget_leads(now=timezone.now()) == 0
    later = timezone.now() + timedelta(days=200)
    assert forget_visitors(now=later) == 1
    assert forget_leads(now=later) == 1
    old.refresh_from_db()
    assert (old.note, old.forgotten_at) == ("", later)
    assert old.pk not in shown()
