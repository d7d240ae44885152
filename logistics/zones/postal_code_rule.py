from django.db import models

from logistics.zones.method import ShippingMethod


class InclusionType(models.TextChoices):
    """Whether a rule's postal codes are served, or are the ones that are not."""

    INCLUDE = "INCLUDE"
    EXCLUDE = "EXCLUDE"


class PostalCodeRule(models.Model):
    """A range of postal codes; without an end, all codes that begin like the start."""

    method = models.ForeignKey(ShippingMethod, models.CASCADE, related_name="postal_code_rules")
    start = models.CharField(max_length=20)
    end = models.CharField(max_length=20, blank=True)
    inclusion_type = models.CharField(max_length=8, choices=InclusionType.choices, default=InclusionType.EXCLUDE)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["method", "start", "end"], name="postal_code_rule_once_per_method")
        ]

    def __str__(self) -> str:
        return f"{self.inclusion_type} {self.start}–{self.end or '…'}"
