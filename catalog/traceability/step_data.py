"""What somebody says of a step, and what it is refused for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from catalog.traceability.step_kind import StepKind
from catalog.traceability.templates.template import stage_kinds

if TYPE_CHECKING:
    from catalog.traceability.entry.material_batch import MaterialBatch
    from catalog.traceability.evidence.clean import CleanEvidence
    from catalog.traceability.evidence.step_evidence import StepEvidence
    from catalog.traceability.identity.party import TraceParty
    from catalog.traceability.identity.place import TracePlace
    from catalog.traceability.lot import Lot
    from catalog.traceability.step import TraceStep

CLOCK_DIFFERENCE = timedelta(minutes=10)
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
"""Old wood is old; before this it is a typing slip."""
TAKING_IN = frozenset(
    {StepKind.HARVESTING, StepKind.COMMISSIONING, StepKind.TRANSFORMING, StepKind.ASSEMBLING, StepKind.RECEIVING}
)
"""Kinds of steps whose events can say what went in."""
MOST_QUANTITY, _NINE_PLACES = Decimal(10) ** 12, Decimal("0.000000001")
MOST_INPUTS, MOST_MEASURES, MOST_PAPERS, MOST_EVIDENCE = 100, 40, 20, 10


class BadStep(ValueError):
    """The values cannot be; ``field`` names which."""

    def __init__(self, field: str, fact: str) -> None:
        super().__init__(f"{field}: {fact}")
        self.field = field


class AlreadyCorrected(ValueError):
    """The step has a correction; that one is what can be corrected now."""


@dataclass(frozen=True, slots=True)
class StepInput:
    """So much of another lot, of a material, or of what a URI names, that went into the lot."""

    thing: Lot | MaterialBatch | str
    quantity: Decimal | None = None
    uom: str = ""
    """UN/ECE Recommendation 20; empty for pieces."""
    is_kind: bool = False
    """Of a URI whose form does not tell: it names goods of a kind or lot, not one single thing."""


@dataclass(frozen=True, slots=True)
class StepData:
    """``occurred_at`` keeps the clock it was written with: 08:30+07:00 is shown as 08:30."""

    kind: StepKind
    occurred_at: datetime
    place: str
    title: str
    detail: str = ""
    stage: str = ""
    """Of a trade's template."""
    source_language: str = "vi"
    place_ref: TracePlace | None = None
    party: TraceParty | None = None
    """From whom it was received, or to whom it was sent."""
    inputs: tuple[StepInput, ...] = ()
    quantity: Decimal | None = None
    """Of the lot's goods; the whole lot when left out."""
    uom: str = ""
    measures: Mapping[str, str] = field(default_factory=dict)
    """Values by field name: ``species`` is of our own vocabulary, ``cbvmda:lotNumber`` of the standard's."""
    papers: tuple[tuple[str, str], ...] = ()
    """Kind (a word for business transactions, or one of our own) and number."""
    container: str = ""
    """Canonical URI of the carton or pallet that goods were packed into."""
    evidence: tuple[CleanEvidence | StepEvidence, ...] = ()
    """Rows are those of an earlier step that this one corrects."""


def check_step(lot: Lot, data: StepData, supersedes: TraceStep | None) -> None:
    """Raises `BadStep`."""
    check_moment(data.occurred_at)
    if not data.title.strip():
        raise BadStep("title", "a step has a title")
    if supersedes is not None and supersedes.lot_id != lot.pk:
        raise BadStep("supersedes", "the step belongs to another lot")
    if data.place_ref is not None and data.place_ref.seller_id != lot.seller_id:
        raise BadStep("place_ref", "the place is another seller's record")
    if data.party is not None and data.party.seller_id != lot.seller_id:
        raise BadStep("party", "the party is another seller's record")
    if data.stage and stage_kinds().get(data.stage) != data.kind:
        raise BadStep("stage", "no template has such a stage of this kind")
    check_amounts(data.quantity, data.inputs)
    for name, most in (
        ("inputs", MOST_INPUTS), ("measures", MOST_MEASURES), ("papers", MOST_PAPERS), ("evidence", MOST_EVIDENCE),
    ):  # fmt: skip
        if len(getattr(data, name)) > most:
            raise BadStep(name, f"at most {most}")


def check_moment(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise BadStep("occurred_at", "a time without a zone could be any of 38 moments")
    if not EARLIEST < moment <= timezone.now() + CLOCK_DIFFERENCE:
        raise BadStep("occurred_at", "it has not happened yet, or too long ago to be of goods on sale")


def check_amounts(quantity: Decimal | None, inputs: tuple[StepInput, ...]) -> None:
    if quantity is not None and not _fits(quantity):
        raise BadStep("quantity", "a quantity is above nothing and within what can be kept")
    if any(given.quantity is not None and not _fits(given.quantity) for given in inputs):
        raise BadStep("inputs", "a quantity is above nothing and within what can be kept")


def _fits(quantity: Decimal) -> bool:
    return 0 < quantity < MOST_QUANTITY and quantity == quantity.quantize(_NINE_PLACES)
