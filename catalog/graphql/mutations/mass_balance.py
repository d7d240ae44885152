"""``balanceAlarmAcknowledge`` and ``productVariantYieldSet``."""

from typing import Any

from catalog.graphql import chain_errors
from catalog.graphql.access import own_variant
from catalog.graphql.chain_access import alarm_for
from catalog.graphql.types.mass_balance import BalanceAlarm, ProductYield, YieldKind
from catalog.traceability.mass_balance.acknowledge import YieldData, acknowledge_alarm, set_yield
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, SIGNED_IN, Decimal, Field, InputError, InputObjectType, Mutation, String

LONGEST_REASON = 500
LONGEST_BASIS = 300


class BalanceAlarmAcknowledge(Mutation):
    """Say why figures that do not agree are right all the same. For managers."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = chain_errors.BALANCE

    alarm = Field(BalanceAlarm)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        alarm = alarm_for(info, id)
        chain_errors.bounded(reason, LONGEST_REASON, "reason")
        if not reason.strip():
            raise InputError(_("Please give a reason."), field="reason", code="REQUIRED")
        return {"alarm": acknowledge_alarm(alarm=alarm, reason=reason, by=signed_in_user(info))}


class ProductVariantYieldInput(InputObjectType):
    """How a variant is made."""

    kind = YieldKind(required=True)
    most = Decimal(description="Goods divided by material, at most; instead of the kind's own. Needs a basis.")
    material_per_piece = Decimal(description="How much material is in one finished piece.")
    material_unit = String(description="UN/ECE Recommendation 20: KGM, MTQ, MTK, MTR and the like.")
    basis = String(description="Where the figures are from.")


class ProductVariantYieldSet(Mutation):
    """Say how much material a variant takes, so that its lots can be set against it. For managers."""

    class Arguments:
        variant = ID(required=True)
        input = ProductVariantYieldInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = chain_errors.BALANCE

    setting = Field(ProductYield)

    @classmethod
    def perform(cls, info: Any, *, variant: str, input: Any) -> dict[str, Any]:
        row = own_variant(info, variant, field="variant")
        basis, unit = input.get("basis") or "", input.get("material_unit") or ""
        chain_errors.bounded(basis, LONGEST_BASIS, "input.basis")
        chain_errors.bounded(unit, 3, "input.material_unit")
        data = YieldData(
            kind=str(input["kind"]),
            most=input.get("most"),
            material_per_piece=input.get("material_per_piece"),
            material_uom=unit,
            basis=basis,
        )
        return {"setting": set_yield(variant=row, data=data, by=signed_in_user(info))}
