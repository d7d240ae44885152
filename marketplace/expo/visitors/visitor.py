"""Visitor: somebody who registered for one fair, with an account or without; and what they agreed to."""

import uuid

from django.db import models

from i18n.text import fold
from marketplace.expo.exhibition import LOCAL_ZONE, Expo

LONGEST = {"name": 120, "firm": 200, "job_title": 120}


class VisitorKind(models.TextChoices):
    TRADE = "TRADE"
    PRESS = "PRESS"
    PUBLIC = "PUBLIC"


class ConsentPurpose(models.TextChoices):
    """Each is asked for by itself and none is a condition of the visit."""

    LEADS = "LEADS"
    """Exhibitors who scan the badge get name, firm, job title, country, language and e-mail address."""
    MATCHMAKING = "MATCHMAKING"
    """Interests are compared with what is shown, and exhibitors may be proposed and may propose meetings."""
    NEWS = "NEWS"
    """Letters about this fair and its next editions."""
    PHOTOS = "PHOTOS"
    """To be recognisable in photographs that the fair publishes."""


class VisitorQuerySet(models.QuerySet["Visitor"]):
    def registered(self) -> "VisitorQuerySet":
        """Those who confirmed and have not withdrawn."""
        return self.filter(confirmed_at__isnull=False, withdrawn_at__isnull=True)


class Visitor(models.Model):
    """One per address and fair. Forgetting one empties what says who it was; country and kind stay to be counted."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="visitors")
    user = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=LONGEST["name"], blank=True)
    firm = models.CharField(max_length=LONGEST["firm"], blank=True)
    job_title = models.CharField(max_length=LONGEST["job_title"], blank=True)
    country = models.CharField(max_length=2)
    language = models.CharField(max_length=16, default="en")
    """Of the letters and of the badge."""
    timezone = models.CharField(max_length=64, default=LOCAL_ZONE)
    email = models.EmailField(max_length=254, blank=True)
    kind = models.CharField(max_length=6, choices=VisitorKind.choices, default=VisitorKind.TRADE)
    interests = models.JSONField(default=list, blank=True)
    """Primary keys of categories of the catalogue."""
    search_text = models.CharField(max_length=600, blank=True, editable=False)
    registered_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = VisitorQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["expo", "email"], condition=~models.Q(email=""), name="one_visitor_per_address"
            ),
            models.UniqueConstraint(
                fields=["expo", "user"], condition=models.Q(user__isnull=False), name="one_visitor_per_account"
            ),
        ]
        indexes = [models.Index(fields=["email"], name="visitors_by_address")]

    def __str__(self) -> str:
        return f"visitor {self.public_id}"

    @property
    def is_registered(self) -> bool:
        return self.confirmed_at is not None and self.withdrawn_at is None

    def refresh_search_text(self) -> None:
        self.search_text = fold(f"{self.name} {self.firm} {self.email}")[:600]


class VisitorConsent(models.Model):
    """Given once for a purpose, under a wording; taken back by ``withdrawn_at``. Given again it is another row."""

    visitor = models.ForeignKey(Visitor, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=11, choices=ConsentPurpose.choices)
    wording_version = models.CharField(max_length=20)
    """Which of the texts in ``wording.py`` the visitor saw."""
    language = models.CharField(max_length=16, blank=True, default="", db_default="")
    """In which they were read; empty for those of before it was kept."""
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["visitor_id", "purpose", "given_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["visitor", "purpose"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_consent_in_force",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.wording_version}"


def consents_to(visitor: Visitor, purpose: ConsentPurpose | str) -> bool:
    """Whether a registered visitor agrees to it now."""
    if not visitor.is_registered:
        return False
    return VisitorConsent.objects.filter(visitor=visitor, purpose=purpose, withdrawn_at__isnull=True).exists()
