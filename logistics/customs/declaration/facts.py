"""What a declaration says besides the goods themselves: why, by what way, under which numbers, and what laws ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from logistics.consignment import Party


class Purpose(StrEnum):
    """Why goods cross the border; the categories of the postal forms CN 22 and CN 23 among them."""

    SALE = "SALE"
    GIFT = "GIFT"
    SAMPLE = "SAMPLE"
    DOCUMENTS = "DOCUMENTS"
    RETURN = "RETURN"
    OTHER = "OTHER"


class NumberKind(StrEnum):
    """Numbers that customs, banks and carriers ask for."""

    IOSS = "IOSS"
    VOEC = "VOEC"
    GST = "GST"
    LICENCE = "LICENCE"
    CERTIFICATE = "CERTIFICATE"
    LETTER_OF_CREDIT = "LETTER_OF_CREDIT"
    PERSONAL_CUSTOMS_CODE = "PERSONAL_CUSTOMS_CODE"


class PackingGroup(StrEnum):
    """How dangerous: I is great, II medium, III minor danger."""

    NONE = ""
    I = "I"  # noqa: E741  (its name in the UN recommendations)
    II = "II"
    III = "III"


@dataclass(frozen=True, slots=True)
class Reference:
    """A number and what it is."""

    kind: NumberKind
    number: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One stretch of the way."""

    mode: str
    """A value of `logistics.shipments.legs.mode.LegMode`."""
    from_place: str
    to_place: str
    carrier: str = ""
    vehicle: str = ""
    """Ship, lorry, train or flight."""
    voyage: str = ""
    document: str = ""
    """Number of the bill of lading or waybill."""


@dataclass(frozen=True, slots=True)
class Container:
    """A container by its ISO 6346 number. ``tare_g`` 0: not known, and the verified gross mass neither."""

    number: str
    seal: str = ""
    tare_g: int = 0


@dataclass(frozen=True, slots=True)
class Plant:
    """Plant material in a line of goods, as form PPQ 505 asks. ``recycled_percent`` is of the material."""

    genus: str
    species: str
    country: str
    """Where it was harvested, ISO 3166-1 alpha-2."""
    quantity: Decimal
    unit: str
    """``kg``, ``m2`` or ``m3``."""
    article: str = ""
    """Which part of the goods; empty for all of them."""
    recycled_percent: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class DangerousGoods:
    """As the UN model regulations name them."""

    un_number: str
    shipping_name: str
    hazard_class: str
    packing_group: PackingGroup = PackingGroup.NONE
    package: str = ""
    """Kind of inner packaging and how much in each."""
    flash_point_c: Decimal | None = None
    marine_pollutant: bool = False


@dataclass(frozen=True, slots=True)
class LineFacts:
    """Of the line ``number``, counted from 1."""

    number: int
    plants: tuple[Plant, ...] = ()
    dangerous: DangerousGoods | None = None


@dataclass(frozen=True, slots=True)
class OriginStatement:
    """What the exporter declares about origin. ``reason`` is his own, where no assessment says that the rule is met."""

    agreement: str
    text: str
    place: str
    on: date
    signatory: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything may be left out; a paper that needs more says what is missing."""

    purpose: Purpose = Purpose.SALE
    importer: Party | None = None
    """Importer of record, where that is not the buyer."""
    stages: tuple[Stage, ...] = ()
    containers: tuple[Container, ...] = ()
    marks: str = ""
    """What is painted on the packages."""
    references: tuple[Reference, ...] = ()
    lines: tuple[LineFacts, ...] = ()
    origin: OriginStatement | None = None
    order_reference: str = ""
    invoice_number: str = ""
    buyer_reference: str = ""
    payment_reference: str = ""
    emergency_phone: str = ""
    """Answered day and night, for dangerous goods."""

    def of_line(self, number: int) -> LineFacts:
        return next((line for line in self.lines if line.number == number), LineFacts(number))
