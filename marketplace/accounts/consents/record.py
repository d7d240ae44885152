"""ConsentRecord: somebody agreed to something, took it back, or it ended. Rows are written once."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from marketplace.accounts.consents.person import person_keys
from marketplace.accounts.consents.purpose import ConsentChange, ConsentPlace, ConsentPurpose
from marketplace.accounts.user import User
from marketplace.append_only.rows import AppendOnlyModel, AppendOnlyQuerySet
from marketplace.append_only.triggers import Refusal


class ConsentQuerySet(AppendOnlyQuerySet):
    """The records a caller means."""

    def of(self, user: User) -> "ConsentQuerySet":
        """The account's own, and those of its address from when nobody was signed in, once it is confirmed."""
        own = models.Q(user=user)
        if user.is_confirmed:
            own |= models.Q(user__isnull=True, person__in=person_keys(user.email))
        return self.filter(own)


class ConsentRecord(AppendOnlyModel):
    """It shows who may have relied on what and when: the e-mail address itself is not in it, nor where it came from.

    Records of one ``purpose`` and ``about`` are the history of one consent; the latest says whether it is in force.
    """

    at = models.DateTimeField()
    change = models.CharField(max_length=9, choices=ConsentChange.choices)
    purpose = models.CharField(max_length=16, choices=ConsentPurpose.choices)
    about = models.CharField(max_length=80)
    """What it was given for, one registration, lead or device: ``Visitor:<key>``."""
    about_name = models.CharField(max_length=200, blank=True)
    """The fair, exhibitor or maker, as it was called then."""
    person = models.CharField(max_length=64)
    """A keyed hash of the e-mail address (``person.py``)."""
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    """Nobody for guests. An erased account has no name any more."""
    wording_version = models.CharField(max_length=20, blank=True)
    wording = models.TextField(blank=True)
    """What the person read, in the language they read it in."""
    language = models.CharField(max_length=16, blank=True)
    place = models.CharField(max_length=17, choices=ConsentPlace.choices, blank=True)
    keep_until = models.DateField(db_index=True)
    """Before this day is over nothing deletes it; while the consent is in force it stays longer."""

    objects: ClassVar[Any] = models.Manager.from_queryset(ConsentQuerySet)()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["about", "purpose", "-id"], name="consents_about"),
            models.Index(fields=["user", "-at", "-id"], name="consents_of_user"),
            models.Index(fields=["person", "-at", "-id"], name="consents_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.change}"


REFUSAL = Refusal(
    tables=("accounts_consentrecord",),
    message="the consent log is append-only",
    function="consents_refuse",
    kept_until="keep_until",
)
