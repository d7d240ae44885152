"""Which carrier takes a shipment, with what account, and whether it is booked at once or soon after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from i18n.messages import gettext_noop as _
from logistics.carrier import Account, Booking, Carrier, CarrierError
from logistics.carriers.registry import carrier_of
from logistics.consignment import Consignment
from logistics.identifiers.bad_identifier import BadIdentifier
from logistics.identifiers.postal_item import looks_postal, postal_item_number
from logistics.shipments.booking.account import NoAccount, account_to_book_with
from logistics.shipments.booking.booked import mark_booked
from logistics.shipments.shipment import Shipment

if TYPE_CHECKING:
    from marketplace.accounts.models import User


class BookingRefused(ValidationError):
    """The carrier does not take the shipment as it is described; ``cause`` is its `CarrierError` or what it was."""

    def __init__(self, cause: Exception) -> None:
        message = _("The carrier did not accept this shipment. Please check the tracking number.")
        field = "tracking_number"
        if isinstance(cause, NoAccount):
            field, message = "carrier", _("There is no account with this carrier. Please set one up, or type a number.")
        super().__init__({field: ValidationError(message, code="invalid")})
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Choice:
    carrier: str
    carrier_name: str
    service: str
    account_key: str
    key: str
    """Empty where the seller has booked elsewhere and typed the number."""
    booking: Booking | None
    """Made already; else it is to be made over the net."""

    def put_on(self, shipment: Shipment, *, now: datetime) -> None:
        """What is known before the booking."""
        shipment.carrier, shipment.carrier_name = self.carrier, self.carrier_name
        shipment.service, shipment.account_key = self.service, self.account_key
        shipment.booking_key = self.key
        shipment.book_due_at = None if self.booking else now

    def mark(self, shipment: Shipment, by: User | None) -> None:
        if self.booking is not None:
            mark_booked(shipment=shipment, booking=self.booking, by=by)


def choose_carrier(
    *,
    carrier: str,
    service: str,
    carrier_name: str,
    tracking_number: str,
    seller_id: int,
    consignment: Consignment,
    key: str,
) -> Choice:
    """A carrier that wants an account is asked over the net, later and not in anybody's transaction; others at once.

    A number that comes along was given by the carrier already. Raises ``UnknownCarrier``, `BookingRefused`, and
    ``CarrierError`` from one that is down.
    """
    chosen = carrier_of(carrier)
    number = _checked(tracking_number)
    try:
        if not chosen.account_fields:
            booking = _book_here(chosen, consignment, carrier_name or service, number, key)
            return Choice(carrier, carrier_name, service, "", "", booking)
        account = None if number else account_to_book_with(carrier=chosen, seller_id=seller_id)
    except NoAccount as error:
        raise BookingRefused(error) from error
    if account is None:
        return Choice(carrier, carrier_name, service, _key_to_follow(chosen, seller_id), "", Booking(number, ""))
    return Choice(carrier, carrier_name, service, account.key, key, None)


def _book_here(carrier: Carrier, consignment: Consignment, service: str, number: str, key: str) -> Booking:
    try:
        return carrier.book(
            account=Account.none(carrier.code),
            consignment=consignment,
            service=service,
            tracking_number=number,
            key=key,
        )
    except CarrierError as error:
        if error.permanent:
            raise BookingRefused(error) from error
        raise


def _checked(tracking_number: str) -> str:
    """A number in the form of the post has to have the post's check digit: a typing slip is found here, not abroad."""
    number = tracking_number.strip()
    if not looks_postal(number):
        return number
    try:
        return postal_item_number(number)
    except BadIdentifier as error:
        raise BookingRefused(error) from error


def _key_to_follow(carrier: Carrier, seller_id: int) -> str:
    """Of the account to ask for events with; without one the seller enters them."""
    try:
        return account_to_book_with(carrier=carrier, seller_id=seller_id).key
    except NoAccount:
        return ""
