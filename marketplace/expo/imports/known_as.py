"""What an import knows an exhibitor again by, besides its tax code, website and name."""

from django.db import models

from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.imports.source import ExhibitorSource


class ExhibitorListing(models.Model):
    """A source lists the exhibitor, under an id of its own if it gives one."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="listings")
    source = models.ForeignKey(ExhibitorSource, on_delete=models.CASCADE, related_name="+")
    id_there = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exhibitor", "source"], name="exhibitor_listed_once_by_source")]
        indexes = [models.Index(fields=["source", "id_there"], name="exhibitor_by_source_id")]

    def __str__(self) -> str:
        return f"{self.exhibitor_id} by {self.id_there or self.source}"


class ExhibitorAlias(models.Model):
    """Another spelling that a person has said to be this exhibitor."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="aliases")
    name_key = models.CharField(max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exhibitor", "name_key"], name="exhibitor_alias_once")]

    def __str__(self) -> str:
        return self.name_key
