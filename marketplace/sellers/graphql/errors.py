"""What sellers refuse, as errors of mutations."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.errors import Known
from marketplace.graphql import InputError, PermissionDenied, UserErrors
from marketplace.sellers.apply import TaxCodeTaken, TooManyApplications
from marketplace.sellers.invitation_token import InvitationInvalid
from marketplace.sellers.invite import AlreadyMember, SentToAnotherAddress
from marketplace.sellers.logo import InvalidPicture
from marketplace.sellers.members import LastOwner, TooManyMembers
from marketplace.sellers.profile import InvalidProfile
from marketplace.sellers.transitions import NotPossibleNow, NotStaff, ReasonRequired


def _profile_errors(refusal: InvalidProfile) -> UserErrors:
    return UserErrors(
        InputError(problem.message, field=problem.field, code=problem.code, params=problem.params)
        for problem in refusal.problems
    )


def _not_staff(refusal: Any) -> InputError:
    raise PermissionDenied


PROFILE: Known = {InvalidProfile: _profile_errors}
PROFILE_CODES = ("NOT_IN_REGION", "TAX_CODE_INVALID")
APPLICATION: Known = {
    **PROFILE,
    TaxCodeTaken: lambda refusal: InputError(
        _("There is a seller with this tax code already."), field="tax_code", code="TAX_CODE_TAKEN"
    ),
    TooManyApplications: lambda refusal: InputError(
        _("%(limit)s of your applications are still open. Please wait for them to be decided."),
        code="TOO_MANY_APPLICATIONS",
        params={"limit": refusal.limit},
    ),
}
APPLICATION_CODES = (*PROFILE_CODES, "TAX_CODE_TAKEN", "TOO_MANY_APPLICATIONS")
DECISION: Known = {
    NotPossibleNow: lambda refusal: InputError(
        _("This is not possible for a seller in its present state."), field="id", code="NOT_POSSIBLE_NOW"
    ),
    ReasonRequired: lambda refusal: InputError(
        _("Please give a reason, in at most 1000 characters."), field="reason", code="REQUIRED"
    ),
    NotStaff: _not_staff,
}
DECISION_CODES = ("NOT_POSSIBLE_NOW",)
PICTURE: Known = {
    InvalidPicture: lambda refusal: InputError(
        _("Choose a JPEG, PNG or WebP picture of at most 5 MB."), field="file", code="INVALID_PICTURE"
    )
}
PICTURE_CODES = ("INVALID_PICTURE",)
MEMBERS: Known = {
    LastOwner: lambda refusal: InputError(_("A seller keeps at least one owner."), code="LAST_OWNER"),
    TooManyMembers: lambda refusal: InputError(
        _("A seller has at most %(limit)s members."), code="TOO_MANY_MEMBERS", params={"limit": refusal.limit}
    ),
}
MEMBERS_CODES = ("LAST_OWNER", "TOO_MANY_MEMBERS")
INVITATION: Known = {
    **MEMBERS,
    AlreadyMember: lambda refusal: InputError(
        _("Somebody with this e-mail address is in the team already."), field="email", code="ALREADY_MEMBER"
    ),
    InvitationInvalid: lambda refusal: InputError(
        _("This invitation is not open any more. Ask for a new one."), field="token", code="INVALID"
    ),
    SentToAnotherAddress: lambda refusal: InputError(
        _("This invitation was sent to another e-mail address. Sign in with the account of that address."),
        field="token",
        code="OTHER_ADDRESS",
    ),
}
INVITATION_CODES = (*MEMBERS_CODES, "ALREADY_MEMBER", "OTHER_ADDRESS", "NOT_POSSIBLE_NOW")
