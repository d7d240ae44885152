"""Invitations into a team: letter, link, answer, and who may do what."""

from typing import Any
from urllib.parse import unquote

import pytest
from django.utils import timezone

from marketplace.accounts.privacy.registry import erasures, exports
from marketplace.graphql import to_global_id
from marketplace.sellers.invitation import VALID_FOR
from marketplace.sellers.invite import forget_expired_invitations
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller, SellerInvitation, SellerMember
from tests.cast import Cast, assemble
from tests.factories.accounts import make_user
from tests.journeys.steps import work_in_the_background
from tests.marketplace.accounts.api import ask, call, do, outcome, snapshot
from tests.marketplace.sellers.graphql.test_mutations import EVERYBODY, person
from tests.posted import posted

pytestmark = pytest.mark.django_db

INVITE = """mutation ($id: ID!, $email: String!, $role: MemberRole!) {
  sellerMemberInvite(id: $id, email: $email, role: $role) {
    invitation { id email role } errors { field code message } } }"""
ACCEPT = """mutation ($token: String!) {
  sellerInvitationAccept(token: $token) { member { role } seller { name } errors { field code message } } }"""
REVOKE = "mutation ($id: ID!) { sellerInvitationRevoke(id: $id) { errors { field code message } } }"
UPDATE = "mutation ($id: ID!) { sellerMemberUpdate(id: $id, role: MANAGER) { errors { field code message } } }"
CARD = "query ($token: String!) { sellerInvitation(token: $token) { sellerName role } }"
NEW = "new@example.org"


def invite(cast: Cast, email: str = NEW, role: str = "PACKER") -> Any:
    seller = to_global_id("Seller", cast.woodworks.seller.pk)
    return call(INVITE, {"id": seller, "email": email, "role": role}, actor=cast.woodworks.owner)


def token_of_the_letter() -> str:
    work_in_the_background()
    return unquote(str(posted()[-1].body).split("token=")[1].split()[0])


def test_who_registers_later_joins_with_the_link() -> None:
    cast = assemble()
    invite(cast, role="MANAGER")
    token = token_of_the_letter()
    assert posted()[-1].to == [NEW]
    assert ask(CARD, {"token": token})["sellerInvitation"] == {
        "sellerName": cast.woodworks.seller.name, "role": "MANAGER",
    }  # fmt: skip
    newcomer = make_user(email=NEW)
    joined = do(ACCEPT, {"token": token}, actor=newcomer)
    assert (joined["member"]["role"], joined["seller"]["name"]) == ("MANAGER", cast.woodworks.seller.name)
    assert outcome(call(ACCEPT, {"token": token}, actor=newcomer)) == "INVALID", "once only"
    assert ask(CARD, {"token": token})["sellerInvitation"] is None


def test_an_address_with_an_account_and_one_without_get_the_same_answer() -> None:
    cast = assemble()
    known, unknown = (invite(cast, email) for email in (cast.buyer.email, NEW))
    assert outcome(known) == outcome(unknown) == "done"
    work_in_the_background()
    first, second = posted()[-2:]
    assert first.subject == second.subject
    assert str(first.body).split("token=")[0] == str(second.body).split("token=")[0]


def test_nobody_else_can_use_the_link() -> None:
    cast = assemble()
    invite(cast)
    token = token_of_the_letter()
    before = snapshot("sellers")
    assert outcome(call(ACCEPT, {"token": token}, actor=cast.buyer)) == "OTHER_ADDRESS"
    assert outcome(call(ACCEPT, {"token": token})) == "UNAUTHENTICATED"
    for forged in ("", "x", token[:-1], token + "x", "é" * 400):
        assert outcome(call(ACCEPT, {"token": forged}, actor=cast.buyer)) == "INVALID"
    assert snapshot("sellers") == before


def test_a_second_letter_replaces_the_first() -> None:
    cast = assemble()
    invite(cast)
    first = token_of_the_letter()
    invite(cast, role="OWNER")
    second = token_of_the_letter()
    newcomer = make_user(email=NEW)
    assert outcome(call(ACCEPT, {"token": first}, actor=newcomer)) == "INVALID"
    assert do(ACCEPT, {"token": second}, actor=newcomer)["member"]["role"] == "OWNER"


def test_an_invitation_never_lowers_a_role() -> None:
    cast = assemble()
    invite(cast)
    token = token_of_the_letter()
    newcomer = make_user(email=NEW)
    SellerMember.objects.create(seller=cast.woodworks.seller, user=newcomer, role=MemberRole.MANAGER)
    assert do(ACCEPT, {"token": token}, actor=newcomer)["member"]["role"] == "MANAGER"


def test_members_bad_addresses_and_unapproved_sellers_are_refused() -> None:
    cast = assemble()
    assert outcome(invite(cast, cast.woodworks.packer.email.upper())) == "ALREADY_MEMBER"
    assert outcome(invite(cast, "no address")) == "INVALID"
    Seller.objects.filter(pk=cast.woodworks.seller.pk).update(status="APPLIED")
    assert outcome(invite(cast)) == "NOT_POSSIBLE_NOW"
    assert not SellerInvitation.objects.exists()


@pytest.mark.parametrize("caller", EVERYBODY)
@pytest.mark.parametrize("name", ["revoke", "update"])
def test_owners_revoke_and_change_roles(name: str, caller: str) -> None:
    cast = assemble()
    invite(cast)
    packer = SellerMember.objects.get(user=cast.woodworks.packer)
    document, variables = {
        "revoke": (REVOKE, {"id": to_global_id("SellerInvitation", SellerInvitation.objects.get().pk)}),
        "update": (UPDATE, {"id": to_global_id("SellerMember", packer.pk)}),
    }[name]
    expected = {
        "anonymous": "UNAUTHENTICATED", "owner": "done", "manager": "PERMISSION_DENIED", "packer": "PERMISSION_DENIED",
    }.get(caller, "NOT_FOUND")  # fmt: skip
    before = snapshot("sellers")
    assert outcome(call(document, variables, actor=person(cast, caller))) == expected
    assert (snapshot("sellers") == before) is (expected != "done")


@pytest.mark.parametrize("caller", EVERYBODY)
def test_only_owners_and_staff_read_the_addresses(caller: str) -> None:
    cast = assemble()
    invite(cast)
    document = "query ($id: ID!) { seller(id: $id) { invitations { email } } }"
    found = call(document, {"id": to_global_id("Seller", cast.woodworks.seller.pk)}, actor=person(cast, caller))
    assert (NEW in str(found.data)) is (caller in ("owner", "operator"))


def test_addresses_of_the_expired_and_the_erased_are_forgotten() -> None:
    cast = assemble()
    invite(cast)
    invite(cast, cast.buyer.email)
    assert exports["sellers"](cast.buyer)["invitations"][0]["seller"] == cast.woodworks.seller.name
    erasures["sellers"](cast.buyer)
    assert [invitation.email for invitation in SellerInvitation.objects.all()] == [NEW]
    assert forget_expired_invitations(now=timezone.now() + VALID_FOR / 2) == 0
    assert forget_expired_invitations(now=timezone.now() + VALID_FOR * 2) == 1
