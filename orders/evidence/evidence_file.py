"""Pictures and papers that belong to a return or to a message of a dispute."""

from django.db import models

from orders.attachments.stored_file import StoredFile
from orders.disputes.dispute import DisputeMessage
from orders.returns.return_request import ReturnRequest


class EvidenceFile(StoredFile):
    """Of one return or of one message, never of both."""

    return_request = models.ForeignKey(ReturnRequest, models.CASCADE, null=True, related_name="files")
    message = models.ForeignKey(DisputeMessage, models.CASCADE, null=True, related_name="files")

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(return_request__isnull=True, message__isnull=False)
                | models.Q(return_request__isnull=False, message__isnull=True),
                name="evidence_of_one_thing",
            )
        ]
