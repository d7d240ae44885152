"""A visitor whom an exhibitor met: one row per exhibitor and visitor, however often they meet."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef

from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.visitors.visitor import ConsentPurpose, VisitorConsent


class LeadQuerySet(models.QuerySet["Lead"]):
    def with_contact(self) -> "LeadQuerySet":
        """Those whose visitor lets the exhibitor see who it is: consented when scanned, and has not thought better.

        Only the consent of that time counts: what was taken back and given again is for those who scan from then on.
        """
        consents = VisitorConsent.objects.filter(
            visitor=OuterRef("visitor"),
            purpose=ConsentPurpose.LEADS,
            given_at__lte=OuterRef("contact_given_at"),
            withdrawn_at__isnull=True,
        )
        return self.filter(
            Exists(consents),
            contact_given_at__isnull=False,
            contact_withdrawn_at__isnull=True,
            forgotten_at__isnull=True,
            visitor__withdrawn_at__isnull=True,
            visitor__forgotten_at__isnull=True,
        )


class Lead(models.Model):
    """What an exhibitor wrote down about a visitor. Who the visitor is, it reads only with the visitor's consent."""

    exhibitor = models.ForeignKey(Exhibitor, models.CASCADE, related_name="leads")
    visitor = models.ForeignKey("expo.Visitor", models.CASCADE, related_name="leads")
    scanned_at = models.DateTimeField()
    """The first moment; all of them are ``LeadScan`` rows."""
    last_scanned_at = models.DateTimeField()
    note = models.TextField(max_length=4000, blank=True)
    rating = models.PositiveSmallIntegerField(
        null=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )  # fmt: skip
    follow_up_on = models.DateField(null=True)
    followed_up_at = models.DateTimeField(null=True)
    exhibits = models.ManyToManyField(Exhibit, related_name="+", blank=True)
    """What the visitor was interested in."""
    contact_given_at = models.DateTimeField(null=True)
    """When the badge was scanned with the visitor's consent to leads; empty when there was none."""
    contact_wording = models.CharField(max_length=20, blank=True)
    """The version of the words that were consented to."""
    contact_withdrawn_at = models.DateTimeField(null=True)
    """When the visitor took the contact back from this exhibitor alone."""
    forgotten_at = models.DateTimeField(null=True)
    """When note and contact were let go of because their time was over."""

    objects: ClassVar[LeadQuerySet] = LeadQuerySet.as_manager()  # type: ignore[assignment]  # a manager of this queryset

    class Meta:
        ordering = ["-last_scanned_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["exhibitor", "visitor"], name="one_lead_per_exhibitor_and_visitor"),
            models.CheckConstraint(
                condition=models.Q(rating__isnull=True) | models.Q(rating__gte=1, rating__lte=5),
                name="lead_rating_1_to_5",
            ),
        ]
        indexes = [models.Index(fields=["exhibitor", "-last_scanned_at"], name="leads_of_an_exhibitor")]

    def __str__(self) -> str:
        return f"lead {self.pk} of exhibitor {self.exhibitor_id}"


class LeadScan(models.Model):
    """One moment in which the badge was scanned. ``client_id`` is made by the telephone, so that none counts twice."""

    lead = models.ForeignKey(Lead, models.CASCADE, related_name="scans")
    exhibitor = models.ForeignKey(Exhibitor, models.CASCADE, related_name="+")
    client_id = models.UUIDField()
    badge = models.ForeignKey("expo.Badge", models.SET_NULL, null=True, related_name="+")
    scanned_at = models.DateTimeField()
    received_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["scanned_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["exhibitor", "client_id"], name="one_lead_scan_per_client_id"),
        ]

    def __str__(self) -> str:
        return f"scan of lead {self.lead_id} at {self.scanned_at:%Y-%m-%d %H:%M}"


class LeadExport(models.Model):
    """Who took a list of leads out of the marketplace, when, and of how many visitors it named."""

    exhibitor = models.ForeignKey(Exhibitor, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    file_format = models.CharField(max_length=4)
    leads = models.PositiveIntegerField()
    contacts = models.PositiveIntegerField()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.leads} leads of exhibitor {self.exhibitor_id} as {self.file_format}"
