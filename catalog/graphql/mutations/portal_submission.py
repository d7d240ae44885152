"""``portalSubmissionCreate``, ``-Send`` and ``-RecordAnswer``."""

from typing import Any

from django.utils import timezone

from catalog.graphql.access import caller
from catalog.graphql.portal_access import CODES, SUBMISSION, own_submission
from catalog.graphql.trace_access import lot_for
from catalog.graphql.types.portal import PortalSubmission
from catalog.traceability.portals.submit import draft_submission, record_answer, send_submission
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, InputError, InputObjectType, Mutation, String

LONGEST_RECEIPT, LONGEST_REASON = 100, 2000


class PortalSubmissionCreate(Mutation):
    """Put together the record of a lot as it is now; nothing is sent. For managers."""

    class Arguments:
        lot = ID(required=True)
        portal = String(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = CODES
        known_errors = SUBMISSION

    submission = Field(PortalSubmission)

    @classmethod
    def perform(cls, info: Any, *, lot: str, portal: str) -> dict[str, Any]:
        found = lot_for(info, lot, field="lot")
        row = draft_submission(lot=found, portal=portal, by=caller(info), now=timezone.now())
        return {"submission": row}


class PortalSubmissionSend(Mutation):
    """Send a record, or say that its files were handed in. For managers."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = SUBMISSION

    submission = Field(PortalSubmission)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        row = own_submission(info, id)
        return {"submission": send_submission(submission_id=row.pk, now=timezone.now())}


class PortalAnswerInput(InputObjectType):
    accepted = Boolean(required=True)
    receipt = String(description="The number that the system gave; asked for when it was accepted.")
    reason = String(description="Why it was refused.")


class PortalSubmissionRecordAnswer(Mutation):
    """Enter what came back for files that were handed in by hand. For managers."""

    class Arguments:
        id = ID(required=True)
        input = PortalAnswerInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = SUBMISSION

    submission = Field(PortalSubmission)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        row = own_submission(info, id)
        receipt, reason = input.get("receipt") or "", input.get("reason") or ""
        if len(receipt) > LONGEST_RECEIPT or len(reason) > LONGEST_REASON:
            raise InputError(_("This is too long."), field="input")
        row = record_answer(
            submission_id=row.pk, accepted=input["accepted"], receipt=receipt, reasons=[reason], now=timezone.now()
        )
        return {"submission": row}
