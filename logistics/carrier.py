"""What a carrier's folder offers: ``carrier.py`` in it has one object named ``carrier``, derived from `Carrier`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NoReturn

from i18n.money import Money
from logistics.consignment import Consignment

LONGEST_SAID = 300


class CarrierError(Exception):
    """The carrier could not do it. ``permanent`` is the one thing callers need: whether trying again is no use.

    ``retry_after`` are the seconds after which the carrier said it may be asked again, when it said so. ``said`` are
    its own words, for the people of the account: they may repeat an address, so they are never logged.
    """

    def __init__(
        self, carrier: str, fact: str, *, permanent: bool, retry_after: int | None = None, said: str = ""
    ) -> None:
        super().__init__(f"{carrier}: {fact}")
        self.carrier = carrier
        self.fact = fact
        self.permanent = permanent
        self.retry_after = retry_after
        self.said = said[:LONGEST_SAID]


class CredentialsRefused(CarrierError):
    """The carrier does not know the account, or a token of it that has run out."""

    def __init__(self, carrier: str) -> None:
        super().__init__(carrier, "the credentials are not accepted", permanent=True)


class AlreadyBooked(CarrierError):
    """There is a booking with this key, of which the carrier does not tell the number.

    It comes with the carrier's first message: `WebhookEvent.reference` is the key then. Nothing may be booked anew.
    """

    def __init__(self, carrier: str) -> None:
        super().__init__(carrier, "this is booked already", permanent=True)


class WebhookRefused(CarrierError):
    """The message is not the carrier's, as far as the carrier lets one know, or cannot be read."""

    def __init__(self, carrier: str, fact: str) -> None:
        super().__init__(carrier, fact, permanent=True)


class Capability(StrEnum):
    """What may be asked of a carrier; what it does not declare, it refuses."""

    QUOTE = "QUOTE"
    BOOK = "BOOK"
    LABEL = "LABEL"
    CANCEL = "CANCEL"
    TRACK = "TRACK"
    WEBHOOK = "WEBHOOK"


class AddressForm(StrEnum):
    """How a carrier wants an address within Vietnam; see `logistics.addresses`."""

    ANY = "ANY"
    """Free text, or no address at all."""
    VN_2025 = "VN_2025"
    """Ward and province, in force since 2025-07-01."""
    VN_PRE_2025 = "VN_PRE_2025"
    """Ward, district and province, as before."""


class LabelFormat(StrEnum):
    PDF = "PDF"
    ZPL = "ZPL"
    HTML = "HTML"
    """A page to print. It is somebody else's code: handed out as a file, never shown under our own address."""


@dataclass(frozen=True, slots=True)
class AccountField:
    """One thing a carrier wants to know before it works for somebody."""

    name: str
    label: str
    """English msgid."""
    secret: bool = False
    """Never read back; people see its last four characters."""
    required: bool = True
    has_lines: bool = False
    """A key of several lines. It never travels in a header."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whose credentials a verb works with."""

    carrier: str
    key: str
    """Names the account to the outside, in the address that webhooks are sent to; empty for none."""
    seller_id: int | None = None
    """None for the marketplace's own account."""
    settings: Mapping[str, str] = field(default_factory=dict, repr=False)
    """By `AccountField.name`; also ``base_url`` and ``webhook_secret`` where they are set."""
    test: bool = False
    """The carrier's trial system is meant: nothing is driven anywhere."""

    @classmethod
    def none(cls, carrier: str = "") -> Account:
        """For carriers that want no credentials."""
        return cls(carrier=carrier, key="")


@dataclass(frozen=True, slots=True)
class QuoteLeg:
    """One stretch of a through quote, or handling at one place."""

    mode: str
    """``TRUCK``, ``BARGE``, ``RAIL``, ``VESSEL`` or ``AIR``; ``HANDLING`` for what is done between them."""
    origin: str
    """UN/LOCODE, see `logistics.places`; empty for the seller's own place."""
    destination: str
    """UN/LOCODE; empty for the buyer's own place."""
    price: Money
    min_days: int
    max_days: int
    what: str = ""
    """English msgid: what is paid for, where the mode does not say it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A price in the carrier's own currency, with every figure it was reached by."""

    service: str
    """Code of the service, unique within the carrier."""
    name: str
    """English msgid."""
    price: Money
    min_days: int
    max_days: int
    zone: str
    """Empty where the carrier names none."""
    chargeable: Decimal
    unit: str
    """``kg`` or ``m3``."""
    by_volume: bool
    """The volume, not the weight, made the price."""
    tariff: str
    """English msgid: whose tariff this is."""
    tariff_from: date
    legs: tuple[QuoteLeg, ...] = ()
    """Of a through quote: every stretch with its price and days; the prices add up to `price`."""


