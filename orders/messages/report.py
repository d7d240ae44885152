"""Tell staff of a message, and staff's decision on it."""

from datetime import datetime

from django.db import transaction

from marketplace.accounts.models import User
from orders.messages.message import Message
from orders.messages.message_report import MessageReport, MessageReportReason, MessageReportStatus
from orders.messages.remove import remove_messages


class OwnMessage(Exception):
    """Nobody reports what they wrote themselves."""


def report_message(
    *, message: Message, reporter: User, reason: MessageReportReason, text: str, now: datetime
) -> MessageReport:
    """One per person and message; doing it again changes its words and opens it anew. Raises ``OwnMessage``."""
    if message.user_id == reporter.pk:
        raise OwnMessage
    said = {
        "reason": reason,
        "text": text,
        "created_at": now,
        "status": MessageReportStatus.OPEN,
        "decision": "",
        "decided_by": None,
        "decided_at": None,
    }
    with transaction.atomic():
        report, _ = MessageReport.objects.update_or_create(message=message, reporter=reporter, defaults=said)
    return report


def decide_report(
    *, report: MessageReport, status: MessageReportStatus, decision: str, by: User, now: datetime
) -> MessageReport:
    """UPHELD takes the message away, words and files; DISMISSED leaves it. All reports of the message end with it."""
    with transaction.atomic():
        waiting = MessageReport.objects.select_for_update(of=("self",)).filter(message=report.message_id)
        rows = list(waiting.order_by("pk"))
        for row in rows:
            if row.pk == report.pk or row.status == MessageReportStatus.OPEN:
                row.status, row.decision, row.decided_by, row.decided_at = status, decision, by, now
        MessageReport.objects.bulk_update(rows, ["status", "decision", "decided_by", "decided_at"])
        if status == MessageReportStatus.UPHELD:
            remove_messages(Message.objects.filter(pk=report.message_id), now=now)
    return next(row for row in rows if row.pk == report.pk)
