"""What staff decide: ``fairApplicationApprove``, ``fairApplicationDecline``, ``fairApplicationWaitlist``."""

from typing import Any

from marketplace.expo.applications.application import FairApplication as ApplicationRow
from marketplace.expo.applications.decide import approve_application, decline_application, waitlist_application
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, row_of
from marketplace.expo.graphql.applications.types import FairApplication
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.graphql import ID, Field, Mutation, String


class FairApplicationApprove(Mutation):
    """Make the firm an exhibitor with a contract. Approving twice gives the same one."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        error_codes = ("WRONG_STATE", "NO_ORGANISER")
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)
    fair_application = Field(FairApplication)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        application = _application(id)
        exhibitor = approve_application(application=application, by=caller(info), now=info.context.now)
        application.refresh_from_db()
        return {"exhibitor": exhibitor, "fair_application": application}


class FairApplicationDecline(Mutation):
    """Say no, with a reason that the applicant reads."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = ("WRONG_STATE",)
        known_errors = errors.REFUSED

    fair_application = Field(FairApplication)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        decided = decline_application(
            application=_application(id), reason=reason, by=caller(info), now=info.context.now
        )
        return {"fair_application": decided}


class FairApplicationWaitlist(Mutation):
    """Say not yet, with a reason that the applicant reads."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = ("WRONG_STATE",)
        known_errors = errors.REFUSED

    fair_application = Field(FairApplication)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        decided = waitlist_application(
            application=_application(id), reason=reason, by=caller(info), now=info.context.now
        )
        return {"fair_application": decided}


def _application(global_id: str) -> ApplicationRow:
    return row_of(ApplicationRow.objects.select_related("expo"), "FairApplication", global_id, "id")
