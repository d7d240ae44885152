"""Who may do what to a seller: every mutation tried by everybody, and a refusal changes nothing."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from marketplace.graphql import to_global_id
from marketplace.sellers.models import Seller, SellerMember
from marketplace.sellers.seller import SellerStatus
from tests.cast import Cast, assemble
from tests.factories.accounts import make_user
from tests.factories.sellers import make_tax_code
from tests.marketplace.accounts.api import ask, call, do, outcome, snapshot

pytestmark = pytest.mark.django_db

ERRORS = "errors { field code message }"
APPLY = f"""mutation ($input: SellerApplyInput!) {{
  sellerApply(input: $input) {{ seller {{ id slug status taxCode }} {ERRORS} }} }}"""
UTRECHT = {"country": "NL", "streetAddress1": "1", "city": "Utrecht", "postalCode": "3511AB"}
STAFF_ONLY = {
    "sellerApprove": ("APPLIED", f'sellerApprove(id: $id, note: "ok") {{ seller {{ status }} {ERRORS} }}'),
    "sellerReject": ("APPLIED", f'sellerReject(id: $id, reason: "no") {{ seller {{ status }} {ERRORS} }}'),
    "sellerSuspend": ("APPROVED", f'sellerSuspend(id: $id, reason: "no") {{ seller {{ status }} {ERRORS} }}'),
    "sellerReinstate": ("SUSPENDED", f'sellerReinstate(id: $id, reason: "ok") {{ seller {{ status }} {ERRORS} }}'),
}
OWNER_ONLY = {
    "sellerUpdate": f'sellerUpdate(id: $id, input: {{tagline: "New"}}) {{ seller {{ tagline: name }} {ERRORS} }}',
    "sellerTranslate": f'sellerTranslate(id: $id, languageCode: NL, input: {{tagline: "Nieuw"}}) {{ {ERRORS} }}',
    "sellerMemberInvite": f'sellerMemberInvite(id: $id, email: "new@example.org", role: PACKER) {{ {ERRORS} }}',
}
EVERYBODY = ("anonymous", "buyer", "other owner", "packer", "manager", "owner", "expo officer", "operator")


def person(cast: Cast, name: str) -> Any:
    house = cast.woodworks
    return {
        "anonymous": None,
        "buyer": cast.buyer,
        "other owner": cast.pottery.owner,
        "packer": house.packer,
        "manager": house.manager,
        "owner": house.owner,
        "expo officer": cast.expo_officer,
        "operator": cast.operator,
    }[name]


def expect(cast: Cast, document: str, variables: dict[str, Any], caller: str, expected: str) -> None:
    before = snapshot("accounts", "sellers", "i18n")
    assert outcome(call(document, variables, actor=person(cast, caller))) == expected
    assert (snapshot("accounts", "sellers", "i18n") == before) is (expected != "done")


@pytest.mark.parametrize("caller", EVERYBODY)
@pytest.mark.parametrize("name", STAFF_ONLY)
def test_decisions_are_for_staff(name: str, caller: str) -> None:
    cast = assemble()
    status, field = STAFF_ONLY[name]
    Seller.objects.filter(pk=cast.woodworks.seller.pk).update(status=status)
    expected = {"anonymous": "UNAUTHENTICATED", "operator": "done"}.get(caller, "PERMISSION_DENIED")
    variables = {"id": to_global_id("Seller", cast.woodworks.seller.pk)}
    expect(cast, f"mutation ($id: ID!) {{ {field} }}", variables, caller, expected)


@pytest.mark.parametrize("caller", EVERYBODY)
@pytest.mark.parametrize("name", OWNER_ONLY)
def test_the_profile_is_for_owners(name: str, caller: str) -> None:
    cast = assemble()
    expected = {
        "anonymous": "UNAUTHENTICATED",
        "owner": "done",
        "manager": "PERMISSION_DENIED",
        "packer": "PERMISSION_DENIED",
    }.get(caller, "NOT_FOUND")
    variables = {"id": to_global_id("Seller", cast.woodworks.seller.pk)}
    expect(cast, f"mutation ($id: ID!) {{ {OWNER_ONLY[name]} }}", variables, caller, expected)


@pytest.mark.parametrize("caller", EVERYBODY)
def test_a_member_is_removed_by_owners_or_leaves(caller: str) -> None:
    cast = assemble()
    membership = SellerMember.objects.get(user=cast.woodworks.manager)
    expected = {
        "anonymous": "UNAUTHENTICATED",
        "owner": "done",
        "manager": "done",
        "packer": "PERMISSION_DENIED",
    }.get(caller, "NOT_FOUND")
    document = f"mutation ($id: ID!) {{ sellerMemberRemove(id: $id) {{ {ERRORS} }} }}"
    expect(cast, document, {"id": to_global_id("SellerMember", membership.pk)}, caller, expected)


def application(**changes: Any) -> dict[str, Any]:
    return {
        "input": {
            "legalName": "Công ty TNHH Sơn Mài Ví Dụ",
            "name": "Sơn Mài Ví Dụ",
            "entityType": "ENTERPRISE",
            "taxCode": make_tax_code(),
            "craft": "LACQUER",
            "address": {"streetAddress1": "3 Thử", "cityArea": "Thủ Dầu Một", "countryArea": "TP.HCM", "country": "VN"},
            "phone": "0274 3822 222",
            "email": "son.mai@example.org",
            **changes,
        }
    }


@pytest.mark.parametrize("caller", EVERYBODY)
def test_everybody_with_an_account_may_apply(caller: str) -> None:
    expected = "UNAUTHENTICATED" if caller == "anonymous" else "done"
    expect(assemble(), APPLY, application(), caller, expected)


def test_from_application_to_the_public() -> None:
    cast = assemble()
    applied = do(APPLY, application(), actor=cast.buyer)["seller"]
    assert (applied["slug"], applied["status"]) == ("son-mai-vi-du", "APPLIED")
    assert applied["taxCode"], "the new owner sees it at once"
    public = '{ seller(slug: "son-mai-vi-du") { isVerified } }'
    assert ask(public)["seller"] is None
    do(f"mutation ($id: ID!) {{ {STAFF_ONLY['sellerApprove'][1]} }}", {"id": applied["id"]}, actor=cast.operator)
    assert ask(public)["seller"] == {"isVerified": True}
    again = call(
        f"mutation ($id: ID!) {{ {STAFF_ONLY['sellerApprove'][1]} }}", {"id": applied["id"]}, actor=cast.operator
    )
    assert outcome(again) == "NOT_POSSIBLE_NOW"


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"taxCode": "123"}, "taxCode", "TAX_CODE_INVALID"),
        ({"taxCode": "074180000016"}, "taxCode", "TAX_CODE_INVALID"),
        ({"address": UTRECHT}, "address.formerDistrict", "INVALID"),
        ({"address": {"country": "VN", "streetAddress1": "1"}}, "address.cityArea", "REQUIRED"),
        ({"name": " "}, "name", "REQUIRED"),
        ({"story": "x" * 10_001}, "story", "INVALID"),
    ],
)  # fmt: skip
def test_wrong_applications_name_the_field(changes: dict[str, Any], field: str, code: str) -> None:
    given = application(formerDistrict="Dĩ An", **changes)
    result = call(APPLY, given, actor=make_user())
    assert result.data is not None
    assert {"field": field, "code": code}.items() <= result.data["sellerApply"]["errors"][0].items()
    assert not Seller.objects.exists()


def test_a_taken_tax_code_is_refused() -> None:
    given = application()
    do(APPLY, given, actor=make_user())
    assert outcome(call(APPLY, given, actor=make_user())) == "TAX_CODE_TAKEN"


def test_the_last_owner_stays() -> None:
    cast = assemble()
    owner = cast.woodworks.owner
    mine = to_global_id("SellerMember", SellerMember.objects.get(user=owner).pk)
    remove = f"mutation ($id: ID!) {{ sellerMemberRemove(id: $id) {{ {ERRORS} }} }}"
    assert outcome(call(remove, {"id": mine}, actor=owner)) == "LAST_OWNER"
    demote = f"mutation ($id: ID!) {{ sellerMemberUpdate(id: $id, role: PACKER) {{ {ERRORS} }} }}"
    assert outcome(call(demote, {"id": mine}, actor=owner)) == "LAST_OWNER"


def test_a_suspended_sellers_owner_still_runs_it_and_the_public_is_shut_out() -> None:
    cast = assemble()
    seller = cast.woodworks.seller
    Seller.objects.filter(pk=seller.pk).update(status=SellerStatus.SUSPENDED)
    update = f"mutation ($id: ID!) {{ {OWNER_ONLY['sellerUpdate']} }}"
    do(update, {"id": to_global_id("Seller", seller.pk)}, actor=cast.woodworks.owner)
    assert ask('{ seller(slug: "moc-vi-du") { id } }', actor=cast.buyer)["seller"] is None


def test_logo() -> None:
    cast = assemble()
    document = f"""mutation ($id: ID!, $file: Upload!) {{
      sellerLogoUpdate(id: $id, file: $file) {{ seller {{ logo {{ url alt }} }} {ERRORS} }} }}"""
    file = io.BytesIO()
    Image.new("RGB", (40, 40)).save(file, "PNG")
    variables = {"id": to_global_id("Seller", cast.woodworks.seller.pk)}
    for caller, expected in (
        ("anonymous", "UNAUTHENTICATED"),
        ("manager", "PERMISSION_DENIED"),
        ("other owner", "NOT_FOUND"),
    ):
        given = {**variables, "file": SimpleUploadedFile("logo.png", file.getvalue())}
        assert outcome(call(document, given, actor=person(cast, caller))) == expected
    wrong = {**variables, "file": SimpleUploadedFile("logo.png", b"<svg/>")}
    assert outcome(call(document, wrong, actor=cast.woodworks.owner)) == "INVALID_PICTURE"
    right = {**variables, "file": SimpleUploadedFile("../../x.php", file.getvalue())}
    logo = do(document, right, actor=cast.woodworks.owner)["seller"]["logo"]
    assert logo["alt"] == "Mộc Ví Dụ"
    assert logo["url"].startswith("/media/sellers/logos/")
    assert logo["url"].endswith(".webp")
