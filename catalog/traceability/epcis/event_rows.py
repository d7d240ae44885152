"""What events say, in rows that can be asked for: things, parties and papers, lasting states, further fields."""

from __future__ import annotations

from django.db import models

from catalog.traceability.epcis.event import EpcisEvent
from marketplace.append_only.rows import AppendOnlyModel


class ThingRole(models.TextChoices):
    EPC = "EPC"
    PARENT = "PARENT"
    CHILD = "CHILD"
    INPUT = "INPUT"
    OUTPUT = "OUTPUT"


class EventThing(AppendOnlyModel):
    """A thing, or so much of a kind or lot of things."""

    event = models.ForeignKey(EpcisEvent, on_delete=models.PROTECT, related_name="things")
    role = models.CharField(max_length=6, choices=ThingRole.choices)
    is_class = models.BooleanField()
    """From a quantity list: a kind or a lot."""
    uri = models.CharField(max_length=400)
    quantity = models.DecimalField(max_digits=24, decimal_places=9, null=True)
    uom = models.CharField(max_length=3, blank=True)
    """UN/ECE Recommendation 20; empty for pieces."""

    class Meta:
        indexes = [
            models.Index(fields=["uri", "role", "event"], name="things_by_uri"),
            models.Index(fields=["event", "role"], name="things_of_event"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.uri}"


class LinkKind(models.TextChoices):
    TRANSACTION = "TRANSACTION"
    SOURCE = "SOURCE"
    DESTINATION = "DESTINATION"


class EventLink(AppendOnlyModel):
    """A business transaction, or where goods came from and go to."""

    event = models.ForeignKey(EpcisEvent, on_delete=models.PROTECT, related_name="links")
    kind = models.CharField(max_length=11, choices=LinkKind.choices)
    type = models.CharField(max_length=200, blank=True)
    """Canonical: ``https://ref.gs1.org/cbv/SDT-owning_party``; a business transaction may have none."""
    uri = models.CharField(max_length=400)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "uri", "event"], name="links_by_uri"),
            models.Index(fields=["event"], name="links_of_event"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uri}"


class EventDisposition(AppendOnlyModel):
    """A state that lasts beyond the event, set or taken away."""

    event = models.ForeignKey(EpcisEvent, on_delete=models.PROTECT, related_name="dispositions")
    is_set = models.BooleanField()
    disposition = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["disposition", "is_set", "event"], name="lasting_dispositions")]

    def __str__(self) -> str:
        return f"{'set' if self.is_set else 'unset'} {self.disposition}"


class FieldScope(models.TextChoices):
    EXTENSION = "EXTENSION"
    ILMD = "ILMD"
    ERROR = "ERROR"
    """Inside an error declaration: ``correctiveEventIDs`` among them."""
    SENSOR = "SENSOR"
    """Of a sensor report or its metadata."""
    READ_POINT = "READ_POINT"
    BIZ_LOCATION = "BIZ_LOCATION"


class EventField(AppendOnlyModel):
    """A field beyond the columns. ``path`` is expanded names joined by ``/``: ``https://ns.example/x#lot/no``."""

    event = models.ForeignKey(EpcisEvent, on_delete=models.PROTECT, related_name="fields")
    scope = models.CharField(max_length=12, choices=FieldScope.choices)
    place = models.PositiveSmallIntegerField(default=0)
    """Which sensor report it is of, so that conditions can be asked of one and the same."""
    path = models.CharField(max_length=400)
    is_inner = models.BooleanField(default=False)
    """Inside another field: what the INNER families ask for."""
    text = models.CharField(max_length=1000, blank=True)
    number = models.DecimalField(max_digits=30, decimal_places=12, null=True)
    time = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["scope", "path", "text"], name="fields_by_text"),
            models.Index(fields=["scope", "path", "number"], name="fields_by_number"),
            models.Index(fields=["event"], name="fields_of_event"),
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.path}"
