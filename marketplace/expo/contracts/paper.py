"""A paper of a fair: what it says, frozen when it was issued, and the PDF once that has been made."""

import uuid

from django.db import models

from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor


class PaperKind(models.TextChoices):
    CONTRACT = "CONTRACT"
    INVOICE = "INVOICE"
    CREDIT_NOTE = "CREDIT_NOTE"


class FairPaper(models.Model):
    """Numbered without a gap per fair and kind. Its content never changes, and neither do the bytes of its PDF."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    expo = models.ForeignKey(Expo, on_delete=models.PROTECT, related_name="+")
    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=12, choices=PaperKind.choices)
    sequence = models.PositiveIntegerField()
    number = models.CharField(max_length=40)
    language = models.CharField(max_length=16)
    content = models.JSONField()
    """Empty once the paper need not be kept any more (``forget.py``); its PDF is gone then."""
    issued_on = models.DateField()
    sha256 = models.CharField(max_length=64, blank=True)
    """Of the PDF; empty until it is made, and when it is gone."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["expo", "kind", "sequence"], name="fair_papers_follow_each_other"),
            models.UniqueConstraint(fields=["expo", "number"], name="one_fair_paper_per_number"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def file_name(self) -> str:
        """Plain ASCII, no path."""
        number = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in self.number)
        return f"{self.kind.lower().replace('_', '-')}-{number}.pdf"
