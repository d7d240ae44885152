"""An exhibitor's people: invited, changed, removed; invitations revoked and accepted; and the firm's own profile."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.errors import ATTEMPTS, ATTEMPTS_CODES, SECONDS
from marketplace.accounts.sign_in.attempts import Limit, count_attempt
from marketplace.expo.exhibitors import update_exhibitor
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import EXHIBITOR, forget_fair_roles, own_exhibitor, row_of
from marketplace.expo.graphql.people.desk import ExhibitorDesk
from marketplace.expo.graphql.people.types import (
    ExhibitorInvitation,
    ExhibitorMember,
    ExhibitorRoleEnum,
)
from marketplace.expo.people.invitation import ExhibitorInvitation as InvitationRow
from marketplace.expo.people.invite import (
    FairInvitationInvalid,
    ForAnotherAddress,
    accept_exhibitor_invitation,
    invite_to_exhibitor,
    revoke_exhibitor_invitation,
)
from marketplace.expo.people.member import ExhibitorMember as MemberRow
from marketplace.expo.people.member import ExhibitorRole
from marketplace.expo.people.members import change_exhibitor_member, remove_exhibitor_member
from marketplace.graphql import ID, Field, InputError, InputObjectType, List, Mutation, NonNull, String

INVITATIONS = Limit("exhibitor-member-invite", 30)
"""Letters to addresses that anybody can type."""


class ExhibitorMemberInvite(Mutation):
    """Ask somebody by e-mail to work for one's exhibitor, with an account or without. For its managers, and staff."""

    class Arguments:
        exhibitor_id = ID(required=True)
        email = String(required=True)
        role = ExhibitorRoleEnum(required=True)

    class Meta:
        access = EXHIBITOR
        creates = True
        error_codes = ("TOO_MANY", *ATTEMPTS_CODES)
        error_extra = SECONDS
        known_errors = {**errors.REFUSED, **ATTEMPTS}

    invitation = Field(ExhibitorInvitation)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, email: str, role: Any) -> dict[str, Any]:
        user = signed_in_user(info)
        exhibitor = own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
        count_attempt(INVITATIONS, str(user.pk))
        made = invite_to_exhibitor(exhibitor=exhibitor, email=email, role=str(role), by=user, now=info.context.now)
        return {"invitation": made}


class ExhibitorInvitationRevoke(Mutation):
    """Take back an invitation. For managers of the exhibitor, and staff."""

    class Arguments:
        exhibitor_id = ID(required=True)
        invitation_id = ID(required=True)

    class Meta:
        access = EXHIBITOR

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, invitation_id: str) -> dict[str, Any]:
        exhibitor = own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
        rows = InvitationRow.objects.filter(exhibitor=exhibitor)
        revoke_exhibitor_invitation(invitation=row_of(rows, "ExhibitorInvitation", invitation_id, "invitation_id"))
        return {}


class ExhibitorInvitationAccept(Mutation):
    """Join whom an invitation asks the caller to work for. It has to be for the caller's own e-mail address."""

    class Arguments:
        token = String(required=True, description="Of the link in the letter.")

    class Meta:
        access = EXHIBITOR
        error_codes = ("INVITATION_INVALID", "ANOTHER_ADDRESS", "TOO_MANY")
        known_errors = {
            **errors.REFUSED,
            FairInvitationInvalid: lambda e: InputError(
                _("This invitation is not open any more; ask whoever invited you for a new one."),
                field="token",
                code="INVITATION_INVALID",
            ),
            ForAnotherAddress: lambda e: InputError(
                _("This invitation is for another e-mail address than the one of your account."),
                field="token",
                code="ANOTHER_ADDRESS",
            ),
        }

    exhibitor_desk = Field(ExhibitorDesk)

    @classmethod
    def perform(cls, info: Any, *, token: str) -> dict[str, Any]:
        member = accept_exhibitor_invitation(token=token, user=signed_in_user(info))
        forget_fair_roles(info.context)
        return {"exhibitor_desk": member.exhibitor}


class ExhibitorMemberUpdate(Mutation):
    """Change somebody's role. For managers of the exhibitor, and staff."""

    class Arguments:
        exhibitor_id = ID(required=True)
        member_id = ID(required=True)
        role = ExhibitorRoleEnum(required=True)

    class Meta:
        access = EXHIBITOR
        error_codes = ("LAST_MANAGER",)
        known_errors = errors.REFUSED

    member = Field(ExhibitorMember)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, member_id: str, role: Any) -> dict[str, Any]:
        exhibitor = own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
        member = row_of(MemberRow.objects.filter(exhibitor=exhibitor), "ExhibitorMember", member_id, "member_id")
        changed = change_exhibitor_member(member=member, role=str(role))
        forget_fair_roles(info.context)
        return {"member": changed}


class ExhibitorMemberRemove(Mutation):
    """End somebody's work for the exhibitor: managers anybody's, everybody their own."""

    class Arguments:
        exhibitor_id = ID(required=True)
        member_id = ID(required=True)

    class Meta:
        access = EXHIBITOR
        error_codes = ("LAST_MANAGER",)
        known_errors = errors.REFUSED

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, member_id: str) -> dict[str, Any]:
        user, exhibitor = signed_in_user(info), own_exhibitor(info, exhibitor_id)
        member = row_of(MemberRow.objects.filter(exhibitor=exhibitor), "ExhibitorMember", member_id, "member_id")
        if member.user_id != user.pk:
            own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
        remove_exhibitor_member(member=member)
        forget_fair_roles(info.context)
        return {}


class ExhibitorProfileInput(InputObjectType):
    """What the directory says of the firm; its name and tax code are the organiser's to change."""

    website_url = String()
    email = String()
    phone = String()
    description = String()
    categories = List(NonNull(String))


class ExhibitorProfileUpdate(Mutation):
    """Change what the directory says of one's firm. For managers of the exhibitor, and staff."""

    class Arguments:
        exhibitor_id = ID(required=True)
        input = ExhibitorProfileInput(required=True)

    class Meta:
        access = EXHIBITOR
        known_errors = errors.REFUSED

    exhibitor_desk = Field(ExhibitorDesk)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, input: Any) -> dict[str, Any]:
        exhibitor = own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
        changes = {name: value for name, value in input.items() if value is not None}
        return {"exhibitor_desk": update_exhibitor(exhibitor=exhibitor, changes=changes)}