@dataclass(frozen=True, slots=True)
class Booking:
    """The carrier's receipt."""

    tracking_number: str
    carrier_name: str
    cost: Money | None = None
    """What the carrier charges, where it says so."""
    estimated_delivery: date | None = None
    labels: tuple[Label, ...] = ()
    """Those that the carrier hands out with its receipt and perhaps never again: keep them."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed and stuck on the parcel, as the carrier made it."""

    content: bytes = field(repr=False)
    media_type: str


class Incident(StrEnum):
    """Something that people want to hear of, though it is no state, or not a state yet."""

    DELAYED = "DELAYED"
    CUSTOMS_HOLD = "CUSTOMS_HOLD"
    PICKUP_FAILED = "PICKUP_FAILED"
    DELIVERY_FAILED = "DELIVERY_FAILED"
    """One attempt; another one follows, or the way back."""
    RETURNING = "RETURNING"
    LOST = "LOST"
    DAMAGED = "DAMAGED"


@dataclass(frozen=True, slots=True)
class CarrierEvent:
    """One line of a carrier's tracking answer; ``status`` empty when its code has no state of ours."""

    status: str
    """A value of `logistics.shipments.status.ShipmentStatus`, or empty."""
    raw_code: str
    occurred_at: datetime
    """Aware."""
    place: str = ""
    note: str = ""
    incident: Incident | None = None


@dataclass(frozen=True, slots=True)
class WebhookRequest:
    """What came in at the carrier's door, untouched. Names of headers are in lower case."""

    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WebhookEvent:
    """What a carrier told unasked."""

    tracking_number: str
    reference: str
    """Our key of the booking, where the carrier repeats it."""
    event: CarrierEvent


class Carrier:
    """Refuses everything; a carrier's class replaces what it declares. Every failure is a `CarrierError`.

    Verbs keep no state and never wait longer than `logistics.carriers.http` allows, and those of a carrier with an
    account touch no database, so that carriers may be asked side by side.
    """

    code: str
    """Name of the folder."""
    name: str
    """English msgid, or the carrier's own name."""
    capabilities: frozenset[Capability] = frozenset()
    account_fields: tuple[AccountField, ...] = ()
    """Empty: it works without an account."""
    address_form: AddressForm = AddressForm.ANY
    label_formats: tuple[LabelFormat, ...] = ()
    webhook_secret_is_entered: bool = False
    """The account's ``webhook_secret`` is entered at the carrier, which repeats it in its messages."""
    webhook_query: str = ""
    """Under which name the account's ``webhook_secret`` stands in the address that webhooks come to; empty where the
    carrier proves itself otherwise."""

    def quote(self, *, account: Account, consignment: Consignment, on: date) -> list[Quote]:
        """Prices for the consignment on a day, cheapest first; empty where the carrier does not go."""
        self._undeclared(Capability.QUOTE)

    def quote_each(
        self, askings: Sequence[tuple[Account, Consignment]], *, on: date
    ) -> list[list[Quote] | CarrierError]:
        """What `quote` gives or raises for each, in their order; who asks the database asks it once for all."""
        answers: list[list[Quote] | CarrierError] = []
        for account, consignment in askings:
            try:
                answers.append(self.quote(account=account, consignment=consignment, on=on))
            except CarrierError as failure:
                answers.append(failure)
        return answers

    def book(
        self, *, account: Account, consignment: Consignment, service: str, tracking_number: str, key: str
    ) -> Booking:
        """Announce the goods; a carrier without a connection takes the number the seller was given.

        The same ``key`` twice is the same booking, also when the first answer was lost.
        """
        self._undeclared(Capability.BOOK)

    def label(self, *, account: Account, tracking_number: str, format: LabelFormat) -> Label:
        """The label of a booking, in one of ``label_formats``; the first of them is what the carrier prefers."""
        self._undeclared(Capability.LABEL)

    def cancel(self, *, account: Account, tracking_number: str) -> None:
        """Take a booking back; one that was taken back before is no error."""
        self._undeclared(Capability.CANCEL)

    def track(self, *, account: Account, tracking_number: str) -> list[CarrierEvent]:
        """What the carrier knows, oldest first."""
        self._undeclared(Capability.TRACK)

    def parse_webhook(self, *, account: Account, request: WebhookRequest) -> list[WebhookEvent]:
        """What the message tells; raises `WebhookRefused` when it cannot be trusted or read."""
        self._undeclared(Capability.WEBHOOK)

    def check(self, *, account: Account) -> None:
        """One cheap call that only right credentials pass; nothing to do for a carrier without an account."""
        if self.account_fields:
            self._undeclared("check of credentials")

    def _undeclared(self, what: str) -> NoReturn:
        raise CarrierError(self.code, f"there is no {what} here", permanent=True)
