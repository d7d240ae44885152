"""From application to approval, and everything that may and may not happen after it."""

import dataclasses
import io
import json

import pytest
from django.db import transaction
from PIL import Image

from i18n.translate import localize
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.models import User
from marketplace.accounts.privacy.erase import erase_account
from marketplace.accounts.privacy.export import export_personal_data
from marketplace.accounts.privacy.registry import ErasureRefused
from marketplace.events.deliver import deliver_pending
from marketplace.events.models import OutboxMessage
from marketplace.sellers.apply import (
    MOST_PENDING,
    SellerApplication,
    TaxCodeTaken,
    TooManyApplications,
    apply_as_seller,
)
from marketplace.sellers.approve import approve_seller
from marketplace.sellers.logo import InvalidPicture, set_logo
from marketplace.sellers.member import MemberRole
from marketplace.sellers.members import LastOwner, add_member, remove_member
from marketplace.sellers.membership import may
from marketplace.sellers.models import Seller, SellerMember
from marketplace.sellers.profile import InvalidProfile
from marketplace.sellers.reinstate import reinstate_seller
from marketplace.sellers.reject import reject_seller
from marketplace.sellers.seller import EntityType, SellerStatus
from marketplace.sellers.suspend import suspend_seller
from marketplace.sellers.transitions import (
    TRANSITIONS,
    NotPossibleNow,
    NotStaff,
    ReasonRequired,
    Step,
    take_step,
)
from marketplace.sellers.translate import translate_seller
from marketplace.sellers.update import ProfileChanges, update_seller
from tests.factories.accounts import PASSWORD, make_expo_officer, make_operator, make_user
from tests.factories.sellers import make_member, make_seller, make_tax_code
from tests.posted import posted

pytestmark = pytest.mark.django_db


HANOI = AddressData(street_address_1="1", city_area="Ba Đình", country_area="Hà Nội", country="VN")


def application(**changes: object) -> SellerApplication:
    base = SellerApplication(
        legal_name="Công ty TNHH Sơn Mài Ví Dụ",
        name="Sơn Mài Ví Dụ",
        entity_type=EntityType.ENTERPRISE,
        tax_code=make_tax_code(),
        craft="lacquer",
        address=AddressData(
            street_address_1="3 đường Thử", city_area="Phường Thủ Dầu Một", country_area="Bình Dương", country="VN"
        ),
        phone="0274 3822 222",
        email="Son.Mai@example.org",
        former_district="thu dau mot",
    )
    return dataclasses.replace(base, **changes)  # type: ignore[arg-type]  # tests name any field


def events() -> list[str]:
    return list(OutboxMessage.objects.values_list("name", flat=True))


def test_applies_normalised_with_the_applicant_as_owner() -> None:
    user = make_user()
    seller = apply_as_seller(user=user, application=application())
    assert seller.slug == "son-mai-vi-du"
    assert (seller.status, seller.phone, seller.email) == ("APPLIED", "+842743822222", "son.mai@example.org")
    assert seller.former_district == seller.address.former_district == "Thủ Dầu Một"
    assert seller.address.company_name == "Công ty TNHH Sơn Mài Ví Dụ"
    assert may(user, seller.pk, MemberRole.OWNER)
    assert not Seller.objects.approved().exists()
    (change,) = seller.status_changes.all()
    assert (change.status, change.by) == ("APPLIED", user)
    assert events() == ["SellerApplied"]
    other = apply_as_seller(user=user, application=application())
    assert other.slug == "son-mai-vi-du-2"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": " \x00 "}, {"name": "REQUIRED"}),
        ({"tax_code": "0100233480"}, {"tax_code": "TAX_CODE_INVALID"}),
        ({"entity_type": "COUNTRY"}, {"entity_type": "INVALID"}),
        ({"craft": "alchemy", "founded_year": 3000}, {"craft": "INVALID", "founded_year": "INVALID"}),
        (
            {"phone": "1", "email": "x", "website_url": "javascript:x"},
            {"phone": "INVALID", "email": "INVALID", "website_url": "INVALID"},
        ),
        ({"story": "x" * 10_001}, {"story": "INVALID"}),
        ({"source_language": "xx"}, {"source_language": "INVALID"}),
        (
            {"address": AddressData(country="VN")},
            {f"address.{name}": "REQUIRED" for name in ("street_address_1", "city_area", "country_area")},
        ),
        ({"address": HANOI, "former_district": ""}, {"address.city_area": "NOT_IN_REGION"}),
    ],
)
def test_problems_are_told_by_field_and_nothing_is_stored(changes: dict[str, object], expected: dict[str, str]) -> None:
    user = make_user()
    with pytest.raises(InvalidProfile) as caught:
        apply_as_seller(user=user, application=application(**changes))
    assert {problem.field: problem.code for problem in caught.value.problems} == expected
    assert not Seller.objects.exists()
    assert events() == []


