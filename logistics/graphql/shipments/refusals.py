"""What can be wrong with a leg, an event, a number or a booking, as errors that name their field."""

from collections.abc import Callable, Mapping
from typing import Any

from catalog.traceability.identity.claim_prefix import PrefixTaken
from catalog.traceability.identity.prefix_digits import BadCompanyPrefix
from i18n.messages import gettext_noop as _
from logistics.carrier import CarrierError
from logistics.carriers.registry import UnknownCarrier
from logistics.identifiers.bad_identifier import BadIdentifier
from logistics.shipments.booking.account import NoAccount
from logistics.shipments.booking.cancel_shipment import AlreadyLeft
from logistics.shipments.freight.read_dcsa import BadFreightEvent
from logistics.shipments.freight.subscribe import TooManySubscriptions
from logistics.shipments.legs.leg_data import BadLeg
from logistics.shipments.legs.plan_leg import ShipmentOver, TooManyLegs
from logistics.shipments.record_event import EventInFuture
from marketplace.graphql import InputError

Known = Mapping[type[Exception], Callable[[Any], InputError]]

WHY = {
    "PLACE": _("Say where: a name, or a code of UN/LOCODE that we know."),
    "CODE": _("A code of UN/LOCODE has five letters, as NLRTM for Rotterdam."),
    "MODE": _("This is no known means of transport."),
    "TIMES": _("Nothing arrives before it has left."),
    "MANY": _("These are more containers than one leg has."),
}
NUMBERS = {
    "ISO 6346": ("containers", _("%(value)s is not the number of a container: its check digit does not fit.")),
    "IMO": ("vessel_imo", _("%(value)s is not the IMO number of a ship: its check digit does not fit.")),
    "AWB": ("transport_document", _("%(value)s is not the number of an air waybill: its check digit does not fit.")),
    "S10": ("tracking_number", _("%(value)s is not the number of a postal item: its check digit does not fit.")),
    "SSCC": ("prefix", _("All numbers of this prefix are used up.")),
}


def _number(error: BadIdentifier) -> InputError:
    field, message = NUMBERS[error.kind]
    return InputError(message, field=field, params={"value": error.value[:40]})


NUMBER: Known = {BadIdentifier: _number}
LEG: Known = {
    **NUMBER,
    BadLeg: lambda e: InputError(WHY[e.why], field=e.field),
    ShipmentOver: lambda _e: InputError(_("This shipment is at its end, or the leg has begun."), field="id"),
    TooManyLegs: lambda e: InputError(_("At most %(limit)s."), field="id", params={"limit": e.most}),
    EventInFuture: lambda _e: InputError(_("This time has not come yet."), field="actual_arrival"),
}
EVENT: Known = {
    BadFreightEvent: lambda e: InputError(
        _("This is not an event of the DCSA's Track and Trace: %(name)s is missing or cannot be read."),
        field="events",
        params={"name": e.field},
    ),
    EventInFuture: lambda _e: InputError(_("This time has not come yet."), field="occurred_at"),
    BadIdentifier: lambda e: InputError(
        NUMBERS[e.kind][1],
        field={"ISO 6346": "equipment", "IMO": "vessel_imo"}.get(e.kind),
        params={"value": e.value[:40]},
    ),
}
BOOKING: Known = {
    AlreadyLeft: lambda _e: InputError(_("The carrier has the goods already."), field="id"),
    UnknownCarrier: lambda _e: InputError(_("There is no such carrier."), field="carrier", code="NOT_FOUND"),
    NoAccount: lambda _e: InputError(
        _("There is no account with this carrier. Please set one up, or type a number."), field="carrier"
    ),
    CarrierError: lambda _e: InputError(
        _("The carrier does not answer. Try again later."), field="carrier", code="CARRIER_UNAVAILABLE"
    ),
}
PREFIX: Known = {
    BadCompanyPrefix: lambda e: InputError(
        _("%(value)s is not a company's prefix of GS1."), field="prefix", params={"value": e.value[:40]}
    ),
    PrefixTaken: lambda _e: InputError(_("Another company here has this prefix."), field="prefix", code="UNIQUE"),
}
SUBSCRIPTION: Known = {
    TooManySubscriptions: lambda e: InputError(
        _("At most %(limit)s."), field="carrier_name", code="TOO_MANY", params={"limit": e.most}
    ),
}
