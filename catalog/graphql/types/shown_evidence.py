"""What everybody may see of a step beside its words: photos, papers, how much they show, what is withheld."""

from dataclasses import dataclass
from datetime import UTC, date
from decimal import Decimal as Number
from typing import Any

from django.db.models import prefetch_related_objects

from catalog.products.media_files import url_of
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.evidence import step_evidence
from catalog.traceability.proof.day import DailyRoot
from catalog.traceability.shopper import strength
from catalog.traceability.step import TraceStep as StepRow
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
)

EvidenceStrengthEnum = Enum.from_enum(
    strength.EvidenceStrength,
    name="TraceEvidenceStrength",
    description="How well a step is shown to be true, weakest first: COPIED values of another lot, the maker's"
    " OWN_WORD, a PHOTO, a PAPER, a PARTNER's own event of the same goods.",
)
EvidenceKindEnum = Enum.from_enum(step_evidence.EvidenceKind, name="TraceEvidenceKind", description="What a file is.")
WORDS = {
    "COPIED": _("Values taken over from an earlier lot"),
    "OWN_WORD": _("By the maker's own word"),
    "PHOTO": _("With a photo"),
    "PAPER": _("With a paper"),
    "PARTNER": _("Recorded by a partner as well"),
}
PHOTO_PIXELS = 256


@dataclass(frozen=True, slots=True)
class Point:
    latitude: Number
    longitude: Number


class TracePoint(ObjectType):
    """Where it was, WGS 84; only of places that their seller shows to the public."""

    class Meta:
        access = ANYONE

    latitude = Field(Decimal, required=True)
    longitude = Field(Decimal, required=True)


class ShownEvidence(ObjectType):
    """A photo or paper of a step. A paper is named by its hash alone: its owner can show it and prove that it is it."""

    class Meta:
        access = ANYONE

    kind = Field(EvidenceKindEnum, required=True)
    taken_at = Field(DateTime, description="As the telephone or the photo said.")
    sha256 = Field(String, required=True, description="Of the file as it is kept, in hexadecimal.")
    url = Field(
        String,
        args={"size": Int(description="Pixels of the longest edge.")},
        description="Null for what is not shown.",
    )

    @staticmethod
    @batch
    def resolve_url(rows: list[step_evidence.StepEvidence], info: Any, size: int | None = None) -> list[str | None]:
        wanted = PHOTO_PIXELS if size is None else max(1, min(size, 2048))
        return [url_of(row.file, wanted) if row.is_public else None for row in rows]


class WithShownEvidence(ObjectType):
    """The fields that a step has because of it."""

    class Meta:
        access = ANYONE

    shown_evidence = Field(List(NonNull(ShownEvidence)), required=True, description="Oldest first.")
    evidence_strength = Field(EvidenceStrengthEnum, required=True)
    evidence_strength_display = Field(String, required=True, description="In the language of the request.")
    partner = Field(String, description="From whom the goods came or to whom they went, where that is public.")
    partner_is_withheld = Field(Boolean, required=True, description="There is one whom the seller does not name.")
    sealed_on = Field(Date, description="The day (UTC) whose published root covers the step's event.")
    point = Field(TracePoint, description="Null where the exact place is not public.")

    @staticmethod
    @batch
    def resolve_shown_evidence(steps: list[StepRow], info: Any) -> list[list[step_evidence.StepEvidence]]:
        rows = step_evidence.StepEvidence.objects.filter(step__in=steps).order_by("created_at", "pk")
        found: dict[Any, list[step_evidence.StepEvidence]] = {step.pk: [] for step in steps}
        for row in rows:
            found[row.step_id].append(row)
        return [found[step.pk] for step in steps]

    @staticmethod
    @batch
    def resolve_evidence_strength(steps: list[StepRow], info: Any) -> list[strength.EvidenceStrength]:
        return _strengths(steps, info)

    @staticmethod
    @batch
    def resolve_evidence_strength_display(steps: list[StepRow], info: Any) -> list[str]:
        return [gettext(info.context.language, WORDS[one]) for one in _strengths(steps, info)]

    @staticmethod
    @batch
    def resolve_partner(steps: list[StepRow], info: Any) -> list[str | None]:
        prefetch_related_objects(steps, "party")
        return [step.party.name if step.party is not None and step.party.is_public else None for step in steps]

    @staticmethod
    @batch
    def resolve_partner_is_withheld(steps: list[StepRow], info: Any) -> list[bool]:
        prefetch_related_objects(steps, "party")
        return [step.party is not None and not step.party.is_public for step in steps]

    @staticmethod
    @batch
    def resolve_sealed_on(steps: list[StepRow], info: Any) -> list[date | None]:
        events = EpcisEvent.objects.filter(pk__in={step.event_id for step in steps if step.event_id})
        days = {pk: recorded.astimezone(UTC).date() for pk, recorded in events.values_list("pk", "record_time")}
        sealed = set(DailyRoot.objects.filter(day__in=set(days.values())).values_list("day", flat=True))
        found = [days.get(step.event_id or 0) for step in steps]
        return [day if day in sealed else None for day in found]

    @staticmethod
    @batch
    def resolve_point(steps: list[StepRow], info: Any) -> list[Point | None]:
        prefetch_related_objects(steps, "place_ref")
        return [_point(step) for step in steps]


def _point(step: StepRow) -> Point | None:
    place = step.place_ref
    if place is None or not place.is_public or place.latitude is None or place.longitude is None:
        return None
    return Point(place.latitude, place.longitude)


def _strengths(steps: list[StepRow], info: Any) -> list[strength.EvidenceStrength]:
    """Both fields of an answer share the look."""
    cache: dict[Any, strength.EvidenceStrength] = info.context.cache.setdefault("catalog.strengths", {})
    unknown = [step for step in steps if step.pk not in cache]
    if unknown:
        cache |= strength.strengths_of(unknown)
    return [cache[step.pk] for step in steps]
