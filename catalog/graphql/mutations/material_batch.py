"""``materialBatchCreate``."""

from typing import Any

from catalog.graphql import errors, trace_errors
from catalog.graphql.trace_inputs import TraceStepInput, step_data
from catalog.graphql.types.trace_place import MaterialBatch
from catalog.traceability.entry.record_material import MaterialData, record_material
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Decimal, Field, InputError, InputObjectType, Mutation, String
from marketplace.sellers.graphql.access import seller_for


class MaterialBatchInput(InputObjectType):
    """A batch, and the step by which it came: harvested, received, or made of others."""

    name = String(required=True)
    number = String(required=True, description="Your own, as it stands on the pile or in your book.")
    quantity = Decimal(required=True)
    uom = String(description="UN/ECE Recommendation 20 (KGM, MTQ); left out for pieces.")
    uri = String(description="How its maker named it, if so: a Digital Link or another URI.")
    step = TraceStepInput(
        required=True,
        description="HARVESTING, RECEIVING or TRANSFORMING. Photos, containers, entry keys and corrections belong to"
        " steps of lots and are refused.",
    )


class MaterialBatchCreate(Mutation):
    """Record a batch of material with its EPCIS event. For everybody who works for the seller."""

    class Arguments:
        seller = ID(required=True)
        input = MaterialBatchInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = trace_errors.STEP | errors.REFUSED

    material = Field(MaterialBatch)

    @classmethod
    def perform(cls, info: Any, *, seller: str, input: Any) -> dict[str, Any]:
        owner = seller_for(info, seller, field="seller")
        trace_errors.check_lengths(input)
        for name in ("evidence", "container", "entry_key", "supersedes"):
            if input["step"].get(name):
                raise InputError(_("Only a step of a lot can have this."), field=f"input.step.{name}")
        data = MaterialData(
            name=input["name"],
            number=input["number"],
            quantity=input["quantity"],
            uom=(input.get("uom") or "").strip().upper()[:3],
            step=step_data(input["step"], seller_id=owner.pk),
            uri=input.get("uri") or "",
        )
        return {"material": record_material(seller=owner, data=data)}
