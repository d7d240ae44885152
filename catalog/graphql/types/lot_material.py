"""What a lot was made of, in the API: a trade secret, for managers of the seller."""

from typing import Any

from catalog.graphql.types.trace_place import TraceParty, TracePlace
from catalog.traceability.identity.place import TracePlace as PlaceRow
from catalog.traceability.materials.set_materials import LotMaterialData
from i18n import money
from i18n.graphql.types.money import Money
from marketplace.graphql import Boolean, Date, DateTime, Decimal, Field, List, NonNull, ObjectType, Rule, String

OF_ONES_OWN_LOT = Rule("reaching it through a lot of a seller one manages", lambda _context, _parent: True)


class LotMaterial(ObjectType):
    """A material or component, in the quantity that all pieces of the lot hold together."""

    class Meta:
        access = OF_ONES_OWN_LOT

    name = Field(String, required=True, description="As the workshop calls it.")
    scientific_name = Field(String, required=True, description="Genus and species of what grew; else empty.")
    common_name = Field(String, required=True)
    hs_code = Field(String, required=True)
    country = Field(String, required=True, description="ISO 3166-1 alpha-2: where it was harvested or made; or empty.")
    net_weight_kg = Field(Decimal)
    volume_m3 = Field(Decimal)
    value = Field(Money, description="Of all of it in the lot.")
    recycled_percent = Field(Decimal)
    substances = Field(String, required=True, description="Substances of concern, with their CAS numbers.")
    has_no_substances = Field(Boolean, required=True, description="The maker declares that it knows of none.")
    harvested_from = Field(Date)
    harvested_until = Field(Date)
    supplier = Field(TraceParty)
    supplier_lot = Field(String, required=True)
    plots = Field(List(NonNull(TracePlace)), required=True, size=5, description="Where it was harvested.")

    @staticmethod
    def resolve_value(row: LotMaterialData, info: Any) -> money.Money | None:
        return None if row.value_amount is None else money.Money(row.value_amount, row.value_currency)

    @staticmethod
    def resolve_plots(row: LotMaterialData, info: Any) -> list[PlaceRow]:
        return list(row.plots)


class DueDiligenceStatement(ObjectType):
    """The number of a statement that an importer filed for a lot (Regulation (EU) 2023/1115, article 4)."""

    class Meta:
        access = OF_ONES_OWN_LOT

    reference_number = Field(String, required=True)
    verification_number = Field(String, required=True)
    operator = Field(String, required=True, description="Who filed it.")
    recorded_at = Field(DateTime, required=True)
