"""Applications: what is asked for when, who decides, and what a decision makes."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from i18n.today import today_here
from marketplace.accounts.privacy.registry import ErasureRefused
from marketplace.expo.applications.decide import approve_application, decline_application, waitlist_application
from marketplace.expo.applications.draft import change_application, start_application
from marketplace.expo.applications.forget import forget_old_applications
from marketplace.expo.applications.submit import submit_application, withdraw_application
from marketplace.expo.editions.set_registration import Period, set_registration_periods
from marketplace.expo.exhibitors import delete_exhibitor
from marketplace.expo.models import Exhibitor, ExhibitorMember, Expo, FairApplication, FairContract, PackagePrice
from marketplace.expo.packages.publish_terms import publish_terms
from marketplace.expo.packages.terms import terms_of
from marketplace.expo.people.invite import (
    FairInvitationInvalid,
    ForAnotherAddress,
    accept_exhibitor_invitation,
    invitation_token,
    invite_to_exhibitor,
)
from marketplace.expo.people.personal_data import erase_exhibiting, export_exhibiting
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor
from tests.factories.fair_business import (
    application_fields,
    make_application,
    make_contracted,
    make_open_fair,
    make_submitted,
)
from tests.factories.sellers import make_seller, make_tax_code
from tests.posted import posted

pytestmark = pytest.mark.django_db


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[tuple[str | None, str]]:
    return {(problem.field, problem.code) for problem in refusal.value.problems}


def hand_in(application: FairApplication) -> FairApplication:
    assert application.user is not None
    terms = terms_of(application.expo)
    return submit_application(application=application, terms=terms, by=application.user, now=timezone.now())


def test_only_in_the_period_of_exhibitors() -> None:
    expo, now = make_open_fair(), timezone.now()
    draft = make_application(expo)
    set_registration_periods(expo=expo, periods=[Period("EXHIBITOR", now - timedelta(days=9), now - timedelta(days=1))])
    with pytest.raises(Refused, match="CLOSED"):
        make_application(expo)
    with pytest.raises(Refused, match="CLOSED"):
        hand_in(draft)


def test_handing_in_asks_for_everything_at_once_and_for_the_terms_in_force() -> None:
    expo, user = make_open_fair(), make_user()
    draft = start_application(expo=expo, user=user, values={"email": "", "contact_name": ""}, now=timezone.now())
    with pytest.raises(Refused) as refusal:
        submit_application(application=draft, terms=None, by=user, now=timezone.now())
    fields = {field for field, _code in codes(refusal)}
    assert {"name", "tax_code", "address", "email", "phone", "products", "area", "package_id", "terms_id"} <= fields
    old, full = terms_of(expo), make_application(expo)
    publish_terms(expo=expo, wording={"vi": "Mới"}, by=None, now=timezone.now())
    assert full.user is not None
    with pytest.raises(Refused) as refusal:
        submit_application(application=full, terms=old, by=full.user, now=timezone.now())
    assert codes(refusal) == {("terms_id", "OUTDATED")}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"tax_code": "1234567890"}, "tax_code"),
        ({"area": Decimal("0.5")}, "area"),
        ({"power_kilowatts": Decimal("2.55")}, "power_kilowatts"),
        ({"country": "XX"}, "country"),
        ({"email": "nobody"}, "email"),
        ({"currency": "XYZ"}, "currency"),
        ({"co_exhibitors": [{"name": "A"}, {"name": "A"}]}, "co_exhibitors"),
        ({"products": "x" * 3_001}, "products"),
    ],
)
def test_a_wrong_field_is_refused_and_nothing_kept(changes: dict[str, object], field: str) -> None:
    draft = make_application()
    with pytest.raises(Refused) as refusal:
        change_application(application=draft, changes=changes, now=timezone.now())
    assert {name for name, _code in codes(refusal)} == {field}
    draft.refresh_from_db()
    assert draft.products == "Chén, bát, bình hoa"


def test_a_package_has_a_least_area_and_currencies() -> None:
    draft = make_application(area=Decimal(6), currency="EUR")
    with pytest.raises(Refused) as refusal:
        hand_in(draft)
    assert codes(refusal) == {("area", "TOO_SMALL"), ("currency", "INVALID")}


def test_one_open_application_per_firm() -> None:
    expo, code = make_open_fair(), make_tax_code()
    first = make_submitted(expo, tax_code=code)
    with pytest.raises(Refused, match="UNIQUE"):
        make_submitted(expo, tax_code=code)
    assert first.user is not None
    withdraw_application(application=first, by=first.user, now=timezone.now())
    assert make_submitted(expo, tax_code=code).status == "SUBMITTED"


def test_approving_twice_makes_one_exhibitor_with_one_contract_and_one_letter() -> None:
    seller, user = make_seller(), make_user()
    expo = make_open_fair()
    fields = application_fields(expo, tax_code=seller.tax_code, co_exhibitors=[{"name": "Bạn Hàng"}])
    draft = start_application(expo=expo, user=user, values=fields, seller=seller, now=timezone.now())
    application = hand_in(draft)
    first = approve_application(application=application, by=None, now=timezone.now())
    second = approve_application(application=application, by=None, now=timezone.now())
    assert first == second == Exhibitor.objects.get(expo=expo)
    assert (first.seller, first.co_exhibitors.count()) == (seller, 1)
    assert FairContract.objects.filter(exhibitor=first).count() == 1
    assert ExhibitorMember.objects.get(exhibitor=first).user == user
    subjects = [letter.subject for letter in posted() if user.email in letter.to]
    assert len(subjects) == 2
    with pytest.raises(Refused, match="HAS_PAPERS"):
        delete_exhibitor(exhibitor=first)


def test_who_is_listed_already_becomes_the_exhibitor() -> None:
    expo, code = make_open_fair(), make_tax_code()
    listed = make_exhibitor(expo, tax_code=code, name="Gốm Trong Danh Sách")
    made = approve_application(application=make_submitted(expo, tax_code=code), by=None, now=timezone.now())
    assert (made, made.name) == (listed, "Gốm Trong Danh Sách")
    with pytest.raises(Refused, match="UNIQUE"):
        approve_application(application=make_submitted(expo, tax_code=code), by=None, now=timezone.now())


def test_states_go_one_way_and_each_is_told_in_the_applicants_language() -> None:
    expo, user = make_open_fair(), make_user(language="en")
    application = make_submitted(expo, user=user)
    waitlist_application(application=application, reason="Hall A is full.", by=None, now=timezone.now())
    with pytest.raises(Refused, match="REQUIRED"):
        decline_application(application=application, reason=" ", by=None, now=timezone.now())
    decline_application(application=application, reason="No space.", by=None, now=timezone.now())
    for verb in (approve_application, lambda **given: withdraw_application(**{**given, "by": user})):
        with pytest.raises(Refused, match="WRONG_STATE"):
            verb(application=application, by=None, now=timezone.now())
    letters = [letter for letter in posted() if user.email in letter.to]
    assert "Hall A is full." in str(letters[1].body)
    assert "No space." in str(letters[2].body)
    assert list(application.steps.values_list("status", flat=True)) == ["DRAFT", "SUBMITTED", "WAITLISTED", "DECLINED"]


def test_a_colleague_joins_by_the_letters_link_once() -> None:
    boss, friend = make_user(), make_user(email="ban@example.org")
    exhibitor = make_contracted(user=boss)
    asked = invite_to_exhibitor(exhibitor=exhibitor, email="BAN@example.org", role="STAND", by=boss, now=timezone.now())
    token = invitation_token(asked)
    with pytest.raises(ForAnotherAddress):
        accept_exhibitor_invitation(token=token, user=make_user())
    assert accept_exhibitor_invitation(token=token, user=friend).role == "STAND"
    with pytest.raises(FairInvitationInvalid):
        accept_exhibitor_invitation(token=token, user=friend)
    with pytest.raises(Refused, match="UNIQUE"):
        invite_to_exhibitor(exhibitor=exhibitor, email=friend.email, role="STAND", by=boss, now=timezone.now())


def test_a_person_takes_their_data_along_and_leaves() -> None:
    expo, user = make_open_fair(), make_user()
    exhibitor = make_contracted(expo, user=user)
    make_submitted(expo, user=user)
    known = export_exhibiting(user)
    assert (len(known["applications"]), known["memberships"][0]["role"]) == (2, "MANAGER")
    with pytest.raises(ErasureRefused):
        erase_exhibiting(user)
    ExhibitorMember.objects.create(exhibitor=exhibitor, user=make_user(), role="MANAGER")
    assert len(erase_exhibiting(user)) == 1
    rows = FairApplication.objects.filter(expo=expo)
    assert not rows.exclude(user=None, contact_name="", email="").exists()
    assert set(rows.values_list("status", flat=True)) == {"APPROVED", "WITHDRAWN"}


def test_old_applications_lose_their_people() -> None:
    expo = make_open_fair()
    make_submitted(expo)
    assert forget_old_applications(timezone.now()) == 0
    Expo.objects.filter(pk=expo.pk).update(
        starts_on=timezone.localdate() - timedelta(days=370), ends_on=timezone.localdate() - timedelta(days=367)
    )
    assert [forget_old_applications(timezone.now()) for _twice in range(2)] == [1, 0]


def test_prices_that_begin_tomorrow_count_from_midnight_in_vietnam() -> None:
    draft = make_application(make_open_fair())
    today = today_here()
    PackagePrice.objects.update(effective_from=today + timedelta(days=1))
    assert draft.user is not None
    terms = terms_of(draft.expo)
    evening = datetime.combine(today, time(16, 30), UTC)
    with pytest.raises(Refused, match="no price"):
        submit_application(application=draft, terms=terms, by=draft.user, now=evening)

    after_midnight = evening + timedelta(hours=1)

    assert submit_application(application=draft, terms=terms, by=draft.user, now=after_midnight).status == "SUBMITTED"