def test_one_tax_code_is_one_seller() -> None:
    first, second = make_user(), make_user()
    wanted = application()
    apply_as_seller(user=first, application=wanted)
    for user in (first, second):
        with pytest.raises(TaxCodeTaken):
            apply_as_seller(user=user, application=wanted)
    assert Seller.objects.count() == 1


def test_open_applications_are_bounded() -> None:
    user = make_user()
    for _ in range(MOST_PENDING):
        apply_as_seller(user=user, application=application())
    with pytest.raises(TooManyApplications):
        apply_as_seller(user=user, application=application())


def test_owner_applies_again_after_a_rejection_and_nobody_else_does() -> None:
    owner, operator = make_user(language="vi"), make_operator()
    wanted = application()
    seller = apply_as_seller(user=owner, application=wanted)
    reject_seller(seller=seller, by=operator, reason="The licence is unreadable")
    with pytest.raises(TaxCodeTaken):
        apply_as_seller(user=make_user(), application=wanted)
    again = apply_as_seller(user=owner, application=dataclasses.replace(wanted, tagline="Now readable"))
    assert (again.pk, again.status, again.tagline) == (seller.pk, "APPLIED", "Now readable")
    approve_seller(seller=again, by=operator, note="fine")
    history = [(change.status, change.by_id, change.reason) for change in again.status_changes.all()]
    assert history == [
        ("APPLIED", owner.pk, ""),
        ("REJECTED", operator.pk, "The licence is unreadable"),
        ("APPLIED", owner.pk, ""),
        ("APPROVED", operator.pk, "fine"),
    ]
    assert events() == ["SellerApplied", "SellerRejected", "SellerApplied", "SellerApproved"]


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("status", SellerStatus.values)
def test_each_step_starts_from_its_state_only(step: Step, status: str) -> None:
    seller, operator = make_seller(status=status), make_operator()
    transition = TRANSITIONS[step]
    if status == transition.start:
        assert take_step(seller=seller, step=step, by=operator, reason="why").status == transition.end
        assert seller.status_changes.count() == 1
        return
    with pytest.raises(NotPossibleNow):
        take_step(seller=seller, step=step, by=operator, reason="why")
    seller.refresh_from_db()
    assert seller.status == status
    assert not seller.status_changes.exists()
    assert events() == []


@pytest.mark.parametrize("make", [make_user, make_expo_officer])
def test_only_staff_for_sellers_decides(make: type[User]) -> None:
    stranger = make()
    seller, suspended = make_seller(status=SellerStatus.APPLIED), make_seller(status=SellerStatus.SUSPENDED)
    make_member(seller, MemberRole.OWNER, stranger)
    for attempt in (
        lambda: approve_seller(seller=seller, by=stranger),
        lambda: reject_seller(seller=seller, by=stranger, reason="x"),
        lambda: suspend_seller(seller=seller, by=stranger, reason="x"),
        lambda: reinstate_seller(seller=suspended, by=stranger, reason="x"),
    ):
        with pytest.raises(NotStaff):
            attempt()
    assert set(Seller.objects.values_list("status", flat=True)) == {"APPLIED", "SUSPENDED"}


def test_decisions_against_a_seller_name_a_reason() -> None:
    seller, operator = make_seller(), make_operator()
    for reason in ("", "  ", "x" * 1001):
        with pytest.raises(ReasonRequired):
            suspend_seller(seller=seller, by=operator, reason=reason)
    assert suspend_seller(seller=seller, by=operator, reason="Counterfeits").status == "SUSPENDED"


def test_owners_are_written_to_about_decisions_that_stand() -> None:
    seller, operator = make_seller(status=SellerStatus.APPLIED), make_operator()
    owner = make_member(seller, user=make_user(language="en"))
    make_member(seller, MemberRole.PACKER)
    reject_seller(seller=seller, by=operator, reason="The licence is unreadable")
    deliver_pending()
    (letter,) = posted()
    assert letter.to == [owner.email]
    assert "The licence is unreadable" in letter.body
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        take_step(seller=seller, step=Step.APPLY_AGAIN, by=owner)
        approve_seller(seller=seller, by=operator)
        raise ZeroDivisionError
    deliver_pending()
    assert len(posted()) == 1


