"""``messageReport`` for people in the conversation, ``messageReportDecide`` for moderators."""

from typing import Any

from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, InputError, Mutation, String, integer_key
from orders.graphql.access import signed_in
from orders.graphql.message_access import MODERATORS, message_for
from orders.graphql.message_refusals import REPORT
from orders.graphql.types.message_report import MessageReport, MessageReportReason
from orders.messages.message_report import MessageReport as ReportRow
from orders.messages.message_report import MessageReportReason as Reason
from orders.messages.message_report import MessageReportStatus
from orders.messages.report import decide_report, report_message


class MessageReported(Mutation):
    """Tell staff of a message that should not have been written. They then read it, and what stands before it."""

    class Arguments:
        id = ID(required=True, description="Of the message.")
        reason = MessageReportReason(required=True)
        text = String()

    class Meta:
        creates = True
        name = "MessageReportCreate"
        access = SIGNED_IN
        known_errors = REPORT

    accepted = Field(Boolean)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: Any, text: str | None = None) -> dict[str, Any]:
        report_message(
            message=message_for(info, id),
            reporter=signed_in(info),
            reason=Reason(str(getattr(reason, "value", reason))),
            text=bounded(text or "", "text", 1000),
            now=info.context.now,
        )
        return {"accepted": True}


class MessageReportDecide(Mutation):
    """Take a reported message away, or leave it."""

    class Arguments:
        id = ID(required=True)
        remove = Boolean(required=True, description="Take the message away: its words, translations and files.")
        decision = String(description="For the marketplace's own records.")

    class Meta:
        access = MODERATORS

    message_report = Field(MessageReport)

    @classmethod
    def perform(cls, info: Any, *, id: str, remove: bool, decision: str | None = None) -> dict[str, Any]:
        report = ReportRow.objects.filter(pk=integer_key(id, "MessageReport")).first()
        if report is None:
            raise InputError(_("There is no such report."), field="id", code="NOT_FOUND")
        decided = decide_report(
            report=report,
            status=MessageReportStatus.UPHELD if remove else MessageReportStatus.DISMISSED,
            decision=bounded(decision or "", "decision", 1000),
            by=signed_in(info),
            now=info.context.now,
        )
        return {"message_report": decided}
