"""The application of a firm to exhibit at a fair, from the draft to the decision."""

from typing import Any

from django.conf import settings
from django.db import models

from i18n.fields import currency_field
from i18n.text import fold
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import BoothKind, Hall
from marketplace.expo.packages.package import FairPackage
from marketplace.expo.packages.terms import TermsVersion
from marketplace.expo.pavilions.pavilion import Pavilion


class ApplicationStatus(models.TextChoices):
    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    APPROVED = "APPROVED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    WAITLISTED = "WAITLISTED"


WAITING = (ApplicationStatus.SUBMITTED, ApplicationStatus.WAITLISTED)
"""Handed in and not decided for good."""
OPEN = (ApplicationStatus.DRAFT, *WAITING)


class FairApplication(models.Model):
    """`status` changes only through the verbs of this folder, each change with an `ApplicationStep`."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="applications")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    """Who applies; nobody once the account is erased."""
    seller = models.ForeignKey("sellers.Seller", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    exhibitor = models.OneToOneField(
        Exhibitor, null=True, blank=True, on_delete=models.SET_NULL, related_name="application"
    )
    """What became of it."""
    status = models.CharField(max_length=10, choices=ApplicationStatus.choices, default=ApplicationStatus.DRAFT)
    language = models.CharField(max_length=16)
    """What letters and papers are written in."""

    name = models.CharField(max_length=250)
    country = models.CharField(max_length=2, default="VN")
    tax_code = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=400, blank=True)
    website_url = models.URLField(max_length=250, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)

    package = models.ForeignKey(FairPackage, null=True, on_delete=models.PROTECT, related_name="+")
    pavilion = models.ForeignKey(Pavilion, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    currency = currency_field(default="VND")
    area = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    """Square metres wanted."""
    booth_kind = models.CharField(max_length=8, choices=BoothKind.choices, default=BoothKind.SHELL)
    hall = models.ForeignKey(Hall, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    wished_booths = models.CharField(max_length=200, blank=True)
    power_kilowatts = models.DecimalField(max_digits=6, decimal_places=1, default=0)
    needs_water = models.BooleanField(default=False)
    products = models.TextField(max_length=3_000, blank=True)
    """What it will show, in the words of the directory."""
    categories = models.JSONField(default=list, blank=True)
    co_exhibitors = models.JSONField(default=list, blank=True)
    """``[{"name", "country"}, …]``; rows of their own once the application is approved."""
    note = models.TextField(max_length=2_000, blank=True)

    terms = models.ForeignKey(TermsVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    """The version that was accepted."""
    accepted_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=1_000, blank=True)
    """Why it was declined or put on the waiting list, as the applicant reads it."""
    created_at = models.DateTimeField(auto_now_add=True)
    search_text = models.CharField(max_length=300, default="", editable=False)
    """Name and tax code folded, for staff's search."""

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["expo", "status"], name="application_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["expo", "tax_code"],
                condition=models.Q(status__in=["SUBMITTED", "WAITLISTED"]) & ~models.Q(tax_code=""),
                name="one_open_application_per_firm",
            )
        ]

    def __str__(self) -> str:
        return f"application {self.pk} of {self.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = fold(f"{self.name} {self.tax_code}")[:300]
        super().save(*args, **kwargs)


class ApplicationStep(models.Model):
    """One line of an application's history. Never edited."""

    application = models.ForeignKey(FairApplication, on_delete=models.CASCADE, related_name="steps")
    status = models.CharField(max_length=10, choices=ApplicationStatus.choices)
    reason = models.CharField(max_length=1_000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"application {self.application_id} became {self.status}"
