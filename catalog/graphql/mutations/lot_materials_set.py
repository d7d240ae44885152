"""``lotMaterialsSet`` and ``dueDiligenceStatementRecord``."""

from typing import Any

from catalog.graphql.access import caller
from catalog.graphql.errors import REFUSED
from catalog.graphql.trace_access import lot_for, uuid_key
from catalog.graphql.types.lot_material import DueDiligenceStatement, LotMaterial
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.lot import Lot
from catalog.traceability.materials.listed import listed_materials
from catalog.traceability.materials.record_statement import record_statement
from catalog.traceability.materials.set_materials import MOST_PLOTS, LotMaterialData, set_materials
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Date,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
)

TEXTS = ("name", "scientific_name", "common_name", "supplier_lot", "substances")
FIGURES = ("net_weight_kg", "volume_m3", "recycled_percent", "harvested_from", "harvested_until")


class LotMaterialInput(InputObjectType):
    """A material or component, in the quantity that all pieces of the lot hold together."""

    name = String(required=True)
    scientific_name = String(description="Genus and species: Hevea brasiliensis.")
    common_name = String()
    hs_code = String(description="4 to 12 digits, with or without points.")
    country = String(description="ISO 3166-1 alpha-2: where it was harvested or made.")
    net_weight_kg = Decimal()
    volume_m3 = Decimal()
    value = Decimal(description="Of all of it in the lot.")
    currency = String(description="ISO 4217; of the value.")
    recycled_percent = Decimal()
    substances = String(description="Substances of concern, with their CAS numbers.")
    has_no_substances = Boolean(description="The maker declares that it knows of none.")
    harvested_from = Date()
    harvested_until = Date()
    supplier = ID(description="A partner of the seller's.")
    supplier_lot = String()
    plots = List(NonNull(ID), description="Places of the seller's of the kind PLOT.")


class LotMaterialsSet(Mutation):
    """Say what a lot was made of; what is not in the list is gone. For managers of the seller."""

    class Arguments:
        lot = ID(required=True)
        materials = List(NonNull(LotMaterialInput), required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = REFUSED

    materials = Field(List(NonNull(LotMaterial)), size=10)

    @classmethod
    def perform(cls, info: Any, *, lot: str, materials: list[Any]) -> dict[str, Any]:
        found = lot_for(info, lot, field="lot")
        plots = _plots(found, [one for given in materials for one in given.get("plots") or []])
        parties = _parties(found, [given["supplier"] for given in materials if given.get("supplier")])
        set_materials(lot=found, materials=[_material(given, parties, plots) for given in materials])
        return {"materials": listed_materials(found)}


class DueDiligenceStatementRecord(Mutation):
    """Keep the number of a statement that an importer filed. For managers of the seller."""

    class Arguments:
        lot = ID(required=True)
        reference_number = String(required=True)
        verification_number = String()
        operator = String(required=True, description="Who filed it.")

    class Meta:
        access = SIGNED_IN
        known_errors = REFUSED

    statement = Field(DueDiligenceStatement)

    @classmethod
    def perform(
        cls, info: Any, *, lot: str, reference_number: str, operator: str, verification_number: str | None = None
    ) -> dict[str, Any]:
        kept = record_statement(
            lot=lot_for(info, lot, field="lot"),
            reference_number=reference_number,
            verification_number=verification_number or "",
            operator=operator,
            by=caller(info),
        )
        return {"statement": kept}


def _plots(lot: Lot, global_ids: list[str]) -> dict[str, TracePlace]:
    """The seller's own, in one query; raises NOT_FOUND for any other."""
    if len(global_ids) > MOST_PLOTS:
        raise InputError(_("At most 500 plots can be named for one lot."), field="materials.plots")
    keys = {one: uuid_key(one, "TracePlace", "materials.plots") for one in global_ids}
    rows = TracePlace.objects.filter(pk__in=keys.values(), seller=lot.seller_id, archived_at=None).in_bulk()
    if any(key not in rows for key in keys.values()):
        raise InputError(_("You have no such plot."), field="materials.plots", code="NOT_FOUND")
    return {one: rows[key] for one, key in keys.items()}


def _parties(lot: Lot, global_ids: list[str]) -> dict[str, TraceParty]:
    """The seller's own, in one query; raises NOT_FOUND for any other."""
    keys = {one: uuid_key(one, "TraceParty", "materials.supplier") for one in global_ids}
    rows = TraceParty.objects.filter(pk__in=keys.values(), seller=lot.seller_id, archived_at=None).in_bulk()
    if any(key not in rows for key in keys.values()):
        raise InputError(_("You have no such partner."), field="materials.supplier", code="NOT_FOUND")
    return {one: rows[key] for one, key in keys.items()}


def _material(given: Any, parties: dict[str, TraceParty], plots: dict[str, TracePlace]) -> LotMaterialData:
    texts: dict[str, Any] = {name: (given.get(name) or "").strip() for name in TEXTS}
    return LotMaterialData(
        **texts,
        **{name: given.get(name) for name in FIGURES},
        hs_code="".join(sign for sign in given.get("hs_code") or "" if sign not in ". "),
        country=(given.get("country") or "").strip().upper(),
        value_amount=given.get("value"),
        value_currency=(given.get("currency") or "").strip().upper(),
        has_no_substances=bool(given.get("has_no_substances")),
        supplier=parties.get(given.get("supplier") or ""),
        plots=tuple(plots[one] for one in given.get("plots") or []),
    )
