"""Places, partners and materials behind the demo's lots: their steps lead back to plots and to other sellers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from catalog.products.product import Product
from catalog.traceability.create_lot import LotData, create_lot
from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.entry.record_material import MaterialData, record_material
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import PlaceKind, TracePlace
from catalog.traceability.lot import Lot
from catalog.traceability.mint_codes import mint_codes
from catalog.traceability.places.keep_party import PartyData, create_party
from catalog.traceability.places.keep_place import PlaceData, create_place
from catalog.traceability.record_step import record_step
from catalog.traceability.step_data import StepData, StepInput
from catalog.traceability.step_kind import StepKind
from catalog.traceability.templates.template import stage_kinds
from catalog.traceability.templates.title_texts import stage_title
from i18n.today import HERE, today_here
from marketplace.sellers.models import Seller

LANGUAGE = "vi"
Data = dict[str, Any]


@dataclass(slots=True)
class Chains:
    """What has been made so far, by key; materials of all sellers, for one seller's go into another's lots."""

    products: dict[str, Product]
    materials: dict[str, MaterialBatch] = field(default_factory=dict)
    places: dict[str, TracePlace] = field(default_factory=dict)
    parties: dict[str, TraceParty] = field(default_factory=dict)

    def make(self, data: Data) -> None:
        """The seller's partners, places and materials of one chain, in this order."""
        seller = self.products[data["product"]].seller
        for one in data.get("parties", ()):
            self.parties[one["key"]] = create_party(seller=seller, data=self._party(one))
        for one in data.get("places", ()):
            self.places[one["key"]] = create_place(seller=seller, data=self._place(one))
        for one in data.get("materials", ()):
            self.materials[one["key"]] = record_material(seller=seller, data=self._material(one))

    def lot(self, data: Data) -> Lot:
        """A lot whose steps keep the titles of their template, which every language has."""
        product, given = self.products[data["product"]], data["lot"]
        made = LotData(
            number=given["number"],
            produced_on=moment(given["produced_days_ago"], "08:00").date(),
            quantity=given["quantity"],
            place=given["place"],
            trade=data["trade"],
        )
        lot = create_lot(variant=product.variants.order_by("sort_order", "pk")[0], data=made)
        for one in given["steps"]:
            kind = stage_kinds()[one["stage"]]
            said = StepData(
                kind=kind,
                occurred_at=moment(one["days_ago"], one["time"]),
                place=given["place"],
                title=stage_title(one["stage"], LANGUAGE),
                **self.facts(one),
            )
            record_step(lot=lot, data=said, by=None)
        mint_codes(lot=lot, count=given["codes"])
        return lot

    def facts(self, data: Data) -> Data:
        """What a chain adds to a step."""
        return {
            "stage": data.get("stage", ""),
            "place_ref": self.places[data["place"]] if "place" in data else None,
            "party": self.parties[data["party"]] if "party" in data else None,
            "inputs": tuple(self._input(*one) for one in data.get("inputs", ())),
            "measures": data.get("measures", {}),
            "papers": tuple((kind, number) for kind, number in data.get("papers", ())),
            "container": data.get("container", ""),
        }

    def _input(self, key: str, quantity: str, uom: str) -> StepInput:
        return StepInput(self.materials[key], Decimal(quantity), uom)

    def _party(self, data: Data) -> PartyData:
        account: Seller | None = self.products[data["account_of"]].seller if "account_of" in data else None
        return PartyData(name=data["name"], address=data["address"], email=data.get("email", ""), account=account)

    def _place(self, data: Data) -> PlaceData:
        return PlaceData(
            kind=PlaceKind(data["kind"]),
            name=data["name"],
            address=data["address"],
            party=self.parties[data["party"]] if "party" in data else None,
            boundary=data.get("boundary", ""),
            is_public=data.get("is_public", False),
            latitude=_number(data, "latitude"),
            longitude=_number(data, "longitude"),
            area_ha=_number(data, "area_ha"),
        )

    def _material(self, data: Data) -> MaterialData:
        at = moment(data["days_ago"], data["time"])
        facts = self.facts({name: value for name, value in data.items() if name != "stage"})
        facts["measures"] = {name: text.format(day=at.date()) for name, text in data.get("measures", {}).items()}
        step = StepData(kind=StepKind(data["kind"]), occurred_at=at, place="", title=data["name"], **facts)
        quantity = Decimal(data["quantity"])
        return MaterialData(
            name=data["name"], number=data["number"], quantity=quantity, uom=data.get("uom", ""), step=step
        )


def _number(data: Data, name: str) -> Decimal | None:
    return Decimal(data[name]) if name in data else None


def moment(days_ago: int, clock: str) -> datetime:
    day = today_here() - timedelta(days=days_ago)
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=HERE)
