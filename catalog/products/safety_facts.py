"""What a buyer must be told before using the goods (Regulation (EU) 2023/988, article 19(b) and (d))."""

from django.db import models

from marketplace.sellers.models import ResponsiblePerson


class SafetyFacts(models.Model):
    """Columns of `catalog.Product`. ``warnings`` is translated like the other texts."""

    warnings = models.TextField(blank=True, max_length=5000)
    """Warnings and safety information, plain text with line breaks, in the product's own language."""
    needs_no_warnings = models.BooleanField(default=False)
    """The seller declares that there is nothing to warn of: an empty text alone does not say so."""
    responsible_person = models.ForeignKey(
        ResponsiblePerson, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Somebody else than the seller's usual one; empty means the usual one."""

    class Meta:
        abstract = True
