"""``record_material``: a batch of material comes into being here: harvested, received, or made of other batches."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from catalog.refusal import Problem, Refused, refuse_any
from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.epcis.capture.capture_event import capture_event
from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.identity.uris import seller_uri
from catalog.traceability.places.problems import too_long
from catalog.traceability.step_data import BadStep, StepData, check_amounts, check_moment
from catalog.traceability.step_event import event_document, quantity_element
from catalog.traceability.step_kind import StepKind
from i18n.messages import gettext_noop as _

if TYPE_CHECKING:
    from marketplace.sellers.models import Seller

KINDS = (StepKind.HARVESTING, StepKind.RECEIVING, StepKind.TRANSFORMING)
_LENGTHS = {"name": 200, "number": 40, "uri": 400}


@dataclass(frozen=True, slots=True)
class MaterialData:
    """``step`` says how it came: its title, place, party, inputs, measures and papers are the event's."""

    name: str
    number: str
    quantity: Decimal
    uom: str
    step: StepData
    uri: str = ""
    """How the supplier named it: a Digital Link or another URI; empty for a batch that nobody named."""


def record_material(*, seller: Seller, data: MaterialData) -> MaterialBatch:
    """The batch and its event. Raises `Refused` and `BadStep`; then neither is there."""
    _check(seller, data)
    batch_id = uuid.uuid4()
    uri = canonical_uri(data.uri.strip()) if data.uri.strip() else f"urn:uuid:{batch_id}"
    thing = quantity_element(uri, data.quantity, data.uom)
    document = event_document(data.step, own_thing=thing, seller=seller_uri(seller), record_id=batch_id)
    try:
        with transaction.atomic():
            return MaterialBatch.objects.create(
                pk=batch_id,
                seller=seller,
                name=data.name.strip(),
                number=data.number.strip(),
                uri=uri,
                quantity=data.quantity,
                uom=data.uom,
                place=data.step.place_ref,
                party=data.step.party,
                event=capture_event(document, seller=seller),
            )
    except IntegrityError as error:
        raise Refused(Problem("number", "UNIQUE", _("You have a material with this number already."))) from error


def _check(seller: Seller, data: MaterialData) -> None:
    problems = [*too_long(data, _LENGTHS)]
    for field in ("name", "number"):
        if not getattr(data, field).strip():
            problems.append(Problem(field, "REQUIRED", _("A material has a name and a number.")))
    if data.step.kind not in KINDS:
        problems.append(Problem("kind", "INVALID", _("A material is harvested, received, or made of others.")))
    refuse_any(problems)
    check_moment(data.step.occurred_at)
    check_amounts(data.quantity, data.step.inputs)
    for field in ("place_ref", "party"):
        record = getattr(data.step, field)
        if record is not None and record.seller_id != seller.pk:
            raise BadStep(field, "another seller's record")
