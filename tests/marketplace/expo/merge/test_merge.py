"""Two entries of one firm become one: everything follows, nothing that people wrote is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from i18n.translate import translations_of
from marketplace.expo.booths import assign_booth
from marketplace.expo.directory.favorite import FairFavorite
from marketplace.expo.exhibitors import show_product, translate_exhibitor
from marketplace.expo.imports.apply import Applied, apply_exhibitors
from marketplace.expo.imports.decide import decide_rows
from marketplace.expo.imports.preview import preview_exhibitors
from marketplace.expo.imports.sources import create_source
from marketplace.expo.invoices.issue import issue_invoice
from marketplace.expo.manual.answer_page import Answer, answer_manual_page
from marketplace.expo.meetings.close_slots import set_meeting_tables
from marketplace.expo.merge.compare import compare_exhibitors
from marketplace.expo.merge.merge_exhibitors import merge_exhibitors
from marketplace.expo.models import (
    CoExhibitor,
    Exhibitor,
    ExhibitorMember,
    Expo,
    Lead,
    ManualAnswer,
    ManualQuestion,
    MeetingStatus,
)
from marketplace.expo.plan.change import PlanChange
from marketplace.expo.plan.reserve import reserve_booth
from marketplace.expo.plan.undo import undo_change
from marketplace.fair_trade.outcome import LeadOutcome
from tests.factories import leads, meetings
from tests.factories.accounts import make_user
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.fair_business import contract_of, make_contracted, make_manual_page, make_open_fair
from tests.factories.sellers import make_seller
from tests.marketplace.accounts.api import snapshot

pytestmark = pytest.mark.django_db


def pair(expo: Expo | None = None, **of_who_goes: Any) -> tuple[Exhibitor, Exhibitor]:
    expo = expo or make_expo()
    goes = make_exhibitor(expo, **{"name": "Go Vi Du Co., Ltd", **of_who_goes})
    return goes, make_exhibitor(expo, name="Xưởng gỗ Đồi Sim")


def merged(goes: Exhibitor, stays: Exhibitor) -> Exhibitor:
    result = merge_exhibitors(goes=goes, stays=stays, now=timezone.now())
    assert not Exhibitor.objects.filter(pk=goes.pk).exists()
    return result


def refusal(goes: Exhibitor, stays: Exhibitor) -> list[str]:
    before = snapshot("expo", "i18n", "fair_trade")
    with pytest.raises(Refused) as refused:
        merge_exhibitors(goes=goes, stays=stays, now=timezone.now())
    assert snapshot("expo", "i18n", "fair_trade") == before
    told = [problem.code for problem in refused.value.problems]
    assert [each.code for each in compare_exhibitors(goes=goes, stays=stays, now=timezone.now()).obstacles] == told
    return told


def test_empty_fields_are_filled_and_others_stay() -> None:
    goes, stays = pair(tax_code="0100233488", phone="0274", email="a@example.org", website_url="https://go.example")
    Exhibitor.objects.filter(pk=stays.pk).update(email="b@example.org", meeting_tables=3)
    result = merged(goes, Exhibitor.objects.get(pk=stays.pk))
    assert (result.name, result.tax_code, result.phone) == ("Xưởng gỗ Đồi Sim", "0100233488", "0274")
    assert (result.email, result.meeting_tables, result.website_key) == ("b@example.org", 3, "go.example")


def test_booths_and_promises_go_over_as_a_change_of_the_plan_that_stays() -> None:
    goes, stays = pair()
    hall = make_hall(goes.expo)
    assign_booth(booth=make_booth(hall, "A01"), exhibitor=goes)
    reserve_booth(booth=make_booth(hall, "A02", x=10), is_reserved=True, exhibitor=goes)
    merged(goes, stays)
    assert [booth.code for booth in stays.booths.all()] == ["A01"]
    assert [booth.code for booth in stays.reserved_booths.all()] == ["A02"]
    last = PlanChange.objects.filter(hall=hall).latest("number")
    with pytest.raises(Refused):
        undo_change(change=last)


def test_notes_of_both_are_joined_and_scans_and_outcomes_follow() -> None:
    expo = leads.make_open_fair()
    goes, stays = pair(expo)
    met, alone = leads.make_fair_visitor(expo), leads.make_fair_visitor(expo)
    chair, twin = show_product(exhibitor=goes, title="Ghế gỗ"), show_product(exhibitor=stays, title="GHE GO")
    then = timezone.now() - timedelta(hours=2)
    left = leads.make_lead(goes, met, at=then, note="Wants chairs", rating=5, exhibit_ids=(chair.pk,))
    leads.make_lead(stays, met, note="Wants tables", rating=3)
    leads.make_lead(goes, alone, note="Only here")
    outcome = LeadOutcome.objects.create(
        exhibitor=goes, lead=left, kind="ORDER", reference="3f0c2a52-0d8e-4f5e-8a41-6f2f9f1c7a10", at=then, number="1"
    )
    merged(goes, stays)
    lead = Lead.objects.get(visitor=met)
    assert (lead.note, lead.rating, lead.scanned_at) == ("Wants chairs\n\nWants tables", 3, left.scanned_at)
    assert lead.scans.count() == 2 and lead.contact_given_at is not None
    assert [each.pk for each in lead.exhibits.all()] == [twin.pk] == [each.pk for each in stays.exhibits.all()]
    assert Lead.objects.get(visitor=alone).exhibitor == stays
    outcome.refresh_from_db()
    assert (outcome.exhibitor, outcome.lead) == (stays, lead)


def test_a_contact_taken_back_from_either_stays_taken_back() -> None:
    expo = leads.make_open_fair()
    goes, stays = pair(expo)
    met = leads.make_fair_visitor(expo)
    leads.make_lead(goes, met)
    leads.make_lead(stays, met)
    Lead.objects.filter(exhibitor=goes).update(contact_withdrawn_at=timezone.now())
    merged(goes, stays)
    assert not Lead.objects.with_contact().exists()


@pytest.mark.parametrize("later_goes", [True, False])
def test_of_two_contacts_that_were_given_the_later_one_counts(later_goes: bool) -> None:
    expo = leads.make_open_fair()
    goes, stays = pair(expo)
    met = leads.make_fair_visitor(expo)
    now = timezone.now()
    for exhibitor in (goes, stays):
        leads.make_lead(exhibitor, met)
        is_later = (exhibitor == goes) is later_goes
        given = {"contact_given_at": now - timedelta(days=0 if is_later else 1), "contact_wording": f"{is_later}"}
        Lead.objects.filter(exhibitor=exhibitor).update(**given)
    merged(goes, stays)
    lead = Lead.objects.get(exhibitor=stays)
    assert (lead.contact_given_at, lead.contact_wording) == (now, "True")


def test_people_favourites_and_co_exhibitors_stand_once() -> None:
    goes, stays = pair()
    both, only, fan = make_user(), make_user(), make_user()
    for exhibitor, role in ((goes, "MANAGER"), (stays, "STAND")):
        ExhibitorMember.objects.create(exhibitor=exhibitor, user=both, role=role)
        FairFavorite.objects.create(exhibitor=exhibitor, user=fan, created_at=timezone.now())
        CoExhibitor.objects.create(exhibitor=exhibitor, name="Bạn Hàng", tax_code="1" if exhibitor == goes else "")
    ExhibitorMember.objects.create(exhibitor=goes, user=only, role="STAND")
    result = compare_exhibitors(goes=goes, stays=stays, now=timezone.now()).result
    assert (result.counts["people"], result.counts["co_exhibitors"]) == (2, 1)
    merged(goes, stays)
    assert dict(stays.members.values_list("user", "role")) == {both.pk: "MANAGER", only.pk: "STAND"}
    assert FairFavorite.objects.get().exhibitor == stays
    assert stays.co_exhibitors.get().tax_code == "1"


def test_written_answers_of_the_manual_are_joined() -> None:
    goes, stays = pair()
    page, user = make_manual_page(goes.expo), make_user()
    question = ManualQuestion.objects.filter(page=page, kind="TEXT").get()
    for exhibitor, text in ((goes, "Đội B"), (stays, "Đội A")):
        answers = [Answer(question.pk, text=text)]
        answer_manual_page(exhibitor=exhibitor, page=page, answers=answers, by=user, now=timezone.now())
    merged(goes, stays)
    assert ManualAnswer.objects.get().text == "Đội A\n\nĐội B"


def test_meetings_get_a_free_table_or_the_merge_is_refused() -> None:
    goes, stays = pair(make_expo(starts_on=timezone.now().date() + timedelta(days=20)))
    meetings.make_meeting(stays, slot=1)
    moved = meetings.make_meeting(goes, slot=1)
    assert refusal(goes, stays) == ["MEETINGS_CLASH"]
    goes = set_meeting_tables(exhibitor=goes, tables=2)
    merged(goes, stays)
    moved.refresh_from_db()
    assert (moved.exhibitor, moved.table) == (stays, 2)


def test_of_two_open_requests_of_a_visitor_one_is_called_off() -> None:
    goes, stays = pair(make_expo(starts_on=timezone.now().date() + timedelta(days=20)))
    visitor = meetings.make_fair_visitor(goes.expo)
    kept, other = meetings.make_meeting(stays, visitor), meetings.make_meeting(goes, visitor, slot=2)
    merged(goes, stays)
    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.status, other.status) == (MeetingStatus.REQUESTED, MeetingStatus.CANCELLED)
    assert (other.exhibitor, other.message) == (stays, kept.message)


def test_texts_fill_languages_that_are_missing() -> None:
    goes, stays = pair(name="Wood Sample", source_language="en", description="Chairs")
    for exhibitor, language, name in ((goes, "nl", "Hout"), (goes, "ja", "木"), (stays, "nl", "Blijft")):
        translate_exhibitor(exhibitor=exhibitor, language=language, texts_given={"name": name})
    merged(goes, stays)
    said = translations_of(Exhibitor.SUBJECT, [goes.pk, stays.pk])
    assert said[str(goes.pk)] == []
    found = {(row.language, row.field): row.text for row in said[str(stays.pk)]}
    assert found == {
        ("nl", "name"): "Blijft", ("ja", "name"): "木", ("en", "name"): "Wood Sample", ("en", "description"): "Chairs"
    }  # fmt: skip


def test_papers_follow_with_the_name_they_were_issued_to() -> None:
    make_channel("vn", currency_code="VND")
    expo = make_open_fair()
    goes = make_contracted(expo, name="Mộc Đã Ký")
    invoice = issue_invoice(exhibitor=goes, currency="VND", by=None, now=timezone.now())
    content = contract_of(goes).paper.content
    stays = make_exhibitor(expo, name="Moc Da Ky Co")
    merged(goes, stays)
    invoice.refresh_from_db()
    assert (invoice.exhibitor, contract_of(stays).paper.content) == (stays, content)
    assert content["exhibitor"]["name"] == "Mộc Đã Ký"


def test_what_contradicts_is_refused_and_changes_nothing() -> None:
    goes, stays = pair(tax_code="0100233488")
    Exhibitor.objects.filter(pk=stays.pk).update(tax_code="0314409058", seller=make_seller())
    Exhibitor.objects.filter(pk=goes.pk).update(seller=make_seller())
    goes, stays = Exhibitor.objects.get(pk=goes.pk), Exhibitor.objects.get(pk=stays.pk)
    assert refusal(goes, stays) == ["TAX_CODES", "TWO_SELLERS"]
    assert refusal(goes, goes) == ["INVALID"]
    assert refusal(goes, make_exhibitor(make_expo(slug="other"))) == ["OTHER_FAIR"]


def test_two_contracts_are_two_exhibitors() -> None:
    expo = make_open_fair()
    goes, stays = make_contracted(expo), make_contracted(expo, tax_code="0314409058", name="Khác")
    Exhibitor.objects.filter(pk=goes.pk).update(tax_code="")
    goes.refresh_from_db()
    assert refusal(goes, stays) == ["TWO_CONTRACTS"]


def listed(expo: Expo, *lines: str, source: Any = None) -> Applied:
    content = "\n".join(lines).encode()
    return apply_exhibitors(
        exhibitor_import=preview_exhibitors(expo=expo, content=content, file_name="l.csv", source=source)
    )


def test_the_next_list_knows_the_firm_by_both_names_and_numbers() -> None:
    expo, agency, union = make_expo(), create_source(name="Agency"), create_source(name="Union")
    assert listed(expo, "ID,Tên", "A-1,Gốm Thử", "A-2,Thu Ceramics", source=agency).created == 2
    assert listed(expo, "ID,Tên", "9,Thu Ceramics", source=union).created == 0
    merged(Exhibitor.objects.get(name="Thu Ceramics"), Exhibitor.objects.get(name="Gốm Thử"))
    before = snapshot("expo")["Exhibitor"]
    again = listed(expo, "ID,Tên", "A-1,Gốm Thử", "A-2,Thu Ceramics", source=agency)
    assert (again.created, again.unchanged, again.refused) == (0, 1, 1), "the second row is the same firm"
    for source, line in ((agency, "A-2,Thu Ceramics"), (union, "9,Thu Ceramics"), (None, ",THU CERAMICS")):
        assert listed(expo, "ID,Tên", line, source=source).unchanged == 1
    assert snapshot("expo")["Exhibitor"] == before


def test_what_was_decided_about_a_list_means_who_stays() -> None:
    goes, stays = pair()
    stored = preview_exhibitors(expo=goes.expo, content=b"Name,Country\nSomebody,NL", file_name="l.csv")
    decide_rows(exhibitor_import=stored, decisions={2: goes.pk})
    merged(goes, stays)
    stored.refresh_from_db()
    assert stored.decisions == {"2": stays.pk}
