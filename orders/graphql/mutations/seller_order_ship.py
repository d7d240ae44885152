from collections.abc import Sequence
from typing import Any

from i18n.graphql.bounded import bounded, needed
from i18n.messages import gettext_noop as _
from logistics.shipments.create_shipment import ParcelData
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
    integer_key,
)
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.graphql.access import key_of, seller_order_for
from orders.graphql.refusals import SHIP, SHIP_CODES, STATE_CODES
from orders.graphql.types.fulfillment import Fulfillment
from orders.traceability.lots_leaving import MOST_CHOSEN, ChosenLot

MOST_PARCELS = 200
MOST_CODES = 2000
HEAVIEST_G = 40_000_000
LONGEST_MM = 20_000


class FulfillmentLineInput(InputObjectType):
    """So many of a line."""

    order_line_id = ID(required=True)
    quantity = Int(required=True)


class FulfillmentLotInput(InputObjectType):
    """So many pieces of a line are of a lot of the seller's."""

    order_line_id = ID(required=True)
    lot_id = ID(required=True)
    quantity = Int(required=True)


class ParcelInput(InputObjectType):
    """One package as it was measured; a length left out is unknown."""

    gross_weight_g = Int(required=True)
    length_mm = Int()
    width_mm = Int()
    height_mm = Int()
    trace_codes = List(NonNull(String))


class SellerOrderShipInput(InputObjectType):
    """What leaves, and how."""

    carrier = String(required=True, description="The code of a connected carrier, or the name of any other.")
    tracking_number = String()
    service = String(description="The connected carrier's code of its service.")
    lines = List(NonNull(FulfillmentLineInput), description="Left out: everything that is still to be sent.")
    trace_codes = List(NonNull(String), description="On goods of no parcel in particular.")
    parcels = List(NonNull(ParcelInput))
    lots = List(
        NonNull(FulfillmentLotInput),
        description="Of which lots the pieces are. Lines that are left out are of the lots their trace codes tell.",
    )


class SellerOrderShip(Mutation):
    """Hand packed goods to a carrier, all or some of them; the buyer is told, and the papers are made."""

    class Arguments:
        id = ID(required=True)
        input = SellerOrderShipInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = (*STATE_CODES, "CARRIER_UNAVAILABLE", "UNKNOWN_TRACE_CODE", "TOO_MANY", *SHIP_CODES)
        known_errors = SHIP
        cost = 20

    fulfillment = Field(Fulfillment)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        part, by = seller_order_for(info, id)
        dispatch = Dispatch(
            carrier=needed(input["carrier"], "carrier", 80),
            tracking_number=bounded(input.get("tracking_number") or "", "tracking_number", 80),
            service=bounded(input.get("service") or "", "service", 60),
            parcels=_parcels(input.get("parcels") or []),
            trace_codes=_codes(input.get("trace_codes") or []),
            lots=chosen_lots(input.get("lots") or []),
        )
        fulfillment = ship_seller_order(
            seller_order_id=part.pk, dispatch=dispatch, by=by, quantities=_quantities(input.get("lines"))
        )
        return {"fulfillment": fulfillment}


def _quantities(lines: Sequence[Any] | None) -> dict[int, int] | None:
    if lines is None:
        return None
    keys = [integer_key(line["order_line_id"], "OrderLine", field="lines") for line in lines]
    if len(set(keys)) != len(keys):
        raise InputError(_("A line is named twice."), field="lines", code="UNIQUE")
    return {key: line["quantity"] for key, line in zip(keys, lines, strict=True)}


def _parcels(parcels: Sequence[Any]) -> list[ParcelData]:
    _refuse_more(parcels, MOST_PARCELS, "parcels")
    return [
        ParcelData(
            gross_weight_g=_measure(parcel["gross_weight_g"], HEAVIEST_G),
            length_mm=_measure(parcel.get("length_mm") or 0, LONGEST_MM),
            width_mm=_measure(parcel.get("width_mm") or 0, LONGEST_MM),
            height_mm=_measure(parcel.get("height_mm") or 0, LONGEST_MM),
            trace_codes=tuple(_codes(parcel.get("trace_codes") or [])),
        )
        for parcel in parcels
    ]


def chosen_lots(given: Sequence[Any]) -> list[ChosenLot]:
    """As the verb wants them; whether they fit is its affair."""
    _refuse_more(given, MOST_CHOSEN, "lots")
    return [
        ChosenLot(
            integer_key(one["order_line_id"], "OrderLine", field="lots"),
            key_of(one["lot_id"], "Lot", field="lots"),
            one["quantity"],
        )
        for one in given
    ]


def _measure(value: int, most: int) -> int:
    if not 0 <= value <= most:
        raise InputError(_("A measure is from 0 to %(most)s."), field="parcels", params={"most": most})
    return value


def _codes(codes: Sequence[str]) -> list[str]:
    _refuse_more(codes, MOST_CODES, "trace_codes")
    return [bounded(code, "trace_codes", 40) for code in codes]


def _refuse_more(given: Sequence[Any], most: int, field: str) -> None:
    if len(given) > most:
        raise InputError(_("At most %(limit)s."), field=field, code="TOO_MANY", params={"limit": most})
