"""Pictures and papers that belong to a return or to a message of a dispute."""

import uuid

from django.db import models

from orders.disputes.dispute import DisputeMessage
from orders.returns.return_request import ReturnRequest


class EvidenceFile(models.Model):
    """``file`` is a random name in a folder that no web server serves; it is opened by a signed link."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    return_request = models.ForeignKey(ReturnRequest, models.CASCADE, null=True, related_name="files")
    message = models.ForeignKey(DisputeMessage, models.CASCADE, null=True, related_name="files")
    file = models.CharField(max_length=60)
    file_type = models.CharField(max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(return_request__isnull=True, message__isnull=False)
                | models.Q(return_request__isnull=False, message__isnull=True),
                name="evidence_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.file
