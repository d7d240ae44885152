"""Lists of parties that one may not deal with, as they were loaded: editions, parties, and every name of each."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class PartyKind(models.TextChoices):
    PERSON = "PERSON"
    ENTITY = "ENTITY"
    VESSEL = "VESSEL"
    OTHER = "OTHER"


class ListEdition(models.Model):
    """One loaded file. Editions are kept: what was decided stays readable with the list it was decided by."""

    source = models.CharField(max_length=40)
    """Code of a folder of ``formats``; the latest edition of a source is the one that holds."""
    published_on = models.DateField(null=True)
    """As the file says; not every format does."""
    file_name = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    party_count = models.PositiveIntegerField()
    loaded_at = models.DateTimeField(auto_now_add=True)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-loaded_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=models.Q(superseded_at=None), name="one_edition_of_a_list_holds"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} loaded {self.loaded_at:%Y-%m-%d}"


class ListedParty(models.Model):
    edition = models.ForeignKey(ListEdition, models.CASCADE, related_name="parties")
    uid = models.CharField(max_length=80)
    """The list's own number of the party."""
    kind = models.CharField(max_length=10, choices=PartyKind.choices)
    programs = models.JSONField(default=list)
    """What it is listed under, as the list says."""
    countries = models.JSONField(default=list)
    """ISO 3166-1 alpha-2 of its addresses and nationalities, where they could be told."""
    born = models.JSONField(default=list)
    """Days or years of birth as the list says them."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "uid"], name="listed_party_once_per_edition")]

    def __str__(self) -> str:
        return f"{self.uid} ({self.kind})"


class ListedName(models.Model):
    party = models.ForeignKey(ListedParty, models.CASCADE, related_name="names")
    name = models.CharField(max_length=400)
    is_weak = models.BooleanField(default=False)
    """An alias that the list itself calls weak: it counts only when it is the whole name."""
    position = models.PositiveSmallIntegerField(default=0)
    """0 is the party's main name."""

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name
