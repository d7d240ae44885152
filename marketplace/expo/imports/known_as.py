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
    """Another spelling that a person has said to be this exhibitor, or another number that a source has for it."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="aliases")
    name_key = models.CharField(max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exhibitor", "name_key"], name="exhibitor_alias_once")]

    def __str__(self) -> str:
        return self.name_key


_NUMBER = "#"
"""No spelling begins with it (`firm_name`): what does is a source's number."""


def number_key(source_id: int, id_there: str) -> str:
    """How a number stands among the aliases of an exhibitor that one source lists twice: ``#7 A-12``."""
    return f"{_NUMBER}{source_id} {id_there}"


def id_in(key: str, source_id: int) -> str | None:
    """The number that an alias stands for in this source's lists; none for a spelling or another source's number."""
    head = number_key(source_id, "")
    return key.removeprefix(head) if key.startswith(head) else None


def keep_number(left: ExhibitorListing, kept: ExhibitorListing) -> None:
    """One source listed two exhibitors that are one now: it is known by both numbers."""
    if not kept.id_there:
        kept.id_there = left.id_there
        kept.save(update_fields=["id_there"])
    elif left.id_there and left.id_there != kept.id_there:
        key = number_key(kept.source_id, left.id_there)
        ExhibitorAlias.objects.get_or_create(exhibitor_id=kept.exhibitor_id, name_key=key)