def test_profile_changes_only_what_is_given() -> None:
    seller = make_seller(tagline="old", founded_year=1990)
    changed = update_seller(
        seller=seller, changes=ProfileChanges(tagline="new\nline", website_url="https://example.org")
    )
    assert (changed.tagline, changed.founded_year, changed.website_url) == ("new line", 1990, "https://example.org")
    assert changed.name == seller.name
    with pytest.raises(InvalidProfile):
        update_seller(seller=seller, changes=ProfileChanges(name=" "))
    assert update_seller(seller=seller, changes=ProfileChanges(website_url="")).website_url == ""
    assert events() == ["SellerUpdated", "SellerUpdated"]


def test_moving_is_a_new_address_in_the_region() -> None:
    seller = make_seller()
    former = seller.address_id
    home = AddressData(
        street_address_1="9 Mới", city_area="Xã Phú Giáo", country_area="79", country="VN", former_district="Phú Giáo"
    )
    moved = update_seller(seller=seller, changes=ProfileChanges(address=home))
    assert moved.address_id != former
    assert moved.former_district == "Phú Giáo"
    with pytest.raises(InvalidProfile):
        update_seller(
            seller=seller,
            changes=ProfileChanges(
                address=AddressData(country="NL", street_address_1="1", city="Utrecht", postal_code="3511AB")
            ),
        )


def test_translations_fall_back_and_never_replace_the_original() -> None:
    seller, user = make_seller(source_language="vi", tagline="Đồ gỗ"), make_user()
    translate_seller(seller=seller, language="nl", texts={"tagline": "Meubels", "story": ""}, by=user)
    (texts,) = localize(
        subject=Seller.SUBJECT,
        rows=[seller],
        fields=["tagline", "story"],
        language="nl",
        source_language=lambda row: row.source_language,
    )
    assert texts["tagline"] is not None and texts["tagline"].text == "Meubels"
    assert texts["story"] is not None and texts["story"].is_fallback
    for language in ("vi", "xx"):
        with pytest.raises(InvalidProfile):
            translate_seller(seller=seller, language=language, texts={"name": "x"}, by=user)


def test_an_owner_always_remains() -> None:
    seller = make_seller()
    owner = make_member(seller)
    membership = SellerMember.objects.get(user=owner)
    with pytest.raises(LastOwner):
        remove_member(member=membership)
    with pytest.raises(LastOwner):
        add_member(seller=seller, user=owner, role=MemberRole.PACKER)
    second = make_user()
    assert add_member(seller=seller, user=second, role="PACKER").role == "PACKER"
    with pytest.raises(LastOwner):
        remove_member(member=membership)
    add_member(seller=seller, user=second, role=MemberRole.OWNER)
    remove_member(member=membership)
    assert [(member.user_id, member.role) for member in seller.members.all()] == [(second.pk, "OWNER")]


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 300)) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", size, "#7a3b12").save(file, kind)
    file.seek(0)
    return file


def test_logo_is_written_anew() -> None:
    seller = set_logo(seller=make_seller(), file=picture())
    with Image.open(seller.logo) as stored:
        assert (stored.format, stored.size) == ("WEBP", (512, 171))


@pytest.mark.parametrize(
    "file",
    [
        io.BytesIO(b""),
        io.BytesIO(b"<svg onload='alert(1)'/>"),
        io.BytesIO(b"x" * (5 * 1024 * 1024 + 1)),
        picture("GIF"),
        io.BytesIO(picture().getvalue()[:60]),
    ],
)
def test_what_is_no_picture_is_no_logo(file: io.BytesIO) -> None:
    seller = make_seller()
    with pytest.raises(InvalidPicture):
        set_logo(seller=seller, file=file)
    seller.refresh_from_db()
    assert not seller.logo


def test_a_last_owner_settles_the_seller_before_leaving() -> None:
    seller = make_seller()
    owner, packer = make_member(seller), make_member(seller, MemberRole.PACKER)
    with pytest.raises(ErasureRefused):
        erase_account(user=owner, password=PASSWORD)
    assert User.objects.get(pk=owner.pk).is_active
    erase_account(user=packer, password=PASSWORD)
    assert [member.user_id for member in seller.members.all()] == [owner.pk]
    exported = json.loads(json.dumps(export_personal_data(owner)))
    assert exported["sellers"]["memberships"][0]["taxCode"] == seller.tax_code
